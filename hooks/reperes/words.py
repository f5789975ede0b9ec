"""Words of the interface and labels of the closed vocabularies: data, one file per language."""

from pathlib import Path
from typing import Any, TypeAlias

import yaml

Words: TypeAlias = dict[str, Any]

FOLDER = Path(__file__).parent / "data" / "words"
VOCABULARIES = ("domaines", "rubriques", "types", "pistes", "lieux", "periodes")


def languages() -> tuple[str, ...]:
    """The languages that have a file of words."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.yml")))


def load(language: str) -> Words:
    """All words of a language, nested as in its file.

    Raises FileNotFoundError when the language has no file.
    """
    words: Words = yaml.load((FOLDER / f"{language}.yml").read_text("utf-8"), Loader=yaml.CSafeLoader)
    return words


def vocabularies(language: str = "fr") -> dict[str, tuple[str, ...]]:
    """The ids of each closed vocabulary, in the order readers see them."""
    words = load(language)
    return {name: tuple(words[name]) for name in VOCABULARIES}
