"""A mistake of the publisher, or of whoever changes templates, is a sentence with its cure, never a traceback."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import adapter
import preview
import pytest
from contents import REAL, ROOT, draw, project, site, write
from mkdocs.exceptions import PluginError
from reperes import build
from reperes.base.problems import ContentError
from reperes.output import search_index
from reperes.output.search_index import EngineError
from reperes.project import Project, open_project
from reperes.session import Session, check
from reperes.skin import environment
from reperes.source.settings import FILE, SettingsError, read

TODAY = date(2026, 11, 1)
HOME = "https://www.travail-pair.org/"
SETTINGS = (ROOT / FILE).read_text("utf-8")
KIND, PICTURE = "partials/kinds/term.html", "assets/reperes/share/term.png"
FORGE = {"publisher": {**REAL.settings.publisher, "forge": "https://exemple.org/a"}}
EXTENSION = {"extensions": {**REAL.settings.extensions, "nulle.part": {}}}
OPTION = {"extensions": {**REAL.settings.extensions, "toc": {"profondeur": 2}}}
MENU = {"menu": (*REAL.settings.menu, ("Ailleurs", "ailleurs/index.md"))}
WRONG: list[tuple[dict, str]] = [
    (FORGE, "mkdocs.yml:1:1: extra.publisher.forge: « https://exemple.org/a » n'est pas une forge connue ; écrivez"),
    (EXTENSION, "mkdocs.yml:1:1: markdown_extensions: Markdown les refuse (No module named 'nulle') ; vérifiez le nom"),
    (OPTION, "mkdocs.yml:1:1: markdown_extensions: Markdown les refuse ('profondeur') ; vérifiez le nom"),
    (MENU, "mkdocs.yml:1:1: nav: « Ailleurs » mène à docs/ailleurs/index.md, qui n'existe pas ; corrigez le chemin"),
]


def without(path: str) -> Project:
    """A project without a file of overrides/."""
    return replace(project({}), skin={name: raw for name, raw in REAL.skin.items() if name != path})


@pytest.mark.parametrize(("settings", "told"), WRONG)
def test_the_check_tells_a_wrong_setting_as_any_other_mistake(settings: dict, told: str):
    (found,) = check(project({}, **settings), TODAY).problems
    assert str(found).startswith(told)


@pytest.mark.parametrize(("settings", "told"), WRONG)
def test_mkdocs_tells_a_wrong_setting_in_the_same_words(settings: dict, told: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(adapter, "open_project", lambda root: project({}, **settings))
    config = SimpleNamespace(theme=SimpleNamespace(static_templates=set()), extra={}, config_file_path=ROOT / FILE)
    with pytest.raises(PluginError) as refused:
        adapter.on_config(config)
    assert str(refused.value).startswith(told)


@pytest.mark.parametrize(("settings", "told"), WRONG)
def test_the_preview_tells_a_wrong_setting_in_the_place_of_every_page(
    settings: dict, told: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(preview, "open_project", lambda root: project({}, **settings))
    shown = preview.Preview(ROOT)
    shown.build()
    said = capsys.readouterr()
    assert said.out.startswith(told) and "Traceback" not in said.err
    assert b"<h1" in (shown.file("index.html") or b"")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("nav:\n", "nav:\n  - index.md\n", "nav: une ligne du menu n'a pas de titre ; écrivez « - Fiches:"),
        ("nav:\n", "nav:\n  - A: [a.md]\n", "nav: « A » ne mène pas à une page ; le menu n'a qu'un niveau"),
        ("  footer: [", "  footer: 3 # [", "extra.footer: ce n'est pas une liste de pages ; écrivez [plan"),
        ("locale: en\n", "locale: english\n", "plugins.i18n.languages: une langue n'a pas de code ; écrivez"),
        ("  - toc:\n", "  - md_in_html: 3\n  - toc:\n", "markdown_extensions.md_in_html: « 3 » n'est pas un réglage"),
        (
            "https://www.travail-pair.org/",
            "https://[",
            "site_url: « https://[ » n'est pas l'adresse d'un site ; écrivez",
        ),
        (
            "https://www.travail-pair.org/",
            "www.a.org",
            "site_url: « www.a.org » n'est pas l'adresse d'un site ; écrivez",
        ),
        ("site_name: ", "site_name: \x07", "yaml: ce n'est pas du YAML"),
        ("site_name: Repères", "site_name: 2026-99-99", "yaml: ce n'est pas du YAML"),
    ],
)
def test_a_setting_of_another_form_is_told_with_its_name_and_its_cure(old: str, new: str, told: str):
    assert old in SETTINGS
    with pytest.raises(SettingsError) as refused:
        read(SETTINGS.replace(old, new, 1))
    assert str(refused.value).startswith(f"mkdocs.yml:1:1: {told}")


def test_a_folder_without_settings_or_with_unreadable_ones_is_told(tmp_path: Path):
    with pytest.raises(SettingsError, match="fichier: il ne peut pas être lu"):
        open_project(tmp_path)
    (tmp_path / FILE).write_bytes("site_name: Repères".encode("latin-1"))
    with pytest.raises(SettingsError, match="fichier: il n'est pas en UTF-8 ; enregistrez-le de nouveau"):
        open_project(tmp_path)


@pytest.mark.parametrize(
    ("path", "told"),
    [
        (KIND, f"overrides/{KIND}:1:1: genre: ce fichier manque, et « term » en a besoin ; créez ce gabarit"),
        (PICTURE, f"overrides/{PICTURE}:1:1: image: ce fichier manque, et « term » en a besoin ; lancez python3"),
        ("partials/blocks/plan.html", "bloc: ce fichier manque, et « plan » en a besoin ; créez ce gabarit"),
    ],
)
def test_a_kind_or_a_block_without_its_template_and_a_kind_without_its_picture_are_told(path: str, told: str):
    (found,) = check(without(path), TODAY).problems
    assert told in str(found)
    with pytest.raises(ContentError):
        Session.open(without(path))


def test_a_template_that_cannot_be_read_is_told_with_its_line():
    skin = {**REAL.skin, "macros.html": b"{# ok #}\n{% if %}", "404.html": b"\xff", "main.html": b"{{ 1|no }}"}
    broken = replace(project({}), skin=skin)
    with pytest.raises(ContentError) as refused:
        build.make(broken)
    found = [str(one) for one in refused.value.problems]
    assert found[0].startswith("overrides/404.html:1:1: gabarit: il n'est pas en UTF-8 ; enregistrez-le")
    assert found[1].startswith("overrides/macros.html:2:1: gabarit: ") and "corrigez le gabarit" in found[1]
    assert found[2] == "overrides/main.html:1:1: gabarit: « no » n'existe pas ; corrigez le gabarit à cette ligne"
    assert not check(broken, TODAY).problems  # which draws nothing


def test_a_template_that_only_drawing_refuses_is_told_with_its_line():
    twice = {"main.html": b"{% block one %}{% endblock %}\n{% block one %}{% endblock %}"}
    with pytest.raises(ContentError, match=r"^overrides/main\.html:2:1: gabarit: .*corrigez le gabarit"):
        environment(twice).get_template("main.html")


def test_every_page_shows_a_picture_that_is_published_when_it_is_shared():
    files = {
        "fiches/b.md": write("sheet"),
        "fiches/bonne-distance.md": write("sheet"),
        "parcours/p.md": write("path"),
        "glossaire/x.md": write("term"),
    }
    whole = site(files)
    beside = build.beside(whole)
    for path, picture in {**dict.fromkeys(files, "sheet"), "glossaire/x.md": "term", "index.md": "home"}.items():
        assert f"assets/reperes/share/{picture}.png" in draw(whole, path), path
        assert f"assets/reperes/share/{picture}.png" in beside


def test_a_search_that_cannot_be_made_and_a_page_that_repeats_an_anchor_are_told_while_serving(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    def broken(documents: object) -> None:
        raise EngineError("il manque")

    files = {"x.md": write("page", body="## Content\n\nTexte.\n")}
    monkeypatch.setattr(preview, "open_project", lambda root: project(files))
    monkeypatch.setattr(search_index, "index", broken)
    shown = preview.Preview(ROOT)
    shown.build()
    assert shown.file("assets/reperes/pagefind/pagefind-entry.json") is None
    assert "Pagefind: il manque" in capsys.readouterr().out
    shown.build()
    assert "docs/x.md" in (shown.file("x/index.html") or b"").decode()
    assert "l'ancre « content » est deux fois dans la page" in capsys.readouterr().out


def test_the_command_that_builds_ends_with_the_sentence(small_site: Callable[..., Path]):
    root = small_site()
    config = root / FILE
    text = config.read_text("utf-8").replace('forge: ""', 'forge: "https://exemple.org/a"')
    config.write_text(text, "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(root / "site")]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 1 and "n'est pas une forge connue ; écrivez l'adresse https" in done.stderr
    assert "Traceback" not in done.stderr
