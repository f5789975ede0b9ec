"""Where the source of a text says what its rendered page shows wrong: the nearest place when it says it in pieces."""

import re
from collections.abc import Iterable, Iterator
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from reperes.base.collation import fold
from reperes.check.links import LINK
from reperes.check.markup import mask, place
from reperes.model.paths import DOCS
from reperes.source.frontmatter import Document

VALUE = re.compile(r"([\w:.-]+)=(?:'([^']*)'|\"([^\"]*)\")")
HEADING = re.compile(r"^ {0,3}#{2,6}[ \t]+(.+?)[ \t#]*$", re.M)


def links(document: Document, target: str, anchor: str) -> Iterator[tuple[int, int]]:
    """Line and column of each link to an anchor of a file of docs/; the start of the text when none is found."""
    here, found = document.path.removeprefix(DOCS), False
    for link in LINK.finditer(mask(document.body)):
        file, _, wanted = (link["inline"] or link["reference"] or "").partition("#")
        file = unquote(file.partition("?")[0])
        leads = normpath(join(dirname(here), file)) if file else here
        if (leads, unquote(wanted)) == (target, anchor):
            found = True
            yield place(document, link.start("reference" if link["inline"] is None else "inline"))
    if not found:
        yield document.body_line, 1


def tag(document: Document, start: str) -> tuple[int, int]:
    """Line and column of a tag that the page would hold: of a value, an attribute or the name that only it has."""
    values = [first or second for _, first, second in VALUE.findall(start)]
    names = [name for name, _, _ in VALUE.findall(start)]
    element = re.match(r"<[!\w-]+", start)
    return _first(document, (*sorted(values, key=len, reverse=True), element[0] if element else "", *names))


def anchor(document: Document, id_: str) -> tuple[int, int]:
    """Line and column of an anchor: as it is written, else of the heading that it was made from."""
    body = mask(document.body)
    if (at := body.find(f"#{id_}")) >= 0:
        return place(document, at)
    made = (found for found in HEADING.finditer(body) if re.sub(r"[^a-z0-9]+", "-", fold(found[1])).strip("-") == id_)
    heading = next(made, None)
    return place(document, heading.start()) if heading else (document.body_line, 1)


def _first(document: Document, wanted: Iterable[str]) -> tuple[int, int]:
    """The place of the first of some texts that the source holds."""
    body = mask(document.body).lower()
    at = next((body.find(text.lower()) for text in wanted if len(text) > 1 and text.lower() in body), None)
    return (document.body_line, 1) if at is None else place(document, at)
