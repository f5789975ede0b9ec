"""A built page as PDF/UA-1 (ISO 14289-1), by WeasyPrint: tagged, titled, in its language, with its bookmarks.

WeasyPrint leaves out of the tags the language of a part, what an acronym stands for, the name of a link and what a
header of a table heads: they are added where it makes the tag of a box. It also breaks a text after its first word when
only the space at its end does not fit. The functions completed are its own, not its interface: upgrade with the tests.
"""

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from math import inf
from mimetypes import guess_type
from pathlib import Path
from typing import Any

import pydyf
from weasyprint import CSS, HTML
from weasyprint.layout import inline
from weasyprint.pdf import tags
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from reperes.publications.page_html import on_paper

STYLES = Path(__file__).parents[1] / "data" / "pdf.css"
VARIANT = "pdf/ua-1"
PRESSED = ("", "most")  # how close lines stand
SCOPES = {"row": "/Row", "rowgroup": "/Row"}
logging.getLogger("weasyprint").setLevel(logging.CRITICAL)  # it tells every property of screens that it does not know


class Printer:
    """Makes PDF of the pages of a site, whose files are read from `files`, and nothing from elsewhere."""

    def __init__(self, files: Mapping[str, bytes], site_url: str) -> None:
        """`site_url` is where links of the pages lead."""
        self.files, self.site_url = files, site_url
        self.fonts = FontConfiguration()
        self.cache: dict[str, Any] = {}  # of images
        self.styles = CSS(string=STYLES.read_text("utf-8"), font_config=self.fonts)

    def print(self, address: str, pages: int = 0) -> bytes:
        """The page at an address from the root of the site.

        Lines stand as far from each other as fits in a number of pages, when one is given; letters stay as large.
        """
        url = self.site_url + address
        html = on_paper(self.files[f"{address}index.html"].decode())
        for press in PRESSED:
            page = HTML(
                string=html.replace("<html ", f'<html data-press="{press}" ', 1),
                base_url=url,
                url_fetcher=_Fetcher(self.files, self.site_url),
            )
            with _instead(inline, "split_first_line", _break):
                drawn = page.render(
                    stylesheets=[self.styles], font_config=self.fonts, pdf_variant=VARIANT, cache=self.cache
                )
            if not pages or len(drawn.pages) <= pages:
                break
        for paper in drawn.pages:
            paper.links = [link for link in paper.links if link[-1].element.tag == "a"]  # a part of a link is no other
        with _instead(tags, "_build_box_tree", _tagged):
            return bytes(drawn.write_pdf(pdf_variant=VARIANT, pdf_identifier=url.encode()))


@contextmanager
def _instead(module: Any, name: str, ours: Callable[..., Any]) -> Iterator[None]:
    """Within, a function of a module is ours, which is given the plain one first."""
    plain = getattr(module, name)
    setattr(module, name, partial(ours, plain))
    try:
        yield
    finally:
        setattr(module, name, plain)


def _break(plain: Any, text: str, style: Any, context: Any, width: float | None, *args: Any, **named: Any) -> Any:
    """The first line of a text, where the space at its end counts for nothing, as in Pango."""
    found = plain(text, style, context, width, *args, **named)
    bare = text.rstrip(" \u00a0")
    if found[2] is None or bare in ("", text):
        return found
    whole = plain(bare, style, context, width, *args, **named)
    if whole[2] is not None:
        return found
    # A space goes at the end of a line; a no-break space takes the word before it to the next one.
    width = inf if text.endswith(" ") else whole[3] - 1
    return plain(text, style, context, width, *args, **named)


def _tagged(plain: Any, box: Any, *args: Any) -> Iterator[pydyf.Dictionary]:
    """The tags of a box, which say what WeasyPrint's own do not."""
    element = getattr(box, "element", None)
    for tag in plain(box, *args):
        if element is not None:
            _tell(tag, element, box)
        yield tag


def _tell(tag: pydyf.Dictionary, element: Any, box: Any) -> None:
    if language := element.get("lang"):
        tag["Lang"] = pydyf.String(language)
    if element.tag == "abbr" and (long := element.get("title")):
        tag["S"], tag["E"] = "/Span", pydyf.String(long)
    if tag["S"] == "/Figure" and (said := element.get("aria-label")):
        tag["Alt"] = pydyf.String(said)
    if element.tag == "nav":
        tag["S"] = "/Sect"
    if element.tag == "th":
        tag["A"]["Scope"] = SCOPES.get(element.get("scope"), "/Column")
    if element.tag == "a" and box.link_annotation:
        box.link_annotation["F"] = 4  # on paper as on the screen
        box.link_annotation["Contents"] = pydyf.String(element.get("aria-label") or "".join(element.itertext()))


class _Fetcher(URLFetcher):  # type: ignore[misc]
    """The files of the site, and drawings that pages hold themselves."""

    def __init__(self, files: Mapping[str, bytes], site_url: str) -> None:
        super().__init__()
        self.files, self.site_url = files, site_url

    def fetch(self, url: str, headers: Any = None) -> Any:
        if url.startswith("data:"):
            return super().fetch(url, headers)
        path = url.removeprefix(self.site_url).partition("?")[0]
        if not url.startswith(self.site_url) or path not in self.files:
            raise ValueError(f"{url} is not of the site")
        kind, _ = guess_type(path)
        return URLFetcherResponse(url, self.files[path], {"Content-Type": kind or "application/octet-stream"})
