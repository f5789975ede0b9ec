"""What the exports say of a term and of an event; docs/a-propos/donnees.md documents every field to readers.

A field is always there, None or empty when nothing is known; `language` is that of the words.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from reperes.catalogue.catalogue import Catalogue, Entry
from reperes.catalogue.citations import Citations, touching
from reperes.model import edtf_words
from reperes.model.kinds import Event, Term
from reperes.model.words import Words


@dataclass(frozen=True)
class Label:
    """A value of a closed vocabulary."""

    id: str
    label: str


@dataclass(frozen=True)
class Period:
    """How long something lasts, for machines and in words."""

    edtf: str
    text: str


@dataclass(frozen=True)
class DateRecord:
    """When something happens; the days it may fall between, None when open."""

    edtf: str
    earliest: str | None
    latest: str | None
    text: str


@dataclass(frozen=True)
class Reference:
    """Who says so."""

    title: str
    url: str | None
    date: str | None
    author: str | None


@dataclass(frozen=True)
class TermRecord:
    """An entry of the glossary."""

    id: str
    url: str
    language: str
    title: str
    expansion: str | None
    forms: tuple[str, ...]
    synonyms: tuple[str, ...]
    former_names: tuple[str, ...]
    definition: str
    simple: str | None
    domains: tuple[Label, ...]
    period: Period | None
    replaces: tuple[str, ...]
    replaced_by: tuple[str, ...]
    related: tuple[str, ...]
    level: Label | None
    equivalents: dict[str, str | None]
    proposed: dict[str, str]
    sources: tuple[Reference, ...]
    reviewed: str


@dataclass(frozen=True)
class EventRecord:
    """A landmark in time."""

    id: str
    url: str
    language: str
    title: str
    date: DateRecord
    tracks: tuple[Label, ...]
    place: Label | None
    type: Label | None
    summary: str
    simple: str | None
    terms: tuple[str, ...]
    sheets: tuple[str, ...]
    sources: tuple[Reference, ...]
    reviewed: str


def term(entry: Entry[Term], catalogue: Catalogue, cited: Sequence[str], words: Words, site_url: str) -> TermRecord:
    """The record of an entry; what it is tied to is what its page shows, withdrawn entries left out."""
    facts, span = entry.facts, entry.facts.lifespan
    return TermRecord(
        id=entry.id,
        url=site_url + entry.url,
        language=entry.words.lang,
        title=entry.words.title,
        expansion=entry.words.expansion,
        forms=tuple(entry.words.forms),
        synonyms=tuple(entry.words.synonyms),
        former_names=tuple(entry.words.former_names),
        definition=entry.summary,
        simple=entry.words.simple,
        domains=tuple(Label(id_, words["domaines"][id_]) for id_ in facts.domains),
        period=Period(span.text, edtf_words.say(span, words["dates"])) if span else None,
        replaces=tuple(id_ for id_ in facts.replaces if id_ in catalogue.terms),
        replaced_by=catalogue.replaced_by.get(entry.id, ()),
        related=catalogue.related[entry.id],
        level=Label(facts.level, words["niveaux"][facts.level]) if facts.level else None,
        equivalents=dict(sorted(facts.equivalents.items())),
        proposed=dict(sorted(facts.proposed.items())),
        sources=_references(entry, catalogue, cited),
        reviewed=facts.reviewed,
    )


def event(
    entry: Entry[Event],
    catalogue: Catalogue,
    citations: Citations,
    cited: Sequence[str],
    words: Words,
    site_url: str,
) -> EventRecord:
    """The record of an event, with the terms and sheets its page is linked with."""
    facts = entry.facts
    return EventRecord(
        id=entry.id,
        url=site_url + entry.url,
        language=entry.words.lang,
        title=entry.words.title,
        date=_date(entry, words),
        tracks=tuple(Label(id_, words["pistes"][id_]) for id_ in facts.tracks),
        place=Label(facts.place, words["lieux"][facts.place]) if facts.place else None,
        type=Label(facts.type, words["types"][facts.type]) if facts.type else None,
        summary=entry.summary,
        simple=entry.words.simple,
        terms=tuple(other.id for other in touching(entry, "term", catalogue, citations)),
        sheets=tuple(other.id for other in touching(entry, "sheet", catalogue, citations)),
        sources=_references(entry, catalogue, cited),
        reviewed=facts.reviewed,
    )


def _date(entry: Entry[Event], words: Words) -> DateRecord:
    date = entry.facts.date
    verified = entry.facts.verified
    said = entry.words.date_text or edtf_words.say(date, words["dates"], checked=verified.month if verified else None)
    first = date.lower.isoformat() if date.points[0] else None
    last = date.upper.isoformat() if date.points[-1] else None
    return DateRecord(date.text, first, last, said)


def _references(entry: Entry[Term] | Entry[Event], catalogue: Catalogue, cited: Sequence[str]) -> tuple[Reference, ...]:
    """The sources of an entry: those that its text cites, then the others."""
    sources = [catalogue.sources[key] for key in dict.fromkeys((*cited, *entry.facts.sources))]
    return tuple(
        Reference(one.words.title, one.facts.url, one.facts.date.text if one.facts.date else None, one.facts.author)
        for one in sources
    )
