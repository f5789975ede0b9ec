"""The site grows without its generator: a kind is one object, a place one line."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from built import load
from conftest import build
from contents import write

KIND = '''
class Organisation(Sourced):
    """Who does what."""

    town: Line = Field(alias="ville")


AnyContent'''
ENTRY = '        Kind("organisation", "organisations", Organisation, search=7, carried=True, asked="organisation"),\n'
RUN = """
import sys
from pathlib import Path
sys.path.insert(0, "hooks")
from reperes import build
build.build(Path("."), Path("site"))
"""


def replaced(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) >= 1, (path.name, old)
    path.write_text(text.replace(old, new, 1), "utf-8")


@pytest.fixture
def grown(small_site: Callable[..., Path]) -> Path:
    """A copy with a kind more: one class, one object, one template, words."""
    head = "---\ntitle: La Maison\nville: Lyon\nsources: [un-livre]\nrevu: 2026-11\n---\nUne maison ouverte.\n"
    pages = {
        "organisations/la-maison.md": head,
        "organisations/index.md": write("page", "title: Organisations", body="Qui fait quoi.\n"),
        "a-propos/champs.md": write("page", body="```champs\n```\n"),
        "fiches/x.md": write("sheet", body="[Elle](../organisations/la-maison.md) ouvre.\n"),
    }
    root = small_site(**pages)
    kinds = root / "hooks/reperes/model/kinds.py"
    replaced(kinds, "\nAnyContent", KIND)
    replaced(kinds, '        Kind("page",', ENTRY + '        Kind("page",')
    sheet = (root / "overrides/partials/kinds/page.html").read_text("utf-8")
    (root / "overrides/partials/kinds/organisation.html").write_text(sheet, "utf-8")
    replaced(
        root / "mkdocs.yml",
        "  - Comparer: comparer.md\n",
        "  - Comparer: comparer.md\n  - Organisations: organisations/index.md\n",
    )
    for language in ("fr", "en"):
        said = root / f"hooks/reperes/data/words/{language}.yml"
        text = re.sub(
            r"(?m)^( *)definition: (.*)$", r"\1definition: \2\n\1organisation: Organisation", said.read_text("utf-8")
        )
        text = re.sub(r"(?m)^( *)revu: (.*)$", r"\1revu: \2\n\1ville: Lyon", text)
        said.write_text(text, "utf-8")
    return root


def test_a_kind_added_in_a_copy_is_everywhere_a_kind_is(grown: Path):
    done = subprocess.run([sys.executable, "-c", RUN], cwd=grown, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    site, here = grown / "site", "organisations/la-maison/"
    tree = load(site, f"/{here}")
    assert tree.all("h1")[0].text == "La Maison"
    assert "Organisations" in tree.all("div", class_="menu")[0].text
    assert "true" in [link.attrs.get("aria-current") for link in tree.all("div", class_="menu")[0].all("a")]
    assert here in (site / "sitemap.xml").read_text("utf-8")
    assert "La Maison" in load(site, "/plan/").all("main")[0].text
    names = json.loads((site / "assets/reperes/search/names.fr.json").read_text("utf-8"))["kinds"]
    assert names["organisation"] == [here, ["", "La Maison"]]
    carried = json.loads((site / "hors-ligne.json").read_text("utf-8"))["pages"]
    assert here in [address for address, *_ in carried]
    assert "ville" in json.loads((site / "schemas/organisation.json").read_text("utf-8"))["properties"]
    assert "ville" in [code.text for code in load(site, "/a-propos/champs/").all("code")]


def test_a_new_place_is_one_line_beside_the_texts(small_site: Callable[..., Path]):
    event = write("event", "lieu: FR-44", "pistes: [participation]")
    root = small_site(**{"histoire/evenements/a.md": event})
    refused = build(root / "site", root / "mkdocs.yml")
    assert refused.returncode == 1 and "« FR-44 » n'est pas dans la liste" in refused.stderr
    places = root / "docs/vocabulaires/lieux.yml"
    places.write_text(
        places.read_text("utf-8") + "FR-44: {fr: Loire-Atlantique, en: Loire-Atlantique (France)}\n", "utf-8"
    )
    assert build(root / "site", root / "mkdocs.yml").returncode == 0
    assert "Loire-Atlantique" in load(root / "site", "/histoire/evenements/a/").all("dl", class_="facts")[0].text
    assert not (root / "site/vocabulaires").exists()
