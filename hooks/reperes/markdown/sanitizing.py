"""The second wall: what a rendered article may hold, whatever its source looked like."""

import re
from collections.abc import Callable
from html.parser import HTMLParser
from itertools import zip_longest

import nh3

from reperes.check.links import SCHEMES, remote
from reperes.check.markup import INLINE

ID = re.compile(r"<[a-zA-Z][^<>]*\sid=\"([^\"]*)\"")
TAGS = {
    *nh3.ALLOWED_TAGS,
    *INLINE,
    *("h2", "h3", "h4", "h5", "h6", "div", "section", "nav", "figure", "figcaption", "details", "summary"),
    *("table", "thead", "tbody", "tr", "th", "td", "input", "button", "label", "time"),
}
ATTRIBUTES = {
    "*": {"id", "class", "lang", "dir", "role", "title", "hreflang", "tabindex"},
    "a": {"href"},
    "img": {"src", "alt", "width", "height", "loading"},
    "ol": {"start"},
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
    "time": {"datetime"},
    "button": {"type", "popovertarget"},
    "blockquote": {"cite"},
}


def clean(article: str, attribute: Callable[[str, str, str], str | None]) -> str:
    """An article without what it may not hold; tag, name and value of each attribute give the value that is kept."""
    return nh3.clean(
        article,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel=None,
        generic_attribute_prefixes={"data-", "aria-"},
        attribute_filter=attribute,
    )


def unsafe(article: str) -> str | None:
    """What a rendered article holds that it may not: a start tag, or nothing."""
    kept = clean(article, lambda tag, name, value: None if name == "src" and remote(value) else value)
    if kept == article.replace(" />", ">"):  # to the letter but for XHTML's slashes
        return None
    before, after = _Starts(article).found, _Starts(kept).found
    return next((tag for tag, same in zip_longest(before, after) if tag and tag != same), None)


def repeated_id(page: str) -> str | None:
    """An id that stands twice in a page: an author's anchor would take the place of one of ours."""
    ids = ID.findall(page)
    return (
        next((id_ for number, id_ in enumerate(ids) if id_ in ids[:number]), None) if len(set(ids)) < len(ids) else None
    )


class _Starts(HTMLParser):
    """The start tags of a piece of HTML, attributes sorted, as one string each."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        pairs = sorted((name, value or "") for name, value in attrs)
        self.found.append(f"<{tag}{''.join(f' {name}={value!r}' for name, value in pairs)}>")

    def handle_comment(self, data: str) -> None:
        """Note a comment: it never survives cleaning."""
        self.found.append(f"<!--{data}-->")
