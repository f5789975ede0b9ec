"""The files that a page asks for by itself, from its tags."""

import re
from html import unescape

# Our own pages: every attribute stands between straight quotes.
TAG = re.compile(r"<(link|script|img)\b([^>]*)>")
ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')


def assets(html: str, lazy: bool) -> list[str]:
    """The addresses of the styles, icons, scripts and images of a page, in order; with lazy images or without."""
    found = []
    for tag, text in TAG.findall(html):
        given = dict(ATTRIBUTE.findall(text))
        if tag == "link" and {"stylesheet", "icon"} & set(given.get("rel", "").split()):
            found.append(given.get("href", ""))
        elif tag != "link" and "src" in given and (lazy or given.get("loading") != "lazy"):
            found.append(given["src"])
    return [unescape(address) for address in found]
