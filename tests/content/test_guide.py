"""The guide of contribution, followed to the letter in a copy of the site."""

import re
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from built import load
from conftest import ROOT
from contents import REAL
from reperes.build import read as read_project
from reperes.build import write
from reperes.check.markup import mask
from reperes.editors.guide import PAGE, contributing
from reperes.project import open_project
from reperes.review.texts import collect
from reperes.session import Session
from reperes.source.frontmatter import read

GUIDE = (ROOT / "docs" / PAGE).read_text("utf-8")
EXAMPLES = dict(re.findall(r"`(docs/[\w/.-]+\.md)`[^`]*?:\n\n```markdown\n(.*?)```", GUIDE, re.S))
WORD, EVENT = "docs/glossaire/aah.md", "docs/histoire/evenements/numero-3114.md"
NEW = "plusieurs-facons-de-donner-son-avis"
SHEET = f"docs/fiches/{NEW}.md"
TRANSLATION, SOURCE = "docs/glossaire/aah.en.md", "docs/bibliographie/service-public-3114.md"
PLACES, PLACE = "docs/vocabulaires/lieux.yml", "FR-33: {fr: Gironde, en: Gironde (France)}"
BEFORE, AFTER = "Participer est un droit,", "Y participer est un droit,"  # a sentence corrected


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project, where every example of the guide is written, the translation stamped, a sentence corrected."""
    root = tmp_path_factory.mktemp("copy")
    for part in ("docs", "scripts", "hooks", "overrides"):
        shutil.copytree(ROOT / part, root / part, ignore=shutil.ignore_patterns("__pycache__"))
    for name in (
        "mkdocs.yml",
        ".addresses",
        "requirements.lock",
        "requirements.publications.lock",
        "requirements.test.lock",
    ):
        shutil.copy(ROOT / name, root / name)
    (root / ".venv").symlink_to(ROOT / ".venv")
    for path, text in EXAMPLES.items():
        (root / path).write_text(text, "utf-8")
    page = root / "docs/glossaire/cvs.md"
    page.write_text(page.read_text("utf-8").replace(BEFORE, AFTER), "utf-8")
    assert f"`{PLACES}`, s'écrit `{PLACE}`" in GUIDE
    (root / PLACES).write_text((root / PLACES).read_text("utf-8") + PLACE + "\n", "utf-8")
    (command,) = re.findall(r"`python3 (scripts/translations --stamp \S+)`", GUIDE)
    script(root, command)
    return root


def script(root: Path, command: str) -> str:
    """What one of our scripts says, run in the copy."""
    done = subprocess.run([sys.executable, *command.split()], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_guide_has_an_example_for_each_kind_of_file():
    assert set(EXAMPLES) == {WORD, EVENT, SHEET, TRANSLATION, SOURCE}


def test_every_example_passes_the_check(copy: Path):
    said = script(copy, "scripts/check")
    assert "Aucun problème." in said
    assert not [line for line in said.splitlines() if line.startswith(f"{TRANSLATION}:")]


def test_every_example_appears_where_the_guide_says(copy: Path, tmp_path: Path):
    session = Session.open(open_project(copy))
    addresses = ("glossaire/", "en/glossaire/aah/", "histoire/", "fiches/", "glossaire/cvs/", f"fiches/{NEW}/")
    write({f"{address}index.html": session.page(address) for address in addresses}, tmp_path)
    words, aah, history, sheets, cvs, sheet = (load(tmp_path, f"/{address}") for address in addresses)
    assert "AAH" in words.all("main")[0].text
    assert aah.all("html")[0].attrs["lang"] == "en"
    assert "Ouverture du 3114" in history.all("main")[0].text
    assert "Plusieurs façons de donner son avis" in sheets.all("main")[0].text
    assert AFTER in cvs.all("main")[0].text
    assert "Le mieux est d’avoir plusieurs façons de faire." in sheet.all("main")[0].text


def test_renaming_and_withdrawing_as_the_guide_says_leaves_no_problem_and_both_addresses():
    assert "`anciens: [ancien-nom]`" in GUIDE and "`retire: 2026-11`" in GUIDE
    folder = "histoire/evenements"
    docs = {
        path: raw.replace(b"evenements/aides.md", b"evenements/fondation-d-aides.md").replace(
            b"(aides.md", b"(fondation-d-aides.md"
        )
        if path.endswith(".md")
        else raw
        for path, raw in REAL.docs.items()
    }
    french, english = docs.pop(f"{folder}/aides.md"), docs.pop(f"{folder}/aides.en.md")
    docs[f"{folder}/fondation-d-aides.md"] = french.replace(b"\ndate:", b"\nanciens: [aides]\ndate:", 1)
    docs[f"{folder}/fondation-d-aides.en.md"] = english
    docs["glossaire/usmp.md"] = docs["glossaire/usmp.md"].replace(b"\nrevu:", b"\nretire: 2026-11\nrevu:", 1)
    library = read_project(replace(REAL, docs=docs))
    assert [str(problem) for problem in library.problems] == []
    assert library.facts["event", "fondation-d-aides"].former == ("aides",)
    assert library.facts["term", "usmp"].withdrawn == "2026-11"


def test_the_other_steps_of_the_guide_pass_too():
    """Signs, boxes, blocks, images, a path, a course, a drawing, a source renamed, a text emptied."""
    signs = re.findall(r"\n```markdown\n(?!---)(.*?)```", GUIDE, re.S)  # those that are no whole file
    blocks = re.findall(r"````text\n(.*?)````", GUIDE, re.S)
    assert len(signs) == 2 and len(blocks) == 1
    assert (
        "`![Ce que montre l'image.](../images/mon-image.webp)`" in GUIDE and "quatre espaces devant son tiret" in GUIDE
    )
    said = "Une page d'essai.\n\n![Ce que montre l'image.](../images/mon-image.webp)\n\n- un\n    - deux\n\n"
    header = "---\ntitle: Une page d'essai\ndescription: Une phrase.\n---\n\n"
    docs = {
        "a-propos/essai.md": (header + said + "\n".join((*signs, *blocks))).encode(),
        "images/mon-image.webp": REAL.docs["images/guide-mot.webp"],
        "glossaire/usmp.md": REAL.docs["glossaire/usmp.md"].replace(b"\nrevu:", b"\nretire: 2026-11\nrevu:", 1),
    }
    for path in ("parcours/nous-allons-embaucher.md", "formations/cofor-marseille.md"):
        assert f"`docs/{path}`" in GUIDE
        docs[path.replace(".md", "-2.md")] = re.sub(rb"(?m)^(title: \"?)", rb"\1Encore : ", REAL.docs[path], count=1)
    docs = {path: raw.replace(b"title: Encore : ", b"title: Encore, ") for path, raw in docs.items()}
    assert "`dessin: table-commune`" in GUIDE
    sheet = "fiches/bonne-distance.md"
    docs[sheet] = re.sub(rb"(?m)^dessin: .*$", b"dessin: table-commune", REAL.docs[sheet])
    old, new = "note-2023", "note-de-2023"
    renamed = {
        path: re.sub(rf"\b{old}\b(?!\.)".encode(), new.encode(), docs.get(path, raw))
        for path, raw in {**REAL.docs, **docs}.items()
        if path.endswith((".md", ".yml"))
    }
    files = {**REAL.docs, **docs, **renamed}
    for end in (".md", ".en.md"):
        files[f"bibliographie/{new}{end}"] = files.pop(f"bibliographie/{old}{end}")
    for path in ("glossaire/usmp.md", "glossaire/usmp.en.md"):  # « effacez tout ce qui suit l'en-tête »
        files[path] = files[path].partition(b"\n---\n")[0] + b"\n---\n"
    library = read_project(replace(REAL, docs=files))
    assert [str(problem) for problem in library.problems] == []
    assert [str(one) for one in collect(library, date(2026, 11, 27)) if "essai" in one.path] == []


def test_the_forge_shows_the_same_guide_as_the_site():
    page = read(f"docs/{PAGE}", (ROOT / "docs" / PAGE).read_bytes())
    assert (ROOT / "CONTRIBUTING.md").read_text("utf-8") == contributing(page), "python3 scripts/contributing"


def test_every_link_and_picture_of_the_guide_leads_somewhere_on_the_forge():
    text = mask((ROOT / "CONTRIBUTING.md").read_text("utf-8"))  # what is shown as code leads nowhere
    targets = re.findall(r"\]\(([^)#\s]+)\)", text)
    assert targets and [target for target in targets if not (ROOT / target).is_file()] == []


def test_the_pictures_of_the_guide_are_light_and_all_shown():
    pictures = list((ROOT / "docs/images").glob("guide-*.webp"))
    assert sum(path.stat().st_size for path in pictures) < 250_000
    assert [path.name for path in pictures if f"../images/{path.name}" not in GUIDE] == []
