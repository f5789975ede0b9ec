import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from built import addresses, target
from built import load as page
from conftest import ROOT, build
from contents import edition, real_library
from rdflib import DCTERMS, RDF, SKOS, XSD, Graph, Literal, URIRef
from reperes.catalogue.library import Library
from reperes.check.relations import REFERENCE
from reperes.model.text import marked
from reperes.model.words import load
from reperes.output.exports import Imprint, texts

HOME = "https://www.travail-pair.org/"
LABELS = real_library().vocabularies
FILES = ("glossaire.json", "glossaire.csv", "histoire.json", "histoire.csv")
FOLDERS = {"glossaire": "glossaire", "histoire": "histoire/evenements"}
TERM = """---
title: {title}
developpe: un mot de l'essai
formes: ["+1", une autre forme]
simple: "@chacun : c'est simple."
equivalents: {{en: a word, ar: null}}
remplace: [ancien]
voir: [parti]
sources: [un-livre]
revu: 2026-11
---
-1 comme premier caractère.
"""
PLAIN = "---\ntitle: {title}\n{more}sources: [un-livre]\nrevu: 2026-11\n---\nUn mot.\n"
EVENT = """---
title: Une date
date: "2002/.."
pistes: [participation]
termes: [mot]
sources: [un-livre]
revu: 2026-11
---
Un fait.
"""


@pytest.fixture(scope="module")
def library() -> Library:
    return real_library()


@pytest.fixture(scope="module")
def graph(site: Path) -> Graph:
    return Graph().parse(site / "glossaire.ttl")


def words_of(language: str) -> dict[str, Any]:
    return load(language) | LABELS.labels(language)


def read_json(site: Path, name: str, language: str = "fr") -> Any:
    return json.loads((site / ("" if language == "fr" else language) / name).read_text("utf-8"))


def read_csv(site: Path, name: str, language: str = "fr") -> list[dict[str, str]]:
    path = site / ("" if language == "fr" else language) / name
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";", strict=True))


def ids(folder: str) -> set[str]:
    """The ids of a kind, from the names of its French files."""
    names = (path.name.removesuffix(".md") for path in (ROOT / "docs" / folder).glob("*.md"))
    return {name for name in names if "." not in name and name != "index"}


def small(**files: str) -> dict[str, bytes]:
    """The exports of a few French files, by name."""
    found = edition({f"glossaire/{name}.md": text for name, text in files.items()})
    return texts(found, Imprint(HOME, None, None))


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("name", FOLDERS)
def test_each_file_holds_every_content_of_its_folder_once(site: Path, name: str, language: str):
    found = [entry["id"] for entry in read_json(site, f"{name}.json", language)["entries"]]
    key = words_of(language)["exports"]["id"]
    assert found == [row[key] for row in read_csv(site, f"{name}.csv", language)]
    assert len(found) == len(set(found))
    assert set(found) == ids(FOLDERS[name])


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_words_of_each_entry_are_those_of_its_file(site: Path, library: Library, language: str):
    for name, kind in (("glossaire", "term"), ("histoire", "event")):
        for entry in read_json(site, f"{name}.json", language)["entries"]:
            said = library.texts[kind, entry["id"]]
            spoken = language if language in said else "fr"
            document = library.documents[said[spoken].path].data
            assert (entry["title"], entry["language"]) == (str(marked(document["title"])), spoken)
            assert entry.get("expansion") == (marked(document["developpe"]) if "developpe" in document else None)
            assert entry["simple"] == (document["simple"].strip() if "simple" in document else None)
            assert list(entry.get("forms", ())) == list(document.get("formes", ()))


def test_the_facts_of_each_entry_are_those_of_its_french_file(site: Path, library: Library):
    for name, kind in (("glossaire", "term"), ("histoire", "event")):
        for entry in read_json(site, f"{name}.json")["entries"]:
            document = library.documents[library.texts[kind, entry["id"]]["fr"].path].data
            assert entry["reviewed"] == str(document["revu"])
            cited = REFERENCE.findall(library.documents[library.texts[kind, entry["id"]]["fr"].path].body)
            listed = dict.fromkeys([*cited, *document.get("sources", ())])
            titles = [library.facts["source", key].title for key in listed if ("source", key) in library.facts]
            assert sorted(source["title"] for source in entry["sources"]) == sorted(titles)
            labels = "domaines" if kind == "term" else "pistes"
            given = entry["domains"] if kind == "term" else entry["tracks"]
            assert given == [{"id": id_, "label": words_of("fr")[labels][id_]} for id_ in document.get(labels, ())]
            dated = document.get("periode") if kind == "term" else document["date"]
            said = entry["period"] if kind == "term" else entry["date"]
            assert (said["edtf"] if said else None) == (str(dated) if dated else None)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("name", FOLDERS)
def test_every_entry_has_every_field_and_leads_to_its_page(site: Path, name: str, language: str):
    entries = read_json(site, f"{name}.json", language)["entries"]
    assert len({tuple(entry) for entry in entries}) == 1
    for entry in entries:
        title = page(site, entry["url"].removeprefix(HOME[:-1])).all("h1")[0].text
        plain = str.maketrans("’“”", '\'""')
        assert title.translate(plain).startswith(entry["title"].split(" ")[0].translate(plain))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_relations_lead_to_entries_and_are_said_on_both_sides(site: Path, language: str):
    entries = {entry["id"]: entry for entry in read_json(site, "glossaire.json", language)["entries"]}
    for id_, entry in entries.items():
        assert all(id_ in entries[other]["related"] for other in entry["related"])
        assert all(id_ in entries[other]["replaced_by"] for other in entry["replaces"])
        assert all(id_ in entries[other]["replaces"] for other in entry["replaced_by"])


@pytest.mark.parametrize("language", ["fr", "en"])
def test_an_event_is_tied_to_the_words_and_sheets_its_page_shows(site: Path, language: str):
    prefix = "" if language == "fr" else "/en"
    for event in read_json(site, "histoire.json", language)["entries"]:
        address = event["url"].removeprefix(HOME[:-1])
        facts = next(node for node in page(site, address).all("dl", class_="facts"))
        links = [target(address, link).removeprefix(prefix) for link in facts.all("a")]
        tied = (("glossaire", event["terms"]), ("fiches", event["sheets"]))
        assert links == [f"/{folder}/{id_}/" for folder, related in tied for id_ in related]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_spreadsheets_find_a_bom_crlf_and_headers_in_the_language(site: Path, language: str):
    headers = words_of(language)["exports"]
    for name in ("glossaire.csv", "histoire.csv"):
        raw = (site / ("" if language == "fr" else language) / name).read_bytes()
        assert raw.startswith(b"\xef\xbb\xbf") and raw.count(b"\xef\xbb\xbf") == 1
        assert raw.endswith(b"\r\n") and raw.split(b"\r\n")[0].decode("utf-8-sig").startswith(headers["id"])
        assert set(read_csv(site, name, language)[0]) <= set(headers.values())


def test_the_columns_say_what_the_fields_say(site: Path):
    headers = words_of("fr")["exports"]
    entries = read_json(site, "glossaire.json")["entries"]
    for entry, row in zip(entries, read_csv(site, "glossaire.csv"), strict=True):
        assert row[headers["title"]] == entry["title"]
        assert row[headers["forms"]].split(" | ") == (entry["forms"] or [""])
        assert row[headers["domains"]].split(" | ") == ([field["label"] for field in entry["domains"]] or [""])
        assert row[headers["related"]].split(" | ") == (entry["related"] or [""])
        assert row[headers["period.edtf"]] == (entry["period"]["edtf"] if entry["period"] else "")


@pytest.mark.parametrize("title", ['=HYPERLINK("https://exemple.org";"ici")', "+1", "-2+3", "@SOMME(A1)", "＝1+1"])
def test_a_title_that_a_spreadsheet_would_compute_is_only_shown(title: str):
    files = {"mot": TERM.format(title=f"'{title}'"), "ancien": PLAIN, "parti": PLAIN}
    made = small(**{name: text.format(title=name, more="") if text is PLAIN else text for name, text in files.items()})
    rows = list(csv.reader(made["glossaire.csv"].decode("utf-8-sig").splitlines(), delimiter=";", strict=True))
    row = next(row for row in rows if row[0] == "mot")
    assert row[3] == f"'{title}"
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "＝", "\t", "\r"))]
    assert next(e for e in json.loads(made["glossaire.json"])["entries"] if e["id"] == "mot")["title"] == title


@pytest.mark.xdist_group("build")
def test_withdrawn_and_untranslated_entries_are_left_out_or_given_in_french(
    small_site: Callable[..., Path], tmp_path: Path
):
    root = small_site(
        **{
            "glossaire/mot.md": TERM.format(title="mot de l'essai"),
            "glossaire/ancien.md": PLAIN.format(title="mot ancien", more=""),
            "glossaire/parti.md": PLAIN.format(title="mot parti", more="retire: 2026-11\n"),
            "histoire/evenements/une-date.md": EVENT,
        }
    )
    done = build(tmp_path / "site", root / "mkdocs.yml", SOURCE_DATE_EPOCH="1764547200")
    assert done.returncode == 0, done.stderr
    english = read_json(tmp_path / "site", "glossaire.json", "en")
    assert {name: english[name] for name in ("language", "licence", "updated")} == {
        "language": "en",
        "licence": None,
        "updated": "2025-12-01",
    }
    said = {entry["id"]: entry for entry in english["entries"]}
    assert (said["mot"]["language"], said["mot"]["url"]) == ("fr", f"{HOME}glossaire/mot/")
    assert (said["mot"]["related"], said["ancien"]["replaced_by"]) == ([], ["mot"])
    assert said["mot"]["equivalents"] == {"ar": None, "en": "a word"}
    event = read_json(tmp_path / "site", "histoire.json", "en")["entries"][0]
    assert event["date"] == {
        "edtf": "2002/..",
        "earliest": "2002-01-01",
        "latest": None,
        "text": "since 2002",
    }
    assert event["terms"] == ["mot"]
    graph = Graph().parse(tmp_path / "site/glossaire.ttl")
    concept = URIRef(f"{HOME}glossaire/mot/")
    assert set(graph[concept : SKOS.altLabel]) == {Literal("un mot de l'essai", "fr"), Literal("a word", "en")}
    for file in (*FILES, "glossaire.ttl", *(f"en/{name}" for name in FILES)):
        assert "parti" not in (tmp_path / "site" / file).read_text("utf-8").replace("participation", "")


def test_the_concepts_of_the_thesaurus_are_the_entries_in_every_language(site: Path, graph: Graph):
    scheme = URIRef(HOME + "glossaire/")
    assert (scheme, RDF.type, SKOS.ConceptScheme) in graph
    concepts = set(graph[: SKOS.inScheme : scheme])
    assert concepts == {URIRef(f"{HOME}glossaire/{id_}/") for id_ in ids("glossaire")}
    for language in ("fr", "en"):
        for entry in read_json(site, "glossaire.json", language)["entries"]:
            concept = URIRef(f"{HOME}glossaire/{entry['id']}/")
            if entry["language"] != language:
                continue
            assert [label for label in graph[concept : SKOS.prefLabel] if label.language == language] == [
                Literal(entry["title"], language)
            ]
            assert (concept, SKOS.definition, Literal(entry["definition"], language)) in graph
            labels = {str(o) for p in (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel) for o in graph[concept:p]}
            assert {entry["expansion"] or entry["title"], *entry["forms"]} <= labels


def test_the_relations_of_the_thesaurus_go_both_ways_and_are_those_of_the_glossary(site: Path, graph: Graph):
    for entry in read_json(site, "glossaire.json")["entries"]:
        concept = URIRef(f"{HOME}glossaire/{entry['id']}/")
        for property, field in (
            (SKOS.related, "related"),
            (DCTERMS.replaces, "replaces"),
            (DCTERMS.isReplacedBy, "replaced_by"),
        ):
            assert set(graph[concept:property]) == {URIRef(f"{HOME}glossaire/{id_}/") for id_ in entry[field]}
    assert all((other, SKOS.related, one) in graph for one, other in graph[: SKOS.related])
    assert all((other, DCTERMS.isReplacedBy, one) in graph for one, other in graph[: DCTERMS.replaces])


def test_the_thesaurus_holds_to_the_conditions_of_skos(graph: Graph):
    properties = (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)
    for concept in set(graph[: RDF.type : SKOS.Concept]):
        labels = [label for property in properties for label in graph[concept:property]]
        assert len(labels) == len(set(labels)), concept  # S13
        languages = [label.language for label in graph[concept : SKOS.prefLabel]]
        assert len(languages) == len(set(languages)) and None not in languages, concept  # S14


def test_dates_of_the_thesaurus_are_typed_as_written(site: Path, graph: Graph):
    for entry in read_json(site, "glossaire.json")["entries"]:
        concept = URIRef(f"{HOME}glossaire/{entry['id']}/")
        reviewed = graph.value(concept, DCTERMS.modified)
        assert (str(reviewed), reviewed.datatype) == (entry["reviewed"], XSD.gYearMonth)
        lifespan = graph.value(concept, DCTERMS.temporal)
        assert (str(lifespan) if lifespan else None) == (entry["period"]["edtf"] if entry["period"] else None)
        domains = {str(subject).rpartition("#domaine-")[2] for subject in graph[concept : DCTERMS.subject]}
        assert domains == {field["id"] for field in entry["domains"]}


EXPORTED = ("application/json", "text/csv", "text/turtle")  # every page has a Markdown twin besides


def test_only_the_pages_of_the_glossary_and_of_the_history_announce_their_files(site: Path):
    announced = {}
    for address in addresses(site):
        links = [link for link in page(site, address).all("link", rel="alternate") if "type" in link.attrs]
        links = [link for link in links if link.attrs["type"] in EXPORTED]
        for link in links:
            announced.setdefault(address, {})[target(address, link)] = link.attrs["type"]
    assert announced == {
        f"{prefix}/{name}/": {
            f"{prefix}/{name}.json": "application/json",
            f"{prefix}/{name}.csv": "text/csv",
            **({"/glossaire.ttl": "text/turtle"} if name == "glossaire" else {}),
        }
        for prefix in ("", "/en")
        for name in FOLDERS
    }
    assert all((site / file.lstrip("/")).is_file() for files in announced.values() for file in files)


@pytest.mark.parametrize("address", ["/a-propos/donnees/", "/en/a-propos/donnees/"])
def test_the_page_about_the_data_links_the_files_and_names_every_field(site: Path, address: str):
    prefix = address.removesuffix("/a-propos/donnees/")
    article = page(site, address).all("article")[0]
    links = {target(address, link) for link in article.all("a") if "href" in link.attrs}
    assert links >= {f"{prefix}/{name}" for name in FILES} | {"/glossaire.ttl"}
    named = {code.text for code in article.all("code")}
    for name in FOLDERS:
        whole = read_json(site, f"{name}.json")
        assert {*whole, *whole["entries"][0]} <= named
