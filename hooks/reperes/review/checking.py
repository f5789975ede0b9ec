"""What a check found."""

from dataclasses import dataclass, field

from reperes.base.problems import Problem
from reperes.catalogue.library import Library


@dataclass(frozen=True)
class Report:
    """What an editor should know: problems stop the build, warnings stop nothing."""

    library: Library
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...] = field(default=())
