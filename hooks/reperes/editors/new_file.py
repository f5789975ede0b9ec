"""A new content from a few answers: what to ask, what is wrong with an answer, the file they make."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from reperes.base.problems import Problem
from reperes.catalogue.library import read_all
from reperes.model import words
from reperes.model.json_schema import Row, rows
from reperes.model.kinds import FOLDERS, KINDS, Source, Term, is_acronym, keys
from reperes.model.paths import FACTS
from reperes.model.yaml_dump import front_matter
from reperes.source.frontmatter import HEADER

NAMES = {"terme": "term", "evenement": "event", "fiche": "sheet"}  # as an editor asks for them
BODY = "texte"  # what problems call it
ACRONYM = "developpe"
SOURCE = "sources."  # before a key of the one source asked for
RARE = ("anciens", "glossaire", "retire")


@dataclass(frozen=True)
class Question:
    """Something an editor is asked; `key` is that of front matter, or the text's."""

    key: str
    meaning: str
    rule: str
    example: str
    required: bool

    def __str__(self) -> str:
        """The question as it is asked."""
        example = f", par exemple {self.example}" if self.example else ""
        return f"{self.key} : {self.meaning} ({self.rule}{example})"


def questions(kind: str) -> list[Question]:
    """What a kind requires, what an acronym stands for, one source, the text; not the month, which is now."""
    required = [row for row in rows(kind) if row.required and row.key not in ("sources", "revu")]
    asked = [_question(row) for row in required]
    asked += [_question(row) for row in rows(kind) if row.key == ACRONYM]
    asked += [_question(row, SOURCE) for row in rows("source") if row.key in ("titre", "url")]
    return [*asked, Question(BODY, "le premier paragraphe, montré dans les listes", "du texte", "", True)]


def needed(question: Question, answers: Mapping[str, str]) -> bool:
    """Whether an answer is due: always, or because of what was answered before."""
    return question.required or (question.key == ACRONYM and is_acronym(answers["title"]))


def left(kind: str, answers: Mapping[str, str]) -> list[Question]:
    """What the file may still say, rare keys apart."""
    given = {key.partition(".")[0] for key, answer in answers.items() if answer} | {"revu"}
    return [_question(row) for row in rows(kind) if row.key not in given and row.key not in RARE]


def compose(kind: str, answers: Mapping[str, str], month: str) -> str:
    """The file that the answers make."""
    lists = {row.key for row in rows(kind) if row.many}
    data: dict[str, object] = {}
    for key in keys(KINDS[kind]):
        if answer := answers.get(key, "").strip():
            data[key] = [part.strip() for part in answer.strip("[]").split(",")] if key in lists else answer
    source = {key: answers.get(SOURCE + key, "").strip() for key in keys(Source)}
    data["sources"] = [{key: answer for key, answer in source.items() if answer}]
    data["revu"] = month
    return f"---\n{front_matter(data)}---\n\n{answers.get(BODY, '').strip()}\n"


def faults(kind: str, key: str, answers: Mapping[str, str], month: str) -> list[Problem]:
    """What is wrong with the answer to one question, whatever the others are."""
    known = dict(answers)
    if KINDS[kind] is Term and not known.get(ACRONYM):
        known[ACRONYM] = answers["title"]  # asked next: not yet a fault of the title
    path = f"{_folder(kind)}/x.md"
    found = read_all({path: compose(kind, known, month).encode()}, (FACTS,)).problems
    return [
        problem
        for problem in found
        if problem.field in (key, HEADER, "fichier") or {problem.field, key} == {BODY, "bloc"}
    ]


def path(kind: str, id_: str) -> str:
    """Where a content stands, from docs/."""
    return f"{_folder(kind)}/{id_}.md"


def taken(docs: Path, kind: str, id_: str) -> bool:
    """Whether a file, in any language, has this id already."""
    folder = docs / _folder(kind)
    wanted = {path.name.lower() for path in folder.glob("*")} if folder.is_dir() else set()
    return id_ == "index" or any(name.partition(".")[0] == id_ for name in wanted)


def whole(files: Mapping[str, bytes], languages: tuple[str, ...], new: str, text: str) -> list[Problem]:
    """The problems that a new file would bring to the others and to itself, by the very check of the build."""
    before = set(read_all(files, languages).problems)
    return [problem for problem in read_all({**files, new: text.encode()}, languages).problems if problem not in before]


def _folder(kind: str) -> str:
    return next(folder for folder, known in FOLDERS.items() if known == kind)


def _question(row: Row, prefix: str = "") -> Question:
    said = words.load(FACTS)["fields"]
    values = words.vocabularies(FACTS).get(row.format, ())
    rule = f"au choix : {', '.join(values)}" if values else said["formats"][row.format]
    rule += " ; des virgules entre plusieurs" if row.many else ""
    example = row.example.partition(": ")[2].strip("[]")
    return Question(prefix + row.key, said["meanings"][row.key], rule, example, row.required)
