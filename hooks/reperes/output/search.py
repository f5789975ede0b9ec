"""What search answers from: the names of a language at once, then its texts, spelled in every way readers may type."""

import json
import re
from os.path import commonprefix
from typing import Any

from reperes.base.collation import fold
from reperes.catalogue.catalogue import Catalogue, Entry
from reperes.markdown.written_forms import form_of
from reperes.model.paths import NAMES
from reperes.model.words import Words, load
from reperes.views.lists import searched

HELP = "aide"
ITSELF = re.compile(r"^```recherche[ \t]*$", re.M)
LIGATURE = re.compile(r"\w*[œæŒÆ]\w*")  # Pagefind folds accents, not these
NUMBER = re.compile(r'<sup class="reference">.*?</sup>')  # of a source
COMPOUND = re.compile(r"\w+(?:-\w+)+")  # written in one word, it folds them only without accents


def findable(entry: Entry[Any], catalogue: Catalogue) -> bool:
    """Whether search leads to an entry: in the language asked for, not withdrawn, and not the search itself."""
    own = entry.words.lang == catalogue.language
    return own and not entry.facts.withdrawn and not ITSELF.search(entry.words.body)


def names(catalogue: Catalogue, words: Words) -> dict[str, bytes]:
    """The word list of a language, by its path: what instant answers and suggestions are made of.

    By kind, how addresses begin, then rows: the rest of the address, the title, the other spellings of a term, and
    what it is called in other languages. Besides, what people in distress type, in any language, where help is, and
    which words of titles are of another language.
    """
    whole = {name: words["search"][name] for name in ("elisions", "small")}
    whole["foreign"] = catalogue.tongues.languages
    whole["help"] = _help(catalogue)
    whole["kinds"] = {
        kind: _rows([entry for entry in catalogue.of_kind(kind).values() if findable(entry, catalogue)])
        for kind in searched()
    }
    path = NAMES.format(language=catalogue.language)
    return {path: (json.dumps(whole, ensure_ascii=False, separators=(",", ":")) + "\n").encode()}


def _help(catalogue: Catalogue) -> dict[str, Any]:
    """Where the help page is, and the phrases of all languages that lead there first."""
    page = catalogue.pages.get(HELP)
    if not page or not findable(page, catalogue):
        return {}
    said = [load(language)["search"]["help"] for language in catalogue.languages]
    phrases = {name: list(dict.fromkeys(fold(str(phrase)) for one in said for phrase in one[name])) for name in said[0]}
    return {"url": page.url, **phrases}


def called(entry: Entry[Any]) -> dict[str, list[str]]:
    """Every name of an entry by language, its own first; events are found by their own words."""
    found = {entry.words.lang: [*entry.words.spellings]}
    if entry.kind == "event":
        return found
    for language, text in entry.texts.items():
        found.setdefault(language, [*text.spellings])
    for names in (getattr(entry.facts, "equivalents", {}), getattr(entry.facts, "proposed", {})):
        for language, name in names.items():
            found.setdefault(language, []).extend([name] if name else ())
    return _once(found)


def _once(names: dict[str, list[str]]) -> dict[str, list[str]]:
    """Names by language, each spelled once in all of them: where it comes first."""
    known: set[str] = set()
    kept: dict[str, list[str]] = {}
    for language, some in names.items():
        for name in some:
            if fold(name) not in known:
                known.add(fold(name))
                kept.setdefault(language, []).append(name)
    return kept


def _row(entry: Entry[Any], start: str) -> list[Any]:
    own, *others = called(entry).items()
    return [entry.url.removeprefix(start), *own[1], *([dict(others)] if others else ())]


def _rows(entries: list[Entry[Any]]) -> list[Any]:
    start = commonprefix([entry.url for entry in entries])  # noqa: RUF071 - letters in common are what we want
    return [start, *(_row(entry, start) for entry in entries)]


def variants(entry: Entry[Any], content: str, words: Words) -> list[str]:
    """Words that a text does not hold as such, and readers type: inflections of its names, other ways to spell."""
    found = {fold(word) for word in LIGATURE.findall(content)}
    found |= {fold(word).replace("-", "") for word in COMPOUND.findall(content) if not word.isascii()}
    if entry.kind == "term":
        for spelling in entry.words.spellings:
            form = form_of(spelling, False, (), words["inflections"], words["small_words"])
            found |= {word for spelled in form.words for word in spelled}
    return sorted(found)


def unnumbered(article: str) -> str:
    """An article without the numbers of its sources: an excerpt would say « juin 20271 »."""
    return NUMBER.sub("", article)


def split_elisions(document: str, words: Words) -> str:
    """A document whose elided words stand apart: « l' entraide », found at « entraide » and not at « lent »."""
    return re.sub(f"(?i)({words['search']['elisions']})", r" \1 ", document.replace("\u2019", "'"))
