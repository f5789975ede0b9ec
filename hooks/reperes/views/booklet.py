"""All sheets on one page: each is rendered once, on its own page, and its article moved here."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import count
from posixpath import relpath
from typing import Any
from urllib.parse import urljoin, urlsplit

from reperes.catalogue.catalogue import Catalogue, Entry
from reperes.catalogue.citations import Citations
from reperes.markdown.glossary_links import anchor
from reperes.markdown.sanitizing import clean
from reperes.model.blocks import Plain
from reperes.views.article import Mentions, Part, families, parts

NAMES = {"id", "for", "aria-labelledby", "aria-describedby"}  # attributes that hold ids
HEADING = re.compile(r"<(/?)h([2-5])(?=[\s>])")


@dataclass(frozen=True)
class Chapter:
    """A sheet in the booklet."""

    number: int
    entry: Entry[Any]
    parts: list[Part]


@dataclass(frozen=True)
class Booklet:
    """The sheets by family, in the order of the vocabulary, and the month when the last one was reviewed."""

    families: list[tuple[str, list[Chapter]]]
    reviewed: str | None

    @property
    def chapters(self) -> list[Chapter]:
        """Every sheet."""
        return [chapter for _, chapters in self.families for chapter in chapters]

    def mentions(self, own: Mentions, catalogue: Catalogue, citations: Citations) -> Mentions:
        """What the page says of others, the words of all its sheets in one list."""
        groups = [ids for chapter in self.chapters for ids in citations.words.get(("sheet", chapter.entry.id), ())]
        words = {anchor(ids): [catalogue.terms[id_] for id_ in ids] for ids in groups}
        return replace(own, words=list((dict(own.words) | words).items()))


def bind(catalogue: Catalogue, articles: Mapping[str, str], here: str) -> Booklet:
    """The booklet read at an address; a sheet that is not translated is not in it.

    `articles` are rendered, by path from docs/; `here` is from the root of the site.
    """
    numbers = count(1)
    sheets = {f"/{sheet.url}": sheet for sheet in catalogue.sheets.values() if sheet.words.path in articles}

    def chapter(sheet: Entry[Any]) -> Chapter:
        article = _Move(sheet, f"/{here}", sheets).article(articles[sheet.words.path])
        return Chapter(next(numbers), sheet, parts(article, catalogue))

    groups = [(section, [s for s in group if s in sheets.values()]) for section, group in families(Plain(), catalogue)]
    bound = [(section, [chapter(sheet) for sheet in group]) for section, group in groups if group]
    return Booklet(bound, max((sheet.facts.reviewed for sheet in sheets.values()), default=None))


@dataclass(frozen=True)
class _Move:
    """From the page of a sheet to another: ids stay unique, links lead where they led, headings go one level down."""

    sheet: Entry[Any]
    here: str
    sheets: Mapping[str, Entry[Any]]  # those of the booklet, by address

    def article(self, html: str) -> str:
        """An article that has passed the wall, moved."""
        return HEADING.sub(lambda found: f"<{found[1]}h{int(found[2]) + 1}", clean(html, self._attribute))

    def _attribute(self, tag: str, name: str, value: str) -> str:
        if name in NAMES:
            return " ".join(f"{self.sheet.id}--{id_}" for id_ in value.split())
        return self._address(value) if name in ("href", "src") else value

    def _address(self, address: str) -> str:
        if urlsplit(address).scheme or address.startswith("//"):
            return address
        path, _, place = urljoin(f"/{self.sheet.url}", address).partition("#")
        if path in self.sheets:
            id_ = self.sheets[path].id
            return f"#{id_}--{place}" if place else f"#{id_}"
        moved = relpath(path, self.here) + ("/" if path.endswith("/") else "")
        return f"{moved}#{place}" if place else moved
