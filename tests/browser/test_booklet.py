"""All sheets on one page, to read or to print in one go."""

from io import BytesIO
from itertools import pairwise
from pathlib import Path
from unicodedata import normalize

import pytest
from built import load
from conftest import ROOT
from playwright.sync_api import Page, expect
from pypdf import PdfReader

LANGUAGES = ["/", "/en/"]
SHEETS = {p.name.partition(".")[0] for p in (ROOT / "docs/fiches").glob("*.md")} - {"index"}


@pytest.mark.parametrize("home", LANGUAGES)
def test_the_booklet_holds_every_sheet_whole_once(site: Path, home: str):
    chapters = load(site, f"{home}livret/").all("section", class_="chapter")
    assert sorted(chapter.all("h2")[0].attrs["id"] for chapter in chapters) == sorted(SHEETS)
    for chapter in chapters:
        sheet = load(site, f"{home}fiches/{chapter.all('h2')[0].attrs['id']}/").all("article")[0]
        body = [p.text for p in sheet.children if not isinstance(p, str) and p.tag == "p" and "class" not in p.attrs]
        assert body and set(body) <= {p.text for p in chapter.all("p")}
        assert {source.text for source in sheet.all("section", class_="sources")[0].all("li")} <= {
            source.text for source in chapter.all("li")
        }


@pytest.mark.parametrize("home", LANGUAGES)
def test_on_paper_each_sheet_begins_a_page_with_its_number_and_ends_with_its_address(
    page: Page, address: str, site: Path, home: str
):
    page.goto(f"{address}{home}livret/")
    titles = [heading.inner_text() for heading in page.locator(".chapter > h2").all()]
    paper = PdfReader(BytesIO(page.pdf(format="A4")))
    texts = ["".join(normalize("NFKC", sheet.extract_text()).split()) for sheet in paper.pages]
    flat = ["".join(normalize("NFKC", title).split()) for title in titles]
    starts = [next(i for i, text in enumerate(texts) if i and title in text[:200]) for title in flat]
    assert starts[0] == 1, "a cover on one page"
    assert starts == sorted(set(starts))
    assert all(end - start <= 2 for start, end in pairwise(starts))
    assert len(texts) - starts[-1] <= 4, "the last sheet, then the words"
    whole = "".join(texts)
    assert [id_ for id_ in SHEETS if f"travail-pair.org{home}fiches/{id_}/" not in whole] == []
    assert all(title in texts[0] for title in ("".join(title.split(".", 1)[1].split()) for title in flat))


def test_a_word_of_any_sheet_opens_in_the_booklet(page: Page, address: str):
    page.goto(f"{address}/livret/")
    page.locator(".chapter button.term").last.click()
    expect(page.locator(":popover-open")).to_be_visible()


def test_a_link_between_sheets_stays_in_the_booklet_and_every_other_link_leads_somewhere(page: Page, address: str):
    page.goto(f"{address}/livret/")
    page.locator("#bonne-distance ~ p a", has_text="la relation aux pairs").click()
    assert page.url == f"{address}/livret/#relation-aux-pairs"
    expect(page.locator("#relation-aux-pairs")).to_be_in_viewport()


def test_the_booklet_is_not_counted_among_the_pages_that_mention_a_word(site: Path):
    assert not [
        link
        for link in load(site, "/glossaire/bonne-distance/").all("section", class_="cited")[0].all("a")
        if "livret" in link.attrs["href"]
    ]
