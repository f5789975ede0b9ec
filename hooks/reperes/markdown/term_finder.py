"""Finding the entries of the glossary in running text: one scan, one dictionary, whatever the number of entries.

Every word of a text is looked up once by its folded spelling, and leads to the entries of whose words it is the rarest;
these few are then compared exactly.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias
from unicodedata import normalize

from reperes.base.collation import fold
from reperes.catalogue.catalogue import Entry
from reperes.markdown.written_forms import APOSTROPHES, BLANK, HYPHENS, WORD, form_of
from reperes.model.kinds import Term

BARS = set("/@#\\&_+=~")  # of addresses, names of files, formulas
GLUE = set(HYPHENS + ".:?")  # between two letters
REACH = 100  # letters of a line, or words: enough to tell a shout
POSSESSIVE = re.compile(rf"[{APOSTROPHES}]s\b")
VOWEL = re.compile(r"[aeiouy]")
CAPITALS = r"[^\W\d_a-zß-öø-ÿ]{2,20}"
LAST, NEXT = re.compile(rf"(?<!\w){CAPITALS}/\Z"), re.compile(rf"/{CAPITALS}(?!\w)")
LONGEST, ROW = 24, 8  # letters of an acronym, acronyms in a row
BESIDE = re.compile(rf"[{HYPHENS}{APOSTROPHES}]|{BLANK}")

Lead: TypeAlias = tuple[int, int]  # the number of a form, and which of its words leads to it


@dataclass(frozen=True)
class Match:
    """A stretch of text that names one entry, or several with the same name."""

    start: int
    end: int
    ids: tuple[str, ...]
    acronym: bool  # written as the acronym, not as one of its words


class Finder:
    """The written forms of all entries of a language, by the folded spelling of their rarest word."""

    def __init__(
        self, terms: Iterable[Entry[Term]], inflections: Iterable[Iterable[str]], small: Collection[str] = ()
    ) -> None:
        """Index the titles, expansions and other forms of the entries.

        `inflections` are lists of an ending and what it may become; `small` words do not change.
        """
        rules, unchanged = tuple(tuple(rule) for rule in inflections), frozenset(small)
        written: dict[tuple[str, bool], list[str]] = {}
        for term in terms:
            for text in term.words.spellings:
                written.setdefault((normalize("NFC", text), term.facts.exact), []).append(term.id)
        self.written = {text for text, _ in written}
        self.acronyms: set[str] = set()  # word by word
        forms = [form_of(text, exact, tuple(ids), rules, unchanged) for (text, exact), ids in written.items()]
        self.forms = sorted(forms, key=lambda form: -len(form.words))
        self.places: dict[str, list[Lead]] = {}
        self.known: dict[str, tuple[str, list[Lead]]] = {}  # by the words met, so that each spelling is folded once
        often = Counter(word for form in forms for spellings in form.folded for word in spellings)
        for number, form in enumerate(self.forms):
            self.acronyms |= set().union(*form.words) if form.acronym else set()
            at = min(range(len(form.folded)), key=lambda at: max((often[one], -len(one)) for one in form.folded[at]))
            for word in form.folded[at]:
                self.places.setdefault(word, []).append((number, at))

    def find(self, text: str, met: set[str]) -> Iterator[Match]:
        """The entries named in a text, left to right, the longest first, without overlap.

        The words of the text, folded, are added to `met`: on no others depends what is found.
        """
        words, known = list(WORD.finditer(text)), self.known
        starting: dict[int, list[int]] = {}  # numbers of the forms that may start at a word
        for index, word in enumerate(words):
            folded, places = known.get(word[0]) or self._meet(word[0])  # most are met again, and lead to no entry
            met.add(folded)
            for number, at in places:
                starting.setdefault(index - at, []).append(number)
        behind = 0
        for start in sorted(starting):
            if start >= behind and (found := self._at(text, words, start, sorted(starting[start]))):
                yield found[0]
                behind = found[1]

    def _meet(self, word: str) -> tuple[str, list[Lead]]:
        """The folded spelling of a word, and where it stands in the forms."""
        folded = fold(word.replace(".", ""))
        return self.known.setdefault(word, (folded, self.places.get(folded, [])))

    def _at(self, text: str, words: list[re.Match[str]], index: int, numbers: list[int]) -> tuple[Match, int] | None:
        """The longest entry that starts at a word, and the index of the word behind it."""
        forms = [self.forms[number] for number in numbers]
        for form in forms:
            end = index + len(form.words)
            if end > len(words) or not form.written(text, words[index:end]):
                continue
            start, stop = words[index].start(), words[end - 1].end()
            around = _row(text, start, stop) if form.acronym else (start, stop)
            if _alone(text, *around) and not (form.acronym and self._shouted(text, words, index, end)):
                ids = dict.fromkeys(id_ for other in forms if other.words == form.words for id_ in other.ids)
                return Match(start, stop, tuple(ids), form.acronym), end
        return None

    def _shouted(self, text: str, words: list[re.Match[str]], index: int, end: int) -> bool:
        """Whether ordinary words stand in capitals around an acronym, which may then be one: CONSEIL DU QUARTIER.

        One without a vowel is no ordinary word of any text: LE RÔLE DU CHRS.
        """
        start, stop = words[index].start(), words[end - 1].end()
        if not VOWEL.search(fold(text[start:stop])):
            return False
        line = text[max(start - REACH, 0) : start].rpartition("\n")[2] + text[start : stop + REACH].partition("\n")[0]
        if not any(letter.islower() for letter in line):
            return any(self._ordinary(word) for word in WORD.findall(line))
        before, behind = words[max(index - REACH, 0) : index + 1], words[end - 1 : end + REACH]
        return self._ordinaries(text, before[::-1]) + self._ordinaries(text, behind) > 1

    def _ordinaries(self, text: str, words: list[re.Match[str]]) -> int:
        """How many ordinary words in capitals follow the first of these words in a row, or precede it."""
        count = 0
        for one, other in pairwise(words):
            left, right = sorted((one.span(), other.span()))
            if other[0] != other[0].upper() or not BESIDE.fullmatch(text, left[1], right[0]):
                break
            count += self._ordinary(other[0])
        return count

    def _ordinary(self, word: str) -> bool:
        return len(word) > 1 and word.isalpha() and word not in self.acronyms


def _row(text: str, start: int, end: int) -> tuple[int, int]:
    """Where a row of acronyms between slashes starts and ends, CHRS/CADA, from one of them."""
    for _ in range(ROW):
        before = LAST.search(text, max(0, start - LONGEST), start)
        if not before:
            break
        start = before.start()
    for _ in range(ROW):
        behind = NEXT.match(text, end)
        if not behind:
            break
        end = behind.end()
    return start, end


def _alone(text: str, start: int, end: int) -> bool:
    """Whether a stretch is a word of its own: no part of a compound, an address or a reference."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if before[-1:] in BARS or after[:1] in BARS or after[:1].isalnum():
        return False
    glued = before[-1:] in GLUE and before[:1].isalnum()
    follows = after[:1] in GLUE | {*APOSTROPHES} and after[1:].isalnum() and not POSSESSIVE.match(text, end)
    return not (glued or follows)
