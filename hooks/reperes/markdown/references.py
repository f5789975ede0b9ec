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
from markdown.util import STX

LONGEST = 24  # letters of a word that may be kept whole
MARK = "reference"
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
        """Run before the `footnotes` extension (175), which knows the notes of the text only; glue last."""
        md.treeprocessors.register(_Glue(md), "reperes-glue", 3)
        md.inlinePatterns.register(_Reference(PATTERN, md, self), "reperes-references", 176)


class _Glue(Treeprocessor):
    """Keep a number on the line of the word that it follows."""

    def run(self, root: Element) -> None:
        for parent in list(root.iter()):
            for at, child in enumerate(list(parent)):
                if child.get("class") == MARK:
                    self._glue(parent, child, at)

    def _glue(self, parent: Element, mark: Element, at: int) -> None:
        before = parent[at - 1] if at else None
        text = (before.tail if before is not None else parent.text) or ""
        start = max(text.rfind(" "), text.rfind("\n"), text.rfind("\u00a0")) + 1
        word = text[start:]
        if not word or len(word) > LONGEST or STX in word:  # a tag that its author wrote may open or close there
            return
        held = Element("span", {"class": "held"})
        held.text, held.tail, mark.tail = word, mark.tail, None
        if before is not None:
            before.tail = text[:start]
        else:
            parent.text = text[:start]
        parent.remove(mark)
        held.append(mark)
        parent.insert(at, held)


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
        mark = Element("sup", {"class": MARK, "data-glossaire": "non"})
        button = Element("button", {"popovertarget": f"source-{key}"})  # in no form: it needs no type
        button.set("aria-label", self.references.label.format(n=number))
        button.text = str(number)
        mark.append(button)
        return mark, m.start(0), m.end(0)
