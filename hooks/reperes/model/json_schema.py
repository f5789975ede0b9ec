"""The content model as JSON Schemas (draft 2020-12): for editors that complete front matter, and for the reference."""

import json
from dataclasses import dataclass
from typing import Any

from reperes.model import words
from reperes.model.kinds import KINDS, Model, Source, Translation
from reperes.model.yaml_dump import flow

MODELS: dict[str, type[Model]] = {**KINDS, "translation": Translation}
DRAFT = "https://json-schema.org/draft/2020-12/schema"
FOLDER = "schemas/"


def schema(kind: str) -> dict[str, Any]:
    """What the front matter of a kind may be, one key with another apart (an acronym and what it stands for)."""
    told = MODELS[kind].model_json_schema()
    for part in (told, *told.get("$defs", {}).values()):
        _say(part)
    told.pop("title", None)
    return {"$schema": DRAFT, **told}


def texts() -> dict[str, bytes]:
    """The files to publish, by path in the site."""
    return {
        f"{FOLDER}{kind}.json": (json.dumps(schema(kind), ensure_ascii=False, indent=2) + "\n").encode()
        for kind in MODELS
    }


@dataclass(frozen=True)
class Row:
    """A key as the reference shows it; `format` and the vocabularies are named in the words."""

    key: str
    required: bool
    format: str
    many: bool
    example: str


def rows(kind: str) -> list[Row]:
    """The keys of a kind, or of a "source", those required first."""
    told = schema("term")["$defs"][Source.__name__] if kind == "source" else schema(kind)
    found = [_row(key, part, key in told.get("required", ())) for key, part in told["properties"].items()]
    return sorted(found, key=lambda row: not row.required)


def _say(part: dict[str, Any]) -> None:
    """Say each key in French; a key that is written has a value, optional or not."""
    part.pop("description", None)  # the docstring of the class
    meanings = words.load("fr")["fields"]["meanings"]
    for key, found in part["properties"].items():
        for value in found.pop("anyOf", ()):
            found |= value if value != {"type": "null"} else {}
        for useless in ("title", "default"):
            found.pop(useless, None)
        found["description"] = meanings[key]


def _row(key: str, part: dict[str, Any], required: bool) -> Row:
    item = part.get("items", part)
    form = "sources" if "$ref" in item else item.get("format") or item.get("const") or item["type"]
    return Row(key, required, form, "items" in part and "$ref" not in item, f"{key}: {flow(part['examples'][0])}")
