"""Where a translation is not built as its French page is: headings, links, images, blocks, parts of its header."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from reperes.base.problems import Problem
from reperes.check import markup
from reperes.check.links import IMAGE, LINK
from reperes.source.frontmatter import Document

HEADING = re.compile(r"^ {0,3}(#{2,6})[ \t]+[^\n]*", re.M)
PARTS = ("description", "simple")


class Piece(NamedTuple):
    """Something a text is built of, and its place in the file."""

    name: str
    line: int
    column: int


def differences(translation: Document, french: Document) -> Iterator[Problem]:
    """What a translation lacks or has too much of, at its place; the order of links in a text may change."""
    for part in PARTS:
        if french.data.get(part) and not translation.data.get(part):
            fault = f"la traduction n'a pas de « {part} », que le français a"
            yield Problem(translation.path, 1, 1, part, fault, f"traduisez « {part} »")
    yield from _compare(translation, french, _headings(translation), _headings(french))
    yield from _compare(translation, french, _blocks(translation), _blocks(french))
    yield from _compare(translation, french, sorted(_targets(translation)), sorted(_targets(french)))


def _compare(translation: Document, french: Document, ours: list[Piece], theirs: list[Piece]) -> Iterator[Problem]:
    """Each piece that only one of the two has."""
    matcher = SequenceMatcher(None, [piece.name for piece in theirs], [piece.name for piece in ours], False)
    for tag, low, high, start, stop in matcher.get_opcodes():
        if tag == "equal":
            continue
        for name, line, column in theirs[low:high]:
            fault = f"il manque {name}, que le français a en {french.path}:{line}:{column}"
            yield Problem(translation.path, translation.body_line, 1, "texte", fault, "traduisez ce passage")
        for name, line, column in ours[start:stop]:
            fault, cure = f"{name} n'est pas dans {french.path}", "enlevez-le, ou écrivez-le aussi en français"
            yield Problem(translation.path, line, column, "texte", fault, cure)


def _headings(document: Document) -> list[Piece]:
    masked = markup.mask(document.body)
    return [
        Piece(f"un titre de niveau {len(found[1])}", *markup.place(document, found.start()))
        for found in HEADING.finditer(masked)
    ]


def _blocks(document: Document) -> list[Piece]:
    return [
        Piece(f"le bloc « {' '.join([name, *options.split()])} »", line - 1, 1)
        for name, options, line in markup.fences(document)
    ]


def _targets(document: Document) -> list[Piece]:
    masked = markup.mask(document.body)
    images = {found.start("target") for found in IMAGE.finditer(masked)}
    found = []
    for link in LINK.finditer(masked):
        noun = "l'image" if link.start("inline") in images else "le lien vers"
        name = f"{noun} « {link['inline'] or link['reference'] or ''} »"
        found.append(Piece(name, *markup.place(document, link.start())))
    return found
