"""A Python-Markdown extension: tables that a screen reader can announce and a narrow screen can stack; lazy images.

Images say their size before they come: a text that is being read does not jump.
"""

import re
from collections.abc import Mapping, Sequence
from posixpath import dirname, join, normpath
from typing import TypeAlias
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from markdown.core import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from reperes.base.collation import fold
from reperes.base.problems import identifier

Sizes: TypeAlias = Mapping[str, tuple[int, int] | None]  # of the files of docs/, None when they are no image
HELD = re.compile("\x02wzxhzdk:\\d+\x03")  # a tag or an entity that Python-Markdown puts back last, even in attributes


class Elements(Extension):
    """Give tables and images the attributes that Markdown has no words for.

    `path`, from docs/, is set before each page is rendered.
    """

    def __init__(self, images: Sizes, compared: Sequence[str] = ()) -> None:
        """`images` are files of docs/ by their path from there; `compared`, names set side by side."""
        super().__init__()
        self.compared = [fold(name) for name in compared]
        self.images = images
        self.path = ""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Markdown's
        """Run after inline patterns."""
        md.treeprocessors.register(_Tables(md, self), "reperes-tables", 8)
        md.treeprocessors.register(_Images(md, self), "reperes-images", 8)


class _Images(Treeprocessor):
    def __init__(self, md: Markdown, elements: Elements) -> None:
        super().__init__(md)
        self.elements = elements

    def run(self, root: Element) -> None:
        for image in root.iter("img"):
            image.set("loading", "lazy")  # a data plan pays for what is read
            file = normpath(join(dirname(self.elements.path), unquote(image.get("src", ""))))
            if (size := self.elements.images.get(file)) and "width" not in image.attrib:
                image.set("width", str(size[0]))
                image.set("height", str(size[1]))


class _Tables(Treeprocessor):
    """What each header heads (WCAG 1.3.1), and the column's name on each cell for narrow screens.

    A table that compares what the site tells apart says so, and each of its rows has an address.
    """

    def __init__(self, md: Markdown, elements: Elements) -> None:
        super().__init__(md)
        self.elements = elements

    def run(self, root: Element) -> None:
        for table in root.iter("table"):
            headers = [HELD.sub("", "".join(header.itertext())).strip() for header in table.findall("thead/tr/th")]
            compares = len(self.elements.compared) > 1 and {*self.elements.compared} <= {fold(name) for name in headers}
            if compares:
                table.set("class", "compares")
            for header in table.findall("thead/tr/th"):
                header.set("scope", "col")
            for row in table.findall("tbody/tr"):
                for position, cell in enumerate(row):
                    if position == 0:
                        cell.tag = "th"
                        cell.set("scope", "row")
                        if compares:
                            cell.set("id", f"ligne-{identifier(''.join(cell.itertext()))}")
                    else:
                        cell.set("data-label", headers[position])
            for cell in (*table.iter("th"), *table.iter("td")):
                if alignment := cell.attrib.pop("align", None):  # obsolete in HTML
                    cell.set("class", f"align-{alignment}")
