"""The words of a content in one language, and its Markdown as plain text."""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass

SENTENCE = re.compile(  # where one ends
    r"\s(?:(?<=[.!?…]\s)|(?<=[.!?…]\s»\s)|(?<=[.!?…][»”)]\s))\s*(?![a-zß-öø-ÿœ»”)?!])"
)
AROUND = re.compile(  # what is read of a link, nothing of a tag or of a footnote's number
    r"\[\^[^\]]*\]|!?\[(?P<text>[^\]]*)\]\((?:[^()]|\([^()]*\))*\)|\[(?P<label>[^\]]*)\]\[[^\]]*\]"
    r"|(?<=[*_)\]])\{:?[^{}\n]*\}|<(?P<address>https?://[^\s<>]+|[^\s<>@]+@[^\s<>@]+)>|(?<!\\)</?[A-Za-z][^<>]*>"
)
FOREIGN = re.compile(  # words of another language, as HTML or as an attribute of what is emphasised
    r"(?<!\\)<(?P<tag>i|span)\s(?:[^<>]*\s)?lang\s*=\s*[\"']?(?P<lang>[A-Za-z-]{2,35})[\"']?(?:\s[^<>]*)?>"
    r"(?P<html>.{0,2000}?)</(?P=tag)>"
    r"|(?P<sign>\*{1,2}|_{1,2})(?P<text>[^*_\n]+)(?P=sign)"
    r"\{:?[ \t]*lang=[\"']?(?P<other>[A-Za-z-]{2,35})[\"']?[ \t]*\}",
    re.S,
)
INLINE = re.compile(r"<(?P<tag>i|span) lang=[\"']?(?P<lang>[A-Za-z-]{2,35})[\"']?>(?P<text>[^<>]+)</(?P=tag)>")
START, BEHIND, END = "\ue000\ue001\ue002"  # around words of another language, while a paragraph is made plain
MARKED = re.compile(f"{START}([A-Za-z-]*){BEHIND}([^{START}{BEHIND}{END}]*){END}")
SAFE = 4  # letters that make a name sure of its language
SIGNS = re.compile(r"(?<!\\)(?!(?<=\s)[*_]+\s)(?:[*`]+|(?<!\w)_+|_+(?!\w))|\\(?=[^\w\s])")


class Marked(str):
    """A line of front matter in which words of another language are marked; as text, it is without the marks."""

    pieces: tuple[tuple[str, str], ...]  # with their language, empty for that of the content

    def __eq__(self, other: object) -> bool:
        """Whether both say the same, in the same languages."""
        return str.__eq__(self, other) and self.pieces == getattr(other, "pieces", self.pieces)

    __hash__ = str.__hash__


def marked(line: str) -> str:
    """A line as it is read, without its marks; of words marked, their language is kept."""
    found: list[tuple[str, str]] = []
    end = 0
    for mark in INLINE.finditer(line):
        found += [(line[end : mark.start()], ""), (mark["text"], mark["lang"])]
        end = mark.end()
    if not found:
        return line
    return _marked((text, lang) for text, lang in [*found, (line[end:], "")] if text)


def foreign(line: str, language: str) -> str:
    """A line that is of another language as a whole."""
    return _marked([(line, language)])


def _marked(pieces: Iterable[tuple[str, str]]) -> Marked:
    every = tuple(pieces)
    read = Marked("".join(text for text, _ in every))
    read.pieces = every
    return read


def pieces(line: str) -> tuple[tuple[str, str], ...]:
    """A line in pieces, each with its language when it is not that of the content."""
    return line.pieces if isinstance(line, Marked) else ((line, ""),)


class Tongues:
    """Names that are words of another language, and tell it wherever they are said again."""

    def __init__(self, lines: Iterable[str | None]) -> None:
        """Take what is marked in titles and in what they stand for; a shorter word may be one of the page's own."""
        marks = [(text.lower(), lang) for line in lines for text, lang in pieces(line or "") if lang]
        marks.sort(key=lambda mark: (-len(mark[0]), mark))  # « pouvoir d'agir » before « pouvoir »
        self.languages = {name: lang for name, lang in marks if len(name) >= SAFE}
        self.pattern = re.compile(rf"(?i)(?<!\w)({'|'.join(map(re.escape, self.languages)) or '(?!)'})(?!\w)")

    def cut(self, text: str) -> tuple[tuple[str, str], ...]:
        """A text in pieces, each with its language when it is one of these names or is marked already."""
        if isinstance(text, Marked):
            return text.pieces
        found = enumerate(self.pattern.split(text))
        return tuple((piece, self.languages[piece.lower()] if at % 2 else "") for at, piece in found if piece)


@dataclass(frozen=True)
class Text:
    """What a content says in one language."""

    lang: str
    path: str  # from docs/
    title: str
    body: str
    expansion: str | None = None
    forms: tuple[str, ...] = ()
    synonyms: tuple[str, ...] = ()
    former_names: tuple[str, ...] = ()
    description: str | None = None
    simple: str | None = None
    date_text: str | None = None
    source_stamp: str | None = None

    @property
    def spellings(self) -> tuple[str, ...]:
        """The title, what it stands for and the other names, each once."""
        others = (*self.forms, *self.synonyms, *self.former_names)
        return tuple(dict.fromkeys(filter(None, (self.title, self.expansion, *others))))

    def tongue(self, spelling: str) -> str:
        """The language that the author gave to the whole title, when it is spelled so; else nothing."""
        (title, language), *others = pieces(self.title)
        return language if not others and title.lower() == spelling.lower() else ""

    @property
    def simple_sentences(self) -> list[str]:
        """The easy text, one sentence each."""
        return SENTENCE.split(self.simple.strip()) if self.simple else []


def plain(paragraph: str) -> str:
    """A paragraph of Markdown as plain text on one line."""
    text = AROUND.sub(_read, paragraph)
    return " ".join(html.unescape(SIGNS.sub("", text)).split())


def _read(found: re.Match[str]) -> str:
    """What is read of a link, of whose text nothing is read of a tag either."""
    return AROUND.sub("", found["text"] or found["label"] or "") or found["address"] or ""


def spoken(paragraph: str) -> tuple[tuple[str, str], ...]:
    """A paragraph of Markdown as plain text, in pieces: each with the language that its author marked, or none."""
    bare = re.sub(f"[{START}{BEHIND}{END}]", "", paragraph)
    held = plain(FOREIGN.sub(_held, bare))
    found: list[tuple[str, str]] = []
    end = 0
    for marked in MARKED.finditer(held):
        found += [(held[end : marked.start()], ""), (marked[2], marked[1])]
        end = marked.end()
    pieces = [(re.sub(f"{START}[A-Za-z-]*{BEHIND}|{END}", "", text), lang) for text, lang in [*found, (held[end:], "")]]
    return tuple((text, lang) for text, lang in pieces if text)


def _held(found: re.Match[str]) -> str:
    return f"{START}{found['lang'] or found['other']}{BEHIND}{found['html'] or found['text'] or ''}{END}"


def read_words(page: str) -> str:
    """What is read in a page of HTML: its text between tags, the head, scripts and templates left out."""
    body = re.sub(r"(?s)<head>.*?</head>|<(script|style|template)\b.*?</\1>", " ", page)
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", body)).split())
