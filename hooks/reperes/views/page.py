"""All that one page shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reperes.catalogue.alternates import Alternate, alternates, choices
from reperes.catalogue.catalogue import Entry
from reperes.catalogue.translation import State, state
from reperes.model.paths import FACTS
from reperes.views.article import Home, Mentions, Part, home, mentions, parts
from reperes.views.edit_links import EditLinks, edit_links
from reperes.views.edition import Edition
from reperes.views.timeline import neighbours


@dataclass(frozen=True)
class MenuItem:
    """A page of the menu; `current` is what `aria-current` says of it, if anything."""

    title: str
    entry: Entry[Any]
    current: str | None


@dataclass(frozen=True)
class PageView:
    """What the template of a page draws with; a page that answers instead of another has no entry."""

    here: str  # its address from the root of the site
    menu: list[MenuItem]
    choices: list[tuple[str, str | None]]  # the other languages, and its address in each
    entry: Entry[Any] | None = None
    parent: Entry[Any] | None = None
    homonyms: tuple[str, ...] = ()
    alternates: tuple[Alternate, ...] = ()
    translation: State = "current"
    mentions: Mentions | None = None
    home: Home | None = None
    neighbours: Mapping[str, tuple[Entry[Any] | None, Entry[Any] | None]] | None = None
    parts: tuple[Part, ...] = ()
    contents: tuple[tuple[str, str], ...] = ()
    edit_links: EditLinks | None = None


def page(entry: Entry[Any], edition: Edition) -> PageView:
    """The page of an entry that exists in the language of the edition."""
    catalogue, settings = edition.catalogue, edition.settings
    article = edition.articles[entry.words.path]
    shown = parts(article.html, entry, edition)
    return PageView(
        here=entry.url,
        menu=menu(edition, entry),
        choices=choices(entry, catalogue),
        entry=entry,
        parent=catalogue.parent(entry),
        homonyms=catalogue.homonyms(entry),
        alternates=tuple(alternates(entry, settings.site_url)),
        translation=state(entry.texts, entry.words.lang),
        mentions=mentions(entry, shown, edition),
        home=home(edition) if entry is catalogue.pages["index"] else None,
        neighbours=neighbours(entry, catalogue) if entry.kind == "event" and not entry.facts.withdrawn else {},
        parts=shown,
        contents=article.contents,
        edit_links=edit_links(entry, edition.forge, settings.site_url, edition.words["doors"]),
    )


def instead(edition: Edition) -> PageView:
    """A page that answers at any address instead of another: its links start at the root of the host."""
    return PageView(here="", menu=menu(edition), choices=choices(edition.catalogue.pages["index"], edition.catalogue))


def menu(edition: Edition, here: Entry[Any] | None = None) -> list[MenuItem]:
    """The menu as a page shows it: it is the page itself, or the index that lists it, that is current."""
    titles = edition.settings.titles.get(edition.language, {})
    parent = edition.catalogue.parent(here) if here else None
    items = []
    for title, path in edition.settings.menu[1:]:  # the first is the home page, which the mark leads to
        entry = edition.catalogue.at(path)
        current = "page" if entry is here else "true" if entry is parent else None
        items.append(MenuItem(title if edition.language == FACTS else titles.get(title, title), entry, current))
    return items
