"""How easy each French page is to read: a figure to look at, never a gate."""

import re

from reperes.catalogue.library import Library
from reperes.model.paths import FACTS
from reperes.model.text import plain

WORD = re.compile(r"[^\W\d_]+")
SENTENCE = re.compile(r"[^.!?…]*[^\W\d_][^.!?…]*")
VOWELS = re.compile("[aeiouyàâäéèêëîïôöùûüÿœæ]+")
MUTE = re.compile("(?<=[^aeiouyàâäéèêëîïôöùûüÿœæ])es?$")  # the last syllable of « porte », of « portes »


def report(library: Library) -> None:
    """Print the reading ease of each page and of its easy text, hardest first."""
    rows = []
    for (kind, _), texts in library.texts.items():
        words = texts[FACTS]
        if kind in ("definition", "sheet", "page") and len(words.body.split()) > 50:
            rows.append((ease(plain(words.body)), ease(words.simple) if words.simple else None, words.path))
    print("texte  en clair  page")
    for score, easy, path in sorted(rows, key=lambda row: row[0]):
        print(f"{score:5.0f}  {'' if easy is None else format(easy, '.0f'):>8}  docs/{path}")


def ease(text: str) -> float:
    """Flesch's reading ease for French (Kandel and Moles, 1958): easy from 60, very hard under 30."""
    words = WORD.findall(text.lower())
    if not words:
        return 0.0
    sentences = len(SENTENCE.findall(text))
    return 207 - 1.015 * len(words) / sentences - 73.6 * sum(map(syllables, words)) / len(words)


def syllables(word: str) -> int:
    """How many syllables a French word has, or nearly: a mute e does not count."""
    return max(1, len(VOWELS.findall(MUTE.sub("", word))))
