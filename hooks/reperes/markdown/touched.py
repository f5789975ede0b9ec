"""Which texts may be rendered otherwise, now that others have changed: never too few, a few too many."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from reperes.base.collation import fold
from reperes.catalogue.catalogue import Catalogue, Entry

LETTERS = re.compile(r"[^a-z0-9]+")
ENDING = 4  # letters that an inflection may change, at most
SHORT = 2


def touched(before: Catalogue, after: Catalogue) -> Callable[[Entry[Any]], bool]:
    """Whether a text of a language may be rendered otherwise, from the catalogues before and after."""
    old, new = before.every, after.every
    refs = {ref for ref in old.keys() | new.keys() if _place(old.get(ref)) != _place(new.get(ref))}
    starts = {start for ref in old.keys() | new.keys() for start in _starts(old.get(ref), new.get(ref))}
    named = re.compile("|".join(sorted(starts))) if starts else None
    files = {f"{id_.rpartition('/')[2]}." for _, id_ in refs}
    sources = {f"[^{id_}]" for kind, id_ in refs if kind == "source"}

    def may(entry: Entry[Any]) -> bool:
        if old.get((entry.kind, entry.id)) is not entry:
            return True
        body = entry.words.body
        if any(key in body for key in sources) or any(name in body for name in files):
            return True
        return bool(named and named.search(fold(body)))

    return may


def _place(entry: Entry[Any] | None) -> tuple[Any, ...] | None:
    """What links to an entry depend on."""
    return (entry.languages, bool(entry.facts.withdrawn)) if entry else None


def _starts(old: Entry[Any] | None, new: Entry[Any] | None) -> Iterator[str]:
    """How the words begin that are found for an entry now, or were, when these are not the same."""
    if old is new or _names(old) == _names(new):
        return
    for entry in (old, new):
        for name in entry.words.spellings if entry and entry.kind == "term" else ():
            words = [letters for word in re.split(r"[\s'’-]", name) if (letters := LETTERS.sub("", fold(word)))]
            first = words[0] if words else ""
            start = first if first.upper() == name.replace(".", "") else first[: max(SHORT, len(first) - ENDING)]
            yield r"(?<![a-z0-9])" + r"[^a-z0-9]*".join(start)  # signs of Markdown may stand between letters


def _names(entry: Entry[Any] | None) -> tuple[Any, ...] | None:
    """What finding an entry in a text, and explaining it there, depends on."""
    if entry is None or entry.kind != "term":
        return None
    words = entry.words
    return words.lang, words.title, words.expansion, words.spellings, entry.facts.exact, bool(entry.facts.withdrawn)
