"""Which words a language has: lists made from Hunspell's dictionaries by scripts/lexicons, every form written out.

To read half a million words takes a tenth of a second; to open their dictionary in Python, several.
"""

import gzip
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "data" / "lexicons"
LETTERS = "abcdefghijklmnopqrstuvwxyzàâçéèêëîïôùûœ-"


class Lexicon:
    """The words of a language; what was asked is remembered, the list is not kept."""

    def __init__(self, words: Callable[[], Iterable[str]]) -> None:
        """`words` gives the list, each time it is needed."""
        self._words = words
        self._known: dict[str, bool] = {}

    def __call__(self, word: str) -> bool:
        """Whether a word is known, as it is or written in capitals; of a compound, whether its parts are."""
        if word not in self._known:
            self.learn([word])
        return self._known[word]

    def learn(self, words: Iterable[str]) -> None:
        """Look many words up at once."""
        new = {word for word in words if word not in self._known}
        if not new:
            return
        wanted = {variant for word in new for variant in _variants(word)}
        found = wanted.intersection(self._words())
        self._known |= {word: _simple(word, found) or _compound(word, found) for word in new}

    def near(self, words: Iterable[str]) -> dict[str, str]:
        """The known word that is one letter away from each; nothing for acronyms, and those that have several."""
        joined = {word: word.replace("oe", "œ").replace("Oe", "Œ") for word in words if "oe" in word.lower()}
        right = set(map(lowered, joined.values())).intersection(self._words()) if joined else set()
        joined = {word: one for word, one in joined.items() if lowered(one) in right}
        words = [word for word in words if word not in joined]
        around = {word: set(_edits(lowered(word))) for word in words if 3 < len(word) < 30 and not word.isupper()}
        found = set().union(*around.values()).intersection(self._words()) if around else set()
        only = {word: min(close) for word, near in around.items() if len(close := near & found) == 1}
        return joined | {word: one if word[0].islower() else one.capitalize() for word, one in only.items()}


def file(language: str) -> Path:
    """Where the list of a language is."""
    return FOLDER / f"{language}.gz"


@cache
def of(language: str) -> Lexicon | None:
    """The words of a language; None when we have no list of it."""
    return Lexicon(lambda: _lines(language)) if file(language).exists() else None


def lowered(word: str) -> str:
    """A word as it is written inside a sentence."""
    return word[:1].lower() + word[1:]


def _lines(language: str) -> list[str]:
    return gzip.decompress(file(language).read_bytes()).decode().split("\n")


def _variants(word: str) -> set[str]:
    """What must be looked up to know a word."""
    found = {word, lowered(word)}
    if word.isupper():
        found |= {word.lower(), word.capitalize()}
    return found.union(*map(_variants, word.split("-"))) if "-" in word else found


def _simple(word: str, found: set[str]) -> bool:
    capitals = word.isupper() and (word.lower() in found or word.capitalize() in found)
    return bool({word, lowered(word)} & found) or capitals


def _compound(word: str, found: set[str]) -> bool:
    return "-" in word and all(len(part) < 2 or _simple(part, found) for part in word.split("-"))


def _edits(word: str) -> Iterator[str]:
    """The words one slip of the finger away."""
    for at in range(len(word) + 1):
        start, end = word[:at], word[at:]
        yield from (start + letter + end for letter in LETTERS)
        if end:
            yield start + end[1:]
            yield from (start + letter + end[1:] for letter in LETTERS if letter != end[0])
        if len(end) > 1 and end[0] != end[1]:
            yield start + end[1] + end[0] + end[2:]
