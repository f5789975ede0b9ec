"""One mistake of an author: where it stands, what is wrong, what to write instead."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """A mistake, printed as `path:line:column: field: fault ; cure`; lines and columns start at 1."""

    path: str
    line: int
    column: int
    field: str
    fault: str
    cure: str

    def __str__(self) -> str:
        """The line that an author reads."""
        return f"{self.path}:{self.line}:{self.column}: {self.field}: {self.fault} ; {self.cure}"


class ContentError(Exception):
    """Every problem of every file, sorted by place; its text is the list an author reads."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Sort the problems and drop repetitions."""
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join([*map(str, self.problems), summary(self.problems)]))


def summary(problems: Iterable[Problem]) -> str:
    """How many problems in how many files, in words."""
    found = list(problems)
    files = len({problem.path for problem in found})
    if not found:
        return "Aucun problème."
    many = "s" if len(found) > 1 else ""
    return f"{len(found)} problème{many} dans {files} fichier{'s' if files > 1 else ''}."


def suggest(name: str, known: Iterable[str]) -> str:
    """The cure for an unknown name: the nearest known one, else the whole list when it is short."""
    names = sorted(known)
    close = difflib.get_close_matches(name.lower(), names, n=1, cutoff=0.6)
    if not close:
        close = [candidate for candidate in names if len(name) > 2 and candidate.startswith(name.lower())][:1]
    if close:
        return f"vouliez-vous écrire « {close[0]} » ?"
    if len(names) <= 20:
        return f"écrivez l'un de ces noms : {', '.join(names)}"
    return "vérifiez l'orthographe, ou créez-le"
