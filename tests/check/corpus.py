"""A small right project, mistakes made in it, and what an author reads about each."""

import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeAlias

from reperes.catalogue.library import Library, read_all
from reperes.review import texts

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("fr", "en")
TODAY = date(2026, 11, 26)
LISTS = {f"vocabulaires/{path.name}": path.read_bytes() for path in (ROOT / "docs/vocabulaires").glob("*.yml")}
TERM = "---\ntitle: {title}\ndeveloppe: {expansion}\nvoir: [{see}]\nsources: [livre]\nrevu: 2026-10\n---\nUn texte.\n"
EVENT = "---\ntitle: Une loi\ndate: 1984\npistes: [contexte]\nsources: [livre]\nrevu: 2026-10\n---\nUn texte.\n"
SHEET = (
    "---\ntitle: Une question\ndescription: Une phrase.\nrubrique: similitudes\nsimple: Un. Deux. Trois.\n"
    "sources: [livre]\nrevu: 2026-10\n---\nUn texte.\n"
)
CVS = "glossaire/cvs.md"
PAGE = "---\ntitle: Une page\ndescription: Une phrase.\n---\n"  # its text starts on line 5
BOOK = "---\ntitle: Un livre\ngenre: recherche\ndate: 2020\nurl: https://exemple.fr/livre\n---\n"
ENGLISH = "---\ntitle: RSA\ndeveloppe: a benefit\ntraduit_de: 000000000000\n---\nA text.\n"
RIGHT: dict[str, str | bytes] = {
    **LISTS,
    "page.md": PAGE + "Un texte.\n",
    "glossaire/cvs.md": TERM.format(title="CVS", expansion="conseil de la vie sociale", see="rsa"),
    "glossaire/rsa.md": TERM.format(title="RSA", expansion="revenu de solidarité active", see="cvs"),
    "glossaire/rsa.en.md": ENGLISH,
    "histoire/evenements/loi.md": EVENT,
    "fiches/question.md": SHEET,
    "bibliographie/livre.md": BOOK,
}
LEDGER = "# Adresses\n/page/\n/glossaire/cvs/\n/glossaire/rsa/\n/en/glossaire/rsa/\n/fiches/question/\n"

Files: TypeAlias = Mapping[str, str | bytes | None]  # by path from docs/; None takes a file away


@dataclass(frozen=True)
class Case:
    """A mistake: the files as its author leaves them, what the check says, the files once its cures are followed."""

    name: str
    files: Files
    said: tuple[str, ...]
    mended: Files
    then: tuple[str, ...] = field(default=())  # what is said next


def read(files: Files, ledger: str = LEDGER) -> Library:
    """The library of the right project with some files changed."""
    whole = {path: text for path, text in {**RIGHT, **files}.items() if text is not None}
    return read_all({path: _bytes(text) for path, text in whole.items()}, LANGUAGES, ledger=ledger)


def said(files: Files, ledger: str = LEDGER) -> tuple[str, ...]:
    """What an author reads: problems, then warnings after a sign, without « docs/ »."""
    library = read(files, ledger)
    warned = [f"~ {one}" for one in texts.collect(library, TODAY)] if not library.problems else []
    return tuple(one.replace("docs/", "", 1) for one in (*map(str, library.problems), *warned))


def body(name: str, wrong: str, found: str | tuple[str, ...], right: str, *then: str) -> Case:
    """A mistake in the text of a page."""
    lines = (found,) if isinstance(found, str) else found
    told = tuple(line if line.startswith(("~", "page")) else f"page.md:{line}" for line in lines)
    told = tuple(line.replace("~ ", "~ page.md:", 1) if line[2:3].isdigit() else line for line in told)
    return Case(name, {"page.md": PAGE + wrong + "\n"}, told, {"page.md": PAGE + right + "\n"}, then)


def change(name: str, path: str, old: str, new: str, found: str | tuple[str, ...], right: str, *then: str) -> Case:
    """A piece of one of the right files replaced, and what its author replaces it with next."""
    text = RIGHT[path]
    assert isinstance(text, str) and old in text, name
    lines = (found,) if isinstance(found, str) else found
    told = tuple(_at(line, path) for line in lines)
    return Case(name, {path: text.replace(old, new, 1)}, told, {path: text.replace(old, right, 1)}, then)


def _at(line: str, path: str) -> str:
    sign, rest = ("~ ", line[2:]) if line.startswith("~ ") else ("", line)
    return f"{sign}{path}:{rest}" if rest[:1].isdigit() else line


def add(name: str, path: str, held: str | bytes, found: str | tuple[str, ...], right: Files, *then: str) -> Case:
    """A file that comes, and what becomes of it."""
    lines = (found,) if isinstance(found, str) else found
    return Case(name, {path: held}, tuple(_at(line, path) for line in lines), {path: None, **right}, then)


def png(width: int = 2, height: int = 2, *chunks: tuple[bytes, bytes]) -> bytes:
    """An image, with more chunks if any."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*one) for one in ((b"IHDR", head), *chunks, (b"IEND", b"")))


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def camera(tag: int = 0x8825, order: str = "<") -> bytes:
    """What a camera leaves in a photo: one tag, that of a place if not told otherwise."""
    return (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(f"{order}IHHHII", 8, 1, tag, 4, 1, 26)


def jpeg(data: bytes = b"") -> bytes:
    """A photo of two points by two, with what its camera says of it."""
    told = b"\xff\xe1" + struct.pack(">H", len(data) + 8) + b"Exif\0\0" + data if data else b""
    return b"\xff\xd8" + told + b"\xff\xc0\0\x11\x08\0\x02\0\x02\x03\x01\x22\0\x02\x11\x01\x03\x11\x01\xff\xd9"


def webp() -> bytes:
    """The smallest image of this type that is one."""
    return b"RIFF\x1a\0\0\0WEBPVP8L\r\0\0\0\x2f\x01\x40\0\x10\x07\x10\x11\x11\x88\x88\xfe\x07\0"


def heic() -> bytes:
    """How the photo of a telephone starts."""
    return b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"


def _bytes(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode()


def every(*groups: tuple[Case, ...]) -> Iterator[Case]:
    """All cases, whose names differ."""
    names: set[str] = set()
    for group in groups:
        for case in group:
            assert case.name not in names, case.name
            names.add(case.name)
            yield case
