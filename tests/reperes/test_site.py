from pathlib import Path

import pytest
from conftest import ROOT, write
from reperes.source.settings import SettingsError, extensions, languages, publisher, unset

SETTINGS = (ROOT / "mkdocs.yml").read_text("utf-8")


def settings(folder: Path, text: str) -> Path:
    write(folder / "mkdocs.yml", text)
    return folder


def test_what_is_no_yaml_is_told_with_its_place(tmp_path: Path):
    root = settings(tmp_path, "site_name: Repères\nextra: a: b\n")
    with pytest.raises(SettingsError, match=r"mkdocs.yml:2:9: ce n'est pas du YAML"):
        languages(root)


@pytest.mark.parametrize("text", ["", "- une liste", "plugins:\n"])
def test_a_file_without_settings_is_no_traceback(tmp_path: Path, text: str):
    root = settings(tmp_path, text)
    try:
        assert languages(root) == ("fr",)
    except SettingsError as told:
        assert "il n'y a aucun réglage" in str(told)


def test_what_only_mkdocs_understands_is_no_obstacle(tmp_path: Path):
    text = SETTINGS.replace('contact: ""', "contact: !ENV CONTACT")
    emoji = "markdown_extensions:\n  - pymdownx.emoji:\n      emoji_index: !!python/name:a.b\n"
    root = settings(tmp_path, text.replace("markdown_extensions:\n", emoji))
    assert languages(root) == ("fr", "en")
    assert "pymdownx.emoji" in extensions(root)
    assert "contact" in unset(root)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"director": 12}, 'director: « 12 » n\'est pas un texte ; écrivez director: "12"'),
        ({"hots": "x"}, "hots: ce réglage n'existe pas ; enlevez-le ; les réglages sont name, director, host"),
        ({"texts_licence": "https://exemple.org (CC BY)"}, "n'est pas une adresse ; écrivez une adresse https, seule"),
        ({"contact": "http://exemple.org"}, "n'est pas une adresse ; écrivez une adresse https"),
    ],
)
def test_a_setting_that_cannot_be_used_is_refused_with_its_cure(given: dict, told: str):
    with pytest.raises(SettingsError) as refused:
        publisher(given)
    assert told in str(refused.value)


@pytest.mark.parametrize("given", [None, {}, {"director": None}])
def test_a_setting_left_bare_is_one_not_said_yet(given: dict | None):
    assert set(publisher(given).values()) == {""}
