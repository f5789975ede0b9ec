"""The files of a docs folder, as bytes by path."""

from os import fsencode
from pathlib import Path
from typing import TypeAlias

from reperes.source.decoding import MAX_BYTES

Faults: TypeAlias = dict[str, tuple[str, str]]  # fault and cure, by path


def collect(docs: Path) -> tuple[dict[str, bytes], Faults]:
    """What files hold, and what stops others from being read, by path from the folder."""
    files: dict[str, bytes] = {}
    faults: Faults = {}
    for path in sorted(docs.rglob("*")):
        name = fsencode(path.relative_to(docs).as_posix()).decode("utf-8", "replace")  # a name may be in Latin-1
        if any(part.startswith(".") for part in path.relative_to(docs).parts):
            continue
        if path.is_symlink():
            faults[name] = "c'est un lien symbolique", "remplacez-le par une copie du fichier"
        elif path.is_file():
            try:
                files[name] = _read(path)
            except OSError:
                faults[name] = "il ne peut pas être lu", "vérifiez les droits du fichier"
    return files, faults


def _read(path: Path) -> bytes:
    """The whole of a file, and of a text no more than it takes to refuse it."""
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1 if path.suffix == ".md" else -1)
