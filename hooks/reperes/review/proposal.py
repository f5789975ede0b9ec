"""What a proposal changes and what the check says of it, as the message its author reads (Markdown)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reperes.base.problems import Problem, count, seen, summary
from reperes.model.paths import DOCS, address, identify

MOST = 40  # lines of a list: forges refuse a message that is too long
STATES = {"A": "nouvelle", "M": "modifiée", "R": "renommée", "D": "supprimée"}


@dataclass(frozen=True)
class Changes:
    """The pages that a proposal touches, and whether it touches anything else."""

    pages: tuple[tuple[str, str], ...]  # address and state
    elsewhere: bool


def changes(diff: str) -> Changes:
    """What `git diff --name-status` says, in addresses."""
    pages, elsewhere = [], False
    for line in diff.splitlines():
        state, *paths = line.split("\t")
        path = paths[-1]
        if path.startswith(DOCS) and path.endswith(".md"):
            kind, id_, language = identify(path.removeprefix(DOCS))
            pages.append((f"/{address((kind, id_), language)}", STATES.get(state[:1], "modifiée")))
        else:
            elsewhere = True
    return Changes(tuple(sorted(pages)), elsewhere)


def write(problems: Sequence[Problem], warnings: Sequence[Problem], changed: Changes, site: str) -> str:
    """The whole message; what comes from files stands in blocks of code, where nothing is a link or a name.

    `site` is where the built site can be downloaded, empty when there is none.
    """
    parts = [f"## {summary(problems)}"]
    if problems:
        parts += ["Rien n'est perdu : corrigez le fichier au même endroit, la vérification recommence.", code(problems)]
    touched = [warning for warning in warnings if _touches(warning, changed)]
    if touched:
        parts += [f"### {count(touched)}", code(touched)]
    parts += ["### Pages changées", _pages(changed)]
    if site:
        parts.append(f"Pour voir le résultat, téléchargez « site » au bas de [cette page]({site}).")
    return "\n\n".join(parts) + "\n"


def code(lines: Iterable[object]) -> str:
    """Lines as a block of code: indented, they cannot close it."""
    every = [f"    {seen(' '.join(str(line).split()))}" for line in lines]
    more = [f"    … et {len(every) - MOST} de plus."] if len(every) > MOST else []
    return "\n".join([*every[:MOST], *more])


def _touches(warning: Problem, changed: Changes) -> bool:
    kind, id_, language = identify(warning.path.removeprefix(DOCS))
    return any(place == f"/{address((kind, id_), language)}" for place, _ in changed.pages)


def _pages(changed: Changes) -> str:
    lines = [f"{place} ({state})" for place, state in changed.pages]
    listed = code(lines) if lines else "Aucun texte."
    more = "La présentation ou le programme change aussi : n'importe quelle page peut avoir changé."
    return f"{listed}\n\n{more}" if changed.elsewhere else listed
