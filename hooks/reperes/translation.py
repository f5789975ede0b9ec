"""Whether a translation still says what the French says: a fingerprint of content, not of dates."""

import hashlib
import re
import unicodedata

from reperes.catalogue import Words

KEYS = ("title", "expansion", "description", "simple", "date_text")


def fingerprint(words: Words) -> str:
    """The first 12 hex digits of SHA-256 over the words of a text, in NFC, LF line ends, trailing spaces off."""
    parts = [f"{key}: {value}" for key in KEYS if (value := getattr(words, key))]
    text = unicodedata.normalize("NFC", "\n".join([*parts, "", words.body.strip()]))
    return hashlib.sha256(re.sub(r"[ \t]+(?=\n|$)", "", text).encode()).hexdigest()[:12]


def stamp(source: str, value: str) -> str:
    """The text of a translation's file with its fingerprint written in the front matter."""
    line = f"traduit_de: {value}"
    opening, head, rest = re.split(r"(?m)^(?=---[ \t]*\r?$)", source, maxsplit=2)
    head, written = re.subn(r"(?m)^traduit_de:.*$", line, head)
    return opening + head + ("" if written else f"{line}\n") + rest
