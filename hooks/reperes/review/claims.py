"""Sentences that claim a figure, a year or a law, and the sources that they give."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reperes.catalogue.library import Library
from reperes.check.relations import REFERENCE
from reperes.model import words
from reperes.model.kinds import KINDS, Source
from reperes.model.paths import FACTS
from reperes.review.sentences import of_body
from reperes.source.frontmatter import Document

SERVICES = {
    "15",
    "17",
    "18",
    "112",
    "114",
    "115",
    "116117",
    "119",
    "196",
    "3114",
    "3117",
    "3919",
    "3977",
    "3018",
    "39 19",
}
ADDRESS = re.compile(r"\]\([^()\s]*\)|<[^<>]*>|\[\^[^\[\]\s]*\]")
NUMBER = re.compile(r"(?<![\w.-])(?:\d{1,3}(?:[\u00a0\u202f ]\d{3})+|\d+(?:,\d+)?)(?!\w)(?:-\d+)*")
DIGIT = re.compile(r"\d")
LAW = re.compile(r"(?:\b(?:articles?|art\.)\s(?:[LRD]\.?\s?)?|\b[LRD]\.\s?|\bn°\s?)\d[\d-]{0,20}")
BARE = {"internet", "google", "wikipedia", "wikipédia", "facebook", "web", "le web", "site", "site internet", "presse"}


@dataclass(frozen=True)
class Claim:
    """A sentence that claims something; what, its offset in the body, whether a source follows."""

    offset: int
    what: str
    sourced: bool


def claims(document: Document) -> Iterator[Claim]:
    """Every sentence of a body with a figure, a year or a law."""
    for sentence in of_body(document):
        if not DIGIT.search(sentence.text):
            continue
        text = ADDRESS.sub(" ", sentence.text)
        found = LAW.search(text) or next(
            (one for one in NUMBER.finditer(text) if one[0] not in SERVICES and len(one[0]) > 1), None
        )
        if found:
            yield Claim(sentence.offset, " ".join(found[0].split()), bool(REFERENCE.search(sentence.text)))


def unsourced(document: Document) -> Iterator[tuple[int, str, str]]:
    """Offset, fault and cure of the claims without a source."""
    for claim in claims(document):
        if not claim.sourced:
            yield (
                claim.offset,
                f"« {claim.what} » sans source dans la phrase",
                "ajoutez [^sa-source] à la fin de la phrase",
            )


def counted(library: Library) -> Iterator[str]:
    """How many claims have their source, by kind, then what the bibliography lacks, in words."""
    names = words.load(FACTS)["kinds_plural"]
    for kind in (one.name for one in KINDS.values() if one.sourced):
        found = [
            claim
            for ref, facts in library.facts.items()
            if ref[0] == kind and not facts.withdrawn
            for claim in claims(library.documents[library.texts[ref][FACTS].path])
        ]
        yield f"{names[kind]} : {sum(claim.sourced for claim in found)} phrases sourcées sur {len(found)}."
    sources = [facts for facts in library.facts.values() if isinstance(facts, Source)]
    dated = sum(bool(source.date) for source in sources)
    reached = sum(bool(source.url or source.archive) for source in sources)
    yield f"Bibliographie : {len(sources)} sources, {dated} datées, {reached} avec une adresse."


def vague(source: Source, said: str) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """Key, fault and cure of what a source does not say of itself, nor the sentence under its header."""
    if source.title.strip().lower() in BARE:
        yield ("title",), f"« {source.title} » n'est pas une source", "écrivez le titre de la page ou de l'article"
    if not source.date and not source.read:
        cure = "ajoutez « date: » (l'année suffit), ou « consulte: » et le mois si la page n'en dit pas"
        yield ("title",), "la source n'a pas de date", cure
    if not (source.url or source.archive or (source.issue and source.publisher) or said.strip()):
        yield (
            ("title",),
            "la source n'a pas d'adresse",
            "ajoutez « url: », ou dites où la lire : « numero: » et « editeur: », ou une phrase sous l'en-tête",
        )
