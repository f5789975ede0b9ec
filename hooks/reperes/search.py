"""What search answers from: the names of a language at once, then its texts, spelled in every way readers may type."""

import json
import re
from collections.abc import Iterable
from typing import Any

from reperes.catalogue import SENTENCE, Catalogue, Entry
from reperes.forms import form_of
from reperes.paths import NAMES
from reperes.words import Words

KINDS = ("term", "definition", "sheet", "event", "page")  # among equally good answers, the first comes first
ITSELF = re.compile(r"^```recherche[ \t]*$", re.M)
LIGATURE = re.compile(r"\w*[œæŒÆ]\w*")
SPELLED = str.maketrans({"œ": "oe", "æ": "ae", "Œ": "OE", "Æ": "AE", "\u2019": "'"})


def findable(entry: Entry[Any], catalogue: Catalogue) -> bool:
    """Whether search leads to an entry: in the language asked for, not withdrawn, and not the search itself."""
    own = entry.words.lang == catalogue.language
    return own and not entry.facts.withdrawn and not ITSELF.search(entry.words.body)


def kinds_of_answers(options: Any, catalogue: Catalogue) -> list[str]:
    """The kinds that answers may be limited to: a view of the block, which has no options."""
    return [kind for kind in KINDS if catalogue.of_kind(kind)]


def names(catalogue: Catalogue, words: Words) -> dict[str, bytes]:
    """The word list of a language, by its path: what instant answers and suggestions are made of.

    By kind, rows of address and title; for a term also its other spellings and the first sentence of its definition.
    """
    entries = {
        kind: [_row(entry) for entry in catalogue.of_kind(kind).values() if findable(entry, catalogue)]
        for kind in KINDS
    }
    whole = {"small": words["search"]["small"], "elisions": words["search"]["elisions"], "entries": entries}
    path = NAMES.format(language=catalogue.language)
    return {path: (json.dumps(whole, ensure_ascii=False, separators=(",", ":")) + "\n").encode()}


def _row(entry: Entry[Any]) -> list[Any]:
    if entry.kind != "term":
        return [entry.url, entry.words.title]
    return [entry.url, entry.words.title, entry.words.spellings[1:], SENTENCE.split(entry.summary, maxsplit=1)[0]]


def variants(entry: Entry[Any], content: str, inflections: Iterable[tuple[str, ...]]) -> list[str]:
    """Words that a text does not hold as such, and readers type: inflections of its names, ligatures in two letters."""
    found = {word.translate(SPELLED) for word in LIGATURE.findall(content)}
    if entry.kind == "term":
        for spelling in entry.words.spellings:
            found |= {word for spelled in form_of(spelling, False, (), inflections).words for word in spelled}
    return sorted(found)


def plain_apostrophes(document: str) -> str:
    """A document with the apostrophes that Pagefind splits words at."""
    return document.replace("\u2019", "'")
