"""What a reader may carry away: the pages of one language and the files they need, as a list with its version.

The list gives the digest of each, and the headers that guard a page: without a network nobody else sends them.
"""

import base64
import json
import zlib
from collections.abc import Callable, Mapping
from hashlib import sha256
from posixpath import relpath
from urllib.parse import urljoin

from reperes.model.blocks import Plain
from reperes.model.paths import FACTS
from reperes.output.assets import assets
from reperes.output.hosting import headers
from reperes.views.edition import Edition
from reperes.views.lists import carried

LIST = "hors-ligne.json"  # both beside each language's home
IMPORTED = ("assets/reperes/matching.js", "assets/reperes/keep.js")  # what no tag names: other scripts fetch it
ABSENT = "hors-ligne.html"  # what answers, without a network, at an address that was not carried away


def listed(edition: Edition, files: Mapping[str, bytes], typeset: Callable[[str], str]) -> tuple[str, bytes]:
    """Path and content of the list of a language, from the files of the whole site; `typeset` sets its titles.

    Addresses are relative to the list; `bytes` are those of the files once compressed, as they are kept.
    """
    home = "" if edition.language == FACTS else f"{edition.language}/"
    pages = [(entry.url, typeset(entry.words.title)) for _, group in carried(Plain(), edition) for entry in group]
    contents = {url: files[f"{url}index.html"] for url, _ in pages}
    needed = {file for url, content in contents.items() for file in _needs(url, content.decode())}
    others = [home + ABSENT, *sorted(needed), *IMPORTED]
    contents |= {file: files[file] for file in others}
    digests = {url: f"sha256-{base64.b64encode(sha256(raw).digest()).decode()}" for url, raw in contents.items()}
    guards = headers()
    whole = {
        "language": edition.language,
        "version": sha256(json.dumps([digests, guards]).encode()).hexdigest()[:12],
        "bytes": sum(len(zlib.compress(content)) for content in contents.values()),
        "headers": guards,
        "pages": [(_from(home, url), title, digests[url]) for url, title in pages],
        "files": [(_from(home, file), digests[file]) for file in others],
    }
    return home + LIST, (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def _from(home: str, url: str) -> str:
    """An address from the root of the site, as seen from the home of a language."""
    return relpath(f"/{url}", f"/{home}") + ("/" if url.endswith("/") or not url else "")


def _needs(url: str, html: str) -> set[str]:
    """The files of the site that a page cannot be shown without, from the root."""
    files = assets(html, lazy=True)
    return {urljoin(f"/{url}", file).lstrip("/") for file in files if not file.startswith(("data:", "http"))}
