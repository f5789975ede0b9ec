"""Words of the interface: data, one file per language."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from reperes.base.problems import Problem

Words: TypeAlias = dict[str, Any]

FOLDER = Path(__file__).parents[1] / "data" / "words"
SHOWN = "hooks/reperes/data/words/"  # as problems name it
MODEL = "fr"
OPTIONAL = {"dates.from.vowel"}  # only where a preposition elides
GAP = re.compile(r"\{\w*\}")


@cache  # the disk is asked once
def languages() -> tuple[str, ...]:
    """The languages that have a file of words."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.yml")))


@cache
def load(language: str) -> Words:
    """All words of a language, nested as in its file.

    Raises FileNotFoundError when the language has no file.
    """
    words: Words = yaml.load((FOLDER / f"{language}.yml").read_text("utf-8"), Loader=yaml.CSafeLoader)
    return words


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """The words nested in a file, each with its path; a list counts for one."""
    if isinstance(value, dict):
        for key, inside in value.items():
            yield from leaves(inside, f"{path}.{key}".lstrip("."))
    else:
        yield path, value


def problems(languages: Iterable[str]) -> list[Problem]:
    """What is missing or wrong in the words of some languages, compared with the French ones."""
    model = dict(leaves(load(MODEL)))
    return [
        Problem(f"{SHOWN}{language}.yml", 1, 1, *found)
        for language in languages
        if language != MODEL
        for found in _faults(language, model)
    ]


def _faults(language: str, model: Words) -> Iterator[tuple[str, str, str]]:
    """Field, fault and cure of every mistake in a file."""
    try:
        words = dict(leaves(load(language)))
    except FileNotFoundError:
        yield "fichier", "les mots de cette langue manquent", f"copiez {MODEL}.yml sous ce nom, puis traduisez-le"
        return
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        yield "fichier", f"il n'est pas lisible ({error})", f"comparez-le avec {MODEL}.yml"
        return
    yield from _differences(words, model)
    if words.get("direction") not in (None, "ltr", "rtl"):
        yield "direction", f"« {words['direction']} » n'est pas un sens d'écriture", "écrivez ltr ou rtl"
    months = words.get("dates.months")
    if isinstance(months, list) and len(months) != 12:
        yield "dates.months", "il n'y a pas douze mois", "écrivez-les tous, de janvier à décembre"


def _differences(words: Words, model: Words) -> Iterator[tuple[str, str, str]]:
    """Words that are missing, of another kind, or that would lose what is put into them."""
    for path, wanted in model.items():
        given = words.get(path)
        if given is None and path not in OPTIONAL:
            yield path, "ce mot manque", f"traduisez-le de {MODEL}.yml"
        elif given is not None and type(given) is not type(wanted):
            yield path, "ce n'est pas un mot, ou pas une liste", f"écrivez-le comme dans {MODEL}.yml"
        elif isinstance(given, str) and {*GAP.findall(given)} != {*GAP.findall(wanted)}:
            gaps = ", ".join(sorted(GAP.findall(wanted))) or "aucun"
            yield path, f"« {given} » n'a pas les mêmes trous que le français", f"gardez {gaps}"
