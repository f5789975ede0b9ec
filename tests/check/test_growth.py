"""Time grows as the text does: twice the length takes about twice as long, for every rule and shape that could not."""

import time
from collections.abc import Callable

import pytest
from check.corpus import BOOK, EVENT, PAGE, TERM, TODAY, read
from reperes.base.problems import suggest
from reperes.review import texts

MOST = 3.0  # for each doubling; a square gives 4, and small times waver
QUICK = 0.3  # seconds under which nothing is measured
SHAPES: dict[str, Callable[[int], str]] = {
    "dots-behind-an-address": lambda n: "https://" + "." * n + "<",
    "addresses": lambda n: "https://a.fr/x " * (n // 15),
    "open-spans": lambda n: '<br lang="en">' * (n // 14) + "\n\n",
    "open-links": lambda n: "[a] (" * (n // 5),
    "brackets-closed": lambda n: "(a)[b " * (n // 6),
    "spaces": lambda n: "a." + " " * n + "a",
    "blank-lines": lambda n: "\n \n" * (n // 3),
    "bullets": lambda n: "• a\n" * (n // 4),
    "items": lambda n: "- a\n" * (n // 4),
    "rows": lambda n: "| a " * (n // 4),
    "rulers": lambda n: "|-" * (n // 2) + "x",
    "hashes": lambda n: "## " * (n // 3),
    "headings": lambda n: "##### a\n" * (n // 8),
    "stars": lambda n: "**a" * (n // 3),
    "ats": lambda n: "a@" * (n // 2),
    "word-before-at": lambda n: "a" * n + "@b.c",
    "digits": lambda n: "1" * n,
    "telephones": lambda n: "06 12 34 56 " * (n // 12),
    "figures": lambda n: "en 2002. " * (n // 9),
    "thousands": lambda n: "1 000 " * (n // 6),
    "abbreviations": lambda n: "L. 3 " * (n // 5),
    "capitals": lambda n: "A" * n,
    "references": lambda n: "[^a" * (n // 3),
    "footnotes": lambda n: "[^livre] " * (n // 9),
    "backticks": lambda n: "` `` " * (n // 5),
    "tabs": lambda n: "a\tb\n" * (n // 4),
    "boxes": lambda n: '!!! note "a"\n\n' * (n // 14),
    "tables-in-html": lambda n: "<table>" * (n // 7),
    "images": lambda n: "![](a.png) " * (n // 11),
    "median-dots": lambda n: "a·b " * (n // 4),
    "accents": lambda n: "e\u0301\u0323" * (n // 3),
}
HEADS: dict[str, Callable[[int], str]] = {
    "title": lambda n: PAGE.replace("Une page", "é\u0323\u0301" * (n // 3)),
    "address": lambda n: BOOK.replace("https://exemple.fr/livre", "https://" + "." * n),
    "old-names": lambda n: TERM.format(title="X", expansion="y z", see="rsa").replace(
        "voir:", f"anciens: [{', '.join(f'a{i}' for i in range(n // 6))}]\nvoir:"
    ),
    "easy-sentences": lambda n: EVENT.replace("date:", f"simple: {'Une phrase. ' * (n // 12)}\ndate:"),
    "date": lambda n: EVENT.replace("1984", "1" * n),
    "unknown-keys": lambda n: PAGE.replace("description", "".join(f"k{i}: x\n" for i in range(n // 8)) + "description"),
    "hard-spaces": lambda n: PAGE.replace("title:", "title" + "\u00a0" * n + "x:"),
    "no-key": lambda n: PAGE.replace("title: Une page", "une ligne\n" * (n // 10)),
}


def taken(files: dict[str, str | bytes | None]) -> float:
    """Processor seconds of a whole check."""
    start = time.process_time()
    texts.collect(read(files), TODAY)
    return time.process_time() - start


def grows(make: Callable[[int], dict[str, str | bytes | None]]) -> None:
    half, whole = make(20_000), make(40_000)
    once, twice = taken(half), taken(whole)
    for _ in range(3):  # what else runs on the machine makes a measure longer, never shorter
        if twice < QUICK or twice <= once * MOST:
            break
        once, twice = min(once, taken(half)), min(twice, taken(whole))
    assert twice < 1.5 and (twice < QUICK or twice <= once * MOST), (once, twice)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_body_takes_time_as_its_length(shape: str):
    grows(lambda size: {"page.md": PAGE + SHAPES[shape](size) + "\n"})


@pytest.mark.parametrize("shape", HEADS)
def test_a_header_takes_time_as_its_length(shape: str):
    path = "histoire/evenements/loi.md" if "date:" in HEADS[shape](100) else "page.md"
    grows(lambda size: {path: HEADS[shape](size)})


def test_many_files_take_time_as_their_number():
    grows(
        lambda size: {
            f"histoire/evenements/e{n}.md": EVENT.replace("Une loi", f"Loi numéro {n}") for n in range(size // 300)
        }
    )


def test_no_neighbour_is_looked_for_of_a_name_without_an_end():
    start = time.process_time()
    suggest("a" * 100_000, [f"a{n}" for n in range(500)])
    assert time.process_time() - start < 0.5
