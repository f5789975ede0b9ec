"""From a document to a model, with every mistake said in French at its place."""

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from reperes.base.problems import suggest
from reperes.check.limits import TOLD
from reperes.model.kinds import Model, keys
from reperes.model.values import EMPTY
from reperes.model.vocabularies import Vocabularies
from reperes.source.frontmatter import Document, Key, named

M = TypeVar("M", bound=Model)

SOURCE = "écrivez le nom d'un fichier de docs/bibliographie/, sans .md ; une source nouvelle y est un fichier"
MISSING = {"traduit_de": "ajoutez « traduit_de: 000000000000 » : la personne qui relit mettra le bon nombre"}
EXPECTED = {
    "string_type": ("du texte est attendu", "écrivez « {name}: du texte »"),
    "tuple_type": ("une liste est attendue", "écrivez « {name}: [un, deux] »"),
    "bool_type": ("« true » ou « false » est attendu", "écrivez « {name}: true », ou enlevez la clé"),
    "dict_type": ("des couples « clé: valeur » sont attendus", "écrivez-les en retrait sous « {name}: »"),
    "model_type": ("des couples « clé: valeur » sont attendus", "écrivez-les en retrait sous « {name}: »"),
    "too_short": ("la liste est vide", "ajoutez au moins un élément"),
    "literal_error": ("cette valeur n'a pas de sens ici", "écrivez « {name}: non », ou enlevez la clé"),
}


def validate(document: Document, model: type[M], vocabularies: Vocabularies | None = None) -> M | None:
    """Build the model; None when the document gained problems."""
    try:
        return model.model_validate(document.data, context=vocabularies)
    except ValidationError as error:
        told = error.errors(include_url=False)
        for detail in told[:TOLD]:
            if detail["type"] != "too_short" or not _inside_is_wrong(detail, told):
                _blame(document, model, detail)
        return None


def _inside_is_wrong(detail: ErrorDetails, told: list[ErrorDetails]) -> bool:
    """Whether an element of a list is told: a list whose only element is wrong is not too short."""
    key = detail["loc"]
    return any(one["loc"][: len(key)] == key and one is not detail for one in told)


def _blame(document: Document, model: type[Model], detail: ErrorDetails) -> None:
    key: Key = detail["loc"]
    kind, context = detail["type"], detail.get("ctx", {})
    label = next((part for part in reversed(key) if isinstance(part, str)), "")
    if kind == "missing":
        cure = MISSING.get(label, f"ajoutez « {label}: … »")
        place = document.place(key[:-1]) if key[:-1] else (1, 1)
        document.blame_at(place, named(key), "cette clé obligatoire manque", cure)
    elif kind == "extra_forbidden":
        known = keys(_inside(model, key[:-1]))
        document.blame_at(document.place((*key, "@")), named(key), "cette clé n'existe pas ici", suggest(label, known))
    elif kind == "reperes":
        document.blame(key, context["fault"], context["cure"])
    elif kind == "too_short" and detail["input"]:
        document.blame(key, "la liste n'a pas assez d'éléments", f"mettez-en au moins {context['min_length']}")
    else:
        document.blame(key, *_expected(kind, key, label, detail["input"]))


def _expected(kind: str, key: Key, label: str, given: Any) -> tuple[str, str]:
    """Fault and cure of a value of the wrong type."""
    fault, cure = EXPECTED.get(kind, ("cette valeur n'est pas comprise", "comparez avec un fichier voisin"))
    if kind == "string_type" and isinstance(given, bool):
        return "oui ou non, là où du texte est attendu", "mettez le mot entre guillemets"
    if isinstance(key[-1], int):
        fault = "un élément de la liste est vide" if given is None else fault
        cure = EXPECTED["tuple_type"][1]
    elif given is None:
        fault = EMPTY[0]
    return fault, SOURCE if label == "sources" else cure.format(name=label)


def _inside(model: type[BaseModel], key: Key) -> type[BaseModel]:
    """The model of what stands at a key."""
    for part in key:
        field = next((field for name, field in model.model_fields.items() if part in (name, field.alias)), None)
        found = (field.annotation, *getattr(field.annotation, "__args__", ())) if field else ()
        model = next((one for one in found if isinstance(one, type) and issubclass(one, BaseModel)), model)
    return model
