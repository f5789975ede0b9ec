"""A new content from a few answers: what to ask, what is wrong with an answer, the file they make."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from reperes.base.problems import Problem
from reperes.catalogue.library import read_all
from reperes.model import words
from reperes.model.json_schema import Row, rows
from reperes.model.kinds import KINDS, is_acronym, keys
from reperes.model.paths import DOCS, FACTS
from reperes.model.vocabularies import FOLDER, Vocabularies
from reperes.model.yaml_dump import front_matter
from reperes.source.frontmatter import HEADER

NAMES = {kind.asked: kind.name for kind in KINDS.values() if kind.asked}  # as an editor asks for them
BODY = "texte"  # what problems call it
ACRONYM = "developpe"
SOURCES = "sources"
MONTH = "revu"
TOLD = ("term", "event")  # whose first paragraph is shown in lists
RARE = ("anciens", "glossaire", "retire", "observe", "verifie")


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


def questions(kind: str, vocabularies: Vocabularies) -> list[Question]:
    """What a kind requires, what an acronym stands for, its sources, the text; not the month, which is now."""
    found = rows(kind, vocabularies)
    asked = [_question(row, vocabularies) for row in found if row.required and row.key != MONTH]
    asked += [_question(row, vocabularies) for row in found if row.key in (ACRONYM, SOURCES)]
    return [*asked, Question(BODY, "le premier paragraphe, montré dans les listes", "du texte", "", kind in TOLD)]


def needed(question: Question, answers: Mapping[str, str]) -> bool:
    """Whether an answer is due: always, or because of what was answered before."""
    return question.required or (question.key == ACRONYM and is_acronym(answers["title"]))


def left(kind: str, answers: Mapping[str, str], vocabularies: Vocabularies) -> list[Question]:
    """What the file may still say, rare keys apart."""
    given = {key for key, answer in answers.items() if answer} | {MONTH}
    return [_question(row, vocabularies) for row in rows(kind, vocabularies) if row.key not in {*given, *RARE}]


def compose(kind: str, answers: Mapping[str, str], month: str) -> str:
    """The file that the answers make."""
    model = KINDS[kind].model
    lists = {row.key for row in rows(kind, Vocabularies()) if row.many}
    data: dict[str, object] = {}
    for key in keys(model):
        if answer := answers.get(key, "").strip():
            data[key] = [part.strip() for part in answer.strip("[]").split(",")] if key in lists else answer
    data |= {MONTH: month} if MONTH in keys(model) else {}
    return f"---\n{front_matter(data)}---\n\n{answers.get(BODY, '').strip()}\n"


def faults(kind: str, key: str, answers: Mapping[str, str], month: str, files: Mapping[str, bytes]) -> list[Problem]:
    """What is wrong with the answer to one question, whatever the others are; `files` are those of docs/."""
    known = dict(answers)
    if kind == "term" and not known.get(ACRONYM):
        known[ACRONYM] = answers["title"]  # asked next: not yet a fault of the title
    new = f"{_folder(kind)}/x.md"
    beside = {path: raw for path, raw in files.items() if path.startswith((FOLDER, KINDS["source"].folder))}
    found = read_all({**beside, new: compose(kind, known, month).encode()}, (FACTS,)).problems
    mine = [problem for problem in found if problem.path == DOCS + new]
    return [one for one in mine if one.field in (key, HEADER, "fichier") or {one.field, key} == {BODY, "bloc"}]


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
    return KINDS[kind].folder


def _question(row: Row, vocabularies: Vocabularies) -> Question:
    said = words.load(FACTS)["fields"]
    values = vocabularies.ids(row.format)
    rule = f"au choix : {', '.join(values)}" if values else said["formats"][row.format]
    rule += " ; des virgules entre plusieurs" if row.many else ""
    example = row.example.partition(": ")[2].strip("[]")
    return Question(row.key, said["meanings"][row.key], rule, example, row.required)
