"""Which page mentions what, known only when every page is rendered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reperes.catalogue.catalogue import Catalogue, Entry
from reperes.model.kinds import KINDS, Content
from reperes.model.paths import Ref


@dataclass(frozen=True)
class Citations:
    """Every mention of one content by the body of another, both ways; frozen.

    `cites` follows the order of the text; `cited_by` the order of kinds, then of the catalogue.
    """

    cites: Mapping[Ref, tuple[Ref, ...]]
    cited_by: Mapping[Ref, tuple[Ref, ...]]
    words: Mapping[Ref, tuple[tuple[str, ...], ...]]  # per page, the entries behind each word, homonyms together
    stated: Mapping[Ref, frozenset[Ref]]  # what the front matter of events relates, both ways
    order: Mapping[Ref, int]


def close(
    found: Mapping[Ref, Iterable[Ref]], groups: Mapping[Ref, Iterable[tuple[str, ...]]], catalogue: Catalogue
) -> Citations:
    """Freeze what each text was found to mention; a page does not cite itself."""
    refs = [(kind, id_) for kind in KINDS for id_ in catalogue.of_kind(kind)]
    order = {ref: rank for rank, ref in enumerate(refs)}
    cites = {page: tuple(dict.fromkeys(ref for ref in mentioned if ref != page)) for page, mentioned in found.items()}
    cited_by = _inverse({page: cites[page] for page in sorted(cites, key=order.__getitem__)})
    words = {page: tuple(dict.fromkeys(ids)) for page, ids in groups.items()}
    return Citations(cites, cited_by, words, _stated(catalogue), order)


def touching(entry: Entry[Content], kind: str, catalogue: Catalogue, citations: Citations) -> list[Entry[Content]]:
    """The contents of a kind that an entry touches: said in front matter or mentioned, by either of the two."""
    here = (entry.kind, entry.id)
    linked = {*citations.cites.get(here, ()), *citations.cited_by.get(here, ()), *citations.stated.get(here, ())}
    wanted = [ref for ref in linked if ref[0] == kind and ref in citations.order]
    return [catalogue.of_kind(kind)[id_] for _, id_ in sorted(wanted, key=citations.order.__getitem__)]


def _stated(catalogue: Catalogue) -> dict[Ref, frozenset[Ref]]:
    said: dict[Ref, tuple[Ref, ...]] = {}
    for id_, event in catalogue.events.items():
        terms, sheets = event.facts.terms, event.facts.sheets
        said["event", id_] = (*(("term", term) for term in terms), *(("sheet", sheet) for sheet in sheets))
    return {ref: frozenset(others) for ref, others in {**said, **_inverse(said)}.items()}


def _inverse(refs: Mapping[Ref, Iterable[Ref]]) -> dict[Ref, tuple[Ref, ...]]:
    result: dict[Ref, list[Ref]] = {}
    for one, others in refs.items():
        for other in others:
            result.setdefault(other, []).append(one)
    return {ref: tuple(ones) for ref, ones in result.items()}
