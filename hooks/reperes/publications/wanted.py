"""Which pages become which files, under which names."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from reperes.catalogue.catalogue import Entry
from reperes.model.kinds import KINDS
from reperes.views.edition import Edition
from reperes.views.qr_code import BOOKLET

PAGES = 2  # at most, for a sheet: both sides of one paper


@dataclass(frozen=True)
class Wanted:
    """A file to make: its format, its name in the folder, and the page it is made from."""

    format: str
    path: str
    entry: Entry[Any]
    language: str

    @property
    def pages(self) -> int:
        """How many pages it may have; 0 when as many as it takes."""
        return PAGES if self.entry.kind == "sheet" else 0


def wanted(edition: Edition, formats: tuple[str, ...]) -> Iterator[Wanted]:
    """The files of a language, one page each."""
    catalogue, language = edition.catalogue, edition.language
    parts = [entry for id_, entry in catalogue.pages.items() if id_.startswith(BOOKLET)]
    kinds = [kind.name for kind in KINDS.values() if kind.printed]
    printed = [*(entry for kind in kinds for entry in catalogue.of_kind(kind).values()), *parts]
    bound = [*parts, *catalogue.paths.values()]
    for format_, entries in (("pdf", printed), ("epub", bound)):
        for entry in entries if format_ in formats else ():
            if entry.words.lang == language and not entry.facts.withdrawn:
                yield Wanted(format_, f"{entry.url.rstrip('/')}.{format_}", entry, language)
