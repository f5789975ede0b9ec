"""The guide of contribution as forges show it: CONTRIBUTING.md, from the page of the site."""

from posixpath import dirname, join, normpath

from reperes.check.links import LINK, remote
from reperes.check.markup import mask
from reperes.source.frontmatter import Document

PAGE = "a-propos/contribuer.md"


def contributing(document: Document) -> str:
    """The text of the page with its title, its links led from the root of the repository."""
    body = document.body.strip()
    title, folder = document.data["title"], dirname(document.path)
    for found in reversed(list(LINK.finditer(mask(body)))):
        target, (start, end) = found["inline"], found.span("inline")
        if target and not remote(target) and not target.startswith("#"):
            body = body[:start] + normpath(join(folder, target)) + body[end:]
    return f"# {title}\n\n{body}\n"
