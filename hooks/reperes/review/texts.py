"""What deserves an editor's eye in the texts themselves, before any page is rendered: one rule a function."""

from datetime import date

from reperes.base.problems import Problem
from reperes.catalogue.library import Library


def collect(library: Library, today: date) -> list[Problem]:
    """Every warning about the texts, by place."""
    found: list[Problem] = []
    return sorted(found)
