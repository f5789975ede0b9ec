"""The run for whoever edits: what is wrong, what it looks like, which pages change. No disk, no clock, no network."""

from datetime import date

from reperes import build
from reperes.base.problems import ContentError
from reperes.model import words
from reperes.project import Project
from reperes.review import due, texts, warnings
from reperes.review.checking import Report


def check(project: Project, today: date) -> Report:
    """Everything that can be said of a project without drawing its pages; `today` decides what falls due."""
    library = build.read(project)
    faults = words.problems(library.languages)
    faults += due.future(library, today)
    if library.problems or faults:
        return Report(library, tuple(sorted((*library.problems, *faults))))
    try:
        site = build.make(project)
    except ContentError as error:
        return Report(library, error.problems)
    found = [one for edition in site.editions.values() for one in warnings.collect(library, edition, today)]
    return Report(library, (), tuple(sorted({*found, *texts.collect(library, today)})))
