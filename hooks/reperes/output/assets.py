"""The files that a page asks for by itself, from its tags."""

from html.parser import HTMLParser


def assets(html: str, lazy: bool) -> list[str]:
    """The addresses of the styles, icons, scripts and images of a page, in order; with lazy images or without."""
    return _Tags(html, lazy).found


class _Tags(HTMLParser):
    def __init__(self, html: str, lazy: bool) -> None:
        super().__init__()
        self.lazy = lazy
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the address in a tag, if any."""
        given = {name: value or "" for name, value in attrs}
        if tag == "link" and {"stylesheet", "icon"} & set(given.get("rel", "").split()):
            self.found.append(given.get("href", ""))
        elif tag in ("script", "img") and "src" in given and (self.lazy or given.get("loading") != "lazy"):
            self.found.append(given["src"])
