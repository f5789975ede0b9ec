"""The spelling of the texts: the rule of review/spelling.py with the dictionaries that the project keeps."""

import warnings
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # nothing of ours is imported before bootstrap.enter()
    from reperes.base.problems import Problem
    from reperes.catalogue.library import Library

FOLDER = "tests/content/dictionaries"
DICTIONARIES = {"fr": "fr_FR", "en": "en_GB"}
LISTS = {language: f"tests/content/words.{language}.txt" for language in DICTIONARIES}
MISSING = "L'orthographe n'est pas vérifiée ici : les dictionnaires, ou le module spylls, ne sont pas installés."


def look(root: Path, library: "Library") -> "tuple[list[Problem], str]":
    """What is misspelt, and a sentence when it cannot be known."""
    from reperes.review import spelling

    try:
        from spylls.hunspell import Dictionary

        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ResourceWarning)  # spylls leaves its files open
            known = {
                language: cache(Dictionary.from_files(str(root / FOLDER / name)).lookup)
                for language, name in DICTIONARIES.items()
            }
    except (ImportError, OSError):
        return [], MISSING
    allowed = {language: (root / path).read_text("utf-8").splitlines() for language, path in LISTS.items()}
    return spelling.check(library.documents, known, allowed, LISTS), ""
