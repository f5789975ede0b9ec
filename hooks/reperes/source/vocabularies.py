"""From the files of vocabularies to their values, with what is wrong in them."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from reperes.base.problems import slug, suggest
from reperes.model.edtf import DateError, parse
from reperes.model.paths import DOCS
from reperes.model.vocabularies import BACKGROUND, FOLDER, INK, NAMES, STROKES, Vocabularies
from reperes.source.decoding import Fault, decode
from reperes.source.frontmatter import Document, read_block

VALUE = re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*")  # ISO 3166 codes have capitals
PATH = re.compile(r"[Mm][MLHVCSQTAZmlhvcsqtaz0-9 ,.-]*")  # what a browser draws, and nothing it runs
MOST = 800  # signs of a drawing: one kilobyte in a page
DRAWN = f"écrivez « {STROKES}: {{{INK}: le tracé}} »"
LINE = "écrivez « identifiant: {fr: son nom, en: son nom en anglais} »"


def read(files: Mapping[str, bytes], languages: tuple[str, ...]) -> tuple[Vocabularies, dict[str, Document]]:
    """The vocabularies among the files of docs/, and the document of each file, which bears its problems."""
    documents, values = {}, {}
    for name in NAMES:
        path = f"{FOLDER}/{name}.yml"
        values[name], document = _list(name, path, files.get(path), languages)
        documents[path] = replace(document, problems=[*document.problems])  # others may add theirs
    for id_ in values["dessins"]:
        _drawn(documents[f"{FOLDER}/dessins.yml"], id_, values["dessins"][id_].get(STROKES), (INK, *values["pistes"]))
    return Vocabularies(values), documents


@lru_cache(maxsize=64)  # an edit seldom touches a list, and each names its values on every page
def _list(name: str, path: str, raw: bytes | None, languages: tuple[str, ...]) -> tuple[dict[str, Any], Document]:
    if raw is None:
        document = Document(DOCS + path)
        document.blame_at((1, 1), "fichier", "cette liste manque", "remettez-la")
        return {}, document
    document = listed(path, raw)
    return {id_: said for id_, said in document.data.items() if _right(document, name, id_, languages)}, document


def listed(path: str, raw: bytes) -> Document:
    """The document of a list of docs/, which bears its problems."""
    text = decode(raw)
    if isinstance(text, Fault):
        document = Document(DOCS + path)
        document.blame_at((text.line, text.column), "fichier", text.fault, text.cure)
        return document
    document = read_block(DOCS + path, text, 1)
    document.part = "liste"
    return document


def _right(document: Document, name: str, id_: str, languages: tuple[str, ...]) -> bool:
    said: Any = document.data[id_]
    if name == "periodes":
        try:
            parse(id_)
        except DateError as error:
            document.blame((id_,), error.fault, error.cure)
            return False
    elif not VALUE.fullmatch(id_):
        document.blame((id_,), f"« {id_} » n'est pas un identifiant", slug(id_))
        return False
    if not isinstance(said, dict):
        document.blame((id_,), "les noms manquent", LINE)
        return False
    for language in languages:
        if not said.get(language):
            document.blame((id_,), f"le nom manque dans une langue ({language})", f"ajoutez « {language}: … »")
    for key in set(said) - {*languages, STROKES if name == "dessins" else BACKGROUND}:
        document.blame((id_, key), "cette clé n'existe pas ici", LINE)
    return all(said.get(language) for language in languages)


def _drawn(document: Document, id_: str, strokes: Any, colours: tuple[str, ...]) -> None:
    """Blame a drawing that has no line, or holds what is none."""
    if not isinstance(strokes, dict) or not strokes:
        document.blame((id_,), "le dessin manque", DRAWN)
        return
    for colour, path in strokes.items():
        if colour not in colours:
            document.blame((id_, STROKES, colour), f"« {colour} » n'est pas une couleur", suggest(colour, colours))
        if not isinstance(path, str) or not PATH.fullmatch(path):
            cure = "recopiez l'attribut « d » d'un tracé SVG, entre guillemets"
            document.blame((id_, STROKES, colour), "ce n'est pas un tracé", cure)
    if sum(len(str(path)) for path in strokes.values()) > MOST:
        document.blame(
            (id_,), f"le dessin a plus de {MOST} signes", "dessinez moins de lignes, ou arrondissez les nombres"
        )
