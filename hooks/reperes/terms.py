"""Finding the entries of the glossary in running text: one scan, one dictionary, whatever the number of entries.

Every word of a text is looked up once by its folded spelling; the few candidates are then compared exactly.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from unicodedata import normalize

from reperes.catalogue import Entry
from reperes.collation import fold
from reperes.model import Term, is_acronym

WORD = re.compile(r"(?:https?://|www\.)\S+|(?:[^\W\d_]\.){2,}(?:[^\W\d_](?!\w))?|\w+")  # « G.E.M. » is one word
APOSTROPHES = "'\u2019"
HYPHENS = "-\u2010\u2011"
BARS = set("/@#\\&_+=~")  # of addresses, names of files, formulas
GLUE = {*HYPHENS, *".:?"}  # between letters
POSSESSIVE = re.compile(rf"[{APOSTROPHES}]s\b")
BLANK = r"(?=\s)[^\S\n]*\n?[^\S\n]*"  # on one line or two
SMALL = {"d", "l", "de", "du", "des", "la", "le", "les", "en", "et", "à", "au", "aux", "of", "the", "and", "for", "in"}


@dataclass(frozen=True)
class Match:
    """A stretch of text that names one entry, or several with the same name."""

    start: int
    end: int
    ids: tuple[str, ...]
    acronym: bool  # written as the acronym, not as one of its words


@dataclass(frozen=True)
class _Form:
    """A written form: what each of its words may look like, and what stands between them."""

    words: tuple[frozenset[str], ...]
    joints: tuple[re.Pattern[str], ...]
    acronym: bool
    exact: bool
    ids: tuple[str, ...]


class Finder:
    """The written forms of all entries of a language, by the folded spelling of their first word."""

    def __init__(self, terms: Iterable[Entry[Term]], inflections: Iterable[Iterable[str]]) -> None:
        """Index the titles, expansions and other forms of the entries.

        `inflections` are lists of an ending and what it may become.
        """
        rules = [tuple(rule) for rule in inflections]
        written: dict[tuple[str, bool], list[str]] = {}
        for term in terms:
            for text in dict.fromkeys((term.words.title, term.words.expansion or "", *term.words.forms)):
                if text:
                    written.setdefault((normalize("NFC", text), term.facts.exact), []).append(term.id)
        self.written = {text for text, _ in written}
        self.acronyms: set[str] = set()  # word by word
        self.forms: dict[str, list[_Form]] = {}
        self.known: dict[str, tuple[_Form, ...]] = {}  # words met, so that each spelling is folded once
        for (text, exact), ids in written.items():
            form = _form(text, exact, tuple(ids), rules)
            self.acronyms |= set().union(*form.words) if form.acronym else set()
            for first in form.words[0]:
                self.forms.setdefault(fold(first), []).append(form)
        for forms in self.forms.values():
            forms.sort(key=lambda form: -len(form.words))

    def find(self, text: str) -> Iterator[Match]:
        """The entries named in a text, left to right, the longest first, without overlap."""
        words = list(WORD.finditer(text))
        index = 0
        while index < len(words):
            candidates = self._candidates(words[index][0])
            found = self._at(text, words, index, candidates) if candidates else None
            if found:
                yield found[0]
            index = found[1] if found else index + 1

    def _candidates(self, word: str) -> tuple[_Form, ...]:
        """The forms whose first word may be this one, the longest first."""
        if word not in self.known:
            self.known[word] = tuple(self.forms.get(fold(word.replace(".", "")), ()))
        return self.known[word]

    def _at(
        self, text: str, words: list[re.Match[str]], index: int, candidates: tuple[_Form, ...]
    ) -> tuple[Match, int] | None:
        """The longest entry that starts at a word, and the index of the word behind it."""
        for form in candidates:
            end = index + len(form.words)
            if end <= len(words) and _written(text, words[index:end], form):
                if form.acronym and self._shouted(text, words, index, end):
                    continue
                ids = dict.fromkeys(id_ for other in candidates if other.words == form.words for id_ in other.ids)
                return Match(words[index].start(), words[end - 1].end(), tuple(ids), form.acronym), end
        return None

    def _shouted(self, text: str, words: list[re.Match[str]], index: int, end: int) -> bool:
        """Whether ordinary words stand in capitals around an acronym, which may then be one: CONSEIL DU QUARTIER."""
        first, last = words[index].start(), words[end - 1].end()
        line = text[text.rfind("\n", 0, first) + 1 : (text.find("\n", last) + 1 or len(text) + 1) - 1]
        if not any(letter.islower() for letter in line):
            return any(self._ordinary(word) for word in WORD.findall(line))
        return self._ordinaries(text, words[end - 1 :]) + self._ordinaries(text, words[index::-1]) > 1

    def _ordinaries(self, text: str, words: list[re.Match[str]]) -> int:
        """How many ordinary words in capitals follow the first of these words, or precede it, in a row."""
        count = 0
        for one, other in pairwise(words):
            between = text[min(one.end(), other.end()) : max(one.start(), other.start())]
            if other[0] != other[0].upper() or not re.fullmatch(rf"[{HYPHENS}{APOSTROPHES}]|{BLANK}", between):
                break
            count += self._ordinary(other[0])
        return count

    def _ordinary(self, word: str) -> bool:
        return len(word) > 1 and word.isalpha() and word not in self.acronyms


def _form(text: str, exact: bool, ids: tuple[str, ...], rules: list[tuple[str, ...]]) -> _Form:
    words = list(WORD.finditer(text))
    joints = tuple(_joint(text[one.end() : other.start()], exact) for one, other in pairwise(words))
    acronym = is_acronym(text)
    if acronym:  # « DPA-PC », « G.E.M. »: letters as they are, and a plural s
        spelled = tuple(frozenset({word[0].replace(".", "")}) for word in words)
        return _Form((*spelled[:-1], spelled[-1] | {next(iter(spelled[-1])) + "s"}), joints, True, exact, ids)
    if exact:
        return _Form(tuple(frozenset({word[0]}) for word in words), joints, False, True, ids)
    return _Form(tuple(_inflected(word[0].lower(), rules) for word in words), joints, False, False, ids)


def _joint(text: str, exact: bool) -> re.Pattern[str]:
    """What stands between two words; hyphen and space are alike, unless the form is exact."""
    if not exact and (text.isspace() or text in HYPHENS):
        return re.compile(f"[{HYPHENS}]|{BLANK}")
    return re.compile("".join(_sign(sign) for sign in text))


def _sign(sign: str) -> str:
    """A sign as it may be written: any apostrophe, any hyphen, any space."""
    if sign.isspace():
        return BLANK
    return next((f"[{alike}]" for alike in (APOSTROPHES, HYPHENS) if sign in alike), re.escape(sign))


def _inflected(word: str, rules: list[tuple[str, ...]]) -> frozenset[str]:
    """A word and its regular plurals and feminines; small words do not change."""
    if word in SMALL or word.isdigit():
        return frozenset({word})
    word = word.replace("œ", "oe")
    forms = {word}
    for ending, *others in rules:
        if word.endswith(ending) and not (ending == "" and word[-1] in "sxz"):
            forms |= {word[: len(word) - len(ending)] + other for other in others}
    return frozenset(forms)


def _written(text: str, words: list[re.Match[str]], form: _Form) -> bool:
    """Whether these words of the text, and what joins them, are the form."""
    return (
        all(_same(word[0], spelled, form) for word, spelled in zip(words, form.words, strict=True))
        and all(
            joint.fullmatch(text, one.end(), other.start())
            for (one, other), joint in zip(pairwise(words), form.joints, strict=True)
        )
        and _alone(text, words[0].start(), words[-1].end())
    )


def _same(word: str, spelled: frozenset[str], form: _Form) -> bool:
    """Whether a word of the text is one of the spellings; capitals may lack their accents."""
    if form.acronym or form.exact:
        return word.replace(".", "") in spelled
    word = word.replace("œ", "oe").replace("Œ", "OE")
    lower = word.lower()
    return lower in spelled or (lower != word and any(_alike(word, other) for other in spelled))


def _alike(word: str, other: str) -> bool:
    return len(word) == len(other) and all(
        a.lower() == b or (a.isupper() and fold(a) == fold(b)) for a, b in zip(word, other, strict=True)
    )


def _alone(text: str, start: int, end: int) -> bool:
    """Whether a stretch is a word of its own: no part of a compound, an address or a reference."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if before[-1:] in BARS or after[:1] in BARS or after[:1].isalnum():
        return False
    glued = before[-1:] in GLUE and before[:1].isalnum()
    follows = after[:1] in GLUE | {*APOSTROPHES} and after[1:].isalnum() and not POSSESSIVE.match(text, end)
    return not (glued or follows)
