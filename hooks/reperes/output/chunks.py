"""Pagefind's index cut into smaller pieces: a reader fetches the piece of each word, some 30 kB as Pagefind cuts it.

Its files are CBOR behind a signature, compressed: the pages and pieces of a language; in each piece, words in order.
"""

import gzip
from collections.abc import Iterator, Mapping
from hashlib import sha256
from itertools import groupby
from typing import Any

import cbor2

SIGNATURE = b"pagefind_dcd"
LARGEST = 12_000  # bytes before compression, which leaves half of them; one frequent word may be larger
ROOT = 4  # letters: words that begin alike stay together, for Pagefind reads one piece per word begun
INDEX = "index/{}.pf_index"
PIECES = 2  # where the list of pieces stands in the file of a language: first word, last word, name


def cut(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of an index, by path, with the pieces of every language cut again."""
    kept = {path: content for path, content in files.items() if not path.endswith(".pf_index")}
    for path in [path for path in kept if path.endswith(".pf_meta")]:
        listed = _read(kept[path])
        words = [word for _, _, name in listed[PIECES] for word in _read(files[INDEX.format(name)])[0]]
        language = path.removeprefix("pagefind.").partition("_")[0]
        cut = {f"{language}_{_name(some)}": some for some in pieces(words)}
        listed[PIECES] = [(some[0][0][:ROOT], some[-1][0], name) for name, some in cut.items()]
        kept[path] = _written(listed)
        kept |= {INDEX.format(name): _written([some]) for name, some in cut.items()}
    return kept


def pieces(words: list[Any]) -> Iterator[list[Any]]:
    """Words in the same order, a piece at a time, those that begin alike together."""
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


def _name(words: list[Any]) -> str:
    return sha256(cbor2.dumps(words)).hexdigest()[:10]


def _read(content: bytes) -> Any:
    return cbor2.loads(gzip.decompress(content).removeprefix(SIGNATURE))


def _written(value: Any) -> bytes:
    return gzip.compress(SIGNATURE + cbor2.dumps(value), 9, mtime=0)
