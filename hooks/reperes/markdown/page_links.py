"""A Python-Markdown extension: links to files of docs/ become addresses of the site, relative to the page.

Links to a page that is not translated lead to the French one, and say so; what leads to nothing of ours is untouched.
"""

from collections.abc import Collection
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

from markdown.core import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from reperes.catalogue.catalogue import Catalogue
from reperes.model.paths import EXPORTS, FACTS, THESAURUS, identify, relative

HELD = "\x02"  # Python-Markdown hides a part of the address: a mail address, for instance


class PageLinks(Extension):
    """Resolve links; `path`, from docs/, is set before each page is rendered.

    Fills `anchors` with the places of other pages, or of this one, that the page leads to: path and id.
    """

    def __init__(self, catalogue: Catalogue, files: Collection[str]) -> None:
        """`files` are those of docs/ that are published as they are."""
        super().__init__()
        self.catalogue, self.files = catalogue, files
        self.path = ""
        self.anchors: list[tuple[str, str]] = []

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Markdown's
        """Run last, where MkDocs would resolve them."""
        md.treeprocessors.register(_Resolver(md, self), "reperes-page-links", 0.5)

    def address(self, target: str) -> str | None:
        """The address, from the root of the site, of a file by its path from docs/; None when it is not published."""
        if target.endswith(".md"):
            try:
                entry = self.catalogue.at(target)
            except KeyError:
                return None
            language = identify(target)[2]
            return entry.url_in(language if language != FACTS else entry.words.lang)
        if target in EXPORTS and self.catalogue.language != FACTS:
            return f"{self.catalogue.language}/{target}"
        return target if target in self.files or target in (*EXPORTS, THESAURUS) else None


class _Resolver(Treeprocessor):
    def __init__(self, md: Markdown, links: PageLinks) -> None:
        super().__init__(md)
        self.links = links

    def run(self, root: Element) -> None:
        self.links.anchors = []
        here = self.links.catalogue.at(self.links.path)
        for tag, name in (("a", "href"), ("img", "src")):
            for element in root.iter(tag):
                if (link := element.get(name)) and HELD not in link:
                    element.set(name, self._resolved(link, here.url))

    def _resolved(self, link: str, here: str) -> str:
        scheme, host, path, query, anchor = urlsplit(link)
        if scheme or host or path.startswith("/"):
            return link
        target = normpath(join(dirname(self.links.path), unquote(path))) if path else self.links.path
        if anchor and target.endswith(".md"):
            self.links.anchors.append((target, unquote(anchor)))
        address = self.links.address(target) if path else None
        if address is None:
            return link
        return relative(address, here) + (f"?{query}" if query else "") + (f"#{anchor}" if anchor else "")
