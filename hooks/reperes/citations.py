"""Which page mentions what, known only when every page is rendered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reperes.catalogue import Catalogue, Entry
from reperes.model import Content

Ref = tuple[str, str]  # kind and id


@dataclass(frozen=True)
class Citations:
    """Every mention of one content by the body of another, both ways; frozen.

    `cites` follows the order of the text; `cited_by` the order of kinds, then of the catalogue.
    """

    cites: Mapping[Ref, tuple[Ref, ...]]
    cited_by: Mapping[Ref, tuple[Ref, ...]]
    words: Mapping[Ref, tuple[tuple[str, ...], ...]]  # per page, the entries behind each word, homonyms together


def close(
    found: Mapping[Ref, Iterable[Ref]], groups: Mapping[Ref, Iterable[tuple[str, ...]]], catalogue: Catalogue
) -> Citations:
    """Freeze what was collected while rendering; a page does not cite itself."""
    cites = {page: tuple(dict.fromkeys(ref for ref in refs if ref != page)) for page, refs in found.items()}
    order = {(kind, id_): rank for rank, (kind, id_) in enumerate(_all(catalogue))}
    inverse: dict[Ref, list[Ref]] = {}
    for page in sorted(cites, key=lambda ref: order[ref]):
        for ref in cites[page]:
            inverse.setdefault(ref, []).append(page)
    cited_by = {ref: tuple(pages) for ref, pages in inverse.items()}
    return Citations(cites, cited_by, {page: tuple(dict.fromkeys(words)) for page, words in groups.items()})


def _all(catalogue: Catalogue) -> Iterable[Ref]:
    return ((kind, id_) for kind in ("definition", "sheet", "event", "term", "page") for id_ in catalogue.of_kind(kind))


def touching(entry: Entry[Content], kind: str, catalogue: Catalogue, citations: Citations) -> list[Entry[Content]]:
    """The contents of a kind that an entry touches: said in front matter or mentioned, by either of the two."""
    here = (entry.kind, entry.id)
    linked = {*citations.cites.get(here, ()), *citations.cited_by.get(here, ()), *_stated(entry)}
    others = catalogue.of_kind(kind)
    return [other for id_, other in others.items() if (kind, id_) in linked or here in _stated(other)]


def _stated(entry: Entry[Content]) -> set[Ref]:
    """The relations of an event to terms and sheets in its front matter."""
    terms, sheets = getattr(entry.facts, "terms", ()), getattr(entry.facts, "sheets", ())
    return {("term", id_) for id_ in terms} | {("sheet", id_) for id_ in sheets}
