"""The words of a content in one language, and its Markdown as plain text."""

import html
import re
from dataclasses import dataclass

SENTENCE = re.compile(r"(?:(?<=[.!?…])|(?<=[.!?…]\s»)|(?<=[.!?…][»”)]))\s+(?![a-zß-öø-ÿœ»”)?!])")  # where one ends
AROUND = re.compile(  # what is read of a link, nothing of a tag or of a footnote's number
    r"\[\^[^\]]*\]|!?\[(?P<text>[^\]]*)\]\((?:[^()]|\([^()]*\))*\)|\[(?P<label>[^\]]*)\]\[[^\]]*\]"
    r"|<(?P<address>https?://[^\s<>]+|[^\s<>@]+@[^\s<>@]+)>|(?<!\\)</?[A-Za-z][^<>]*>"
)
SIGNS = re.compile(r"(?<!\\)(?!(?<=\s)[*_]+\s)(?:[*`]+|(?<!\w)_+|_+(?!\w))|\\(?=[^\w\s])")


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

    @property
    def simple_sentences(self) -> list[str]:
        """The easy text, one sentence each."""
        return SENTENCE.split(self.simple.strip()) if self.simple else []


def plain(paragraph: str) -> str:
    """A paragraph of Markdown as plain text on one line."""
    text = AROUND.sub(lambda found: found["text"] or found["label"] or found["address"] or "", paragraph)
    return " ".join(html.unescape(SIGNS.sub("", text)).split())


def read_words(page: str) -> str:
    """What is read in a page of HTML: its text between tags, the head, scripts and templates left out."""
    body = re.sub(r"(?s)<head>.*?</head>|<(script|style|template)\b.*?</\1>", " ", page)
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", body)).split())
