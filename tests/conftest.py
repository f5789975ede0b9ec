"""Sites built once per worker, a server with the content policy, a real browser."""

import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from unittest import mock

import chromium
import pytest
from contents import BASIS, FRAME, ROOT, raw
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, Page, sync_playwright
from reperes import build as run
from reperes.base.problems import ContentError
from reperes.model import words
from reperes.output.hosting import headers
from reperes.output.search_index import EngineError
from reperes.source.settings import SettingsError

# Any order of the workers finds the same; `--hypothesis-profile long` looks further, by hand or at night.
settings.register_profile("suite", deadline=None, derandomize=True, max_examples=40)
settings.register_profile("long", deadline=None, max_examples=2000, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("suite")


@dataclass(frozen=True)
class Done:
    """How a build ended, as a command would say it."""

    returncode: int
    stderr: str


def build(site_dir: Path, config: Path = ROOT / "mkdocs.yml", **environment: str) -> Done:
    """Build a site by the run itself, in this process."""
    folder = config.parent / "hooks/reperes/data/words"
    with mock.patch.dict(os.environ, environment), mock.patch.object(words, "FOLDER", folder):
        forget()
        try:
            run.build(config.parent, site_dir)
        except (ContentError, SettingsError) as error:
            return Done(1, str(error))
        except EngineError as error:
            return Done(1, f"Pagefind: {error}")
        finally:
            forget()
    return Done(0, "")


def forget() -> None:
    """Read the words of the interface again: those of another folder."""
    words.load.cache_clear()
    words.languages.cache_clear()


def build_with(tool: str, site_dir: Path, config: Path = ROOT / "mkdocs.yml", **environment: str) -> Done:
    """Build a site strictly by `mkdocs` or `properdocs`, as `scripts/build` does."""
    command = [sys.executable, "-m", tool, "build", "--strict", "-f", str(config), "--site-dir", str(site_dir)]
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, **environment}, check=False)
    return Done(done.returncode, done.stderr)


AS_ENTERED = """
import runpy, sys, bootstrap
bootstrap.enter = lambda *lock: None
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
"""


def script(name: str, *arguments: str) -> list[str]:
    """The command that runs a script of ours where the tests run: it must not fill .venv under them."""
    return [sys.executable, "-c", AS_ENTERED, str(ROOT / "scripts" / name), *arguments]


def beside_hooks() -> dict[str, str]:
    """An environment where our modules are found."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "hooks"), str(ROOT / "scripts")])}


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The real site, built once for all workers."""
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "real-site"
    try:
        folder.with_suffix(".lock").mkdir()
    except FileExistsError:
        end = time.monotonic() + 600
        while not folder.exists() and time.monotonic() < end:
            time.sleep(0.2)
        assert folder.exists(), "the worker that builds the site failed"
        return folder
    done = build(folder.with_suffix(".making"))
    assert done.returncode == 0, done.stderr
    return folder.with_suffix(".making").rename(folder)


@pytest.fixture
def small_site(tmp_path: Path) -> Callable[..., Path]:
    """Make a copy of the project with a few French pages, and those given by path; its folder."""
    return partial(small_project, tmp_path)


def small_project(folder: Path, **pages: str) -> Path:
    """A copy of the project with a few pages in French and English, and those given by path."""
    for part in ("hooks", "overrides"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    for path, content in (BASIS | raw(FRAME) | raw(pages)).items():
        (folder / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "docs" / path).write_bytes(content)
    return folder


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
