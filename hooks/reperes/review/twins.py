"""The same thing said by two files."""

from collections.abc import Iterator, Mapping

from reperes.base.collation import fold
from reperes.model.kinds import AnyContent, Event
from reperes.model.paths import Ref

SHARED = 0.6  # of the words of two titles
YEAR = 366  # days
SMALL = 3  # letters of the words that say nothing


def twins(contents: Mapping[Ref, AnyContent], kinds: tuple[str, ...]) -> Iterator[tuple[Ref, Ref, str]]:
    """Each pair, the later name first, and why: the same title, or the same event within a year."""
    by_title: dict[tuple[str, str], Ref] = {}
    by_year: dict[int, list[Ref]] = {}
    for ref in sorted(contents):
        facts = contents[ref]
        if ref[0] not in kinds or facts.withdrawn:
            continue
        other = by_title.setdefault((ref[0], fold(facts.title)), ref)
        if other != ref:
            yield ref, other, "a le même titre"
        elif isinstance(facts, Event) and (near := _near(ref, facts, contents, by_year)):
            yield ref, near, "raconte peut-être la même chose"


def _near(ref: Ref, facts: Event, contents: Mapping[Ref, AnyContent], by_year: dict[int, list[Ref]]) -> Ref | None:
    """An event of about the same date whose title has about the same words."""
    year, ours = facts.date.lower.year, _words(facts.title)
    found = None
    for other in (one for near in (year - 1, year, year + 1) for one in by_year.get(near, ())):
        theirs = contents[other]
        if isinstance(theirs, Event) and abs((facts.date.lower - theirs.date.lower).days) <= YEAR:
            shared = ours & (words := _words(theirs.title))
            if len(shared) > 1 and len(shared) >= SHARED * max(len(ours), len(words)):
                found = other
    by_year.setdefault(year, []).append(ref)
    return found


def _words(title: str) -> set[str]:
    return {word for word in fold(title).replace("'", " ").split() if len(word) > SMALL}
