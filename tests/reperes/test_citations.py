"""Which page mentions what, both ways, from plain strings."""

from collections.abc import Mapping

import pytest
from contents import edition, read, write
from reperes.catalogue.catalogue import Catalogue, Entry
from reperes.catalogue.citations import Citations, close, touching
from reperes.model.kinds import KINDS, Content
from reperes.model.paths import Ref

CVS, GEM, DU = ("term", "cvs"), ("term", "gem"), ("term", "du")
SHEET, OTHER, LAW, PAGE = ("sheet", "une-fiche"), ("sheet", "autre"), ("event", "loi"), ("page", "page")
NOTION = ("definition", "notion")
MSP = ("title: MSP", "developpe: médiateur de santé-pair"), ("title: MSP", "developpe: maison de santé")
FILES = {
    "glossaire/cvs.md": write("term", "title: CVS", "developpe: conseil de la vie sociale", body="Avec le GEM.\n"),
    "glossaire/gem.md": write("term", "title: GEM", "developpe: groupe d'entraide mutuelle"),
    "glossaire/du.md": write("term", "title: DU", "developpe: diplôme d'université"),
    "fiches/une-fiche.md": write(
        "sheet",
        "title: Z",
        body="Le GEM, le CVS, [la loi](../histoire/evenements/loi.md), le GEM.\n\n## Deux\n\nLe CVS.\n",
    ),
    "fiches/autre.md": write("sheet", "title: A", body="Voir [Z](une-fiche.md) et le CVS, et [soi](autre.md).\n"),
    "histoire/evenements/loi.md": write("event", "termes: [du]", "fiches: [autre]", body="Elle crée le CVS.\n"),
    "definitions/notion.md": write("definition", body="Le CVS.\n"),
    "page.md": write("page", body="Le CVS, le [GEM](glossaire/gem.md).\n"),
}


def rendered(files: Mapping[str, str], language: str = "fr") -> tuple[Catalogue, Citations]:
    """The catalogue of some files and what they mention of each other."""
    found = edition(files, language)
    return found.catalogue, found.citations


@pytest.fixture(scope="module")
def whole() -> tuple[Catalogue, Citations]:
    return rendered(FILES)


def names(entries: list[Entry[Content]]) -> list[str]:
    return [entry.id for entry in entries]


def test_a_page_cites_what_it_mentions_once_in_the_order_of_its_text(whole: tuple[Catalogue, Citations]):
    cites = whole[1].cites
    assert cites[SHEET] == (GEM, CVS, LAW)
    assert cites[LAW] == (CVS,)
    assert cites[PAGE] == (CVS, GEM)


def test_a_page_does_not_cite_itself(whole: tuple[Catalogue, Citations]):
    assert whole[1].cites[OTHER] == (SHEET, CVS)
    assert CVS not in whole[1].cites[CVS]


def test_a_content_is_cited_by_pages_in_the_order_of_kinds_then_of_the_catalogue(whole: tuple[Catalogue, Citations]):
    assert whole[1].cited_by[CVS] == (NOTION, OTHER, SHEET, LAW, PAGE)
    assert whole[1].cited_by[GEM] == (SHEET, CVS, PAGE)
    assert DU not in whole[1].cited_by


def test_both_ways_say_the_same(whole: tuple[Catalogue, Citations]):
    _, made = whole
    assert {(page, ref) for page, refs in made.cites.items() for ref in refs} == {
        (page, ref) for ref, pages in made.cited_by.items() for page in pages
    }


def test_the_words_of_a_page_are_its_terms_once_in_the_order_of_its_text(whole: tuple[Catalogue, Citations]):
    words = whole[1].words
    assert words[SHEET] == (("gem",), ("cvs",))
    assert words[PAGE] == (("cvs",), ("gem",))
    assert words[OTHER] == (("cvs",),)


def test_what_touches_an_entry_is_stated_or_mentioned_by_either_of_the_two(whole: tuple[Catalogue, Citations]):
    catalogue, made = whole

    def near(ref: Ref, kind: str) -> list[str]:
        return names(touching(catalogue.of_kind(ref[0])[ref[1]], kind, catalogue, made))

    assert near(LAW, "term") == ["cvs", "du"]
    assert near(LAW, "sheet") == ["autre", "une-fiche"]
    assert near(DU, "event") == near(OTHER, "event") == near(SHEET, "event") == near(CVS, "event") == ["loi"]
    assert near(GEM, "event") == []
    assert near(CVS, "sheet") == ["autre", "une-fiche"]
    assert near(CVS, "term") == ["gem"] and near(GEM, "term") == ["cvs"]


def test_two_entries_touch_each_other_or_neither_does(whole: tuple[Catalogue, Citations]):
    catalogue, made = whole
    for kind in KINDS:
        for other in KINDS:
            there = {(a.id, b.id) for a in catalogue.of_kind(kind).values() for b in touching(a, other, *whole)}
            back = {(a.id, b.id) for b in catalogue.of_kind(other).values() for a in touching(b, kind, *whole)}
            assert there == back, (kind, other)
    assert made.cites


def test_homonyms_not_told_apart_are_one_word_and_two_citations():
    files = {f"glossaire/{id_}.md": write("term", *lines) for id_, lines in zip(("msp", "msp-b"), MSP, strict=True)}
    _, made = rendered(files | {"page.md": write("page", body="Une MSP.\n")})
    assert made.words[PAGE] == (("msp", "msp-b"),)
    assert made.cites[PAGE] == (("term", "msp"), ("term", "msp-b"))
    _, made = rendered(files | {"page.md": write("page", "sens: {MSP: msp-b}", body="Une MSP.\n")})
    assert made.words[PAGE] == (("msp-b",),)
    assert made.cited_by == {("term", "msp-b"): (PAGE,)}


def test_a_withdrawn_content_neither_cites_nor_is_cited():
    gone = {"fiches/une-fiche.md": write("sheet", "retire: 2026-11", body="Le CVS.\n")}
    _, made = rendered(FILES | gone | {"histoire/evenements/loi.md": write("event", body="Le CVS.\n")})
    assert SHEET not in made.cites and SHEET not in made.cited_by
    assert made.cites[OTHER] == (CVS,)


def test_a_page_that_refuses_the_glossary_cites_only_what_its_author_links():
    _, made = rendered(
        FILES | {"page.md": write("page", "glossaire: non", body="Le CVS, [le GEM](glossaire/gem.md).\n")}
    )
    assert made.cites[PAGE] == (GEM,)


def test_a_language_cites_by_its_own_texts_only():
    english = {
        "glossaire/cvs.en.md": write("translation", "title: CVS", "developpe: social life council"),
        "fiches/une-fiche.en.md": write("translation", "description: A.", "simple: A. B. C.", body="The CVS, GEM.\n"),
    }
    _, made = rendered(FILES | english, "en")
    assert {page: refs for page, refs in made.cites.items() if page[0] != "page"} == {CVS: (), SHEET: (CVS,)}
    assert made.cited_by == {CVS: (SHEET,)}


def test_closing_keeps_no_link_to_what_was_collected():
    catalogue = read(FILES).catalogue("fr")
    found, groups = {PAGE: [CVS]}, {PAGE: [("cvs",)]}
    made = close(found, groups, catalogue)
    found[PAGE].append(GEM)
    groups[PAGE].append(("gem",))
    assert made.cites == {PAGE: (CVS,)}
    assert made.words == {PAGE: (("cvs",),)}


def test_whatever_the_order_in_which_texts_were_read_those_that_cite_are_in_the_order_of_kinds():
    catalogue = read(FILES).catalogue("fr")
    assert close({PAGE: [CVS], LAW: [CVS], SHEET: [CVS]}, {}, catalogue).cited_by == {CVS: (SHEET, LAW, PAGE)}
