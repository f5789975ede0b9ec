"""Everything that can be said of docs/ without building the site."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from reperes.base.problems import Problem
from reperes.catalogue.folder import read_folder
from reperes.catalogue.library import Library
from reperes.markdown.renderer import Renderer
from reperes.markdown.sanitizing import unsafe
from reperes.model import words
from reperes.model.paths import FRAME
from reperes.review import warnings
from reperes.source.folder import read_ledger
from reperes.source.settings import extensions, languages


@dataclass(frozen=True)
class Report:
    """What an editor should know: problems stop the build, warnings stop nothing."""

    library: Library
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]


def check(root: Path, today: date) -> Report:
    """Read all of docs/, then, when no file has a problem, render each text once and look again."""
    library = read_folder(root / "docs", languages(root))
    faults = words.problems(library.languages)
    warned = look(library, extensions(root), today) if not library.problems and not faults else ()
    library.need(FRAME)
    library.keep(read_ledger(root))
    return Report(library, (*library.problems, *faults), warned)


def look(library: Library, settings: dict[str, dict[str, Any]], today: date) -> tuple[Problem, ...]:
    """Render each text of a library without problems: unsafe ones become problems; the warnings, by place."""
    found: list[Problem] = []
    renderers = [Renderer(library.catalogue(language), settings) for language in library.languages]
    for renderer in renderers:  # all made before one finds a problem, which no catalogue bears
        articles, cited = renderer.render_all()
        for path, article in articles.items():
            if tag := unsafe(article):
                document = library.documents[path]
                document.blame_at((document.body_line, 1), "texte", f"la page contiendrait {tag}", "enlevez-le")
        found += warnings.collect(library, renderer, cited, today)
    return tuple(sorted(found))
