"""A built page as it goes on paper or into a book: no menu, no script, no pop-up, what opened on a click said in place.

Its templates and its print styles are the page's own.
"""

from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from xml.etree.ElementTree import Element, TreeBuilder, tostring

GONE = {
    *("menu-open", "menu", "search-link", "help", "bottom", "doors", "skip", "breadcrumb", "toc", "within", "cited"),
    *("neighbours", "filters", "copy", "cite", "offered", "reading", "names", "overview"),
}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


def parse(html: str) -> Element:
    """The tree of a page of ours, where every element that can be closed is."""
    tree = _Tree()
    tree.feed(html)
    return tree.builder.close()


class _Tree(HTMLParser):
    """Ten times faster than a parser that mends pages."""

    def __init__(self) -> None:
        super().__init__()
        self.builder = TreeBuilder()
        self.handle_data = self.builder.data  # type: ignore[method-assign, assignment]
        self.handle_endtag = self.builder.end  # type: ignore[method-assign, assignment]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element starts, and ends when it holds nothing."""
        self.builder.start(tag, {name: value or "" for name, value in attrs})
        if tag in VOID:
            self.builder.end(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element of a drawing, closed where it starts."""
        self.builder.start(tag, {name: value or "" for name, value in attrs})
        self.builder.end(tag)


def write(root: Element) -> str:
    """The page of a tree."""
    return "<!doctype html>\n" + tostring(root, encoding="unicode", method="html")


def on_paper(html: str) -> str:
    """A page for paper; pictures that say nothing are left out, since every one in a PDF must be said."""
    root = bare(html)
    words = {word.get("id"): expansion(word) for word in elements(root, "word")}
    said(root, lambda button: _in_place(button, words))
    for table in list(elements(root, "trainings")):
        _as_list(table)
    for parent in list(root.iter()):
        for child in list(parent):
            if child.get("alt") == "" or (child.tag == "svg" and child.get("aria-hidden")):
                remove(parent, child)
    return write(root)


def bare(html: str) -> Element:
    """The tree of a page without what only a screen can do; lists whose items are pop-ups are plain lists."""
    root = parse(html)
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag == "script" or not GONE.isdisjoint(classes(child)) or _for_machines(child):
                remove(parent, child)
    for part in list(root.iter()):
        for folding in [child for child in part if "fold" in classes(child)]:
            part[list(part).index(folding)] = folding[0][0]  # its heading
        if "words" in classes(part):
            _plain_words(part)
        if "references" in classes(part):
            _plain_references(part)
    return root


def said(root: Element, change: Callable[[Element], None]) -> None:
    """Change each button that opens a word or a source."""
    for button in list(root.iter("button")):
        if button.get("popovertarget"):
            change(button)


def expansion(word: Element) -> str:
    """What an acronym of the list of words stands for, nothing for a word or for homonyms."""
    names = [part for part in word.iter() if "name" in classes(part)]
    return "".join(names[0][1].itertext()) if len(names) == 1 and len(names[0]) > 1 else ""


def classes(element: Element) -> set[str]:
    """The classes of an element."""
    return set(element.get("class", "").split())


def remove(parent: Element, child: Element) -> None:
    """Take an element away and leave the text that follows it."""
    place = list(parent).index(child)
    if child.tail:
        if place:
            parent[place - 1].tail = (parent[place - 1].tail or "") + child.tail
        else:
            parent.text = (parent.text or "") + child.tail
    parent.remove(child)


def unwrap(parent: Element, child: Element) -> None:
    """Put what an element holds in its place."""
    place = list(parent).index(child)
    inside = list(child)
    before = child.text or ""
    if place:
        parent[place - 1].tail = (parent[place - 1].tail or "") + before
    else:
        parent.text = (parent.text or "") + before
    parent[place : place + 1] = inside
    if inside:
        inside[-1].tail = (inside[-1].tail or "") + (child.tail or "")


def _for_machines(element: Element) -> bool:
    kept = ("stylesheet",)
    return (element.tag == "link" and element.get("rel") not in kept) or (
        element.tag == "meta" and element.get("name") != "description" and element.get("charset") is None
    )


def _in_place(button: Element, words: dict[str | None, str]) -> None:
    target = button.attrib.pop("popovertarget")
    button.attrib.pop("type", None)
    if "term" not in classes(button):  # the number of a source
        button.tag = "a"
        button.set("href", f"#{target}")
        return
    short = "".join(button.itertext())
    long = words.get(target, "")
    button.tag = "abbr" if long and short.isupper() else "span"
    if button.tag == "abbr":
        button.set("title", long)


def _plain_words(section: Element) -> None:
    """Each word of the page as an item of a list: its name, then what it means."""
    for list_ in section.iter("dl"):
        list_.tag = "ul"
        for word in list_:
            word.tag = "li"
            word.attrib.pop("popover", None)
            for part in word:
                part.set("class", "name" if part.tag == "dt" else "meaning")
                part.tag = "p"


def _as_list(table: Element) -> None:
    """The table of courses, too wide for paper, as a list: a course an item, without what is not known of it."""
    table.tag = "ul"
    for part in list(table):
        if part.tag == "thead":
            remove(table, part)
            continue
        table.attrib |= {name: value for name, value in part.attrib.items() if name == "lang"}
        for row in part:
            row.tag = "li"
            for cell in list(row):
                if cell.tag == "th":
                    cell.tag, cell.attrib = "strong", {}
                elif "unknown" in classes(cell):
                    remove(row, cell)
                else:
                    cell.text = f" · {(cell.text or '').lstrip()}"
                    unwrap(row, cell)
        unwrap(table, part)


def _plain_references(list_: Element) -> None:
    for item in list_:
        for box in list(item):
            item.set("id", box.get("id", ""))
            for number in [part for part in box if "number" in classes(part)]:
                remove(box, number)
            unwrap(item, box)


def elements(root: Element, *names: str) -> Iterator[Element]:
    """The elements that have one of some classes."""
    return (one for one in root.iter() if not set(names).isdisjoint(classes(one)))
