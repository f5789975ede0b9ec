"""Words are read in their language: what an author marked as foreign stays so wherever it is drawn."""

import json
import re

import pytest
from built import parse
from contents import draw, site, write
from reperes import build
from reperes.model.text import plain, spoken


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Un **mot**.", [("Un mot.", "")]),
        ('A <i lang="fr">mot</i>.', [("A ", ""), ("mot", "fr"), (".", "")]),
        ("<span class='x' lang=fr dir=ltr>Un *mot*</span> more", [("Un mot", "fr"), (" more", "")]),
        ("*mot*{lang=fr}, __un__{: lang='fr' }.", [("mot", "fr"), (", ", ""), ("un", "fr"), (".", "")]),
        ("[A <i lang='fr'>b</i>](c.md) d", [("A ", ""), ("b", "fr"), (" d", "")]),
        ("<i lang='fr'>a <i lang='en'>b</i> c</i>", [("a b", "fr"), (" c", "")]),
        ("<i lang='x y'>a</i>", [("a", "")]),
        ("<i data-lang='fr'>a</i> \\<i lang='fr'>b", [("a <i lang='fr'>b", "")]),
        ("\ue000fr\ue001a\ue002 b", [("fra b", "")]),
        ("Un [lien](a.md){#b} et *un*{#c}.", [("Un lien et un.", "")]),
    ],
)
def test_a_paragraph_is_cut_where_its_language_changes_and_says_the_same(text: str, pieces: list[tuple[str, str]]):
    assert list(spoken(text)) == pieces
    assert "".join(piece for piece, _ in pieces) == plain(re.sub("[\ue000-\ue002]", "", text))


def test_foreign_words_of_a_summary_stay_marked_in_lists_pop_ups_cards_and_on_the_timeline():
    body = 'Un <i lang="en">&word</i> ici.\n'
    files = {
        "glossaire/gem.md": write("term", "title: GEM", "developpe: groupe", body=body),
        "histoire/evenements/e.md": write("event", body=body + "\n[x](../../fiches/a.md)\n"),
        "fiches/a.md": write("sheet", "title: A", body="Un GEM.\n"),
        "livres.md": write("page", body="```bibliographie\n```\n"),
        "bibliographie/un-film.md": write("source", "title: Un film", body=body),
    }
    whole = site(files)
    for path in ("glossaire/index.md", "histoire/index.md", "fiches/a.md", "livres.md"):
        marked = [part.text for part in parse(draw(whole, path)).all("i", lang="en")]
        assert "&word" in marked, path


def test_foreign_words_of_a_title_are_marked_where_it_is_read_and_bare_where_it_is_stored():
    marked = 'Le <span lang="en">self-help</span> en <i lang="de">&Co</i>'
    files = {
        "glossaire/x.md": write(
            "term", 'title: <span lang="en">self-help</span>', "developpe: <i lang=en>mutual aid</i>"
        ),
        "glossaire/y.md": write("term", "title: GEM", "developpe: groupe", "voir: [x]"),
        "histoire/evenements/e.md": write("event", f"title: {marked}", "termes: [x]", body="Un self-help.\n"),
    }
    whole = site(files)
    event = draw(whole, "histoire/evenements/e.md")
    (heading,) = parse(event).all("h1")
    assert [part.text for part in heading.all("span", lang="en") + heading.all("span", lang="de")] == [
        "self-help",
        "&Co",
    ]
    assert "<title>Le self-help en &amp;Co" in event and "Le &lt;" not in event
    assert [part.text for part in parse(event).all("button", lang="en")] == ["self-help"]
    for path, words in {
        "glossaire/x.md": ["self-help", "mutual aid"],
        "glossaire/index.md": ["self-help", "mutual aid"],
        "glossaire/y.md": ["self-help"],
        "histoire/index.md": ["self-help"],
    }.items():
        assert {part.text for part in parse(draw(whole, path)).all("span", lang="en")} >= {*words}, path
    stored = build.beside(whole)
    for path in ("glossaire.json", "glossaire.csv", "histoire.json", "assets/reperes/search/names.fr.json"):
        assert b"self-help" in stored[path] and b"lang=" not in stored[path], path
    assert '"title": "Le self-help en &Co"' in stored["histoire.json"].decode()


def test_an_english_entry_shows_its_word_in_the_other_languages_and_not_its_own():
    files = {
        "glossaire/x.md": write("term", "title: Accueil", "equivalents: {en: welcome, de: Empfang}"),
        "glossaire/x.en.md": write("translation", "title: Welcome"),
    }
    whole = site(files)
    told = {}
    for path, language in (("glossaire/x.md", "fr"), ("glossaire/x.en.md", "en")):
        facts = parse(draw(whole, path, language)).all("dl", class_="facts")[0]
        told[language] = [part.text for part in facts.all("dd") if part.all("span")]
    assert told["fr"] == ["welcome (en)", "Empfang (de)"]
    assert told["en"] == ["Accueil (fr)", "Empfang (de)"]


def test_a_name_that_a_title_marks_as_foreign_is_marked_wherever_it_is_said_again():
    marked = 'title: <span lang="en">self-help</span>'
    epop = ("title: EPoP", "developpe: <span lang=en>Peers with power</span> et autres")
    files = {
        "glossaire/x.md": write(
            "term", marked, "simple: Le self-help est un groupe. Un mot. Un autre.", body="Le self-help aide.\n"
        ),
        "glossaire/epop.md": write("term", *epop),
        "fiches/a.md": write("sheet", "title: A", "anciens: [b]", body="Self-help, et le self-help, EPoP.\n"),
        "fiches/c.md": write(
            "sheet", "title: Du <i lang=en>self-help</i>", "anciens: [d]", "simple: Le self-help. Un mot. Un autre."
        ),
        "histoire/evenements/e.md": write("event", "title: E", "termes: [x]", body="Un self-help, un myself-helper.\n"),
        "clair.md": write("page", body="```en-clair\n```\n"),
    }
    whole = site(files)
    counts = {"glossaire/x.md": 3, "glossaire/index.md": 2, "fiches/a.md": 5, "histoire/index.md": 1, "clair.md": 3}
    for path, times in counts.items():
        page = parse(draw(whole, path))
        said = [part.text.lower() for part in page.all("span", lang="en") + page.all("button", lang="en")]
        assert said.count("self-help") == times, path
    (behind,) = parse(draw(whole, "fiches/a.md")).all("span", class_="expansion")
    assert behind.text == "Peers with power et autres"
    assert [part.text for part in behind.all("span", lang="en")] == ["Peers with power"]
    assert b'<span lang="en">self-help</span></a>' in dict(build.beside(whole))["fiches/d/index.html"]
    listed = json.loads(build.beside(whole)["assets/reperes/search/names.fr.json"])
    assert listed["foreign"] == {"peers with power": "en", "self-help": "en"}
