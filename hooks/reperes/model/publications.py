"""The files that readers carry away, as the list beside them says: `scripts/publications` writes it, pages read it."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

FOLDER = "publications"  # beside docs/, and at the root of the site
LIST = "liste.json"
FORMATS = ("pdf", "epub", "zim")  # in the order of lists


@dataclass(frozen=True)
class Publication:
    """A file: its path in the folder, what it is made from, and how many bytes it has."""

    path: str
    format: str
    kind: str  # empty for the whole site
    id: str
    language: str  # empty for all of them
    bytes: int


def read(raw: bytes | None) -> tuple[Publication, ...]:
    """What a list says; nothing without a list."""
    return tuple(Publication(**one) for one in json.loads(raw)) if raw else ()


def write(publications: Iterable[Publication]) -> bytes:
    """The list, in order."""
    ordered = sorted(publications, key=lambda one: (FORMATS.index(one.format), one.path))
    return (json.dumps([asdict(one) for one in ordered], ensure_ascii=False, indent=1) + "\n").encode()
