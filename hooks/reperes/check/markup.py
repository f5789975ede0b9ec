"""What the source of a text may hold: safe Markdown, an allow-list of HTML, blocks with right options.

The first wall, where every problem has its place; the second, `sanitizing.py`, looks at the rendered article.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from difflib import get_close_matches
from functools import lru_cache
from itertools import chain, islice

from reperes.check import attr_lists, layout, limits, links, slips, tables, wording
from reperes.check.attr_lists import ATTRIBUTES, attributes
from reperes.check.former_names import Memory
from reperes.check.validation import validate
from reperes.model.blocks import BLOCKS
from reperes.model.vocabularies import Vocabularies
from reperes.source.frontmatter import Document, read_block

INLINE = {"abbr", "br", "cite", "i", "kbd", "q", "s", "small", "span", "sub", "sup", "u", "wbr"}
CODE = re.compile(  # a fence ends as it began, or pymdownx.superfences does not see it
    r"(?ms)^(?P<indent> {0,3})(?P<fence>`{3,}|~{3,})(?P<name>[^\n`]*)\n(?P<inside>.*?)"
    r"(?:^(?P<end>(?P=indent)(?P=fence))[ \t]*$|\Z)"
    r"|(?<![\\`])(?P<tick>`++)(?:[^`\n]++|\n(?![ \t]*\n)|(?!(?P=tick)(?!`))`++)++(?P=tick)(?!`)"
)
SHIFTED = re.compile(rf"^(?:[ \t>]|[-*+] |\d+\. )+(?:`{{3,}}|~{{3,}})[ \t]*({'|'.join(BLOCKS)})[ \t]*$", re.M)
HTML = re.compile(r"<(?<!\\.)(?=[A-Za-z/!?])(?!https?://[^\s<>]+>)(?![^\s<>@]+@[^\s<>@]+>)[^<>]*>?")
TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)((?:\s+[^<>]*)?)/?>")
HEADING = re.compile(r"^ {0,3}(?:> ?)*(?:[-*+] +)?#(?!#)[^\n]*|^(?=\S)[^\n]+\n {0,3}=+[ \t]*$", re.M)
TAGS = {  # what to write in their place
    **dict.fromkeys(("b", "strong"), "écrivez **le mot**, entre deux étoiles"),
    **dict.fromkeys(("em",), "écrivez *le mot*, entre une étoile et une étoile"),
    **dict.fromkeys(("a",), "écrivez [le texte](l'adresse)"),
    **dict.fromkeys(("iframe", "video", "audio", "embed", "object"), "mettez un lien : [son titre](son adresse)"),
    **dict.fromkeys(("ul", "ol", "li"), "commencez chaque ligne par « - » (ou « 1. »), après une ligne vide"),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "commencez la ligne par ## et une espace"),
    **dict.fromkeys(("p", "div", "font", "center", "section", "article"), "gardez le texte, et enlevez ces signes"),
}


def check(document: Document, vocabularies: Vocabularies | None = None) -> None:
    """Add every problem of a body but those of its links, which depend on other files."""
    masked = mask(document.body)
    found = chain(
        limits.check(masked),
        _headings(masked),
        _tags(masked),
        _unbalanced(masked),
        attr_lists.check(masked),
        layout.check(masked, document.body),
        tables.check(masked),
        slips.check(masked),
        wording.check(masked),
        _fences(document.body),
    )
    for offset, fault, cure in islice(found, limits.TOLD):
        document.blame_at(place(document, offset), "texte", fault, cure)
    drawn: set[str] = set()
    for name, options, line in islice(fences(document), limits.BLOCKS):
        if name in drawn:
            fault, cure = f"le bloc « {name} » est déjà dans cette page", "gardez-en un seul"
            document.blame_at((line - 1, 1), "bloc", fault, cure)
        drawn |= {name} & set(BLOCKS)
        _check_block(document, name, options, line, vocabularies)


def check_links(document: Document, paths: frozenset[str], memory: Memory | None = None) -> None:
    """Add every problem of the links of a body; `paths` are those of the files that exist."""
    if "](" in document.body or "]:" in document.body or "<http" in document.body:
        found = links.check(mask(document.body), document.path, paths, memory, document.body)
        for offset, fault, cure in islice(found, limits.TOLD):
            document.blame_at(place(document, offset), "texte", fault, cure)


@lru_cache(maxsize=1 << 13)  # each check of a text starts so
def mask(body: str) -> str:
    """The body with its code blanked, letter for letter."""
    if "`" not in body and "~~~" not in body:  # most have none
        return body
    return CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), body)


def fences(document: Document) -> Iterator[tuple[str, str, int]]:
    """Name, inside and first inner line of every fenced block."""
    if "```" not in document.body and "~~~" not in document.body:
        return
    for found in CODE.finditer(document.body):
        if found["fence"]:
            line = document.body_line + document.body.count("\n", 0, found.start("inside"))
            yield found["name"].strip(), found["inside"], line


def place(document: Document, offset: int) -> tuple[int, int]:
    """Line and column, in the file, of an offset in the body."""
    starts = document.line_starts
    line = bisect_right(starts, offset) - 1
    return document.body_line + line, offset - starts[line] + 1


def _headings(text: str) -> Iterator[tuple[int, str, str]]:
    for found in HEADING.finditer(text) if "#" in text or "=" in text else ():
        yield (
            found.start(),
            "un titre de niveau 1 dans le texte",
            "commencez par ## : le titre est déjà dans « title: »",
        )


def _tags(text: str) -> Iterator[tuple[int, str, str]]:
    opened = set()
    table = 0
    for found in HTML.finditer(text):
        if found.start() < table:
            continue
        tag = TAG.fullmatch(found[0])
        name = tag[1].lower() if tag else ""
        if found[0].startswith("</") and name in opened:
            continue
        opened.add(name)
        if name == "table":
            table = text.find("</table", found.start())
            table = len(text) if table < 0 else table + len("</table>")
            yield (
                found.start(),
                "un tableau en HTML",
                "écrivez | un | deux |, puis |---|---|, puis une ligne par rangée",
            )
        elif name == "img" or found[0].lower().startswith("<img"):
            yield found.start(), "une image en HTML", links.IMAGE_CURE
        elif found[0].startswith("<!--"):
            yield found.start(), "une remarque cachée", "enlevez-la : dites-le plutôt avec votre proposition"
        elif text[found.start() - 1 : found.start()] == "<":
            yield found.start(), "des guillemets faits de deux signes", "écrivez « le mot »"
        elif name in TAGS:
            yield found.start(), f"du HTML (« <{name}> »)", TAGS[name]
        elif tag is None or name not in INLINE:
            shown = f"<{tag[1]}>" if tag else found[0][:20].split("\n")[0]
            yield found.start(), f"du HTML (« {shown} »)", "enlevez-le, ou écrivez \\< pour montrer ce signe"
        elif wrong := [name for name, _ in attributes(tag[2]) if name not in ATTRIBUTES]:
            cure = "enlevez-le : seuls lang, dir et data-glossaire sont admis"
            yield found.start(), f"l'attribut « {wrong[0]} » dans du HTML", cure


def _unbalanced(text: str) -> Iterator[tuple[int, str, str]]:
    """Inline tags that do not close in their paragraph: browsers would carry them to the end of the page."""
    for paragraph in limits.PARAGRAPH.finditer(text) if "<" in text else ():
        opened: list[tuple[str, int]] = []
        for found in HTML.finditer(text, paragraph.start(), paragraph.end()):
            tag = TAG.fullmatch(found[0])
            name = tag[1].lower() if tag else ""
            if name not in INLINE - {"br", "wbr"}:
                continue
            if not found[0].startswith("</"):
                opened.append((name, found.start()))
            elif opened and opened[-1][0] == name:
                opened.pop()
            else:
                yield found.start(), f"« </{name}> » ne ferme rien dans ce paragraphe", "enlevez-le"
        for name, offset in opened:
            yield offset, f"« <{name}> » n'est pas fermé dans ce paragraphe", f"ajoutez </{name}>"


def _fences(body: str) -> Iterator[tuple[int, str, str]]:
    if "```" not in body and "~~~" not in body:
        return
    blocks = [found for found in CODE.finditer(body) if found["fence"]]
    if len(blocks) > limits.BLOCKS:
        yield blocks[limits.BLOCKS].start(), "trop de blocs dans un fichier", "coupez-le en plusieurs pages"
    for found in blocks:
        if found["end"] is None:
            yield found.start(), f"un bloc « {found['fence']} » jamais fermé", f"ajoutez une ligne {found['fence']}"
    for found in SHIFTED.finditer(body):
        yield found.start(), f"le bloc « {found[1]} » est décalé", "commencez-le au début de la ligne"


def _check_block(document: Document, name: str, options: str, line: int, vocabularies: Vocabularies | None) -> None:
    word = name.partition(" ")[0]
    if name in BLOCKS:
        block = read_block(document.path, options, line)
        if not block.problems:
            validate(block, BLOCKS[name].options, vocabularies)
        document.problems += block.problems
    elif close := get_close_matches(word.lower(), BLOCKS, n=1, cutoff=0.75):
        cure = f"vouliez-vous écrire « {close[0]} » ?"
        document.blame_at((line - 1, 1), "bloc", f"« {name} » n'est pas un bloc", cure)
