"""The kinds of content as strict, frozen types: what their front matter may say.

Keys are the French ones that editors write; their meaning in words stands under `fields` in data/words/.
"""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

from reperes.model.values import (
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

    title: Line = Field(alias="titre", examples=["Un rapport"])
    url: Url | None = Field(None, examples=["https://www.legifrance.gouv.fr/"])
    date: Date | None = Field(None, examples=["2023-11"])
    author: Line | None = Field(None, alias="auteur", examples=["Une association"])


class Content(Model):
    """What every kind knows."""

    title: Line = Field(examples=["Trouver la bonne distance"])
    simple: Text | None = Field(None, examples=["Une phrase courte. Une autre."])
    sources: tuple[Source, ...] = Field((), examples=[[{"titre": "Un rapport"}]])
    reviewed: Month | None = Field(None, alias="revu", examples=["2026-11"])
    former: Ids = Field((), alias="anciens", examples=[["ancien-nom"]])
    linking: Literal["non"] | None = Field(None, alias="glossaire", examples=["non"])
    withdrawn: Month | None = Field(None, alias="retire", examples=["2026-11"])


class Sourced(Content):
    """A kind that says who says so, and when it was last read."""

    sources: tuple[Source, ...] = Field(min_length=1, examples=[[{"titre": "Un rapport"}]])
    reviewed: Month = Field(alias="revu", examples=["2026-11"])


class Term(Sourced):
    """An entry of the glossary (SKOS concept)."""

    title: Line = Field(examples=["CVS"])
    expansion: Line | None = Field(None, alias="developpe", examples=["conseil de la vie sociale"])
    forms: Lines = Field((), alias="formes", examples=[["conseil de vie sociale"]])
    exact: bool = Field(False, examples=[True])
    domains: Domains = Field((), alias="domaines", examples=[["participation", "droit"]])
    lifespan: Lifespan | None = Field(None, alias="periode", examples=["2010/2016", "2005/.."])
    replaces: Ids = Field((), alias="remplace", examples=[["ancien-conseil"]])
    related: Ids = Field((), alias="voir", examples=[["loi-2002-2"]])
    equivalents: dict[str, Line | None] = Field({}, examples=[{"en": "peer worker"}])


class Event(Sourced):
    """A landmark in time (schema.org Event)."""

    title: Line = Field(examples=["Création du CCPA"])
    date: Date = Field(examples=["1984~", "2002-01-02", "193X", "1980/1999"])
    date_text: Line | None = Field(None, alias="date_texte", examples=["au début des années 1980"])
    tracks: Tracks = Field(alias="pistes", min_length=1, examples=[["participation"]])
    place: Place | None = Field(None, alias="lieu", examples=["FR"])
    type: Type | None = Field(None, examples=["loi"])
    sheets: Ids = Field((), alias="fiches", examples=[["bonne-distance"]])
    terms: Ids = Field((), alias="termes", examples=[["cvs"]])


class Definition(Sourced):
    """A founding notion, in depth."""

    description: Line = Field(examples=["Une phrase."])
    simple: Text = Field(examples=["Une phrase courte. Une autre. Une troisième."])
    meaning: dict[str, Id] = Field({}, alias="sens", examples=[{"MSP": "msp"}])


class Sheet(Definition):
    """One question a peer worker or a team asks."""

    section: Section = Field(alias="rubrique", examples=["distinctions"])


class Page(Content):
    """Everything else: home, indexes, about."""

    description: Line = Field(examples=["Une phrase."])
    meaning: dict[str, Id] = Field({}, alias="sens", examples=[{"MSP": "msp"}])


class Translation(Model):
    """The words of a content in another language; `source_stamp` is the fingerprint of the French it was made from."""

    title: Line = Field(examples=["CVS"])
    expansion: Line | None = Field(None, alias="developpe", examples=["conseil de la vie sociale"])
    forms: Lines = Field((), alias="formes", examples=[["conseil de vie sociale"]])
    description: Line | None = Field(None, examples=["One sentence."])
    simple: Text | None = Field(None, examples=["A short sentence. Another."])
    date_text: Line | None = Field(None, alias="date_texte", examples=["in the early 1980s"])
    source_stamp: Stamp = Field(alias="traduit_de", examples=["0123456789ab"])


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
