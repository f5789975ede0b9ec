"""The site as its editor sees it: every save is shown at once, or what is wrong with it in the place of every page."""

import logging
import traceback
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urlsplit

import local
from mkdocs.livereload import LiveReloadServer
from reperes.base.problems import ContentError, Problem, summary
from reperes.model import words
from reperes.output.search_index import EngineError
from reperes.project import Project, open_project
from reperes.session import Session
from reperes.skin import environment
from reperes.source.settings import SettingsError

ROOT = Path(__file__).resolve().parent.parent
WATCHED = ("docs", "overrides", "mkdocs.yml")


def serve(root: Path, port: int) -> None:
    """Serve a project on the first free port from the one asked for, until it is told to stop."""
    with local.until_stopped():
        preview = Preview(root)
        server = Server(preview, port)
        preview.home = server.url
        try:
            preview.build()
            server.serve()
        finally:
            server.shutdown()


class Preview:
    """A project as it stands: the session of its last right state, and what is wrong since."""

    def __init__(self, root: Path) -> None:
        """Nothing is read yet; `home` is where the site will be served."""
        self.root, self.home = root, ""
        self.project: Project | None = None
        self.session: Session | None = None
        self.problems: tuple[Problem, ...] = ()
        self.faults: list[str] = []
        self.told: set[Problem] = set()

    def build(self) -> None:
        """Read the project again; say in the terminal what is wrong, or what an editor should know of what changed."""
        before, self.problems, self.faults = self.session, (), []
        try:
            self.project = self._open()
            self.session = before.after(self.project) if before else Session.open(self.project)
            self._try()
        except ContentError as error:
            self.problems = error.problems
        except (SettingsError, OSError) as error:
            self.faults = [str(error)]
        except Exception as error:
            traceback.print_exc()  # a fault of the generator, or of a template
            self.faults = [f"{type(error).__name__}: {error}"]
        new = [] if self.problems or self.faults else self._new(before)
        said = [*self.problems, *self.faults, *new, *([summary(self.problems)] if self.problems else [])]
        if said:
            print(*said, sep="\n", flush=True)

    def file(self, path: str) -> bytes | None:
        """What stands at a path of the site, None when nothing does."""
        page = path.endswith("index.html") or not PurePosixPath(path).suffix
        if (self.problems or self.faults) and page:
            return self._wrong()
        if self.session is None:
            return self.project.skin.get(path) if self.project else None
        try:
            return self.session.file(path)
        except ContentError as error:
            self.problems = error.problems
        except EngineError as error:
            self.faults = [f"Pagefind: {error}"]
        print(*self.problems, *self.faults, sep="\n", flush=True)
        return self._wrong() if page else None

    def _open(self) -> Project:
        project = open_project(self.root)
        return replace(project, settings=replace(project.settings, site_url=self.home))

    def _try(self) -> None:
        """Draw the home page: a fault of a template is told at once."""
        if self.session:
            self.session.page("")

    def _new(self, before: Session | None) -> list[Problem]:
        """The warnings not yet told about the files that changed; all of them the first time."""
        if self.session is None:
            return []
        last = before.site.project.docs if before else {}
        paths = [path for path, raw in self.session.site.project.docs.items() if last.get(path) != raw]
        found = self.session.warnings(paths, datetime.now(UTC).date())
        new = [one for one in found if one not in self.told]
        self.told |= set(new)
        return new

    def _wrong(self) -> bytes:
        skin = self.project.skin if self.project else {}
        template = environment(skin).get_template("problems.html")
        said = summary(self.problems)
        base = urlsplit(self.home).path
        return template.render(
            problems=self.problems, faults=self.faults, summary=said, w=words.load("fr"), base=base
        ).encode()


class Server(LiveReloadServer):
    """MkDocs's live reload, over a site that stands in no folder."""

    def __init__(self, preview: Preview, port: int) -> None:
        """Hold the first free port from the one asked for."""
        self.preview = preview
        try:
            mount = urlsplit(open_project(preview.root).settings.site_url).path or "/"
        except (SettingsError, OSError):
            mount = "/"
        super().__init__(preview.build, local.HOST, port, str(preview.root), mount)
        port = local.listen(self, port)
        self.url = f"http://{local.HOST}:{port}{self.mount_path}"
        self.observer = local.watch(preview.root, WATCHED)  # type: ignore[assignment]
        self.watch(str(preview.root))
        self.error_handler = lambda code: preview.file("404.html")
        self.set_app(local.own_name(self.serve_request))
        print(f"Repères : {self.url} (Ctrl+C pour arrêter)", flush=True)

    def serve(self, *, open_in_browser: bool = False) -> None:
        """Answer, and build again, until the process is told to stop."""
        self.observer.start()
        self.serve_thread.start()
        self._build_loop()  # type: ignore[no-untyped-call]

    def _serve_request(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes] | None:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if path.startswith("/livereload/") or not path.startswith(self.mount_path):
            return super()._serve_request(environ, start_response)
        with self._epoch_cond:  # an answer must not mix what was there before a save and after it
            self._epoch_cond.wait_for(lambda: self._visible_epoch == self._wanted_epoch)
            epoch = self._visible_epoch
            wanted = path.removeprefix(self.mount_path)
            name = f"{wanted}index.html" if wanted.endswith("/") or not wanted else wanted
            raw = self.preview.file(name)
            if raw is None and self.preview.file(f"{wanted}/index.html") is not None:
                start_response("302 Found", [("Location", f"{path}/")])
                return []
        if raw is None:
            return None
        if name.endswith(".html") or raw.startswith(b"<!doctype html>"):
            raw, name = self._inject_js_into_html(raw, epoch), "x.html"  # type: ignore[no-untyped-call]
        kind = self._guess_type(name)  # type: ignore[no-untyped-call]
        kind += "; charset=utf-8" if kind.startswith("text/") else ""
        start_response("200 OK", [("Content-Type", kind), ("Content-Length", str(len(raw)))])
        return [raw]


def main(port: int) -> int:
    """Serve this project; return the exit code."""
    logging.getLogger("mkdocs.livereload").setLevel(logging.ERROR)  # not one line a missing file
    serve(ROOT, port)
    return 0
