"""Acronyms that nothing explains: neither the glossary, nor the sentence, nor the French text that is translated."""

import re
from collections.abc import Iterator

from reperes.base.problems import Problem, suggest
from reperes.catalogue.catalogue import Catalogue
from reperes.check import markup
from reperes.markdown.term_finder import Finder
from reperes.model.paths import FACTS
from reperes.source.frontmatter import Document

CAPITAL = r"[^\WA-ZÀ-Ý]*+[A-ZÀ-Ý]"  # up to the next one of a word
ACRONYM = re.compile(rf"[^\W\d_](?<![\w-].)(?:\.(?:[^\W\d_]\.)+|(?=(?:(?<=[A-ZÀ-Ý])|{CAPITAL}){CAPITAL})\w*(?![\w-]))")
ROMAN = re.compile(r"[IVXLCDM]+(?:e|er|ème|th|st|nd|rd)?")
QUIET = re.compile(
    r"<(\w+)\b[^<>]*(?:data-glossaire=.?non|\blang=)[^<>]*>[^<>]*</\1>|<[^<>]*>|\]\([^()\n]*\)|https?://\S+", re.S
)
BEFORE = re.compile(r"[\w»\"'*]\s+\(\Z")  # what it stands for (ABC)
AFTER = re.compile(r"\*{0,2}\s\((?:[^()\n]*\s)[^()\n]*\)")  # ABC (what it stands for)
QUOTES = {"«": "»", "“": "”", '"': '"', "*": "*", "_": "_"}  # a word that is quoted, a title
NAME = re.compile(r"\s[A-ZÀ-Ý][a-zà-ÿ]{2,}")  # ATD Quart Monde


def quiet(document: Document) -> str:
    """The body with code, addresses, tags and foreign or refused words blanked, letter for letter."""
    return QUIET.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), markup.mask(document.body))


def known(catalogue: Catalogue, finder: Finder) -> set[str]:
    """The acronyms that need no entry: those of the glossary, of its names, of entries withdrawn on purpose."""
    spoken = (*finder.written, *(name for term in catalogue.terms.values() for name in term.texts[FACTS].spellings))
    withdrawn = (name for entry in catalogue.withdrawn.values() for name in entry.words.spellings)
    return finder.acronyms | {word for text in (*spoken, *withdrawn) for word in re.findall(r"\w+", text)}


def unknown(document: Document, finder: Finder, words: set[str], french: Document | None) -> Iterator[Problem]:
    """Each at its first place; of a translation, only those that its French text has not."""
    text = quiet(document)
    odd = {word: found for word, found in _acronyms(text).items() if not {word, word.removesuffix("s")} & words}
    left_alone = explained(text).union(_acronyms(french.body) if french else ()) if odd else set()
    for word, found in odd.items():
        if word in left_alone:
            continue
        near = suggest(word, finder.acronyms, cutoff=0.8) if len(word) > 3 else ""  # two letters in four are no slip
        cure = near if near.startswith("vouliez") else "ajoutez-le à docs/glossaire/, ou écrivez-le en toutes lettres"
        place = markup.place(document, found.start())
        yield Problem(document.path, *place, "texte", f"le sigle « {found[0]} » n'est pas au glossaire", cure)


def explained(text: str) -> set[str]:
    """The acronyms that a text spells out, quotes as words, or gives as names and titles."""
    told = set()
    for found in ACRONYM.finditer(text):
        before, after = text[max(0, found.start() - 24) : found.start()], text[found.end() : found.end() + 200]
        spelt = BEFORE.search(before) and after[:1] == ")" if before.endswith("(") else AFTER.match(after)
        quoted = QUOTES.get(before.rstrip()[-1:]) == after.lstrip()[:1]
        if spelt or NAME.match(after) or quoted:
            told.add(found[0].replace(".", ""))
    return told


def _acronyms(text: str) -> dict[str, "re.Match[str]"]:
    """The first place of each acronym of a text; a line all in capitals says none."""
    first: dict[str, re.Match[str]] = {}
    for found in ACRONYM.finditer(text):
        word = found[0].replace(".", "")
        end = text.find("\n", found.end())
        line = text[text.rfind("\n", 0, found.start()) + 1 : end if end >= 0 else len(text)]
        if is_acronym(word) and line.upper() != line:
            first.setdefault(word, found)
    return first


def is_acronym(word: str) -> bool:
    """Half capitals at least, so neither JavaScript nor a Roman number."""
    return sum(letter.isupper() for letter in word) * 2 >= len(word) and not ROMAN.fullmatch(word)
