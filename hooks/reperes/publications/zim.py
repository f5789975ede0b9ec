"""The whole site as one file for readers without network (openZIM), with its full-text index, the same bytes each time.

Pages stand side by side at the root under flat names, for readers that do not resolve `..`; they carry no script,
since those who read ZIM files bring their own search.
"""

import re
import tempfile
from collections.abc import Mapping
from hashlib import md5, sha256
from pathlib import Path
from urllib.parse import quote, unquote, urljoin, urlsplit
from uuid import UUID, uuid5

from libzim.writer import Creator, Hint, Item, StringProvider

from reperes.publications.page_html import classes, parse, remove, write

DROPPED = {"search-link", "copy", "needs-script", "offline"}
TYPES = {"css": "text/css", "svg": "image/svg+xml", "webp": "image/webp", "png": "image/png"}
ICON = Path(__file__).parents[1] / "data" / "mark-48.png"
XAPIAN = re.compile(rb"\x0f\x0dXapian Glass..", re.S)
NAMESPACE = UUID("3f0f1c5e-3f5c-5d0c-9d3a-6f1f6d6f7a11")  # of the identifiers of these files


def zim(files: Mapping[str, bytes], metadata: Mapping[str, str], site_url: str, icon: bytes) -> bytes:
    """The file of a site, whose files are given by path; `metadata` by openZIM's names; the icon, 48 pixels wide."""
    pages = {path: raw for path, raw in sorted(files.items()) if _page(path, raw)}
    names = {path.removesuffix("index.html"): _flat(path) for path in pages}
    texts = {
        names[path.removesuffix("index.html")]: _moved(raw.decode(), path, names, site_url)
        for path, raw in pages.items()
    }
    needed = sorted({file for _, found, _ in texts.values() for file in found if file in files})
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "site.zim")
        creator = Creator(out)
        creator.config_indexing(True, "fra").config_nbworkers(1).config_clustersize(2 * 1024 * 1024)
        creator.set_mainpath(names[""])
        with creator:
            creator.add_illustration(48, icon)
            for name, value in sorted(metadata.items()):
                creator.add_metadata(name, value, "text/plain;charset=utf-8")
            for name, (html, _, title) in sorted(texts.items()):
                creator.add_item(_Item(name, title, "text/html", html.encode()))
            for path in needed:
                kind = TYPES.get(path.rpartition(".")[2], "application/octet-stream")
                creator.add_item(_Item(path, "", kind, files[path]))
        raw = out.read_bytes()
    return _settled(
        raw, uuid5(NAMESPACE, site_url), sha256(b"".join(html.encode() for html, _, _ in texts.values())).digest()[:16]
    )


class _Item(Item):  # type: ignore[misc]
    """A file of the site; only pages are in the list of titles."""

    def __init__(self, path: str, title: str, kind: str, raw: bytes) -> None:
        super().__init__()
        self.path, self.title, self.kind, self.raw = path, title, kind, raw

    def get_path(self) -> str:
        return self.path

    def get_title(self) -> str:
        return self.title

    def get_mimetype(self) -> str:
        return self.kind

    def get_contentprovider(self) -> StringProvider:
        return StringProvider(self.raw)

    def get_hints(self) -> dict[Hint, bool]:
        return {Hint.FRONT_ARTICLE: self.kind == "text/html", Hint.COMPRESS: self.kind.startswith("text/")}


def _page(path: str, raw: bytes) -> bool:
    """A page of a text: neither an address that moved, nor what answers instead of another."""
    return path.endswith("index.html") and b'http-equiv="refresh"' not in raw


def _flat(path: str) -> str:
    return (path.removesuffix("index.html").strip("/").replace("/", ".") or "index") + ".html"


def _moved(html: str, path: str, names: Mapping[str, str], site_url: str) -> tuple[str, set[str], str]:
    """A page at its flat name, the files it needs, and its title."""
    root, needed = parse(html), set[str]()
    for parent in list(root.iter()):
        for child in list(parent):
            useless = child.tag == "link" and child.get("rel") in ("alternate", "canonical")
            if child.tag == "script" or useless or child.get("href") == "" or not DROPPED.isdisjoint(classes(child)):
                remove(parent, child)
    for one in root.iter():
        for name in ("href", "src"):
            address = one.get(name)
            if address and not address.startswith("#"):
                one.set(name, _address(address, path, names, site_url, needed))
    title = "".join(next(root.iter("title")).itertext())
    return write(root), needed, title


def _address(address: str, path: str, names: Mapping[str, str], site_url: str, needed: set[str]) -> str:
    if urlsplit(address).scheme or address.startswith("//"):
        return address
    target, hash_, place = urljoin("/" + path, address).lstrip("/").partition("#")
    target = unquote(target.partition("?")[0])
    if target in names:
        return f"{names[target]}{hash_}{place}"
    if target.endswith(tuple(TYPES)):
        needed.add(target)
        return quote(target)
    return f"{site_url}{quote(target)}{hash_}{place}"  # data to download: from the site itself


def _settled(raw: bytes, identity: UUID, seed: bytes) -> bytes:
    """The file with identifiers that follow from its content: libzim and Xapian draw theirs by chance."""
    body = bytearray(raw[:-16])
    body[8:24] = UUID(bytes=sha256(identity.bytes + seed).digest()[:16], version=5).bytes
    for number, found in enumerate(XAPIAN.finditer(raw)):
        body[found.end() : found.end() + 16] = sha256(seed + bytes([number])).digest()[:16]
    return bytes(body) + md5(body, usedforsecurity=False).digest()
