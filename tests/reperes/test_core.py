import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from reperes.model import words
from reperes.model.vocabularies import NAMES

ROOT = Path(__file__).resolve().parents[2]
CORE = ROOT / "hooks/reperes"
MODULES = sorted(
    ".".join(path.relative_to(CORE).with_suffix("").parts)
    for path in CORE.rglob("*.py")
    if path.stem not in ("__init__", "skin", "build", "session", "compare")  # which draw, with Jinja
    and path.parent.name != "publications"  # which need packages of their own
)
FRENCH, *OTHERS = sorted(words.languages(), key=lambda language: language != "fr")
PYTHON = {
    "name",
    "dates",
    "cite.text",
    "page.source_number",
    "publications",
    "doors",
    "exports",
    "inflections",
    "small_words",
    "typography",
    "typography_tags",
}  # what Python reads
WORD = re.compile(r"(?<![\w.])(?:w|own)((?:\.[a-z_]\w*)+)")  # as templates ask for it
METHODS = {"format", "get", "items", "keys", "values"}
IMPORT = """
import importlib, sys
sys.path.insert(0, sys.argv[1])
for blocked in ("mkdocs", "mkdocs_static_i18n", "jinja2", "material"):
    sys.modules[blocked] = None
for module in sys.argv[2:]:
    importlib.import_module(f"reperes.{module}")
"""


def test_the_core_works_without_mkdocs():
    command = [sys.executable, "-W", "error", "-c", IMPORT, str(ROOT / "hooks"), *MODULES]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """The strings of nested words, each with its path; lists, which differ from language to language, as one."""
    if isinstance(value, dict):
        for key, inside in value.items():
            yield from leaves(inside, f"{path}.{key}".lstrip("."))
    else:
        yield path, str(value) if isinstance(value, str) else ""


def placeholders(language: str) -> dict[str, set[str]]:
    return {path: set(re.findall(r"\{\w*\}", text)) for path, text in leaves(words.load(language))}


@pytest.mark.parametrize("language", OTHERS)
def test_all_languages_have_the_same_words_with_the_same_gaps(language: str):
    assert placeholders(language) == placeholders(FRENCH)


def used() -> Iterator[tuple[str, str]]:
    """The words that templates ask for, each with its template."""
    for template in sorted((ROOT / "overrides").rglob("*.html")):
        text = template.read_text("utf-8")
        for name, place in re.findall(r"set (\w+) = (w\.[a-z_.]+)", text):  # words under another name
            text = re.sub(rf"(?<![\w.]){name}(?=[.\[])", place, text)
        for found in WORD.finditer(text):
            path = [part for part in found[1].split(".") if part and part not in METHODS]
            yield template.relative_to(ROOT).as_posix(), ".".join(path)


@pytest.mark.parametrize("language", words.languages())
def test_every_word_a_template_asks_for_exists(language: str):
    known = {path for path, _ in leaves(words.load(language))} | set(NAMES)  # labels of the site's own lists
    prefixes = {path.rsplit(".", depth)[0] for path in known for depth in range(4)}
    asked = set(used())
    assert asked
    missing = {(template, path) for template, path in asked if path not in prefixes}
    assert {one for one in missing if one[1].partition(".")[0] not in NAMES} == set()


def test_every_word_is_used():
    asked = {path for _, path in used()} | PYTHON
    known = {path for path, _ in leaves(words.load(FRENCH))}
    assert {path for path in known if not any(f"{path}.".startswith(f"{prefix}.") for prefix in asked)} == set()


@pytest.mark.parametrize("language", words.languages())
def test_no_word_is_hidden_by_a_method_of_python(language: str):
    # in Jinja `w.timeline.copy` is the method of the dictionary before it is the word
    parts = {part for path, _ in leaves(words.load(language)) for part in path.split(".")}
    assert parts & set(dir(dict)) == set()


SUBJECT = re.compile(r"participation|travail.pair|pair.aidan|peer.work|\bcvs\b|retablissement|sans.abri", re.I)


def test_the_generator_s_python_does_not_know_what_the_site_is_about():
    said = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in sorted((ROOT / "hooks").rglob("*.py"))
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if SUBJECT.search(line)
    ]
    assert said == []
