"""A built page as PDF/UA-1 (ISO 14289-1), by WeasyPrint: tagged, titled, in its language, with its bookmarks.

WeasyPrint leaves out of the tags the language of a part, what an acronym stands for, the name of a link and what a
header of a table heads: they are added where it makes the tag of a box. That function is its own, not its interface:
upgrade with the tests.
"""

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from mimetypes import guess_type
from pathlib import Path
from typing import Any

import pydyf
from weasyprint import CSS, HTML
from weasyprint.pdf import tags
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from reperes.publications.paper import on_paper

STYLES = Path(__file__).parents[1] / "data" / "paper.css"
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
            drawn = HTML(
                string=html.replace("<html ", f'<html data-press="{press}" ', 1),
                base_url=url,
                url_fetcher=_Fetcher(self.files, self.site_url),
            ).render(stylesheets=[self.styles], font_config=self.fonts, pdf_variant=VARIANT, cache=self.cache)
            if not pages or len(drawn.pages) <= pages:
                break
        with _told():
            return bytes(drawn.write_pdf(pdf_variant=VARIANT, pdf_identifier=url.encode()))


@contextmanager
def _told() -> Iterator[None]:
    """Within, tags say what WeasyPrint's own do not."""
    plain = tags._build_box_tree

    def tell(box: Any, *args: Any) -> Iterator[pydyf.Dictionary]:
        element = getattr(box, "element", None)
        for tag in plain(box, *args):
            if element is not None:
                _tell(tag, element, box)
            yield tag

    tags._build_box_tree = tell
    try:
        yield
    finally:
        tags._build_box_tree = plain


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
