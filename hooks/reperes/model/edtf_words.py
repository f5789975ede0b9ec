"""An EDTF date in words of a language, never more precise than the date; the words are data."""

from typing import Any

from reperes.model.edtf import Edtf, Point


def say(date: Edtf, words: dict[str, Any], checked: str | None = None) -> str:
    """The date as a reader says it.

    `words` is the `dates` part of a language's file; `checked`, a month (`2026-11`) said after a date without end.
    """
    if date.kind == "interval" and date.points[0] != date.points[1]:
        text = _interval(date.points[0], date.points[1], words)
        if date.ongoing and checked:
            text = words["checked"].format(date=text, month=month(checked, words))
        return text.replace(") (", ", ")
    said = list(dict.fromkeys(_point(point, words) for point in date.points if point))
    if len(said) == 1:
        return said[0]
    return str(words["or" if date.kind == "one" else "and"].format(first=", ".join(said[:-1]), last=said[-1]))


def month(text: str, words: dict[str, Any]) -> str:
    """A month such as `2026-11` in words."""
    year, number = text.split("-")
    return str(words["point"]["month"].format(month=words["months"][int(number) - 1], year=int(year)))


def _interval(start: Point | None, end: Point | None, words: dict[str, Any]) -> str:
    if start and end:
        return f"{_side('from', start, words, _shared(start, end))} {_side('to', end, words)}"
    if start:
        return _side("since", start, words)
    assert end, "an interval has an end at least"
    return _side("until", end, words)


def _shared(start: Point, end: Point) -> str | None:
    """How a start is said that shares its year, or its month, with the end: « du 27 au 28 septembre 2021 »."""
    doubtful = start.approximate or start.uncertain
    if doubtful or start.precision != end.precision or start.first.year != end.first.year:
        return None
    if start.precision == "day":
        return "day" if start.first.month == end.first.month else "day_month"
    return "month" if start.precision == "month" else None


def _bare(point: Point, words: dict[str, Any], short: str | None = None) -> str:
    first = point.first
    day = words["first_day"] if first.day == 1 else first.day
    pattern = words["short"][short] if short else words["point"][point.precision]
    return str(pattern.format(day=day, month=words["months"][first.month - 1], year=first.year, last=point.last.year))


def _point(point: Point, words: dict[str, Any]) -> str:
    text = _bare(point, words)
    if point.approximate:
        text = words["about"][point.precision].format(date=text)
    return str(words["unsure"].format(date=text) if point.uncertain else text)


def _side(side: str, point: Point, words: dict[str, Any], short: str | None = None) -> str:
    """A bound of an interval, with the preposition its precision asks for."""
    text = _bare(point, words, short)
    form = "vowel" if point.precision == "month" and text[0].lower() in "aeiou" else point.precision
    pattern = words[side].get(form, words[side][point.precision])
    if point.approximate:
        text = words["about_within"][point.precision].format(date=text)
    text = pattern.format(date=text)
    return str(words["unsure"].format(date=text) if point.uncertain else text)
