"""axe-core on every second page, in one view each: widths and colour schemes take turns."""

from pathlib import Path

import axe_playwright_python
import pytest
from built import addresses
from playwright.sync_api import Browser

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
        page.evaluate(AXE)
        for fault in page.evaluate("options => axe.run(document, options)", OPTIONS)["violations"]:
            faults.append((place, fault["id"], fault["nodes"][0]["html"][:120]))
    context.close()
    assert not faults
