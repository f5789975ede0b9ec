"""Finding the entries of the glossary in running text: one scan, one dictionary, whatever the number of entries.

Every word of a text is looked up once by its folded spelling; the few candidates are then compared exactly.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from reperes.catalogue import Entry
from reperes.collation import fold
from reperes.model import Term, is_acronym

WORD = re.compile(r"(?:[^\W\d_]\.){2,}(?:[^\W\d_](?!\w))?|\w+")  # « G.E.M. » is one word
APOSTROPHES = "'\u2019"
HYPHENS = "-\u2010\u2011"
BARS = ("/", "@", "#", "\\", "&", "_")
SPACE = re.compile(r"[^\S\n]?\n?[^\S\n]?")
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
    joints: tuple[str, ...]
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
                    written.setdefault((text, term.facts.exact), []).append(term.id)
        self.written = {text for text, _ in written}
        self.acronyms = {text.replace(".", "") for text, _ in written if is_acronym(text)}
        self.forms: dict[str, list[_Form]] = {}
        self.known: dict[str, tuple[_Form, ...]] = {}  # words met, so that each spelling is folded once
        for (text, exact), ids in written.items():
            form = _form(text, exact, tuple(ids), rules)
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
                start, stop = words[index].start(), words[end - 1].end()
                if form.acronym and self._shouted(text, start):
                    continue
                ids = dict.fromkeys(id_ for other in candidates if other.words == form.words for id_ in other.ids)
                return Match(start, stop, tuple(ids), form.acronym), end
        return None

    def _shouted(self, text: str, position: int) -> bool:
        """Whether a line is all in capitals, so that its ordinary words look like acronyms."""
        start = text.rfind("\n", 0, position) + 1
        line = text[start : (text.find("\n", position) + 1 or len(text) + 1) - 1]
        if any(letter.islower() for letter in line):
            return False
        return any(len(word) > 1 and word.isalpha() and word not in self.acronyms for word in WORD.findall(line))


def _form(text: str, exact: bool, ids: tuple[str, ...], rules: list[tuple[str, ...]]) -> _Form:
    words = list(WORD.finditer(text))
    joints = tuple(text[one.end() : other.start()] for one, other in pairwise(words))
    acronym = is_acronym(text)
    if acronym:  # « DPA-PC », « G.E.M. »: letters as they are, and a plural s
        spelled = tuple(frozenset({word[0].replace(".", "")}) for word in words)
        return _Form((*spelled[:-1], spelled[-1] | {next(iter(spelled[-1])) + "s"}), joints, True, exact, ids)
    if exact:
        return _Form(tuple(frozenset({word[0]}) for word in words), joints, False, True, ids)
    return _Form(tuple(_inflected(word[0].lower(), rules) for word in words), joints, False, False, ids)


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
    if not _alone(text, words[0].start(), words[-1].end()):
        return False
    between = [text[one.end() : other.start()] for one, other in pairwise(words)]
    return all(_same(word[0], spelled, form) for word, spelled in zip(words, form.words, strict=True)) and all(
        _joined(found, joint, form.exact) for found, joint in zip(between, form.joints, strict=True)
    )


def _same(word: str, spelled: frozenset[str], form: _Form) -> bool:
    """Whether a word of the text is one of the spellings; capitals may lack their accents."""
    if form.acronym or form.exact:
        return word.replace(".", "") in spelled
    lower = word.lower().replace("œ", "oe")
    return lower in spelled or (lower != word and any(_alike(word.replace("œ", "oe"), other) for other in spelled))


def _alike(word: str, other: str) -> bool:
    return len(word) == len(other) and all(
        a.lower() == b or (a.isupper() and fold(a) == fold(b)) for a, b in zip(word, other, strict=True)
    )


def _joined(found: str, joint: str, exact: bool) -> bool:
    """Whether what stands between two words is what the form has there, hyphen and space being alike."""
    if exact or joint in APOSTROPHES:
        return found == joint or (found in APOSTROPHES and joint in APOSTROPHES and bool(found))
    return (found in HYPHENS and len(found) == 1) or bool(found.isspace() and SPACE.fullmatch(found))


def _alone(text: str, start: int, end: int) -> bool:
    """Whether a stretch is a word of its own: no part of a compound, an address or a reference."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    glued = before[-1:] in BARS or (before[-1:] in (*HYPHENS, ".") and before[:1].isalnum())
    follows = after[:1] in BARS or (after[:1] in (*HYPHENS, ".", *APOSTROPHES) and after[1:2].isalnum())
    return not (glued or follows)
