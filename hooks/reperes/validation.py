"""From a document to a model, with every mistake said in French at its place."""

from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from reperes.frontmatter import Document, Key
from reperes.model import STAMP_CURE, Model, Source, keys
from reperes.problems import suggest

M = TypeVar("M", bound=Model)

EXPECTED = {
    "string_type": ("du texte est attendu", "écrivez « {name}: texte »"),
    "tuple_type": ("une liste est attendue", "écrivez « {name}: [un, deux] »"),
    "bool_type": ("oui ou non est attendu", "écrivez « {name}: true », ou enlevez la clé"),
    "dict_type": ("des couples « clé: valeur » sont attendus", "écrivez-les en retrait sous « {name}: »"),
    "model_type": ("une source est attendue", "écrivez « - titre: … », puis « url: … » en retrait"),
    "too_short": ("la liste est vide", "ajoutez au moins un élément"),
    "literal_error": ("cette valeur n'a pas de sens ici", "écrivez « {name}: non », ou enlevez la clé"),
}


def validate(document: Document, model: type[M]) -> M | None:
    """Build the model; None when the document gained problems."""
    try:
        return model.model_validate(document.data)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            _blame(document, model, detail)
        return None


def _blame(document: Document, model: type[Model], detail: ErrorDetails) -> None:
    key: Key = tuple(part for part in detail["loc"] if not _is_internal(part))
    name = str(key[-1]) if key else ""
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "missing":
        parent = key[:-1]
        place = document.place(parent) if parent else (1, 1)
        cure = STAMP_CURE if name == "traduit_de" else f"ajoutez « {name}: … »"
        document.blame_at(place, _named(key), "cette clé obligatoire manque", cure)
    elif kind == "extra_forbidden":
        known = keys(Source if key[0] == "sources" else model)
        document.blame_at(document.place((*key, "@")), _named(key), "cette clé n'existe pas ici", suggest(name, known))
    elif kind == "reperes":
        document.blame(key, context["fault"], context["cure"])
    else:
        label = next((str(part) for part in reversed(key) if isinstance(part, str)), "")
        fault, cure = EXPECTED.get(kind, ("cette valeur n'est pas comprise", "comparez avec un fichier voisin"))
        document.blame(key, _emptied(document.data, key, fault), cure.format(name=label))


def _is_internal(part: Any) -> bool:
    """Pydantic's own marks in a location, such as the branch of a union or `[key]`."""
    return isinstance(part, str) and (part == "[key]" or "(" in part or "[" in part)


def _named(key: Key) -> str:
    return ".".join(part for part in key if isinstance(part, str))


def _emptied(data: Any, key: Key, fault: str) -> str:
    """A key without any value deserves its own words."""
    for part in key:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return fault
    return "la valeur manque" if data is None else fault
