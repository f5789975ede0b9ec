"""Scripts and styles that old engines read: what parses in them, and what parses there and then fails."""

import re

import pytest
from conftest import ROOT
from engines import PARSER, AbsentError, package
from playwright.sync_api import Page

OURS = ROOT / "overrides/assets/reperes"
EVERYWHERE = ["page.js", "terms.js", "filters.js", "matching.js", "copy.js"]  # ordinary pages load them
READABLE, PLAINER = 2019, 2021  # the years of the language that the promise counts on: ECMAScript
FAILS = {  # what parses, or does not, and then breaks: where it began to work
    r"\(\?<[=!]": "lookbehind: Safari 16.4",
    r"URLSearchParams\([^;]*\)\.size|(\w+) = new URLSearchParams\b[\s\S]*\b\1\.size\b": "their size: Safari 17",
    r"\.ariaBusy|\.role\b": "ARIA in properties: Firefox 119",
    r"\.at\(": "at(): Safari 15.4 and Chromium 92, not before",
    r"\b(?:structuredClone|checkVisibility|canParse|withResolvers|fromAsync)\(": "later than Safari 15.4",
    r"\.(?:findLast|findLastIndex|toSorted|toReversed|toSpliced|groupBy|togglePopover)\(": "later than Chromium 92",
    r"\.(?:keys|values|entries)\(\)\s*\.(?:map|filter|some|every|find|reduce)\(": "iterators with methods: Safari 18.4",
}
STYLES = {
    r"text-decoration:\s*\w+\s+[^!;}]+": "text-decoration with more than a line: Safari 26.2",
    r"@(?:media|container)\b[^{;]*[<>]": "ranges in media queries: Safari 16.4",
    r"(?m)(?:^|[\s,{}]):has\(": ":has() of any element: each key makes the browser look at the whole page",
    r"(?<!float: right; )float: inline-end": "float: inline-end alone: Chromium 118",
    r"(?m)^(?!.*@supports \(text-wrap: balance\)).*\bpage: booklet": "a named page: Chromium 108 prints 417 of them",
}


@pytest.mark.parametrize("name", [path.relative_to(OURS).as_posix() for path in sorted(OURS.rglob("*.js"))])
def test_a_script_parses_in_the_oldest_engine_that_needs_it(page: Page, name: str):
    try:
        parser = (package(*PARSER) / "dist/acorn.js").read_text("utf-8")
    except AbsentError as missing:
        pytest.skip(f"analyseur absent : {missing}")
    year = READABLE if name in EVERYWHERE else PLAINER
    page.evaluate(parser)
    asked = {"ecmaVersion": year, "sourceType": "module", "allowAwaitOutsideFunction": name == "offline.js"}
    text = (OURS / name).read_text("utf-8")
    # import() and import.meta came in 2020, years after engines knew them
    text = text.replace("import(", "(").replace("import.meta.url", "''") if year < 2020 else text
    page.evaluate("([text, asked]) => void acorn.parse(text, asked)", [text, asked])


@pytest.mark.parametrize(("suffix", "refused"), [("js", FAILS), ("css", STYLES)])
def test_nothing_is_used_that_old_engines_take_and_then_get_wrong(suffix: str, refused: dict[str, str]):
    files = [*OURS.rglob(f"*.{suffix}"), *(ROOT / "overrides").glob(f"*.{suffix}")]
    found = [
        f"{path.name}: {why}"
        for path in files
        if path.name != "theme.css"
        for pattern, why in refused.items()
        if re.search(pattern, path.read_text("utf-8"))
    ]
    assert found == []
