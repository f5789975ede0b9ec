"""axe-core on every page in one view, widths and colour schemes taking turns; on one page of each kind in all views."""

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


KINDS = ["/", "/definitions/travail-pair/", "/fiches/bonne-distance/", "/glossaire/cvs/", "/histoire/evenements/ccpa/"]
INDEXES = ["/en/glossaire/", "/histoire/", "/comparer/", "/404.html"]


def faults(browser: Browser, address: str, places: list[str], view: tuple[int, str], opened: str = "") -> list[str]:
    """What axe finds on some pages, with every details open, and the pop-up behind a button too."""
    width, scheme = view
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme=scheme,  # type: ignore[arg-type]
        reduced_motion="reduce",
        bypass_csp=True,
    )
    page, found = context.new_page(), []
    for place in places:
        page.goto(address + place)
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        if opened and page.locator(opened).first.is_visible():
            page.locator(opened).first.click()
        found += [f"{place} {view} {rule}: {html}" for rule, html in examine(page)]
    context.close()
    return found


@pytest.mark.parametrize("share", range(4))
def test_axe_finds_no_fault_on_any_page(browser: Browser, address: str, site: Path, share: int):
    assert faults(browser, address, addresses(site)[share::4], VIEWS[share]) == []


@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_no_fault_on_one_page_of_each_kind_in_any_view(browser: Browser, address: str, view: tuple[int, str]):
    assert faults(browser, address, [*KINDS, *INDEXES], view) == []


@pytest.mark.parametrize("opened", ["button.menu-open", "main button.term"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_fault_in_an_open_menu_or_pop_up(browser: Browser, address: str, opened: str, scheme: str):
    assert faults(browser, address, KINDS, (360, scheme), opened) == []


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
