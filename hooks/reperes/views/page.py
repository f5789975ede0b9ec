"""All that one page shows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from reperes.catalogue.alternates import Alternate, alternates, choices
from reperes.catalogue.catalogue import Catalogue, Entry
from reperes.catalogue.changelog import Revision
from reperes.catalogue.translation import State, state
from reperes.markdown.renderer import Article
from reperes.model.blocks import BLOCKS
from reperes.model.paths import FACTS
from reperes.model.publications import Publication
from reperes.views.article import Home, Mentions, Portion, easy, home, mentions, parts
from reperes.views.booklet import Booklet, along
from reperes.views.citing import Citing, citing
from reperes.views.drawing import last_read
from reperes.views.edit_links import EditLinks, edit_links
from reperes.views.edition import Edition
from reperes.views.qr_code import Code, code, handed
from reperes.views.timeline import neighbours

HOME = "assets/reperes/home.css"
LED_TO = (  # by every page or by the home page, besides the menu and the foot
    *("index", "aide", "recherche", "livret", "comparer", "a-propos/contact"),
    *("fiches/index", "histoire/index", "glossaire/index"),
)
Step: TypeAlias = tuple[Entry[Any], Entry[Any] | None, Entry[Any] | None]  # a path, the sheet before, the one after


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
    parts: tuple[Portion, ...] = ()
    styles: tuple[str, ...] = ()  # stylesheets that what it draws asks for, beside site.css
    contents: tuple[tuple[str, str], ...] = ()
    easy: tuple[tuple[tuple[str, str], ...], ...] = ()  # its easy text: sentences, pieces of them, what they call
    edit_links: EditLinks | None = None
    references: tuple[str, ...] = ()  # the sources that its text cites
    within: tuple[Step, ...] = ()
    booklet: Booklet | None = None
    around: tuple[Any, ...] = ()  # what else its template looks up: two equal views make the same page
    revised: Revision | None = None  # when its meaning last changed
    citing: Citing | None = None
    quoted: bool = False  # whether it holds a block that people print and cite
    offered: tuple[Publication, ...] = ()  # its files to carry away
    code: Code | None = None  # its address, for the paper that is handed over
    month: str | None = None  # what it says of the site stands as of, for the paper, where it has no month of its own


def page(entry: Entry[Any], edition: Edition) -> PageView:
    """The page of an entry that exists in the language of the edition."""
    catalogue, settings = edition.catalogue, edition.settings
    article = edition.articles[entry.words.path]
    shown = parts(article.html, entry, edition)
    is_home = entry is catalogue.pages["index"]
    bound = along(entry, edition) if entry.kind == "path" and not entry.facts.withdrawn else None
    around = mentions(entry, shown, edition, bound.groups if bound else ())
    quoted, month = any(BLOCKS[part.block].quoted for part in shown if part.block), _month(entry, catalogue)
    return PageView(
        here=entry.url,
        menu=menu(edition, entry),
        choices=choices(entry, catalogue),
        entry=entry,
        parent=catalogue.parent(entry),
        homonyms=catalogue.homonyms(entry),
        alternates=tuple(alternates(entry, settings.site_url)),
        translation=state(entry.texts, entry.words.lang),
        mentions=around,
        home=home(edition) if is_home else None,
        neighbours=neighbours(entry, catalogue) if entry.kind == "event" and not entry.facts.withdrawn else {},
        parts=shown,
        styles=((HOME,) if is_home else ()) + styles(shown),
        contents=article.contents,
        easy=easy(entry, article.html),
        references=article.references,
        within=within(entry, catalogue) if entry.kind == "sheet" else (),
        booklet=bound,
        around=_around(entry, article, [*(part.view for part in shown), bound], edition),
        revised=edition.changelog.last((entry.kind, entry.id)) if edition.changelog else None,
        citing=citing(entry, edition, entry.facts.reviewed or (month if quoted else None)),
        quoted=quoted,
        offered=offered(entry, edition),
        code=code(settings.site_url + entry.url) if settings.site_url and handed(entry) else None,
        month=month,
        edit_links=edit_links(entry, edition.forge, settings.site_url, edition.words["doors"]),
    )


def _month(entry: Entry[Any], catalogue: Catalogue) -> str | None:
    if getattr(entry.facts, "reviewed", None):
        return None
    last = last_read(catalogue)
    return None if last == date.min else last.isoformat()[:7]


def styles(shown: Iterable[Portion]) -> tuple[str, ...]:
    """The stylesheets that the blocks of a page ask for."""
    return tuple(dict.fromkeys(address for part in shown if part.block for address in BLOCKS[part.block].styles))


def offered(entry: Entry[Any], edition: Edition) -> tuple[Publication, ...]:
    """The files made from a page."""
    here = (entry.kind, entry.id, entry.words.lang)
    return tuple(one for one in edition.publications if (one.kind, one.id, one.language) == here)


def within(entry: Entry[Any], catalogue: Catalogue) -> tuple[Step, ...]:
    """The paths that a sheet belongs to, with the sheet before and the sheet after."""
    found: list[Step] = []
    for path in catalogue.paths.values():
        sheets = [catalogue.sheets[id_] for id_ in path.facts.steps if id_ in catalogue.sheets]
        if entry in sheets:
            place = sheets.index(entry)
            after = sheets[place + 1] if place + 1 < len(sheets) else None
            found.append((path, sheets[place - 1] if place else None, after))
    return tuple(found)


def _around(entry: Entry[Any], article: Article, views: list[Any], edition: Edition) -> tuple[Any, ...]:
    catalogue, facts = edition.catalogue, entry.facts
    chapters = [one for view in views if isinstance(view, Booklet) for _, some in view.families for one in some]
    keys = [*article.references, *facts.sources, *(key for one in chapters for key in one.references)]
    keys += [facts.observed.source] if facts.observed else []
    keys += [key for one in chapters for key in one.entry.facts.sources]
    terms = [
        *catalogue.replaced_by.get(entry.id, ()),
        *catalogue.related.get(entry.id, ()),
        *catalogue.homonyms(entry),
        *getattr(facts, "replaces", ()),
    ]
    return (
        edition.interface,
        catalogue.titled_alike,
        [catalogue.pages.get(id_) for id_ in (*edition.settings.footer, *LED_TO)],
        [catalogue.sources[key] for key in keys],
        [catalogue.terms.get(id_) for id_ in terms] if entry.kind == "term" else [],
        [catalogue.sheets.get(id_) for id_ in getattr(facts, "steps", ())],
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
