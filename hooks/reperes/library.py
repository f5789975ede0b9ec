"""All files of docs/ read and checked, before a language is chosen."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from reperes import markup, relations
from reperes.catalogue import Catalogue, Words, build
from reperes.frontmatter import Document, read
from reperes.model import KINDS, Content, Definition, Event, Term, Translation, is_acronym, keys
from reperes.paths import DOCS, FACTS, identify, well_named
from reperes.problems import ContentError, Problem
from reperes.validation import validate


@dataclass
class Library:
    """The files read, before a language is chosen."""

    languages: tuple[str, ...]
    documents: dict[str, Document]
    facts: dict[tuple[str, str], Content] = field(default_factory=dict)
    texts: dict[tuple[str, str], dict[str, Words]] = field(default_factory=dict)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Every problem of every file, by place."""
        return tuple(sorted({problem for document in self.documents.values() for problem in document.problems}))

    def blame(self, path: str, fault: str, cure: str) -> None:
        """Add a problem of a whole file."""
        self.documents.setdefault(path, Document(DOCS + path)).blame_at((1, 1), "fichier", fault, cure)

    def catalogue(self, language: str) -> Catalogue:
        """The frozen whole in one language.

        Raises ContentError, with every problem, when there is one.
        """
        if self.problems:
            raise ContentError(self.problems)
        return build(language, self.facts, self.texts)


def read_all(files: Mapping[str, bytes], languages: tuple[str, ...]) -> Library:
    """Read and check every file of docs/, by its path from there; other files than Markdown only by their name.

    The first language holds the facts. Problems are kept in the library, never raised.
    """
    library = Library(languages, {})
    paths = {DOCS + path for path in files}
    for path, raw in sorted(files.items()):
        document = library.documents[path] = Document(DOCS + path)
        if not well_named(document, path, languages) or not path.endswith(".md"):
            continue
        document = library.documents[path] = read(DOCS + path, raw)
        if document.problems:
            continue
        markup.check(document, paths)
        kind, id_, language = identify(path)
        if language == FACTS:
            _add_facts(library, document, kind, id_, path)
        else:
            _add_translation(library, document, kind, id_, language, path, files)
    for kind, id_ in library.facts:
        document = library.documents[library.texts[kind, id_][FACTS].path]
        relations.check(document, kind, id_, library.facts)
    return library


def _add_facts(library: Library, document: Document, kind: str, id_: str, path: str) -> None:
    facts = validate(document, KINDS[kind])
    if facts is None:
        return
    library.facts[kind, id_] = facts
    if isinstance(facts, Term) and is_acronym(facts.title) and not facts.expansion:
        document.blame(("title",), f"« {facts.title} » est un sigle sans développement", "ajoutez « developpe: … »")
    if not facts.withdrawn and isinstance(facts, Term | Event) and not document.body.strip():
        document.blame_at(
            (document.body_line, 1),
            "texte",
            "il n'y a pas de texte",
            "écrivez au moins un paragraphe : il est montré dans les listes",
        )
    if isinstance(facts, Definition) and not facts.withdrawn:
        sentences = len(re.findall(r"[.!?…](?=\s|$)", facts.simple))
        if not 3 <= sentences <= 8:
            document.blame(
                ("simple",),
                f"{sentences} phrase{'s' if sentences > 1 else ''}",
                "écrivez de 3 à 8 phrases courtes",
            )
    for language in facts.equivalents if isinstance(facts, Term) else ():
        if not re.fullmatch(r"[a-z]{2,3}", language) or language == FACTS:
            document.blame(
                ("equivalents", language),
                f"« {language} » n'est pas une autre langue",
                "écrivez un code comme en, ar ou uk",
            )
    get = document.data.get
    library.texts.setdefault((kind, id_), {})[FACTS] = Words(
        lang=FACTS,
        path=path,
        title=facts.title,
        body="" if facts.withdrawn else document.body,
        expansion=get("developpe"),
        forms=get("formes", ()),
        description=get("description"),
        simple=facts.simple,
        date_text=get("date_texte"),
    )


def _add_translation(
    library: Library, document: Document, kind: str, id_: str, language: str, path: str, files: Iterable[str]
) -> None:
    original = path.removesuffix(f".{language}.md") + ".md"
    if original not in files:
        document.blame_at(
            (1, 1),
            "fichier",
            f"il traduit {original}, qui n'existe pas",
            "écrivez d'abord le fichier français",
        )
        return
    fact_keys = set(keys(KINDS[kind])) - set(keys(Translation))
    for key in fact_keys & set(document.data):
        document.blame_at(
            document.place((key, "@")),
            key,
            "cette clé ne se traduit pas",
            f"enlevez-la : elle est dans {original}",
        )
        del document.data[key]
    words = validate(document, Translation)
    if words:
        given = words.model_dump(exclude={"source_stamp"})
        texts = library.texts.setdefault((kind, id_), {})
        texts[language] = Words(lang=language, path=path, body=document.body, source_stamp=words.source_stamp, **given)
