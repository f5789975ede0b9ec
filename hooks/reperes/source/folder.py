"""The files of a docs folder, as bytes by path."""

from os import fsencode
from pathlib import Path

from reperes.model.paths import LEDGER
from reperes.source.decoding import MAX_BYTES


def collect(docs: Path) -> tuple[dict[str, bytes], dict[str, tuple[str, str]]]:
    """What files hold, and what stops others from being read, by path from the folder."""
    files: dict[str, bytes] = {}
    faults: dict[str, tuple[str, str]] = {}
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


def read_ledger(root: Path) -> str:
    """The register of published addresses, beside mkdocs.yml; empty before the first publication."""
    path = root / LEDGER
    return path.read_text("utf-8") if path.exists() else ""


def _read(path: Path) -> bytes:
    """Enough of a text to check it, and nothing of an image."""
    if path.suffix != ".md":
        return b""
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)
