"""What reaches a terminal, an annotation, a comment: one line, no sign that is obeyed, no value without an end."""

import json

import pytest
from check.corpus import PAGE, read
from reperes.base.problems import ContentError, Problem
from reperes.review.checking import Report
from reperes.review.formats import FORMATS
from reperes.review.proposal import ChangedPage, Message, write

STRANGE = [
    "\x1b]0;PWNED\x07",
    "\x1b[31m",
    "a\rb",
    "a\nb",
    "a\x0bb",
    "a\x85b",
    "a\u2028b",
    "\u202eb",
    "\u2066b",
    "\x9b31m",
    "\x00",
    "a\x08b",
    "\u200fb",
    "\ufeff",
]
HARMFUL = {
    *map(chr, range(32)),
    *map(chr, range(127, 160)),
    *"\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\ufeff",
}


def lines(strange: str) -> list[str]:
    problem = Problem(f"docs/{strange}.md", 1, 1, strange, f"« {strange} »", strange)
    report = Report(read({}), (problem,), (problem,))
    whole = [
        write(Message([problem], [problem], [ChangedPage("x/", strange, "fr", ((strange, strange),), touched=True)]))
    ]
    whole += [FORMATS[name](report) for name in ("text", "github")] + [str(ContentError([problem]))]
    return [line for text in whole for line in text.split("\n")]


@pytest.mark.parametrize("strange", STRANGE)
def test_no_sign_that_a_terminal_obeys_comes_out(strange: str):
    assert not [line for line in lines(strange) if HARMFUL & set(line)]


@pytest.mark.parametrize("strange", STRANGE)
def test_none_comes_out_of_what_programs_read(strange: str):
    problem = Problem("docs/x.md", 1, 1, "texte", strange, "x")
    told = json.loads(FORMATS["json"](Report(read({}), (problem,))))["problems"][0]["fault"]
    assert not HARMFUL & set(told)


def test_a_finding_is_one_line_of_a_bearable_length():
    assert len(str(Problem("docs/x.md", 1, 1, "title", "« " + "é" * 300_000 + " »", "écrivez moins"))) <= 1_000


def test_no_quoted_value_is_whole_when_it_has_no_end():
    found = read({"page.md": PAGE.replace("Une page", "x" * 90_000) + "Un texte.\n"}).problems
    assert found and all(len(str(one)) < 400 for one in found)
