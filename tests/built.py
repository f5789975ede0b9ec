"""A built site as its readers' machines see it: addresses, links, text."""

from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


@dataclass(slots=True)
class Node:
    """An element of a page."""

    tag: str
    attrs: dict[str, str]
    parent: "Node | None" = None
    children: list["Node | str"] = field(default_factory=list)

    def all(self, tag: str = "", **attrs: str) -> list["Node"]:
        """The elements below, by tag and by attributes (a class among others counts)."""
        found = []
        for child in self.children:
            if isinstance(child, Node):
                right = all(value in child.attrs.get(name.rstrip("_"), "").split() for name, value in attrs.items())
                found += [child] if (not tag or child.tag == tag) and right else []
                found += child.all(tag, **attrs)
        return found

    def inside(self, **attrs: str) -> bool:
        """Whether an element above has these attributes."""
        above = self.parent
        while above:
            if all(value in above.attrs.get(name.rstrip("_"), "").split() for name, value in attrs.items()):
                return True
            above = above.parent
        return False

    @property
    def text(self) -> str:
        """What it says, white space folded."""
        return " ".join("".join(c if isinstance(c, str) else f" {c.text} " for c in self.children).split())


class _Tree(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.root = self.here = Node("", {})
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs}, self.here)
        self.here.children.append(node)
        if tag not in VOID:
            self.here = node

    def handle_endtag(self, tag: str) -> None:
        above = self.here
        while above.parent and above.tag != tag:
            above = above.parent
        self.here = above.parent or self.root

    def handle_data(self, data: str) -> None:
        self.here.children.append(data)


def parse(html: str) -> Node:
    """The tree of a page."""
    return _Tree(html).root


def addresses(site: Path) -> list[str]:
    """Every page of a site, as `/glossaire/cvs/`; an old address that leads to a new one is none."""
    pages = (path.relative_to(site).as_posix() for path in site.rglob("*.html") if not moved(path))
    return sorted("/" + page.removesuffix("index.html") for page in pages)


def moved(path: Path) -> bool:
    """Whether a file only leads to another address."""
    return 'http-equiv="refresh"' in path.read_text("utf-8")


def load(site: Path, address: str) -> Node:
    """The tree of the page at an address, read once for all tests that only look at it."""
    file = site / address.lstrip("/") / ("index.html" if address.endswith("/") else "")
    return _tree(file, file.stat().st_mtime_ns)


@lru_cache(maxsize=1000)
def _tree(file: Path, _: int) -> Node:
    return parse(file.read_text("utf-8"))


def target(address: str, link: Node) -> str:
    """The address a link leads to, without its query and its anchor."""
    return (
        urljoin("http://site" + address, link.attrs["href"])
        .removeprefix("http://site")
        .partition("#")[0]
        .partition("?")[0]
    )
