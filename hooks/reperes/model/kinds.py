"""The kinds of content, one object each, and what their front matter may say as strict, frozen types.

Keys are the French ones that editors write; their meaning in words stands under `fields` in data/words/.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

from reperes.model.values import (
    EMPTY,
    Date,
    Domains,
    Genre,
    Id,
    Ids,
    Language,
    Level,
    Lifespan,
    Line,
    Lines,
    Month,
    Name,
    Place,
    Prose,
    Rank,
    Section,
    SheetIds,
    Sketch,
    SourceId,
    SourceIds,
    Stamp,
    Target,
    TermIds,
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


class Observed(Model):
    """When a state of things was observed, and by which source."""

    date: Date
    source: SourceId


class Verified(Model):
    """The month a person checked that it still holds, and the source, newer than the observation, that says so."""

    month: Month = Field(alias="mois")
    source: SourceId


class Content(Model):
    """What every kind knows. Three times are told apart: when it holds, when it was observed, when it was read."""

    title: Name
    simple: Prose | None = None
    sources: SourceIds = ()
    observed: Observed | None = Field(None, alias="observe")
    verified: Verified | None = Field(None, alias="verifie")
    reviewed: Month | None = Field(None, alias="revu")
    former: Ids = Field((), alias="anciens")
    linking: Literal["non"] | None = Field(None, alias="glossaire")
    withdrawn: Month | None = Field(None, alias="retire")


class Sourced(Content):
    """A kind that says who says so, in its text or here, and when it was last read."""

    reviewed: Month = Field(alias="revu")


class Term(Sourced):
    """An entry of the glossary (SKOS concept)."""

    expansion: Name | None = Field(None, alias="developpe")
    forms: Lines = Field((), alias="formes")
    synonyms: Lines = Field((), alias="synonymes")
    former_names: Lines = Field((), alias="anciens_noms")
    exact: bool = False
    domains: Domains = Field((), alias="domaines")
    level: Level | None = Field(None, alias="niveau")
    lifespan: Lifespan | None = Field(None, alias="periode")
    replaces: TermIds = Field((), alias="remplace")
    related: TermIds = Field((), alias="voir")
    equivalents: dict[str, Line | None] = {}
    proposed: dict[str, Line] = Field({}, alias="traductions_proposees")


class Event(Sourced):
    """A landmark in time (schema.org Event)."""

    date: Date
    date_text: Line | None = Field(None, alias="date_texte")
    tracks: Tracks = Field(alias="pistes", min_length=1)
    place: Place | None = Field(None, alias="lieu")
    type: Type | None = None
    sheets: SheetIds = Field((), alias="fiches")
    terms: TermIds = Field((), alias="termes")


class Definition(Sourced):
    """A founding notion, in depth."""

    description: Line
    drawing: Sketch | None = Field(None, alias="dessin")
    simple: Prose
    meaning: dict[str, Id] = Field({}, alias="sens")


class Sheet(Definition):
    """One question that readers ask."""

    section: Section = Field(alias="rubrique")
    rank: Rank | None = Field(None, alias="ordre")


class Path(Content):
    """Sheets in the order in which someone in a situation needs them."""

    description: Line
    simple: Prose
    rank: Rank | None = Field(None, alias="ordre")
    steps: SheetIds = Field(alias="etapes", min_length=2)
    meaning: dict[str, Id] = Field({}, alias="sens")


class Page(Content):
    """Everything else: home, indexes, about."""

    description: Line
    meaning: dict[str, Id] = Field({}, alias="sens")


class Record(Model):
    """A kind whose files are lines of a page, and have no page of their own."""

    title: Line
    simple: ClassVar[None] = None
    sources: ClassVar[tuple[str, ...]] = ()
    observed: ClassVar[None] = None
    verified: ClassVar[None] = None
    reviewed: ClassVar[None] = None
    former: ClassVar[tuple[str, ...]] = ()
    linking: ClassVar[Literal["non"]] = "non"
    withdrawn: ClassVar[None] = None


class Source(Record):
    """Who says so; the body, if any, says what it is good for."""

    genre: Genre
    author: Line | None = Field(None, alias="auteur")
    date: Date | None = None
    issue: Line | None = Field(None, alias="numero")
    url: Url | None = None
    publisher: Line | None = Field(None, alias="editeur")
    copied_at: Line | None = Field(None, alias="copie")
    archive: Url | None = None
    language: Language | None = Field(None, alias="langue")
    read: Month | None = Field(None, alias="consulte")


class Training(Record):
    """A course, as its source describes it; what is not known is not said."""

    organiser: Line = Field(alias="organisme")
    place: Line | None = Field(None, alias="lieu")
    level: Line | None = Field(None, alias="niveau")
    hours: Line | None = Field(None, alias="heures")
    price: Line | None = Field(None, alias="prix")
    calendar: Line | None = Field(None, alias="calendrier")
    source: SourceId
    read: Month = Field(alias="consulte")


class Translation(Model):
    """The words of a content in another language; `source_stamp` is the fingerprint of the French it was made from."""

    title: Name
    expansion: Name | None = Field(None, alias="developpe")
    forms: Lines = Field((), alias="formes")
    synonyms: Lines = Field((), alias="synonymes")
    former_names: Lines = Field((), alias="anciens_noms")
    description: Line | None = None
    simple: Prose | None = None
    date_text: Line | None = Field(None, alias="date_texte")
    source_stamp: Stamp = Field(alias="traduit_de")


AnyContent = Content | Record


@dataclass(frozen=True)
class Kind:
    """A kind of content: where its files stand, what they may say, where the site shows them.

    The template of its pages is `overrides/partials/kinds/<name>.html`; links to them show `share/<picture>.png`.
    """

    name: str
    folder: str  # below docs/; empty for the kind of all other files
    model: type[Content] | type[Record]
    search: int | None = None  # among equally good answers, the first comes first; None: the search does not lead there
    carried: bool = False  # whether readers may carry its pages away
    printed: bool = False  # whether its pages are handed over on paper: each has a code and a PDF
    remembered: bool = True  # whether changes of its meaning are told
    asked: str = ""  # as an editor asks scripts/new for it
    line_of: str = ""  # the page that lists its files, when they have no page of their own
    picture: str = "sheet"  # one of those that scripts/pictures takes; a kind may go without one of its own

    @property
    def paged(self) -> bool:
        """Whether each of its files is a page."""
        return not self.line_of

    @property
    def sourced(self) -> bool:
        """Whether each figure, year and law of its texts asks for a source."""
        return issubclass(self.model, Sourced)


KINDS: dict[str, Kind] = {  # in the order of lists
    kind.name: kind
    for kind in (
        Kind("definition", "definitions", Definition, search=2, carried=True, printed=True, picture="definition"),
        Kind("sheet", "fiches", Sheet, search=3, carried=True, printed=True, asked="fiche"),
        Kind("path", "parcours", Path, search=4, carried=True, printed=True),
        Kind("event", "histoire/evenements", Event, search=5, asked="evenement", picture="event"),
        Kind("term", "glossaire", Term, search=1, carried=True, asked="terme", picture="term"),
        Kind("page", "", Page, search=6, remembered=False, picture="home"),
        Kind("source", "bibliographie", Source, asked="source", remembered=False, line_of="sources"),
        Kind("training", "formations", Training, asked="formation", remembered=False, line_of="fiches/se-former"),
    )
}
PAGED = tuple(kind for kind in KINDS.values() if kind.paged)
FOLDERS = {kind.folder: kind.name for kind in KINDS.values() if kind.folder}


def keys(model: type[BaseModel]) -> tuple[str, ...]:
    """The keys of a model as editors write them."""
    return tuple(field.alias or name for name, field in model.model_fields.items())


@cache
def targets(model: type[BaseModel]) -> Mapping[tuple[str, ...], str]:
    """The keys of a model, and of what stands below them, whose values are ids: of which kind."""
    found: dict[tuple[str, ...], str] = {}
    for name, field in model.model_fields.items():
        key = field.alias or name
        for part in field.metadata:
            if isinstance(part, Target) and part.kind:
                found[key,] = part.kind
        for inside in (field.annotation, *getattr(field.annotation, "__args__", ())):
            if isinstance(inside, type) and issubclass(inside, Model):
                found |= {(key, *below): kind for below, kind in targets(inside).items()}
    return found


def is_acronym(title: str) -> bool:
    """One word with at least two capitals, dots and hyphens ignored (RdR, G.E.M., DPA-PC)."""
    return " " not in title and sum(letter.isupper() for letter in title) >= 2
