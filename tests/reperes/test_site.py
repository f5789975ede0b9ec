"""The settings of mkdocs.yml, as plain text."""

import pytest
from contents import ROOT
from reperes.source.settings import FILE, SettingsError, publisher, read, unset

SETTINGS = (ROOT / FILE).read_text("utf-8")


def test_what_is_no_yaml_is_told_with_its_place():
    with pytest.raises(SettingsError, match=r"mkdocs.yml:2:9: yaml: ce n'est pas du YAML"):
        read("site_name: Repères\nextra: a: b\n")


@pytest.mark.parametrize("text", ["", "- une liste", "plugins:\n", "plugins: [search]\nnav:\n"])
def test_a_file_without_settings_is_no_traceback(text: str):
    try:
        assert read(text).languages == ("fr",)
    except SettingsError as told:
        assert "il n'y a aucun réglage" in str(told)


def test_what_only_mkdocs_understands_is_no_obstacle():
    text = SETTINGS.replace('contact: ""', "contact: !ENV CONTACT")
    emoji = "markdown_extensions:\n  - pymdownx.emoji:\n      emoji_index: !!python/name:a.b\n"
    settings = read(text.replace("markdown_extensions:\n", emoji))
    assert settings.languages == ("fr", "en")
    assert "pymdownx.emoji" in settings.extensions
    assert "contact" in unset(settings)


def test_the_menu_its_titles_and_the_footer_are_those_of_the_file():
    settings = read(SETTINGS)
    assert ("Fiches", "fiches/index.md") in settings.menu
    assert settings.titles["en"]["Fiches"] == "Fact sheets"
    assert "plan" in settings.footer and settings.site_url.endswith("/")


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
