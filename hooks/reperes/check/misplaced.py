"""A text whose header is that of another kind stands in the wrong folder: said once, not key by key."""

from reperes.model.kinds import KINDS, Kind, Translation, keys
from reperes.model.paths import DOCS, identify
from reperes.source.frontmatter import Document

NOUNS = {
    "term": "d'un mot du glossaire",
    "event": "d'un événement",
    "sheet": "d'une fiche",
    "definition": "d'une définition",
    "path": "d'un parcours",
    "page": "d'une page",
    "source": "d'une source",
    "training": "d'une formation",
}


def misplaced(document: Document, path: str, languages: tuple[str, ...]) -> tuple[str, str] | None:
    """Fault and cure of a French text whose keys are all those of another kind, or of a translation."""
    kind = identify(path)[0]
    given = set(document.data)
    if not given or given <= set(keys(KINDS[kind].model)):
        return None
    name = path.rpartition("/")[2]
    if "traduit_de" in given and given <= set(keys(Translation)):
        right = " ou ".join(f"{name[:-3]}.{language}.md" for language in languages[1:])
        return "ce texte a l'en-tête d'une traduction", f"renommez-le {right}"
    right_kind = next((other for other in KINDS.values() if other.name != kind and _fits(given, other)), None)
    if right_kind is None:
        return None
    where = f"{DOCS}{right_kind.folder}/{name}" if right_kind.folder else f"{DOCS}{name}"
    noun = NOUNS.get(right_kind.name, "d'un autre genre de texte")
    return f"ce texte a l'en-tête {noun}", f"rangez-le dans {where}"


def _fits(given: set[str], kind: Kind) -> bool:
    fields = kind.model.model_fields
    required = {field.alias or name for name, field in fields.items() if field.is_required()}
    return required <= given <= set(keys(kind.model))
