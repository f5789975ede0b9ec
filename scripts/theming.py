"""The part of Material's stylesheet that pages use: most of it dresses parts of its own page that we do not ship."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import tinycss2

# What an article may hold: a rule that asks for any other class matches nothing. Ours are dressed by site.css. Notes of
# all kinds look alike: their title says what they are, and seven icons cost each page a kilobyte. The way back from a
# note is its plain arrow: theirs is an icon that only a pointer finds.
CLASSES = {"md-typeset", "admonition", "admonition-title", "footnote", "footnote-ref"}
ABSENT = ("data-md-", "aria-sort", "role=columnheader")  # attributes of its own page, of its sorted tables
SHIPPED = "assets/reperes/theme.css"  # in overrides/
READ = re.compile(r"var\(\s*(--[\w-]+)")


def made(skin: Path) -> str:
    """What the installed Material gives, cut to what pages use beside our own stylesheets in overrides/."""
    import material

    (theirs,) = Path(material.__file__).parent.glob("templates/assets/stylesheets/main.*.min.css")
    ours = [path for path in sorted((skin / "assets/reperes").rglob("*.css")) if path != skin / SHIPPED]
    css = re.sub(r"\s*/\*# sourceMappingURL=[^*]*\*/\s*$", "", theirs.read_text("utf-8"))
    return prune(css, "".join(path.read_text("utf-8") for path in ours))


def prune(css: str, others: str) -> str:
    """The rules that can match, without the custom properties that neither they nor other styles read."""
    read: set[str] | None = None
    while True:
        css = "".join(_rules(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True), read))
        found = set(READ.findall(css + others))
        if found == read:
            return css
        read = found  # what only a dropped property read can be dropped in turn


def _rules(rules: Iterable[Any], read: set[str] | None) -> Iterator[str]:
    for rule in rules:
        if rule.type == "qualified-rule":
            selectors = [tinycss2.serialize(one) for one in _selectors(rule.prelude) if _matches(one)]
            said = list(_declarations(rule.content, read))
            if selectors and said:
                yield f"{','.join(selectors)}{{{';'.join(said)}}}"
        elif rule.lower_at_keyword in ("media", "supports"):
            inner = "".join(_rules(tinycss2.parse_rule_list(rule.content, True, True), read))
            if inner:
                yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{inner}}}"
        elif rule.lower_at_keyword != "keyframes":  # nothing here moves
            yield rule.serialize()


def _declarations(content: list[Any], read: set[str] | None) -> Iterator[str]:
    for said in tinycss2.parse_blocks_contents(content, True, True):
        if read is None or not said.name.startswith("--") or said.name in read:
            yield said.serialize()


def _selectors(prelude: list[Any]) -> Iterator[list[Any]]:
    selector: list[Any] = []
    for token in prelude:
        if token == ",":
            yield selector
            selector = []
        else:
            selector.append(token)
    yield selector


def _matches(selector: list[Any]) -> bool:
    """Whether something of ours may match; what stands in :is() or :not() is not looked at."""
    for before, token in zip([None, *selector], selector, strict=False):
        if token.type == "ident" and before == "." and token.value not in CLASSES:
            return False
        if token.type == "[] block" and tinycss2.serialize(token.content).startswith(ABSENT):
            return False
    return True
