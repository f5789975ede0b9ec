"""Questions to an editor, one a line, and the file that the answers make."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from reperes.base.problems import identifier
from reperes.editors.new_file import NAMES, Question, compose, faults, left, needed, path, questions, taken, whole
from reperes.model.values import ID
from reperes.model.vocabularies import Vocabularies
from reperes.project import Project, open_project
from reperes.source import vocabularies

OPTIONS = {"title": ("--title", "--titre")}

UNASKED = (
    "equivalents",
    "traductions_proposees",
    "observe",
    "verifie",
    "exact",
    "sens",
)  # no plain text: to be typed in the file


def run(root: Path, arguments: Sequence[str], month: str) -> int:
    """Write one file below docs/; ends with a sentence, and nothing written, when an answer misses or is wrong."""
    project = open_project(root, remember=False)
    values = vocabularies.read(project.docs, project.settings.languages)[0]
    options = _options(arguments, values)
    kind = NAMES[options.pop("sorte")]
    wanted = options.pop("id")
    answers = {key: value for key, value in options.items() if value is not None}
    for question in questions(kind, values):
        _ask(question, kind, answers, month, project)
    new = path(kind, _id(root / "docs", kind, wanted, answers))
    text = compose(kind, answers, month)
    if problems := whole(project.docs, project.settings.languages, new, text):
        sys.exit("\n".join([*map(str, problems), "Rien n'a été écrit."]))
    _write(root / "docs" / new, text)
    print(f"\nÉcrit : docs/{new}\n\nCe que le fichier peut encore dire, si vous le savez :")
    print(*(f"  {question}" for question in left(kind, answers, values)), sep="\n")
    print("\nEnsuite : python3 scripts/check, puis python3 scripts/serve pour voir la page.")
    return 0


def _options(arguments: Sequence[str], values: Vocabularies) -> dict[str, str]:
    """The kind, the id wanted, and the answers given, by key."""
    parser = argparse.ArgumentParser(prog="new", description="Écrit le fichier d'un nouveau contenu.")
    kinds = parser.add_subparsers(dest="sorte", required=True, metavar="|".join(NAMES))
    for name, kind in NAMES.items():
        own = kinds.add_parser(name, allow_abbrev=False)
        own.add_argument("--id", metavar="NOM", help="le nom du fichier, sans .md")
        for question in dict.fromkeys([*questions(kind, values), *left(kind, {}, values)]):
            if question.key not in UNASKED:
                names = OPTIONS.get(question.key, (f"--{question.key}",))
                own.add_argument(*names, dest=question.key, metavar="…", help=str(question).replace("%", "%%"))
    return vars(parser.parse_args(arguments))


def _ask(question: Question, kind: str, answers: dict[str, str], month: str, project: Project) -> None:
    """Get an answer that is right, from the options or from the keyboard."""
    due, given = needed(question, answers), question.key in answers
    if question.key == "developpe" and not due and not given:
        return  # no acronym
    while True:
        if not given:
            print(question, "" if due else "Entrée pour passer", flush=True)
            answers[question.key] = _line(question.key, due)
        told = _told(question.key, kind, answers, month, due, project)
        if not told:
            return
        if given:
            sys.exit(f"{OPTIONS.get(question.key, (f'--{question.key}',))[0]} :\n{told}\nRien n'a été écrit.")
        print(told, flush=True)


def _told(key: str, kind: str, answers: dict[str, str], month: str, due: bool, project: Project) -> str:
    """What is wrong with an answer, one thing a line; nothing when all is right."""
    if not answers[key].strip():
        return "  une réponse est attendue" if due else ""
    return "\n".join(
        f"  {problem.fault} ; {problem.cure}" for problem in faults(kind, key, answers, month, project.docs)
    )


def _line(key: str, required: bool) -> str:
    try:
        return input("> ")
    except EOFError:
        if required:
            sys.exit(f"Il manque « {key} » : rien n'a été écrit.")
        return ""


def _id(docs: Path, kind: str, wanted: str | None, answers: dict[str, str]) -> str:
    """The name of the file: the one wanted, else the one proposed unless another is typed."""
    while True:
        proposed = identifier(answers["title"])
        if wanted is None:
            print(f"Nom du fichier, pour toujours : {proposed} (Entrée pour accepter)", flush=True)
        id_ = (wanted if wanted is not None else _line("id", False)).strip() or proposed
        if not ID.fullmatch(id_):
            told = f"« {id_} » ne convient pas ; écrivez des minuscules sans accent, des chiffres et des tirets"
        elif taken(docs, kind, id_):
            told = f"« {id_} » existe déjà dans docs/{path(kind, id_)} ; choisissez un autre nom"
        else:
            return id_
        if wanted is not None or not sys.stdin.isatty():
            sys.exit(f"{told}\nRien n'a été écrit.")
        print(f"  {told}")


def _write(file: Path, text: str) -> None:
    """Whole, or not at all; never over another file."""
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        with file.open("x", encoding="utf-8", newline="\n") as new:
            new.write(text)
    except FileExistsError:
        sys.exit(f"{file} existe déjà : rien n'a été écrit.")
    except BaseException:
        file.unlink(missing_ok=True)
        raise
