"""What a keystroke or a choice costs in the lists that readers filter, on the real site and with many more entries."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import chromium
from bench_search import SLOWED, served

if TYPE_CHECKING:
    from playwright.sync_api import CDPSession, Page

ROUNDS = 5  # what else runs on the machine makes a measure longer, never shorter
ENTRY = re.compile(r'<(div|li)\b[^>]* class="entry.*?</\1>', re.DOTALL)
ACT = """([selector, value]) => {
  const field = document.querySelector(selector);
  field.type === "search" ? (field.value = value) : (field.checked = value);
  const start = performance.now();
  field.dispatchEvent(new Event("input", {bubbles: true}));
  return new Promise((then) => requestAnimationFrame(() => setTimeout(() => {
    const shown = performance.now() - start;
    setTimeout(then, 300, shown);  // frames that follow, and before the count is said
  })));
}"""
KEYS = [("#filter-q", typed) for typed in ("c", "cvs", "p", "particpation", "")]
CHOICES = [
    *(("[name=piste][value=participation]", True), ("[name=contexte]", True), ("[name=contexte]", False)),
    *(("[name=type][value=loi]", True), ("[name=type][value='']", True), ("[name=piste][value='']", True)),
]
LISTS = (("glossaire", 500, KEYS), ("histoire", 400, CHOICES))


def crowded(html: str, count: int) -> str:
    """The page with its entries repeated until they are so many; each keeps an id of its own."""
    entries = list(ENTRY.finditer(html))
    last = entries[-1].end()
    more = [entries[n % len(entries)].group() for n in range(count - len(entries))]
    return html[:last] + "".join(one.replace(' id="', f' id="n{n}-', 1) for n, one in enumerate(more)) + html[last:]


def measure(site: Path) -> Iterator[str]:
    """A line for each list at each size: the worst of its acts, each the best of a few rounds."""
    from playwright.sync_api import sync_playwright

    for name, many, _ in LISTS:
        html = (site / name / "index.html").read_text("utf-8")
        (site / f"{name}-{many}").mkdir(exist_ok=True)
        (site / f"{name}-{many}" / "index.html").write_text(crowded(html, many), "utf-8")
    with sync_playwright() as playwright, served(site, []) as address:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=["--no-sandbox", "--disable-gpu"])
        for name, many, acts in LISTS:
            for place in (name, f"{name}-{many}"):
                page = browser.new_page(viewport={"width": 360, "height": 740})
                page.goto(f"{address}/{place}/")
                page.wait_for_load_state("networkidle")
                cdp = page.context.new_cdp_session(page)
                cdp.send("Performance.enable", {"timeDomain": "threadTicks"})
                processor = _worst([[_cost(page, cdp, act) for act in acts] for _ in range(ROUNDS)])
                cdp.send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
                shown = _worst([[page.evaluate(ACT, act) for act in acts] for _ in range(ROUNDS)])
                yield (
                    f"{name}, {page.locator('.entry').count()} entries: the answer is shown in {shown:.0f} ms, "
                    f"processor / {SLOWED} (at most 100); {processor:.0f} ms of processor in all, not slowed"
                )
                page.close()
        browser.close()


def _worst(rounds: list[list[float]]) -> float:
    """The dearest act, each at its best round."""
    best: list[float] = [min(times) for times in zip(*rounds, strict=True)]
    return max(best)


def _cost(page: "Page", cdp: "CDPSession", act: tuple[str, object]) -> float:
    """Milliseconds of the page's thread that an act takes, its frames included."""
    before = _spent(cdp)
    page.evaluate(ACT, act)
    return _spent(cdp) - before


def _spent(cdp: "CDPSession") -> float:
    metrics = cdp.send("Performance.getMetrics")["metrics"]
    return 1000 * float(next(one["value"] for one in metrics if one["name"] == "TaskDuration"))
