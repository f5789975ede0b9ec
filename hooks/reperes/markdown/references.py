"""A Python-Markdown extension: `[^source]` becomes a number that opens its source, and every reference is noted.

A note of the text itself (`[^1]: …`) stays what the `footnotes` extension makes of it.
"""

import re
from collections.abc import Collection
from xml.etree.ElementTree import Element

from markdown.core import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

TARGET = "source-"  # ids of the sources of a page start so
PATTERN = r"\[\^([^\[\]\s]{1,100})\]"


class References(Extension):
    """Number the sources of a text in the order in which it is read.

    `numbers`, by key, is emptied before each text is rendered, and filled.
    """

    def __init__(self, sources: Collection[str], label: str) -> None:
        """`sources` are the keys of the bibliography; `label` says a number, as « source {n} »."""
        super().__init__()
        self.sources, self.label = sources, label
        self.numbers: dict[str, int] = {}

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Markdown's
        """Run before the `footnotes` extension (175), which knows the notes of the text only."""
        md.inlinePatterns.register(_Reference(PATTERN, md, self), "reperes-references", 176)
        md.treeprocessors.register(
            _Numbers(md, self), "reperes-references", 19
        )  # after `inline`, which takes lists last


class _Reference(InlineProcessor):
    def __init__(self, pattern: str, md: Markdown, references: References) -> None:
        super().__init__(pattern, md)
        self.references = references

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the name is Markdown's
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        key = m[1]
        if key not in self.references.sources:
            return None, None, None
        mark = Element("sup", {"class": "reference"})
        mark.append(Element("button", {"popovertarget": f"{TARGET}{key}"}))  # in no form: it needs no type
        return mark, m.start(0), m.end(0)


class _Numbers(Treeprocessor):
    def __init__(self, md: Markdown, references: References) -> None:
        super().__init__(md)
        self.references = references

    def run(self, root: Element) -> None:
        numbers, label = self.references.numbers, self.references.label
        for button in (mark[0] for mark in root.iter("sup") if mark.get("class") == "reference"):
            number = numbers.setdefault(button.get("popovertarget", "").removeprefix(TARGET), len(numbers) + 1)
            button.set("aria-label", label.format(n=number))
            button.text = str(number)
