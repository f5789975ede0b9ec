"""The closed vocabularies of a site: its own lists of values, with their labels, beside its texts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

FOLDER = "vocabulaires"  # below docs/, one file per vocabulary; not published
NAMES = ("dessins", "domaines", "genres", "lieux", "niveaux", "periodes", "pistes", "rubriques", "types")
WORDS = "mots"  # beside them: the words that no dictionary knows and that texts may use, one list a language
PASSAGES = f"{FOLDER}/passages.yml"  # and what the site owes to a source: the page and the heading that tell it
BACKGROUND = "fond"  # a track that is no story, but what surrounds them
STROKES = "traits"  # of a drawing: path data by colour, that of the text or of a track
INK = "encre"


@dataclass(frozen=True)
class Vocabularies:
    """Every vocabulary by name, a value by id, in the order readers see them: its labels by language, its traits."""

    values: Mapping[str, Mapping[str, Mapping[str, Any]]] = field(default_factory=dict)

    def __hash__(self) -> int:
        """Equal vocabularies have the same values."""
        return hash(tuple((name, *values) for name, values in self.values.items()))

    def ids(self, name: str) -> tuple[str, ...]:
        """The values of a vocabulary."""
        return tuple(self.values.get(name, ()))

    def label(self, name: str, id_: str, language: str) -> str:
        """What readers see of a value."""
        return str(self.values[name][id_][language])

    def labels(self, language: str) -> dict[str, dict[str, str]]:
        """All labels in a language, by vocabulary and id."""
        return {
            name: {id_: str(said[language]) for id_, said in values.items()} for name, values in self.values.items()
        }

    def strokes(self, id_: str) -> Mapping[str, str]:
        """The lines of a drawing, by colour."""
        return dict(self.values["dessins"][id_][STROKES])

    def background(self) -> frozenset[str]:
        """The tracks that are no story."""
        return frozenset(id_ for id_, value in self.values.get("pistes", {}).items() if value.get(BACKGROUND))

    def stories(self) -> tuple[str, ...]:
        """The tracks that are."""
        return tuple(id_ for id_ in self.ids("pistes") if id_ not in self.background())

    def used(self, name: str, values: Iterable[str | None]) -> list[str]:
        """Those of some values that belong to a vocabulary, in its order."""
        wanted = set(values)
        return [id_ for id_ in self.ids(name) if id_ in wanted]


def words_allowed(language: str) -> str:
    """The path, from docs/, of the words that texts of a language may use though no dictionary knows them."""
    return f"{FOLDER}/{WORDS}.{language}.txt"
