"""What no text of the site may say: median dots, which screen readers spell out, and where a person can be reached."""

import re
from collections.abc import Iterator
from pathlib import Path

MEDIAN = re.compile(r"(?<=\w)[·‧•∙](?=\w)|·")
LOCAL = re.compile(r"[\w.+-]{1,64}$")
HOST = re.compile(r"@[\w-]{1,63}\.\w")
MAILBOXES = Path(__file__).parents[1] / "data" / "mailboxes.txt"  # those that no person owns
SHARED = re.compile(rf"(?:{'|'.join(MAILBOXES.read_text('utf-8').split())})(?:[.+-][\w.+-]*)?", re.I)
ENDS = "e|es|ne|nes|ère|ères|euse|euses|rice|rices|trice|trices"
SPLIT = re.compile(  # « usager(e)s », « accompagné.e.s », « accompagné-e-s », « usager/ère », « étudiantEs »
    rf"[(.E/-](?<=[a-zà-ÿ]{{2}}.)(?:(?<=\()(?:{ENDS})\)s?|(?<=\.)(?:{ENDS})(?:\.?s)?(?![\w/@-]|\.\w)"
    rf"|(?<=-)(?:(?:e|ne|euse|trice)-?s|e|[st]es|rices?|euses?)\b|(?<=/)-?(?:{ENDS}|ée|ées)\b|(?<=E)s?\b)"
)
WHOLE = re.compile(r"(?<![\w/@.-])[^\W\d_]{2,40}$")  # a word, no piece of an address
MASKED = re.compile(r"[\[({](?:at|arobase|chez)[\])}](?= ?\w)")
PREFIX = r"[+0](?<![\d+].)(?:(?:(?<=\+)|0)33[ \u00a0\u202f.]?(?:\(0\)[ \u00a0\u202f]?)?|(?<=0))"
PAIRS = r"(?:[ \u00a0\u202f.-]?\d\d){4}(?!\d)"
MOBILE = re.compile(rf"{PREFIX}[67]{PAIRS}")
FIXED = re.compile(rf"{PREFIX}[1-59]{PAIRS}")


def check(text: str) -> Iterator[tuple[int, str, str]]:
    """Offset, fault and cure of each, in a text whose code is masked."""
    cure = "écrivez « les personnes accompagnées », ou les deux mots : « pairs et paires »"
    if any(dot in text for dot in "·‧•∙") and (found := MEDIAN.search(text)):
        yield found.start(), "un point médian", cure  # once a text: who writes one writes many
    for found in SPLIT.finditer(text):
        if before := WHOLE.search(text, max(0, found.start() - 42), found.start()):
            fault = f"« {before[0]}{found[0]} » : deux mots en un, que l'on ne peut pas lire à voix haute"
            yield before.start(), fault, cure
            break
    for found in HOST.finditer(text) if "@" in text else ():
        before = LOCAL.search(text, max(0, found.start() - 64), found.start())
        if before and not SHARED.fullmatch(before[0]):
            yield before.start(), "l'adresse de messagerie d'une personne", "enlevez-la, ou mettez celle de l'accueil"
    if masked := MASKED.search(text):
        yield masked.start(), "l'adresse de messagerie d'une personne", "enlevez-la, ou mettez celle de l'accueil"
    for found in MOBILE.finditer(text) if "6" in text or "7" in text else ():
        yield found.start(), "un numéro de téléphone mobile", "enlevez-le : il est sans doute celui d'une personne"


def phones(text: str) -> Iterator[tuple[int, str, str]]:
    """Offset, fault and cure of numbers that may be those of a person."""
    for found in FIXED.finditer(text):
        yield (
            found.start(),
            f"un numéro de téléphone (« {found[0]} »)",
            "gardez-le seulement si c'est celui d'un accueil",
        )
