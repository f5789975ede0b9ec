"""The addresses that contents had before, and where they lead now."""

from dataclasses import dataclass
from posixpath import relpath

from reperes.catalogue.catalogue import Catalogue, Entry
from reperes.model.kinds import PAGED, Content
from reperes.model.paths import address, beside


@dataclass(frozen=True)
class Redirect:
    """An address that a content had in a language, from the root of the site."""

    source: str
    language: str
    entry: Entry[Content]

    @property
    def target(self) -> str:
        """The address it has now, from the root of the site."""
        return self.entry.url_in(self.language)

    @property
    def relative(self) -> str:
        """The address it has now, as a link from the old one."""
        return relpath(self.target or ".", self.source) + "/"


def redirects(catalogue: Catalogue) -> list[Redirect]:
    """Every old address in every language that its content speaks, sorted; a withdrawn content keeps its own."""
    kept = (entry for kind in PAGED for entry in catalogue.of_kind(kind.name).values())
    entries = [*catalogue.withdrawn.values(), *kept]
    found = [
        Redirect(address(beside((entry.kind, entry.id), old), language), language, entry)
        for entry in entries
        for old in entry.facts.former
        for language in entry.languages
    ]
    return sorted(found, key=lambda redirect: redirect.source)
