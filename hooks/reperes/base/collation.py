"""French alphabetical order: accents, case and ligatures count last (É with E, œ as oe)."""

import re
import unicodedata

BEYOND = re.compile(r"[^\x00-\x7f]+")  # all that a decomposed letter may lose stands there


def fold(text: str) -> str:
    """The text without accents, case, ligatures or typographic apostrophes."""
    if text.isascii():  # most words
        return text.lower()
    spelled = text.replace("œ", "oe").replace("Œ", "OE").replace("æ", "ae").replace("Æ", "AE").replace("\u2019", "'")
    decomposed = unicodedata.normalize("NFKD", spelled)
    return BEYOND.sub(_bare, decomposed).casefold()


def _bare(found: re.Match[str]) -> str:
    return "".join(letter for letter in found[0] if not unicodedata.combining(letter))


def french_key(text: str) -> tuple[str, str]:
    """A key to sort by: letters and digits first, the text itself to break ties."""
    return "".join(letter for letter in fold(text) if letter.isalnum()), text
