"""Which stretches of a rendered text may be linked: not code, not headings, not another language, not where refused."""

import re
from typing import NamedTuple
from xml.etree.ElementTree import Element

LANG = re.compile(r"(?<![\w-])lang\s*=\s*[\"']?([\w-]+)", re.I)
REFUSAL = re.compile(r"data-glossaire\s*=\s*[\"']?non\b", re.I)
SILENT = {"a", "abbr", "button", "code", "kbd", "pre", "samp", "h1", "h2", "h3", "h4", "h5", "h6"}
TITLES = {"admonition-title"}  # classes of what is read as a heading
QUOTED = {"blockquote", "q"}
VOID = {"br", "hr", "img", "input", "wbr"}


class Voice(NamedTuple):
    """What an element or a raw inline tag, and all those around it, say of the text inside."""

    tag: str
    refused: bool = False
    foreign: bool = False
    quoted: bool = False

    @property
    def free(self) -> bool:
        """Whether words may be linked there."""
        return not (self.refused or self.foreign)


class Scope:
    """Follows elements and raw inline tags in the order of the text; a raw tag ends with the element it stands in."""

    def __init__(self, language: str) -> None:
        """Start outside of everything, in the language of the page."""
        self.language = language
        self.open = [Voice("")]

    @property
    def voice(self) -> Voice:
        """What holds for the text here."""
        return self.open[-1]

    def enter(self, element: Element) -> int:
        """Go inside an element; gives what it takes to leave it."""
        outside = len(self.open)
        title = not TITLES.isdisjoint(element.get("class", "").split())
        self._open(element.tag, title or element.get("data-glossaire") == "non", element.get("lang"))
        return outside

    def leave(self, outside: int) -> None:
        """Go back outside of an element."""
        del self.open[outside:]

    def follow(self, closing: bool, name: str, attributes: str) -> None:
        """Read a raw tag; one that closes nothing here says nothing."""
        if not closing and name not in VOID:
            lang = LANG.search(attributes)
            self._open(name, REFUSAL.search(attributes) is not None, lang[1] if lang else None)
        elif closing:
            opened = [depth for depth, voice in enumerate(self.open) if voice.tag == name]
            del self.open[opened[-1] if opened else len(self.open) :]

    def _open(self, tag: str, refused: bool, lang: str | None) -> None:
        around = self.voice
        foreign = lang.partition("-")[0].lower() != self.language if lang else around.foreign
        self.open.append(
            Voice(tag, refused or around.refused or tag in SILENT, foreign, around.quoted or tag in QUOTED)
        )
