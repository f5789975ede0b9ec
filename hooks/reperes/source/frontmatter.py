"""From the bytes of a file to its front matter, its body and the place of every value."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeAlias

import yaml

from reperes.base.problems import Problem
from reperes.source import yaml_faults
from reperes.source.decoding import INVISIBLE, STRANGE, Fault, decode

Key: TypeAlias = tuple[str | int, ...]  # ("sources", 0, "url")
Position: TypeAlias = tuple[int, int]  # line and column, from 1

FENCE = "---"
HEADER = "en-tête"
CLOSING = re.compile(
    r"[ \t]*(?:-{3,}|[-—–]*[—–][-—–]*|-[ \t]-[ \t]-|_{3,}|\*{3,})[ \t]*"
)  # what people type to close it
PHONE = "— sur un téléphone, tapez un tiret, une lettre, un tiret, une lettre, un tiret, puis effacez les lettres"


@dataclass
class Document:
    """A file read: its values as plain strings, tuples, dictionaries and booleans, and where each stands."""

    path: str
    data: dict[str, Any] = field(default_factory=dict)
    places: dict[Key, Position] = field(default_factory=dict)
    header: str = ""
    body: str = ""
    body_line: int = 1
    part: str = HEADER  # what its YAML is called
    yaml_line: int = 2  # the line of the file on which its YAML starts
    problems: list[Problem] = field(default_factory=list)

    @cached_property
    def line_starts(self) -> list[int]:
        """Where each line of the body starts: a text may hold many places, and is not counted again for each."""
        return [0, *(found.end() for found in re.finditer("\n", self.body))]

    def place(self, key: Key) -> Position:
        """Where a value stands; the nearest enclosing one when it has none of its own."""
        while key and key not in self.places:
            key = key[:-1]
        return self.places.get(key, (1, 1))

    def blame(self, key: Key, fault: str, cure: str) -> None:
        """Add a problem at the place of a value, named by its keys without list positions."""
        self.blame_at(self.place(key), named(key) or self.part, fault, cure)

    def blame_at(self, place: Position, name: str, fault: str, cure: str) -> None:
        """Add a problem at a place."""
        self.problems.append(Problem(self.path, *place, name, fault, cure))


def named(key: Key) -> str:
    """The keys that lead to a value, without list positions: `sources.url`."""
    return ".".join(part for part in key if isinstance(part, str))


def read(path: str, raw: bytes) -> Document:
    """Split a file into front matter and body; a BOM and CRLF are accepted."""
    document = Document(path)
    text = decode(raw)
    if isinstance(text, Fault):
        document.blame_at((text.line, text.column), "fichier", text.fault, text.cure)
        return document
    header = _split(document, text)
    if header is not None:
        _compose(document, header)
    return document


def read_block(path: str, text: str, line: int) -> Document:
    """Read the options of a block, whose first one stands on the given line of the file."""
    document = Document(path, part="bloc", yaml_line=line, places={(): (line, 1)})
    if text.strip():
        _compose(document, text)
    return document


def _split(document: Document, text: str) -> str | None:
    lines = text.split("\n")
    if lines[0].rstrip(" \t") != FENCE:
        document.blame_at(*_unopened(lines))
        return None
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip(" \t") in (FENCE, "...")), None)
    if end is None:
        odd = next((number for number, line in enumerate(lines[1:], 2) if CLOSING.fullmatch(line)), None)
        if odd:
            fault = f"« {lines[odd - 1].strip()} » ne ferme pas l'en-tête"
            document.blame_at((odd, 1), HEADER, fault, _three(lines[odd - 1]))
        else:
            document.blame_at((1, 1), HEADER, "il n'est jamais fermé", f"ajoutez une ligne {FENCE} avant le texte")
        return None
    if end == len(lines) - 1:  # MkDocs would take it all for text
        document.blame_at((end + 1, 1), HEADER, f"le fichier s'arrête à « {FENCE} »", "passez à la ligne après")
    document.body, document.body_line = "\n".join(lines[end + 1 :]), end + 2
    document.header = "\n".join(lines[1:end])
    return document.header


def _unopened(lines: list[str]) -> tuple[Position, str, str, str]:
    """Place, field, fault and cure of a file that does not start as it must."""
    first = next(number for number, line in enumerate(lines) if line.strip())
    start = lines[first].strip()
    if start == FENCE:
        what = "une ligne vide" if first else "des espaces"
        return (
            (1, 1),
            HEADER,
            f"{what} avant « {FENCE} »",
            f"effacez-la : {FENCE} est la première ligne" if first else "effacez-les",
        )
    if CLOSING.fullmatch(lines[first]):
        return (first + 1, 1), HEADER, f"« {start[:20]} » n'ouvre pas l'en-tête", _three(start)
    for sign, kind in (
        ("{\\rtf", "un document de traitement de texte (RTF)"),
        ("<!doctype", "une page web"),
        ("<html", "une page web"),
    ):
        if start.lower().startswith(sign):
            return (
                (1, 1),
                HEADER,
                f"c'est {kind}",
                "copiez-en le texte seul, et enregistrez-le en « texte brut, UTF-8 »",
            )
    cure = f"commencez par {FENCE} puis « title: … », puis {FENCE} avant le texte"
    return (1, 1), HEADER, f"le fichier ne commence pas par « {FENCE} »", cure


def _three(typed: str) -> str:
    """How to type three hyphens."""
    cure = f"écrivez {FENCE}, seul et au début de la ligne"
    return f"{cure} {PHONE}" if re.search("[—–]", typed) else cure


def _compose(document: Document, header: str) -> None:
    faults = yaml_faults.find(header)
    for line, column, fault, cure in faults:
        document.blame_at((line + document.yaml_line, column + 1), document.part, fault, cure)
    node = None if faults else yaml.compose(header, Loader=yaml.CSafeLoader)
    if isinstance(node, yaml.MappingNode):
        document.data = _mapping(document, node, ())
    elif not faults:
        example = "« title: … »" if document.part == HEADER else "« clé: valeur », une par ligne"
        document.blame_at((document.yaml_line, 1), document.part, "aucune « clé: valeur »", f"écrivez {example}")


def _value(document: Document, node: yaml.Node, key: Key) -> Any:
    """A date or a number is text until the model reads it."""
    document.places[key] = (node.start_mark.line + document.yaml_line, node.start_mark.column + 1)
    if isinstance(node, yaml.MappingNode):
        return _mapping(document, node, key)
    if isinstance(node, yaml.SequenceNode):
        return tuple(_value(document, item, (*key, i)) for i, item in enumerate(node.value))
    if INVISIBLE.search(node.value):  # written as "\0"
        document.blame(key, *STRANGE)
    kind = node.tag.rpartition(":")[2]
    if kind == "null":
        return None
    return node.value.lower() in ("true", "yes", "on") if kind == "bool" else node.value


def _mapping(document: Document, node: yaml.MappingNode, key: Key) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for name, value in node.value:
        place = (name.start_mark.line + document.yaml_line, name.start_mark.column + 1)
        if not isinstance(name, yaml.ScalarNode):
            cure = "écrivez « clé: valeur », ou mettez le texte entre guillemets"
            document.blame_at(place, document.part, "des accolades ou des crochets à la place d'une clé", cure)
        elif name.value in result:
            document.blame_at(place, named((*key, name.value)), "cette clé est écrite deux fois", "gardez-en une seule")
        else:
            result[name.value] = _value(document, value, (*key, name.value))
            document.places[(*key, name.value, "@")] = place  # the key itself
    return result
