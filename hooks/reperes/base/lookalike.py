"""Addresses that lead elsewhere than they seem to."""

import html
import re
from unicodedata import name, normalize

COPY = "recopiez-la depuis la barre d'adresse"
CODED = re.compile(r"(?i)(?:^|\.)xn--")
SHOWN = re.compile(r"(?i)(?<![\w@./-])(?:https?://)?((?:[^\W_][\w-]{0,62}\.){1,8}[^\W\d_]{2,24})(?![\w@-])")
ENDS = re.compile(r"(?i)\.(?:fr|org|com|net|eu|info|gouv|asso|be|ch|ca|uk|re|io|app|dev|paris|bzh|alsace|corsica)$")


def disguised(address: str) -> tuple[str, str] | None:
    """Fault and cure of an address that leads elsewhere than it seems to: a name before the host, imitated letters."""
    host = host_of(address)
    if "\\" in address:
        return "une barre oblique inverse dans une adresse", COPY
    if "@" in host:
        return "un « @ » avant la première barre de l'adresse", f"écrivez https://{host.rpartition('@')[2]}"
    if CODED.search(host):
        try:
            spelled = host.encode("ascii").decode("idna")
        except UnicodeError:
            return "une adresse codée (xn--), que rien ne sait lire", COPY
        if not _imitates(spelled):
            return "une adresse codée (xn--), où l'on ne lit pas le nom du site", f"écrivez « {spelled} » en lettres"
        host = spelled
    if _imitates(host):
        return "des lettres qui en imitent d'autres dans l'adresse", COPY
    return None


def host_of(address: str) -> str:
    """The host of an address as it is written, with what stands before it; nothing when it names none."""
    found = re.match(r"(?:[A-Za-z][A-Za-z0-9+.-]*:)?//([^/?#]*)", html.unescape(address))
    return found[1] if found else ""


def belied(text: str, address: str) -> tuple[str, str] | None:
    """Fault and cure of the text of a link that shows another host than its address."""
    host = host_of(address).partition(":")[0].lower().removeprefix("www.")
    for found in SHOWN.finditer(html.unescape(text)) if host else ():
        shown = found[1].lower()
        known = "//" in found[0] or shown.startswith("www.") or ENDS.search(shown)
        shown = shown.removeprefix("www.")
        if known and not f".{host}".endswith(f".{shown}") and not f".{shown}".endswith(f".{host}"):
            return (
                f"le lien montre « {shown[:60]} » et mène à « {host[:60]} »",
                "écrivez le nom de la page, ou du site où il mène",
            )
    return None


def _imitates(host: str) -> bool:
    """Whether letters of several scripts stand together, or letters that only look like others."""
    scripts = {name(letter, "").partition(" ")[0] for letter in host if letter.isalpha()}
    return len(scripts) > 1 or normalize("NFKC", host) != normalize("NFC", host)
