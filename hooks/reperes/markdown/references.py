"""A Python-Markdown extension: `[^source]` becomes a number that opens its source, and every reference is noted.

A note of the text itself (`[^1]: …`) stays what the `footnotes` extension makes of it.
"""

import re
from collections.abc import Collection
from xml.etree.ElementTree import Element

from markdown.core import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor

PATTERN = r"\[\^([^\[\]\s]{1,100})\]"


class References(Extension):
    """Number the sources of a text in the order of their first mention.

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
        number = self.references.numbers.setdefault(key, len(self.references.numbers) + 1)
        mark = Element("sup", {"class": "reference"})
        button = Element("button", {"popovertarget": f"source-{key}"})  # in no form: it needs no type
        button.set("aria-label", self.references.label.format(n=number))
        button.text = str(number)
        mark.append(button)
        return mark, m.start(0), m.end(0)
