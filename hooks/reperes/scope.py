"""Which stretches of a rendered text may be linked: not code, not headings, not another language, not where refused."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from xml.etree.ElementTree import Element

STASHED = re.compile("\x02wzxhzdk:(\\d+)\x03")  # where Python-Markdown holds a raw inline tag
TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)([^>]*)>")
SILENT = {"a", "abbr", "button", "code", "kbd", "pre", "h1", "h2", "h3", "h4", "h5", "h6"}
VOID = {"br", "wbr"}


class Scope:
    """Follows elements and raw inline tags in the order of the text."""

    def __init__(self, language: str, raw: Callable[[int], str]) -> None:
        """`raw` gives a stashed tag by its number."""
        self.language = language
        self.raw = raw
        self.silent = 0  # elements around the text that silence it
        self.tags: list[tuple[str, bool]] = []  # raw tags open around the text, and whether each silences it

    @contextmanager
    def inside(self, element: Element) -> Iterator[None]:
        """Be inside an element."""
        refused = element.get("data-glossaire") == "non" or element.tag in SILENT
        step = int(refused or self._foreign(element.get("lang")))
        self.silent += step
        yield
        self.silent -= step

    def speaking(self, text: str) -> Iterator[tuple[int, int]]:
        """The stretches of a text that may be linked, as offsets."""
        start = 0
        for found in STASHED.finditer(text):
            if self._speaks():
                yield start, found.start()
            self._follow(self.raw(int(found[1])))
            start = found.end()
        if self._speaks():
            yield start, len(text)

    def _speaks(self) -> bool:
        return not self.silent and not any(silences for _, silences in self.tags)

    def _follow(self, html: str) -> None:
        tag = TAG.match(html)
        if not tag or tag[2].lower() in VOID:
            return
        name = tag[2].lower()
        if tag[1]:
            while self.tags and self.tags.pop()[0] != name:
                pass
            return
        lang = re.search(r"\blang=[\"']?([\w-]+)", tag[3])
        refused = name in SILENT or re.search(r"data-glossaire=[\"']?non", tag[3]) is not None
        self.tags.append((name, refused or self._foreign(lang[1] if lang else None)))

    def _foreign(self, lang: str | None) -> bool:
        return lang is not None and lang.partition("-")[0] != self.language
