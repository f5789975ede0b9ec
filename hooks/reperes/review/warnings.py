"""What deserves an editor's eye and stops nothing, each finding at its place in the source."""

import re
from collections.abc import Collection, Iterator
from datetime import date

from reperes.base.collation import fold
from reperes.base.problems import Problem
from reperes.catalogue.catalogue import Catalogue, Entry
from reperes.catalogue.citations import Citations
from reperes.catalogue.library import Library
from reperes.catalogue.translation import expected, state
from reperes.check import markup
from reperes.markdown.glossary_links import finder_of
from reperes.model.kinds import Content, Definition, keys
from reperes.model.paths import DOCS, FACTS
from reperes.model.values import STAMP_CURE
from reperes.review import acronyms, parity
from reperes.source.frontmatter import Document
from reperes.views.edition import Edition

FEW = 20  # pages of a small site
COMMON = 0.4  # of the pages: a word that so many hold needs no explanation
OLD = 12  # months after which a text deserves to be read again


def collect(library: Library, edition: Edition, today: date, paths: Collection[str] | None = None) -> list[Problem]:
    """Every warning about the texts of one language, by place; of some files of docs/ only, when they are named."""
    catalogue, cited = edition.catalogue, edition.citations
    finder = finder_of(catalogue.terms.values(), catalogue.language, edition.words)
    known = acronyms.known(catalogue, finder)
    found: list[Problem] = []
    for path, document in library.documents.items():
        if paths is not None and path not in paths:
            continue
        entry = _entry(catalogue, path)
        if entry is not None and (entry.words.path, entry.words.lang) == (path, catalogue.language):
            french = library.documents[entry.texts[FACTS].path] if entry.words.lang != FACTS else None
            found += acronyms.unknown(document, finder, known, french)
            found += _homonyms(document, entry, cited, catalogue)
            found += _translation(document, entry, library)
            found += _review(document, entry, today)
            found += _undrawn(document, entry)
            found += _own(document, edition.settings.site_url)
    if catalogue.language == FACTS:
        whole = [*_unused(library, edition), *_claimed_twice(library, catalogue)]
        found += [one for one in whole if paths is None or one.path.removeprefix(DOCS) in paths]
    return sorted(found)


def _entry(catalogue: Catalogue, path: str) -> Entry[Content] | None:
    try:
        return catalogue.at(path)
    except KeyError:
        return None


def _warning(document: Document, place: tuple[int, int], name: str, fault: str, cure: str) -> Problem:
    return Problem(document.path, *place, name, fault, cure)


def _homonyms(document: Document, entry: Entry[Content], cited: Citations, catalogue: Catalogue) -> Iterator[Problem]:
    for ids in cited.words.get((entry.kind, entry.id), ()):
        if len({fold(catalogue.terms[id_].words.expansion or "") for id_ in ids}) > 1:
            title = catalogue.terms[ids[0]].words.title
            offset = acronyms.quiet(document).find(title)
            cure = "liez le mot à son entrée"
            if "sens" in keys(type(entry.facts)):
                choices = " ou ".join(f"« sens: {{{title}: {id_}}} »" for id_ in ids)
                cure = f"écrivez {choices} dans l'en-tête, ou {cure}"
            place = markup.place(document, max(offset, 0))
            yield _warning(document, place, "texte", f"« {title} » a plusieurs sens", cure)


def _translation(document: Document, entry: Entry[Content], library: Library) -> Iterator[Problem]:
    texts = library.texts[entry.kind, entry.id]
    if entry.facts.withdrawn:
        return  # in no list: nothing is left to translate
    if entry.words.lang != FACTS:
        yield from parity.differences(document, library.documents[texts[FACTS].path])
    if state(texts, entry.words.lang) == "outdated":
        fault = "le français a changé depuis cette traduction"
        cure = f"relisez-la, puis {STAMP_CURE} {document.path}"
        yield _warning(document, document.place(("traduit_de",)), "traduit_de", fault, cure)
    if entry.words.lang == FACTS and expected(entry.kind, entry.words):
        for language in library.languages[1:]:
            if language not in texts:
                name = document.path.removesuffix(".md") + f".{language}.md"
                yield _warning(document, (1, 1), "fichier", f"pas de traduction ({language})", f"écrivez {name}")


def _review(document: Document, entry: Entry[Content], today: date) -> Iterator[Problem]:
    if entry.facts.reviewed and entry.words.lang == FACTS:
        year, month = map(int, entry.facts.reviewed.split("-"))
        if (today.year - year) * 12 + today.month - month > OLD:
            fault = f"dernière relecture en {entry.facts.reviewed}"
            yield _warning(document, document.place(("revu",)), "revu", fault, "relisez le texte, puis changez le mois")


def _undrawn(document: Document, entry: Entry[Content]) -> Iterator[Problem]:
    """A definition or a sheet without a drawing."""
    facts = entry.facts
    if isinstance(facts, Definition) and not (facts.drawing or facts.withdrawn) and entry.words.lang == FACTS:
        cure = "choisissez-en un dans docs/vocabulaires/dessins.yml : « dessin: … »"
        yield _warning(document, document.place(("title",)), "dessin", "cette page n'a pas de dessin", cure)


def _own(document: Document, site_url: str) -> Iterator[Problem]:
    """A page of this site is led to by its file: such a link is checked, and works without the network."""
    inside = re.compile(rf"\]\({re.escape(site_url)}[^)\s]")  # its home may be named, as an address to remember
    if site_url and (found := inside.search(document.body)):
        fault, cure = "un lien vers ce site par son adresse entière", "écrivez le chemin du fichier : ../fiches/….md"
        yield _warning(document, markup.place(document, found.start()), "texte", fault, cure)


def _unused(library: Library, edition: Edition) -> Iterator[Problem]:
    """A word that no text holds, or that so many hold that it is one of every day."""
    for id_, term in edition.catalogue.terms.items():
        many = len(edition.citations.cited_by.get(("term", id_), ()))
        if many > FEW and many > COMMON * len(edition.articles):
            fault = f"{many} pages emploient ce mot, qui y deviendrait un bouton"
            cure = "retirez l'entrée si tout le monde le comprend, ou donnez-lui un nom plus précis"
        elif not many:
            fault, cure = "aucun texte n'emploie ce mot", "employez-le, ou retirez l'entrée"
        else:
            continue
        document = library.documents[term.words.path]
        yield _warning(document, document.place(("title",)), "title", fault, cure)


def _claimed_twice(library: Library, catalogue: Catalogue) -> Iterator[Problem]:
    owners: dict[str, Entry[Content]] = {}
    for term in catalogue.terms.values():
        for form in term.words.spellings:
            other = owners.setdefault(fold(form), term)
            if other.id == term.id:
                continue
            if form == term.words.title == other.words.title and term.words.expansion != other.words.expansion:
                continue  # homonyms, told apart by what they stand for
            document = library.documents[term.words.path]
            fault, cure = f"« {form} » est aussi dans {other.id}.md", "gardez-le dans une seule des deux entrées"
            yield _warning(document, document.place(("title",)), "title", fault, cure)
