"""Dates that say what is known and no more: EDTF levels 0 and 1, decades in intervals, and sets.

Standard: Extended Date/Time Format, ISO 8601-2:2019 annex A, as far as the content model goes.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal, TypeAlias

from reperes.model.edtf_guess import guess

Precision: TypeAlias = Literal["day", "month", "year", "decade", "century"]

COMPONENT = re.compile(r"(?a)(?P<year>\d{4}|\d{3}X|\d\dXX)(-(?P<month>\d\d)(-(?P<day>\d\d))?)?(?P<doubt>[?~%]?)")
DATES = "écrivez par exemple 1984, 2002-01-02, 193X (années 1930), 1984~ (vers 1984) ou 1980/1999"
INTERVALS = "écrivez 1980/1999, 2002/.. (depuis) ou ../1968 (avant)"
SEASONS = {  # as the standard numbers them: which months
    "21": ("le printemps", "03", "06"),
    "22": ("l'été", "06", "09"),
    "23": ("l'automne", "09", "12"),
    "24": ("l'hiver", "01", "03"),
}
TODAY = "écrivez la date du constat suivie de /.., par exemple 2023/.."


class DateError(ValueError):
    """A text that is no date; `fault` and `cure` are sentences for its author."""

    def __init__(self, fault: str, cure: str) -> None:
        """Keep the two sentences apart."""
        super().__init__(f"{fault} ; {cure}")
        self.fault, self.cure = fault, cure


@dataclass(frozen=True)
class Point:
    """One component of a date: the days it may fall on, and how sure it is."""

    first: date
    last: date
    precision: Precision
    approximate: bool
    uncertain: bool


@dataclass(frozen=True)
class Edtf:
    """A date as written (`text`) and as understood.

    `points` holds one component, the two ends of an interval (None: open), or the members of a set.
    """

    text: str
    kind: Literal["point", "interval", "one", "all"]
    points: tuple[Point | None, ...]

    @property
    def lower(self) -> date:
        """The earliest day it may mean; the first day of all when open."""
        return self.points[0].first if self.points[0] else date.min

    @property
    def upper(self) -> date:
        """The latest day it may mean; the last day of all when open."""
        if self.kind == "interval":
            last = self.points[-1]
            return last.last if last else date.max
        return max(point.last for point in self.points if point)

    @property
    def ongoing(self) -> bool:
        """Whether it lasts until now."""
        return self.kind == "interval" and self.points[-1] is None

    @property
    def sort_key(self) -> tuple[date, int]:
        """Chronological order: the earlier first, then the wider (whose end is later) first."""
        return self.lower, -self.upper.toordinal()

    @property
    def html(self) -> str | None:
        """The value for `<time datetime>` where HTML allows one: a sure day, month or year."""
        point = self.points[0]
        sure = self.kind == "point" and point and not (point.approximate or point.uncertain)
        return self.text if sure and point and point.precision in ("day", "month", "year") else None


@lru_cache(maxsize=1 << 13)  # months and periods come back everywhere
def parse(text: str) -> Edtf:
    """Read an EDTF date.

    Raises DateError, with the EDTF to write when it can be guessed.
    """
    text = text.strip()
    if not text:
        raise DateError("la date manque", DATES)
    if len(text) > 60:
        raise DateError(f"« {text[:20]}… » n'est pas une date", DATES)
    if "/" in text:
        return _interval(text)
    if text[:1] + text[-1:] in ("[]", "{}"):
        members = tuple(sorted((_point(part.strip(), text) for part in text[1:-1].split(",")), key=lambda p: p.first))
        return Edtf(text, "one" if text[0] == "[" else "all", members)
    return Edtf(text, "point", (_point(text, text),))


def _interval(text: str) -> Edtf:
    parts = text.split("/")
    if len(parts) != 2 or "" in parts or parts == ["..", ".."]:
        raise DateError(f"« {text} » n'est pas une période", _cure(text, INTERVALS))
    start, end = (None if part == ".." else _point(part, text) for part in parts)
    if start and end and start.first > end.last:
        raise DateError(f"« {text} » finit avant de commencer", f"écrivez {parts[1]}/{parts[0]}")
    return Edtf(text, "interval", (start, end))


def _point(text: str, whole: str) -> Point:
    found = COMPONENT.fullmatch(text)
    if not found:
        raise DateError(f"« {whole} » n'est pas une date", _cure(whole))
    year, month, day, doubt = found.group("year", "month", "day", "doubt")
    if "X" in year and month:
        raise DateError(f"« {whole} » donne un mois à plusieurs années", f"écrivez {year}")
    first_year, last_year = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if first_year == 0:
        raise DateError(f"« {whole} » n'a pas d'année", "écrivez l'année en quatre chiffres")
    precision: Precision = "century" if "XX" in year else "decade" if "X" in year else "year"
    first, last = date(first_year, 1, 1), date(last_year, 12, 31)
    if month:
        first, last, precision = _days(year, month, day, whole)
    return Point(first, last, precision, doubt in ("~", "%"), doubt in ("?", "%"))


def _days(year: str, month: str, day: str | None, whole: str) -> tuple[date, date, Precision]:
    """The first and last day of a month, or a day."""
    if not 1 <= int(month) <= 12:
        if not day and month in SEASONS:
            name, first, last = SEASONS[month]
            cure = f"écrivez {year}-{first}/{year}-{last} pour {name}, ou {year}/{year[:2]}{month} pour une période"
            raise DateError(f"« {whole} » : il n'y a pas de mois {month}", cure)
        period = f"{year}/{year[:2]}{month}, " if not day and month > year[2:] else f"{year}, "
        raise DateError(f"« {whole} » : il n'y a pas de mois {month}", f"écrivez {period}ou un mois de 01 à 12")
    days = calendar.monthrange(int(year), int(month))[1]
    if day is None:
        return date(int(year), int(month), 1), date(int(year), int(month), days), "month"
    if not 1 <= int(day) <= days:
        raise DateError(f"« {whole} » : ce mois a {days} jours", f"écrivez {year}-{month}, ou le bon jour")
    only = date(int(year), int(month), int(day))
    return only, only, "day"


def _cure(text: str, otherwise: str = DATES) -> str:
    """What to write instead, if the text can be guessed."""
    edtf = guess(text)
    if edtf is None:
        return TODAY if text.lower() in ("aujourd'hui", "aujourd\u2019hui", "maintenant", "actuel") else otherwise
    try:
        meant = parse(edtf)
    except DateError as error:
        return error.cure
    point = meant.points[0]
    if meant.kind == "point" and point and point.precision == "decade" and not point.approximate:
        return f"écrivez {edtf} (toute la décennie) ou {point.first.year}/{point.last.year}"
    return f"écrivez {edtf}"
