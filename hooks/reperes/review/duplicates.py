"""The same thing said by two files."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from math import ceil

from reperes.base.collation import fold
from reperes.model.kinds import KINDS, AnyContent, Event, Term
from reperes.model.paths import Ref

SHARED = 0.6  # of the words of two titles, and two of them at least
YEAR = 366  # days
SMALL = 3  # letters of the words that say nothing


def duplicates(contents: Mapping[Ref, AnyContent]) -> Iterator[tuple[Ref, Ref, str]]:
    """Each pair of pages, the later name first, and why: the same title (words may be homonyms), or the same event."""
    by_title: dict[tuple[str, str], Ref] = {}
    events: dict[Ref, Event] = {}
    for ref in sorted(contents):
        facts = contents[ref]
        if facts.withdrawn or not KINDS[ref[0]].paged or isinstance(facts, Term):
            continue
        other = by_title.setdefault((ref[0], fold(facts.title)), ref)
        if other != ref:
            yield ref, other, "a le même titre"
        elif isinstance(facts, Event):
            events[ref] = facts
    yield from ((*pair, "raconte peut-être la même chose") for pair in _alike(events))


def _alike(events: Mapping[Ref, Event]) -> Iterator[tuple[Ref, Ref]]:
    """Each event of about the same date as one before it, whose title has about the same words.

    Two titles that share enough words share one of their rarest: only these are looked up, not every pair.
    """
    words = {ref: _words(event.title) for ref, event in events.items()}
    often = Counter(word for title in words.values() for word in title)
    holding: dict[tuple[int, str], list[Ref]] = {}
    for ref, event in events.items():
        year, title = event.date.lower.year, sorted(words[ref], key=lambda word: (often[word], word))
        rare = title[: len(title) - _enough(title) + 1]
        near = (other for at in (year - 1, year, year + 1) for word in rare for other in holding.get((at, word), ()))
        if found := next((other for other in near if _same(event, events[other], words[ref], words[other])), None):
            yield ref, found
        for word in rare:
            holding.setdefault((year, word), []).append(ref)


def _same(one: Event, other: Event, ours: set[str], theirs: set[str]) -> bool:
    shared = len(ours & theirs)
    return abs((one.date.lower - other.date.lower).days) <= YEAR and shared >= max(_enough(ours), _enough(theirs))


def _enough(title: Collection[str]) -> int:
    """How many of its words a title shares with one that says the same."""
    return max(2, ceil(SHARED * len(title)))


def _words(title: str) -> set[str]:
    return {word for word in fold(title).replace("'", " ").split() if len(word) > SMALL}
