"""Words that no dictionary knows, French words in English texts, words allowed for nothing; dictionaries are given.

A dictionary is anything that says whether it knows a word; the words allowed are the site's own, one list a language.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping

from reperes.base.problems import Problem
from reperes.check.markup import mask
from reperes.model.paths import identify
from reperes.model.text import marked, pieces
from reperes.source.frontmatter import Document

Known = Callable[[str], bool]
Passage = tuple[int, str, str]  # first line, language, text

FIELDS = ("title", "description", "simple", "developpe", "formes", "synonymes", "anciens_noms", "date_texte")
NOTHING_READ = ("source", "training")  # titles of others, in any language
TARGET = re.compile(
    r"(?<=\])\([^()\n]*\)|(?<=\])\[[^\[\]\n]*\]|\[\^[^\]\s]*\]|^ {0,3}\[[^\]\n]+\]:.*$"  # of a link, of a reference
    r"|<[a-z][a-z0-9+.-]*:[^<>\n]*>|https?://\S+|\b[\w-]+(?:\.[\w-]+){0,5}\.(?:fr|org|eu|com|net|md)\b"  # addresses
    r"|&#?\w+;|\{:?[ \t]*[#.\w][^{}\n]*\}",  # entities and attributes
    re.M,
)
FOREIGN = re.compile(r"<([a-z]+)\b[^<>]*\blang=[\"']?([a-z]+)[^<>]*>([^<>]*)</\1>")
TAG = re.compile(r"</?[a-zA-Z][^<>\n]*>")
WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")
JOINED = {  # what is no part of the word
    "fr": re.compile(r"^(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)'", re.I),
    "en": re.compile(r"'s$"),
}
LOANS = {"département", "vol"}  # French words that English texts use as their own


def check(
    documents: Mapping[str, Document],
    dictionaries: Mapping[str, Known],
    allowed: Mapping[str, Collection[str]],
    lists: Mapping[str, str],
) -> list[Problem]:
    """Every finding, by place; `lists` says, by language, which file holds the words allowed."""
    ours = {language: names(documents, language) | set(allowed.get(language, ())) for language in dictionaries}
    found: set[Problem] = set()
    used: dict[str, set[str]] = {language: set() for language in dictionaries}
    for path, document in documents.items():
        if not path.endswith(".md") or identify(path)[0] in NOTHING_READ:
            continue
        for line, language, text in passages(path, document):
            if language not in dictionaries:
                continue
            for word in words(text, language):
                used[language] |= {word, lowered(word)}
                if not ({word, lowered(word)} & ours[language] or dictionaries[language](word)):
                    fault = f"« {word} » n'est pas dans le dictionnaire ({language})"
                    cure = f"corrigez-le, ou ajoutez-le à {lists[language]}"
                    found.add(Problem(document.path, line, 1, "texte", fault, cure))
            if language != "fr" and line >= document.body_line and "fr" in dictionaries:
                for word in french_without_saying_so(text, dictionaries["fr"], dictionaries[language]):
                    fault, cure = f"« {word} » est un mot français", f'écrivez <i lang="fr">{word}</i>, ou traduisez-le'
                    found.add(Problem(document.path, line, 1, "texte", fault, cure))
    found |= {
        problem for language in dictionaries for problem in _useless(language, allowed, used, dictionaries, lists)
    }
    return sorted(found)


def passages(path: str, document: Document) -> Iterator[Passage]:
    """What a reader reads in a file."""
    language = identify(path)[2]
    for field in FIELDS:
        values = document.data.get(field) or ()
        for position, value in enumerate([values] if isinstance(values, str) else values):
            if isinstance(value, str):
                for piece, other in pieces(marked(value)):
                    yield document.place((field, position))[0], other or language, piece
    body = TARGET.sub(" ", mask(document.body))
    end, line = 0, document.body_line
    for found in FOREIGN.finditer(body):
        yield from _lines(body[end : found.start()], line, language)
        line += body.count("\n", end, found.start())
        yield from _lines(found[3], line, found[2])
        line += found[0].count("\n")
        end = found.end()
    yield from _lines(body[end:], line, language)


def words(text: str, language: str) -> Iterator[str]:
    """The words to look up: no number, no letter alone, no elision nor possessive."""
    for found in WORD.findall(text.replace("’", "'")):
        word = JOINED[language].sub("", found)
        if len(word) > 1 and not any(letter.isdigit() for letter in word):
            yield word


def names(documents: Mapping[str, Document], language: str) -> set[str]:
    """The words of the glossary's own names."""
    found: set[str] = set()
    for path, document in documents.items():
        kind, _, spoken = identify(path)
        if kind == "term" and spoken == language:
            for name in (document.data.get("title") or "", *(document.data.get("formes") or ())):
                found |= set(words(marked(name), language)) if isinstance(name, str) else set()
    return found


def lowered(word: str) -> str:
    """A word as it is written inside a sentence."""
    return word[0].lower() + word[1:]


def french_without_saying_so(text: str, french: Known, other: Known) -> Iterator[str]:
    """Words that only French knows, unless they belong to a proper name: « Défenseur des droits »."""
    for clause in re.split(r"[^\w\s'-]+", text.replace("’", "'")):
        name = False
        for word in filter(None, (piece.strip("'-") for piece in clause.split())):
            known = french(word) or french(lowered(word)) or french(JOINED["fr"].sub("", word))
            name = known if not word[0].islower() else name and known
            if word[0].islower() and known and not name and not other(word) and word not in LOANS:
                yield word


def _lines(text: str, first: int, language: str) -> Iterator[Passage]:
    for number, line in enumerate(TAG.sub(" ", text).split("\n"), first):
        if line.strip():
            yield number, language, line


def _useless(
    language: str,
    allowed: Mapping[str, Collection[str]],
    used: Mapping[str, set[str]],
    dictionaries: Mapping[str, Known],
    lists: Mapping[str, str],
) -> Iterator[Problem]:
    """Words allowed that no text uses, or that the dictionary has learnt."""
    for number, word in enumerate(allowed.get(language, ()), 1):
        if word not in used[language]:
            yield Problem(
                lists[language], number, 1, "liste", f"aucun texte n'emploie « {word} »", "enlevez cette ligne"
            )
        elif dictionaries[language](word):
            yield Problem(
                lists[language], number, 1, "liste", f"le dictionnaire connaît « {word} »", "enlevez cette ligne"
            )
