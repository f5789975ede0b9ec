"""What the atelier's script reads: the rules of the model with their sentences, the names of contents, the texts.

Each fault and each cure is what the model or the check itself answers to a wrong value: none is typed here.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import TypeAdapter, ValidationError

from reperes.base.problems import identifier
from reperes.catalogue.catalogue import Catalogue, Entry
from reperes.catalogue.library import read_all
from reperes.check import files
from reperes.model import values, vocabularies
from reperes.model.json_schema import rows
from reperes.model.kinds import KINDS, Translation, keys
from reperes.model.paths import DOCS, FACTS
from reperes.model.vocabularies import Vocabularies
from reperes.views.workshop import OFFERED, WITH, form

FOLDER = "atelier/"
TEXTS = f"{FOLDER}textes/"  # every text as it is, at its own path
MODEL = f"{FOLDER}modele.json"
NAMES = f"{FOLDER}noms.{{language}}.json"
BODY = "texte"
SPECIMEN = "Pas Bon"  # no id, no date, no address: stands for what is typed
TYPES: dict[str, Any] = {  # the types of values that a hand types
    "line": values.Line,
    "text": values.Prose,
    "id": values.Id,
    "uri": values.Url,
    "rank": values.Rank,
    "edtf": values.Date,
}


def texts(docs: Mapping[str, bytes], known: Vocabularies) -> dict[str, bytes]:
    """The texts as they are, and the rules."""
    found = {TEXTS + path: raw for path, raw in docs.items() if path.endswith(".md")}
    kinds = {
        kind: {
            "folder": KINDS[kind].folder,
            "keys": list(keys(KINDS[kind].model)),
            "formats": {field.key: field.format for field in form(kind, known)},
            "needs": needs(kind, docs, known),
        }
        for kind in (*OFFERED, WITH)
    }
    translation = {
        "keys": list(keys(Translation)),
        "formats": {one.key: one.format for one in form("translation", known)},
    }
    told = {"texts": TEXTS, "rules": rules(), "images": images(), "kinds": kinds, "translation": translation}
    return {**found, MODEL: _json(told)}


def names(catalogue: Catalogue) -> dict[str, bytes]:
    """The contents by the path of their French file: what they are called, and the languages they exist in."""
    entries: list[Entry[Any]] = [one for kind in KINDS for one in catalogue.of_kind(kind).values()]
    found = {one.texts[FACTS].path: [_called(one), *one.languages[1:]] for one in entries}
    return {NAMES.format(language=catalogue.language): _json(found)}


def rules() -> dict[str, list[dict[str, Any]]]:
    """What may be typed, by format: what a value must match, or how long it may be, with the fault and the cure."""
    found: dict[str, list[dict[str, Any]]] = {}
    for name, type_ in TYPES.items():
        adapter = TypeAdapter(type_)
        schema = adapter.json_schema()
        told = []
        if "pattern" in schema:
            told.append({"match": schema["pattern"], **_answer(adapter, SPECIMEN)})
        if name == "rank":
            told.append({"match": "^[0-9]+$", **_answer(adapter, SPECIMEN)})
        if name in ("line", "text", "uri"):
            most = {"line": values.LONGEST_LINE, "text": values.LONGEST_TEXT, "uri": values.LONGEST_URL}[name]
            told.append({"most": most, **_answer(adapter, "https://a.b/" + "x" * most)})
        if name == "edtf":
            told.append({"match": "", **_answer(adapter, SPECIMEN)})
        found[name] = told
    return found


def images() -> dict[str, Any]:
    """How heavy an image may be; what is answered to those of a type that is refused, to others, to a damaged one."""
    told = {extension: files.named(f"images/x{extension}") for extension in (*files.PHOTOS, ".svg", ".pdf")}
    refused = {extension[1:]: " ; ".join(answer) for extension, answer in told.items() if answer}
    other = " ; ".join(files.named("images/x.zip") or ()).replace("zip", "{value}")
    damaged = " ; ".join(next(files.held("images/x.gif", b"GIF89a")))
    return {
        "types": list(files.IMAGES),
        "most": files.MAX_IMAGE,
        "refused": refused,
        "other": other,
        "damaged": damaged,
    }


def needs(kind: str, docs: Mapping[str, bytes], known: Vocabularies) -> dict[str, list[str]]:
    """What the check answers, by key, when a value that a file of a kind needs is not there."""
    required = [row for row in rows(kind, known) if row.required]
    lists = {path: raw for path, raw in docs.items() if path.startswith(f"{vocabularies.FOLDER}/")}
    new = f"{KINDS[kind].folder}/x.md"

    def asked(lines: list[str], body: str) -> Iterator[tuple[str, list[str]]]:
        text = "\n".join(("---", *lines, "---", body, ""))
        for problem in read_all({**lists, new: text.encode()}, (FACTS,)).problems:
            if problem.path == DOCS + new:
                yield problem.field, [problem.fault, problem.cure]

    right = {row.key: row.example for row in required} | {"title": "title: Accueil"}
    found: dict[str, list[str]] = {}
    for left in right:
        said = dict(asked([line for key, line in right.items() if key != left], "Un texte."))
        found |= {key: answer for key, answer in said.items() if key == left}
    found |= {key: answer for key, answer in asked(list(right.values()), "") if key in ("sources", BODY)}
    return found


def _answer(adapter: TypeAdapter[Any], wrong: str) -> dict[str, str]:
    """The fault and the cure of a wrong value; what is typed stands as {value}, the id it could be as {id}."""
    try:
        adapter.validate_python(wrong)
    except ValidationError as error:
        said = error.errors()[0]["ctx"]
        fault, cure = (str(said[part]).replace(identifier(SPECIMEN), "{id}") for part in ("fault", "cure"))
        return {"fault": fault.replace(SPECIMEN, "{value}"), "cure": cure.replace(SPECIMEN, "{value}")}
    raise AssertionError(wrong)


def _called(entry: Entry[Any]) -> str:
    words = entry.words
    return f"{words.title} ({words.expansion})" if words.expansion else words.title


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
