"""The kinds of content as strict, frozen types: what their front matter may say.

Keys are the French ones that editors write; docs of each key: the content model in CONTRIBUTING.md.
"""

import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, field_validator
from pydantic_core import PydanticCustomError

from reperes import words
from reperes.collation import fold
from reperes.dates import DateError, Edtf, parse
from reperes.problems import slug, suggest

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")
STAMP = re.compile(r"[0-9a-f]{12}")
STAMP_CURE = "lancez python3 scripts/translations --stamp"
EMPTY = "la valeur manque", "écrivez-la, ou enlevez la clé si elle est facultative"
LABELS = words.load("fr")
VOCABULARIES = words.vocabularies()


def refuse(fault: str, cure: str) -> PydanticCustomError:
    """An error that carries its two sentences to the author."""
    return PydanticCustomError("reperes", "{fault}", {"fault": fault, "cure": cure})


def _text(value: str) -> str:
    if not value.strip():
        raise refuse(*EMPTY)
    return value.strip()


def _line(value: str) -> str:
    if "\n" in value.strip():
        raise refuse("le texte tient sur plusieurs lignes", "écrivez-le d'une traite, ou avec « >- »")
    return value.strip()


def _id(value: str) -> str:
    if not ID.fullmatch(value):
        raise refuse(f"« {value} » n'est pas un identifiant", slug(value))
    return value


def _month(value: str) -> str:
    if not MONTH.fullmatch(value):
        raise refuse(f"« {value} » n'est pas un mois", "écrivez l'année et le mois : 2026-11")
    return value


def _url(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s<>\"'`{}|\\^]+\.[^\s<>\"'`{}|\\^]+", value):
        raise refuse(
            f"« {value[:60]} » n'est pas une adresse",
            "recopiez-la depuis la barre d'adresse : https://…, sans espace",
        )
    return value


def _stamp(value: str) -> str:
    if not STAMP.fullmatch(value):
        raise refuse("l'empreinte n'a pas la bonne forme", STAMP_CURE)
    return value


def _date(value: Any) -> Edtf:
    if not isinstance(value, str):
        raise refuse("une date est attendue", 'mettez-la entre guillemets : "[1984,1986]"')
    try:
        return parse(value)
    except DateError as error:
        raise refuse(error.fault, error.cure) from None


def _lifespan(value: Any) -> Edtf:
    date = _date(value)
    if date.kind != "interval":
        first = date.text if date.kind == "point" else f"{date.lower.year}"
        raise refuse(
            f"« {date.text} » n'est pas une durée",
            f"écrivez {first}/.. (toujours en cours), ou {first}/ et la date de fin",
        )
    return date


def _one_of(vocabulary: str) -> AfterValidator:
    def check(value: str) -> str:
        if value not in VOCABULARIES[vocabulary]:
            labelled = next((id_ for id_, label in LABELS[vocabulary].items() if fold(label) == fold(value)), None)
            cure = f"écrivez « {labelled} »" if labelled else suggest(value, VOCABULARIES[vocabulary])
            raise refuse(f"« {value} » n'est pas dans la liste", cure)
        return value

    return AfterValidator(check)


def _distinct(values: tuple[str, ...]) -> tuple[str, ...]:
    twice = next((value for i, value in enumerate(values) if value in values[:i]), None)
    if twice is not None:
        raise refuse(f"« {twice} » est écrit deux fois", "gardez-en un seul")
    return values


Text = Annotated[str, AfterValidator(_text)]
Line = Annotated[Text, AfterValidator(_line)]
Id = Annotated[str, AfterValidator(_id)]
Month = Annotated[str, AfterValidator(_month)]
Url = Annotated[str, AfterValidator(_url)]
Stamp = Annotated[str, AfterValidator(_stamp)]
Date = Annotated[Edtf, BeforeValidator(_date)]
Lifespan = Annotated[Edtf, BeforeValidator(_lifespan)]
Ids = Annotated[tuple[Id, ...], AfterValidator(_distinct)]
Lines = Annotated[tuple[Line, ...], AfterValidator(_distinct)]
Domains = Annotated[tuple[Annotated[str, _one_of("domaines")], ...], AfterValidator(_distinct)]
Tracks = Annotated[tuple[Annotated[str, _one_of("pistes")], ...], AfterValidator(_distinct)]


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
    place: Annotated[str, _one_of("lieux")] | None = Field(None, alias="lieu")
    type: Annotated[str, _one_of("types")] | None = None
    sheets: Ids = Field((), alias="fiches")
    terms: Ids = Field((), alias="termes")


class Definition(Sourced):
    """A founding notion, in depth."""

    description: Line
    simple: Text
    meaning: dict[str, Id] = Field({}, alias="sens")


class Sheet(Definition):
    """One question a peer worker or a team asks."""

    section: Annotated[str, _one_of("rubriques")] = Field(alias="rubrique")


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
