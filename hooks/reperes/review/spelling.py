"""Words that no list knows, French words in English texts, words allowed for nothing.

The words of each language are given (review/lexicon.py); the words allowed are the site's own, docs/vocabulaires/.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from unicodedata import normalize

from reperes.base.problems import Problem
from reperes.catalogue.library import Library
from reperes.check.markup import mask
from reperes.model.paths import DOCS, FACTS, identify
from reperes.model.text import marked, pieces
from reperes.model.vocabularies import words_allowed
from reperes.review import lexicon
from reperes.review.acronyms import is_acronym
from reperes.review.lexicon import Lexicon, lowered
from reperes.source.frontmatter import Document

FIELDS = ("title", "description", "simple", "developpe", "formes", "synonymes", "anciens_noms", "date_texte")
NAMES = ("formes", "synonymes", "anciens_noms")  # of a word, with its title
TARGET = re.compile(
    r"\((?<=\].)[^()\n]*\)|\[(?<=\].)[^\[\]\n]*\]|\[\^[^\[\]\s]*\]|^ {0,3}\[[^\]\n]+\]:.*$"  # of a link, a reference
    r"|<[a-z][a-z0-9+.-]*:[^<>\n]*>|https?://\S+"  # addresses
    r"|[\w-](?<=\b.)[\w-]*+(?:\.[\w-]++){0,5}\.(?:fr|org|eu|com|net|md)\b"
    r"|&#?\w+;|\{:?[ \t]*[#.\w][^{}\n]*\}",  # entities and attributes
    re.M,
)
FOREIGN = re.compile(r"<([a-z]+)\b[^<>]*\blang=[\"']?([a-z]+)[^<>]*>([^<>]*)</\1>")
RAISED = re.compile(r"</?su[bp]>")  # « 1<sup>er</sup> » is one word
TAG = re.compile(r"</?[a-zA-Z][^<>\n]*>")
WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")
CLAUSE = re.compile(r"[^\w\s'-]+")
NUMBER = re.compile(r"\d")
JOINED = {  # what is no part of the word
    "fr": re.compile(r"^(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)'", re.I),
    "en": re.compile(r"'s$"),
}
LOANS = {"département", "vol"}  # French words that English texts use as their own


@dataclass(frozen=True)
class Passage:
    """A line that readers read, at its place in a file; a value of a front matter may start below its place."""

    path: str  # from docs/
    line: int
    language: str
    text: str
    marked: bool  # whether a word of it may say its language: in a body, not in a front matter


def collect(library: Library, docs: Mapping[str, bytes], only: Collection[str] | None = None) -> list[Problem]:
    """Every finding in a library, or those of some files of docs/."""
    known = {language: found for language in library.languages if (found := lexicon.of(language))}
    lists = {language: docs.get(words_allowed(language), b"").decode("utf-8", "replace") for language in known}
    return check(library.documents, known, {language: text.split() for language, text in lists.items()}, only)


def check(
    documents: Mapping[str, Document],
    lexicons: Mapping[str, Lexicon],
    allowed: Mapping[str, Collection[str]],
    only: Collection[str] | None = None,
) -> list[Problem]:
    """Every finding, by place, or those of some files of docs/; `allowed` by language."""
    ours = set().union(*(names(documents, language) for language in lexicons))
    texts = [path for path in documents if path.endswith(".md") and (only is None or path in only)]
    said = [one for path in texts for one in passages(path, documents[path]) if one.language in lexicons]
    used = {language: _used(said, language) for language in lexicons}
    pieces = {language: _pieces(said, language) for language in lexicons if language != FACTS}
    for language, known in lexicons.items():  # each list is read once
        forms = {form for every in pieces.values() for word in every for form in _french_forms(word)}
        known.learn(used[language].union(allowed.get(language, ()), pieces.get(language, forms)))
    found = set(_unknown(said, used, lexicons, allowed, ours, documents))
    if FACTS in lexicons:
        found |= set(_french(said, pieces, lexicons, documents))
    if only is None:
        found |= {one for language in lexicons for one in _useless(language, allowed, used, lexicons[language])}
    return sorted(found)


def passages(path: str, document: Document) -> Iterator[Passage]:
    """What a reader reads in a file; the title of a source is in its own language."""
    language = identify(path)[2]
    for field in FIELDS:
        values = document.data.get(field) or ()
        spoken = document.data.get("langue") or language if field == "title" else language
        for position, value in enumerate([values] if isinstance(values, str) else values):
            if isinstance(value, str):
                for piece, other in pieces(marked(value)):
                    line = document.place((field, position))[0]
                    yield Passage(path, line, other or spoken, _plain(piece), marked=False)
    body = TARGET.sub(" ", mask(document.body))
    end, line = 0, document.body_line
    for found in FOREIGN.finditer(body):
        yield from _lines(path, body[end : found.start()], line, language)
        line += body.count("\n", end, found.start())
        yield from _lines(path, found[3], line, found[2])
        line += found[0].count("\n")
        end = found.end()
    yield from _lines(path, body[end:], line, language)


def words(text: str, language: str) -> Iterator[str]:
    """The words to look up, each once: no number, no letter alone, no elision nor possessive."""
    for found in dict.fromkeys(WORD.findall(text)):
        joined = JOINED.get(language)
        word = joined.sub("", found) if joined and "'" in found else found
        if len(word) > 1 and not NUMBER.search(word):
            yield word


def names(documents: Mapping[str, Document], language: str) -> set[str]:
    """The words of the glossary's own names in a language: texts of any language say them."""
    found: set[str] = set()
    for path, document in documents.items():
        kind, _, spoken = identify(path)
        if kind == "term" and spoken == language:
            given = (
                document.data.get("title") or "",
                *(name for key in NAMES for name in document.data.get(key) or ()),
            )
            for name in given:
                found |= set(words(_plain(marked(name)), language)) if isinstance(name, str) else set()
    return found


def french_without_saying_so(text: str, french: Lexicon, other: Lexicon) -> Iterator[str]:
    """Words that only French knows, unless they belong to a proper name: « Défenseur des droits »."""
    for clause in CLAUSE.split(text):
        name = False
        for word in filter(None, (piece.strip("'-") for piece in clause.split())):
            known = any(map(french, _french_forms(word)))
            name = known if not word[0].islower() else name and known
            if known and not name and _only_french(word, french, other):
                yield word


def _plain(text: str) -> str:
    return normalize("NFC", text).replace("’", "'")  # some write an accent apart from its letter


def _lines(path: str, text: str, first: int, language: str) -> Iterator[Passage]:
    for number, line in enumerate(TAG.sub(" ", RAISED.sub("", _plain(text))).split("\n"), first):
        if line.strip():
            yield Passage(path, number, language, line, marked=True)


def _used(said: list[Passage], language: str) -> set[str]:
    return set(words(" ".join(one.text for one in said if one.language == language), language))


def _unknown(
    said: list[Passage],
    used: Mapping[str, set[str]],
    lexicons: Mapping[str, Lexicon],
    allowed: Mapping[str, Collection[str]],
    ours: set[str],
    documents: Mapping[str, Document],
) -> Iterator[Problem]:
    for language, known in lexicons.items():
        right = ours.union(allowed.get(language, ()))
        right |= {word for word in used[language] if is_acronym(word)}  # review/acronyms.py speaks of them
        odd = {word for word in used[language] if not (known(word) or {word, lowered(word)} & right)}
        near = known.near(odd)
        for one in said if odd else ():
            for word in words(one.text, language) if one.language == language else ():
                if word in odd:
                    fault = f"« {word} » n'est pas dans le dictionnaire ({language})"
                    meant = f"vouliez-vous écrire « {near[word]} » ? sinon, " if word in near else "corrigez-le, ou "
                    cure = f"{meant}ajoutez-le à {DOCS}{words_allowed(language)}"
                    yield _found(one, word, fault, cure, documents)


def _french(
    said: list[Passage],
    pieces: Mapping[str, set[str]],
    lexicons: Mapping[str, Lexicon],
    documents: Mapping[str, Document],
) -> Iterator[Problem]:
    french = lexicons[FACTS]
    for language, every in pieces.items():
        odd = {word for word in every if _only_french(word, french, lexicons[language])}
        for one in said if odd else ():
            if one.marked and one.language == language and not odd.isdisjoint(_split(one.text)):
                for word in french_without_saying_so(one.text, french, lexicons[language]):
                    fault, cure = f"« {word} » est un mot français", f'écrivez <i lang="fr">{word}</i>, ou traduisez-le'
                    yield _found(one, word, fault, cure, documents)


def _pieces(said: list[Passage], language: str) -> set[str]:
    """What spaces separate, in the bodies of a language."""
    return set(_split(" ".join(one.text for one in said if one.marked and one.language == language)))


def _split(text: str) -> Iterator[str]:
    return filter(None, (piece.strip("'-") for piece in CLAUSE.sub(" ", text).split()))


def _french_forms(word: str) -> set[str]:
    return {word, lowered(word), JOINED["fr"].sub("", word)}


def _only_french(word: str, french: Lexicon, other: Lexicon) -> bool:
    """Whether a word, in small letters, is French and nothing else."""
    if not word[0].islower() or word in LOANS or other(word):
        return False
    return french(word) or french(JOINED["fr"].sub("", word))


def _found(one: Passage, word: str, fault: str, cure: str, documents: Mapping[str, Document]) -> Problem:
    """A finding at its word: that of a folded value stands below the line of its key."""
    document = documents[one.path]
    if one.line >= document.body_line:
        first, lines = document.body_line, document.body
    else:
        first, lines = document.yaml_line, document.header
    here = re.compile(rf"\b{re.escape(word)}\b")
    for number, text in enumerate(lines.split("\n")[one.line - first :], one.line):
        if at := here.search(_plain(text)):
            return Problem(document.path, number, at.start() + 1, "texte", fault, cure)
    return Problem(document.path, one.line, 1, "texte", fault, cure)


def _useless(
    language: str, allowed: Mapping[str, Collection[str]], used: Mapping[str, set[str]], known: Lexicon
) -> Iterator[Problem]:
    """Words allowed that no text uses, or that the dictionary has learnt."""
    forms = used[language].union(map(lowered, used[language]))
    for number, word in enumerate(allowed.get(language, ()), 1):
        place = (DOCS + words_allowed(language), number, 1, "liste")
        if word not in forms:
            yield Problem(*place, f"aucun texte n'emploie « {word} »", "enlevez cette ligne")
        elif is_acronym(word):
            yield Problem(
                *place, f"« {word} » est un sigle, qu'aucun dictionnaire n'a à connaître", "enlevez cette ligne"
            )
        elif known(word):
            yield Problem(*place, f"le dictionnaire connaît « {word} »", "enlevez cette ligne")
