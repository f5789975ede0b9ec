"""The typography of a language, set in the text of a page: no-break spaces, quotation marks, apostrophes.

The rules are data: a list of patterns and replacements per language.
"""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

TAG = re.compile(r"(<!--.*?-->|<[^>]*>)", re.S)
NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9-]*)")
LANG = re.compile(r"\slang=[\"']?([a-zA-Z-]+)")
VERBATIM = ("code", "kbd", "pre", "samp", "script", "style", "textarea")
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
HUSHED = re.compile(rf"<(?:{'|'.join(VERBATIM)})(?=[\s>])", re.I)


def rules(pairs: Iterable[tuple[str, str]]) -> Callable[[str], str]:
    """A function that sets the typography of a text by each rule in turn."""
    compiled = [(re.compile(pattern), replacement) for pattern, replacement in pairs]

    @lru_cache(maxsize=1 << 15)  # menus, names and definitions come back on every page
    def apply(text: str) -> str:
        for pattern, replacement in compiled:
            text = pattern.sub(replacement, text)
        return text

    return apply


def typeset(html: str, setters: dict[str, Callable[[str], str]]) -> str:
    """A page whose text is set by the rules of the language it stands in; code, tags and attributes are untouched."""
    pieces = TAG.split(html)
    opened: list[list[str | int]] = []  # elements that change the rules: name, depth of the same name inside, language
    name, setter = "", setters.get("")
    for index, piece in enumerate(pieces):
        if not index % 2:
            if setter and piece and not piece.isspace():
                pieces[index] = setter(piece.replace("&#39;", "'").replace("&#34;", '"'))
            continue
        if " lang=" in piece or HUSHED.match(piece):
            found = NAME.match(piece)
            if not found or found[1].lower() in VOID or piece.endswith("/>"):
                continue
            own = LANG.search(piece)
            opened.append([found[1].lower(), 0, own[1].partition("-")[0] if own and not HUSHED.match(piece) else ""])
        elif opened and (found := NAME.match(piece)) and found[1].lower() == name and not piece.endswith("/>"):
            if piece[1] != "/":
                opened[-1][1] = int(opened[-1][1]) + 1
            elif opened[-1][1]:
                opened[-1][1] = int(opened[-1][1]) - 1
            else:
                opened.pop()
        else:
            continue
        name, language = (str(opened[-1][0]), str(opened[-1][2])) if opened else ("", "")
        setter = setters.get(language)
    return "".join(pieces)
