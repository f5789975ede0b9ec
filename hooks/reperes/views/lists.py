"""The lists that blocks show, in the order of their readers."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reperes.base.collation import fold, french_key
from reperes.catalogue.catalogue import Catalogue, Entry
from reperes.model.blocks import Index, Plain, Sources
from reperes.model.json_schema import MODELS, Row, rows
from reperes.model.kinds import PAGED, Path, Source, Term, Training
from reperes.views.edition import Edition

PAGES = (  # carried away with the kinds that are
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
    return Letters(list(groups.items()), edition.catalogue.vocabularies.used("domaines", shown))


def search_text(term: Entry[Term]) -> str:
    """What a filter looks in: every spelling, folded."""
    return " ".join(fold(text).replace(".", "") for text in term.words.spellings)


def by_family(catalogue: Catalogue) -> list[tuple[str, list[Entry[Any]]]]:
    """The sheets by family, in the order of the vocabulary."""
    sheets = catalogue.sheets.values()
    groups = (
        (section, [sheet for sheet in sheets if sheet.facts.section == section])
        for section in catalogue.vocabularies.ids("rubriques")
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
    found = [(kind.name, list(edition.catalogue.of_kind(kind.name).values())) for kind in PAGED]
    return [(kind, entries) for kind, entries in found if entries]


def argument(options: Plain, edition: Edition, here: Entry[Any]) -> dict[str, int]:
    """How many sheets each family holds: the zones of the map."""
    return {section: len(sheets) for section, sheets in by_family(edition.catalogue)}


def easy(options: Plain, edition: Edition, here: Entry[Any]) -> list[Entry[Any]]:
    """Every definition, then every sheet in the order of the families."""
    sheets = [sheet for _, group in by_family(edition.catalogue) for sheet in group]
    return [*edition.catalogue.definitions.values(), *sheets]


@dataclass(frozen=True)
class Cited:
    """A source and the contents that lean on it."""

    source: Entry[Source]
    by: list[Entry[Any]]


def bibliography(options: Sources, edition: Edition, here: Entry[Any]) -> list[tuple[str, list[Cited]]]:
    """The sources by genre, the newest first, and the contents that lean on each."""
    used = leaning(edition)
    groups: dict[str, list[Cited]] = {genre: [] for genre in edition.catalogue.vocabularies.ids("genres")}
    for source in sorted(edition.catalogue.sources.values(), key=_newest):
        groups[source.facts.genre].append(Cited(source, used.get(source.id, [])))
    return [(genre, groups[genre]) for genre in options.genres or groups if groups[genre]]


def commented(options: Plain, edition: Edition, here: Entry[Any]) -> list[tuple[str, list[Cited]]]:
    """The sources that say what they are good for."""
    groups = bibliography(Sources(), edition, here)
    kept = [(genre, [cited for cited in sources if cited.source.summary]) for genre, sources in groups]
    return [(genre, sources) for genre, sources in kept if sources]


def leaning(edition: Edition) -> dict[str, list[Entry[Any]]]:
    """The contents that lean on each source: those that cite it in their text, or list it."""
    used: dict[str, list[Entry[Any]]] = {}
    for kind in PAGED:
        for entry in edition.catalogue.of_kind(kind.name).values():
            article = edition.articles.get(entry.words.path)
            for key in dict.fromkeys((*(article.references if article else ()), *entry.facts.sources)):
                used.setdefault(key, []).append(entry)
    return used


def _newest(source: Entry[Source]) -> tuple[Any, ...]:
    date = source.facts.date
    return date is None, -date.upper.toordinal() if date else 0, source.order


def trainings(options: Plain, edition: Edition, here: Entry[Any]) -> list[tuple[Entry[Training], Entry[Source] | None]]:
    """The courses and the source of each, by place: one looks near home first."""
    catalogue = edition.catalogue
    near = sorted(catalogue.trainings.values(), key=lambda course: french_key(course.facts.place or ""))
    return [(course, catalogue.sources.get(course.facts.source)) for course in near]


def paths(options: Plain, edition: Edition, here: Entry[Any]) -> list[Entry[Path]]:
    """The paths, in their order."""
    return list(edition.catalogue.paths.values())


def publisher(options: Plain, edition: Edition, here: Entry[Any]) -> Mapping[str, str]:
    """What only the publisher can say."""
    return edition.settings.publisher


def reference(options: Plain, edition: Edition, here: Entry[Any]) -> dict[str, tuple[Row, ...]]:
    """What front matter may say, kind by kind."""
    return {kind: rows(kind, edition.catalogue.vocabularies) for kind in MODELS}


def answers(options: Plain, edition: Edition, here: Entry[Any]) -> list[str]:
    """The kinds that answers of the search may be limited to."""
    return [kind for kind in searched() if edition.catalogue.of_kind(kind)]


def searched() -> list[str]:
    """The kinds that the search leads to, the first first."""
    return [kind.name for kind in sorted(PAGED, key=lambda kind: kind.search or 0) if kind.search]


def carried(options: Plain, edition: Edition, here: Entry[Any] | None = None) -> list[tuple[str, list[Entry[Any]]]]:
    """The pages that readers may carry away, by kind, as far as they exist in the language."""
    catalogue = edition.catalogue
    pages = [catalogue.pages[id_] for id_ in PAGES if id_ in catalogue.pages]
    carried_kinds = [kind.name for kind in PAGED if kind.carried]
    groups: list[tuple[str, list[Entry[Any]]]] = [("page", pages)]
    groups += [(kind, list(catalogue.of_kind(kind).values())) for kind in carried_kinds]
    spoken = [(kind, [entry for entry in group if entry.words.lang == catalogue.language]) for kind, group in groups]
    return [(kind, group) for kind, group in spoken if group]
