"""The written forms of an entry: what each of its words may look like, and what may join them."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from reperes.base.collation import fold
from reperes.model.kinds import is_acronym

WORD = re.compile(r"(?:https?://|www\.)\S+|(?:[^\W\d_]\.){2,}(?:[^\W\d_](?!\w))?|\w+")  # « G.E.M. » is one word
APOSTROPHES = "'\u2019"
HYPHENS = "-\u2010\u2011"
BLANK = r"(?=\s)[^\S\n]*\n?[^\S\n]*"  # on one line or two


@dataclass(frozen=True)
class Form:
    """A written form of some entries."""

    words: tuple[tuple[str, ...], ...]  # the spellings of each: few, and a set of few takes six times as much memory
    joints: tuple[re.Pattern[str], ...]
    acronym: bool
    exact: bool
    ids: tuple[str, ...]
    folded: tuple[tuple[str, ...], ...]  # the same, folded: it is looked for by one of its words

    def written(self, text: str, words: list[re.Match[str]]) -> bool:
        """Whether as many words of a text, and what joins them, are this form."""
        return all(self._spells(word[0], spelled) for word, spelled in zip(words, self.words, strict=True)) and all(
            joint.fullmatch(text, one.end(), other.start())
            for (one, other), joint in zip(pairwise(words), self.joints, strict=True)
        )

    def _spells(self, word: str, spelled: tuple[str, ...]) -> bool:
        """Whether a word is one of the spellings; capitals may lack their accents."""
        if self.acronym or self.exact:
            return word.replace(".", "") in spelled
        word = word.replace("œ", "oe").replace("Œ", "OE")
        lower = word.lower()
        return lower in spelled or (lower != word and any(_bare(word, other) for other in spelled))


def form_of(
    text: str, exact: bool, ids: tuple[str, ...], inflections: Iterable[Iterable[str]], small: Collection[str]
) -> Form:
    """The form of a title, an expansion or a variant; `inflections` are an ending and what it may become.

    `small` words (of, the) do not change.
    """
    return _form(text, exact, ids, tuple(tuple(rule) for rule in inflections), frozenset(small))


@lru_cache(maxsize=1 << 15)  # an edit changes those of one entry
def _form(
    text: str, exact: bool, ids: tuple[str, ...], inflections: tuple[tuple[str, ...], ...], small: frozenset[str]
) -> Form:
    found = list(WORD.finditer(text))
    joints = tuple(_joint(text[one.end() : other.start()], exact) for one, other in pairwise(found))
    words = [word[0] for word in found]
    acronym = is_acronym(text)
    if acronym:  # « DPA-PC », « G.E.M. »: letters as they are, and a plural s
        *others, last = [word.replace(".", "") for word in words]
        spelled = [*((other,) for other in others), (last, last + "s")]
    elif exact:
        spelled = [(word,) for word in words]
    else:
        spelled = [_inflected(word.lower(), inflections, small) for word in words]
    folded = tuple(tuple({fold(word): None for word in one}) for one in spelled)
    return Form(tuple(spelled), joints, acronym, exact, ids, folded)


def _inflected(word: str, inflections: Iterable[tuple[str, ...]], small: Collection[str]) -> tuple[str, ...]:
    """A word and its regular plurals and feminines; small words do not change."""
    if word in small or word.isdigit():
        return (word,)
    word = word.replace("œ", "oe")
    forms = {word}
    for ending, *others in inflections:
        if word.endswith(ending) and not (ending == "" and word[-1] in "sxz"):
            forms |= {word[: len(word) - len(ending)] + other for other in others}
    return tuple(sorted(forms))


def _joint(text: str, exact: bool) -> re.Pattern[str]:
    """What joins two words: hyphen and space are alike unless the form is exact, a sign may lack the space behind."""
    if not exact and (text.isspace() or text in HYPHENS):
        return re.compile(f"[{HYPHENS}]|{BLANK}")
    pattern = "".join(_sign(sign) for sign in text)
    return re.compile(pattern + "?" if re.search(r"\S\s$", text) else pattern)


def _sign(sign: str) -> str:
    """A sign as it may be written: any apostrophe, any hyphen, any space."""
    if sign.isspace():
        return f"(?:{BLANK})"
    return next((f"[{alike}]" for alike in (APOSTROPHES, HYPHENS) if sign in alike), re.escape(sign))


def _bare(word: str, other: str) -> bool:
    """Whether a word is another, in small letters, but for the accents of its capitals."""
    return len(word) == len(other) and all(
        a.lower() == b or (a.isupper() and a.lower() == fold(b)) for a, b in zip(word, other, strict=True)
    )
