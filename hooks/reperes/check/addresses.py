"""The addresses of a site: those of its contents, those they had before, and the promise that none ever vanishes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from reperes.model.kinds import KINDS, AnyContent
from reperes.model.paths import EXPORTS, FACTS, THESAURUS, Ref, address, beside, identify
from reperes.source.frontmatter import Document


@dataclass(frozen=True)
class Claims:
    """Who answers at each address: the contents that stand there, and those that stood there under another name."""

    standing: Mapping[str, Ref]
    former: Mapping[str, tuple[Ref, ...]]


def claims(known: Iterable[Ref], contents: Mapping[Ref, AnyContent], languages: Iterable[str]) -> Claims:
    """Every address taken, a translation still to come included."""
    former: dict[str, tuple[Ref, ...]] = {}
    for here, facts in contents.items():
        for old in facts.former:
            place = address(beside(here, old), FACTS)
            former[place] = (*former.get(place, ()), here)
    spoken = tuple(languages)
    return Claims({address(ref, language): ref for ref in known if KINDS[ref[0]].paged for language in spoken}, former)


def check(document: Document, here: Ref, facts: AnyContent, taken: Claims) -> None:
    """An old address belongs to one content only, and to no file."""
    for i, old in enumerate(facts.former):
        place = address(beside(here, old), FACTS)
        owners = {taken.standing[place]} if place in taken.standing else set()
        owners |= {ref for ref in taken.former[place] if ref != here}
        for _, owner in sorted(owners):
            document.blame(("anciens", i), f"« {old} » est déjà l'adresse de « {owner} »", "enlevez-le ici")


def published(paths: Iterable[str], contents: Mapping[Ref, AnyContent], languages: Iterable[str]) -> set[str]:
    """Every address that answers once the files at these paths from docs/ are built."""
    found = {THESAURUS} | {address(("page", "index"), language) + name for language in languages for name in EXPORTS}
    for path in paths:
        if path.endswith(".md") and KINDS[identify(path)[0]].paged:
            kind, id_, language = identify(path)
            facts = contents.get((kind, id_))
            names = [(kind, id_), *(beside((kind, id_), old) for old in (facts.former if facts else ()))]
            found |= {address(ref, language) for ref in names}
    return {f"/{place}" for place in found}


def vanished(ledger: str, answering: set[str]) -> Iterator[tuple[int, str]]:
    """The lines of the ledger, from 1, whose address answers no more."""
    for number, line in enumerate(ledger.splitlines(), 1):
        if line and not line.startswith("#") and line not in answering:
            yield number, line


def add(ledger: str, answering: set[str]) -> str:
    """The ledger with the addresses it lacks, sorted below its notes; nothing is ever taken away."""
    lines = ledger.splitlines()
    notes = [line for line in lines if line.startswith("#")]
    return "\n".join([*notes, *sorted({*lines, *answering} - {"", *notes})]) + "\n"
