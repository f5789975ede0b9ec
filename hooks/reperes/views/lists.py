"""The lists that blocks show, in the order of their readers."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reperes.base.collation import fold, french_key
from reperes.catalogue.catalogue import Catalogue, Entry
from reperes.catalogue.citations import ORDER
from reperes.model.blocks import Index, Plain
from reperes.model.json_schema import MODELS, Row, rows
from reperes.model.kinds import Source, Term
from reperes.model.values import VOCABULARIES
from reperes.views.edition import Edition

ANSWERS = ("term", "definition", "sheet", "event", "page")  # among equally good answers, the first comes first
CARRIED = ("definition", "sheet", "term")  # all contents of these kinds, and these pages
PAGES = (
    *("index", "aide", "comparer", "en-clair", "a-propos/hors-ligne"),
    *("definitions/index", "fiches/index", "glossaire/index"),
)


@dataclass(frozen=True)
class Letters:
    """The glossary from A to Z, and the fields its entries belong to."""

    letters: list[tuple[str, list[Entry[Term]]]]
    domains: list[str]


def letters(options: Index, edition: Edition, here: Entry[Any]) -> Letters:
    """The entries of some fields under their initials, in alphabetical order."""
    groups: dict[str, list[Entry[Term]]] = {}
    for term in edition.catalogue.terms.values():
        if not options.domains or set(options.domains) & set(term.facts.domains):
            groups.setdefault(french_key(term.words.title)[0][0].upper(), []).append(term)
    shown = {domain for terms in groups.values() for term in terms for domain in term.facts.domains}
    return Letters(list(groups.items()), [domain for domain in VOCABULARIES["domaines"] if domain in shown])


def search_text(term: Entry[Term]) -> str:
    """What a filter looks in: every spelling, folded."""
    return " ".join(fold(text).replace(".", "") for text in term.words.spellings)


def by_family(catalogue: Catalogue) -> list[tuple[str, list[Entry[Any]]]]:
    """The sheets by family, in the order of the vocabulary."""
    sheets = catalogue.sheets.values()
    groups = (
        (section, [sheet for sheet in sheets if sheet.facts.section == section])
        for section in VOCABULARIES["rubriques"]
    )
    return [(section, group) for section, group in groups if group]


def families(options: Plain, edition: Edition, here: Entry[Any]) -> list[tuple[str, list[Entry[Any]]]]:
    """The sheets by family."""
    return by_family(edition.catalogue)


def definitions(options: Plain, edition: Edition, here: Entry[Any]) -> list[Entry[Any]]:
    """The definitions, in alphabetical order."""
    return list(edition.catalogue.definitions.values())


def site_map(options: Plain, edition: Edition, here: Entry[Any]) -> list[tuple[str, list[Entry[Any]]]]:
    """Every content by kind."""
    kinds = ("page", "definition", "sheet", "event", "term")
    found = [(kind, list(edition.catalogue.of_kind(kind).values())) for kind in kinds]
    return [(kind, entries) for kind, entries in found if entries]


def argument(options: Plain, edition: Edition, here: Entry[Any]) -> dict[str, int]:
    """How many sheets each family holds: the zones of the map."""
    return {section: len(sheets) for section, sheets in by_family(edition.catalogue)}


def easy(options: Plain, edition: Edition, here: Entry[Any]) -> list[Entry[Any]]:
    """Every definition, then every sheet in the order of the families."""
    sheets = [sheet for _, group in by_family(edition.catalogue) for sheet in group]
    return [*edition.catalogue.definitions.values(), *sheets]


def bibliography(options: Plain, edition: Edition, here: Entry[Any]) -> list[tuple[Source, list[Entry[Any]]]]:
    """Every source of the site in alphabetical order, and the contents that use it."""
    used: dict[Source, list[Entry[Any]]] = {}
    for kind in ORDER:
        for entry in edition.catalogue.of_kind(kind).values():
            for source in entry.facts.sources:
                used.setdefault(source, []).append(entry)
    return sorted(used.items(), key=lambda item: french_key(item[0].title))


def publisher(options: Plain, edition: Edition, here: Entry[Any]) -> Mapping[str, str]:
    """What only the publisher can say."""
    return edition.settings.publisher


def reference(options: Plain, edition: Edition, here: Entry[Any]) -> dict[str, list[Row]]:
    """What front matter may say, kind by kind, then in a source."""
    return {kind: rows(kind) for kind in (*MODELS, "source")}


def answers(options: Plain, edition: Edition, here: Entry[Any]) -> list[str]:
    """The kinds that answers of the search may be limited to."""
    return [kind for kind in ANSWERS if edition.catalogue.of_kind(kind)]


def carried(options: Plain, edition: Edition, here: Entry[Any] | None = None) -> list[tuple[str, list[Entry[Any]]]]:
    """The pages that readers may carry away, by kind, as far as they exist in the language."""
    catalogue = edition.catalogue
    pages = [catalogue.pages[id_] for id_ in PAGES if id_ in catalogue.pages]
    groups: list[tuple[str, list[Entry[Any]]]] = [("page", pages)]
    groups += [(kind, list(catalogue.of_kind(kind).values())) for kind in CARRIED]
    spoken = [(kind, [entry for entry in group if entry.words.lang == catalogue.language]) for kind, group in groups]
    return [(kind, group) for kind, group in spoken if group]
