"""The content model as JSON Schemas (draft 2020-12): for editors that complete front matter, and for the reference."""

import json
from copy import deepcopy
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from pydantic import BaseModel

from reperes.model import words
from reperes.model.kinds import KINDS, Translation
from reperes.model.vocabularies import Vocabularies
from reperes.model.yaml_dump import flow

TRANSLATION = "translation"
MODELS: dict[str, type[BaseModel]] = {**{kind.name: kind.model for kind in KINDS.values()}, TRANSLATION: Translation}
DRAFT = "https://json-schema.org/draft/2020-12/schema"
FOLDER = "schemas/"


def schema(kind: str, vocabularies: Vocabularies) -> dict[str, Any]:
    """What the front matter of a kind may be, one key with another apart (an acronym and what it stands for)."""
    told = deepcopy(_bare(kind))
    for part in (told, *told.get("$defs", {}).values()):
        _say(part, kind, vocabularies)
    told.pop("title", None)
    return {"$schema": DRAFT, **told}


@cache
def _bare(kind: str) -> dict[str, Any]:
    return MODELS[kind].model_json_schema()


def texts(vocabularies: Vocabularies) -> dict[str, bytes]:
    """The files to publish, by path in the site."""
    return {
        f"{FOLDER}{kind}.json": (json.dumps(schema(kind, vocabularies), ensure_ascii=False, indent=2) + "\n").encode()
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


@lru_cache(maxsize=1 << 6)
def rows(kind: str, vocabularies: Vocabularies) -> tuple[Row, ...]:
    """The keys of a kind, those required first."""
    told = schema(kind, vocabularies)
    found = [_row(key, part, key in told.get("required", ())) for key, part in told["properties"].items()]
    return tuple(sorted(found, key=lambda row: not row.required))


def _say(part: dict[str, Any], kind: str, vocabularies: Vocabularies) -> None:
    """Say each key in French; a key that is written has a value, optional or not."""
    part.pop("description", None)  # the docstring of the class
    said = words.load("fr")["fields"]
    for key, found in part["properties"].items():
        for value in found.pop("anyOf", ()):
            found |= value if value != {"type": "null"} else {}
        for useless in ("title", "default"):
            found.pop(useless, None)
        item = found.get("items", found)
        if ids := vocabularies.ids(item.get("format", "")):
            item["enum"] = list(ids)
            item.pop("type", None)
        found["description"] = said["meanings"][key]
        found["examples"] = [said["examples"].get(kind, {}).get(key, said["examples"]["all"].get(key))]


def _row(key: str, part: dict[str, Any], required: bool) -> Row:
    item = part.get("items", part)
    form = item["$ref"].rpartition("/")[2].lower() if "$ref" in item else item.get("format") or item.get("const")
    return Row(key, required, form or item["type"], "items" in part, f"{key}: {flow(part['examples'][0])}")
