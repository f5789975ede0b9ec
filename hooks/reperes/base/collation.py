"""French alphabetical order: accents, case and ligatures count last (É with E, œ as oe)."""

import unicodedata


def fold(text: str) -> str:
    """The text without accents, case, ligatures or typographic apostrophes."""
    spelled = text.replace("œ", "oe").replace("Œ", "OE").replace("æ", "ae").replace("Æ", "AE").replace("\u2019", "'")
    decomposed = unicodedata.normalize("NFKD", spelled)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).casefold()


def french_key(text: str) -> tuple[str, str]:
    """A key to sort by: letters and digits first, the text itself to break ties."""
    return "".join(letter for letter in fold(text) if letter.isalnum()), text
