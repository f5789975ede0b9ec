"""What a keystroke or a choice costs in the lists that readers filter, on the real site and with many more entries."""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import bootstrap
import chromium
from bench_search import SLOWED, served

sys.path.append(f"{bootstrap.ROOT}/tests")
from engines import AbsentError, firefox, webkit  # type: ignore[import-not-found]  # the tests are outside mypy

if TYPE_CHECKING:
    from playwright.sync_api import CDPSession, Page

ROUNDS = 9  # what else runs on the machine makes a measure longer, never shorter
SETTLED = 300  # ms: frames that follow are over, and the count is not said yet
ENTRY = re.compile(r'<(div|li)\b[^>]* class="entry.*?</\1>', re.DOTALL)
ACT = """([selector, value]) => {
  const field = document.querySelector(selector);
  field.type === "search" ? (field.value = value) : (field.checked = value);
  const start = performance.now();
  field.dispatchEvent(new Event("input", {bubbles: true}));
  return new Promise((then) => requestAnimationFrame(() => setTimeout(() => then(performance.now() - start))));
}"""
KEYS = [("#filter-q", typed) for typed in ("c", "cvs", "p", "particpation", "")]
CHOICES = [
    *(("[name=piste][value=participation]", True), ("[name=contexte]", True), ("[name=contexte]", False)),
    *(("[name=type][value=loi]", True), ("[name=type][value='']", True), ("[name=piste][value='']", True)),
]
LISTS = (("glossaire", 500, KEYS), ("histoire", 400, CHOICES))


def crowded(html: str, count: int) -> str:
    """The page with as many entries: each again beside itself, a few times, with an id of its own."""
    many = len(ENTRY.findall(html))
    places = iter(range(many))

    def again(entry: re.Match[str]) -> str:
        at = next(places)
        copies = range(count // many + (at < count % many) - 1)
        return entry[0] + "".join(entry[0].replace(' id="', f' id="n{n}-', 1) for n in copies)

    return ENTRY.sub(again, html)


def measure(site: Path) -> Iterator[str]:
    """A line for each list at each size: the worst of its acts, each the best of a few rounds."""
    for name, many, _ in LISTS:
        html = (site / name / "index.html").read_text("utf-8")
        (site / f"{name}-{many}").mkdir(exist_ok=True)
        (site / f"{name}-{many}" / "index.html").write_text(crowded(html, many), "utf-8")
    with served(site, []) as address:
        yield from _chromium(address)
        for engine in (firefox, webkit):
            try:
                yield from _other(engine, address)
            except AbsentError as missing:
                yield f"{engine.__name__}: {missing}"


def _chromium(address: str) -> Iterator[str]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=["--no-sandbox", "--disable-gpu"])
        for name, many, acts in LISTS:
            for place in (name, f"{name}-{many}"):
                page = browser.new_page(viewport={"width": 360, "height": 740})
                page.goto(f"{address}/{place}/")
                page.locator(".filters.ready").wait_for()
                cdp = page.context.new_cdp_session(page)
                cdp.send("Performance.enable", {"timeDomain": "threadTicks"})
                spent = _worst([[_cost(page, cdp, act) for act in acts] for _ in range(ROUNDS)])
                shown = _worst([[_shown(page, act) for act in acts] for _ in range(ROUNDS)])
                cdp.send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
                slowed = _worst([[_shown(page, act) for act in acts] for _ in range(ROUNDS)])
                yield (
                    f"chromium: {place}, {page.locator('.entry').count()} entries: shown after {spent:.0f} ms of "
                    f"processor, {SLOWED * spent:.0f} slowed {SLOWED} times (at most 100); seen on this machine in "
                    f"{shown:.0f} ms, slowed {slowed:.0f} ms"
                )
                page.close()
        browser.close()


def _other(start: Any, address: str) -> Iterator[str]:
    """Engines that cannot be slowed, nor tell what they spend: what their readers wait here."""
    with start() as engine:
        for name, many, acts in LISTS:
            for place in (name, f"{name}-{many}"):
                engine.goto(f"{address}/{place}/")
                engine.wait("document.querySelector('.filters.ready') !== null", 30)
                engine.js("import('/assets/reperes/matching.js').then(() => 0)")
                rest = f"then((ms) => new Promise((then) => setTimeout(then, {SETTLED}, ms)))"
                calls = [f"({ACT})({json.dumps(act)}).{rest}" for act in acts]
                rounds = [[engine.js(call) for call in calls] for _ in range(ROUNDS)]
                yield f"{start.__name__}: {place}: seen on this machine in {_worst(rounds):.0f} ms"


def _worst(rounds: list[list[float]]) -> float:
    """The dearest act, each at its best round."""
    best: list[float] = [min(times) for times in zip(*rounds, strict=True)]
    return max(best)


def _cost(page: "Page", cdp: "CDPSession", act: tuple[str, object]) -> float:
    """Milliseconds of the page's thread until what an act answers is shown."""
    before = _spent(cdp)
    page.evaluate(ACT, act)
    spent = _spent(cdp) - before
    page.wait_for_timeout(SETTLED)
    return spent


def _shown(page: "Page", act: tuple[str, object]) -> float:
    shown = float(page.evaluate(ACT, act))
    page.wait_for_timeout(SETTLED)
    return shown


def _spent(cdp: "CDPSession") -> float:
    metrics = cdp.send("Performance.getMetrics")["metrics"]
    return 1000 * float(next(one["value"] for one in metrics if one["name"] == "TaskDuration"))
