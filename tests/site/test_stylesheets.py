"""Our stylesheets, read by an independent parser: what a browser would drop without a word."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import tinycss2
from conftest import ROOT

SHEETS = sorted(path for path in (ROOT / "overrides").rglob("*.css") if "{%" not in path.read_text("utf-8"))
USED = re.compile(r"var\(\s*(--[\w-]+)\s*(,)?")
SET = re.compile(r"(?<![\w-])(--[\w-]+)\s*:")
NESTED = {"media", "supports", "layer", "container", "starting-style"}


def declarations(nodes: list[Any], selector: str = "") -> Iterator[tuple[str, list[Any]]]:
    """What each rule declares, by selector; rules that stand inside others included."""
    block = []
    for node in nodes:
        if node.type == "error":
            pytest.fail(f"line {node.source_line}: {node.message}", pytrace=False)
        elif node.type == "declaration":
            block.append(node)
        elif node.type == "qualified-rule":
            yield from declarations(contents(node), f"{selector} {tinycss2.serialize(node.prelude).strip()}")
        elif node.type == "at-rule" and node.lower_at_keyword in NESTED and node.content is not None:
            yield from declarations(contents(node), selector)
    if block:
        yield selector, block


def contents(node: Any) -> list[Any]:
    return tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)


def rules(path: Path) -> list[tuple[str, list[Any]]]:
    sheet = tinycss2.parse_stylesheet(path.read_text("utf-8"), skip_comments=True, skip_whitespace=True)
    return list(declarations(sheet))


def test_every_rule_can_be_read_and_declares_nothing_twice():
    for path in SHEETS:
        ours = path.name != "theme.css"
        assert not ours or max(map(len, path.read_text("utf-8").splitlines())) <= 120, path.name
        twice, read = [], rules(path)
        for selector, block in read:
            said = [f"{one.lower_name}: {tinycss2.serialize(one.value).strip()}" for one in block]
            twice += [f"{selector} {{ {one} }}" for one in set(said) if said.count(one) > 1]
        assert read and not twice, path.name


def test_every_variable_that_is_used_is_set_and_every_one_that_is_set_is_used():
    texts = [
        path.read_text("utf-8") for path in (ROOT / "overrides").rglob("*") if path.suffix in (".css", ".html", ".js")
    ]
    used = {name for text in texts for name, spare in USED.findall(text) if not spare and not name.startswith("--md-")}
    named = {name for text in texts for name, _ in USED.findall(text)} | {
        name for text in texts for name in re.findall(r"[\"'](--[\w-]+)[\"']", text)
    }
    made = {name for path in SHEETS for name in SET.findall(path.read_text("utf-8"))}
    inline = {name for text in texts for name in SET.findall(text)}
    assert used - inline == set()
    assert {name for name in made - named if not name.startswith("--md-")} == set()
