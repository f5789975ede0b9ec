"""The histories drawn to scale: where each mark goes, in units of a viewBox. Templates only draw the result.

One column for each period, as wide as the next, so that the links of the periods stand under their own part. A period
without a start holds its events in their order, evenly: no scale could hold two centuries beside six decades.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import NamedTuple, TypeAlias

from reperes.catalogue.catalogue import Catalogue, Entry
from reperes.model.edtf import Edtf, parse
from reperes.model.kinds import Event

COLUMN = 200  # units of a period
SPAN = 10  # years of a period without an end, at least
LAW = "loi"  # the nature of an event that has a shape of its own
YEAR = 365.2425

span_of = cache(parse)  # of periods, which are few

Spot: TypeAlias = tuple[int, int]  # x, y
Band: TypeAlias = tuple[int, int, int]  # from x, to x, y


@dataclass(frozen=True)
class Size:
    """How a drawing is meant to be seen: its least width and what its marks take, in px."""

    width: int
    dot: int  # a mark and the air around it
    band: int  # a period, and the air around it

    @property
    def half(self) -> int:
        """From a half of a landmark of both to the other half."""
        return self.dot - 2

    @property
    def knot(self) -> int:
        """A landmark of both, and the air around it."""
        return 2 * self.dot + 1


WIDE, NARROW, SMALL = Size(920, 13, 9), Size(328, 9, 6), Size(300, 7, 4)


class Mark(NamedTuple):
    """What is drawn of an event."""

    date: Edtf
    tracks: tuple[str, ...]
    type: str | None


@dataclass(frozen=True)
class Scale:
    """Where a day stands among periods, in units."""

    periods: tuple[str, ...]
    ranks: tuple[date, ...]  # the days that the period without a start holds, in order
    today: date  # the last day that the site knows of

    @property
    def width(self) -> int:
        """The units of all periods."""
        return COLUMN * len(self.periods)

    @property
    def open(self) -> bool:
        """Whether the first period has no start, and so no scale."""
        return bool(self.periods) and span_of(self.periods[0]).points[0] is None

    def __call__(self, day: date) -> int:
        """The place of a day: within its period, or the nearest."""
        for number, period in enumerate(self.periods):
            span = span_of(period)
            if day > span.upper and number < len(self.periods) - 1:
                continue
            if number == 0 and self.open:
                return self._rank(day)
            start = span.lower.toordinal()
            end = max(start + SPAN * YEAR, self.today.toordinal()) if span.ongoing else span.upper.toordinal() + 1
            part = (day.toordinal() - start) / (end - start)
            return round(COLUMN * (number + min(max(part, 0), 1)))
        return 0

    def _rank(self, day: date) -> int:
        """An event in its order; any other day between two of them."""
        before = bisect_left(self.ranks, day)
        own = self.ranks[before : before + 1] == (day,)
        return round(COLUMN * (before + (1 if own else 0.5)) / (len(self.ranks) + 1))


@dataclass(frozen=True)
class Lane:
    """The line of a track and what stands on it; of what it shares with the other track, its half."""

    track: str
    y: int
    dots: tuple[Spot, ...]
    laws: tuple[Spot, ...]  # a shape of their own
    bands: tuple[Band, ...]  # soft dates and periods
    halves: tuple[Band, ...]  # those of both tracks
    ties: tuple[Spot, ...]  # the landmarks of both, which the line is tied to


@dataclass(frozen=True)
class Drawing:
    """The lanes of a drawing; where its periods start; where today is."""

    width: int
    height: int
    marks: tuple[int, ...]
    today: int
    lanes: tuple[Lane, ...]


def scale(events: Iterable[Entry[Event]], periods: Sequence[str], today: date) -> Scale:
    """The scale of some events among all periods."""
    early = [event.facts.date.lower for event in events if period_of(event.facts.date, periods) == 0]
    return Scale(tuple(periods), tuple(sorted(early)), today)


def last_read(catalogue: Catalogue) -> date:
    """The last day of the last month in which something was read: this machine's clock is not asked."""
    read = [entry.facts.reviewed for kind in (catalogue.events, catalogue.terms) for entry in kind.values()]
    return parse(max(read)).upper if any(read) else date.min


def period_of(when: Edtf, periods: Sequence[str]) -> int:
    """The number of the period in which a date starts; of the nearest, when periods have gaps."""
    ends = _ends(tuple(periods))
    return next((number for number, end in enumerate(ends) if when.lower <= end), max(len(periods) - 1, 0))


@cache
def _ends(periods: tuple[str, ...]) -> tuple[date, ...]:
    return tuple(span_of(period).upper for period in periods)


def draw(events: Iterable[Mark], tracks: Sequence[str], on: Scale, size: Size) -> Drawing:
    """Events on the lines of one or two tracks; those of both stand between the lines, tied to each.

    Marks that would touch are stacked: away from the other line on a line, in rows between the two.
    """
    tracks = tracks[:2]
    pixel = size.width / max(on.width, 1)
    groups: dict[tuple[str, ...], list[Mark]] = {}
    for event in events:
        groups.setdefault(tuple(track for track in tracks if track in event.tracks), []).append(event)
    lines = [_line(groups.get((track,), []), on, pixel, size) for track in tracks]
    shared = _line(groups.get(tuple(tracks), []) if len(tracks) == 2 else [], on, pixel, size)
    edge = size.dot // 2 + 1  # from the middle of a mark to what comes next
    top = edge + size.dot * max(lines[0].levels - 1, 0) if lines else 0
    knots = top + size.dot + 2 + (size.band * lines[0].rows if lines else 0)
    if len(tracks) < 2:
        lanes = [_lane(track, line, _Line(), top, -1, knots, size) for track, line in zip(tracks, lines, strict=True)]
        return Drawing(on.width, knots, tuple(range(COLUMN, on.width, COLUMN)), on(on.today), tuple(lanes))
    low = lines[1]
    bottom = knots + size.knot * shared.levels + (size.band + 2) * shared.rows + size.band * low.rows + size.dot // 2
    height = bottom + edge + 1 + size.dot * max(low.levels - 1, 0)
    lanes = [
        _lane(tracks[0], lines[0], shared, top, -1, knots, size),
        _lane(tracks[1], low, shared, bottom, 1, knots, size),
    ]
    return Drawing(on.width, height, tuple(range(COLUMN, on.width, COLUMN)), on(on.today), tuple(lanes))


@dataclass(frozen=True)
class _Line:
    """Marks as levels from a line: dots and laws by place, bands by their two ends."""

    dots: tuple[Spot, ...] = ()
    laws: tuple[Spot, ...] = ()
    bands: tuple[Band, ...] = ()
    levels: int = 0
    rows: int = 0


def _lane(track: str, line: _Line, shared: _Line, y: int, away: int, knots: int, size: Size) -> Lane:
    """A line at a height: its marks stacked `away` from the other one, its periods towards it, its half of `shared`."""
    lower = away > 0
    half = knots + lower * size.half
    near = y - away * (size.dot // 2 + size.band // 2 + 1)
    return Lane(
        track,
        y,
        dots=(*_spots(line.dots, y, away * size.dot), *_spots(shared.dots, half, size.knot)),
        laws=(*_spots(line.laws, y, away * size.dot), *_spots(shared.laws, half, size.knot)),
        bands=_bands(line.bands, near, -away * size.band),
        halves=_bands(shared.bands, knots + size.knot * shared.levels + lower * size.band // 2, size.band + 2),
        ties=_spots((*shared.dots, *shared.laws), half, size.knot),
    )


def _line(events: list[Mark], on: Scale, pixel: float, size: Size) -> _Line:
    """Where some marks go, so that none touches another."""
    dots: list[Spot] = []
    laws: list[Spot] = []
    bands: list[Band] = []
    ends: list[float] = []  # where the last mark of each level ends
    free: list[float] = []  # and the last band of each row
    for event in sorted(events, key=lambda event: _middle(event.date, on)):
        when = event.date
        start, end = on(when.lower), on(on.today if when.ongoing else min(when.upper, on.today))
        if when.html is None and (end - start) * pixel > size.dot:
            bands.append((start, end, _level(free, start, end, 2 / pixel)))
            continue
        x = (start + end) // 2
        half = size.dot / pixel / 2
        spot = (x, _level(ends, x - half, x + half, 0))
        (laws if event.type == LAW else dots).append(spot)
    return _Line(tuple(dots), tuple(laws), tuple(bands), len(ends), len(free))


def _middle(when: Edtf, on: Scale) -> int:
    return on(when.lower) + on(on.today if when.ongoing else when.upper)


def _level(ends: list[float], start: float, end: float, air: float) -> int:
    """The first level where something fits, which it then takes."""
    for level, taken in enumerate(ends):
        if taken + air <= start:
            ends[level] = end
            return level
    ends.append(end)
    return len(ends) - 1


def _spots(levels: Iterable[Spot], y: int, step: int) -> tuple[Spot, ...]:
    return tuple((x, y + level * step) for x, level in levels)


def _bands(rows: Iterable[Band], y: int, step: int) -> tuple[Band, ...]:
    return tuple((start, end, y + row * step) for start, end, row in rows)
