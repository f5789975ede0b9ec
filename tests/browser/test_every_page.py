from pathlib import Path

import pytest
from built import addresses
from playwright.sync_api import Browser, ConsoleMessage, Request, Response


@pytest.mark.parametrize(("width", "scheme", "share"), [(360, "dark", 0), (1280, "light", 1)])
def test_every_page_opens_without_an_error_or_a_request_elsewhere(
    browser: Browser, address: str, site: Path, width: int, scheme: str, share: int
):
    faults: list[str] = []
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()

    def hear(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            faults.append(f"{page.url}: {message.text}")

    def ask(request: Request) -> None:
        if not request.url.startswith((address, "data:")):
            faults.append(f"{page.url}: asks {request.url}")

    def answer(response: Response) -> None:
        if response.status >= 400:
            faults.append(f"{page.url}: {response.status} for {response.url}")

    page.on("console", hear)
    page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
    page.on("request", ask)
    page.on("response", answer)
    for place in addresses(site)[share::2]:
        page.goto(address + place)
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            faults.append(f"{page.url}: {wide} px wide on a screen of {width}")
    context.close()
    assert not faults
