"""The blocks an author may write: a fence with a name, whose lines are options."""

import json
import re
from dataclasses import dataclass
from html import unescape
from typing import Any
from xml.etree.ElementTree import Element, tostring

from pydantic import Field, ValidationInfo, field_validator

from reperes.model.edtf import Edtf
from reperes.model.kinds import Model
from reperes.model.values import Date, Domains, Genres, Section, Tracks, refuse

OFFLINE = "assets/reperes/offline.css"
MAP = "assets/reperes/map.css"
HISTORY = "assets/reperes/history.css"
LISTS = "assets/reperes/lists.css"
BOOKLET = "assets/reperes/booklet.css"
WORKSHOP = "assets/reperes/atelier/atelier.css"
MARKER = re.compile(r'<div data-block="([a-z0-9-]+)" data-options="([^"]*)"></div>')


class Timeline(Model):
    """The events of some tracks in one chronological list, between two dates if wanted."""

    tracks: Tracks = Field((), alias="pistes")  # none: every track that is a story
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


class Part(Model):
    """The sheets of one family, one after the other; without it, what the parts are."""

    section: Section | None = Field(None, alias="rubrique")


class Sources(Model):
    """The sources of some genres; without any, of all."""

    genres: Genres = ()


class Plain(Model):
    """A block without options."""


@dataclass(frozen=True)
class Block:
    """A block: its name in a fence, its options, the view it shows and what it needs to be used.

    Its template is `overrides/partials/blocks/<name>.html`; its view, a function of reperes.views.
    """

    name: str
    view: str  # module and function
    options: type[Model] = Plain
    styles: tuple[str, ...] = ()  # stylesheets that only pages with this block ask for, beside site.css
    quoted: bool = False  # whether its page is printed and cited as a text is


BLOCKS: dict[str, Block] = {
    block.name: block
    for block in (
        Block("chronologie", "timeline.chronology", Timeline, (HISTORY,), quoted=True),
        Block("glossaire", "lists.letters", Index, (LISTS,)),
        Block("instances", "ladder.ladder", styles=(HISTORY,)),
        Block("definitions", "lists.definitions", styles=(LISTS,)),
        Block("fiches", "lists.families", styles=(LISTS,)),
        Block("plan", "lists.site_map", styles=(LISTS,)),
        Block("carte", "lists.argument", styles=(MAP,), quoted=True),
        Block("en-clair", "lists.easy"),
        Block("sources", "lists.bibliography", Sources, (LISTS,)),
        Block("bibliographie", "lists.commented", styles=(LISTS,)),
        Block("formations", "lists.trainings"),
        Block("parcours", "lists.paths", styles=(LISTS,)),
        Block("mentions", "lists.publisher"),
        Block("traductions", "translation_progress.progress"),
        Block("livret", "booklet.bind", Part, (BOOKLET,)),
        Block("hors-ligne", "lists.carried", styles=(OFFLINE,)),
        Block("champs", "lists.reference"),
        Block("recherche", "lists.answers"),
        Block("atelier", "workshop.workshop", styles=(WORKSHOP,)),
        Block("changements", "changes.changes", styles=(LISTS,)),
        Block("publications", "publications.offered"),
    )
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
