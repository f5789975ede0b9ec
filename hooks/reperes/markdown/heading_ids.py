"""A Python-Markdown extension: a heading has the same id in every language, so that an anchor never breaks."""

from typing import TypeAlias
from xml.etree.ElementTree import Element

from markdown.core import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
Headings: TypeAlias = tuple[tuple[str, str], ...]  # tag and id, in the order of the text


class HeadingIds(Extension):
    """Give the headings of a translation the ids of its French page, when both have the same ones.

    `wanted`, those of the French page, is set before each text is rendered; `found` is filled.
    """

    def __init__(self) -> None:
        """Nothing is wanted yet."""
        super().__init__()
        self.wanted: Headings = ()
        self.found: Headings = ()

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Markdown's
        """Run before `toc` (priority 5), which leaves the ids it finds, and after it."""
        md.treeprocessors.register(_Give(md, self), "reperes-heading-ids", 5.5)
        md.treeprocessors.register(_Note(md, self), "reperes-headings", 4)


class _Give(Treeprocessor):
    def __init__(self, md: Markdown, ids: HeadingIds) -> None:
        super().__init__(md)
        self.ids = ids

    def run(self, root: Element) -> None:
        headings = [element for element in root.iter() if element.tag in HEADINGS] if self.ids.wanted else []
        if [heading.tag for heading in headings] == [tag for tag, _ in self.ids.wanted]:
            for heading, (_, id_) in zip(headings, self.ids.wanted, strict=True):
                heading.set("id", id_)


class _Note(Treeprocessor):
    def __init__(self, md: Markdown, ids: HeadingIds) -> None:
        super().__init__(md)
        self.ids = ids

    def run(self, root: Element) -> None:
        self.ids.found = tuple(
            (element.tag, element.get("id", "")) for element in root.iter() if element.tag in HEADINGS
        )
