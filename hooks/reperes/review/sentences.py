"""The sentences of a text, each with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reperes.check import markup
from reperes.check.limits import PARAGRAPH
from reperes.model.text import SENTENCE
from reperes.source.frontmatter import Document, Key, Position

SHORT = re.compile(r"(?:\b(?:[A-Z]|art|al|p|cf|vol|chap|Dr|St|Ste|env|ex)\.|n°)$")  # a full stop that ends nothing
NO_PROSE = re.compile(r" {0,3}(?:#|\||\[[^\]]+\]:|!!!)")


@dataclass(frozen=True)
class Sentence:
    """A sentence of a body, with its offset there."""

    offset: int
    text: str


def of_body(document: Document) -> Iterator[Sentence]:
    """The sentences of a body, headings, tables and code left out."""
    masked = markup.mask(document.body)
    for paragraph in PARAGRAPH.finditer(masked):
        if not NO_PROSE.match(paragraph[0]):
            for start, text in split(paragraph[0]):
                yield Sentence(paragraph.start() + start, text)


def split(text: str) -> Iterator[tuple[int, str]]:
    """Offset and text of each sentence; an abbreviation ends none."""
    start = 0
    for found in SENTENCE.finditer(text):
        if SHORT.search(text, max(start, found.start() - 8), found.start()):
            continue
        yield start, text[start : found.start()]
        start = found.end()
    if text[start:].strip():
        yield start, text[start:].rstrip()


def place_in(document: Document, key: Key, sentence: str) -> Position:
    """Where a sentence stands in the front matter, if a line starts with it; else where its text does."""
    line, column = document.place(key)
    start = " ".join(sentence.split()[:3])
    lines = document.header.split("\n")
    for number, text in enumerate(lines[max(0, line - document.yaml_line) :], line):
        if (column_of := text.find(start)) >= 0:
            return number, column_of + 1
        if number > line and text[:1] not in ("", " "):
            break
    return line, column
