"""Who is consulted, from the nearest place to the farthest, and what replaced what."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from reperes.catalogue.catalogue import Catalogue, Entry
from reperes.model.blocks import Plain
from reperes.model.edtf import Edtf
from reperes.model.kinds import Term
from reperes.views.drawing import last_read
from reperes.views.edition import Edition
from reperes.views.timeline import Said, said

DECADE = 10  # years between two marks of the scale
END = 98.0  # where today is drawn: an arrow follows


@dataclass(frozen=True)
class Rung:
    """A level and the bodies consulted there today."""

    level: str
    bodies: list[Entry[Term]]


@dataclass(frozen=True)
class Reign:
    """A body in a line of those that replaced one another, as a bar, in hundredths of the width."""

    entry: Entry[Term]
    start: float
    length: float
    said: Said
    open: bool
    replaces: bool  # the one before it in the line


@dataclass(frozen=True)
class Ladder:
    """What an `instances` block shows."""

    rungs: list[Rung]
    lines: list[list[Reign]]  # from the first body to the one of today
    years: list[tuple[int, float]]  # marks of the scale


def ladder(options: Plain, edition: Edition, here: Entry[Any]) -> Ladder:
    """The bodies that have a level, and those they replaced."""
    catalogue = edition.catalogue
    bodies = [term for term in catalogue.terms.values() if term.facts.level]
    rungs = [
        Rung(level, [body for body in bodies if body.facts.level == level and not _ended(body)])
        for level in catalogue.vocabularies.ids("niveaux")
    ]
    lines = _lines(bodies, catalogue)
    spans = [span for line in lines for body in line if (span := body.facts.lifespan)]
    if not spans:
        return Ladder([rung for rung in rungs if rung.bodies], [], [])
    known = [day.year for span in spans for day in _ends(span)]
    first, today = min(known) // DECADE * DECADE, last_read(catalogue)

    def place(day: date) -> float:
        whole = today.toordinal() - date(first, 1, 1).toordinal()
        return round(END * (day.toordinal() - date(first, 1, 1).toordinal()) / whole, 1)

    def reign(body: Entry[Term], before: Entry[Term] | None) -> Reign:
        span = body.facts.lifespan
        start = place(span.lower) if span and span.points[0] else 0.0
        end = place(span.upper) if span and not span.ongoing else END
        return Reign(body, start, round(end - start, 1), said(start, end), not _ended(body), before is not None)

    drawn = [[reign(body, line[n - 1] if n else None) for n, body in enumerate(line)] for line in lines]
    years = [(year, place(date(year, 1, 1))) for year in range(first, today.year + 1, DECADE)]
    return Ladder([rung for rung in rungs if rung.bodies], drawn, years)


def _ended(body: Entry[Term]) -> bool:
    return body.facts.lifespan is not None and not body.facts.lifespan.ongoing


def _ends(span: Edtf) -> list[date]:
    """The two days of a span that are known."""
    return [point.first for point in span.points if point]


def _lines(bodies: list[Entry[Term]], catalogue: Catalogue) -> list[list[Entry[Term]]]:
    """Each body that replaced another, after those before it: the oldest line first."""
    replaced = {id_ for body in bodies for id_ in body.facts.replaces}
    lines = []
    for body in bodies:
        if body.facts.replaces and body.id not in replaced:
            line = [body]
            while before := [catalogue.terms[id_] for id_ in line[0].facts.replaces if id_ in catalogue.terms]:
                line.insert(0, before[0])
            lines.append(line)
    return sorted(lines, key=_oldest)


def _oldest(line: list[Entry[Term]]) -> tuple[date, str]:
    span = line[0].facts.lifespan
    return span.upper if span else date.max, line[0].id
