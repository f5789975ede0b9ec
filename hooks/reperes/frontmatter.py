"""From the bytes of a file to its front matter, its body and the place of every value."""

from dataclasses import dataclass, field
from typing import Any, TypeAlias

import yaml

from reperes.problems import Problem

Key: TypeAlias = tuple[str | int, ...]  # ("sources", 0, "url")
Place: TypeAlias = tuple[int, int]  # line and column, from 1

MAX_BYTES = 300_000
MAX_DEPTH = 6
FENCE = "---"
TEXTS = (
    "str",
    "int",
    "float",
    "timestamp",
    "value",
    "merge",
)  # a date or a number is text until the model reads it
YAML_FAULTS = (
    (
        "character that cannot start any token",
        "un caractère que YAML n'admet pas ici (tabulation, @, `, %)",
        "remplacez les tabulations par des espaces, et mettez le texte entre guillemets",
    ),
    ("tab character", "une tabulation", "remplacez les tabulations par des espaces"),
    (
        "mapping values are not allowed",
        "deux fois « : » sur une ligne, ou un décalage",
        "mettez le texte entre guillemets",
    ),
    ("unexpected end of stream", "un guillemet ou un crochet ouvert et jamais fermé", "fermez-le"),
    ("unexpected document", "un guillemet ouvert et jamais fermé", "fermez-le"),
    ("could not find expected ':'", "une ligne sans « : »", "écrivez « clé: valeur »"),
    ("expected ',' or", "une liste entre crochets mal fermée", "écrivez [un, deux]"),
    ("undefined alias", "un texte qui commence par « * »", "mettez-le entre guillemets"),
    ("alias", "un texte qui commence par « * »", "mettez-le entre guillemets"),
    ("anchor", "un texte qui commence par « & »", "mettez-le entre guillemets"),
    ("nesting", "trop de niveaux imbriqués", "écrivez une simple liste"),
    (
        "block end",
        "un décalage inattendu en début de ligne",
        "alignez les clés à gauche, et les tirets entre eux",
    ),
    ("escape", "une barre oblique inverse entre guillemets doubles", "prenez des guillemets simples"),
)


@dataclass
class Document:
    """A file read: its values as plain strings, tuples, dictionaries and booleans, and where each stands."""

    path: str
    data: dict[str, Any] = field(default_factory=dict)
    places: dict[Key, Place] = field(default_factory=dict)
    body: str = ""
    body_line: int = 1
    yaml_line: int = 2  # the line of the file on which its YAML starts
    problems: list[Problem] = field(default_factory=list)

    def place(self, key: Key) -> Place:
        """Where a value stands; the nearest enclosing one when it has none of its own."""
        while key and key not in self.places:
            key = key[:-1]
        return self.places.get(key, (1, 1))

    def blame(self, key: Key, fault: str, cure: str) -> None:
        """Add a problem at the place of a value, named by its keys without list positions."""
        name = ".".join(part for part in key if isinstance(part, str)) or "en-tête"
        self.problems.append(Problem(self.path, *self.place(key), name, fault, cure))

    def blame_at(self, place: Place, name: str, fault: str, cure: str) -> None:
        """Add a problem at a place."""
        self.problems.append(Problem(self.path, *place, name, fault, cure))


def read(path: str, raw: bytes) -> Document:
    """Split a file into front matter and body; a BOM and CRLF are accepted."""
    document = Document(path)
    text = _decode(document, raw)
    if text is None:
        return document
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        document.blame_at(
            (1, 1),
            "en-tête",
            "le fichier ne commence pas par « --- »",
            "commencez par --- puis « title: … », puis --- avant le texte",
        )
        return document
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() in (FENCE, "...")), None)
    if end is None:
        document.blame_at((1, 1), "en-tête", "l'en-tête n'est jamais fermé", "ajoutez une ligne --- avant le texte")
        return document
    document.body, document.body_line = "\n".join(lines[end + 1 :]), end + 2
    _compose(document, "\n".join(lines[1:end]))
    return document


def read_block(path: str, text: str, line: int) -> Document:
    """Read the options of a block, whose first one stands on the given line of the file."""
    document = Document(path, yaml_line=line, places={(): (line, 1)})
    if text.strip():
        _compose(document, text)
    return document


def _decode(document: Document, raw: bytes) -> str | None:
    if len(raw) > MAX_BYTES:
        document.blame_at((1, 1), "fichier", f"il pèse plus de {MAX_BYTES // 1000} ko", "coupez-le en plusieurs pages")
        return None
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        place = before.count(b"\n") + 1, error.start - before.rfind(b"\n")
        document.blame_at(place, "fichier", "ce n'est pas du texte en UTF-8", "enregistrez-le en « texte brut, UTF-8 »")
        return None
    if not text.strip():
        document.blame_at((1, 1), "fichier", "il est vide", "copiez un fichier voisin, ou supprimez celui-ci")
        return None
    strange = next((i for i, c in enumerate(text) if (ord(c) < 32 and c not in "\n\t") or ord(c) == 127), None)
    if strange is not None:
        place = text.count("\n", 0, strange) + 1, strange - text.rfind("\n", 0, strange)
        document.blame_at(
            place,
            "fichier",
            "il contient un caractère invisible qui n'est pas du texte",
            "effacez-le et retapez le mot",
        )
        return None
    return text


def _compose(document: Document, header: str) -> None:
    try:
        node = yaml.compose(header, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = (mark.line + document.yaml_line, mark.column + 1) if mark else (1, 1)
        told = f"{error.context or ''} {error.problem or ''}"
        fault, cure = next(
            ((f, c) for sign, f, c in YAML_FAULTS if sign in told),
            ("YAML illisible ici", "comparez avec un fichier voisin"),
        )
        document.blame_at(place, "en-tête", fault, cure)
        return
    except (yaml.YAMLError, RecursionError):
        document.blame_at((document.yaml_line, 1), "en-tête", "YAML illisible", "comparez avec un fichier voisin")
        return
    if not isinstance(node, yaml.MappingNode):
        document.blame_at(
            (document.yaml_line, 1),
            "en-tête",
            "il ne contient pas de « clé: valeur »",
            "écrivez au moins « title: … »",
        )
        return
    document.data = _mapping(document, node, (), set())


def _value(document: Document, node: yaml.Node, key: Key, seen: set[int]) -> Any:
    document.places[key] = (node.start_mark.line + document.yaml_line, node.start_mark.column + 1)
    tag = node.tag.rpartition(":")[2]
    if id(node) in seen or len(key) > MAX_DEPTH:
        document.blame(
            key,
            "un renvoi YAML (& ou *)" if id(node) in seen else "trop de niveaux imbriqués",
            "écrivez la valeur en toutes lettres",
        )
        return ""
    seen.add(id(node))
    if isinstance(node, yaml.MappingNode):
        return _mapping(document, node, key, seen)
    if isinstance(node, yaml.SequenceNode):
        return tuple(_value(document, item, (*key, i), seen) for i, item in enumerate(node.value))
    if tag == "null":
        return None
    if tag == "bool":
        return node.value.lower() in ("true", "yes", "on")
    if tag not in TEXTS:
        document.blame(key, f"une étiquette YAML (« {node.tag} »)", "écrivez du texte simple")
    return node.value


def _mapping(document: Document, node: yaml.MappingNode, key: Key, seen: set[int]) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for name, value in node.value:
        place = (name.start_mark.line + document.yaml_line, name.start_mark.column + 1)
        if not isinstance(name, yaml.ScalarNode):
            document.blame_at(place, "en-tête", "une clé qui n'est pas un mot", "écrivez « clé: valeur »")
        elif name.value in result:
            document.blame_at(place, name.value, "cette clé est écrite deux fois", "gardez-en une seule")
        else:
            result[name.value] = _value(document, value, (*key, name.value), seen)
            document.places[(*key, name.value, "@")] = place  # the key itself
    return result
