"""Addresses that lead elsewhere than they seem to."""

import html
import re
from unicodedata import name


def disguised(address: str) -> tuple[str, str] | None:
    """Fault and cure of an address that leads elsewhere than it seems to: a name before the host, imitated letters."""
    host = re.match(r"(?:[A-Za-z][A-Za-z0-9+.-]*:)?//([^/?#]*)", html.unescape(address))
    if "\\" in address:
        return "une barre oblique inverse dans une adresse", "recopiez-la depuis la barre d'adresse"
    if host and "@" in host[1]:
        return "un « @ » avant la première barre de l'adresse", f"écrivez https://{host[1].rpartition('@')[2]}"
    letters = {name(letter, "").partition(" ")[0] for letter in host[1] if letter.isalpha()} if host else set()
    if len(letters) > 1:
        return "des lettres qui en imitent d'autres dans l'adresse", "recopiez-la depuis la barre d'adresse"
    return None
