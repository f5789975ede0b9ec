"""Sites built once per worker, a server with the content policy, a real browser."""

import os
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import chromium
import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from reperes.output.hosting import headers

ROOT = Path(__file__).resolve().parent.parent
SMALL_SITE = {
    "index.md": "---\ntitle: Accueil\ndescription: Un petit site.\n---\nBonjour.\n",
    "aide.md": "---\ntitle: Aide\ndescription: Appeler.\n---\nLe 115.\n",
    "comparer.md": "---\ntitle: Comparer\ndescription: Deux colonnes.\n---\nL'un et l'autre.\n",
    "plan.md": "---\ntitle: Plan\ndescription: Tout.\n---\n```plan\n```\n",
    "definitions/index.md": "---\ntitle: Définitions\ndescription: Deux mots.\n---\n```definitions\n```\n",
    "fiches/index.md": "---\ntitle: Fiches\ndescription: Des fiches.\n---\n```fiches\n```\n",
    "histoire/index.md": "---\ntitle: Histoire\ndescription: Des dates.\n---\n```chronologie\n```\n",
    "glossaire/index.md": "---\ntitle: Glossaire\ndescription: Des mots.\n---\n```glossaire\n```\n",
}


def build(site_dir: Path, config: Path = ROOT / "mkdocs.yml", **environment: str) -> subprocess.CompletedProcess[str]:
    """Build a site strictly, as `scripts/build` does."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(config), "--site-dir", str(site_dir)]
    return subprocess.run(command, capture_output=True, text=True, env={**os.environ, **environment}, check=False)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site."""
    folder = tmp_path_factory.mktemp("site") / "site"
    done = build(folder)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def small_site(tmp_path: Path) -> Callable[..., Path]:
    """Make a copy of the project with a few French pages, and those given by path; its folder."""
    return partial(small_project, tmp_path)


def small_project(folder: Path, **pages: str) -> Path:
    """A copy of the project with a few pages in French and English, and those given by path."""
    for part in ("hooks", "overrides"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    (folder / "mkdocs.yml").write_text(settings, "utf-8")
    for path, text in (SMALL_SITE | pages).items():
        write(folder / "docs" / path, text)
        write(folder / "docs" / path.replace(".md", ".en.md"), english(text)) if path in SMALL_SITE else None
    return folder


def english(text: str) -> str:
    """A translation of a small page."""
    return text.replace("\n---\n", "\ntraduit_de: 000000000000\n---\n", 1)


def write(path: Path, text: str) -> None:
    """Write a file in a folder made if need be."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


class Handler(SimpleHTTPRequestHandler):
    """A static host: our headers on every answer, the nearest 404 page."""

    protocol_version = "HTTP/1.1"

    def end_headers(self) -> None:
        for name, value in headers().items():
            self.send_header(name, value)
        self.send_header("Cache-Control", "no-cache")  # as `_nginx.conf` says of pages
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        folder = Path(self.directory, "en" if self.path.startswith("/en/") else "")
        body = (folder / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the real site is served, without a final slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(site)))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium that talks to nobody but us."""
    quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM") or chromium.find(), args=quiet)
        yield launched
        launched.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page, 1280 px wide."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


@pytest.fixture
def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
