"""A Python-Markdown extension: a heading has the same id in every language, so that an anchor never breaks."""

from typing import Any
from xml.etree.ElementTree import Element

from markdown.core import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from reperes.catalogue.catalogue import Catalogue
from reperes.model.paths import FACTS

HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
Headings = list[tuple[str, str]]  # tag and id, in the order of the text


class Anchors(Extension):
    """Give the headings of a translation the ids of its French page, when both have the same ones.

    `path`, from docs/, is set before each page is rendered.
    """

    def __init__(self, catalogue: Catalogue, settings: dict[str, dict[str, Any]]) -> None:
        """`settings` are those of the site's Markdown extensions, by name."""
        super().__init__()
        self.catalogue = catalogue
        self.path = ""
        self.markdown = Markdown(extensions=[*settings], extension_configs=settings)
        self.french = _Record(self.markdown)
        self.markdown.treeprocessors.register(self.french, "reperes-record", 4)  # after `toc`

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Markdown's
        """Run before `toc` (priority 5), which leaves the ids it finds."""
        md.treeprocessors.register(_Anchors(md, self), "reperes-anchors", 5.5)

    def ids(self) -> Headings:
        """The headings of the French page of the page about to be rendered; none for a French page."""
        entry = self.catalogue.at(self.path)
        if entry.words.lang == FACTS:
            return []
        self.markdown.reset().convert(entry.texts[FACTS].body)
        return self.french.headings


class _Anchors(Treeprocessor):
    def __init__(self, md: Markdown, anchors: Anchors) -> None:
        super().__init__(md)
        self.anchors = anchors

    def run(self, root: Element) -> None:
        headings = [element for element in root.iter() if element.tag in HEADINGS]
        french = self.anchors.ids() if headings else []
        if [heading.tag for heading in headings] == [tag for tag, _ in french]:
            for heading, (_, id_) in zip(headings, french, strict=True):
                heading.set("id", id_)


class _Record(Treeprocessor):
    """Keeps the headings of the last text rendered."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.headings: Headings = []

    def run(self, root: Element) -> None:
        self.headings = [(element.tag, element.get("id", "")) for element in root.iter() if element.tag in HEADINGS]
