"""What reading a page costs: the files it asks for, and their bytes as hosts send them (gzip, RFC 1952)."""

import gzip
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from reperes.catalogue.catalogue import Catalogue, Entry
from reperes.catalogue.citations import ORDER
from reperes.model.kinds import Content
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

    def __init__(self, site: Path, base: str) -> None:
        """`base` is the path of the site's address on its host, as `/`."""
        self.site, self.base = site, base
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
        html = (self.site / f"{address}index.html").read_text("utf-8")
        urls = (urljoin(self.base + address, link) for link in assets(html, lazy=False))
        return {urlsplit(url).path.removeprefix(self.base) for url in urls}

    def _bytes(self, file: str) -> int:
        if file not in self.known:
            raw = (self.site / file).read_bytes()
            packed = Path(file).suffix in PACKED
            self.known[file] = len(gzip.compress(raw, 6, mtime=0)) if packed else len(raw)
        return self.known[file]


@dataclass(frozen=True)
class Measures:
    """What the pages of a language weigh: for each kind, its heaviest page."""

    pages: int
    heaviest: list[tuple[Entry[Content], Weight]]


def measure(scale: Scale, catalogue: Catalogue) -> Measures:
    """Weigh every page that exists in the language."""
    here = {
        kind: {e.url: e for e in catalogue.of_kind(kind).values() if e.words.lang == catalogue.language}
        for kind in ORDER
    }
    worst = [scale.heaviest(entries) for entries in here.values() if entries]
    every = {url: entry for entries in here.values() for url, entry in entries.items()}
    return Measures(len(every), [(every[weight.address], weight) for weight in worst])
