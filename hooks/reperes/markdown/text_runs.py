"""The text of a rendered page as it is read, block by block, and where the tree of elements holds each of its letters.

Words are seen whole even where markup, an entity or an escape cuts them; the tree keeps every letter as it was.
"""

import html
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from operator import attrgetter
from typing import NamedTuple
from xml.etree.ElementTree import Element

from reperes.markdown.context import Scope, Voice
from reperes.markdown.spans import Slot

# What is not read as it stands: what Python-Markdown holds back, letters and their accents apart, invisible signs.
STRANGE = re.compile("[\x02\u00ad\u0300-\u036f\u200b-\u200d\u2060]")
INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060]")
HELD = re.compile(f"\x02([^\x03]*)\x03|\\w[\u0300-\u036f]+|{INVISIBLE.pattern}")
RAW = "wzxhzdk:"  # before the number of a raw inline tag, an entity or a block of code
TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)([^>]*)>")
APART = "\ufffc"  # stands for what is neither a letter nor a space
SIGNS = {"br": "\n", "img": APART, "input": APART, "sub": APART, "sup": APART}  # « ABC<sup>1</sup> » is not ABC1
SECTION = "h2"


class Held(NamedTuple):
    """Where the tree holds some letters, and whose they are."""

    place: Slot
    start: int
    end: int
    voice: Voice

    @property
    def text(self) -> str:
        """The letters, as the tree holds them."""
        return self.place.text[self.start : self.end]


class _Piece(NamedTuple):
    """Letters of a block, and where the tree holds them; no tag cuts those of a unit."""

    start: int
    end: int
    held: Held
    unit: int

    def at(self, offset: int) -> int:
        """Where the tree holds the letter at an offset in the block; an entity is not cut."""
        if self.held.end - self.held.start == self.end - self.start:
            return self.held.start + offset - self.start
        return self.held.start if offset == self.start else self.held.end


_start = attrgetter("start")


@dataclass
class Run:
    """A paragraph, a cell, a heading: its text as it is read, and its section's number on the page."""

    section: int
    text: str = ""
    pieces: list[_Piece] = field(default_factory=list)

    def held(self, start: int, end: int) -> Held | None:
        """Where the tree holds some of its letters; nothing when a tag cuts them or they may not be linked."""
        first = self.pieces[bisect_right(self.pieces, start, key=_start) - 1]
        last = self.pieces[bisect_left(self.pieces, end, key=_start) - 1]
        if first.unit != last.unit or not first.held.voice.free:
            return None
        return first.held._replace(start=first.at(start), end=last.at(end))


class Reader:
    """Reads a page in the order of its text, raw inline tags included."""

    def __init__(self, language: str, raw: Callable[[int], str], is_block: Callable[[str], bool]) -> None:
        """`raw` gives a held tag or entity by its number; `is_block` knows the elements that no word crosses."""
        self.scope = Scope(language)
        self.raw = raw
        self.is_block = is_block
        self.unit = 0
        self.blocks = [Run(0)]

    def read(self, element: Element) -> list[Run]:
        """The blocks of the text of an element."""
        self._walk(element)
        return [block for block in self.blocks if block.pieces]

    def _walk(self, element: Element) -> None:
        self._cut(element)
        outside = self.scope.enter(element)
        self._read(Slot(element))
        for child in element:
            self._walk(child)
            self._read(Slot(element, child))
        self.scope.leave(outside)
        self._cut(element)

    def _cut(self, element: Element) -> None:
        """Start another block at the edge of an element, unless it stands inside a line."""
        if self.is_block(element.tag):
            self.blocks.append(Run(self.blocks[-1].section + (element.tag == SECTION)))
        else:
            self.blocks[-1].text += SIGNS.get(element.tag, "")

    def _read(self, place: Slot) -> None:
        self.unit += 1
        text, end = place.text, 0
        for found in HELD.finditer(text) if STRANGE.search(text) else ():
            self._say(text[end : found.start()], place, end, found.start())
            end = found.end()
            self._say(self._shown(found), place, found.start(), end)
        self._say(text[end:], place, end, len(text))

    def _say(self, text: str, place: Slot, start: int, end: int) -> None:
        """Add letters to the block; white space does not start one."""
        block = self.blocks[-1]
        if text and (block.pieces or not text.isspace()):
            size = len(block.text)
            block.text += text
            block.pieces.append(_Piece(size, size + len(text), Held(place, start, end, self.scope.voice), self.unit))

    def _shown(self, found: re.Match[str]) -> str:
        """What a reader sees of something strange; a tag is followed."""
        if found[1] is None:
            return unicodedata.normalize("NFC", found[0]) if found[0][0].isalnum() else ""
        if found[1].isdigit():
            return chr(int(found[1]))  # an escape
        raw = self.raw(int(found[1].removeprefix(RAW))) if found[1].startswith(RAW) else ""
        if tag := TAG.fullmatch(raw):
            self._follow(tag[1] == "/", tag[2].lower(), tag[3])
            return ""
        return INVISIBLE.sub("", html.unescape(raw)) if raw.startswith("&") else APART

    def _follow(self, closing: bool, name: str, attributes: str) -> None:
        self.unit += name != "wbr"
        self.blocks[-1].text += SIGNS.get(name, "")
        self.scope.follow(closing, name, attributes)
