"""What changed in the meaning of texts, as readers are told: day by day, with both wordings."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from typing import Any

from reperes.catalogue.catalogue import Entry
from reperes.catalogue.changelog import KEPT, Changelog, Difference, Revision
from reperes.model import edtf_words
from reperes.model.blocks import Plain
from reperes.model.edtf import DateError, Edtf, parse
from reperes.model.kinds import KINDS
from reperes.model.paths import FACTS
from reperes.model.text import foreign
from reperes.views.edition import Edition

DAYS = 60  # days told on the page
FED = 100  # entries of a feed
DATES = ("date", "lifespan")


@dataclass(frozen=True)
class Told:
    """A revision, the text as it stands today, if it does, and what changed, in words."""

    revision: Revision
    entry: Entry[Any] | None
    said: tuple[Difference, ...]

    @property
    def title(self) -> str:
        """The title of today, else the last."""
        return self.entry.words.title if self.entry else self.revision.title

    @property
    def updated(self) -> str:
        """The moment, as Atom writes it."""
        return datetime.fromtimestamp(self.revision.moment, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(frozen=True)
class Day:
    """What was published on a day."""

    date: Edtf
    changed: list[Told]
    withdrawn: list[Told]
    new: list[tuple[str, list[Told]]]  # by kind


@dataclass(frozen=True)
class Changes:
    """The days told, the newest first; `whole` is false where only the last commits are here."""

    whole: bool
    days: list[Day]
    feeds: list[tuple[str, str]]  # kind, empty for all, and path


def changes(options: Plain, edition: Edition, here: Entry[Any]) -> Changes | None:
    """The changes of a language; None where there is no history to read."""
    changelog = edition.changelog
    if changelog is None:
        return None
    days = [_day(day, list(group), edition) for day, group in groupby(changelog.revisions, key=lambda one: one.day)]
    return Changes(changelog.whole, days[:DAYS], list(feeds(edition)))


def feeds(edition: Edition) -> Iterator[tuple[str, str]]:
    """The feeds of a language: of all kinds, then of each."""
    if edition.changelog and edition.changelog.whole and edition.settings.site_url:
        home = "" if edition.language == FACTS else f"{edition.language}/"
        yield "", f"{home}changements.atom"
        for kind in KEPT:
            yield kind, f"{home}changements-{KINDS[kind].folder.rpartition('/')[2]}.atom"


def fed(edition: Edition, kind: str) -> list[Told]:
    """The entries of a feed, the newest first."""
    changelog: Changelog | None = edition.changelog
    found = [one for one in changelog.revisions if kind in ("", one.ref[0])] if changelog else []
    found.sort(key=lambda one: -one.moment)
    return list(told(found[:FED], edition))


def told(revisions: Iterable[Revision], edition: Edition) -> Iterator[Told]:
    """Revisions in words of a language."""
    for one in revisions:
        kind, id_ = one.ref
        entry = edition.catalogue.of_kind(kind).get(id_)
        yield Told(one, entry, tuple(_said(difference, edition) for difference in one.differences))


def _day(day: str, revisions: list[Revision], edition: Edition) -> Day:
    every = list(told(revisions, edition))
    new = [
        (kind, [one for one in every if one.revision.what == "new" and one.revision.ref[0] == kind]) for kind in KEPT
    ]
    return Day(
        parse(day),
        changed=[one for one in every if one.revision.what == "changed"],
        withdrawn=[one for one in every if one.revision.what == "withdrawn"],
        new=[(kind, group) for kind, group in new if group],
    )


def _said(difference: Difference, edition: Edition) -> Difference:
    field = difference.field
    old, new = (tuple(_value(field, one, edition) for one in side) for side in (difference.old, difference.new))
    return Difference(field, old, new)


def _value(field: str, value: str, edition: Edition) -> str:
    if field == "sources":
        source = edition.catalogue.sources.get(value)
        if source is None:
            return edition.changelog.sources.get(value, value) if edition.changelog else value
        title, language = source.texts[FACTS].title, source.facts.language or FACTS
        return title if language == edition.language else foreign(title, language)
    if field in DATES:
        try:
            return edtf_words.say(parse(value), edition.words["dates"])
        except DateError:  # of before the rules of today
            return value
    return value
