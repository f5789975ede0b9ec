"""What a page asks of a telephone and of a data plan."""

import gzip
import re
from pathlib import Path
from urllib.parse import urlsplit

from built import addresses
from playwright.sync_api import Browser
from weighing import PACKED, Scale, read

MOST, ORDINARY, REQUESTS, AFTER, SCRIPTS = 50_000, 25_500, 8, 12_000, 8_000
# The lists grow with the site, and the workshop is a tool; a part of the booklet, and a path, hold many sheets at once.
LISTS = re.compile(
    r"/(en/)?(glossaire|histoire(/participation|/travail-pair)?|plan|sources(-presse)?|en-clair|pour-aller-plus-loin"
    r"|livret/[\w-]+|parcours/[\w-]+|a-propos/changements|atelier)/"
)


def asked(browser: Browser, address: str, place: str) -> list[str]:
    """The files a browser asks for to show a page, by path."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page, urls = context.new_page(), []
    page.on("request", lambda request: urls.append(request.url))
    page.goto(address + place, wait_until="networkidle")
    context.close()
    assert all(url.startswith(address) for url in urls)
    return sorted({urlsplit(url).path for url in urls})


def packed(site: Path, path: str) -> int:
    """The bytes of a file as a host sends it."""
    file = site / path.lstrip("/") / ("index.html" if path.endswith("/") else "")
    raw = file.read_bytes()
    return len(gzip.compress(raw, 6)) if file.suffix in PACKED else len(raw)


def heaviest(site: Path) -> str:
    scale = Scale(read(site))
    return "/" + scale.heaviest(a.lstrip("/") for a in addresses(site) if a.endswith("/")).address


def test_the_heaviest_first_view_is_light_and_asks_for_few_files(browser: Browser, address: str, site: Path):
    files = asked(browser, address, heaviest(site))
    assert len(files) <= REQUESTS, files
    assert sum(packed(site, file) for file in files) <= MOST
    assert sum(packed(site, file) for file in files if file.endswith(".js")) <= SCRIPTS


def test_a_second_page_asks_for_little_more_than_its_text(site: Path):
    scale = Scale(read(site))
    for place in addresses(site):
        if place.endswith("/") and not LISTS.fullmatch(place):
            weight = scale.page(place.lstrip("/"))
            assert weight.after <= AFTER and weight.first <= ORDINARY, weight
