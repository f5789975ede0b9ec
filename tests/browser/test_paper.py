from io import BytesIO
from pathlib import Path
from unicodedata import normalize

import pytest
from built import addresses
from playwright.sync_api import Page
from pypdf import PdfReader


@pytest.mark.parametrize("language", ["", "/en"])
def test_each_sheet_prints_on_four_pages_at_most_with_its_address(page: Page, address: str, site: Path, language: str):
    sheets = [a for a in addresses(site) if a.startswith(f"{language}/fiches/") and a != f"{language}/fiches/"]
    assert sheets
    for sheet in sheets:
        page.goto(address + sheet)
        paper = PdfReader(BytesIO(page.pdf(format="A4")))
        assert len(paper.pages) <= 4, sheet
        # ligatures apart; the numbers to call may be alone on the last page
        said = normalize("NFKC", "".join(one.extract_text() for one in paper.pages[-2:]))
        assert f"travail-pair.org{sheet}" in "".join(said.split())


def test_the_comparison_is_printed_whole(page: Page, address: str):
    page.goto(address + "/comparer/")
    rows = page.locator("tbody tr").count()
    page.emulate_media(media="print")
    for row in page.locator("tbody tr").all():
        assert all(cell.is_visible() for cell in row.locator("th, td").all())
    assert rows >= 14
