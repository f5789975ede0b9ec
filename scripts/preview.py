"""MkDocs's live server, except that what is wrong is shown in the browser and the server goes on."""

import logging
import shutil
import sys
import tempfile
import traceback
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer
from reperes.base.problems import Problem, summary
from reperes.model import words
from reperes.review.checking import check
from reperes.source.settings import SettingsError

ROOT = Path(__file__).resolve().parent.parent


def serve(root: Path, port: int, site: Path) -> None:
    """Serve a project until Ctrl+C; the site is written in an empty folder."""
    preview = Preview(root, port, site)
    preview.build()
    for watched in ("docs", "overrides", "mkdocs.yml"):
        preview.server.watch(str(root / watched))
    preview.server.serve()


class Preview:
    """A project served, and whether it is a page of problems that stands at every address."""

    def __init__(self, root: Path, port: int, site: Path) -> None:
        """Nothing is built yet."""
        self.root, self.site = root, site
        self.turn = Lock()  # held while building: a request must not be answered by what was there before
        self.broken = False
        self.told: set[Problem] = set()
        path = urlsplit(self._config().site_url or "/").path
        self.server = LiveReloadServer(self.build, "127.0.0.1", port, str(site), path)
        self.server.error_handler = self._error_page
        self.server.set_app(self._everywhere(self.server.get_app()))

    def build(self) -> None:
        """Build the site, or in its place the page of problems; say in the terminal what editors should know."""
        with self.turn:
            problems, faults, warnings = self._try()
            self.broken = bool(problems or faults)
            if self.broken:
                self._draw(problems, faults)
            new = [one for one in warnings if one not in self.told]
            self.told |= set(new)
            print(*problems, *faults, *new, summary(problems) if problems else "", sep="\n", flush=True)

    def _try(self) -> tuple[Sequence[Problem], list[str], Sequence[Problem]]:
        """Check, then build: problems of the texts, else what stops a strict build, else warnings."""
        heard = _Heard(logging.WARNING)
        logging.getLogger("mkdocs").addHandler(heard)
        try:
            report = check(self.root, datetime.now(UTC).date())
            if report.problems:
                return report.problems, [], ()
            config = self._config()
            config.site_url = self.server.url
            build(config, serve_url=self.server.url)
            return (), [], report.warnings
        except (MkDocsException, SettingsError) as error:
            return (), heard.said or [str(error)], ()
        except Exception as error:
            traceback.print_exc()  # a fault of the generator, not of an author
            return (), [f"{type(error).__name__}: {error}"], ()
        finally:
            logging.getLogger("mkdocs").removeHandler(heard)

    def _config(self) -> Any:
        return load_config(str(self.root / "mkdocs.yml"), site_dir=str(self.site))

    def _draw(self, problems: Sequence[Problem], faults: list[str]) -> None:
        """Leave nothing but the page of problems and what it looks like."""
        shutil.rmtree(self.site)
        shutil.copytree(self.root / "overrides/assets", self.site / "assets")
        drawing = Environment(loader=FileSystemLoader(self.root / "overrides"), autoescape=True)
        page = drawing.get_template("problems.html").render(
            problems=problems, faults=faults, summary=summary(problems), w=words.load("fr"), base=self.server.mount_path
        )
        (self.site / "index.html").write_text(page, "utf-8")

    def _everywhere(self, app: Callable[..., Any]) -> Callable[..., Any]:
        """Answer at every address of a page with the page of problems, when there is one."""

        def answer(environ: dict[str, Any], start_response: Any) -> Any:
            path = environ["PATH_INFO"]
            if not path.startswith("/livereload/"):
                with self.turn:
                    if self.broken and "." not in path.rpartition("/")[2]:
                        environ = {**environ, "PATH_INFO": self.server.mount_path}
            return app(environ, start_response)

        return answer

    def _error_page(self, code: int) -> bytes | None:
        page = self.site / f"{code}.html"
        return page.read_bytes() if page.is_file() else None


class _Heard(logging.Handler):
    """Keeps what is logged."""

    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


def main(port: int) -> int:
    """Serve this project; return the exit code."""
    logging.getLogger("mkdocs.livereload").setLevel(logging.ERROR)  # not one line a missing file
    site = Path(tempfile.mkdtemp(prefix="reperes-"))
    try:
        serve(ROOT, port, site)
    except KeyboardInterrupt:
        return 0
    except MkDocsException as error:
        sys.exit(f"mkdocs.yml : {error}")
    finally:
        shutil.rmtree(site, ignore_errors=True)
    return 0
