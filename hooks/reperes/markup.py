"""What the body of a text may hold: safe Markdown, an allow-list of HTML, blocks with right options.

First wall: the source, where every problem has its place. Second wall: `unsafe` on the rendered article.
"""

import html
import re
from collections.abc import Collection, Iterator
from difflib import get_close_matches
from html.parser import HTMLParser
from pathlib import PurePosixPath
from posixpath import join, normpath, relpath

import nh3

from reperes.blocks import BLOCKS
from reperes.frontmatter import Document, read_block
from reperes.validation import validate

SCHEMES = {"http", "https", "mailto", "tel", "sms"}
INLINE = {"abbr", "br", "cite", "i", "kbd", "q", "s", "small", "span", "sub", "sup", "u", "wbr"}
ATTRIBUTES = {"lang", "dir", "data-glossaire"}
CODE = re.compile(  # a fence ends as it began, or pymdownx.superfences does not see it
    r"(?ms)^(?P<indent> {0,3})(?P<fence>`{3,}|~{3,})(?P<name>[^\n`]*)\n(?P<inside>.*?)"
    r"(?:^(?P<end>(?P=indent)(?P=fence))[ \t]*$|\Z)"
    r"|(?<![\\`])(?P<tick>`+)(?!`)(?:[^`\n]++|\n(?![ \t]*\n)|(?!(?P=tick)(?!`))`++)++(?P=tick)(?!`)"
)
SHIFTED = re.compile(rf"^[ \t>]+(?:`{{3,}}|~{{3,}})[ \t]*({'|'.join(BLOCKS)})[ \t]*$", re.M)
HTML = re.compile(r"(?<!\\)<(?=[A-Za-z/!?])(?!https?://[^\s<>]+>)(?![^\s<>@]+@[^\s<>@]+>)[^<>]*>?")
TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)((?:\s+[^<>]*)?)/?>")
ATTRIBUTE = re.compile(r"([^\s=\"'/]+)\s*(?:=\s*(\"[^\"]*\"|'[^']*'|[^\s\"']+))?")
ATTR_LIST = re.compile(r"\{:?[ \t]*(?=[#.\w])([^{}\n]*)\}")
LINK = re.compile(r"\]\(\s*<?(?P<inline>[^)\s>]*)|^ {0,3}\[(?!\^)[^\]\n]+\]:\s*<?(?P<reference>[^\s>]+)", re.M)
IMAGE = re.compile(r"!\[(?P<alt>[^\[\]]*)\](?:\(\s*<?(?P<target>[^)\s>]*)|\[(?P<label>[^\[\]]*)\])?")
REFERENCE = re.compile(r"^ {0,3}\[(?!\^)([^\]\n]+)\]:\s*<?([^\s>]+)", re.M)
HEADING = re.compile(r"^ {0,3}(?:> ?)*(?:[-*+] +)?#(?!#)[^\n]*|^(?=\S)[^\n]+\n {0,3}=+[ \t]*$", re.M)
RENDERED_TAGS = (
    nh3.ALLOWED_TAGS
    | INLINE
    | {
        *(
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "div",
            "section",
            "nav",
            "figure",
            "figcaption",
            "details",
            "summary",
        ),
        *("table", "thead", "tbody", "tr", "th", "td", "input", "button", "label", "time"),
    }
)
RENDERED_ATTRIBUTES = {
    "*": {"id", "class", "lang", "dir", "role", "title", "hreflang", "tabindex"},
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start"},
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
    "time": {"datetime"},
    "button": {"type", "popovertarget"},
    "blockquote": {"cite"},
}


def check(document: Document, paths: Collection[str]) -> None:
    """Add every problem of a body, links to files that are not among the paths included."""
    masked = mask(document.body)
    for offset, fault, cure in (
        *_headings(masked),
        *_tags(masked),
        *_attribute_lists(masked),
        *_links(masked, document.path, paths),
        *_images(masked),
        *_fences(document.body),
    ):
        document.blame_at(place(document, offset), "texte", fault, cure)
    for name, options, line in fences(document):
        _check_block(document, name, options, line)


def mask(body: str) -> str:
    """The body with its code blanked, letter for letter."""
    return CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), body)


def plain(paragraph: str) -> str:
    """A paragraph of Markdown as plain text on one line."""
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)|<[^>]*>", r"\1", paragraph)
    return " ".join(html.unescape(re.sub(r"(?<!\\)[*_`]+|\\(?=[^\w\s])", "", text)).split())


def fences(document: Document) -> Iterator[tuple[str, str, int]]:
    """Name, inside and first inner line of every fenced block."""
    for found in CODE.finditer(document.body):
        if found["fence"]:
            line = document.body_line + document.body.count("\n", 0, found.start("inside"))
            yield found["name"].strip(), found["inside"], line


def unsafe(article: str) -> str | None:
    """What a rendered article holds that it may not: a start tag, or nothing."""
    clean = nh3.clean(
        article,
        tags=RENDERED_TAGS,
        attributes=RENDERED_ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel=None,
        strip_comments=True,
        generic_attribute_prefixes={"data-", "aria-"},
        attribute_filter=lambda tag, name, value: None if name == "src" and _remote(value) else value,
    )
    before, after = _Starts(article).found, _Starts(clean).found
    return next(
        (tag for tag, kept in zip(before, [*after, ""] + [""] * len(before), strict=False) if tag != kept),
        None,
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


def place(document: Document, offset: int) -> tuple[int, int]:
    """Line and column, in the file, of an offset in the body."""
    before = document.body[:offset]
    return document.body_line + before.count("\n"), offset - before.rfind("\n")


def _headings(text: str) -> Iterator[tuple[int, str, str]]:
    for found in HEADING.finditer(text):
        yield (
            found.start(),
            "un titre de niveau 1 dans le texte",
            "commencez par ## : le titre est déjà dans « title: »",
        )


def _tags(text: str) -> Iterator[tuple[int, str, str]]:
    opened = set()
    for found in HTML.finditer(text):
        tag = TAG.fullmatch(found[0])
        name = tag[1].lower() if tag else ""
        if found[0].startswith("</") and name in opened:
            continue
        opened.add(name)
        if tag is None or name not in INLINE:
            shown = f"<{tag[1]}>" if tag else found[0][:20].split("\n")[0]
            yield found.start(), f"du HTML (« {shown} »)", "écrivez en Markdown, ou \\< pour un simple signe"
        elif wrong := [name for name, _ in _attributes(tag[2]) if name not in ATTRIBUTES]:
            cure = "enlevez-le : seuls lang, dir et data-glossaire sont admis"
            yield found.start(), f"l'attribut « {wrong[0]} » dans du HTML", cure


def _attribute_lists(text: str) -> Iterator[tuple[int, str, str]]:
    for found in ATTR_LIST.finditer(text):
        for name, value in _attributes(re.sub(r"(?<!\S)[#.][\w-]+", "", found[1])):
            if value is not None and name not in ATTRIBUTES | {"id", "class"}:
                yield (
                    found.start(),
                    f"l'attribut « {name} » entre accolades",
                    "enlevez-le : seuls #id, .classe, lang et dir sont admis",
                )


def _attributes(text: str) -> Iterator[tuple[str, str | None]]:
    for found in ATTRIBUTE.finditer(text.strip().removesuffix("/")):
        yield found[1].lower(), found[2]


def _links(text: str, path: str, paths: Collection[str]) -> Iterator[tuple[int, str, str]]:
    for found in LINK.finditer(text):
        target = found["inline"] or found["reference"] or ""
        scheme = _scheme(target)
        if scheme and scheme not in SCHEMES:
            cure = "écrivez https://…, un fichier .md, mailto: ou tel:"
            yield found.start(), f"un lien en « {scheme}: »", cure
        elif not target:
            yield found.start(), "un lien sans adresse", "écrivez l'adresse ou le fichier entre les parenthèses"
        elif not scheme and not target.startswith("//") and (wrong := _missing_file(target, path, paths)):
            yield found.start(), *wrong


def _images(text: str) -> Iterator[tuple[int, str, str]]:
    addresses = {found[1].lower(): found[2] for found in REFERENCE.finditer(text)}
    for found in IMAGE.finditer(text):
        address = found["target"] or addresses.get((found["label"] or found["alt"]).lower(), "")
        if address.startswith("//") or _scheme(address) in SCHEMES:
            yield found.start(), "une image d'un autre site", "copiez l'image dans docs/, avec le droit de le faire"


def _fences(body: str) -> Iterator[tuple[int, str, str]]:
    for found in CODE.finditer(body):
        if found["fence"] and found["end"] is None:
            yield found.start(), f"un bloc « {found['fence']} » jamais fermé", f"ajoutez une ligne {found['fence']}"
    for found in SHIFTED.finditer(body):
        yield found.start(), f"le bloc « {found[1]} » est décalé", "commencez-le au début de la ligne"


def _remote(target: str) -> bool:
    """Whether an address leads to another host."""
    return bool(_scheme(target)) or target.startswith("//")


def _scheme(target: str) -> str:
    """The scheme a browser would see: references decoded, white space and controls dropped."""
    seen = re.sub(r"[\x00-\x20\x7f-\xa0]", "", html.unescape(html.unescape(target)))
    found = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", seen)
    return found[1].lower() if found else ""


def _missing_file(target: str, path: str, paths: Collection[str]) -> tuple[str, str] | None:
    file = target.partition("#")[0].partition("?")[0]
    folder = str(PurePosixPath(path).parent)
    if not file or normpath(join(folder, file)) in paths:
        return None
    if file.startswith("www."):
        return f"l'adresse « {target} » est incomplète", f"écrivez https://{target}"
    if not PurePosixPath(file).suffix and not file.startswith("/"):
        return f"le lien « {target} » ne mène pas à un fichier", "écrivez le chemin du fichier, avec .md"
    wanted = normpath(join("docs", file.lstrip("/")) if file.startswith("/") else join(folder, file))
    close = [wanted] if wanted in paths else get_close_matches(wanted, paths, n=1, cutoff=0.85)
    near = (
        f"vouliez-vous écrire « {relpath(close[0], folder)} » ?" if close else "vérifiez le chemin, ou créez le fichier"
    )
    return f"le lien « {target} » mène à un fichier qui n'existe pas", near


def _check_block(document: Document, name: str, options: str, line: int) -> None:
    word = name.partition(" ")[0]
    if name in BLOCKS:
        block = read_block(document.path, options, line)
        if not block.problems:
            validate(block, BLOCKS[name])
        document.problems += block.problems
    elif close := get_close_matches(word.lower(), BLOCKS, n=1, cutoff=0.75):
        cure = f"vouliez-vous écrire « {close[0]} » ?"
        document.blame_at((line - 1, 1), "bloc", f"« {name} » n'est pas un bloc", cure)
