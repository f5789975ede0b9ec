"""What runs in the browser of somebody who asked for the engine: the core, and what stands in for three packages.

`scripts/atelier` puts it beside the core; the worker of the page (atelier/worker.js) calls `start`, then `propose`.
"""

import html
import json
import pickle
import re
import sys
import types
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reperes.session import Session

SITE = Path(__file__).with_name("site.pickle")
START = re.compile(r"<([a-zA-Z][\w-]*)((?: [\w:-]+(?:=\"[^\"]*\")?)*) ?/?>")
ATTRIBUTE = re.compile(r" ([\w:-]+)=\"([^\"]*)\"")
Filter = Callable[[str, str, str], str | None]


def clean(article: str, attribute_filter: Filter, **_: Any) -> str:
    """An article as nh3 gives it back when it holds nothing forbidden: the wall itself stays with the check.

    The page shows what comes of it in a frame where nothing runs.
    """

    def kept(tag: str, name: str, value: str) -> str:
        told = attribute_filter(tag, name, html.unescape(value))
        return "" if told is None else f' {name}="{html.escape(told, quote=False).replace(chr(34), "&quot;")}"'

    def start(found: re.Match[str]) -> str:
        tag = found[1]
        return f"<{tag}{ATTRIBUTE.sub(lambda one: kept(tag, one[1], one[2]), found[2])}>"

    return START.sub(start, article)


class Absent(types.ModuleType):
    """A package that only makes files beside the pages: it is named here, never called."""

    def __getattr__(self, name: str) -> Any:
        """Anything, when a module of ours imports it."""
        if name.startswith("__"):
            raise AttributeError(name)
        return str


def stand_in() -> None:
    """Give the core what has no build for browsers: pure Python for libyaml, nothing for what only writes files."""
    import yaml

    for name in ("SafeLoader", "BaseLoader"):
        setattr(yaml, f"C{name}", getattr(yaml, name))
    sys.modules["nh3"] = wall = types.ModuleType("nh3")
    wall.__dict__.update(ALLOWED_TAGS=frozenset(), clean=clean)
    for name in ("rdflib", "rdflib.term", "pagefind", "pagefind.service"):
        sys.modules[name] = Absent(name)


def frozen(content: dict[Any, Any]) -> Mapping[Any, Any]:
    """A mapping that nobody changes, as pickle can name it."""
    return types.MappingProxyType(content)


def start() -> None:
    """Take up the site where its build left it."""
    stand_in()
    _held.before = resumed(SITE.read_bytes())


def resumed(raw: bytes) -> "Session":
    """The session of a site that `engine.kept` wrote; what cannot be written is made again."""
    from reperes.build import Site
    from reperes.session import Session
    from reperes.skin import environment
    from reperes.views.typography import setter

    project, library, editions = pickle.loads(raw)
    interface = next(iter(editions.values())).interface
    setters = {language: setter(said) for language, said in interface.items()}
    return Session(Site(project, library, editions, setters, environment(project.skin)))


def propose(files: str) -> str:
    """What the check says of some files of docs/, a JSON object by path, and the page of the first of them."""
    from reperes.base.problems import ContentError

    texts: dict[str, str] = json.loads(files)
    before, path = _held.before, next(iter(texts))
    try:
        after = before.edit({one: text.encode() for one, text in texts.items()})
        url = next((url for url, (_, entry) in after.pages.items() if entry.words.path == path), "")
        page = after.page(url).decode() if url in after.pages else ""
    except ContentError as error:
        return _told({"problems": [_said(one) for one in error.problems]})
    _held.changes = before.changes(after)
    warnings = [_said(one) for one in after.warnings(texts, datetime.now(UTC).date())]
    return _told({"problems": [], "warnings": warnings, "page": page, "url": url})


def change() -> str:
    """The next of the pages that the last proposal changes: address and title; nothing after the last."""
    one = next(_held.changes, None)
    return _told([one.url, one.title]) if one else ""


def _said(problem: Any) -> dict[str, Any]:
    return {name: getattr(problem, name) for name in ("path", "line", "field", "fault", "cure")} | {
        "text": str(problem)
    }


def _told(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


_held = types.SimpleNamespace()  # the session, and what the last proposal changes
