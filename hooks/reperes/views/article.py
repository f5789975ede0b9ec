"""What the templates show: plain values, already chosen and in order."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from reperes.base.collation import fold, french_key
from reperes.catalogue.catalogue import Catalogue, Entry
from reperes.catalogue.citations import ORDER, Citations, touching
from reperes.markdown.glossary_links import anchor
from reperes.model.blocks import BLOCKS, Index, Plain, split
from reperes.model.json_schema import MODELS, Row, rows
from reperes.model.kinds import KINDS, Source, Term
from reperes.model.values import VOCABULARIES
from reperes.source.frontmatter import read_block
from reperes.views.timeline import chronology
from reperes.views.translation_progress import progress

ANSWERS = ("term", "definition", "sheet", "event", "page")  # among equally good answers, the first comes first


@dataclass(frozen=True)
class Part:
    """A piece of an article: HTML as rendered, then a block to draw with its view, if any."""

    html: str
    block: str = ""
    view: Any = None


def parts(article: str, catalogue: Catalogue) -> list[Part]:
    """An article cut at its blocks, each with its view."""
    return [
        Part(html, block, _view(block, options, catalogue) if block else None)
        for html, block, options in split(article)
    ]


@dataclass(frozen=True)
class Mentions:
    """What a page and the others say of each other."""

    words: list[tuple[str, list[Entry[Any]]]]  # terms in its text, in its order: anchor, and entries or homonyms
    cited: list[tuple[str, list[Entry[Any]]]]  # pages whose text mentions it, by kind
    terms: list[Entry[Any]]
    sheets: list[Entry[Any]]
    events: list[Entry[Any]]


def mentions(entry: Entry[Any], catalogue: Catalogue, citations: Citations) -> Mentions:
    """The cross-links of a page, from the closed citations."""
    here = (entry.kind, entry.id)
    pages = [(kind, catalogue.of_kind(kind)[id_]) for kind, id_ in citations.cited_by.get(here, ())]
    return Mentions(
        words=[(anchor(ids), [catalogue.terms[id_] for id_ in ids]) for ids in citations.words.get(here, ())],
        cited=[(kind, [page for _, page in group]) for kind, group in groupby(pages, key=itemgetter(0))],
        terms=touching(entry, "term", catalogue, citations),
        sheets=touching(entry, "sheet", catalogue, citations),
        events=touching(entry, "event", catalogue, citations),
    )


def _view(block: str, options: str, catalogue: Catalogue) -> Any:
    model = BLOCKS[block].model_validate(read_block("", options, 1).data)
    return VIEWS[block](model, catalogue)


@dataclass(frozen=True)
class Letters:
    """The glossary from A to Z, and the fields its entries belong to."""

    letters: list[tuple[str, list[Entry[Term]]]]
    domains: list[str]


def letters(options: Index, catalogue: Catalogue) -> Letters:
    """The entries of some fields under their initials, in alphabetical order."""
    groups: dict[str, list[Entry[Term]]] = {}
    for term in catalogue.terms.values():
        if not options.domains or set(options.domains) & set(term.facts.domains):
            groups.setdefault(french_key(term.words.title)[0][0].upper(), []).append(term)
    shown = {domain for terms in groups.values() for term in terms for domain in term.facts.domains}
    return Letters(list(groups.items()), [domain for domain in VOCABULARIES["domaines"] if domain in shown])


def search_text(term: Entry[Term]) -> str:
    """What a filter looks in: every spelling, folded."""
    return " ".join(fold(text).replace(".", "") for text in term.words.spellings)


def families(options: Plain, catalogue: Catalogue) -> list[tuple[str, list[Entry[Any]]]]:
    """The sheets by family, in the order of the vocabulary."""
    sheets = catalogue.sheets.values()
    groups = (
        (section, [sheet for sheet in sheets if sheet.facts.section == section])
        for section in VOCABULARIES["rubriques"]
    )
    return [(section, group) for section, group in groups if group]


def definitions(options: Plain, catalogue: Catalogue) -> list[Entry[Any]]:
    """The definitions, in alphabetical order."""
    return list(catalogue.definitions.values())


def site_map(options: Plain, catalogue: Catalogue) -> list[tuple[str, list[Entry[Any]]]]:
    """Every content by kind."""
    kinds = ("page", "definition", "sheet", "event", "term")
    return [(kind, list(catalogue.of_kind(kind).values())) for kind in kinds if catalogue.of_kind(kind)]


def argument(options: Plain, catalogue: Catalogue) -> dict[str, int]:
    """How many sheets each family holds: the zones of the map."""
    return {section: len(sheets) for section, sheets in families(options, catalogue)}


def easy(options: Plain, catalogue: Catalogue) -> list[Entry[Any]]:
    """Every definition, then every sheet in the order of the families."""
    sheets = [sheet for _, group in families(options, catalogue) for sheet in group]
    return [*catalogue.definitions.values(), *sheets]


def bibliography(options: Plain, catalogue: Catalogue) -> list[tuple[Source, list[Entry[Any]]]]:
    """Every source of the site in alphabetical order, and the contents that use it."""
    used: dict[Source, list[Entry[Any]]] = {}
    for kind in ORDER:
        for entry in catalogue.of_kind(kind).values():
            for source in entry.facts.sources:
                used.setdefault(source, []).append(entry)
    return sorted(used.items(), key=lambda item: french_key(item[0].title))


def nothing(options: Plain, catalogue: Catalogue) -> None:
    """Nothing from the catalogue: a hook, or mkdocs.yml, holds what the block shows."""


def reference(options: Plain, catalogue: Catalogue) -> dict[str, list[Row]]:
    """What front matter may say, kind by kind, then in a source."""
    return {kind: rows(kind) for kind in (*MODELS, "source")}


def kinds_of_answers(options: Plain, catalogue: Catalogue) -> list[str]:
    """The kinds that answers may be limited to."""
    return [kind for kind in ANSWERS if catalogue.of_kind(kind)]


@dataclass(frozen=True)
class Home:
    """Real content for the three ways in."""

    definitions: list[Entry[Any]]
    events: list[Entry[Any]]
    terms: list[Entry[Any]]


def home(catalogue: Catalogue, citations: Citations) -> Home:
    """The definitions, the most mentioned events, and the words that definitions and sheets use most."""

    def most_cited(kind: str, number: int, by: tuple[str, ...]) -> list[Entry[Any]]:
        entries = catalogue.of_kind(kind)
        weight = {id_: sum(who in by for who, _ in citations.cited_by.get((kind, id_), ())) for id_ in entries}
        best = sorted(entries, key=lambda id_: -weight[id_])[:number]
        return [entry for id_, entry in entries.items() if id_ in best]

    return Home(
        definitions=list(catalogue.definitions.values()),
        events=most_cited("event", 4, tuple(KINDS)),
        terms=most_cited("term", 12, ("definition", "sheet")),
    )


VIEWS: dict[str, Callable[[Any, Catalogue], Any]] = {
    "chronologie": chronology,
    "glossaire": letters,
    "fiches": families,
    "definitions": definitions,
    "plan": site_map,
    "carte": argument,
    "en-clair": easy,
    "sources": bibliography,
    "mentions": nothing,
    "mesures": nothing,
    "traductions": progress,
    "livret": nothing,
    "hors-ligne": nothing,
    "champs": reference,
    "recherche": kinds_of_answers,
}
