"""The typography of a language, set in the text of a page: no-break spaces, quotation marks, what no line may break.

The rules are data: lists of patterns and replacements per language.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

TAG = re.compile(r"(<!--.*?-->|<[^>]*>)", re.S)
NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9-]*)")
LANG = re.compile(r"\slang=[\"']?([a-zA-Z-]+)")
VERBATIM = ("code", "kbd", "pre", "samp", "script", "style", "textarea")
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
PLAIN = re.compile(r"<(?:title|option|text|tspan)(?=[\s>])", re.I)  # nothing but text may stand there
NAMED = r"(?:[^<]|<(?!/b))*"  # it may hold a tag: « loi 2002-2 »
KEYS = rf'<(?:button class="term"[^>]*>{NAMED}</button>|sup class="reference".*?</sup>|a href="(?:tel|sms):[^<]*</a>)'
ATOM = rf'<(?:{KEYS[4:-1]}|span class="held">[^<]*</span>)'
ATOMS = re.compile(rf"{ATOM}(?:{ATOM})*")  # starts with a letter: thrice as fast as a group
BEFORE, BEHIND = re.compile(r"[^ \n\t<>]*\Z"), re.compile(r"[^ \n\t<>]*")
SIGNED = re.compile(rf'(<button class="term"[^>]*>)([^< ]+ {NAMED})</button>([\u00a0\u202f]?[.,;:!?…)»]+)')
LONGEST = 20  # letters held beside a button: more would not stay on the line of a telephone
STARTS = {name[:2] for name in VERBATIM}  # most tags are none of them
HUSHED = re.compile(rf"<(?:{'|'.join(VERBATIM)})(?=[\s>])", re.I)


def rules(*lists: Iterable[tuple[str, str]]) -> Callable[[str], str]:
    """A function that sets the typography of a text by each rule of some lists in turn."""
    compiled = [(re.compile(pattern), replacement) for pairs in lists for pattern, replacement in pairs]

    @lru_cache(maxsize=1 << 15)  # menus, names and definitions come back on every page
    def apply(text: str) -> str:
        for pattern, replacement in compiled:
            text = pattern.sub(replacement, text)
        return text

    return apply


@dataclass(frozen=True)
class Setter:
    """What sets the typography of a language: that of a text, and that of a text among tags, which may hold some."""

    text: Callable[[str], str]
    marked: Callable[[str], str]


def setter(said: Mapping[str, Any]) -> Setter:
    """The setter of a language, from the words of its interface."""
    return Setter(rules(said["typography"]), rules(said["typography"], said["typography_tags"]))


def typeset(html: str, setters: Mapping[str, Setter]) -> str:
    """A page whose text is set by the rules of the language it stands in; code, tags and attributes are untouched."""
    return hold(_set(html, setters))


def hold(html: str) -> str:
    """A page whose buttons stay on the line of what touches them: a browser would break there, whatever the sign."""
    kept: list[str] = []
    end = 0
    for atoms in ATOMS.finditer(html):
        found = BEFORE.search(html, max(end, atoms.start() - LONGEST - 1), atoms.start())
        start = found.start() if found else atoms.start()
        behind = BEHIND.match(html, atoms.end())
        stop = behind.end() if behind else atoms.end()
        beside = atoms.start() - start + stop - atoms.end()
        if not re.search(KEYS, atoms[0]) or not 0 < beside <= LONGEST:
            continue
        held = SIGNED.sub(r"\1<u>\2</u>\3</button>", html[start:stop])  # wrapped, it would leave the sign aside
        alone = held.startswith("<button") and held.endswith("</button>") and held.count("<button") == 1
        kept += [html[end:start], held if alone else f'<span class="held">{held}</span>']
        end = stop
    return "".join([*kept, html[end:]])


def _set(html: str, setters: Mapping[str, Setter]) -> str:
    pieces = TAG.split(html)
    opened: list[list[str | int]] = []  # elements that change the rules: name, depth of the same name inside, language
    name, around, own_setter, tag = "", ("", ""), setters.get(""), ""
    for index, piece in enumerate(pieces):
        if not index % 2:
            if own_setter and piece and not piece.isspace():
                plain = tag[1:2] in "to" and PLAIN.match(tag)
                said = piece.replace("&#39;", "'").replace("&#34;", '"') if "&#3" in piece else piece
                pieces[index] = (own_setter.text if plain else own_setter.marked)(said)
            continue
        tag = piece.lower()
        if " lang=" in piece or (tag[1:3] in STARTS and HUSHED.match(tag)):
            found = NAME.match(piece)
            if not found or found[1].lower() in VOID or piece.endswith("/>"):
                continue
            own = LANG.search(piece)
            opened.append([found[1].lower(), 0, own[1].partition("-")[0] if own and not HUSHED.match(piece) else ""])
        elif (
            (opened and tag.startswith(around))
            and (found := NAME.match(piece))
            and found[1].lower() == name
            and not piece.endswith("/>")
        ):
            if piece[1] != "/":
                opened[-1][1] = int(opened[-1][1]) + 1
            elif opened[-1][1]:
                opened[-1][1] = int(opened[-1][1]) - 1
            else:
                opened.pop()
        else:
            continue
        name, language = (str(opened[-1][0]), str(opened[-1][2])) if opened else ("", "")
        around, own_setter = (f"<{name}", f"</{name}"), setters.get(language)
    return "".join(pieces)
