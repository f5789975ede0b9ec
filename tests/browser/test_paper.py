import re
from io import BytesIO
from pathlib import Path
from unicodedata import normalize

import pytest
from built import addresses, load
from playwright.sync_api import Page
from pypdf import PdfReader

NOTES, TEXT = 8.5 * 96 / 72 - 0.01, 10.5 * 96 / 72 - 0.01  # points as pixels


@pytest.mark.parametrize("language", ["", "/en"])
def test_the_longest_sheets_print_on_both_sides_of_one_paper(page: Page, address: str, site: Path, language: str):
    sheets = [one for one in addresses(site) if one.startswith(f"{language}/fiches/") and one.count("/") > 2]
    sheets = [one for one in sheets if one != f"{language}/fiches/"]
    for sheet in sorted(sheets, key=lambda one: len(load(site, one).text))[-4:]:
        page.goto(address + sheet)
        paper = PdfReader(BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
        assert len(paper.pages) <= 2, sheet
        said = normalize("NFKC", paper.pages[-1].extract_text())  # ligatures apart
        assert f"travail-pair.org{sheet}" in "".join(said.split())
        assert f"{len(paper.pages)} / {len(paper.pages)}" in said


@pytest.mark.parametrize(("place", "acronyms"), [("/", 0), ("/glossaire/cvs/", 3)])
def test_the_home_page_and_a_term_say_on_paper_where_they_are_from_when_and_what_acronyms_stand_for(
    page: Page, address: str, place: str, acronyms: int
):
    page.goto(address + place)
    expansions = page.locator("section.words dt span").all_text_contents()
    paper = PdfReader(BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    said = "".join(normalize("NFKC", "".join(one.extract_text() for one in paper.pages)).split())
    assert f"www.travail-pair.org{place}Besoin" in said
    assert re.search(r"(Repères,|Reluen)[a-zéû]+20\d\d", said)
    assert len(expansions) >= acronyms
    assert [one for one in expansions if "".join(normalize("NFKC", one).split()) not in said] == []


def test_a_sheet_on_paper_has_a_masthead_a_code_help_numbers_and_no_small_letters(page: Page, address: str):
    page.goto(address + "/fiches/entrer-au-cvs/")
    assert not page.locator(".handed").is_visible()
    page.emulate_media(media="print")
    assert page.locator(".brand small").is_visible() and not page.locator(".top .help").is_visible()
    assert page.locator(".handed .code").bounding_box()["width"] > 60
    assert "3114" in page.locator(".handed").inner_text()
    assert_no_small_letters(page)


@pytest.mark.parametrize("sheet", ["se-former", "ou-en-est-le-travail-pair"])
def test_tables_on_paper_have_no_small_letters_either(page: Page, address: str, sheet: str):
    page.goto(f"{address}/fiches/{sheet}/")
    page.emulate_media(media="print")
    assert page.locator(".text table").count()
    assert_no_small_letters(page)


def assert_no_small_letters(page: Page) -> None:
    sizes = page.evaluate(
        """() => {
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
          while (texts.nextNode()) {
            const box = texts.currentNode.parentElement;
            if (!texts.currentNode.data.trim() || !box.checkVisibility() || box.closest("sup")) continue;
            const body = box.matches(".text > p:not(.strand, .reviewed, .observed)");
            found.push([parseFloat(getComputedStyle(box).fontSize), body, box.outerHTML]);
          }
          return found;
        }"""
    )
    assert [said for size, _, said in sizes if size < NOTES] == []
    assert any(body for _, body, _ in sizes) and [said for size, body, said in sizes if body and size < TEXT] == []


@pytest.mark.parametrize("path", ["/comparer/", "/en/comparer/"])
def test_the_comparison_sets_its_columns_apart_and_is_printed_whole(page: Page, address: str, path: str):
    page.goto(address + path)
    rows = page.locator("tbody tr:has(> [id])").count()  # each has an address
    heads = page.locator("thead th").evaluate_all("all => all.slice(1, 3).map((e) => getComputedStyle(e).color)")
    assert len({*heads}) == 2
    page.emulate_media(media="print")
    for row in page.locator("tbody tr").all():
        assert all(cell.is_visible() for cell in row.locator("th, td").all())
    assert rows >= 14
