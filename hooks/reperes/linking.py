"""A Python-Markdown extension: words of the glossary become buttons that explain them, and every mention is noted.

It also leads links to pages that are not translated yet to the French page, and says so.
"""

import re
from collections.abc import Iterator
from posixpath import dirname, join, normpath, relpath
from xml.etree.ElementTree import Element

from markdown.core import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from reperes.catalogue import Catalogue, Entry
from reperes.citations import Ref
from reperes.collation import fold
from reperes.model import Content
from reperes.paths import identify
from reperes.scope import Block, Place, Reader, Voice
from reperes.terms import Finder, Match
from reperes.words import Words

CLOSED = re.compile(r"$|[\s\ufffc,;:!?…)\]»”\"–—]|\.(?!\w)")  # what may follow a parenthesis
GOES_ON = re.compile(r"\s*[,;:]|\s+[^\W\dA-Z]")  # what follows a dot that ends no sentence


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
        md.treeprocessors.register(_Linker(md, self), "reperes-linking", 6)


def anchor(ids: tuple[str, ...]) -> str:
    """The id, on a page, of what explains an entry or homonyms."""
    return "mot-" + "--".join(ids)


class _Linker(Treeprocessor):
    """Follow the links an author wrote, make a button of each word to explain, and note both in their order."""

    def __init__(self, md: Markdown, linking: Linking) -> None:
        super().__init__(md)
        self.linking = linking

    def run(self, root: Element) -> None:
        catalogue = self.linking.catalogue
        entry = catalogue.at(self.linking.path)
        if entry.facts.withdrawn:
            return
        here = (entry.kind, entry.id)
        mentions = _links(root, entry, self.linking.path, catalogue)
        if entry.facts.linking != "non":
            blocks = Reader(catalogue.language, self._raw, self.md.is_block_level).read(root)
            matches = [(block, match) for block in blocks for match in self.linking.finder.find(block.text)]
            mentions |= _Page(entry, catalogue, matches, [ids for kind, ids in mentions.values() if kind == "term"]).link()
        noted = [mentions[element] for element in root.iter() if element in mentions]
        self.linking.found[here] = [(kind, id_) for kind, ids in noted for id_ in ids]
        self.linking.groups[here] = [ids for kind, ids in noted if kind == "term" and here != (kind, ids[0])]

    def _raw(self, number: int) -> str:
        return str(self.md.htmlStash.rawHtmlBlocks[number])
