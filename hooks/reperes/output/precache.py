"""What a reader may carry away: the pages of one language and the files they need, as a list with its version."""

import json
import zlib
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from posixpath import relpath
from typing import Any
from urllib.parse import urljoin

from reperes.catalogue.catalogue import Catalogue, Entry
from reperes.model.paths import FACTS
from reperes.output.assets import assets

# All contents of these kinds, and these pages. The browser test holds them to 1 MB per language.
KINDS = ("definition", "sheet", "term")
PAGES = (
    *("index", "aide", "comparer", "en-clair", "a-propos/hors-ligne"),
    *("definitions/index", "fiches/index", "glossaire/index"),
)
LIST = "hors-ligne.json"  # both beside each language's home
IMPORTED = ("assets/reperes/matching.js",)  # what no tag names: the box of the glossary fetches it
ABSENT = "hors-ligne.html"  # what answers, without a network, at an address that was not carried away


def carried(catalogue: Catalogue) -> list[tuple[str, list[Entry[Any]]]]:
    """The pages of a list by kind, as far as they exist in the language."""
    pages = [catalogue.pages[id_] for id_ in PAGES if id_ in catalogue.pages]
    groups: list[tuple[str, list[Entry[Any]]]] = [("page", pages)]
    groups += [(kind, list(catalogue.of_kind(kind).values())) for kind in KINDS]
    spoken = [(kind, [entry for entry in group if entry.words.lang == catalogue.language]) for kind, group in groups]
    return [(kind, group) for kind, group in spoken if group]


def write_list(catalogue: Catalogue, site: Path, typeset: Callable[[str], str]) -> None:
    """Write the list of a language in a site whose pages are all written; `typeset` sets its titles."""
    home = "" if catalogue.language == FACTS else f"{catalogue.language}/"
    (site / home / LIST).write_bytes(_list(catalogue, site, home, typeset))


def _list(catalogue: Catalogue, site: Path, home: str, typeset: Callable[[str], str]) -> bytes:
    """Addresses are relative to the list; `bytes` are those of the files once compressed, as they are kept."""
    pages = [(entry.url, typeset(entry.words.title)) for _, group in carried(catalogue) for entry in group]
    contents = {url: (site / url / "index.html").read_bytes() for url, _ in pages}
    needed = {file for url, content in contents.items() for file in _needs(url, content.decode())}
    others = [home + ABSENT, *sorted(needed), *IMPORTED]
    contents |= {file: (site / file).read_bytes() for file in others}
    version = sha256(b"".join(sha256(url.encode() + b"\0" + content).digest() for url, content in contents.items()))
    whole = {
        "language": catalogue.language,
        "version": version.hexdigest()[:12],
        "bytes": sum(len(zlib.compress(content)) for content in contents.values()),
        "pages": [(_from(home, url), title) for url, title in pages],
        "files": [_from(home, file) for file in others],
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def _from(home: str, url: str) -> str:
    """An address from the root of the site, as seen from the home of a language."""
    return relpath(f"/{url}", f"/{home}") + ("/" if url.endswith("/") or not url else "")


def _needs(url: str, html: str) -> set[str]:
    """The files of the site that a page cannot be shown without, from the root."""
    files = assets(html, lazy=True)
    return {urljoin(f"/{url}", file).lstrip("/") for file in files if not file.startswith(("data:", "http"))}
