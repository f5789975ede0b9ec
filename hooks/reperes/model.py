"""The kinds of content as strict, frozen types: what their front matter may say.

Keys are the French ones that editors write; CONTRIBUTING.md explains each.
"""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

from reperes.values import (
    EMPTY,
    Date,
    Domains,
    Id,
    Ids,
    Lifespan,
    Line,
    Lines,
    Month,
    Place,
    Section,
    Stamp,
    Text,
    Tracks,
    Type,
    Url,
    refuse,
)


class Model(BaseModel):
    """Strict (no conversion), frozen, and closed to unknown keys."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", arbitrary_types_allowed=True)

    @field_validator("*", mode="before")
    @classmethod
    def _given(cls, value: Any) -> Any:
        """A key that is written has a value, optional or not."""
        if value is None:
            raise refuse(*EMPTY)
        return value


class Source(Model):
    """Who says so."""

    title: Line = Field(alias="titre")
    url: Url | None = None
    date: Date | None = None
    author: Line | None = Field(None, alias="auteur")


class Content(Model):
    """What every kind knows."""

    title: Line
    simple: Text | None = None
    sources: tuple[Source, ...] = ()
    reviewed: Month | None = Field(None, alias="revu")
    former: Ids = Field((), alias="anciens")
    linking: Literal["non"] | None = Field(None, alias="glossaire")
    withdrawn: Month | None = Field(None, alias="retire")


class Sourced(Content):
    """A kind that says who says so, and when it was last read."""

    sources: tuple[Source, ...] = Field(min_length=1)
    reviewed: Month = Field(alias="revu")


class Term(Sourced):
    """An entry of the glossary (SKOS concept)."""

    expansion: Line | None = Field(None, alias="developpe")
    forms: Lines = Field((), alias="formes")
    exact: bool = False
    domains: Domains = Field((), alias="domaines")
    lifespan: Lifespan | None = Field(None, alias="periode")
    replaces: Ids = Field((), alias="remplace")
    related: Ids = Field((), alias="voir")
    equivalents: dict[str, Line | None] = {}


class Event(Sourced):
    """A landmark in time (schema.org Event)."""

    date: Date
    date_text: Line | None = Field(None, alias="date_texte")
    tracks: Tracks = Field(alias="pistes", min_length=1)
    place: Place | None = Field(None, alias="lieu")
    type: Type | None = None
    sheets: Ids = Field((), alias="fiches")
    terms: Ids = Field((), alias="termes")


class Definition(Sourced):
    """A founding notion, in depth."""

    description: Line
    simple: Text
    meaning: dict[str, Id] = Field({}, alias="sens")


class Sheet(Definition):
    """One question a peer worker or a team asks."""

    section: Section = Field(alias="rubrique")


class Page(Content):
    """Everything else: home, indexes, about."""

    description: Line
    meaning: dict[str, Id] = Field({}, alias="sens")


class Translation(Model):
    """The words of a content in another language; `source_stamp` is the fingerprint of the French it was made from."""

    title: Line
    expansion: Line | None = Field(None, alias="developpe")
    forms: Lines = Field((), alias="formes")
    description: Line | None = None
    simple: Text | None = None
    date_text: Line | None = Field(None, alias="date_texte")
    source_stamp: Stamp = Field(alias="traduit_de")


KINDS: dict[str, type[Content]] = {
    "term": Term,
    "event": Event,
    "definition": Definition,
    "sheet": Sheet,
    "page": Page,
}
FOLDERS = {
    "glossaire": "term",
    "histoire/evenements": "event",
    "definitions": "definition",
    "fiches": "sheet",
}


def keys(model: type[Model]) -> tuple[str, ...]:
    """The keys of a model as editors write them."""
    return tuple(field.alias or name for name, field in model.model_fields.items())


def is_acronym(title: str) -> bool:
    """One word with at least two capitals, dots and hyphens ignored (RdR, G.E.M., DPA-PC)."""
    return " " not in title and sum(letter.isupper() for letter in title) >= 2
