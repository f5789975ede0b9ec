"""Pages that a double click opens from a folder, without a server: a link to a folder leads to its index.html."""

import re
from pathlib import Path

LINK = re.compile(
    r"""(?P<start>\bhref=["']?|content="0; ?url=)(?P<path>(?:\.{1,2}/)*(?:[\w-]+/)*(?:\.{1,2})?)"""
    r"""(?P<end>[?#][^\s"'>]*)?(?=["'\s>])"""
)


def html(text: str) -> str:
    """A page whose links to pages of the site name their files; links elsewhere and inside it are left alone."""
    return LINK.sub(_named, text)


def rewrite(folder: Path) -> None:
    """Do so in every page of a folder."""
    for file in folder.rglob("*.html"):
        text = file.read_text("utf-8")
        if (changed := html(text)) != text:
            file.write_text(changed, "utf-8", newline="\n")


def _named(found: "re.Match[str]") -> str:
    path = found["path"]
    if not path:
        return found[0]
    slash = "" if path.endswith("/") else "/"
    return f"{found['start']}{path}{slash}index.html{found['end'] or ''}"
