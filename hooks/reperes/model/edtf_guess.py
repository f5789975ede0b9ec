"""The EDTF an author probably meant by a date in French words or in another notation."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from reperes.base.collation import fold
from reperes.model import words

MONTHS = [fold(month) for month in words.load("fr")["dates"]["months"]]
SHORT = {"jan": 1, "janv": 1, "fev": 2, "fevr": 2, "avr": 4, "juil": 7, "sept": 9, "oct": 10, "nov": 11, "dec": 12}
ENGLISH = ["january", "february", "march", "april", "may", "june", "july", "august"]
ENGLISH += ["september", "october", "november", "december"]
FRENCH = dict(zip(ENGLISH, MONTHS, strict=True))
NUMBERS = {**{month: number for number, month in enumerate(MONTHS, 1)}, **SHORT}
MONTH = rf"(?:{'|'.join(sorted(NUMBERS, key=len, reverse=True))})\b\.?"
SPANS = {  # months of a part of the year
    **{"printemps": "03 06", "ete": "06 09", "automne": "09 12", "rentree": "09 09"},
    **{"1er trimestre": "01 03", "2e trimestre": "04 06", "3e trimestre": "07 09", "4e trimestre": "10 12"},
    **{"1er semestre": "01 06", "2e semestre": "07 12"},
}
TENS = {"trente": 3, "quarante": 4, "cinquante": 5, "soixante": 6, "quatre-vingt": 8, "quatre-vingts": 8}
TENS |= {"soixante-dix": 7, "quatre-vingt-dix": 9}
ROMAN = {"xv": 15, "xvi": 16, "xvii": 17, "xviii": 18, "xix": 19, "xx": 20, "xxi": 21}
LINK = r" ?(?:[-–—/]|\b(?:a|au|aux|et)\b) ?"


def _named(found: re.Match[str]) -> str:
    month = f"{found[3]}-{NUMBERS[found[2].rstrip('.')]:02}"
    return f"{month}-{int(found[1]):02}" if found[1] else month


def _full(year: str) -> str:
    """A year in two figures: of the 20th century from the thirties on, as people say it today."""
    return year if len(year) == 4 else f"{'19' if year >= '30' else '20'}{year}"


def _decades(found: re.Match[str]) -> str:
    """One decade, or from one to another."""
    return "/".join(f"{_full(year)[:3]}X" for year in found.groups() if year)


def _century(found: re.Match[str]) -> str:
    number = ROMAN.get(found[2]) or int(found[2])
    halves = {"1re": ("00", "49"), "premiere": ("00", "49"), "2e": ("50", "99"), "seconde": ("50", "99")}
    half = halves.get(found[1] or "")
    return f"{number - 1}{half[0]}/{number - 1}{half[1]}" if half else f"{number - 1}XX"


def _span(found: re.Match[str]) -> str:
    """A season, a quarter: its first and its last month."""
    first, last = SPANS[found[1]].split()
    return f"{found[2]}-{first}" if first == last else f"{found[2]}-{first}/{found[2]}-{last}"


def _beside(text: str, step: int) -> str:
    """The date of the same precision just before or after: an interval holds its ends."""
    year, *rest = text.replace("X", "0" if step < 0 else "9").split("-")
    if len(rest) == 2:
        try:
            return (date(int(year), int(rest[0]), int(rest[1])) + timedelta(step)).isoformat()
        except (ValueError, OverflowError):  # an impossible day, told by the reader of dates
            return text
    if not rest:
        return f"{int(year) + step:04}"
    months = int(year) * 12 + int(rest[0]) - 1 + step
    return f"{months // 12:04}-{months % 12 + 1:02}"


STEPS: tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...] = (  # in turn, on text without accents
    (r" ?\((?!env|\?)[^)]*\)|\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) | (?:a )?\d\d?h(?:\d\d)?$", ""),
    (r"(?<=\d)t\d\d:.*", ""),
    (rf"\b({'|'.join(FRENCH)})\b", lambda f: FRENCH[f[1]]),
    (rf"^({MONTH}) (\d\d?)(?:st|nd|rd|th)?,? (\d{{4}})$", r"\2 \1 \3"),  # as Americans write it
    (r"^(\d\d?)(?:st|nd|rd|th) (?=[a-z])", r"\1 "),
    (r"^(0?[1-9]|1[0-2])/(1[3-9]|2\d|3[01])/(\d{4})$", r"\2/\1/\3"),
    (r"\bpremier (?=trim|sem)", "1er "),
    (r"\b(?:deuxieme|second|2eme|2nd) (?=trim|sem)", "2e "),
    (r"\bannees (quatre-vingt-dix|quatre-vingts?|[a-z-]+)", lambda f: f"annees {TENS.get(f[1], '')}0"),
    (rf"\b(?:de )?({MONTH})(?={LINK}{MONTH} (\d{{4}})\b)", r"\1 \2"),  # « de janvier à mars 2002 »
    (rf"\b(?:du )?(\d\d?)(?:er)?(?={LINK}\d\d?(?:er)? ({MONTH}) (\d{{4}})\b)", r"\1 \2 \3"),
    (r"^(\d\d?[/.-]\d\d?[/.-])(\d\d)$", lambda f: f[1] + _full(f[2])),
    (r"^(?!.*\bannees )(.*\D )?'?(\d\d)$", lambda f: (f[1] or "") + _full(f[2])),  # « mai 68 »
    (rf"\b(?:(\d\d?)(?:er)? )?({MONTH}) (\d{{4}})\b", _named),
    (rf"(?:\b(?:a |au |en )?(?:l'|la |le ))?\b({'|'.join(SPANS)}) (?:de |d')?(?:l'annee )?(\d{{4}})\b", _span),
    (rf"\bannees ((?:\d\d)?\d0)(?:{LINK}(?:annees )?((?:\d\d)?\d0)(?!\d))?", _decades),
    (r"(?:\b(?:la )?(1re|premiere|2e|seconde) moitie du )?\b(xv?i{0,3}|xix|xxi?|\d\d)(?:e|eme)(?: siecle|$)", _century),
    (r"\b(\d{3}|\d)0'?s\b", lambda f: f"{_full(f[1] + '0')[:3]}X"),
    (r"\b(\d{4})(\d\d)(\d\d)\b|\b(\d{4})[/. ](\d\d?)[/. ](\d\d?)\b", r"\1\4-\2\5-\3\6"),
    (r"(?<![-\d])(\d\d?)[/.-](\d\d?)[/.-](\d{4})\b", r"\3-\2-\1"),
    (r"(?<![-\d])(\d\d?)[/.](\d{4})\b", r"\2-\1"),
    (r"-(\d)(?=-|$|\D)", r"-0\1"),
    (r"\b(\d{4}(?:-\d\d)?)(?:-(?:xx|uu|00|\?\?))+$", r"\1"),  # an unknown day or month
    (r"\b(\d{3})u\b", r"\1X"),  # as dates of 2012 were written
    (r"\b(\d\d)uu\b", r"\1XX"),
    (r"^(?:unknown|inconnu|\?)/(\d{4}(?:-\d\d)?)$", r"jusqu'en \1"),
    (r"^(\d{4}(?:-\d\d)?)/(?:open|unknown|inconnu|\?)$", r"depuis \1"),
    (r"\b(\d{3})x\b", r"\1X"),
    (r"\b(\d\d)xx\b", r"\1XX"),
    (r"\b(?:(?:au |a la |en |dans )?(?:tout )?(?:debut|milieu|mi|fin|courant|cours|hiver)(?: des?| du| d')?[ -])", ""),
)
DATE = r"(?:le |les |l'|l'an(?:nee)? |an(?:nee)? )?(\d{4}(?:-\d\d){0,2}|\d{3}X|\d\dXX)"
NOW = r"(?:aujourd'hui|auj\.?|maintenant|nos jours|present|\.{3})"
ABOUT = r"(?:vers|environ|env\.?|autour de|circa|ca?\.?|~)"
PHRASES: tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...] = (
    (rf"(?:en |dans |au |du |de )?{DATE}", r"\1"),
    (rf"{ABOUT} ?{DATE}|{DATE} (?:environ|env\.?|~|\(environ\))", r"\1\2~"),
    (rf"{DATE} ?\(?\?\)?", r"\1?"),
    (rf"{DATE} ?(?:~\?|\?~)", r"\1%"),
    (rf"{DATE} ou {DATE}", r"[\1,\2]"),
    (rf"{DATE}(?: et|,) {DATE}", r"{\1,\2}"),
    (rf"{ABOUT} {DATE} ?[-–—/] ?{DATE}", r"\1~/\2~"),
    (rf"(?:de |du |des |entre |d')?{DATE} ?(?:[-–—/]|a|au|aux|et|jusqu'a|jusqu'en) ?{DATE}", r"\1/\2"),
    (
        rf"(?:depuis|des|a partir de|a partir du) {DATE}|{DATE} ?[-–—/]|{DATE} ?(?:[-–—/]|a|jusqu'a)? ?{NOW}",
        r"\1\2\3/..",
    ),
    (rf"jusqu'(?:en|a|au|aux) {DATE}|/ ?{DATE}", r"../\1\2"),
    (rf"avant {DATE}", lambda found: f"../{_beside(found[1], -1)}"),
    (rf"apres {DATE}", lambda found: f"{_beside(found[1], 1)}/.."),
)


def guess(text: str) -> str | None:
    """The EDTF, which may still be an impossible date; None when the text means nothing to us."""
    plain = " ".join(fold(text).split())
    for pattern, replacement in STEPS:
        plain = re.sub(pattern, replacement, plain, flags=re.ASCII).strip()
    if re.fullmatch(r"\d{4}-\d\d/\d{4}-\d\d|\d{3}X/\d{3}X|\d{4}/\d{4}", plain):
        return plain
    for phrase, edtf in PHRASES:
        if found := re.fullmatch(phrase, plain, re.ASCII):
            return edtf(found) if callable(edtf) else found.expand(edtf)
    return None
