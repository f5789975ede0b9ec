"""What deserves an editor's eye in the texts themselves, before any page is rendered: one rule a function."""

import re
from collections.abc import Iterator
from datetime import date

from reperes.base.problems import Problem, in_order
from reperes.catalogue.library import Library
from reperes.check import markup, wording
from reperes.model.kinds import KINDS, AnyContent, Source
from reperes.model.paths import FACTS, Ref
from reperes.model.text import Text
from reperes.review import claims, due, duplicates, easy, style
from reperes.review.sentences import place_in
from reperes.source.frontmatter import Document

TWO_PAGES = 5_400  # letters of a sheet; the longest that fits both sides of a paper has 5,000
LOUD = re.compile(r"[^\W\d_]{5}.*\s.*[^\W\d_]{5}")  # two words at least: acronyms are shorter
UNPRINTED = re.compile(r"\]\([^()\n]*\)|\[\^[^\[\]\s]*\]|<[^<>]*>")


def collect(library: Library, today: date, only: str | None = None) -> tuple[Problem, ...]:
    """Every warning about the texts, or about one by its path from docs/, by place."""
    found: list[Problem] = [*due.old_trainings(library, today)]
    for ref, facts in library.facts.items():
        if not facts.withdrawn and (only is None or any(one.path == only for one in library.texts[ref].values())):
            for words in library.texts[ref].values():
                found += _body(library.documents[words.path])
            french = library.documents[library.texts[ref][FACTS].path]
            found += _claims(french, ref[0], facts)
            found += _easy(french, ref[0], library.texts[ref][FACTS])
            found += _printed(french, ref[0])
            found += _titled(library, ref)
    found += _repeated(library)
    found += _duplicates(library)
    return in_order(found)


def _body(document: Document) -> Iterator[Problem]:
    masked = markup.mask(document.body)
    for rule in (style.check, wording.phones):
        yield from (_warning(document, *one) for one in rule(masked))


def _claims(document: Document, kind: str, facts: AnyContent) -> Iterator[Problem]:
    if KINDS[kind].sourced:
        yield from (_warning(document, *one) for one in claims.unsourced(document))
    if isinstance(facts, Source):
        for key, fault, cure in claims.vague(facts, document.body):
            yield Problem(document.path, *document.place(key), key[0], fault, cure)


def _easy(document: Document, kind: str, words: Text) -> Iterator[Problem]:
    for sentence, fault, cure in easy.check(words.simple_sentences, kind):
        yield _simple(document, sentence, fault, cure)


def _printed(document: Document, kind: str) -> Iterator[Problem]:
    """A sheet that no longer fits both sides of a paper, by its length: only its PDF tells for sure."""
    letters = len(" ".join(UNPRINTED.sub("", document.body).split()))
    if kind == "sheet" and letters > TWO_PAGES:
        fault, cure = f"une fiche de {letters} signes : plus de deux pages imprimées", f"gardez-en {TWO_PAGES} au plus"
        yield Problem(document.path, document.body_line, 1, "texte", fault, cure)


def _titled(library: Library, ref: Ref) -> Iterator[Problem]:
    """A title is no sentence, and is not shouted."""
    for words in library.texts[ref].values() if KINDS[ref[0]].paged else ():
        document, title = library.documents[words.path], words.title.rstrip()
        place = (document.path, *document.place(("title",)), "title")
        if title.endswith((",", ";", ":")) or re.search(r"[^\W\d_]{4}\.$", title):
            yield Problem(*place, "le titre finit par un signe", "enlevez le signe de la fin")
        if title.isupper() and LOUD.search(title):
            yield Problem(*place, "un titre tout en capitales", "écrivez-le en minuscules, avec une capitale au début")


def _repeated(library: Library) -> Iterator[Problem]:
    texts = {
        library.texts[ref][FACTS].path: library.texts[ref][FACTS]
        for ref, one in library.facts.items()
        if not one.withdrawn
    }
    for path, told in easy.repeated({path: words.simple_sentences for path, words in texts.items() if words.simple}):
        yield _simple(library.documents[path], *told)


def _duplicates(library: Library) -> Iterator[Problem]:
    for ref, other, why in duplicates.duplicates(library.facts):
        document = library.documents[library.texts[ref][FACTS].path]
        fault = f"docs/{_path(library, other)} {why}"
        yield Problem(document.path, *document.place(("title",)), "title", fault, "gardez un seul des deux textes")


def _path(library: Library, ref: Ref) -> str:
    return library.texts[ref][FACTS].path


def _simple(document: Document, sentence: str, fault: str, cure: str) -> Problem:
    return Problem(document.path, *place_in(document, ("simple",), sentence), "simple", fault, cure)


def _warning(document: Document, offset: int, fault: str, cure: str) -> Problem:
    return Problem(document.path, *markup.place(document, offset), "texte", fault, cure)
