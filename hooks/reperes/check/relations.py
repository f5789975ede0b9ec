"""What one content says of others: they must exist, and make sense together."""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any, TypeAlias

from reperes.base.problems import suggest
from reperes.check.former_names import Memory
from reperes.check.limits import TOLD
from reperes.check.markup import mask
from reperes.check.markup import place as position
from reperes.model.kinds import Content, Record, Source, Sourced, Term, targets
from reperes.model.paths import Ref
from reperes.source.frontmatter import Document, Key

NOUNS = {"term": "aucune entrée", "sheet": "aucune fiche", "source": "aucune source", "event": "aucun événement"}
KnownIds: TypeAlias = Mapping[str, frozenset[str]]  # by kind

NEAR = 0.75  # how alike a name must be to be proposed: a wrong one would falsify the text
REFERENCE = re.compile(r"\[\^(?<!\\..)([^\[\]\s]{1,100})\](?!:)")
NOTE = re.compile(r"^ {0,3}\[\^([^\[\]\s]{1,100})\]:", re.M)
BARE = re.compile(r"\[(?<![\\\]!].)([a-z0-9]+(?:-[a-z0-9]+)*)\](?![\[(:])")  # « [sa-cle] », without its « ^ »


def check(
    document: Document,
    here: Ref,
    contents: Mapping[Ref, Content | Record],
    known: KnownIds,
    memory: Memory | None = None,
    circular: Collection[str] = (),
) -> None:
    """Add every problem of a content's relations to its document.

    `known` are the ids that have a file, by kind; `contents`, fewer, those without a mistake of their own;
    `circular`, the terms that may replace each other in a ring.
    """
    for key, target in targets(type(contents[here])).items():
        for place, wanted in _named(document.data, key):
            if (target, wanted) == here:
                document.blame(place, "l'entrée renvoie à elle-même", "enlevez ce renvoi")
            else:
                _exists(document, place, (target, wanted), known, memory or Memory())
    _sourced(document, contents[here])
    _verified(document, contents[here], contents)
    _meanings(document, contents, known, memory or Memory())
    if here[1] in circular and (ring := _ring(here, contents)):
        names = ", ".join(f"« {name} »" for name in ring)
        document.blame(("remplace",), f"{names} se remplacent en rond", "gardez le remplacement dans un seul sens")


def references(document: Document, known: KnownIds) -> None:
    """Every `[^source]` of a text names a source, or a note of the same text."""
    if "[" not in document.body:
        return
    text = mask(document.body)
    for found in BARE.finditer(text):
        if found[1] in known["source"] and len(document.problems) < TOLD:
            place = position(document, found.start())
            document.blame_at(
                place, "texte", f"« [{found[1]}] » nomme une source sans la citer", f"écrivez [^{found[1]}]"
            )
    notes = {found[1] for found in NOTE.finditer(text)} if "]:" in text else set()
    for found in REFERENCE.finditer(text):
        if found[1] not in notes and found[1] not in known["source"] and len(document.problems) < TOLD:
            fault = f"« [^{found[1]}] » ne mène à aucune source"
            document.blame_at(
                position(document, found.start()), "texte", fault, suggest(found[1], known["source"], NEAR)
            )


def cited(body: str) -> set[str]:
    """The names between `[^` and `]` in a text."""
    return {found[1] for found in REFERENCE.finditer(mask(body))} if "[^" in body else set()


def _named(data: Mapping[str, Any], key: tuple[str, ...]) -> Iterator[tuple[Key, str]]:
    """The ids that stand at a key, each with its place."""
    value: Any = data
    for part in key:
        value = value.get(part, ()) if isinstance(value, Mapping) else ()
    for i, wanted in enumerate(value) if isinstance(value, tuple) else ():
        yield (*key, i), wanted
    if isinstance(value, str):
        yield key, value


def _exists(document: Document, key: Key, wanted: Ref, known: KnownIds, memory: Memory) -> None:
    if wanted in memory.renamed:
        now = memory.renamed[wanted][1]
        document.blame(key, f"« {wanted[1]} » a changé de nom", f"écrivez « {now} »")
    elif wanted[1] not in known[wanted[0]] and wanted not in memory.gone:  # what is gone is told once, in its own name
        cure = suggest(wanted[1], known[wanted[0]], NEAR)
        document.blame(key, f"{NOUNS.get(wanted[0], 'aucun contenu')} « {wanted[1]} »", cure)


def _sourced(document: Document, facts: Content | Record) -> None:
    """What claims something says who says so."""
    if isinstance(facts, Sourced) and not (facts.sources or facts.withdrawn or cited(document.body)):
        cure = "citez-en une dans le texte, [^comme-ceci], ou ajoutez « sources: [sa-cle] »"
        document.blame_at((1, 1), "sources", "aucune source", cure)


def _verified(document: Document, facts: Content | Record, contents: Mapping[Ref, Content | Record]) -> None:
    """What is said to be verified is so by a source newer than what was observed."""
    if not facts.verified:
        return
    source = contents.get(("source", facts.verified.source))
    held = getattr(facts, "date", None) or getattr(facts, "lifespan", None)
    observed = facts.observed.date if facts.observed else held
    if not isinstance(source, Source) or not observed:
        return
    if not source.date or source.date.upper <= observed.lower:
        fault = f"« {facts.verified.source} » n'est pas plus récente que ce qu'elle vérifie"
        cure = "citez une source plus récente, avec sa date, ou enlevez « verifie »"
        document.blame(("verifie", "source"), fault, cure)


def _meanings(document: Document, contents: Mapping[Ref, Content | Record], known: KnownIds, memory: Memory) -> None:
    """A homonym is chosen by its very title."""
    for title, wanted in document.data.get("sens", {}).items():
        _exists(document, ("sens", title), ("term", wanted), known, memory)
        term = contents.get(("term", wanted))
        if isinstance(term, Term) and term.title != title:
            fault = f"l'entrée « {wanted} » s'appelle « {term.title} »"
            document.blame(("sens", title), fault, f"écrivez « {term.title}: {wanted} »")


def circular(contents: Mapping[Ref, Content | Record]) -> set[str]:
    """The terms that replace others without an end: none is left once those that replace nothing are taken away."""
    replaced = {id_: set(term.replaces) for (_, id_), term in contents.items() if isinstance(term, Term)}
    by: dict[str, list[str]] = {}
    for id_, others in replaced.items():
        for other in others:
            by.setdefault(other, []).append(id_)
    ends = [id_ for id_ in by.keys() | replaced.keys() if not replaced.get(id_)]
    while ends:
        end = ends.pop()
        for id_ in by.get(end, ()):
            replaced[id_].discard(end)
            if not replaced[id_]:
                ends.append(id_)
    return {id_ for id_, others in replaced.items() if others}


def _ring(here: Ref, contents: Mapping[Ref, Content | Record]) -> list[str]:
    """The entries that replace each other through this one, itself alone left to another rule."""
    seen: dict[str, str] = {}
    ahead = [here[1]] if here[0] == "term" else []
    while ahead:
        current = ahead.pop()
        term = contents.get(("term", current))
        for replaced in term.replaces if isinstance(term, Term) else ():
            if replaced == here[1] and current != here[1]:
                ring = [current]
                while ring[-1] != here[1]:
                    ring.append(seen[ring[-1]])
                return sorted(ring)
            if replaced not in seen and replaced != here[1]:
                seen[replaced] = current
                ahead.append(replaced)
    return []
