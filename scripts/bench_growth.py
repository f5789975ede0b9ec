"""Shapes of content that could take a time that grows as their square, each doubled twice."""

import gc
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from math import sqrt
from typing import TypeAlias

import bench_sites
import bootstrap
from reperes import build
from reperes.base.collector import kept

sys.path.append(f"{bootstrap.ROOT}/tests")
from check.corpus import (  # type: ignore[import-not-found]  # the tests are outside mypy
    BOOK,
    EVENT,
    LEDGER,
    PAGE,
    TERM,
    TODAY,
    read,
)
from reperes.review import texts

Files: TypeAlias = Mapping[str, str]  # by path from docs/

LETTERS, FILES = 60_000, 500  # then twice as many, and four times
TIMES = 9  # what else runs on the machine makes a measure longer, never shorter
BODIES: Mapping[str, Callable[[int], str]] = {
    "dots behind an address": lambda n: "https://" + "." * n + "<",
    "addresses": lambda n: "https://a.fr/x " * (n // 15),
    "open spans": lambda n: '<br lang="en">' * (n // 14) + "\n\n",
    "open links": lambda n: "[a] (" * (n // 5),
    "brackets closed": lambda n: "(a)[b " * (n // 6),
    "spaces": lambda n: "a." + " " * n + "a",
    "blank lines": lambda n: "\n \n" * (n // 3),
    "bullets": lambda n: "• a\n" * (n // 4),
    "items": lambda n: "- a\n" * (n // 4),
    "rows": lambda n: "| a " * (n // 4),
    "rulers": lambda n: "|-" * (n // 2) + "x",
    "hashes": lambda n: "## " * (n // 3),
    "headings": lambda n: "##### a\n" * (n // 8),
    "stars": lambda n: "**a" * (n // 3),
    "ats": lambda n: "a@" * (n // 2),
    "word before at": lambda n: "a" * n + "@b.c",
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
    "tables in html": lambda n: "<table>" * (n // 7),
    "images": lambda n: "![](a.png) " * (n // 11),
    "median dots": lambda n: "a·b " * (n // 4),
    "accents": lambda n: "e\u0301\u0323" * (n // 3),
}
HEADERS: Mapping[str, Callable[[int], str]] = {
    "title": lambda n: PAGE.replace("Une page", "é\u0323\u0301" * (n // 3)),
    "address": lambda n: BOOK.replace("https://exemple.fr/livre", "https://" + "." * n),
    "old names": lambda n: TERM.format(title="X", expansion="y z", see="rsa").replace(
        "voir:", f"anciens: [{', '.join(f'a{i}' for i in range(n // 6))}]\nvoir:"
    ),
    "easy sentences": lambda n: EVENT.replace("date:", f"simple: {'Une phrase. ' * (n // 12)}\ndate:"),
    "date": lambda n: EVENT.replace("1984", "1" * n),
    "unknown keys": lambda n: PAGE.replace("description", "".join(f"k{i}: x\n" for i in range(n // 8)) + "description"),
    "hard spaces": lambda n: PAGE.replace("title:", "title" + "\u00a0" * n + "x:"),
    "no key": lambda n: PAGE.replace("title: Une page", "une ligne\n" * (n // 10)),
}


def _events(text: str) -> Callable[[int], Files]:
    """As many events, a number in each place of a text."""
    return lambda many: {f"histoire/evenements/e{n}.md": text.format(n) for n in range(many)}


def _terms(text: str) -> Callable[[int], Files]:
    return lambda many: {f"glossaire/t{n}.md": text.replace("%", str(n)).replace("@", str(n + 1)) for n in range(many)}


WORD = TERM.format(title="Mot %", expansion="une notion %", see="rsa")
PROJECTS: Mapping[str, Callable[[int], Files]] = {
    "events": _events(EVENT.replace("Une loi", "Loi numéro {0}")),
    "events of nearly one title": _events(EVENT.replace("Une loi", "Grande association nationale numéro{0} texte{0}")),
    "terms": _terms(WORD),
    "terms that name the next": _terms(WORD.replace("rsa", "t@")),
    "terms that replace the next": _terms(WORD.replace("voir: [rsa]", "remplace: [t@]")),
    "a source that all miss": _terms(WORD.replace("livre", "libre")),
    "sources that each misses": _terms(WORD.replace("livre", "livre-%")),
    "links that lead nowhere": _terms(f"{WORD}[Un mot](tt%.md)\n"),
    "old names in many files": _terms(WORD.replace("voir:", "anciens: [ancien-%]\nvoir:")),
}


def checks() -> Iterator[tuple[str, float, float]]:
    """Each shape, the seconds that its check takes at its longest, and what a doubling multiplies them by."""
    for name, body in BODIES.items():
        yield name, *_measured(partial(_page, body), LETTERS)
    for name, header in HEADERS.items():
        path = "histoire/evenements/loi.md" if "date:" in header(100) else "page.md"
        yield name, *_measured(partial(_file, path, header), LETTERS)
    for name, project in PROJECTS.items():
        yield name, *_measured(project, FILES)
    register = "".join(f"/glossaire/ancien-{n}/\n" for n in range(FILES))
    yield "a register", *_measured(lambda n: {}, FILES, lambda n: LEDGER + register * (n // FILES))


def _page(body: Callable[[int], str], size: int) -> Files:
    return {"page.md": f"{PAGE}{body(size)}\n"}


def _file(path: str, header: Callable[[int], str], size: int) -> Files:
    return {path: header(size)}


def builds() -> Iterator[tuple[str, float, float]]:
    """Each kind of content, the seconds that many more add to a build without Pagefind, the ratio per doubling."""
    for kind, most in (("terms", 5000), ("events", 2000), ("sources", 2000), ("steps", 180)):
        base, small, large = _least(partial(_built, kind), (2, most // 4, most), 2)
        few, many = (max(seconds - base, base / 10) for seconds in (small, large))  # less is lost in the noise
        yield f"{most} {kind} more in a build", large - base, sqrt(many / few)


def _built(kind: str, many: int) -> float:
    project = bench_sites.grown(bench_sites.real(), kind, many)
    gc.collect()
    with kept():
        start = time.process_time()
        build.pages(build.make(project))
        return time.process_time() - start


def _measured(
    make: Callable[[int], Files], size: int, ledger: Callable[[int], str] = lambda n: LEDGER
) -> tuple[float, float]:
    """Least seconds of a check at four times a size, and the ratio per doubling from once that size."""
    small, large = _least(lambda n: _spent(make(n), ledger(n)), (size, 4 * size), TIMES)
    return large, sqrt(large / small)


def _least(measure: Callable[[int], float], sizes: tuple[int, ...], times: int) -> list[float]:
    """The least seconds of each size, one size after the other so that a slow minute slows them all."""
    return [min(seconds) for seconds in zip(*([measure(size) for size in sizes] for _ in range(times)), strict=True)]


def _spent(files: Files, ledger: str) -> float:
    gc.collect()  # what the last measure left; none meanwhile, as in timeit: it looks through all that Python holds
    with kept():
        start = time.process_time()
        texts.collect(read(files, ledger), TODAY)
        return time.process_time() - start
