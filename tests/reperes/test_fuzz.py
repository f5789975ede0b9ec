"""Whatever a file holds, the check says what is wrong or takes it, and never crashes or hangs."""

from datetime import date

import pytest
from contents import BASIS, FRAME, NEIGHBOURS, SETTINGS, raw, write
from hypothesis import given
from hypothesis import strategies as st
from reperes.project import Project
from reperes.session import check

AMONG = BASIS | raw(FRAME) | raw(NEIGHBOURS)
PATHS = ("glossaire/z.md", "histoire/evenements/z.md", "definitions/z.md", "fiches/z.md", "z.md", "glossaire/cvs.en.md")
SIGNS = [
    *"[]{}()<>!*_`~#|:;,.?&%@=+-\\/\"'^$\n\n\t  é😀\u2019\xa0\0",
    "---\n",
    "```",
    "    ",
    "\n\n",
    "> ",
    "- ",
    "1. ",
    "!!! note\n",
]
YAML = [
    "title",
    "sources",
    "revu",
    "date",
    "formes",
    ": ",
    ":",
    "- ",
    "[",
    "]",
    "{",
    "}",
    "null",
    "true",
    "2002-01-02",
    ">-",
    "|",
    "&a",
    "*a",
    "!!x",
    "<<",
]
MARKDOWN = [
    "CVS",
    "[x](cvs.md)",
    "[^1]",
    "[^un-livre]",
    "[^un-lvre]",
    "[^1]: ",
    "<i>",
    "</i>",
    "<span lang=en>",
    "```glossaire\n",
    "```\n",
    "| a | b |\n|---|---|\n",
    "{#a}",
    "{: x}",
    "&amp;",
    "<https://a.fr>",
    "![x](y)",
    "[y]: z\n",
    "Titre\n---\n",
]
texts = st.lists(st.sampled_from(SIGNS + YAML + MARKDOWN) | st.text(max_size=8), max_size=60).map("".join)


def examine(path: str, given: bytes) -> None:
    """The whole check of a file among neighbours, warnings and rendering included."""
    found = check(Project(SETTINGS, {**AMONG, path: given}), date(2026, 11, 25))
    for finding in (*found.problems, *found.warnings):
        assert finding.line >= 1 and finding.column >= 1 and finding.fault and finding.cure
        assert "\n" not in str(finding)


@given(st.sampled_from(PATHS), st.binary(max_size=300))
def test_any_bytes(path: str, raw: bytes):
    examine(path, raw)


@given(st.sampled_from(PATHS), texts, texts)
def test_any_front_matter_and_text(path: str, head: str, body: str):
    examine(path, f"---\n{head}\n---\n{body}".encode("utf-8", "replace"))


@given(st.sampled_from(["term", "event", "definition", "sheet", "page"]), texts)
def test_any_text_below_a_right_front_matter(kind: str, body: str):
    examine(
        {"term": "glossaire/z.md", "page": "z.md"}.get(kind, "fiches/z.md"),
        write(kind, body=f"Un texte.\n\n{body}\n").encode("utf-8", "replace"),
    )


@given(st.sampled_from(["title", "simple", "formes", "date", "revu", "voir", "sens", "sources", "equivalents"]), texts)
def test_any_value_of_a_key(key: str, value: str):
    kind, path = ("event", "histoire/evenements/z.md") if key == "date" else ("term", "glossaire/z.md")
    examine(path, write(kind, f"{key}: {value}").encode("utf-8", "replace"))


# fmt: off
UNIT = [
    "[", "![", "[a](", "[a]: ", "*a ", "**", "_", "`", "``` ", "<", "<a ", "<i>", "</i>", "&",
    "|", "{: ", "> ", ">", "- ", "    ", "\t", "\n", "\n\n", "#", "a", "CVS ",
    "[^1]", "[^un-livre]", "[^1]:", ":   ", "!!! note\n    ", "1. ", "=", "-", "\\", "(", "a\n    - ", "'",
    "\u0301", "<!--", "]]>", "~~~\n",
]
# fmt: on


@pytest.mark.parametrize("size", [19_000, 100_000])  # the limit of a paragraph, that of a file
def test_a_sign_repeated_to_the_limit(size: int):
    for unit in UNIT:
        examine("z.md", write("page", body=unit * (size // len(unit.encode())) + "\n").encode())


@given(st.lists(st.sampled_from(UNIT), min_size=1, max_size=4).map("".join), st.sampled_from([50, 2_000]))
def test_a_pattern_repeated(pattern: str, times: int):
    examine("z.md", write("page", body=pattern * times + "\n").encode())
