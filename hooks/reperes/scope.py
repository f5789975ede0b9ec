"""The text of a rendered page as it is read, block by block, and which stretches of it may be linked.

Words are seen whole even where markup, an entity or an escape cuts them; the tree keeps every letter as it was.
"""

import html
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.etree.ElementTree import Element

# What is not read as it stands: what Python-Markdown holds back, letters and their accents apart, invisible signs.
STRANGE = re.compile("[\x02\u00ad\u0300-\u036f\u200b-\u200d\u2060]")
HELD = re.compile("\x02([^\x03]*)\x03|\\w[\u0300-\u036f]+|[\u00ad\u200b-\u200d\u2060]")
RAW = "wzxhzdk:"  # before the number of a raw inline tag or an entity
TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)([^>]*)>")
LANG = re.compile(r"(?<![\w-])lang\s*=\s*[\"']?([\w-]+)", re.I)
REFUSAL = re.compile(r"data-glossaire\s*=\s*[\"']?non\b", re.I)
SILENT = {"a", "abbr", "button", "code", "kbd", "pre", "samp", "h1", "h2", "h3", "h4", "h5", "h6"}
TITLES = {"admonition-title"}  # classes of what is read as a heading
QUOTED = {"blockquote", "q"}
VOID = {"br", "hr", "img", "input", "wbr"}
APART = "\ufffc"  # stands for what is neither a letter nor a space
SIGNS = {"br": "\n", "img": APART, "input": APART, "sub": APART, "sup": APART}  # « CVS<sup>1</sup> » is not CVS1
SECTION = "h2"


class Voice(NamedTuple):
    """What an element, or a raw inline tag, says of the text inside it."""

    tag: str
    refused: bool = False
    foreign: bool = False
    quoted: bool = False

    @property
    def free(self) -> bool:
        """Whether words may be linked there."""
        return not (self.refused or self.foreign)


@dataclass(frozen=True, eq=False)
class Place:
    """A text of the tree: the one that opens an element, or the one behind one of its children."""

    element: Element
    child: Element | None = None

    @property
    def text(self) -> str:
        """What stands there."""
        return (self.element.text if self.child is None else self.child.tail) or ""

    def change(self, changes: list["Change"]) -> None:
        """Put other texts and elements instead of some stretches."""
        items: list[str | Element] = []
        end = 0
        for start, stop, new in changes:
            items += [self.text[end:start], *new]
            end = stop
        self._fill([*items, self.text[end:]])

    def _fill(self, items: list[str | Element]) -> None:
        before = ""
        made: list[Element] = []
        for item in items:
            if not isinstance(item, str):
                made.append(item)
            elif made:
                made[-1].tail = (made[-1].tail or "") + item
            else:
                before += item
        if self.child is None:
            self.element.text, index = before, 0
        else:
            self.child.tail, index = before, list(self.element).index(self.child) + 1
        self.element[index:index] = made


Change = tuple[int, int, list[str | Element]]  # from, to, what to put there


class Held(NamedTuple):
    """Where the tree holds some letters, and whose they are."""

    place: Place
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


@dataclass
class Block:
    """A paragraph, a cell, a heading: its text as it is read, and its section's number on the page."""

    section: int
    text: str = ""
    pieces: list[_Piece] = field(default_factory=list)

    def held(self, start: int, end: int) -> Held | None:
        """Where the tree holds some of its letters; nothing when a tag cuts them or they may not be linked."""
        first = next(piece for piece in self.pieces if start < piece.end)
        last = next(piece for piece in self.pieces if end <= piece.end)
        if first.unit != last.unit or not first.held.voice.free:
            return None
        return first.held._replace(start=first.at(start), end=last.at(end))


class Reader:
    """Reads a page in the order of its text, raw inline tags included."""

    def __init__(self, language: str, raw: Callable[[int], str], is_block: Callable[[str], bool]) -> None:
        """`raw` gives a held tag or entity by its number; `is_block` knows the elements that no word crosses."""
        self.language = language
        self.raw = raw
        self.is_block = is_block
        self.unit = 0
        self.open = [Voice("")]  # around the text: elements, and raw tags until the element they stand in ends
        self.inner = 1  # how many of them stand around or are the element being read
        self.blocks = [Block(0)]

    def read(self, element: Element) -> list[Block]:
        """The blocks of the text of an element."""
        self._walk(element)
        return [block for block in self.blocks if block.pieces]

    def _walk(self, element: Element) -> None:
        outer, depth, apart = self.inner, len(self.open), self.is_block(element.tag)
        if apart:
            self.blocks.append(Block(self.blocks[-1].section + (element.tag == SECTION)))
        title = not TITLES.isdisjoint(element.get("class", "").split())
        self._enter(element.tag, title or element.get("data-glossaire") == "non", element.get("lang"))
        self.inner = len(self.open)
        self._read(Place(element))
        for child in list(element):
            self._walk(child)
            self._read(Place(element, child))
        self.inner = outer
        del self.open[depth:]
        if apart:
            self.blocks.append(Block(self.blocks[-1].section))

    def _enter(self, tag: str, refused: bool, lang: str | None) -> None:
        above = self.open[-1]
        foreign = lang.partition("-")[0].lower() != self.language if lang else above.foreign
        refused = refused or above.refused or tag in SILENT
        self.blocks[-1].text += SIGNS.get(tag, "")
        self.open.append(Voice(tag, refused, foreign, above.quoted or tag in QUOTED))

    def _read(self, place: Place) -> None:
        """Note a text of the tree, piece by piece."""
        self.unit += 1
        text, end = place.text, 0
        for found in HELD.finditer(text) if STRANGE.search(text) else ():
            self._say(text[end : found.start()], place, end, found.start())
            end = found.end()
            self._say(self._shown(found), place, found.start(), end)
        self._say(text[end:], place, end, len(text))

    def _say(self, text: str, place: Place, start: int, end: int) -> None:
        block = self.blocks[-1]
        if text and (block.pieces or not text.isspace()):
            size = len(block.text)
            block.text += text
            held = Held(place, start, end, self.open[-1])
            block.pieces.append(_Piece(size, size + len(text), held, self.unit))

    def _shown(self, found: re.Match[str]) -> str:
        """What a reader sees of something strange."""
        if found[1] is None:
            return unicodedata.normalize("NFC", found[0]) if found[0][0].isalnum() else ""
        if found[1].isdigit():
            return chr(int(found[1]))  # an escape
        raw = self.raw(int(found[1].removeprefix(RAW))) if found[1].startswith(RAW) else ""
        tag = TAG.fullmatch(raw)
        if tag:
            self._follow(tag[1] == "/", tag[2].lower(), tag[3])
            return ""
        return html.unescape(raw) if raw.startswith("&") else APART

    def _follow(self, closing: bool, name: str, attributes: str) -> None:
        self.unit += name != "wbr"
        if closing:
            opened = [i for i, voice in enumerate(self.open) if i >= self.inner and voice.tag == name]
            del self.open[opened[-1] if opened else len(self.open) :]
            return
        lang = LANG.search(attributes)
        self._enter(name, REFUSAL.search(attributes) is not None, lang[1] if lang else None)
        if name in VOID:
            self.open.pop()
