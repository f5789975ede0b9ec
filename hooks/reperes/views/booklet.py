"""All sheets on one page: each is rendered once, on its own page, and its article moved here."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from posixpath import relpath
from typing import Any
from urllib.parse import urljoin, urlsplit

from reperes.catalogue.catalogue import Entry
from reperes.markdown.sanitizing import clean
from reperes.model.blocks import Part as Options
from reperes.model.kinds import Path
from reperes.views.article import Portion, parts
from reperes.views.edition import Edition
from reperes.views.lists import by_family

NAMES = {"id", "for", "aria-labelledby", "aria-describedby"}  # attributes that hold ids
HEADING = re.compile(r"<(/?)h([2-5])(?=[\s>])")


@dataclass(frozen=True)
class Chapter:
    """A sheet in the booklet."""

    number: int
    entry: Entry[Any]
    parts: tuple[Portion, ...]
    references: tuple[str, ...]  # the sources that its text cites


@dataclass(frozen=True)
class Booklet:
    """The sheets by family, in the order of the vocabulary, and the month when the last one was reviewed."""

    families: list[tuple[str, list[Chapter]]]
    reviewed: str | None
    groups: list[tuple[str, ...]]  # the words of all its sheets
    parts: Sequence[tuple[str, Entry[Any] | None, list[Entry[Any]]]] = ()  # families, their pages and their sheets


PART = "livret/{}"  # the page of the booklet of a family


def bind(options: Options, edition: Edition, here: Entry[Any]) -> Booklet:
    """The booklet of one family, read at a page; a sheet that is not translated is not in it.

    Without a family, the parts: the sheets of each, and the page that holds them all.
    """
    families = by_family(edition.catalogue)
    if options.section:
        return _bound([(family, group) for family, group in families if family == options.section], edition, here)
    pages = edition.catalogue.pages
    return Booklet([], None, [], [(family, pages.get(PART.format(family)), group) for family, group in families])


def along(path: Entry[Path], edition: Edition) -> Booklet:
    """The booklet of a path, read at its page."""
    sheets = edition.catalogue.sheets
    return _bound([("", [sheets[id_] for id_ in path.facts.steps if id_ in sheets])], edition, path)


def _bound(families: list[tuple[str, list[Entry[Any]]]], edition: Edition, here: Entry[Any]) -> Booklet:
    articles, numbers = edition.articles, count(1)
    own = [(family, [sheet for sheet in sheets if sheet.words.path in articles]) for family, sheets in families]
    every = {f"/{sheet.url}": sheet for _, sheets in own for sheet in sheets}
    addresses = tuple((address, sheet.id) for address, sheet in every.items())

    def chapter(sheet: Entry[Any]) -> Chapter:
        article, number = articles[sheet.words.path], next(numbers)
        moved = _moved(article.html, sheet.id, sheet.url, here.url, addresses, (number, article.references))
        return Chapter(number, sheet, parts(moved, sheet, edition), article.references)

    bound = [(family, [chapter(sheet) for sheet in sheets]) for family, sheets in own if sheets]
    cited = edition.citations.words
    groups = [ids for sheet in every.values() for ids in cited.get(("sheet", sheet.id), ())]
    return Booklet(bound, max((sheet.facts.reviewed for sheet in every.values()), default=None), groups)


@lru_cache(maxsize=1 << 9)  # an edit moves one sheet, and the others stay as they are
def _moved(
    html: str, id_: str, url: str, here: str, sheets: tuple[tuple[str, str], ...], cited: tuple[int, tuple[str, ...]]
) -> str:
    """The article of a sheet as it reads at another address, among the sheets there, their ids by address."""
    return _Move(id_, f"/{url}", f"/{here}", dict(sheets), *cited).article(html)


@dataclass(frozen=True)
class _Move:
    """From the page of a sheet to another: ids stay unique, links lead where they led, headings go one level down."""

    sheet: str
    at: str
    here: str
    sheets: Mapping[str, str]  # the ids of those of the booklet, by address
    number: int  # of the sheet in the booklet
    references: tuple[str, ...]

    def article(self, html: str) -> str:
        """An article that has passed the wall, moved."""
        return HEADING.sub(lambda found: f"<{found[1]}h{int(found[2]) + 1}", clean(html, self._attribute))

    def _attribute(self, tag: str, name: str, value: str) -> str:
        if name in NAMES:
            return " ".join(f"{self.sheet}--{id_}" for id_ in value.split())
        if name == "popovertarget" and value.startswith("source-"):  # numbers start again in each sheet
            return f"{self.number}-{self.references.index(value.removeprefix('source-')) + 1}"
        return self._address(value) if name in ("href", "src") else value

    def _address(self, address: str) -> str:
        if urlsplit(address).scheme or address.startswith("//"):
            return address
        path, _, place = urljoin(self.at, address).partition("#")
        if path in self.sheets:
            id_ = self.sheets[path]
            return f"#{id_}--{place}" if place else f"#{id_}"
        moved = relpath(path, self.here) + ("/" if path.endswith("/") else "")
        return f"{moved}#{place}" if place else moved
