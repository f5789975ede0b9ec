"""The engine of the atelier: what goes to the browser, tried here; `scripts/atelier --check` tries it whole."""

import ast
import sys
from pathlib import Path

import contents
import engine
import engine_inside
import pytest
from conftest import ROOT
from reperes.markdown import sanitizing
from reperes.session import Session

LINK = '<a href="../x/?a=1&amp;b=2" title="l\'un">là</a>'
TAGS = f'<p id="a" class="b">Un &amp; deux<br />\n{LINK} <img src="i.png" alt="&quot;" /></p>'


@pytest.mark.parametrize(
    "article", ["", "Rien.", TAGS, '<h2 id="un-deux">É &lt; è</h2>', "<details><summary>x</summary></details>"]
)
def test_the_stand_in_rewrites_as_the_wall_does(article: str):
    def moved(tag: str, name: str, value: str) -> str | None:
        return None if name == "title" else f"y--{value}" if name in ("id", "href") else value

    assert engine_inside.clean(article, moved) == sanitizing.clean(article, moved)


def test_the_site_is_taken_up_where_its_build_left_it():
    word = "glossaire/cvs.md"
    site = contents.site({word: contents.NEIGHBOURS[word]})
    here, there = Session(site), engine_inside.resumed(engine.kept(site))
    edit = {word: (contents.NEIGHBOURS[word] + "\nUn conseil de la vie sociale.\n").encode()}
    assert there.page("glossaire/cvs/") == here.page("glossaire/cvs/")
    assert there.edit(edit).page("glossaire/cvs/") == here.edit(edit).page("glossaire/cvs/")
    assert (
        there.propose(word, "---\ntitle: CVS\n---\n").problems == here.propose(word, "---\ntitle: CVS\n---\n").problems
    )


def test_every_package_of_the_core_goes_along_or_has_a_stand_in():
    imported = set()
    for path, raw in engine.core():
        if path.endswith(".py") and path.startswith("reperes/"):
            for node in ast.walk(ast.parse(raw)):
                names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
                names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
                imported |= {name.partition(".")[0] for name in names}
    along = {Path(path).parts[0].removesuffix(".py") for path, _ in engine.packages()}
    known = along | set(sys.stdlib_module_names) | {"reperes", "pydantic_core", "nh3", "rdflib", "pagefind"}
    assert imported - known == set()
    assert "markdown" in along and not [path for path, _ in engine.packages() if path.endswith((".so", ".pyd"))]


def test_the_wheel_for_browsers_is_the_version_of_the_lock_with_its_hash():
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    assert (
        "pydantic-core==2.50.4" in lock and "e6da138a1ecc1341c8b788a5ee822670b03788e1f5decf7af9d461de6e508b8e" in lock
    )
