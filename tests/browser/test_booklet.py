"""All sheets on one page, to read or to print in one go."""

from io import BytesIO
from itertools import pairwise
from pathlib import Path
from unicodedata import normalize

import pytest
from built import load, target
from conftest import ROOT
from playwright.sync_api import Page, expect
from pypdf import PdfReader

LANGUAGES = ["/", "/en/"]
SHEETS = {p.name.partition(".")[0] for p in (ROOT / "docs/fiches").glob("*.md")} - {"index"}
PAGES = 4  # of a sheet, at most


def parts(site: Path, home: str) -> list[str]:
    """The addresses of the parts of the booklet, in order."""
    links = load(site, f"{home}livret/").all("main")[0].all("a")
    places = [target(f"{home}livret/", link) for link in links if link.attrs["href"].count("/") < 2]
    return [place for place in places if place.startswith(f"{home}livret/")]


@pytest.mark.parametrize("home", LANGUAGES)
def test_the_booklet_holds_every_sheet_whole_once(site: Path, home: str):
    chapters = [one for part in parts(site, home) for one in load(site, part).all("section", class_="chapter")]
    assert sorted(chapter.all("h2")[0].attrs["id"] for chapter in chapters) == sorted(SHEETS)
    for chapter in chapters:
        sheet = load(site, f"{home}fiches/{chapter.all('h2')[0].attrs['id']}/").all("article")[0]
        body = [p.text for p in sheet.children if not isinstance(p, str) and p.tag == "p" and "class" not in p.attrs]
        assert body and set(body) <= {p.text for p in chapter.all("p")}
        assert {source.text for source in sheet.all("section", class_="sources")[0].all("li")} <= {
            source.text for source in chapter.all("li")
        }


@pytest.mark.parametrize(("home", "most"), [("/", 9), ("/en/", 1)])  # one part in English
def test_on_paper_each_sheet_begins_a_page_with_its_number_and_ends_with_its_address(
    page: Page, address: str, site: Path, home: str, most: int
):
    for part in parts(site, home)[:most]:
        page.goto(address + part)
        chapters = page.locator(".chapter > h2").evaluate_all("all => all.map((e) => [e.id, e.innerText])")
        paper = PdfReader(BytesIO(page.pdf(format="A4")))
        texts = ["".join(normalize("NFKC", sheet.extract_text()).split()) for sheet in paper.pages]
        flat = ["".join(normalize("NFKC", title).split()) for _, title in chapters]
        starts = [next(i for i, text in enumerate(texts) if i and title in text[:200]) for title in flat]
        assert starts[0] == 1, "a cover on one page"
        assert starts == sorted(set(starts))
        assert all(end - start <= PAGES for start, end in pairwise(starts)), part
        assert len(texts) - starts[-1] <= PAGES + 3, "the last sheet, then the words"
        whole = "".join(texts)
        assert [id_ for id_, _ in chapters if f"travail-pair.org{home}fiches/{id_}/" not in whole] == []
        assert all(title.split(".", 1)[1] in texts[0] for title in flat)


def test_a_word_of_any_sheet_opens_in_the_booklet(page: Page, address: str):
    page.goto(f"{address}/livret/agir/")
    page.locator(".chapter button.term").last.click()
    expect(page.locator(":popover-open")).to_be_visible()


def test_a_number_opens_the_source_of_its_own_sheet(page: Page, address: str):
    page.goto(f"{address}/livret/agir/")
    chapter = page.locator(".chapter").last
    chapter.locator(".reference button").first.click()
    expect(chapter.locator(":popover-open")).to_be_visible()


def test_a_link_between_sheets_stays_in_the_booklet_and_every_other_link_leads_somewhere(page: Page, address: str):
    page.goto(f"{address}/livret/distinctions/")
    link = page.locator(".chapter > p a[href^='#']").first
    id_ = (link.get_attribute("href") or "#").removeprefix("#")
    link.click()
    assert page.url == f"{address}/livret/distinctions/#{id_}"
    expect(page.locator(f"#{id_}")).to_be_in_viewport()


def test_the_booklet_is_not_counted_among_the_pages_that_mention_a_word(site: Path):
    cited = load(site, "/glossaire/cvs/").all("section", class_="cited")[0].all("a")
    assert cited and not [link for link in cited if "livret" in link.attrs["href"]]
