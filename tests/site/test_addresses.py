"""Addresses that were published: old ones lead to new ones, on any host; none vanishes unseen."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from built import Node, load
from conftest import ROOT, build, small_project
from conftest import write as put
from contents import problems, read, write
from reperes.catalogue.redirects import redirects
from reperes.check.addresses import add
from reperes.model.paths import LEDGER
from reperes.output.hosting import POLICY, headers

TERM = write("term", "title: CVS", "developpe: conseil de la vie sociale", "anciens: [conseil, c-v-s]")
ENGLISH = "---\ntitle: CVS\ndeveloppe: social life council\ntraduit_de: 000000000000\n---\nA text.\n"


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site where a term, a page in a folder and a withdrawn sheet have other names than before."""
    pages = {
        "glossaire/cvs.md": TERM,
        "glossaire/cvs.en.md": ENGLISH,
        "a-propos/nous.md": write("page", 'title: <b>&"Nous"</b>', "anciens: [qui]"),
        "fiches/a.md": write("sheet", "anciens: [b]", "retire: 2026-11"),
    }
    root = small_project(tmp_path_factory.mktemp("moved"), **pages)
    put(root / LEDGER, "/glossaire/conseil/\n/en/glossaire/conseil/\n/glossaire/c-v-s/\n/a-propos/qui/\n/fiches/b/\n")
    done = build(root / "site", root / "mkdocs.yml")
    assert done.returncode == 0, done.stderr
    return root / "site"


@pytest.mark.parametrize(
    ("old", "new", "lang"),
    [
        ("/glossaire/conseil/", "../cvs/", "fr"),
        ("/glossaire/c-v-s/", "../cvs/", "fr"),
        ("/en/glossaire/conseil/", "../cvs/", "en"),
        ("/a-propos/qui/", "../nous/", "fr"),
        ("/fiches/b/", "../a/", "fr"),
    ],
)
def test_an_old_address_leads_to_the_new_one_without_a_script(moved: Path, old: str, new: str, lang: str):
    tree = load(moved, old)
    assert tree.all("html")[0].attrs["lang"] == lang
    assert [meta.attrs["content"] for meta in refreshes(tree)] == [f"0; url={new}"]
    assert tree.all("main")[0].all("a")[0].attrs["href"] == new
    assert (moved / old.lstrip("/") / new / "index.html").exists()
    assert tree.all("link", rel="canonical")[0].attrs["href"].endswith("/" + new.removeprefix("../"))


def refreshes(tree: Node) -> list[Node]:
    return [meta for meta in tree.all("meta") if meta.attrs.get("http-equiv") == "refresh"]


def test_an_old_address_stays_out_of_every_index(moved: Path):
    assert load(moved, "/glossaire/conseil/").all("meta", name="robots")[0].attrs["content"] == "noindex"
    assert "conseil" not in (moved / "sitemap.xml").read_text("utf-8")
    assert "/glossaire/conseil/" not in (moved / "plan/index.html").read_text("utf-8")


def test_the_title_of_a_page_that_moved_is_shown_letter_for_letter(moved: Path):
    assert load(moved, "/a-propos/qui/").all("main")[0].all("a")[0].text == '<b>&"Nous"</b>'


def test_static_hosts_are_told_of_every_redirect(moved: Path):
    lines = (moved / "_redirects").read_text("utf-8").split("\n")
    assert "/en/glossaire/conseil/ /en/glossaire/cvs/ 301" in lines
    assert "/a-propos/qui/ /a-propos/nous/ 301" in lines
    assert len([line for line in lines if line and not line.startswith("#")]) == 6
    assert "location = /fiches/b/ { return 301 /fiches/a/; }" in (moved / "_nginx.conf").read_text("utf-8")


def test_hosts_are_given_the_policy_that_the_tests_serve_pages_with(site: Path):
    text = (site / "_headers").read_text("utf-8")
    for name, value in headers().items():
        assert f"  {name}: {value}" in text.splitlines()
        assert f'add_header {name} "{value}" always;' in (site / "_nginx.conf").read_text("utf-8")
    assert "'unsafe-inline'" not in headers()[POLICY] and "http" not in headers()[POLICY]


def test_the_folders_that_browsers_keep_hold_only_names_that_change_with_their_content(site: Path):
    files = list((site / "assets/stylesheets").iterdir())
    assert files
    for file in files:
        assert sha256(file.read_bytes()).hexdigest().startswith(file.suffixes[0].removeprefix("."))


def test_an_address_that_vanished_stops_the_build(small_site: Callable[..., Path]):
    root = small_site()
    (root / LEDGER).write_text("# Notes\n/plan/\n/glossaire/perdu/\n", "utf-8")
    done = build(root / "site", root / "mkdocs.yml")
    assert done.returncode != 0
    assert "docs/glossaire/perdu.md:1:1: fichier: ce fichier a été publié, et il n'est plus là" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_new_file_is_no_problem_and_a_rename_that_says_so_keeps_the_promise():
    library = read({"glossaire/cvs.md": TERM, "glossaire/cvs.en.md": ENGLISH, "glossaire/neuf.md": write("term")})
    library.keep("/glossaire/conseil/\n/en/glossaire/c-v-s/\n/glossaire.json\n/en/glossaire.csv\n/glossaire.ttl\n")
    assert library.problems == ()


@pytest.mark.parametrize("gone", ["/glossaire/perdu/", "/en/glossaire/x/", "/de/", "/autre.json"])
def test_each_address_of_the_register_must_answer(gone: str):
    library = read({"glossaire/x.md": write("term")})
    library.keep(gone)
    assert [problem.fault for problem in library.problems] == [f"« {gone} » a été publiée, et rien n'y répond plus"]


@pytest.mark.parametrize(
    ("files", "old"),
    [
        ({"lexique.md": ("page", "anciens: [glossaire]"), "glossaire/index.md": ("page",)}, "glossaire"),
        ({"glossaire/x.md": ("term", "anciens: [index]"), "glossaire/index.md": ("page",)}, "index"),
        ({"a/x.md": ("page", "anciens: [y]"), "a/y.md": ("page",)}, "y"),
        ({"x.md": ("page", "anciens: [en]"), "index.md": ("page",)}, "en"),
        ({"glossaire/x.md": ("term", "anciens: [y]"), "glossaire/y.md": ("term", "retire: 2026-01")}, "y"),
    ],
)
def test_an_old_name_never_takes_the_address_of_another_page(files: dict[str, tuple[str, ...]], old: str):
    found = problems({path: write(kind, *lines) for path, (kind, *lines) in files.items()})
    assert len(found) == 1 and f"anciens: « {old} » est déjà l'adresse de" in found[0]


def test_pages_of_two_folders_may_have_had_the_same_name():
    assert problems({"a/x.md": write("page", "anciens: [z]"), "b/y.md": write("page", "anciens: [z]")}) == []


def test_the_register_only_grows():
    once = add("# Notes\n/b/\n", {"/c/", "/a/"})
    assert once == "# Notes\n/a/\n/b/\n/c/\n"
    assert add(once, set()) == once


def test_a_replaced_word_is_no_redirect():
    library = read({"glossaire/x.md": write("term", "remplace: [y]"), "glossaire/y.md": write("term", "title: Yole")})
    assert redirects(library.catalogue("fr")) == []


def test_the_register_of_the_real_site_holds_only_addresses_that_answer(site: Path):
    lines = [line for line in (ROOT / LEDGER).read_text("utf-8").splitlines() if not line.startswith("#")]
    missing = [
        line for line in lines if not (site / line.lstrip("/") / ("index.html" if line[-1] == "/" else "")).exists()
    ]
    assert lines and missing == []
