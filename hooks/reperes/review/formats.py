"""What a check found, as people, GitHub and programs read it."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict

from reperes.base.problems import Problem, count, seen, summary
from reperes.review.checking import Report


def text(report: Report) -> str:
    """Every problem, then every warning, one a line, those that say the same together, then how many."""
    warnings = ["", "Avertissements :", *_together(report.warnings)] if report.warnings else []
    return "\n".join([*map(str, report.problems), *warnings, _words(report)])


def github(report: Report) -> str:
    """Annotations of the lines of a pull request (GitHub's workflow commands), then how many in words."""
    return "\n".join(
        [*_annotations("error", report.problems), *_annotations("warning", report.warnings), _words(report)]
    )


def as_json(report: Report) -> str:
    """One object: `version` (1), `summary` in words, `problems` and `warnings`.

    Both are lists of `{path, line, column, field, fault, cure}`, by place; lines and columns start at 1.
    """
    found = {name: [_safe(problem) for problem in getattr(report, name)] for name in ("problems", "warnings")}
    return json.dumps({"version": 1, "summary": _words(report), **found}, ensure_ascii=False, indent=2)


FORMATS: dict[str, Callable[[Report], str]] = {"text": text, "github": github, "json": as_json}


def _words(report: Report) -> str:
    return summary(report.problems) if report.problems else f"{summary(())} {count(report.warnings)}"


def _together(warnings: Sequence[Problem]) -> Iterator[str]:
    """The warnings; what is said of several files is said once, then where else."""
    groups: dict[tuple[str, str, str], list[Problem]] = {}
    for one in warnings:
        groups.setdefault((one.field, one.fault, one.cure), []).append(one)
    for first, *others in groups.values():
        yield str(first)
        if others:
            yield seen(f"    de même : {', '.join(f'{one.path}:{one.line}' for one in others)}")


def _annotations(level: str, findings: Sequence[Problem]) -> Iterator[str]:
    for found in findings:
        where = f"file={_property(found.path)},line={found.line},col={found.column},title={_property(found.field)}"
        yield f"::{level} {where}::{_data(f'{found.fault} ; {found.cure}')}"


def _safe(problem: Problem) -> dict[str, object]:
    return {key: seen(value) if isinstance(value, str) else value for key, value in asdict(problem).items()}


def _data(value: str) -> str:
    return seen(value).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")
