"""What one content says of others: they must exist, and make sense together."""

from collections.abc import Mapping

from reperes.frontmatter import Document
from reperes.model import Content, Term
from reperes.problems import suggest

LINKS = (
    ("voir", "term", "entrée"),
    ("remplace", "term", "entrée"),
    ("termes", "term", "entrée"),
    ("fiches", "sheet", "fiche"),
)


def check(document: Document, kind: str, id_: str, contents: Mapping[tuple[str, str], Content]) -> None:
    """Add every problem of a content's relations to its document."""
    known = {target: [other for one, other in contents if one == target] for target in ("term", "sheet")}
    for key, target, noun in LINKS:
        for i, wanted in enumerate(document.data.get(key, ())):
            if (target, wanted) == (kind, id_):
                document.blame((key, i), "l'entrée renvoie à elle-même", "enlevez ce renvoi")
            elif wanted not in known[target]:
                document.blame((key, i), f"aucune {noun} « {wanted} »", suggest(wanted, known[target]))
    for title, wanted in document.data.get("sens", {}).items():
        if wanted not in known["term"]:
            document.blame(("sens", title), f"aucune entrée « {wanted} »", suggest(wanted, known["term"]))
        elif (real := contents["term", wanted].title) != title:
            document.blame(
                ("sens", title),
                f"l'entrée « {wanted} » s'appelle « {real} »",
                f"écrivez « {real}: {wanted} »",
            )
    for i, old in enumerate(contents[kind, id_].former):
        for (other_kind, other), content in contents.items():
            if other_kind == kind and (other == old or (other != id_ and old in content.former)):
                document.blame(("anciens", i), f"« {old} » est déjà l'adresse de « {other} »", "enlevez-le ici")
    if ring := _ring(id_, contents):
        names = ", ".join(f"« {name} »" for name in ring)
        document.blame(("remplace",), f"{names} se remplacent en rond", "gardez le remplacement dans un seul sens")


def _ring(start: str, contents: Mapping[tuple[str, str], Content]) -> list[str]:
    """The entries that replace each other through this one, itself alone left to another rule."""
    seen: dict[str, str] = {}
    ahead = [start]
    while ahead:
        current = ahead.pop()
        term = contents.get(("term", current))
        for replaced in term.replaces if isinstance(term, Term) else ():
            if replaced == start and current != start:
                ring = [current]
                while ring[-1] != start:
                    ring.append(seen[ring[-1]])
                return sorted(ring)
            if replaced not in seen and replaced != start:
                seen[replaced] = current
                ahead.append(replaced)
    return []
