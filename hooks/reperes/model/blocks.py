"""The blocks an author may write: a fence with a name, whose lines are options."""

import json
import re
from html import unescape
from typing import Any
from xml.etree.ElementTree import Element, tostring

from pydantic import Field, ValidationInfo, field_validator

from reperes.model.edtf import Edtf
from reperes.model.kinds import Model
from reperes.model.values import Date, Domains, Tracks, refuse

MARKER = re.compile(r'<div data-block="([a-z-]+)" data-options="([^"]*)"></div>')


class Timeline(Model):
    """The events of some tracks in one chronological list, between two dates if wanted."""

    tracks: Tracks = Field(("participation", "travail-pair"), alias="pistes")
    start: Date | None = Field(None, alias="de")
    end: Date | None = Field(None, alias="a")

    @field_validator("end")
    @classmethod
    def _later(cls, end: Edtf, info: ValidationInfo) -> Edtf:
        start = info.data.get("start")
        if start and end.upper < start.lower:
            raise refuse(f"« {end.text} » vient avant « {start.text} »", "échangez les deux dates")
        return end


class Index(Model):
    """The entries of the glossary from A to Z, of some fields if wanted."""

    domains: Domains = Field((), alias="domaines")


class Plain(Model):
    """A block without options."""


BLOCKS: dict[str, type[Model]] = {
    "chronologie": Timeline,
    "glossaire": Index,
    "definitions": Plain,
    "fiches": Plain,
    "plan": Plain,
    "carte": Plain,
    "en-clair": Plain,
    "sources": Plain,
    "mentions": Plain,
    "mesures": Plain,
    "traductions": Plain,
    "livret": Plain,
    "hors-ligne": Plain,
    "champs": Plain,
    "recherche": Plain,
}


def custom_fences() -> list[dict[str, Any]]:
    """Our blocks as pymdownx.superfences knows them: each leaves a marker, drawn when every page is rendered."""
    return [{"name": name, "class": name, "format": _marker} for name in BLOCKS]


def _marker(source: str, language: str, css_class: str, options: Any, md: Any, **kwargs: Any) -> str:
    place = Element("div", {"data-block": language, "data-options": json.dumps(source)})
    return tostring(place, encoding="unicode", short_empty_elements=False)


def split(article: str) -> list[tuple[str, str, str]]:
    """An article cut at its markers: (HTML before, name of the block, its options), the last with no block."""
    result, end = [], 0
    for found in MARKER.finditer(article):
        result.append((article[end : found.start()], found[1], json.loads(unescape(found[2]))))
        end = found.end()
    return [*result, (article[end:], "", "")]
