"""Whether two wordings say the same: typography, agreement and a letter mended in a long word change no meaning."""

import re
from itertools import zip_longest

from reperes.base.collation import fold
from reperes.model.text import plain

WORD = re.compile(r"[^\W_]+")
NOTE = re.compile(r"\[\^[^\]]*\]")  # the number of a source
ENDINGS = re.compile(r"(?:es|s|e|x)$")
LONG = 6  # letters; in shorter words a letter makes another word: doit, droit


def same(old: str, new: str) -> bool:
    """Whether nothing but spelling changed."""
    pairs = zip_longest(words(old), words(new), fillvalue="")
    return all(one == other or _alike(one, other) for one, other in pairs)


def words(text: str) -> list[str]:
    """The words of a Markdown text, folded."""
    return WORD.findall(fold(plain(NOTE.sub("", text))))


def _alike(one: str, other: str) -> bool:
    """The same word, agreed otherwise or mended; numbers are never alike."""
    if not one or not other or not (one + other).isalpha():
        return False
    if min(len(one), len(other)) > 3 and ENDINGS.sub("", one) == ENDINGS.sub("", other):
        return True
    return min(len(one), len(other)) >= LONG and one[0] == other[0] and _near(one, other)


def _near(one: str, other: str) -> bool:
    """One letter more, less, changed, or two in the other order."""
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    return max(len(one), len(other)) <= 1 or (len(one) == 2 and one == other[::-1])
