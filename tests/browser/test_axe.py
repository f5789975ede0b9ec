"""axe-core on one page of each kind in every view, and with what opens open."""

import pytest
from axe import VIEWS, examine
from playwright.sync_api import Browser, expect
from queries import settle

KINDS = ["/", "/definitions/travail-pair/", "/fiches/bonne-distance/", "/glossaire/cvs/", "/histoire/evenements/ccpa/"]
INDEXES = ["/en/glossaire/", "/histoire/", "/sources/"]  # long: each in one view
QUERIES = ("participation", "mediatuer", "xylophone")  # groups, suggestions, nothing


def faults(browser: Browser, address: str, places: list[str], view: tuple[int, str], opened: str = "") -> list[str]:
    """What axe finds on some pages, the pop-up behind a button open too."""
    width, scheme = view
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme=scheme,
        reduced_motion="reduce",  # type: ignore[arg-type]
    )
    page, found = context.new_page(), []
    for place in places:
        page.goto(address + place)
        if opened:
            page.locator(opened).first.click()
        found += [f"{place} {view} {fault}" for fault in examine(page)]
    context.close()
    return found


@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_no_fault_on_one_page_of_each_kind_in_any_view(browser: Browser, address: str, view: tuple[int, str]):
    places = {VIEWS[0]: [*KINDS, INDEXES[1]], VIEWS[3]: [*KINDS, *INDEXES[::2]]}.get(view, KINDS[1:4])
    assert faults(browser, address, places, view) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_fault_in_an_open_menu(browser: Browser, address: str, scheme: str):
    place = {"light": "/", "dark": "/en/"}[scheme]
    assert faults(browser, address, [place], (360, scheme), ".menu-open summary") == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_fault_in_an_open_pop_up(browser: Browser, address: str, scheme: str):
    assert faults(browser, address, KINDS[3:], (360, scheme), "main button.term") == []
    assert faults(browser, address, KINDS[2:3], (1280, scheme), ".reference button") == []


@pytest.mark.parametrize(
    ("place", "view"),
    [("/recherche/", VIEWS[1]), ("/fiches/payer-les-savoirs/", VIEWS[2])],
)
def test_axe_finds_no_fault_with_the_search_open(browser: Browser, address: str, place: str, view: tuple[int, str]):
    width, scheme = view
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme=scheme,
        reduced_motion="reduce",  # type: ignore[arg-type]
    )
    page = context.new_page()
    page.goto(address + place)
    page.locator(".search-link").click()
    expect(page.locator("#search-q")).to_be_focused(timeout=20_000)
    for query in QUERIES:
        page.locator("#search-q").fill(query)
        settle(page)
        assert not examine(page), query
    context.close()
