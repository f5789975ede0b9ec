"""The events of some tracks as readers compare them: order, silences, soft edges, and the life of names."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from reperes.catalogue.catalogue import Catalogue, Entry
from reperes.model.blocks import Timeline
from reperes.model.edtf import Edtf, parse
from reperes.model.kinds import Event, Term
from reperes.model.vocabularies import Vocabularies
from reperes.views.edition import Edition

SILENCE = 10  # years without an event that deserve a word
WIDTH = 1000  # units across which lives are drawn


@dataclass(frozen=True)
class Landmark:
    """An event in its place on the line."""

    entry: Entry[Event]
    silence: int  # years without an event before it, when they are many
    soft: bool  # its date has no sharp edge
    context: bool  # it belongs to no track but the context
    periods: tuple[str, ...]


@dataclass(frozen=True)
class Life:
    """The life of a name or an institution, as a bar: where it starts and how long it is, out of `WIDTH`."""

    entry: Entry[Term]
    start: int
    length: int
    open: bool


@dataclass(frozen=True)
class Chronology:
    """What a `chronologie` block shows, and the values its filters offer."""

    landmarks: list[Landmark]
    tracks: list[str]
    types: list[str]
    places: list[str]
    periods: list[str]
    lives: list[Life]
    years: list[tuple[int, int]]  # marks of the scale of lives: a year and its place


def chronology(options: Timeline, edition: Edition, here: Entry[Any]) -> Chronology:
    """The events between the dates wanted that belong to the tracks wanted, or to the context."""
    catalogue = edition.catalogue
    vocabularies = catalogue.vocabularies
    tracks = options.tracks or vocabularies.stories()
    events = [event for event in catalogue.events.values() if _wanted(event.facts, options, tracks, vocabularies)]
    landmarks = _landmarks(events, vocabularies)
    lives, years = _lives(catalogue, set(tracks))
    return Chronology(
        landmarks,
        tracks=vocabularies.used("pistes", tracks),
        types=vocabularies.used("types", (event.facts.type for event in events)),
        places=vocabularies.used("lieux", (event.facts.place for event in events)),
        periods=vocabularies.used("periodes", (period for landmark in landmarks for period in landmark.periods)),
        lives=lives,
        years=years,
    )


def _wanted(event: Event, options: Timeline, tracks: tuple[str, ...], vocabularies: Vocabularies) -> bool:
    return (
        (options.start is None or event.date.upper >= options.start.lower)
        and (options.end is None or event.date.lower <= options.end.upper)
        and (not set(tracks).isdisjoint(event.tracks) or vocabularies.background().issuperset(event.tracks))
    )


def _landmarks(events: list[Entry[Event]], vocabularies: Vocabularies) -> list[Landmark]:
    """Silences are those of the tracks: context events, hidden at first, neither break nor make one."""
    result: list[Landmark] = []
    last: int | None = None
    for event in events:
        date, context = event.facts.date, vocabularies.background().issuperset(event.facts.tracks)
        years = date.lower.year - last if last is not None and not context else 0
        soft = date.html is None
        result.append(Landmark(event, years if years >= SILENCE else 0, soft, context, _periods(date, vocabularies)))
        if not context and not date.ongoing:
            last = max(last or 0, date.upper.year)
    return result


@cache
def _span(period: str) -> Edtf:
    return parse(period)


def _periods(date: Edtf, vocabularies: Vocabularies) -> tuple[str, ...]:
    """The periods of the vocabulary that a date touches; an open date counts where it starts."""
    end = date.lower if date.ongoing else date.upper
    spans = ((period, _span(period)) for period in vocabularies.ids("periodes"))
    return tuple(period for period, span in spans if span.lower <= end and date.lower <= span.upper)


def _lives(catalogue: Catalogue, tracks: set[str]) -> tuple[list[Life], list[tuple[int, int]]]:
    """The names that belong to the fields of the tracks, which have the same ids."""
    terms = [term for term in catalogue.terms.values() if term.facts.lifespan and tracks & set(term.facts.domains)]
    spans = [(term, term.facts.lifespan) for term in terms if term.facts.lifespan]
    if not spans:
        return [], []
    ends = [span.upper.year + 1 for _, span in spans if not span.ongoing]
    starts = [span.lower.year for _, span in spans if span.points[0]]
    first = min([*starts, *(end - 1 for end in ends)]) // 10 * 10  # an open start is drawn from there
    last = max([*ends, *(start + 1 for start in starts), *_reviews(terms)])
    scale = WIDTH / (last - first)
    lives = []
    for term, span in sorted(spans, key=lambda pair: (pair[1].sort_key, pair[0].id)):
        start = span.lower.year + (span.lower.month - 1) / 12 if span.points[0] else first
        end = last if span.ongoing else span.upper.year + span.upper.month / 12
        lives.append(Life(term, round((start - first) * scale), round((end - start) * scale), span.ongoing))
    return lives, [(year, round((year - first) * scale)) for year in range(first, last, 10)] + [(last - 1, WIDTH)]


def _reviews(terms: list[Entry[Term]]) -> list[int]:
    """The years until which an open life was checked."""
    return [int(term.facts.reviewed[:4]) + 1 for term in terms]


def neighbours(entry: Entry[Event], catalogue: Catalogue) -> dict[str, tuple[Entry[Event] | None, Entry[Event] | None]]:
    """The event before and the event after, in each track of an event."""
    result = {}
    for track in entry.facts.tracks:
        line = [event for event in catalogue.events.values() if track in event.facts.tracks]
        place = [event.id for event in line].index(entry.id)
        after = line[place + 1] if place + 1 < len(line) else None
        result[track] = (line[place - 1] if place else None, after)
    return result
