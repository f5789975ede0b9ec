"""axe-core on every second page, in one view each: widths and colour schemes take turns."""

from pathlib import Path

import axe_playwright_python
import pytest
from built import addresses
from playwright.sync_api import Browser, Page, expect

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "wcag2aaa", "wcag21aaa", "wcag22aaa", "best-practice"]
EXTRA = ["color-contrast-enhanced", "identical-links-same-purpose", "meta-refresh-no-exceptions", "target-size"]
OPTIONS = {
    "runOnly": {"type": "tag", "values": LEVELS},
    "resultTypes": ["violations"],
    "rules": {rule: {"enabled": True} for rule in EXTRA},
}
VIEWS = [(360, "light"), (360, "dark"), (1280, "light"), (1280, "dark")]


@pytest.mark.parametrize("share", range(4))
def test_axe_finds_no_fault(browser: Browser, address: str, site: Path, share: int):
    width, scheme = VIEWS[share]
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce", bypass_csp=True
    )
    page = context.new_page()
    faults = []
    for place in addresses(site)[share::8]:
        page.goto(address + place)
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        faults += [(place, *fault) for fault in examine(page)]
    context.close()
    assert not faults


def examine(page: Page) -> list[tuple[str, str]]:
    """The faults of what is shown: rule, and first element."""
    page.evaluate(AXE)
    found = page.evaluate("options => axe.run(document, options)", OPTIONS)["violations"]
    return [(fault["id"], fault["nodes"][0]["html"][:120]) for fault in found]


@pytest.mark.parametrize("place", ["/fiches/payer-les-savoirs/", "/en/glossaire/", "/recherche/"])
@pytest.mark.parametrize(("width", "scheme"), VIEWS)
def test_axe_finds_no_fault_with_the_search_open(browser: Browser, address: str, place: str, width: int, scheme: str):
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce", bypass_csp=True
    )
    page = context.new_page()
    page.goto(address + place)
    page.locator(".search-link").click()
    expect(page.locator("#search-q")).to_be_focused(timeout=20_000)
    for query in ("participation", "mediatuer", "xylophone"):  # groups, suggestions, nothing
        page.locator("#search-q").fill(query)
        expect(page.locator("[data-part=answers]")).to_have_attribute("aria-busy", "false", timeout=20_000)
        assert not examine(page), query
    context.close()
