"""The same page in every language: what browsers, search engines and readers are told of it."""

from dataclasses import dataclass
from typing import Any

from reperes.catalogue.catalogue import Catalogue, Entry
from reperes.model.kinds import PAGED
from reperes.model.paths import FACTS


@dataclass(frozen=True)
class Alternate:
    """The absolute address of a page in a language, or for no language in particular (`x-default`)."""

    lang: str
    url: str


def alternates(entry: Entry[Any], site_url: str) -> list[Alternate]:
    """The languages a page really exists in, for `hreflang`; none when there is only one, or no text any more."""
    if len(entry.languages) < 2 or entry.facts.withdrawn:
        return []
    return [
        *(Alternate(language, site_url + entry.url_in(language)) for language in entry.languages),
        Alternate("x-default", site_url + entry.url_in(FACTS)),
    ]


def choices(entry: Entry[Any], catalogue: Catalogue) -> list[tuple[str, str | None]]:
    """The other languages of the site, each with the address of the page, None where it is not translated."""
    return [
        (language, entry.url_in(language) if language in entry.languages else None)
        for language in catalogue.languages
        if language != catalogue.language
    ]


def sitemap(catalogue: Catalogue, site_url: str) -> list[tuple[str, list[Alternate]]]:
    """Every address that holds a text, in every language, with its alternates; the same whatever the catalogue."""
    entries = [entry for kind in PAGED for entry in catalogue.of_kind(kind.name).values()]
    return sorted(
        (site_url + entry.url_in(language), alternates(entry, site_url))
        for entry in entries
        for language in entry.languages
    )
