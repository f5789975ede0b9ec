"""What changed in the meaning of texts, day by day, from what commits published: in words, both wordings kept.

A day counts as a whole: what was written and undone on the same day was never there to be read the day after.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import lru_cache
from itertools import groupby
from typing import Any, Literal

import yaml

from reperes.catalogue.meaning import same
from reperes.model.edtf import Edtf, parse
from reperes.model.kinds import KINDS
from reperes.model.paths import FACTS, Ref, identify
from reperes.model.text import marked, plain
from reperes.source.git_log import FileChange, Past

What = Literal["new", "withdrawn", "changed"]
KEPT = tuple(kind.name for kind in KINDS.values() if kind.remembered)
FOLDERS = tuple(KINDS[kind].folder for kind in (*KEPT, "source"))  # of sources, the names of those that are gone
DEFINED = ("definition", "term")  # those whose first paragraph is a definition
KEY = re.compile(r"(?m)^([a-z_]+):[ \t]*((?:.*)(?:\n(?:[ \t]+.*|-.*|[ \t]*))*)$")
SOURCE = re.compile(r"\[\^([a-z0-9-]+)\]")
LAW = re.compile(r"\b(?:[LRD]\.?[ \u00a0*]*\d{2,4}(?:-\d+)*|(?:loi|décret|ordonnance|arrêté) n° ?\d+-\d+)", re.I)
CITED = re.compile(r"(?:^(?:loi|decret|ordonnance|arrete)-|-)([lrd]?\d{2,4}(?:-\d+)*)$")
IDS = re.compile(r"[a-z0-9-]+")


@dataclass(frozen=True)
class Difference:
    """One thing that changed: a field by its name in the words, and what it said; of lists, what left and what came."""

    field: str
    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True)
class Revision:
    """What happened to a text on a day."""

    day: str  # in UTC
    moment: int  # of the last commit
    ref: Ref
    title: str
    what: What
    differences: tuple[Difference, ...] = ()

    @property
    def date(self) -> Edtf:
        """The day."""
        return parse(self.day)

    @property
    def anchor(self) -> str:
        """The id of its entry on the page that lists them."""
        return f"{self.day}-{'-'.join(self.ref)}"


@dataclass(frozen=True)
class Changelog:
    """The revisions of a language, the newest first; None of them is known where the past is not whole."""

    whole: bool
    revisions: tuple[Revision, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)  # titles, by id, of those that are gone

    def last(self, ref: Ref) -> Revision | None:
        """When the meaning of a text last changed, or when the text came."""
        return self._last.get(ref)

    @property
    def _last(self) -> Mapping[Ref, Revision]:
        found = self.__dict__.get("found")
        if found is None:
            found = {}
            for one in self.revisions:
                found.setdefault(one.ref, one)
            object.__setattr__(self, "found", found)
        return found


def recount(past: Past | None, language: str) -> Changelog | None:
    """The changelog of a language: its own words, and the facts that French files hold; None when nothing is known."""
    if past is None:
        return None
    own = [one for one in past.changes if _counts(one.after, language)]
    found = {(one.day, one.ref): one for one in _revisions(own, words=True, facts=language == FACTS)}
    if language != FACTS:
        known = {ref for _, ref in found}
        for one in _revisions([one for one in past.changes if _counts(one.after, FACTS)], words=False, facts=True):
            there = found.get((one.day, one.ref))
            if there and there.what == "changed" == one.what:
                found[one.day, one.ref] = replace(there, differences=(*there.differences, *one.differences))
            elif not there and one.ref in known and one.what != "new":
                found[one.day, one.ref] = one
    ordered = sorted(found.values(), key=lambda one: (one.ref, one.title))
    newest = tuple(sorted(ordered, key=lambda one: one.day, reverse=True))
    return Changelog(past.whole, newest, dict(_gone(past.changes)))


def _counts(path: str, language: str) -> bool:
    kind, id_, spoken = identify(path)
    return path.endswith(".md") and kind in KEPT and spoken == language and not id_.endswith("index")


def _gone(changes: Iterable[FileChange]) -> Iterator[tuple[str, str]]:
    """The ids that files of sources had and have no more, each with its last title."""
    for one in changes:
        kind, id_, _ = identify(one.before)
        if kind == "source" and one.old is not None and (one.new is None or one.before != one.after):
            yield id_, _line(_read(one.old)[0].get("title", ""))


def _revisions(changes: Iterable[FileChange], words: bool, facts: bool) -> Iterator[Revision]:
    """Each day's net changes; a renamed file goes on."""
    state: dict[str, bytes] = {}
    for day, group in groupby(changes, key=lambda one: _day(one.moment)):
        start: dict[str, bytes | None] = {}  # what the files touched today were this morning
        moments: dict[str, int] = {}
        for one in group:
            if one.before != one.after:
                start[one.after] = start.pop(one.before, state.get(one.before))
                state.pop(one.before, None)
            start.setdefault(one.after, state.get(one.after))
            moments[one.after] = one.moment
            if one.new is None:
                state.pop(one.after, None)
            else:
                state[one.after] = one.new
        _follow(start, state)
        for path, old in start.items():
            new = state.get(path)
            if (said := _compare(path, old, new, words, facts)) is not None:
                kind, id_, _ = identify(path)
                title = _line(_read(new or old or b"")[0].get("title", ""))
                yield Revision(day, moments[path], (kind, id_), title, *said)


def _follow(start: dict[str, bytes | None], state: Mapping[str, bytes]) -> None:
    """A file that says what name it had goes on from there."""
    gone = {identify(path)[1]: path for path in start if path not in state}
    for path in [path for path, old in start.items() if old is None and path in state]:
        former = IDS.findall(_read(state[path])[0].get("anciens", ""))
        for name in former:
            if name in gone and start.get(gone[name]) is not None:
                start[path] = start.pop(gone.pop(name))
                break


def _compare(
    path: str, old: bytes | None, new: bytes | None, words: bool, facts: bool
) -> tuple[What, tuple[Difference, ...]] | None:
    before, after = _there(old), _there(new)
    if not before and not after:
        return None
    if not before or not after:
        return ("withdrawn" if before else "new"), ()
    kind = identify(path)[0]
    found = tuple(_differences(kind, _read(old or b""), _read(new or b""), words, facts)) if old != new else ()
    return ("changed", found) if found else None


def _there(raw: bytes | None) -> bool:
    return raw is not None and "retire" not in _read(raw)[0]


def _differences(
    kind: str, old: tuple[dict[str, str], str], new: tuple[dict[str, str], str], words: bool, facts: bool
) -> Iterator[Difference]:
    (keys, body), (now, text) = old, new
    if words:
        if kind in DEFINED:
            pair = _first(body), _first(text)
            if not same(*pair):
                yield Difference("definition", *((plain(SOURCE.sub("", one)),) for one in pair))
        pair = _line(keys.get("developpe", "")), _line(now.get("developpe", ""))
        if not same(*pair):
            yield Difference("expansion", *(((one,) if one else ()) for one in pair))
        laws, cited = _law(body), _law(text)
        left = tuple(said for number, said in laws.items() if said and number not in cited)
        come = tuple(said for number, said in cited.items() if said and number not in laws)
        if left or come:
            yield Difference("law", left, come)
    if facts:
        for key, field in (("date", "date"), ("periode", "lifespan")):
            pair = _line(keys.get(key, "")), _line(now.get(key, ""))
            if pair[0] != pair[1]:
                yield Difference(field, *(((one,) if one else ()) for one in pair))
        before, after = _sources(keys, body), _sources(now, text)
        if before is not None and after is not None:
            yield from _lists("sources", before, after)


def _lists(field: str, old: set[str], new: set[str]) -> Iterator[Difference]:
    if old != new:
        yield Difference(field, tuple(sorted(old - new)), tuple(sorted(new - old)))


def _law(body: str) -> dict[str, str]:
    """The laws that a text cites, by number, in their order; empty words for one that only a source cites."""
    found = {number: "" for key in SOURCE.findall(body) for number in CITED.findall(key)}
    for words in LAW.findall(SOURCE.sub("", body)):
        number = re.sub(r"[\s\u00a0.*]+", "", words).lower().rpartition("n°")[2]
        found[number] = found.get(number) or " ".join(words.replace("*", "").split())
    return found


def _sources(keys: Mapping[str, str], body: str) -> set[str] | None:
    """The ids of the sources; None for a file of before sources had ids."""
    listed = keys.get("sources", "")
    if ":" in listed:
        return None
    return set(IDS.findall(re.sub(r"(?m)^[ \t]*- ", " ", listed))) | set(SOURCE.findall(body))


def _first(body: str) -> str:
    return re.split(r"\n\s*\n", body.strip(), maxsplit=1)[0]


@lru_cache(maxsize=8192)
def _read(raw: bytes) -> tuple[dict[str, str], str]:
    """Front matter by key, each value as it is written, and the text: the rules of today may refuse what was."""
    text = raw.decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n")
    head, _, body = text.removeprefix("---\n").partition("\n---\n")
    return dict(KEY.findall(head)), body


def _line(written: str) -> str:
    """A value of YAML as one line."""
    if not written.strip():
        return ""
    try:
        value: Any = yaml.load(written, Loader=yaml.CBaseLoader)
    except yaml.YAMLError:
        value = written
    return marked(" ".join(str(value).split()))


def _day(moment: int) -> str:
    return datetime.fromtimestamp(moment, UTC).date().isoformat()
