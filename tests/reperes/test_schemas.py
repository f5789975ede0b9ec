"""The JSON Schemas of the model, against an independent reader."""

from typing import Any

import pytest
import yaml
from contents import HEADS, LANGUAGES, problems_of, read
from jsonschema import Draft202012Validator
from reperes.model import words
from reperes.model.json_schema import MODELS, rows, schema
from reperes.model.kinds import Observed, Verified, keys

LISTS = read({}).vocabularies


class _Json(yaml.CSafeLoader):
    """YAML as an editor reads it for a JSON Schema (YAML 1.2): a date is text."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - PyYAML's own way
        first: [rule for rule in rules if not rule[0].endswith((":timestamp", ":merge"))]
        for first, rules in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }


def head(text: str) -> Any:
    return yaml.load(text.split("---\n")[1], Loader=_Json)


def refused(kind: str, data: Any) -> list[str]:
    return [error.message for error in Draft202012Validator(schema(kind, LISTS)).iter_errors(data)]


@pytest.mark.parametrize("kind", MODELS)
def test_it_is_a_schema_of_its_draft_that_closes_the_list_of_keys(kind: str):
    Draft202012Validator.check_schema(schema(kind, LISTS))
    assert refused(kind, {**head(example(kind)), "couleur": "bleu"}) != []


@pytest.mark.parametrize("kind", MODELS)
def test_every_example_of_a_key_is_right_for_the_schema_and_for_the_check(kind: str):
    relations = {
        "anciens",
        "remplace",
        "voir",
        "fiches",
        "termes",
        "sens",
        "retire",
        "sources",
        "source",
        "etapes",
        "observe",
        "verifie",
    }  # depend on other files
    for row in rows(kind, LISTS):
        assert refused(kind, {**head(example(kind)), **yaml.load(row.example, Loader=_Json)}) == [], row
        if row.key not in relations | {"title"}:
            assert problems_of(kind, row.example) == [], row


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("term", "titel: X"),
        ("term", "title: [CVS]"),
        ("term", "title: ''"),
        ("term", "title:"),
        ("term", "formes: CVS"),
        ("term", "formes: [a, a]"),
        ("term", "formes: [[a]]"),
        ("term", "exact: oui"),
        ("term", "domaines: [culture]"),
        ("term", "voir: [Été]"),
        ("term", "voir:"),
        ("term", "equivalents: [en]"),
        ("term", "equivalents: {en: [a]}"),
        ("source", "genre: autre"),
        ("source", "url: a.fr"),
        ("term", "sources: [Un livre]"),
        ("term", "revu: novembre"),
        ("term", "revu: 2026-13"),
        ("term", "glossaire: oui"),
        ("event", "pistes: []"),
        ("event", "pistes: [autre]"),
        ("event", "date: [1984]"),
        ("event", "date: true"),
        ("event", "lieu: Mars"),
        ("event", "type: [loi]"),
        ("definition", "sens: {CVS: }"),
        ("sheet", "rubrique: autre"),
        ("translation", "traduit_de: x"),
        ("translation", "revu: 2026-11"),
    ],
)
def test_the_schema_refuses_what_the_check_refuses(kind: str, line: str):
    assert problems_of(kind, line)
    assert refused(kind, {**head(example(kind)), **yaml.load(line, Loader=_Json)})


@pytest.mark.parametrize("kind", MODELS)
def test_a_key_that_the_check_needs_the_schema_needs(kind: str):
    whole = head(example(kind))
    for key in whole:
        if key != "sources":  # a text may name them instead
            assert refused(kind, {k: v for k, v in whole.items() if k != key}) and problems_of(kind, without=[key]), key


def example(kind: str) -> str:
    return "---\n" + "\n".join(HEADS[kind]) + "\n---\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_has_its_meaning_in_words(language: str):
    wanted = {key for model in (*MODELS.values(), Observed, Verified) for key in keys(model)}
    assert set(words.load(language)["fields"]["meanings"]) == wanted
