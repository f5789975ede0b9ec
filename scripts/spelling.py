"""The spelling of the texts: the rule of review/spelling.py with the dictionaries that the project keeps."""

import warnings
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = "tests/content/dictionaries"
DICTIONARIES = {"fr": "fr_FR", "en": "en_GB"}
LISTS = {language: f"tests/content/words.{language}.txt" for language in DICTIONARIES}
MISSING = "L'orthographe n'est pas vérifiée ici : les dictionnaires, ou le module spylls, ne sont pas installés."


def look(root: Path, library: Any) -> tuple[list[Any], str]:  # our types wait for bootstrap.enter()
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
