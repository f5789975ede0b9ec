"""The EDTF an author probably meant by a date in French words or in another notation."""

import re

from reperes import words
from reperes.collation import fold

MONTHS = [fold(month) for month in words.load("fr")["dates"]["months"]]
BEFORE = re.compile(r"(?a)avant (\d{4})")
NAMED = re.compile(rf"(?a)(?:(\d\d?)(?:er)? )?({'|'.join(MONTHS)}) (\d{{4}})")
DECADE = re.compile(r"(?a)annees (\d{3}|\d)0")
CENTURIES = {"xviii": "17XX", "18": "17XX", "xix": "18XX", "19": "18XX", "xx": "19XX", "20": "19XX"}
CENTURY = re.compile(rf"\b({'|'.join(CENTURIES)})e siecle")
NOTATIONS = (  # other notations of one date
    (r"(?<![-\d])(\d\d?)[/.-](\d\d?)[/.-](\d{4})\b", r"\3-\2-\1"),
    (r"\b(\d{4})[/.](\d\d?)[/.](\d\d?)\b", r"\1-\2-\3"),
    (r"(?<![-\d])(\d\d?)[/.](\d{4})\b", r"\2-\1"),
    (r"-(\d)(?=-|$|\D)", r"-0\1"),
    (r"\b(\d{3})x\b|\b(\d{3})0s\b", r"\1\2X"),
    (r"\b(\d\d)xx\b", r"\1XX"),
)
DATE = r"(?:le |les |l'|l'annee )?(\d{4}(?:-\d\d){0,2}|\d{3}X|\d\dXX)"
NOW = r"(?:aujourd'hui|maintenant|nos jours|present|\.{3})"
PHRASES = (
    (rf"(?:en |dans |au |(?:debut|milieu|fin) des )?{DATE}", r"\1"),
    (rf"(?:vers|environ|autour de|circa|ca?\.?|~) ?{DATE}|{DATE} (?:environ|~)", r"\1\2~"),
    (rf"{DATE} ?\(?\?\)?", r"\1?"),
    (rf"{DATE} ?(?:~\?|\?~)", r"\1%"),
    (rf"(?:de |du |des |entre |d')?{DATE} ?(?:[-–—/]|a|au|aux|et|jusqu'a|jusqu'en) ?{DATE}", r"\1/\2"),
    (
        rf"(?:depuis|des|a partir de|a partir du) {DATE}|{DATE} ?[-–—/]|{DATE} ?(?:[-–—/]|a|jusqu'a)? ?{NOW}",
        r"\1\2\3/..",
    ),
    (rf"jusqu'(?:en|a|au|aux) {DATE}|/ ?{DATE}", r"../\1\2"),
)


def guess(text: str) -> str | None:
    """The EDTF, which may still be an impossible date; None when the text means nothing to us."""
    plain = " ".join(fold(text).split())
    plain = NAMED.sub(_named, plain)
    plain = DECADE.sub(_decade, plain)
    plain = CENTURY.sub(lambda found: CENTURIES[found[1]], plain)
    plain = BEFORE.sub(lambda found: f"/{int(found[1]) - 1:04}", plain)  # an interval holds its end
    for notation, edtf in NOTATIONS:
        plain = re.sub(notation, edtf, plain, flags=re.ASCII)
    for phrase, edtf in PHRASES:
        if found := re.fullmatch(phrase, plain, re.ASCII):
            return found.expand(edtf)
    return None


def _named(found: re.Match[str]) -> str:
    month = f"{found[3]}-{MONTHS.index(found[2]) + 1:02}"
    return f"{month}-{int(found[1]):02}" if found[1] else month


def _decade(found: re.Match[str]) -> str:
    """Of the 20th century from the thirties on, as people say it today."""
    century = "" if len(found[1]) == 3 else "19" if found[1] >= "3" else "20"
    return f"{century}{found[1]}X"
