"""An EDTF date in words of a language, never more precise than the date; the words are data."""

from typing import Any

from reperes.dates import Edtf, Point


def say(date: Edtf, words: dict[str, Any], checked: str | None = None) -> str:
    """The date as a reader says it.

    `words` is the `dates` part of a language's file; `checked`, a month (`2026-11`) said after a date without end.
    """
    if date.kind == "interval":
        start, end = date.points
        if start and end:
            text = f"{_side('from', start, words)} {_side('to', end, words)}"
        elif start:
            text = _side("since", start, words)
        else:
            assert end, "an interval has an end at least"
            text = _side("before", end, words)
        if date.ongoing and checked:
            text = words["checked"].format(date=text, month=month(checked, words))
        return text
    said = [_point(point, words) for point in date.points if point]
    for following in said[1:]:
        said[0] = words["or" if date.kind == "one" else "and"].format(first=said[0], last=following)
    return said[0]


def month(text: str, words: dict[str, Any]) -> str:
    """A month such as `2026-11` in words."""
    year, number = text.split("-")
    return str(words["point"]["month"].format(month=words["months"][int(number) - 1], year=int(year)))


def _bare(point: Point, words: dict[str, Any]) -> str:
    first = point.first
    day = words["first_day"] if first.day == 1 else first.day
    pattern = words["point"][point.precision]
    return str(pattern.format(day=day, month=words["months"][first.month - 1], year=first.year, last=point.last.year))


def _point(point: Point, words: dict[str, Any]) -> str:
    text = _bare(point, words)
    if point.approximate:
        text = words["about"][point.precision].format(date=text)
    return str(words["unsure"].format(date=text) if point.uncertain else text)


def _side(side: str, point: Point, words: dict[str, Any]) -> str:
    """A bound of an interval, with the preposition its precision asks for."""
    text = _bare(point, words)
    forms = words[side]
    pattern = (
        forms["vowel"]
        if "vowel" in forms and point.precision == "month" and text[0] in "aeiouAEIOU"
        else forms[point.precision]
    )
    text = pattern.format(date=text, year=point.first.year, last=point.last.year)
    if point.approximate:
        text = words["about_within"].format(date=text)
    return str(words["unsure"].format(date=text) if point.uncertain else text)
