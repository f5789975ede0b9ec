"""How `scripts/serve` stands on its machine: it ends when told, leaves nothing, and answers to its own name alone."""

import http.client
import os
import signal
import socket
import socketserver
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import local
import pytest
from conftest import ROOT, write

pytestmark = pytest.mark.xdist_group("serve")
SERVE = """
import pathlib, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # a suite in the background was started without
import preview
preview.serve(pathlib.Path(sys.argv[1]), int(sys.argv[2]))
"""
SIGNALS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]


@contextmanager
def served(root: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    """A project under serve, as soon as it says its address; its temporary files lie in root/tmp."""
    (root / "tmp").mkdir()
    paths = os.pathsep.join([str(ROOT / "hooks"), str(ROOT / "scripts")])
    server = subprocess.Popen(
        [sys.executable, "-c", SERVE, str(root), str(port)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "PYTHONPATH": paths, "TMPDIR": str(root / "tmp")},
        start_new_session=True,
    )
    try:
        assert server.stdout
        assert any("Repères : http://" in line for line in server.stdout), "it ended without its address"
        yield server
    finally:
        server.kill()
        with server:  # close what it writes to, and wait
            pass


def get(port: int, path: str = "/", **headers: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    with closing(connection):
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.read().decode("utf-8")


def awaited(found: Callable[[], bool], seconds: float = 60) -> bool:
    end = time.monotonic() + seconds
    while not found():
        if time.monotonic() > end:
            return False
        time.sleep(0.1)
    return True


def group(number: int) -> bool:
    """Whether a process of this group is left."""
    try:
        os.killpg(number, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize("told", SIGNALS, ids=lambda told: told.name)
def test_told_once_to_end_it_ends_and_leaves_no_process_no_port_and_no_folder(
    told: signal.Signals, small_site: Callable[..., Path], free_port: int
):
    root = small_site()
    with served(root, free_port) as server, socket.create_connection(("127.0.0.1", free_port)) as tab:
        if told != signal.SIGHUP:  # which comes during the first build
            assert get(free_port)[0] == 200
        tab.sendall(b"GET /livereload/9999999999999/1 HTTP/1.1\r\nHost: localhost\r\n\r\n")  # a page that is open
        server.send_signal(told)
        said, _ = server.communicate(timeout=30)
        assert (server.returncode, "Traceback" in said) == (0, False), said
    assert list((root / "tmp").iterdir()) == [] and not group(server.pid)
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", free_port))


def test_texts_taken_away_and_put_back_are_seen_and_only_its_own_name_is_answered(
    small_site: Callable[..., Path], free_port: int
):
    root = small_site()
    with served(root, free_port):
        assert get(free_port)[0] == 200 and get(free_port, Host="localhost:9000")[0] == 200
        assert get(free_port, Host="evil.test")[0] == get(free_port, Host="127.0.0.1.evil.test:8000")[0] == 421
        assert get(free_port, "/%00")[0] == 400
        (root / "docs").rename(root / "away")
        assert awaited(lambda: "Le site attend une correction" in get(free_port)[1])
        (root / "away").rename(root / "docs")
        assert awaited(lambda: "Bonjour." in get(free_port)[1])
        write(root / "docs/index.md", (root / "docs/index.md").read_text("utf-8").replace("Bonjour.", "Bonsoir."))
        assert awaited(lambda: "Bonsoir." in get(free_port)[1])


def test_two_servers_started_together_never_hold_one_port(free_port: int):
    with (
        socketserver.TCPServer(("", 0), socketserver.BaseRequestHandler, bind_and_activate=False) as one,
        socketserver.TCPServer(("", 0), socketserver.BaseRequestHandler, bind_and_activate=False) as two,
    ):
        assert local.listen(one, free_port) == free_port
        assert local.listen(two, free_port) == two.socket.getsockname()[1] > free_port


@pytest.mark.parametrize("wrong", ["-1", "0", "65536", "99999", "http", "", "8000.5", "²"])
def test_a_port_that_is_none_is_told_in_a_sentence(wrong: str):
    with pytest.raises(SystemExit, match=f"de 1 à 65535, par exemple 8000 ; ici : « {wrong} »"):
        local.port(wrong)


def test_the_folder_of_a_server_that_was_killed_is_removed_and_that_of_a_living_one_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    dead = tmp_path / f"{local.PREFIX}dead"
    (dead / "site").mkdir(parents=True)
    with local.folder() as living:
        for path in (dead, living.parent):
            os.utime(path, (0, 0))
        with local.folder() as site:
            assert (dead.exists(), living.exists(), list(site.iterdir())) == (False, True, [])
    assert list(tmp_path.iterdir()) == []


def test_what_was_ignored_when_it_started_is_ignored_still():
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with local.until_stopped():
            os.kill(os.getpid(), signal.SIGHUP)
            assert signal.getsignal(signal.SIGHUP) == signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)
