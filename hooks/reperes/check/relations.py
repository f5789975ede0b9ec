"""What one content says of others: they must exist, and make sense together."""

from collections.abc import Collection, Mapping

from reperes.base.problems import suggest
from reperes.model.kinds import Content, Term
from reperes.model.paths import Ref
from reperes.source.frontmatter import Document

LINKS = (
    ("voir", "term", "entrée"),
    ("remplace", "term", "entrée"),
    ("termes", "term", "entrée"),
    ("fiches", "sheet", "fiche"),
)


def check(document: Document, here: Ref, contents: Mapping[Ref, Content], known: Collection[Ref]) -> None:
    """Add every problem of a content's relations to its document.

    `known` are the contents that have a file; `contents`, fewer, those without a mistake of their own.
    """
    for key, target, noun in LINKS:
        for i, wanted in enumerate(document.data.get(key, ())):
            if (target, wanted) == here:
                document.blame((key, i), "l'entrée renvoie à elle-même", "enlevez ce renvoi")
            else:
                _exists(document, (key, i), noun, (target, wanted), known)
    _meanings(document, contents, known)
    if ring := _ring(here, contents):
        names = ", ".join(f"« {name} »" for name in ring)
        document.blame(("remplace",), f"{names} se remplacent en rond", "gardez le remplacement dans un seul sens")


def _exists(document: Document, key: tuple[str, str | int], noun: str, wanted: Ref, known: Collection[Ref]) -> None:
    if wanted not in known:
        names = [name for kind, name in known if kind == wanted[0]]
        document.blame(key, f"aucune {noun} « {wanted[1]} »", suggest(wanted[1], names))


def _meanings(document: Document, contents: Mapping[Ref, Content], known: Collection[Ref]) -> None:
    """A homonym is chosen by its very title."""
    for title, wanted in document.data.get("sens", {}).items():
        _exists(document, ("sens", title), "entrée", ("term", wanted), known)
        term = contents.get(("term", wanted))
        if term and term.title != title:
            fault = f"l'entrée « {wanted} » s'appelle « {term.title} »"
            document.blame(("sens", title), fault, f"écrivez « {term.title}: {wanted} »")


def _ring(here: Ref, contents: Mapping[Ref, Content]) -> list[str]:
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
