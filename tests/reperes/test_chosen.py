"""What the site chooses to show, to carry away and to export, on fixture texts."""

import csv
import json
from base64 import b64encode
from hashlib import sha256
from typing import Any

from contents import edition, write
from reperes.markdown.sanitizing import unsafe
from reperes.model.blocks import Plain, Sources
from reperes.output import exports, precache
from reperes.views.article import home
from reperes.views.lists import bibliography, carried, leaning, searched

IMPRINT = exports.Imprint("https://exemple.org/", None, "0")
SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def test_the_home_page_shows_the_words_that_definitions_and_sheets_use_most():
    terms = {f"glossaire/m{letter}.md": write("term", f"title: mot{letter}") for letter in "abcdefghijklmn"}
    body = " ".join(f"Un mot{letter}." for letter in "bcdefghijklm") + "\n"
    pages = {"fiches/x.md": write("sheet", body=body), "definitions/y.md": write("definition", body=body)}
    elsewhere = {f"p{n}.md": write("page", body="Un mota, un motn.\n") for n in range(5)}
    assert [one.id for one in home(edition(terms | pages | elsewhere)).terms] == [
        f"m{letter}" for letter in "bcdefghijklm"
    ]


def test_the_home_page_shows_the_four_events_that_texts_lead_to_most_in_the_order_of_time():
    dates = {f"histoire/evenements/e{n}.md": write("event", f"date: {1990 + n}") for n in range(6)}
    body = " ".join(f"[x](histoire/evenements/e{n}.md)" for n in (5, 3, 1, 0)) + "\n"
    assert [one.id for one in home(edition(dates | {"x.md": write("page", body=body)})).events] == [
        "e0",
        "e1",
        "e3",
        "e5",
    ]


def test_the_pages_of_every_kind_that_is_carried_are_carried_and_no_other():
    files = {
        "glossaire/a.md": write("term"),
        "fiches/a.md": write("sheet"),
        "fiches/b.md": write("sheet"),
        "definitions/a.md": write("definition"),
        "parcours/a.md": write("path", "etapes: [a, b]"),
        "histoire/evenements/a.md": write("event"),
        "autre.md": write("page"),
    }
    found = {kind: [one.id for one in group] for kind, group in carried(Plain(), edition(files))}
    assert {kind: ids for kind, ids in found.items() if kind != "page"} == {
        "definition": ["a"],
        "sheet": ["a", "b"],
        "path": ["a"],
        "term": ["a"],
    }
    assert "aide" in found["page"] and "autre" not in found["page"]
    assert [kind for kind, _ in carried(Plain(), edition(files, "en"))] == ["page"]


def test_the_search_leads_to_terms_first():
    assert searched() == ["term", "definition", "sheet", "path", "event", "page"]


def test_no_cell_starts_as_a_formula_and_no_record_is_changed():
    titles = [f"{sign}1+1" for sign in ("=", "+", "-", "@", "＝", "＋", "－", "＠")]
    files = {f"glossaire/m{n}.md": write("term", f"title: '{title}'") for n, title in enumerate(titles)}
    made = exports.texts(edition(files), IMPRINT)
    rows = list(csv.reader(made["glossaire.csv"].decode("utf-8-sig").splitlines(), delimiter=";"))
    assert sorted(row[3] for row in rows[1:]) == sorted(f"'{title}" for title in titles)
    assert not [cell for row in rows for cell in row if cell.startswith(SIGNS)]
    assert sorted(one["title"] for one in json.loads(made["glossaire.json"])["entries"]) == sorted(titles)


def test_an_export_says_an_entry_and_an_event_in_full_as_spreadsheets_and_programs_read_them():
    told = "title: Accueil", "synonymes: [conseil, comité]", "domaines: [participation, droit]", "periode: 1990/.."
    other = "title: Loi", "date: 1984-05", "pistes: [participation]", "termes: [a]", "type: loi", "lieu: FR"
    files = {
        "glossaire/a.md": write("term", *told, "equivalents: {en: council, de: null}"),
        "histoire/evenements/b.md": write("event", *other),
    }
    made = exports.texts(edition(files), exports.Imprint("https://exemple.org/", "CC BY", "86400"))
    head, row, end = made["glossaire.csv"].decode("utf-8").split("\r\n")
    assert head.startswith("\ufeffIdentifiant;Adresse;") and end == ""
    assert row == (
        "a;https://exemple.org/glossaire/a/;fr;Accueil;;;conseil | comité;;Un texte.;;Participation | Droits et lois;;"
        "depuis 1990;1990/..;;;;de: – | en: council;;Un livre, 2020;2026-11"
    )
    _, row, _ = made["histoire.csv"].decode("utf-8").split("\r\n")
    assert row == (
        "b;https://exemple.org/histoire/evenements/b/;fr;Loi;mai 1984;1984-05;1984-05-01;1984-05-31;Participation;"
        "France;Loi ou règlement;Un texte.;;a;;Un livre, 2020;2026-11"
    )
    whole = json.loads(made["histoire.json"])
    assert [whole[key] for key in ("language", "licence", "updated")] == ["fr", "CC BY", "1970-01-02"]
    assert "\n  " in made["histoire.json"].decode() and "è" in made["histoire.json"].decode()


def test_an_export_says_the_sources_that_a_text_cites_then_the_others():
    files = {"glossaire/a.md": write("term", "sources: [un-livre]", body="Un[^un-film].\n")}
    (entry,) = json.loads(exports.texts(edition(files), IMPRINT)["glossaire.json"])["entries"]
    assert [source["title"] for source in entry["sources"]] == ["Un film", "Un livre"]


def test_a_source_says_the_texts_that_lean_on_it_the_newest_source_first():
    files = {"fiches/a.md": write("sheet", "sources: [un-livre]", body="Un[^un-film].\n"), "x.md": write("page")}
    found = edition(files)
    assert {key: [one.id for one in by] for key, by in leaning(found).items()} == {"un-film": ["a"], "un-livre": ["a"]}
    ((genre, cited),) = bibliography(Sources(), found, found.catalogue.pages["x"])
    assert (genre, [one.source.id for one in cited]) == ("recherche", ["un-livre", "un-film"])
    assert bibliography(Sources.model_construct(genres=("presse",)), found, found.catalogue.pages["x"]) == []


def test_no_article_holds_a_style_a_handler_or_an_address_of_another_host():
    kept = '<p id="a" class="b" lang="en">x <a href="https://a.fr/">y</a> <img src="a.png" alt="z" loading="lazy"></p>'
    assert unsafe(kept) is None
    for wrong in (
        '<p style="color:red">',
        '<p onclick="x">',
        '<img src="https://a.fr/x.png" alt="">',
        "<script>",
        "<!-- x -->",
    ):
        assert unsafe(f"{wrong}x</p>") is not None, wrong


CARRIED = {"fiches/a.md": write("sheet"), "fiches/a.en.md": write("translation", "description: A.", "simple: A. B. C.")}
DRAWN = (
    '<link rel="stylesheet" href="/assets/a.css"><link rel="canonical" href="https://exemple.org/x"><img src="b.png" '
    'loading="lazy"><img src="data:,x"><script src="https://exemple.org/c.js"></script><script src="/d.js"></script>'
)


def offered(language: str, **changed: str) -> tuple[str, dict[str, Any]]:
    """The list of what may be carried away, among empty pages and a sheet that needs files, some of them changed."""
    home = "" if language == "fr" else f"{language}/"
    found = edition(CARRIED, language)
    pages = [f"{page.url}index.html" for _, group in carried(Plain(), found) for page in group]
    others = ("assets/a.css", "d.js", f"{home}fiches/a/b.png", f"{home}hors-ligne.html", *precache.IMPORTED)
    texts = dict.fromkeys((*pages, *others), "") | {f"{home}fiches/a/index.html": DRAWN} | changed
    path, raw = precache.listed(found, {path: text.encode() for path, text in texts.items()}, str.upper)
    return path, json.loads(raw)


def test_the_pages_carried_away_come_with_the_files_they_need_from_the_home_of_their_language():
    path, french = offered("fr")
    assert (path, french["language"]) == ("hors-ligne.json", "fr")
    assert french["pages"][0][:2] == ["./", "ACCUEIL"] and "fiches/a/" in [url for url, *_ in french["pages"]]
    own = ["hors-ligne.html", "assets/a.css", "d.js", "fiches/a/b.png"]
    assert [file for file, _ in french["files"]] == [*own, *precache.IMPORTED]
    path, english = offered("en")
    assert path == "en/hors-ligne.json"
    assert {"./", "fiches/a/"} <= {url for url, *_ in english["pages"]}
    assert [file for file, _ in english["files"]][:4] == ["hors-ligne.html", "../assets/a.css", "../d.js", own[-1]]


def test_what_is_carried_away_is_told_by_its_digest_its_weight_once_compressed_and_the_headers_that_guard_it():
    _, whole = offered("fr", **{"d.js": "x" * 9_000})
    digest = f"sha256-{b64encode(sha256(DRAWN.encode()).digest()).decode()}"
    assert [mark for url, _, mark in whole["pages"] if url == "fiches/a/"] == [digest]
    assert 0 < whole["bytes"] < 1_000
    assert "default-src" in whole["headers"]["Content-Security-Policy"]


def test_the_list_of_what_is_carried_away_has_another_version_once_a_page_or_a_file_has_changed():
    versions = [offered("fr", **changed)[1]["version"] for changed in ({}, {"d.js": "1"}, {"aide/index.html": "1"})]
    assert len(set(versions)) == 3 and versions[0] == offered("fr")[1]["version"]
