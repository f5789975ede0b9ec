"""How far each translation of the site is: what is faithful to the French, what is behind it, what is missing."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from reperes.catalogue.catalogue import Catalogue, Entry
from reperes.catalogue.translation import State, state
from reperes.model.blocks import Plain
from reperes.model.kinds import KINDS, PAGED
from reperes.model.paths import FACTS
from reperes.views.edition import Edition


@dataclass(frozen=True)
class Progress:
    """The contents of the site by their state in a language, in the order of kinds, then of the catalogue."""

    language: str
    entries: dict[State, list[Entry[Any]]]

    @property
    def kinds(self) -> list[tuple[str, Counter[State]]]:
        """How many contents of each kind are in each state."""
        kinds: dict[str, Counter[State]] = {}
        for name, entries in self.entries.items():
            for entry in entries:
                kinds.setdefault(entry.kind, Counter())[name] += 1
        return sorted(kinds.items(), key=lambda item: tuple(KINDS).index(item[0]))


def progress(options: Plain, edition: Edition, here: Entry[Any]) -> list[Progress]:
    """The state of every language that is translated."""
    catalogue = edition.catalogue
    return [_progress(language, catalogue) for language in catalogue.languages if language != FACTS]


def _progress(language: str, catalogue: Catalogue) -> Progress:
    entries: dict[State, list[Entry[Any]]] = {"current": [], "outdated": [], "missing": []}
    for kind in PAGED:
        for entry in catalogue.of_kind(kind.name).values():
            entries[state(entry.texts, language)].append(entry)
    return Progress(language, entries)
