"""Links of a translation to pages that are not translated yet: they lead to the French page, and say so."""

import posixpath
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

from reperes.catalogue import Catalogue
from reperes.paths import FACTS, identify


class UntranslatedLinks(Extension):
    """Add the tree processor; `path`, from docs/, is set before each page is rendered."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Keep the catalogue of the language being built."""
        super().__init__()
        self.catalogue = catalogue
        self.path = ""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Markdown's
        """Run before MkDocs resolves and checks links (priority 0)."""
        md.treeprocessors.register(_Processor(md, self), "reperes-untranslated", 7)


class _Processor(Treeprocessor):
    def __init__(self, md: Markdown, extension: UntranslatedLinks) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        """Point such links to the address of the French page, marked with its language."""
        catalogue, path = self.extension.catalogue, self.extension.path
        if catalogue.language == FACTS:
            return
        here = catalogue.at(path).url
        for link in root.iter("a"):
            file, _, anchor = link.get("href", "").partition("#")
            if not file.endswith(".md") or "//" in file:
                continue
            kind, id_, _ = identify(posixpath.normpath(posixpath.join(posixpath.dirname(path), file)))
            target = catalogue.of_kind(kind).get(id_)
            if target and target.words.lang != catalogue.language:
                address = posixpath.relpath("/" + target.url, "/" + here) + "/"
                link.set("href", address + (f"#{anchor}" if anchor else ""))
                link.set("hreflang", target.words.lang)
