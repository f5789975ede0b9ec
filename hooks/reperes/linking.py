"""A Python-Markdown extension: words of the glossary become buttons that explain them, and every mention is noted.

It also leads links to pages that are not translated yet to the French page, and says so.
"""

from collections.abc import Iterator
from posixpath import dirname, join, normpath, relpath
from xml.etree.ElementTree import Element

from markdown.core import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from reperes.catalogue import Catalogue
from reperes.citations import Ref
from reperes.paths import identify
from reperes.scope import Scope
from reperes.terms import Finder, Match
from reperes.words import Words

SECTION = "h2"


class Linking(Extension):
    """Link and note; `path`, from docs/, is set before each page is rendered.

    Fills with what each page mentions: `found`, every content in the order of the text; `groups`, the
    entries behind each button, several where homonyms are not told apart.
    """

    def __init__(self, catalogue: Catalogue, words: Words) -> None:
        """Index the entries that exist in the language of the catalogue."""
        super().__init__()
        self.catalogue = catalogue
        translated = [term for term in catalogue.terms.values() if term.words.lang == catalogue.language]
        self.finder = Finder(translated, words["inflections"])
        self.path = ""
        self.found: dict[Ref, list[Ref]] = {}
        self.groups: dict[Ref, list[tuple[str, ...]]] = {}

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Markdown's
        """Run after inline patterns, and before MkDocs resolves and checks links (priority 0)."""
        md.treeprocessors.register(_Links(md, self), "reperes-links", 7)
        md.treeprocessors.register(_Terms(md, self), "reperes-terms", 6)


def anchor(ids: tuple[str, ...]) -> str:
    """The id, on a page, of what explains an entry or homonyms."""
    return "mot-" + "--".join(ids)


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
        here = (entry.kind, entry.id)
        mentions, groups = self.linking.found.setdefault(here, []), self.linking.groups.setdefault(here, [])
        for link in root.iter("a"):
            file, _, place = link.get("href", "").partition("#")
            if not file.endswith(".md") or "//" in file:
                continue
            kind, id_, _ = identify(normpath(join(dirname(path), file)))
            target = catalogue.of_kind(kind).get(id_)
            if target is None:
                continue
            mentions.append((kind, id_))
            groups += [(id_,)] if kind == "term" and (kind, id_) != here else []
            if target.words.lang != catalogue.language:
                address = relpath("/" + target.url, "/" + entry.url) + "/"
                link.set("href", address + (f"#{place}" if place else ""))
                link.set("hreflang", target.words.lang)


class _Terms(Treeprocessor):
    """Make a button of the first occurrence of each entry in each section; it opens the entry at the page's foot."""

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
        self.scope = Scope(self.linking.catalogue.language, lambda i: str(self.md.htmlStash.rawHtmlBlocks[i]))
        written = self.linking.finder.find(" ".join(root.itertext()))
        self.explained = {id_ for match in written if not match.acronym for id_ in match.ids}
        self._walk(root, quoted=False)

    def _walk(self, element: Element, quoted: bool) -> None:
        if element.tag == SECTION:
            self.section.clear()
        quoted = quoted or element.tag == "blockquote"
        with self.scope.inside(element):
            children = list(element)
            element.text, made = self._linked(element.text or "", quoted)
            element[0:0] = made
            for child in children:
                self._walk(child, quoted)
                child.tail, made = self._linked(child.tail or "", quoted)
                place = list(element).index(child) + 1
                element[place:place] = made

    def _linked(self, text: str, quoted: bool) -> tuple[str, list[Element]]:
        """The text before the first occurrence, and the elements made of the rest, each with the text behind it."""
        before, end = text, 0
        made: list[Element] = []
        for start, match in self._first(text):
            if made:
                made[-1].tail = (made[-1].tail or "") + text[end:start]
            else:
                before = text[:start]
            made.append(self._button(text[start : start + match.end - match.start], match.ids))
            expansion = self._expansion(match, quoted)
            if expansion is not None:
                opening, closing = "[]" if text.count("(", 0, start) > text.count(")", 0, start) else "()"
                made[-1].tail = f" {opening}"
                made.append(expansion)
                expansion.tail = closing
            end = start + match.end - match.start
        if made:
            made[-1].tail = (made[-1].tail or "") + text[end:]
        return before, made

    def _first(self, text: str) -> Iterator[tuple[int, Match]]:
        """The occurrences that are the first of their section, and where each starts."""
        for start, stop in self.scope.speaking(text):
            for match in self.linking.finder.find(text[start:stop]):
                ids = self._meant(match.ids)
                self.chosen |= set(ids) if len(ids) == 1 else set()
                if ids in self.section or any(("term", id_) == self.here for id_ in ids):
                    continue
                self.section.add(ids)
                self.linking.found[self.here] += [("term", id_) for id_ in ids]
                self.linking.groups[self.here].append(ids)
                yield start + match.start, Match(match.start, match.end, ids, match.acronym)

    def _meant(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """Among homonyms, the entry that the page chooses in `sens`, by a link, or by having named it in full."""
        return tuple(id_ for id_ in ids if id_ in self.chosen)[:1] or ids

    def _button(self, text: str, ids: tuple[str, ...]) -> Element:
        button = Element("button", {"type": "button", "class": "term", "popovertarget": anchor(ids)})
        button.text = text
        return button

    def _expansion(self, match: Match, quoted: bool) -> Element | None:
        """What the acronym stands for, once a page, unless its author has written it or someone is quoted."""
        if quoted or not match.acronym or len(match.ids) > 1 or match.ids[0] in self.explained:
            return None
        self.explained.add(match.ids[0])
        words = self.linking.catalogue.terms[match.ids[0]].words.expansion
        if not words:
            return None
        expansion = Element("span", {"class": "expansion"})
        expansion.text = words
        return expansion
