"""What an editor sees under `scripts/serve` when a file is broken, then mended."""

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from conftest import ROOT, write
from contents import write as content
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.xdist_group("serve")
SERVE = "import sys, pathlib, preview; preview.serve(pathlib.Path(sys.argv[1]), int(sys.argv[2]))"
GOOD = content("term", "title: GEM", "developpe: groupe d'entraide mutuelle")


@contextmanager
def served(root: Path, port: int) -> Iterator[str]:
    """The address of a project under serve, as soon as something answers there; what it says goes to said.txt."""
    path = os.pathsep.join([str(ROOT / "hooks"), str(ROOT / "scripts")])
    command = [sys.executable, "-c", SERVE, str(root), str(port)]
    with (
        (root / "said.txt").open("w") as said,
        subprocess.Popen(command, stdout=said, stderr=said, env={**os.environ, "PYTHONPATH": path}) as server,
    ):
        try:
            yield answering(f"http://127.0.0.1:{port}", server)
            assert server.poll() is None, (root / "said.txt").read_text("utf-8")
        finally:
            server.terminate()


def answering(url: str, server: subprocess.Popen[bytes], seconds: float = 60) -> str:
    end = time.monotonic() + seconds
    while time.monotonic() < end and server.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=seconds):
                return url
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
    raise AssertionError(f"{url} does not answer")


def shows(page: Page, *texts: str) -> None:
    for text in texts:
        expect(page.locator("main")).to_contain_text(text, timeout=60_000)


def test_a_broken_file_is_told_in_the_page_and_the_page_comes_back_when_it_is_mended(
    small_site: Callable[..., Path], page: Page, free_port: int
):
    root = small_site(**{"glossaire/gem.md": GOOD})
    with served(root, free_port) as address:
        page.goto(f"{address}/glossaire/gem/")
        shows(page, "groupe d'entraide mutuelle".replace("'", "’"))
        write(root / "docs/glossaire/gem.md", GOOD.replace("revu: 2026-11", "revu: <b>novembre</b>"))
        shows(page, "Le site attend une correction", "docs/glossaire/gem.md", "Ligne 5, colonne 7", "revu")
        shows(page, "« <b>novembre</b> » n'est pas un mois", "écrivez l'année et le mois : 2026-11")
        assert "docs/glossaire/gem.md:5:7: revu: « <b>novembre</b> »" in (root / "said.txt").read_text("utf-8")
        write(root / "docs/glossaire/gem.md", GOOD)
        expect(page.locator("h1")).to_contain_text("GEM", timeout=60_000)


def test_a_site_broken_from_the_start_is_served_and_every_address_says_why(
    small_site: Callable[..., Path], page: Page, free_port: int
):
    root = small_site(**{"glossaire/gem.md": GOOD.replace("---\n", "", 1)})
    with served(root, free_port) as address:
        for place in ("/en/glossaire/", "/nowhere", "/glossaire/gem/"):
            page.goto(address + place)
            shows(page, "docs/glossaire/gem.md", "le fichier ne commence pas par « --- »", "1 problème dans 1 fichier.")
        write(root / "docs/glossaire/gem.md", GOOD)
        expect(page.locator("h1")).to_contain_text("GEM", timeout=60_000)


def test_what_only_a_strict_build_refuses_is_told_too_and_does_not_stop_the_server(
    small_site: Callable[..., Path], page: Page, free_port: int
):
    root = small_site(**{"glossaire/gem.md": GOOD.replace("Un texte.", "Un [lien](#nulle-part).")})
    with served(root, free_port) as address:
        page.goto(f"{address}/glossaire/gem/")
        shows(page, "Le site attend une correction", "glossaire/gem.md", "#nulle-part")
        write(root / "docs/glossaire/gem.md", GOOD)
        expect(page.locator("h1")).to_contain_text("GEM", timeout=60_000)
