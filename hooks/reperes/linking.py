"""A Python-Markdown extension: words of the glossary become links, and every mention is noted.

It also leads links to pages that are not translated yet to the French page, and says so.
"""

import re
from collections.abc import Iterator
from posixpath import dirname, join, normpath, relpath
from xml.etree.ElementTree import Element

from markdown.core import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from reperes.catalogue import Catalogue
from reperes.citations import Ref
from reperes.paths import identify
from reperes.terms import Finder, Match
from reperes.words import Words

STASHED = re.compile("\x02wzxhzdk:(\\d+)\x03")
TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)([^>]*)>")
SILENT = {"a", "abbr", "button", "code", "kbd", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "script", "style"}
VOID = {"br", "wbr"}
SECTION = {"h2"}


class Linking(Extension):
    """Link and note; `path`, from docs/, is set before each page is rendered, `found` fills with what it mentions."""

    def __init__(self, catalogue: Catalogue, words: Words) -> None:
        """Index the entries that exist in the language of the catalogue."""
        super().__init__()
        self.catalogue = catalogue
        translated = [term for term in catalogue.terms.values() if term.words.lang == catalogue.language]
        self.finder = Finder(translated, words["inflections"])
        self.path = ""
        self.found: dict[Ref, list[Ref]] = {}

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Markdown's
        """Run after inline patterns, and before MkDocs resolves and checks links (priority 0)."""
        md.treeprocessors.register(_Links(md, self), "reperes-links", 7)
        md.treeprocessors.register(_Terms(md, self), "reperes-terms", 6)


class _Links(Treeprocessor):
    """Note the links an author wrote to other contents; mark those that leave the language."""

    def __init__(self, md: Markdown, linking: Linking) -> None:
        super().__init__(md)
        self.linking = linking

    def run(self, root: Element) -> None:
        catalogue, path = self.linking.catalogue, self.linking.path
        entry = catalogue.at(path)
        if entry.facts.withdrawn:
            return
        mentions = self.linking.found[entry.kind, entry.id] = []
        for link in root.iter("a"):
            file, _, anchor = link.get("href", "").partition("#")
            if not file.endswith(".md") or "//" in file:
                continue
            kind, id_, _ = identify(normpath(join(dirname(path), file)))
            target = catalogue.of_kind(kind).get(id_)
            if target is None:
                continue
            mentions.append((kind, id_))
            if target.words.lang != catalogue.language:
                address = relpath("/" + target.url, "/" + entry.url) + "/"
                link.set("href", address + (f"#{anchor}" if anchor else ""))
                link.set("hreflang", target.words.lang)


class _Terms(Treeprocessor):
    """Link the first occurrence of each entry in each section."""

    def __init__(self, md: Markdown, linking: Linking) -> None:
        super().__init__(md)
        self.linking = linking

    def run(self, root: Element) -> None:
        entry = self.linking.catalogue.at(self.linking.path)
        if entry.facts.linking == "non" or entry.facts.withdrawn:
            return
        self.here = (entry.kind, entry.id)
        linked = {id_ for kind, id_ in self.linking.found[self.here] if kind == "term"}
        self.chosen = {*getattr(entry.facts, "meaning", {}).values(), *linked}
        self.section: set[tuple[str, ...]] = set()
        self.silent: list[tuple[str, bool]] = []  # raw inline tags open around the text, and whether each silences it
        self._walk(root, False)

    def _walk(self, element: Element, silent: bool) -> None:
        silent = silent or element.tag in SILENT or self._foreign(element.get("lang"))
        silent = silent or element.get("data-glossaire") == "non"
        if element.tag in SECTION:
            self.section.clear()
        children = list(element)
        element.text, added = self._link(element.text, silent)
        for position, link in enumerate(added):
            element.insert(position, link)
        for child in children:
            self._walk(child, silent)
            child.tail, added = self._link(child.tail, silent)
            place = list(element).index(child) + 1
            for position, link in enumerate(added):
                element.insert(place + position, link)

    def _link(self, text: str | None, silent: bool) -> tuple[str | None, list[Element]]:
        """The text before the first link, and the links, each with the text behind it."""
        if not text:
            return text, []
        before, end = "", 0
        links: list[Element] = []
        for match in self._matches(text, silent):
            link = self._element(text, match)
            if links:
                links[-1].tail = text[end : match.start]
            else:
                before = text[: match.start]
            links.append(link)
            end = match.end
        if not links:
            return text, []
        links[-1].tail = text[end:]
        return before, links

    def _matches(self, text: str, silent: bool) -> Iterator[Match]:
        """The occurrences to link in a text, whose raw inline tags are followed on the way."""
        end = 0
        for piece in [*STASHED.finditer(text), None]:
            stop = piece.start() if piece else len(text)
            if not silent and not any(hushed for _, hushed in self.silent):
                yield from self._first(text, end, stop)
            if piece:
                self._raw(str(self.md.htmlStash.rawHtmlBlocks[int(piece[1])]))
                end = piece.end()

    def _first(self, text: str, start: int, stop: int) -> Iterator[Match]:
        for match in self.linking.finder.find(text[start:stop]):
            ids = self._meant(match.ids)
            self.chosen |= set(ids) if len(ids) == 1 else set()
            if ids in self.section or any(("term", id_) == self.here for id_ in ids):
                continue
            self.section.add(ids)
            self.linking.found[self.here] += [("term", id_) for id_ in ids]
            yield Match(start + match.start, start + match.end, ids, match.acronym)

    def _meant(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """Among homonyms, the entry that the page chooses in `sens`, by a link, or by having named it in full."""
        return tuple(id_ for id_ in ids if id_ in self.chosen)[:1] or ids

    def _element(self, text: str, match: Match) -> Element:
        path = self.linking.path
        link = Element("a", {"class": "term", "href": relpath(f"glossaire/{match.ids[0]}.md", dirname(path) or ".")})
        link.text = text[match.start : match.end]
        return link

    def _raw(self, html: str) -> None:
        """Follow a raw inline tag: what it holds may be silent or in another language."""
        tag = TAG.match(html)
        if not tag or tag[2].lower() in VOID or tag[3].endswith("/"):
            return
        if tag[1]:
            while self.silent and self.silent.pop()[0] != tag[2].lower():
                pass
            return
        lang = re.search(r"lang=[\"']?([\w-]+)", tag[3])
        hushed = tag[2].lower() in SILENT or re.search(r"data-glossaire=[\"']?non", tag[3]) is not None
        self.silent.append((tag[2].lower(), hushed or self._foreign(lang[1] if lang else None)))

    def _foreign(self, lang: str | None) -> bool:
        return lang is not None and lang.partition("-")[0] != self.linking.catalogue.language
