import runpy
import unicodedata
from unittest import mock

import pytest
from conftest import ROOT
from contents import read, write
from reperes.catalogue.translation import fingerprint, stamp
from reperes.model.paths import identify

LINES = ("title: Été", "developpe: un été", "simple: Un. Deux.", "formes: [étés]")
TEXT = write("term", *LINES, body="Un été à Évry.\n\nEt un hiver.\n")


def mark(text: str, path: str = "glossaire/ete.md") -> str:
    """The fingerprint of a French file."""
    return fingerprint(read({path: text}).texts[identify(path)[:2]]["fr"])


@pytest.mark.parametrize(
    "same",
    [
        TEXT.replace("\n", "\r\n"),
        "\ufeff" + TEXT,
        unicodedata.normalize("NFD", TEXT),
        TEXT.replace("Évry.", "Évry.  ").replace("Deux.", "Deux. "),
        TEXT + "\n\n",
        TEXT.replace("Un été à", "\nUn été à", 1),
        TEXT.replace("title: Été", 'title: "Été"'),
    ],
)
def test_the_fingerprint_survives_another_editor(same: str):
    assert same != TEXT
    assert mark(same) == mark(TEXT)


@pytest.mark.parametrize(
    ("word", "other"),
    [("Été", "Étés"), ("un été", "un bel été"), ("Deux.", "Trois."), ("à Évry", "en Isère"), ("hiver.", "hiver !")],
)
def test_the_fingerprint_changes_with_any_word(word: str, other: str):
    assert mark(TEXT.replace(word, other)) != mark(TEXT)


@pytest.mark.parametrize("line", ["description: Une phrase.", "description: Une autre."])
def test_the_fingerprint_changes_with_the_description(line: str):
    page = write("page", "description: La première.")
    assert mark(page.replace("description: La première.", line), "a.md") != mark(page, "a.md")


def test_the_fingerprint_changes_with_the_wording_of_a_date():
    event = "histoire/evenements/a.md"
    assert mark(write("event", "date_texte: au printemps"), event) != mark(write("event"), event)


@pytest.mark.parametrize(
    ("line", "other"),
    [
        ("revu: 2026-11", "revu: 2026-12"),
        ("sources: [un-livre]", "sources: [un-film]"),
        ("---\n", "---\ndomaines: [sante]\n"),
        ("---\n", "---\nperiode: 2002/..\n"),
        ("formes: [étés]\n", ""),
    ],
)
def test_the_fingerprint_does_not_change_with_the_facts(line: str, other: str):
    assert line in TEXT
    assert mark(TEXT.replace(line, other, 1)) == mark(TEXT)


def test_the_fingerprint_is_twelve_hexadecimal_digits_the_same_for_ever():
    assert mark(TEXT) == "565cb0d47366"


@pytest.mark.parametrize(
    ("source", "stamped"),
    [
        ("---\ntitle: a\n---\nb\n", "---\ntitle: a\ntraduit_de: abc\n---\nb\n"),
        ("---\ntraduit_de: 0\ntitle: a\n---\nb\n", "---\ntraduit_de: abc\ntitle: a\n---\nb\n"),
        ("---\ntitle: a\ntraduit_de:\n---\n", "---\ntitle: a\ntraduit_de: abc\n---\n"),
        ("---\r\ntitle: a\r\n---\r\nb\r\n", "---\r\ntitle: a\r\ntraduit_de: abc\r\n---\r\nb\r\n"),
        ("---\r\ntraduit_de: 0\r\ntitle: a\r\n---\r\n", "---\r\ntraduit_de: abc\r\ntitle: a\r\n---\r\n"),
        ("\ufeff---\ntitle: a\n---\nb\n", "\ufeff---\ntitle: a\ntraduit_de: abc\n---\nb\n"),
        ("---\ntitle: a\n...\nb\n\n---\n", "---\ntitle: a\ntraduit_de: abc\n...\nb\n\n---\n"),
        (
            "---\ntitle: a\n---\n\n---\n\ntraduit_de: b\n",
            "---\ntitle: a\ntraduit_de: abc\n---\n\n---\n\ntraduit_de: b\n",
        ),
        ("---\ntitle: a # traduit_de: 0  \n---\n", "---\ntitle: a # traduit_de: 0  \ntraduit_de: abc\n---\n"),
    ],
)
def test_stamping_writes_one_line_and_no_other(source: str, stamped: str):
    assert stamp(source, "abc") == stamped
    assert stamp(stamped, "abc") == stamped


def test_a_stamped_translation_is_a_content_without_problem():
    french = write("term", "title: Accueil")
    english = stamp("---\ntitle: Welcome\n---\nA text.\n", mark(french))
    library = read({"glossaire/a.md": french, "glossaire/a.en.md": english})
    assert library.problems == ()
    assert library.texts["term", "a"]["en"].source_stamp == fingerprint(library.texts["term", "a"]["fr"])


def test_stamping_a_file_that_is_no_translation_is_refused():
    with mock.patch("bootstrap.enter"):  # which would fill .venv
        script = runpy.run_path(str(ROOT / "scripts/translations"))
    with pytest.raises(SystemExit, match="n'est pas une traduction"):
        script["stamp"]({}, [ROOT / "docs/glossaire/cvs.md"])
