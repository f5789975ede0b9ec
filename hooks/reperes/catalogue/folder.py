"""A docs folder read and checked."""

from pathlib import Path

from reperes.catalogue.library import Library, read_all
from reperes.source.folder import collect


def read_folder(docs: Path, languages: tuple[str, ...]) -> Library:
    """Read and check every file below a folder, hidden ones apart; a link or an unreadable file is a problem."""
    files, faults = collect(docs)
    library = read_all(files, languages)
    for name, (fault, cure) in faults.items():
        library.blame(name, fault, cure)
    return library
