"""A Python-Markdown extension: tables that a screen reader can announce and a narrow screen can stack; lazy images."""

import re
from xml.etree.ElementTree import Element

from markdown.core import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

HELD = re.compile("\x02wzxhzdk:\\d+\x03")  # a tag or an entity that Python-Markdown puts back last, even in attributes


class Elements(Extension):
    """Give tables and images the attributes that Markdown has no words for."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Markdown's
        """Run after inline patterns."""
        md.treeprocessors.register(_Tables(md), "reperes-tables", 8)
        md.treeprocessors.register(_Images(md), "reperes-images", 8)


class _Images(Treeprocessor):
    def run(self, root: Element) -> None:
        for image in root.iter("img"):
            image.set("loading", "lazy")  # a data plan pays for what is read


class _Tables(Treeprocessor):
    """What each header heads (WCAG 1.3.1), and the column's name on each cell for narrow screens."""

    def run(self, root: Element) -> None:
        for table in root.iter("table"):
            headers = [HELD.sub("", "".join(header.itertext())).strip() for header in table.findall("thead/tr/th")]
            for header in table.findall("thead/tr/th"):
                header.set("scope", "col")
            for row in table.findall("tbody/tr"):
                for position, cell in enumerate(row):
                    if position == 0:
                        cell.tag = "th"
                        cell.set("scope", "row")
                    else:
                        cell.set("data-label", headers[position])
            for cell in (*table.iter("th"), *table.iter("td")):
                if alignment := cell.attrib.pop("align", None):  # obsolete in HTML
                    cell.set("class", f"align-{alignment}")
