"""Whether a translation still says what the French says: a fingerprint of content, not of dates."""

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from typing import Literal, TypeAlias

from reperes.model.kinds import KINDS
from reperes.model.paths import FACTS
from reperes.model.text import Text

State: TypeAlias = Literal["current", "outdated", "missing"]

KEYS = {  # what is translated, by the keys of front matter
    "title": "title",
    "developpe": "expansion",
    "description": "description",
    "simple": "simple",
    "date_texte": "date_text",
}


def state(texts: Mapping[str, Text], language: str) -> State:
    """Whether a content is translated, and from the French of today; `texts` are by language."""
    if language not in texts:
        return "missing"
    return "current" if language == FACTS or texts[language].source_stamp == fingerprint(texts[FACTS]) else "outdated"


def expected(kind: str, words: Text) -> bool:
    """Whether a text is to be translated: a line of a page that has no text of its own stays as it is."""
    return KINDS[kind].paged or bool(words.body.strip())


def fingerprint(words: Text) -> str:
    """The first 12 hex digits of SHA-256 over the words of a text, in NFC, LF line ends, trailing spaces off."""
    parts = [f"{key}: {value}" for key in KEYS.values() if (value := getattr(words, key))]
    text = unicodedata.normalize("NFC", "\n".join([*parts, "", words.body.strip()]))
    return hashlib.sha256(re.sub(r"[ \t]+(?=\n|$)", "", text).encode()).hexdigest()[:12]


def stamp(source: str, value: str) -> str:
    """The text of a translation's file with its fingerprint written in the front matter, the rest to the letter."""
    end = re.search(r"(?m)^(?:---|\.\.\.)[ \t]*\r?$", source[4:])
    if end is None:
        raise ValueError("no front matter")
    head, rest = source[: end.start() + 4], source[end.start() + 4 :]
    head, written = re.subn(r"(?m)^traduit_de:[^\r\n]*", f"traduit_de: {value}", head)
    line_end = "\r\n" if "\r\n" in head else "\n"
    return head + ("" if written else f"traduit_de: {value}{line_end}") + rest
