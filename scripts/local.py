"""What a server on one's own machine owes: a free port, its own name alone, a clean end, a watch that does not tire.

Nothing here knows what is served, nor how it is built.
"""

import os
import re
import shutil
import signal
import socketserver
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserverVFS

HOST = "127.0.0.1"
OWN = re.compile(r"(?i)(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?")  # any port: a tunnel may lead here
PORTS = range(1, 65536)
TRIED = 100
PREFIX = "reperes-serve-"
ENDS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]

Application = Callable[[dict[str, Any], Any], Iterable[bytes]]


def port(text: str) -> int:
    """A port that somebody typed; ends with a sentence when it is none."""
    if not text.isdecimal() or int(text) not in PORTS:
        sys.exit(f"--port attend un nombre de {PORTS[0]} à {PORTS[-1]}, par exemple 8000 ; ici : « {text} ».")
    return int(text)


def listen(server: socketserver.TCPServer, wanted: int) -> int:
    """Hold the first free port from the one wanted: who calls before the site is ready waits. Ends without one."""
    last = min(wanted + TRIED, PORTS.stop) - 1
    server.allow_reuse_address = os.name != "nt"  # there it would take the port of another
    for number in range(wanted, last + 1):
        server.server_address = (HOST, number)
        try:
            server.server_bind()
            server.server_activate()
        except OSError:
            server.socket.close()
            server.socket = type(server.socket)(server.address_family, server.socket_type)
        else:
            return number
    sys.exit(f"Aucun port libre entre {wanted} et {last}.")


def own_name(application: Application) -> Application:
    """Answer nobody who took us for another host: a page of elsewhere must not read what is being written here."""

    def answer(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        if not OWN.fullmatch(environ.get("HTTP_HOST", "")):
            start_response("421 Misdirected Request", [("Content-Type", "text/plain; charset=utf-8")])
            return [f"Ce serveur ne répond qu'au nom de {HOST}.\n".encode()]
        if "\0" in environ["PATH_INFO"]:
            start_response("400 Bad Request", [("Content-Type", "text/plain; charset=utf-8")])
            return [b"Cette adresse n'en est pas une.\n"]
        return application(environ, start_response)

    return answer


@contextmanager
def until_stopped() -> Iterator[None]:
    """Ctrl+C, an end asked by the system, a terminal closed: the first ends what is inside, the next cut nothing short.

    What was ignored when we were started (nohup, a job in the background) is ignored still.
    """

    def end(number: int, frame: FrameType | None) -> None:
        for one in before:
            signal.signal(one, signal.SIG_IGN)
        raise KeyboardInterrupt

    before = {one: signal.getsignal(one) for one in ENDS if signal.getsignal(one) != signal.SIG_IGN}
    for one in before:
        signal.signal(one, end)
    try:
        yield
    except KeyboardInterrupt:
        pass
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


@contextmanager
def folder() -> Iterator[Path]:
    """An empty folder, removed at the end; those of servers that were killed are removed first."""
    for old in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        if time.time() - old.stat().st_mtime > 60 and (held := _hold(old)) is not None:
            os.close(held)
            shutil.rmtree(old, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=PREFIX, ignore_cleanup_errors=True) as name:
        held = _hold(Path(name))
        try:
            (site := Path(name, "site")).mkdir()
            yield site
        finally:
            if held is not None:
                os.close(held)


def _hold(path: Path) -> int | None:
    """A lock on a folder, which ends with its process; nothing when another has it, or where there is no such thing."""
    try:
        import fcntl
    except ImportError:
        return None
    try:
        number = os.open(path, os.O_RDONLY)
    except OSError:
        return None
    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(number)
        return None
    return number


def watch(root: Path, names: Iterable[str], seconds: float = 0.5) -> BaseObserver:
    """An observer of some files and folders of a project that goes on when one is taken away and comes back.

    To be scheduled on the project's folder.
    """
    wanted = set(names)

    def listdir(path: str | None) -> Iterator[os.DirEntry[str]]:
        with os.scandir(path) as entries:
            return iter([entry for entry in entries if path != str(root) or entry.name in wanted])

    return PollingObserverVFS(os.stat, listdir, polling_interval=seconds)
