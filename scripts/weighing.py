"""What reading a page costs: the files it asks for, and their bytes as hosts send them (gzip, RFC 1952)."""

import gzip
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from reperes.output.assets import assets

PACKED = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt"}  # what hosts compress


@dataclass(frozen=True)
class Weight:
    """A page read first, then after another page that left the shared files in the browser's cache; in bytes."""

    address: str
    requests: int
    first: int
    after: int


class Scale:
    """Weighs the pages of a built site, each file once."""

    def __init__(self, files: Mapping[str, bytes], base: str = "/") -> None:
        """`files` are those of the site by path; `base`, the path of its address on its host."""
        self.files, self.base = files, base
        self.known: dict[str, int] = {}

    def heaviest(self, addresses: Iterable[str]) -> Weight:
        """The page that asks for the most bytes on a first view, by address from the root of the site."""
        return max(map(self.page, addresses), key=lambda weight: (weight.first, weight.address))

    def page(self, address: str) -> Weight:
        """The weight of one page."""
        needed, own = self._needed(address), self._bytes(f"{address}index.html")
        total = sum(map(self._bytes, needed))
        return Weight(address, 1 + len(needed), own + total, own + sum(map(self._bytes, needed - self._home)))

    @cached_property
    def _home(self) -> set[str]:
        """What a reader who comes from the home page has already."""
        return self._needed("")

    def _needed(self, address: str) -> set[str]:
        html = self.files[f"{address}index.html"].decode()
        urls = (urljoin(self.base + address, link) for link in assets(html, lazy=False))
        return {urlsplit(url).path.removeprefix(self.base) for url in urls if not url.startswith("data:")}

    def _bytes(self, file: str) -> int:
        if file not in self.known:
            raw = self.files[file]
            packed = Path(file).suffix in PACKED
            self.known[file] = len(gzip.compress(raw, 6, mtime=0)) if packed else len(raw)
        return self.known[file]


def read(site: Path) -> dict[str, bytes]:
    """The files of a built site, by path."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
