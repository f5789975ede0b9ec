"""The events of some tracks as readers compare them: drawn to scale, then period by period, and the life of names."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from reperes.catalogue.catalogue import Catalogue, Entry
from reperes.model.blocks import Timeline
from reperes.model.edtf import Edtf
from reperes.model.kinds import Event, Term
from reperes.model.vocabularies import Vocabularies
from reperes.views.drawing import NARROW, SMALL, WIDE, Drawing, Mark, Scale, draw, last_read, period_of, scale, span_of
from reperes.views.edition import Edition

BOTH = "both"  # the lane of what belongs to more than one track
EARLY, LATE = 30, 75  # hundredths of the width: telephones have room after the one, or before the other


@dataclass(frozen=True)
class Landmark:
    """An event in its place on the line."""

    entry: Entry[Event]
    position: int  # in the whole list
    soft: bool  # its date has no sharp edge
    context: bool  # it belongs to no track but the context
    periods: tuple[str, ...]


@dataclass(frozen=True)
class PeriodView:
    """A period and the events that start in it, by lane: a track, what tracks share, or the context."""

    id: str  # its value in the vocabulary; empty in a site that has none
    anchor: str
    short: str  # the year it starts; empty when it has no start
    count: int  # events of the tracks
    lanes: list[tuple[str, list[Landmark]]]


@dataclass(frozen=True)
class Said:
    """Where the name of a bar stands, in hundredths of the width, and which of its points is there."""

    at: float
    anchor: str


@dataclass(frozen=True)
class Life:
    """The life of a name or an institution as a bar, in hundredths of the width."""

    entry: Entry[Term]
    start: float
    length: float
    said: Said
    open: bool
    track: str  # when it belongs to one alone


@dataclass(frozen=True)
class Chronology:
    """What a `chronologie` block shows, and the values its filters offer."""

    landmarks: list[Landmark]
    wide: Drawing
    narrow: Drawing
    sections: list[PeriodView]
    tracks: list[str]
    types: list[str]
    places: list[str]
    periods: list[str]
    lives: list[Life]


def chronology(options: Timeline, edition: Edition, here: Entry[Any]) -> Chronology:
    """The events between the dates wanted that belong to the tracks wanted, or to the context."""
    catalogue = edition.catalogue
    vocabularies = catalogue.vocabularies
    wanted = options.tracks or vocabularies.stories()
    tracks = vocabularies.used("pistes", wanted)
    events = [event for event in catalogue.events.values() if _wanted(event.facts, options, wanted, vocabularies)]
    landmarks = _landmarks(events, vocabularies)
    told = [landmark.entry for landmark in landmarks if not landmark.context]
    marks = _marks(told)
    sections = _sections(landmarks, tracks, vocabularies)
    on = scale(told, _between(sections, vocabularies), last_read(catalogue))
    return Chronology(
        landmarks,
        wide=draw(marks, tracks, on, WIDE),
        narrow=draw(marks, tracks, on, NARROW),
        sections=sections,
        tracks=tracks,
        types=vocabularies.used("types", (event.facts.type for event in events)),
        places=vocabularies.used("lieux", (event.facts.place for event in events)),
        periods=vocabularies.used("periodes", (period for landmark in landmarks for period in landmark.periods)),
        lives=_lives(catalogue, set(tracks), on),
    )


def overview(events: Iterable[Entry[Any]], edition: Edition) -> Drawing | None:
    """A few events in the whole history, small; nothing when none belongs to its tracks."""
    catalogue = edition.catalogue
    vocabularies = catalogue.vocabularies
    tracks = vocabularies.stories()
    told = [event for event in events if not vocabularies.background().issuperset(event.facts.tracks)]
    if not told or not vocabularies.ids("periodes"):
        return None
    return _small(_marks(told), tracks, edition.scale)


@lru_cache(maxsize=1 << 13)  # most pages keep theirs after an edit
def _small(marks: tuple[Mark, ...], tracks: tuple[str, ...], on: Scale) -> Drawing:
    return draw(marks, tracks, on, SMALL)


def _marks(events: Iterable[Entry[Event]]) -> tuple[Mark, ...]:
    return tuple(Mark(event.facts.date, event.facts.tracks, event.facts.type) for event in events)


def _wanted(event: Event, options: Timeline, tracks: tuple[str, ...], vocabularies: Vocabularies) -> bool:
    return (
        (options.start is None or event.date.upper >= options.start.lower)
        and (options.end is None or event.date.lower <= options.end.upper)
        and (not set(tracks).isdisjoint(event.tracks) or vocabularies.background().issuperset(event.tracks))
    )


def _landmarks(events: list[Entry[Event]], vocabularies: Vocabularies) -> list[Landmark]:
    return [
        Landmark(
            event,
            position,
            soft=event.facts.date.html is None,
            context=vocabularies.background().issuperset(event.facts.tracks),
            periods=_periods(event.facts.date, vocabularies),
        )
        for position, event in enumerate(events, 1)
    ]


def _sections(landmarks: list[Landmark], tracks: Sequence[str], vocabularies: Vocabularies) -> list[PeriodView]:
    """The periods that hold an event. An event stands where it starts, in one lane."""
    periods = vocabularies.ids("periodes")
    groups: dict[int, dict[str, list[Landmark]]] = {}
    for landmark in landmarks:
        group = groups.setdefault(period_of(landmark.entry.facts.date, periods), {})
        group.setdefault(_lane(landmark, tracks), []).append(landmark)
    order = (*tracks[:1], BOTH, *tracks[1:], *vocabularies.background())
    sections = []
    for number, group in sorted(groups.items()):
        period = periods[number] if periods else ""
        span = span_of(period) if period else None
        start = span.points[0] if span else None
        lanes = [(lane, group[lane]) for lane in order if lane in group]
        count = sum(not landmark.context for _, found in lanes for landmark in found)
        anchor = f"periode-{start.first.year if start else span.upper.year}" if span else "periode"
        sections.append(PeriodView(period, anchor, str(start.first.year) if start else "", count, lanes))
    return sections


def _lane(landmark: Landmark, tracks: Sequence[str]) -> str:
    own = [track for track in tracks if track in landmark.entry.facts.tracks]
    return BOTH if len(own) > 1 else own[0] if own else landmark.entry.facts.tracks[0]


def _between(sections: list[PeriodView], vocabularies: Vocabularies) -> list[str]:
    """The periods from the first to the last that hold an event."""
    periods = vocabularies.ids("periodes")
    held = [periods.index(section.id) for section in sections if section.id]
    return list(periods[min(held) : max(held) + 1]) if held else []


def _periods(date: Edtf, vocabularies: Vocabularies) -> tuple[str, ...]:
    """The periods of the vocabulary that a date touches; an open date counts where it starts."""
    end = date.lower if date.ongoing else date.upper
    spans = ((period, span_of(period)) for period in vocabularies.ids("periodes"))
    return tuple(period for period, span in spans if span.lower <= end and date.lower <= span.upper)


def _lives(catalogue: Catalogue, tracks: set[str], on: Scale) -> list[Life]:
    """The names that belong to the fields of the tracks, which have the same ids."""
    terms = [term for term in catalogue.terms.values() if term.facts.lifespan and tracks & set(term.facts.domains)]
    spans = [(term, term.facts.lifespan) for term in terms if term.facts.lifespan]
    lives = []
    for term, span in sorted(spans, key=lambda pair: (pair[1].sort_key, pair[0].id)) if on.width else ():
        start = 100 * on(span.lower) / on.width if span.points[0] else 0.0
        length = 100 * on(on.today if span.ongoing else span.upper) / on.width - start
        own = tracks & set(term.facts.domains)
        track = own.pop() if len(own) == 1 else ""
        lives.append(Life(term, round(start, 1), round(length, 1), said(start, start + length), span.ongoing, track))
    return lives


def said(start: float, end: float) -> Said:
    """The name of a bar starts with it, ends with it or stands in its middle, where a telephone has room."""
    if start <= EARLY:
        return Said(round(start, 1), "start")
    return Said(round(end, 1), "end") if end >= LATE else Said(round((start + end) / 2, 1), "middle")


def neighbours(entry: Entry[Event], catalogue: Catalogue) -> dict[str, tuple[Entry[Event] | None, Entry[Event] | None]]:
    """The event before and the event after, in each track of an event."""
    result = {}
    for track in entry.facts.tracks:
        line, place = catalogue.lines[track], catalogue.places[track, entry.id]
        after = line[place + 1] if place + 1 < len(line) else None
        result[track] = (line[place - 1] if place else None, after)
    return result
