"""All files of docs/ read and checked, before a language is chosen."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from reperes.base.problems import ContentError, Problem
from reperes.catalogue.catalogue import Catalogue, build
from reperes.check import addresses, markup, relations, rules
from reperes.check.files import held
from reperes.check.memory import Memory, is_gone, missing, path_now, recall
from reperes.check.misplaced import misplaced
from reperes.check.naming import well_named
from reperes.check.validation import validate
from reperes.model.kinds import KINDS, AnyContent, Translation, keys
from reperes.model.paths import DOCS, EXPORTS, FACTS, LEDGER, THESAURUS, Ref, identify
from reperes.model.text import Text
from reperes.model.vocabularies import Vocabularies
from reperes.source import vocabularies
from reperes.source.frontmatter import Document, read


@dataclass
class Library:
    """The files read, before a language is chosen."""

    languages: tuple[str, ...]
    documents: dict[str, Document]
    vocabularies: Vocabularies = field(default_factory=Vocabularies)
    facts: dict[Ref, AnyContent] = field(default_factory=dict)
    texts: dict[Ref, dict[str, Text]] = field(default_factory=dict)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Every problem of every file, by place."""
        return tuple(sorted({problem for document in self.documents.values() for problem in document.problems}))

    def blame(self, path: str, fault: str, cure: str) -> None:
        """Add a problem of a whole file."""
        self.documents.setdefault(path, Document(DOCS + path)).blame_at((1, 1), "fichier", fault, cure)

    def need(self, paths: Iterable[str]) -> None:
        """Add a problem for each page that the whole site leads to and that is missing or withdrawn, in French.

        In another language only its home is needed: French stands in for the others.
        """
        for path in paths:
            if path not in self.documents:
                self.blame(path, "cette page manque, et tout le site y mène", "remettez-la")
            elif (facts := self.facts.get(identify(path)[:2])) and facts.withdrawn:
                fault, cure = "tout le site mène à cette page", "gardez-la, et changez son texte"
                self.documents[path].blame(("retire",), fault, cure)
        for language in self.languages[1:]:
            if (home := f"index.{language}.md") not in self.documents:
                fault, cure = (
                    "l'accueil de cette langue manque",
                    "traduisez index.md, ou enlevez la langue de mkdocs.yml",
                )
                self.blame(home, fault, cure)

    def keep(self, ledger: str) -> None:
        """Add a problem for each published address that nothing answers; other mistakes are mended first."""
        answering = set() if self.problems else self.addresses
        for line, address in addresses.vanished(ledger, answering) if answering else ():
            cure = "un fichier renommé se signale par « anciens: [son ancien nom] » ; sinon, remettez-le"
            register = self.documents.setdefault(LEDGER, Document(LEDGER))
            register.blame_at((line, 1), "adresse", f"« {address} » a été publiée, et rien n'y répond plus", cure)

    @property
    def addresses(self) -> set[str]:
        """Every address that answers on the site."""
        return addresses.published(self.documents, self.facts, self.languages)

    def catalogue(self, language: str) -> Catalogue:
        """The frozen whole in one language.

        Raises ContentError, with every problem, when there is one.
        """
        if self.problems:
            raise ContentError(self.problems)
        return build(language, self.languages, self.vocabularies, self.facts, self.texts)


def read_all(files: Mapping[str, bytes], languages: tuple[str, ...], ledger: str = "") -> Library:
    """Read and check every file of docs/, by its path from there; other files than Markdown only by their name.

    The first language holds the facts. Problems are kept in the library, never raised.
    """
    known_values, lists = vocabularies.read(files, languages)
    library = Library(languages, {}, known_values)
    paths = {DOCS + path for path in (*files, *EXPORTS, THESAURUS)}
    memory = recall(ledger, files, languages)
    for path, *told in missing(memory):
        library.blame(path, *told)
    for path in sorted(files, key=lambda path: (identify(path)[2] != FACTS, path)):  # a translation needs its original
        library.documents[path] = Document(DOCS + path)
        if path in lists:
            library.documents[path] = lists.pop(path)
        elif not well_named(library.documents[path], path, languages):
            continue
        elif path.endswith(".md"):
            _add(library, path, files[path], paths, memory)
        else:
            for fault, cure in held(path, files[path]):
                library.blame(path, fault, cure)
    library.documents |= lists  # those that are missing
    for path in files:
        if (twin := path.removesuffix(".md") + "/index.md") in files and path.endswith(".md"):
            library.blame(path, f"il a la même adresse que {DOCS}{twin}", "gardez un seul des deux")
    known = {identify(path)[:2] for path in library.documents if path.endswith(".md") and identify(path)[2] == FACTS}
    taken = addresses.claims(known, library.facts, languages)
    for here, facts in library.facts.items():
        document = library.documents[library.texts[here][FACTS].path]
        addresses.check(document, here, facts, taken)
        relations.check(document, here, library.facts, known, memory)
    for path, document in library.documents.items():
        if path.endswith(".md"):
            relations.references(document, known)
    return library


def _add(library: Library, path: str, raw: bytes, paths: set[str], memory: Memory) -> None:
    document = library.documents[path] = read(DOCS + path, raw)
    readable = not document.problems
    markup.check(document, paths, library.vocabularies, memory)
    if readable and identify(path)[2] == FACTS:
        _add_facts(library, document, path)
    elif readable:
        _add_translation(library, document, path, memory)


def _add_facts(library: Library, document: Document, path: str) -> None:
    kind, id_, _ = identify(path)
    if wrong := misplaced(document, path, library.languages):
        document.blame_at((1, 1), "fichier", *wrong)
        return
    facts = validate(document, KINDS[kind].model, library.vocabularies)
    if facts is None:
        return
    library.facts[kind, id_] = facts
    get = document.data.get
    words = library.texts.setdefault((kind, id_), {})[FACTS] = Text(
        lang=FACTS,
        path=path,
        title=facts.title,
        body="" if facts.withdrawn else document.body,
        expansion=get("developpe"),
        forms=get("formes", ()),
        synonyms=get("synonymes", ()),
        former_names=get("anciens_noms", ()),
        description=get("description"),
        simple=facts.simple,
        date_text=get("date_texte"),
    )
    rules.check_facts(document, facts)
    rules.check_words(document, KINDS[kind].model, facts.withdrawn is not None, words)


def _add_translation(library: Library, document: Document, path: str, memory: Memory) -> None:
    kind, id_, language = identify(path)
    original = path.removesuffix(f".{language}.md") + ".md"
    if is_gone(memory, original):
        return  # told once, as the French file that is gone
    if original not in library.documents:
        fault, cure = f"il traduit {DOCS}{original}, qui n'existe pas", "écrivez d'abord le fichier français"
        if now := path_now(memory, path):
            fault, cure = f"il traduit {DOCS}{original}, qui a changé de nom", f"renommez-le {now.rpartition('/')[2]}"
        document.blame_at((1, 1), "fichier", fault, cure)
        return
    _refuse_facts(document, kind, DOCS + original)
    translation = validate(document, Translation)
    if translation:
        facts = library.facts.get((kind, id_))
        withdrawn = facts is not None and facts.withdrawn is not None
        given = translation.model_dump(exclude={"source_stamp"})
        body = "" if withdrawn else document.body
        words = Text(lang=language, path=path, body=body, source_stamp=translation.source_stamp, **given)
        library.texts.setdefault((kind, id_), {})[language] = words
        rules.check_words(document, KINDS[kind].model, withdrawn, words)


def _refuse_facts(document: Document, kind: str, original: str) -> None:
    """Facts stand in the French file only."""
    for key in set(keys(KINDS[kind].model)) - set(keys(Translation)):
        if key in document.data:
            cure = f"enlevez-la : elle est dans {original}"
            document.blame_at(document.place((key, "@")), key, "cette clé ne se traduit pas", cure)
            del document.data[key]
