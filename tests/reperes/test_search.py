import json
from typing import Any

import pytest
from contents import read, write
from reperes.catalogue.catalogue import Catalogue
from reperes.model import words
from reperes.output import search

WORDS = words.load("fr")
FILES = {
    "glossaire/gem.md": write("term", "title: GEM", "developpe: groupe d'entraide mutuelle", "formes: [G.E.M.]"),
    "glossaire/retire.md": write("term", "title: retiré", "retire: 2026-11", body=""),
    "glossaire/gem.en.md": write("translation", "title: GEM", "developpe: mutual support group"),
    "glossaire/oeuvre.md": write("term", "title: œuvre sociale"),
    "fiches/x.md": write("sheet", "title: Une fiche"),
    "histoire/evenements/loi.md": write("event", "title: Une loi"),
    "recherche.md": write("page", "title: Recherche", body="```recherche\n```\n"),
    "index.md": write("page", "title: Accueil"),
}


def catalogue(language: str = "fr") -> Catalogue:
    library = read(FILES)
    assert not library.problems, "\n".join(map(str, library.problems))
    return library.catalogue(language)


def listed(language: str) -> dict[str, Any]:
    (content,) = search.names(catalogue(language), words.load(language)).values()
    kinds = json.loads(content)["kinds"]
    return {start + end: spellings for start, *rows in kinds.values() for end, *spellings in rows}


def test_the_list_of_names_gives_each_page_its_address_and_a_term_all_its_spellings():
    names = listed("fr")
    assert names["glossaire/gem/"] == ["GEM", "groupe d'entraide mutuelle", "G.E.M.", {"en": ["mutual support group"]}]
    assert names["fiches/x/"] == ["Une fiche"]
    assert names["histoire/evenements/loi/"] == ["Une loi"]
    assert names[""] == ["Accueil"]


def test_the_list_of_names_leaves_out_withdrawn_texts_and_the_search_itself():
    assert not {"glossaire/retire/", "recherche/"} & set(listed("fr"))


def test_each_language_lists_only_its_own_pages():
    assert set(listed("en")) == {"en/glossaire/gem/"}


def test_a_name_is_found_in_another_language_when_it_is_spelled_otherwise_there():
    french = {"fr": ["groupe d'entraide mutuelle", "G.E.M."]}
    assert listed("en")["en/glossaire/gem/"] == ["GEM", "mutual support group", french]


def test_what_people_in_distress_type_ships_with_the_names_in_every_language():
    (content,) = search.names(catalogue("fr"), WORDS).values()
    assert json.loads(content)["help"] == {}  # no page of help
    help_page = FILES | {"aide.md": write("page", "title: Aide")}
    (content,) = search.names(read(help_page).catalogue("fr"), WORDS).values()
    said = json.loads(content)["help"]
    assert said["url"] == "aide/"
    assert {"police", "emergency"} <= {*said["alone"]}


def test_every_word_of_the_search_is_text():
    for language in ("fr", "en"):
        said = words.load(language)["search"]
        lists = (said["small"], *said["help"].values())
        assert [word for some in lists for word in some if not isinstance(word, str)] == []  # « on », unquoted, is true


@pytest.mark.parametrize("typed", ["groupes", "mutuelles", "entraides", "gems"])
def test_other_forms_of_a_name_are_indexed(typed: str):
    assert typed in [word.lower() for word in search.variants(catalogue().terms["gem"], "", WORDS)]


@pytest.mark.parametrize(
    ("text", "typed"),
    [("<p>une œuvre</p>", "oeuvre"), ("médico-social", "medicosocial"), ("des vœux", "voeux")],
)
def test_what_pagefind_does_not_fold_is_indexed_folded(text: str, typed: str):
    assert typed in search.variants(catalogue().sheets["x"], text, WORDS)


@pytest.mark.parametrize(
    ("language", "text", "split"),
    [
        ("fr", "L’entrée d'un lieu", "L' entrée d' un lieu"),
        ("fr", "lorsqu'elle", "lorsqu' elle"),
        ("fr", "aujourd'hui", "aujourd'hui"),
        ("en", "people’s rights", "people 's rights"),
    ],
)
def test_elided_words_stand_apart(language: str, text: str, split: str):
    assert " ".join(search.split_elisions(text, words.load(language)).split()) == split


def test_the_number_of_a_source_is_no_part_of_a_year():
    number = '<sup class="reference"><button aria-label="source 1" popovertarget="source-a">1</button></sup>'
    assert search.unnumbered(f"<p>En juin 2027{number}, puis{number}.</p>") == "<p>En juin 2027, puis.</p>"
