"""One page in eight opened, as a host serves it: widths and colour schemes take turns; axe reads one in thirty-two."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from axe import VIEWS, examine
from built import addresses
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response


@dataclass
class Visit:
    """What went wrong on the pages of a visit, each with its address."""

    errors: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    wide: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def listen(self, page: Page, address: str) -> None:
        """Note what the browser complains about, and what it asks for."""

        def hear(message: ConsoleMessage) -> None:
            if message.type in ("error", "warning"):
                self.errors.append(f"{page.url}: {message.text}")

        def ask(request: Request) -> None:
            if not request.url.startswith((address, "data:")):
                self.elsewhere.append(f"{page.url}: {request.url}")

        def answer(response: Response) -> None:
            if response.status >= 400:
                self.refused.append(f"{page.url}: {response.status} for {response.url}")

        page.on("console", hear)
        page.on("pageerror", lambda error: self.errors.append(f"{page.url}: {error}"))
        page.on("request", ask)
        page.on("response", answer)


@pytest.fixture(
    scope="module", params=[pytest.param(n, marks=pytest.mark.xdist_group(f"visit-{n}")) for n in range(len(VIEWS))]
)
def visit(request: pytest.FixtureRequest, browser: Browser, address: str, site: Path) -> Visit:
    """A walk through one page in thirty-two, in one view: each view sees others, of every kind and language."""
    width, scheme = VIEWS[request.param]
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce"
    )  # type: ignore[arg-type]
    page, found = context.new_page(), Visit()
    found.listen(page, address)
    for number, place in enumerate(addresses(site)[request.param :: 8 * len(VIEWS)]):
        page.goto(address + place)
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            found.wide.append(f"{place}: {wide} px on a screen of {width}")
        if number % 4 == 0:
            found.faults += [f"{place}: {fault}" for fault in examine(page)]
    context.close()
    return found


def test_no_page_makes_the_browser_complain_not_even_of_the_content_policy(visit: Visit):
    assert visit.errors == []


def test_no_page_asks_another_host_for_anything(visit: Visit):
    assert visit.elsewhere == []


def test_no_page_asks_for_a_file_that_is_missing(visit: Visit):
    assert visit.refused == []


def test_no_page_is_wider_than_its_screen(visit: Visit):
    assert visit.wide == []


def test_axe_finds_no_fault_on_pages_of_every_folder(visit: Visit):
    assert visit.faults == []
