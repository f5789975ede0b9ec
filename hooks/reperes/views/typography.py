"""The typography of a language, set in the text of a finished page: no-break spaces, quotation marks, apostrophes.

The rules are data: a list of patterns and replacements per language.
"""

import re
from collections.abc import Callable, Iterable

TAG = re.compile(r"(<!--.*?-->|<[^>]*>)", re.S)
NAME = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)")
LANG = re.compile(r"\slang=[\"']?([a-zA-Z-]+)")
VERBATIM = {"code", "kbd", "pre", "samp", "script", "style", "textarea"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


def rules(pairs: Iterable[tuple[str, str]]) -> Callable[[str], str]:
    """A function that sets the typography of a text by each rule in turn."""
    compiled = [(re.compile(pattern), replacement) for pattern, replacement in pairs]

    def apply(text: str) -> str:
        for pattern, replacement in compiled:
            text = pattern.sub(replacement, text)
        return text

    return apply


def typeset(html: str, setters: dict[str, Callable[[str], str]]) -> str:
    """A page whose text is set by the rules of the language it stands in; code, tags and attributes are untouched."""
    pieces = TAG.split(html)
    languages: list[tuple[str, str]] = [("", "")]  # open elements and their language; none inside verbatim ones
    for index, piece in enumerate(pieces):
        if index % 2:
            _follow(piece, languages)
        elif piece.strip() and (setter := setters.get(languages[-1][1])):
            pieces[index] = setter(piece.replace("&#39;", "'").replace("&#34;", '"'))
    return "".join(pieces)


def _follow(tag: str, languages: list[tuple[str, str]]) -> None:
    name = NAME.match(tag)
    if not name or name[2].lower() in VOID or tag.endswith("/>"):
        return
    element = name[2].lower()
    if name[1]:
        if any(opened == element for opened, _ in languages):
            while languages.pop()[0] != element:
                pass
        return
    own = LANG.search(tag)
    language = own[1].partition("-")[0] if own else languages[-1][1]
    hushed = element in VERBATIM or (languages[-1][1] == "" and len(languages) > 1 and not own)
    languages.append((element, "" if hushed else language))
