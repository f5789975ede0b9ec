"""One mistake of an author: where it stands, what is wrong, what to write instead."""

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter

from reperes.base.collation import fold

CONTROLS = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)
SPACES = re.compile(r"[ \t]*(?:\r\n|[\n\r\v\f\t\x85\u2028\u2029])[\s]*")
LONGEST_LINE = 1_000
LONGEST_NAME = 80  # of which a neighbour is looked for
PLACE = attrgetter("path", "line", "column", "field", "fault", "cure")  # read once a problem, not once a comparison


@dataclass(frozen=True, order=True, slots=True)  # a text may hold sixty thousand
class Problem:
    """A mistake, printed as `path:line:column: field: fault ; cure`; lines and columns start at 1."""

    path: str
    line: int
    column: int
    field: str
    fault: str
    cure: str

    def __str__(self) -> str:
        """The line that an author reads: always one, whatever the values it quotes."""
        return seen(f"{self.path}:{self.line}:{self.column}: {self.field}: {self.fault} ; {self.cure}")


def seen(text: str) -> str:
    """A text as one safe line: no sign that a terminal obeys or that turns what follows, no value without an end."""
    line = CONTROLS.sub("\ufffd", SPACES.sub(" ", text))
    return line if len(line) <= LONGEST_LINE else f"{line[: LONGEST_LINE - 300]} […] {line[-290:]}"


class ContentError(Exception):
    """Every problem of every file, sorted by place; its text is the list an author reads."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Sort the problems and drop repetitions."""
        self.problems = in_order(problems)
        super().__init__("\n".join([*map(str, self.problems), summary(self.problems)]))


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each problem once, by place."""
    return tuple(sorted(set(problems), key=PLACE))


def summary(problems: Iterable[Problem]) -> str:
    """How many problems in how many files, in words."""
    found = list(problems)
    files = len({problem.path for problem in found})
    if not found:
        return "Aucun problème."
    many = "s" if len(found) > 1 else ""
    return f"{len(found)} problème{many} dans {files} fichier{'s' if files > 1 else ''}."


def count(warnings: Iterable[Problem]) -> str:
    """How many warnings, in words."""
    number = len(list(warnings))
    return (
        f"{number} avertissement{'s' if number > 1 else ''} : rien n'est bloqué." if number else "Aucun avertissement."
    )


def suggest(name: str, known: Iterable[str], cutoff: float = 0.6) -> str:
    """The cure for an unknown name: the nearest known one of the same numbers, else the whole list when it is short."""
    return _suggest(name[: LONGEST_NAME + 1], frozenset(known), cutoff)


@lru_cache(maxsize=1 << 10)  # what is wrong is often wrong in many files
def _suggest(name: str, known: frozenset[str], cutoff: float) -> str:
    names = _folded(known)
    plain = fold(name)
    same = [candidate for candidate in names if re.findall(r"\d+", candidate) == re.findall(r"\d+", plain)]
    close = difflib.get_close_matches(plain, same, n=1, cutoff=cutoff) if len(plain) <= LONGEST_NAME else []
    if not close:  # two letters the other way round, or one for another: « lio » for « loi »
        close = [one for one in same if _typed(one, plain)][:1]
    if not close:
        close = [candidate for candidate in names if len(name) > 2 and candidate.startswith(plain)][:1]
    if close:
        return f"vouliez-vous écrire « {names[close[0]]} » ?"
    if not names:
        return "enlevez ce mot"
    if len(names) <= 25:
        return f"écrivez l'un de ces noms : {', '.join(names.values())}"
    return "vérifiez l'orthographe, ou créez-le"


@lru_cache(maxsize=32)
def _folded(known: frozenset[str]) -> dict[str, str]:
    return {fold(candidate): candidate for candidate in sorted(known)}


def _typed(name: str, typed: str) -> bool:
    """Whether a slip of the finger makes one word of another, short as they are."""
    pairs = list(zip(name, typed, strict=False))
    slips = sum(one != other for one, other in pairs)
    return len(name) == len(typed) > 2 and (slips == 1 or (slips == 2 and sorted(name) == sorted(typed)))


def slug(name: str) -> str:
    """The cure for a name that is no id: the id it could be."""
    rule = "des minuscules sans accent, des chiffres et des tirets"
    plain = identifier(name.removesuffix(".md"))
    return f"écrivez « {plain} » ({rule})" if plain else f"écrivez {rule}, comme « loi-2002-2 »"


def identifier(name: str) -> str:
    """The id that a name could be; nothing when it holds no letter of ours."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")[:60].strip("-")
