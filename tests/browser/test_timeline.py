import re
from collections.abc import Iterator
from io import BytesIO

import pytest
from contents import real_library
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader
from reperes.base.collation import fold

EVENTS = real_library().catalogue("fr").events
CONTEXT = next(id_ for id_, event in EVENTS.items() if event.facts.tracks == ("contexte",))


@pytest.fixture(params=[360, 1280], ids=lambda width: f"{width}px")
def anyone(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    """The history, on a phone and on a desk."""
    context = browser.new_context(viewport={"width": request.param, "height": 800})
    page = context.new_page()
    page.goto(address + "/histoire/")
    yield page
    context.close()


def shown(page: Page) -> list[str]:
    return page.locator(".entry:visible").evaluate_all("entries => entries.map((entry) => entry.id)")


def test_the_order_that_a_screen_reader_meets_is_chronological(anyone: Page):
    order = list(EVENTS)
    ids = shown(anyone)
    assert len(ids) > 30
    for lane in anyone.locator(".lane:visible").all():  # two histories are two orders
        held = lane.locator(".entry:visible").evaluate_all("entries => entries.map((entry) => entry.id)")
        assert held == sorted(held, key=order.index)
    headings = [h for h in anyone.locator(".sections").aria_snapshot().splitlines() if "[level=4]" in h]
    assert len(headings) == len(ids)


def test_each_event_says_its_date_and_its_track(anyone: Page):
    tracks = ("Participation", "Travail pair", "Contexte")
    for said in anyone.locator(".lane:visible h3").all_inner_texts():
        assert said in (*tracks, "Les deux")
    for id_ in shown(anyone):  # the date in the heading: who goes from heading to heading hears a chronology
        heading = anyone.locator(f"#{id_} h4")
        assert re.search(r"\d|siècle", heading.locator(".when").inner_text())
        assert heading.inner_text().startswith(heading.locator(".when").inner_text())


def test_the_context_is_hidden_until_asked_for(anyone: Page):
    expect(anyone.locator(f"#{CONTEXT}")).to_be_hidden()
    before = len(shown(anyone))
    anyone.get_by_label("Montrer le contexte").check()
    expect(anyone.locator(f"#{CONTEXT}")).to_be_visible()
    assert len(shown(anyone)) > before


def test_filters_combine(anyone: Page):
    anyone.get_by_label("Participation", exact=True).check()
    anyone.get_by_text("Plus de filtres").click()
    anyone.get_by_label("Années 2010").check()
    anyone.get_by_label("Loi ou règlement").check()
    ids = shown(anyone)
    assert "cnpa-et-crpa" in ids
    for id_ in ids:
        facts = EVENTS[id_].facts
        assert "participation" in facts.tracks
        assert facts.type == "loi"
        assert facts.date.lower.year <= 2019 and facts.date.upper.year >= 2010


def test_how_many_events_are_shown_is_said(anyone: Page):
    anyone.get_by_label("Travail pair", exact=True).check()
    said = anyone.locator(".found")
    expect(said).to_contain_text("repères affichés")
    number = int(said.inner_text().split()[0])
    expect(anyone.locator(".entry:visible")).to_have_count(number)  # the last ones come in the frames that follow
    expect(anyone.locator(".count")).to_be_hidden()


def test_an_event_has_its_address_in_the_list_even_when_it_is_context(browser: Browser, address: str):
    for script in (True, False):
        context = browser.new_context(java_script_enabled=script, viewport={"width": 360, "height": 800})
        page = context.new_page()
        for id_ in ("ccpa", CONTEXT):
            page.goto(f"{address}/histoire/#{id_}")
            expect(page.locator(f"#{id_} h4 a")).to_be_in_viewport()
        context.close()


def test_the_address_restores_the_view(page: Page, address: str):
    page.goto(address + "/histoire/")
    page.get_by_label("Travail pair", exact=True).check()
    page.get_by_text("Plus de filtres").click()
    page.get_by_label("Années 1990").check()
    ids = shown(page)
    assert ids
    expect(page).to_have_url(re.compile("periode="))
    page.goto(page.url)
    assert shown(page) == ids


def test_on_a_wide_screen_the_two_tracks_stand_side_by_side(page: Page, address: str):
    page.goto(address + "/histoire/")
    left, right = page.locator("#loi-2002-2").bounding_box(), page.locator("#alcooliques-anonymes").bounding_box()
    assert left and right
    assert left["x"] + left["width"] < 640 < right["x"]
    both = next(id_ for id_, event in EVENTS.items() if {"participation", "travail-pair"} <= set(event.facts.tracks))
    box = page.locator(f"#{both}").bounding_box()
    assert box and box["x"] < 640 < box["x"] + box["width"]


def test_the_side_by_side_view_printed_loses_no_event(page: Page, address: str):
    page.goto(address + "/histoire/")
    page.get_by_label("Montrer le contexte").check()
    expect(page.locator(".entry:visible")).to_have_count(len(EVENTS))
    ids = shown(page)
    assert set(ids) == set(EVENTS)
    paper = printed(page)
    for id_ in ids:
        assert plain(EVENTS[id_].words.title) in paper, id_


def printed(page: Page) -> str:
    """What a printed page says, without spaces: a PDF cuts words as it likes."""
    document = PdfReader(BytesIO(page.pdf(format="A4")))
    return plain("".join(sheet.extract_text() for sheet in document.pages))


def plain(text: str) -> str:
    return "".join(letter for letter in fold(text) if letter.isalnum())


@pytest.mark.parametrize("language", ["", "/en"])
def test_an_event_leads_to_the_one_before_and_the_one_after_on_its_track(page: Page, address: str, language: str):
    page.goto(f"{address}{language}/histoire/evenements/ccpa/")
    after = page.locator("nav.neighbours a").last
    following = after.get_attribute("href")
    after.click()
    assert following and following.strip("./") in page.url
    page.locator("nav.neighbours a[href*='/ccpa/']").click()
    assert page.url.endswith("/evenements/ccpa/")


def test_the_link_of_an_event_can_be_copied(browser: Browser, address: str):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(address + "/histoire/evenements/ccpa/")
    page.get_by_role("button", name="Copier le lien").click()
    expect(page.get_by_text("Lien copié")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == "https://www.travail-pair.org/histoire/evenements/ccpa/"
    context.close()


def test_the_life_of_a_name_is_drawn_and_said(page: Page, address: str):
    page.goto(address + "/histoire/")
    page.get_by_text("La vie des noms").click()
    life = page.locator(".lives li", has_text="CCPA")
    expect(life).to_contain_text("de mars 2010 au 26 octobre 2016")
    expect(life.locator("svg")).to_be_visible()
