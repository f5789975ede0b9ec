import re
import warnings
from collections.abc import Callable, Iterator
from functools import cache

import pytest
from contents import REAL, ROOT
from reperes import build
from reperes.check.markup import mask
from reperes.model.paths import DOCS, identify
from reperes.source.frontmatter import Document
from spylls.hunspell import Dictionary

pytestmark = pytest.mark.xdist_group("spelling")  # one worker reads the dictionaries, once

DICTIONARIES = {"fr": "fr_FR", "en": "en_GB"}  # in dictionaries/
LISTS = {language: f"tests/content/words.{language}.txt" for language in DICTIONARIES}
FIELDS = ("title", "description", "simple", "developpe", "formes", "date_texte")
TARGET = re.compile(
    r"(?<=\])\([^)\n]*\)|(?<=\])\[[^\]\n]*\]|^ {0,3}\[[^\]\n]+\]:.*$"  # of a link
    r"|<[a-z][a-z0-9+.-]*:[^>\n]*>|https?://\S+|\b[\w.-]+\.(?:fr|org|eu|com|net|md)\b"  # addresses
    r"|\[\^[^\]\s]+\]"  # numbers of sources
    r"|&#?\w+;|\{:?[ \t]*[#.\w][^{}\n]*\}",  # entities and attributes
    re.M,
)
FOREIGN = re.compile(r"(?s)<([a-z]+)[^>]*\blang=[\"']?([a-z]+)[^>]*>(.*?)</\1>")
TAG = re.compile(r"</?[a-zA-Z][^>\n]*>")
WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")
JOINED = {  # what is no part of the word
    "fr": re.compile(r"^(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)'", re.I),
    "en": re.compile(r"'s$"),
}

LOANS = {"département", "vol"}  # French words that English texts use as their own

Known = dict[str, Callable[[str], bool]]
Passage = tuple[int, str, str]  # first line, language, text


def passages(path: str, document: Document) -> Iterator[Passage]:
    """What a reader reads in a file."""
    language = identify(path)[2]
    for field in FIELDS:
        values = document.data.get(field) or ()
        spoken = document.data.get("langue") or language if field == "title" else language  # of a source, as it is
        for position, value in enumerate([values] if isinstance(values, str) else values):
            yield document.place((field, position))[0], spoken, value
    body = TARGET.sub(" ", mask(document.body))
    end = 0
    for found in [*FOREIGN.finditer(body), None]:
        stop = found.start() if found else len(body)
        yield from lines(document, body, end, stop, language)
        if found:
            yield from lines(document, body, *found.span(3), found[2])
            end = found.end()


def lines(document: Document, body: str, start: int, end: int, language: str) -> Iterator[Passage]:
    """A stretch of a body, line by line."""
    first = document.body_line + body.count("\n", 0, start)
    for number, line in enumerate(TAG.sub(" ", body[start:end]).split("\n"), first):
        yield number, language, line


def words(text: str, language: str) -> Iterator[str]:
    """The words to look up: no number, no letter alone, no elision nor possessive."""
    for found in WORD.findall(text.replace("’", "'")):
        word = JOINED[language].sub("", found)
        if len(word) > 1 and not any(letter.isdigit() for letter in word):
            yield word


def listed(language: str) -> list[str]:
    """The reviewed words of a language."""
    return (ROOT / LISTS[language]).read_text("utf-8").split()


def lowered(word: str) -> str:
    """A word as it is written inside a sentence."""
    return word[0].lower() + word[1:]


@pytest.fixture(scope="session")
def documents() -> dict[str, Document]:
    return build.read(REAL).documents


@pytest.fixture(scope="session")
def dictionaries() -> Known:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # spylls leaves its files open
        folder = ROOT / "tests/content/dictionaries"
        return {
            language: cache(Dictionary.from_files(str(folder / name)).lookup) for language, name in DICTIONARIES.items()
        }


@pytest.fixture(scope="session")
def allowed(documents: dict[str, Document]) -> dict[str, set[str]]:
    """The words that no dictionary needs to know: those of the lists, and the names of the glossary."""
    names = set()
    for path, document in documents.items():
        kind, _, language = identify(path)
        if kind == "term" and language in DICTIONARIES:
            for name in (document.data.get("title") or "", *(document.data.get("formes") or ())):
                names |= set(words(name, language))
    return {language: names | set(listed(language)) for language in DICTIONARIES}


def test_every_word_is_in_a_dictionary_or_in_a_reviewed_list(
    documents: dict[str, Document], dictionaries: Known, allowed: dict[str, set[str]]
):
    texts = [path for path in documents if path.endswith(".md")]
    faults = [fault for path in texts for fault in unknown(path, documents[path], dictionaries, allowed)]
    if faults:
        pytest.fail("\n".join(dict.fromkeys(faults)), pytrace=False)


def unknown(path: str, document: Document, dictionaries: Known, allowed: dict[str, set[str]]) -> Iterator[str]:
    """The words of a file that nothing knows, each at its line."""
    source = (ROOT / DOCS / path).read_text("utf-8").replace("’", "'").splitlines()
    for start, language, text in passages(path, document):
        for word in words(text, language) if language in DICTIONARIES else ():
            if {word, lowered(word)} & allowed[language] or dictionaries[language](word):
                continue
            here = re.compile(rf"\b{re.escape(word)}\b")  # a folded text starts above the line of its word
            line = next((n for n, line in enumerate(source[start - 1 :], start) if here.search(line)), start)
            yield (
                f"{DOCS}{path}:{line}: « {word} » n'est pas dans le dictionnaire ({language}) ; "
                f"corrigez le mot, ou ajoutez-le à {LISTS[language]}"
            )


def french_without_saying_so(text: str, known: Known) -> Iterator[str]:
    """Words that only French knows, unless they belong to a proper name: « Défenseur des droits »."""
    for clause in re.split(r"[^\w\s'-]+", text.replace("’", "'")):
        name = False
        for word in filter(None, (piece.strip("'-") for piece in clause.split())):
            french = known["fr"](word) or known["fr"](lowered(word)) or known["fr"](JOINED["fr"].sub("", word))
            name = french if not word[0].islower() else name and french
            if word[0].islower() and french and not name and not known["en"](word) and word not in LOANS:
                yield word


def test_a_french_phrase_in_an_english_text_says_its_language(documents: dict[str, Document], dictionaries: Known):
    faults = [
        f'{DOCS}{path}:{line}: {found}: <i lang="fr">…</i>'
        for path, document in documents.items()
        if path.endswith(".en.md")
        for line, language, text in passages(path, document)
        if language == "en" and line >= document.body_line  # a title or a description can hold no mark
        if (found := list(french_without_saying_so(text, dictionaries)))
    ]
    assert faults == []


def test_the_french_of_an_english_sentence_is_told_from_names(dictionaries: Known):
    said = (
        "The accompagnement of the Défenseur des droits, Pôle emploi, and the pouvoir d'agir of a French département."
    )
    assert list(french_without_saying_so(said, dictionaries)) == ["accompagnement", "pouvoir", "d'agir"]


@pytest.mark.parametrize("language", sorted(DICTIONARIES))
def test_every_reviewed_word_is_used_in_a_text_and_unknown_to_the_dictionary(
    language: str, documents: dict[str, Document], dictionaries: Known
):
    used = {
        form
        for path, document in documents.items()
        for _, spoken, text in passages(path, document)
        if spoken == language
        for word in words(text, language)
        for form in (word, lowered(word))
    }
    useless = [
        f"{LISTS[language]}: « {word} » est de trop : "
        + ("le dictionnaire le connaît" if word in used else "aucun texte ne l'emploie")
        + " ; enlevez-le"
        for word in listed(language)
        if word not in used or dictionaries[language](word)
    ]
    if useless:
        pytest.fail("\n".join(useless), pytrace=False)


@pytest.mark.parametrize("language", sorted(DICTIONARIES))
def test_the_reviewed_words_are_sorted_one_per_line(language: str):
    found = (ROOT / LISTS[language]).read_text("utf-8").splitlines()
    assert found == sorted(set(found))
