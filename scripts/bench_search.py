"""What a search costs its readers: bytes as a decent host sends them, times with the processor slowed four times."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median

import chromium

TEXT = {".html", ".css", ".js", ".json", ".svg"}
SLOWED = 4
TRIES = 9
TIMED = """
async ([query, whole]) => {
  const answers = document.querySelector("[data-part=answers]");
  const box = document.querySelector("#search-q");
  const { PAUSE } = await import("/assets/reperes/search/query.js");
  box.value = "";
  box.dispatchEvent(new Event("input", { bubbles: true }));
  const start = performance.now();
  const done = new Promise((resolve) => {
    const ready = () => answers.querySelector("li") && (!whole || answers.ariaBusy === "false");
    const look = () => ready() && resolve(performance.now());
    new MutationObserver(look).observe(answers, { childList: true, attributes: true });
  });
  box.value = query;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  return (await done) - start - (whole ? PAUSE : 0);
}
"""


class _Host(SimpleHTTPRequestHandler):
    """Compresses text, lets browsers keep files, and counts what it sends."""

    protocol_version = "HTTP/1.1"
    sent: list[int]

    def __init__(self, *args: object, sent: list[int], **kwargs: object) -> None:
        self.sent = sent
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Send a file."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        body = _packed(path) if path.suffix in TEXT else path.read_bytes()
        self.sent.append(len(body))
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        if path.suffix in TEXT:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)


@cache
def _packed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), 9, mtime=0)


@contextmanager
def served(site: Path, sent: list[int]) -> Iterator[str]:
    """The address of a site while it is served; `sent` gains the bytes of each answer."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Host, directory=str(site), sent=sent))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def measure(name: str, site: Path, acronym: str, first: str, others: list[str]) -> None:
    """Print the bytes of a first query and of the next ones, then the median times of an acronym and of a full text."""
    from playwright.sync_api import sync_playwright

    sent: list[int] = []
    with sync_playwright() as playwright, served(site, sent) as address:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        page.goto(address)
        page.wait_for_load_state("networkidle")
        sent.clear()

        def ask(query: str) -> float:
            page.locator("#search-q").fill(query)
            page.locator("[data-part=answers][aria-busy=false]").wait_for(state="attached", timeout=60_000)
            page.wait_for_load_state("networkidle")
            kilobytes = sum(sent) / 1000
            sent.clear()
            return kilobytes

        page.locator(".search-link").click()
        page.locator("#search-q").wait_for(timeout=60_000)
        page.wait_for_load_state("networkidle")
        opened = sum(sent) / 1000
        print(
            f"search, {name}: opened {opened:.1f} kB; first query {ask(first):.1f} kB, all together (at most 150; 170)"
        )
        print("  next queries: " + ", ".join(f"{query} {ask(query):.1f} kB" for query in others) + " (at most 20)")
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
        names = median(page.evaluate(TIMED, [acronym, False]) for _ in range(TRIES))
        texts = median(page.evaluate(TIMED, [first, True]) for _ in range(TRIES))
        print(f"  processor / {SLOWED}: an acronym in {names:.0f} ms (at most 50),", end=" ")
        print(f"texts {texts:.0f} ms after the pause that ends typing (at most 150)")
        browser.close()
