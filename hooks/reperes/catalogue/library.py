"""All files of docs/ read and checked, before a language is chosen."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from reperes.base.problems import ContentError, Problem, in_order
from reperes.catalogue.catalogue import Catalogue, build
from reperes.check import addresses, markup, relations, rules
from reperes.check.files import held
from reperes.check.former_names import Memory, is_gone, missing, path_now, recall
from reperes.check.limits import MANY
from reperes.check.misplaced import misplaced
from reperes.check.naming import well_named
from reperes.check.validation import validate
from reperes.model.kinds import KINDS, AnyContent, Translation, keys
from reperes.model.paths import DOCS, EXPORTS, FACTS, LEDGER, THESAURUS, Ref, identify
from reperes.model.text import Text
from reperes.model.vocabularies import FOLDER, Vocabularies
from reperes.source import vocabularies
from reperes.source.frontmatter import Document, read


@dataclass(frozen=True)
class Parsed:
    """What one file says, whatever the others say; reused as long as its bytes are the same."""

    raw: bytes
    original: tuple[str, bool] | None  # of a translation: the kind of its French file, and whether it is withdrawn
    document: Document  # with the problems of the file alone
    facts: AnyContent | None = None
    text: Text | None = None


@dataclass
class Library:
    """The files read, before a language is chosen."""

    languages: tuple[str, ...]
    documents: dict[str, Document]
    vocabularies: Vocabularies = field(default_factory=Vocabularies)
    facts: dict[Ref, AnyContent] = field(default_factory=dict)
    texts: dict[Ref, dict[str, Text]] = field(default_factory=dict)
    parsed: dict[str, Parsed] = field(default_factory=dict)
    linked: dict[str, list[Problem]] = field(default_factory=dict)  # the problems of the links of each that has any
    paths: frozenset[str] = frozenset()  # of the files that links may lead to
    memory: Memory = field(default_factory=Memory)  # what was published under other names

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Every problem of every file, by place."""
        return in_order(problem for document in self.documents.values() for problem in document.problems)

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

    def catalogue(self, language: str, before: Catalogue | None = None) -> Catalogue:
        """The frozen whole in one language; entries of `before` that say the same are kept.

        Raises ContentError, with every problem, when there is one.
        """
        if self.problems:
            raise ContentError(self.problems)
        return build(language, self.languages, self.vocabularies, self.facts, self.texts, before)


def read_all(
    files: Mapping[str, bytes], languages: tuple[str, ...], before: Library | None = None, ledger: str = ""
) -> Library:
    """Read and check every file of docs/, by its path from there; other files than Markdown only by their name.

    The first language holds the facts. Problems are kept in the library, never raised. What `before` read of the same
    bytes is not read again.
    """
    known_values, lists = vocabularies.read(files, languages)
    library = Library(languages, {}, known_values)
    library.paths = frozenset(DOCS + path for path in (*files, *EXPORTS, THESAURUS))
    library.memory = recall(ledger, files, languages)
    for path, *told in missing(library.memory):
        library.blame(path, *told)
    if before and (before.languages, before.vocabularies) != (languages, known_values):
        before = None
    for path in sorted(files, key=lambda path: (identify(path)[2] != FACTS, path)):  # a translation needs its original
        if path in lists:
            library.documents[path] = lists.pop(path)
            continue
        library.documents[path] = Document(DOCS + path)
        if not well_named(library.documents[path], path, languages):
            continue
        if path.endswith(".md"):
            _add(library, path, files[path], before)
        else:
            _add_other(library, path, files[path], before)
    library.documents |= lists  # those that are missing
    _together(library, files)
    return library


def _together(library: Library, files: Mapping[str, bytes]) -> None:
    """Add what is wrong between files that may each be right."""
    for path in files:
        if path.endswith(".md") and (twin := path.removesuffix(".md") + "/index.md") in files:
            library.blame(path, f"il a la même adresse que {DOCS}{twin}", "gardez un seul des deux")
    texts = {path: document for path, document in library.documents.items() if path.endswith(".md")}
    known = {identify(path)[:2] for path in texts if identify(path)[2] == FACTS}
    taken = addresses.claims(known, library.facts, library.languages)
    ids = {name: frozenset(id_ for kind, id_ in known if kind == name) for name in KINDS}
    circular, told = relations.circular(library.facts), 0
    for here, facts in library.facts.items():
        document = library.documents[library.texts[here][FACTS].path]
        before = len(document.problems)
        addresses.check(document, here, facts, taken)
        relations.check(document, here, library.facts, ids, library.memory, circular)
        told += len(document.problems) - before
        if told > MANY:
            return
    for document in texts.values():
        relations.references(document, ids)


def _add_other(library: Library, path: str, raw: bytes, before: Library | None) -> None:
    """A file that is published as it is."""
    parsed = before.parsed.get(path) if before else None
    if parsed is None or (parsed.raw is not raw and parsed.raw != raw):
        parsed = Parsed(raw, None, library.documents[path])
        for fault, cure in held(path, raw) if not path.startswith(f"{FOLDER}/") else ():
            library.blame(path, fault, cure)
    library.parsed[path] = parsed
    library.documents[path] = replace(parsed.document, problems=[*parsed.document.problems])


def _add(library: Library, path: str, raw: bytes, before: Library | None) -> None:
    kind, id_, language = identify(path)
    original = None if language == FACTS else _original(library, path)
    parsed = same = before.parsed.get(path) if before else None
    if parsed is None or parsed.raw != raw or parsed.original != original:
        parsed = _parse(library, path, raw, original)
    library.parsed[path] = parsed
    document = library.documents[path] = replace(parsed.document, problems=[*parsed.document.problems])
    if same is parsed and before and (before.paths, before.memory) == (library.paths, library.memory):
        document.problems += before.linked.get(path, ())
    elif sum(map(len, library.linked.values())) <= MANY:
        markup.check_links(document, library.paths, library.memory)
    if wrong := document.problems[len(parsed.document.problems) :]:
        library.linked[path] = wrong
    if language != FACTS and original is None:
        _orphan(library, document, path)
    if parsed.facts:
        library.facts[kind, id_] = parsed.facts
    if parsed.text:
        library.texts.setdefault((kind, id_), {})[language] = parsed.text


def _orphan(library: Library, document: Document, path: str) -> None:
    """A translation whose French file has another name, or never was; one that is gone is told once, in its name."""
    french = path.removesuffix(f".{identify(path)[2]}.md") + ".md"
    if now := path_now(library.memory, path):
        fault, cure = f"il traduit {DOCS}{french}, qui a changé de nom", f"renommez-le {now.rpartition('/')[2]}"
        document.blame_at((1, 1), "fichier", fault, cure)
    elif not is_gone(library.memory, french):
        fault, cure = f"il traduit {DOCS}{french}, qui n'existe pas", "écrivez d'abord le fichier français"
        document.blame_at((1, 1), "fichier", fault, cure)


def _original(library: Library, path: str) -> tuple[str, bool] | None:
    """The kind of the French file of a translation, and whether it is withdrawn; None when there is no such file."""
    kind, id_, language = identify(path)
    french = path.removesuffix(f".{language}.md") + ".md"
    if french not in library.documents or is_gone(library.memory, french):
        return None
    facts = library.facts.get((kind, id_))
    return kind, facts is not None and facts.withdrawn is not None


def _parse(library: Library, path: str, raw: bytes, original: tuple[str, bool] | None) -> Parsed:
    document = read(DOCS + path, raw)
    readable = not document.problems
    markup.check(document, library.vocabularies)
    facts, text = None, None
    if readable and identify(path)[2] == FACTS:
        facts, text = _french(document, path, library)
    elif readable and original:
        text = _translated(document, path, original)
    return Parsed(raw, original, document, facts, text)


def _french(document: Document, path: str, library: Library) -> tuple[AnyContent | None, Text | None]:
    kind = KINDS[identify(path)[0]]
    if wrong := misplaced(document, path, library.languages):
        document.blame_at((1, 1), "fichier", *wrong)
        return None, None
    facts = validate(document, kind.model, library.vocabularies)
    if facts is None:
        return None, None
    get = document.data.get
    text = Text(
        lang=FACTS,
        path=path,
        title=facts.title,
        body="" if facts.withdrawn else document.body,
        expansion=getattr(facts, "expansion", None),
        forms=get("formes", ()),
        synonyms=get("synonymes", ()),
        former_names=get("anciens_noms", ()),
        description=get("description"),
        simple=facts.simple,
        date_text=get("date_texte"),
    )
    rules.check_facts(document, facts)
    rules.check_words(document, kind.model, facts.withdrawn is not None, text)
    return facts, text


def _translated(document: Document, path: str, original: tuple[str, bool]) -> Text | None:
    language = identify(path)[2]
    french = path.removesuffix(f".{language}.md") + ".md"
    kind, withdrawn = original
    _refuse_facts(document, kind, DOCS + french)
    translation = validate(document, Translation)
    if translation is None:
        return None
    given = {name: getattr(translation, name) for name in Translation.model_fields if name != "source_stamp"}
    body = "" if withdrawn else document.body
    text = Text(lang=language, path=path, body=body, source_stamp=translation.source_stamp, **given)
    rules.check_words(document, KINDS[kind].model, withdrawn, text)
    return text


def _refuse_facts(document: Document, kind: str, original: str) -> None:
    """Facts stand in the French file only."""
    for key in set(keys(KINDS[kind].model)) - set(keys(Translation)):
        if key in document.data:
            cure = f"enlevez-la : elle est dans {original}"
            document.blame_at(document.place((key, "@")), key, "cette clé ne se traduit pas", cure)
            del document.data[key]
