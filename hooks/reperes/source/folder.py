"""The files of a docs folder, as bytes by path."""

from os import fsencode
from pathlib import Path
from typing import TypeAlias

from reperes.source.decoding import MAX_BYTES

MAX_OTHER = 20_000_000

Faults: TypeAlias = dict[str, tuple[str, str]]  # fault and cure, by path


def collect(docs: Path) -> tuple[dict[str, bytes], Faults]:
    """What files hold, and what stops others from being read, by path from the folder."""
    files: dict[str, bytes] = {}
    faults: Faults = {}
    for path in sorted(docs.rglob("*")):
        known = path.relative_to(docs).as_posix()
        name = fsencode(known).decode("utf-8", "replace")  # a name may be in Latin-1
        if any(part.startswith(".") for part in path.relative_to(docs).parts):
            continue
        if path.is_symlink():
            faults[name] = "c'est un lien symbolique", "remplacez-le par une copie du fichier"
        elif path.is_dir():
            continue
        elif not path.is_file():  # a pipe, a device: reading it may never end
            faults[name] = "ce n'est pas un fichier ordinaire", "enlevez-le"
        elif name != known:
            faults[name] = "son nom a des lettres illisibles", "renommez-le en minuscules sans accent"
        else:
            try:
                files[name] = _read(path)
            except OSError:
                faults[name] = "il ne peut pas être lu", "vérifiez les droits du fichier"
    return files, faults


def _read(path: Path) -> bytes:
    """A file, and of one that is too heavy no more than it takes to refuse it."""
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1 if path.suffix == ".md" else MAX_OTHER)
