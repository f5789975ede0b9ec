"""Pagefind's index cut into smaller pieces: a reader fetches the piece of each word, some 30 kB as Pagefind cuts it.

Its files are CBOR behind a signature, compressed: the pages and pieces of a language; in each piece, words in order.
"""

import gzip
from collections.abc import Iterator
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import Any

import cbor2

SIGNATURE = b"pagefind_dcd"
LARGEST = 12_000  # bytes before compression, which leaves half of them; one frequent word may be larger
ROOT = 4  # letters: words that begin alike stay together, for Pagefind reads one piece per word begun
PIECES = 2  # where the list of pieces stands in the file of a language: first word, last word, name


def cut(folder: Path) -> None:
    """Cut the pieces of every language of an index again, in place."""
    for language in sorted(folder.glob("*.pf_meta")):
        listed = _read(language)
        old = [folder / "index" / f"{name}.pf_index" for _, _, name in listed[PIECES]]
        words = [word for path in old for word in _read(path)[0]]
        for path in old:
            path.unlink()
        prefix = language.suffixes[0].removeprefix(".").partition("_")[0]
        listed[PIECES] = [_write_piece(folder / "index", prefix, some) for some in _pieces(words)]
        _write(language, listed)


def _pieces(words: list[Any]) -> Iterator[list[Any]]:
    piece: list[Any] = []
    size = 0
    for _, alike in groupby(words, key=lambda word: word[0][:ROOT]):
        some = list(alike)
        weight = len(cbor2.dumps(some))
        if piece and size + weight > LARGEST:
            yield piece
            piece, size = [], 0
        piece += some
        size += weight
    if piece:
        yield piece


def _write_piece(folder: Path, prefix: str, words: list[Any]) -> tuple[str, str, str]:
    name = f"{prefix}_{sha256(cbor2.dumps(words)).hexdigest()[:10]}"
    _write(folder / f"{name}.pf_index", [words])
    return words[0][0][:ROOT], words[-1][0], name


def _read(path: Path) -> Any:
    return cbor2.loads(gzip.decompress(path.read_bytes()).removeprefix(SIGNATURE))


def _write(path: Path, value: Any) -> None:
    path.write_bytes(gzip.compress(SIGNATURE + cbor2.dumps(value), 9, mtime=0))
