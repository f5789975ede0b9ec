"""A list is filtered at once on an old telephone; without a script it is whole and promises nothing."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect


@pytest.mark.parametrize(("place", "least"), [("/glossaire/", 89), ("/histoire/", 56)])
def test_without_a_script_the_list_is_whole_and_offers_no_filter(
    browser: Browser, address: str, place: str, least: int
):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(address + place)
    expect(page.locator(".filters")).to_be_hidden()
    assert page.locator(".entry:visible").count() == page.locator(".entry").count() >= least
    context.close()


@pytest.mark.parametrize("place", ["/glossaire/", "/histoire/"])
def test_filters_whose_script_did_not_come_are_not_shown(page: Page, address: str, place: str):
    page.route("**/filters.js", lambda route: route.abort())
    page.goto(address + place)
    expect(page.locator(".filters")).to_be_hidden()
    assert page.locator(".entry:visible").count() == page.locator(".entry").count()


def test_a_box_that_cannot_fetch_how_words_match_says_so(page: Page, address: str):
    page.route("**/matching.js", lambda route: route.abort())
    page.goto(address + "/glossaire/")
    page.locator("#filter-q").fill("cvs")
    expect(page.locator(".found")).to_contain_text("Vérifiez votre connexion")


def test_the_count_is_said_once_per_pause(page: Page, address: str):
    page.goto(address + "/glossaire/")
    page.evaluate("""() => {
      window.said = [];
      new MutationObserver(() => said.push(document.querySelector(".found").textContent))
        .observe(document.querySelector(".found"), {childList: true});
    }""")
    page.locator("#filter-q").press_sequentially("conseil", delay=50)
    expect(page.locator(".found")).not_to_be_empty()
    page.wait_for_timeout(600)
    assert len(page.evaluate("said")) == 1


def test_an_event_of_the_context_is_shown_when_a_link_of_the_page_leads_to_it(page: Page, address: str):
    page.goto(address + "/histoire/")
    page.locator(".filters.ready").wait_for()
    hidden = page.locator(".context:not(:visible)").first.get_attribute("id")
    page.evaluate("id => (location.hash = id)", hidden)
    expect(page.locator(f"#{hidden}")).to_be_in_viewport()


@pytest.mark.parametrize(("place", "choice"), [("/histoire/", "Travail pair"), ("/sources/", "Recherche")])
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_when_a_choice_is_made_and_everything_comes_back(
    browser: Browser, address: str, place: str, choice: str, width: int
):
    context = browser.new_context(viewport={"width": width, "height": 740})
    page = context.new_page()
    page.goto(address + place)
    page.locator(".filters.ready").wait_for()
    everything = page.locator(".entry:visible").count()
    places = "all => all.map((one) => one.getBoundingClientRect()).map(({ x, y, width }) => [x, y + scrollY, width])"
    fixed = page.locator(".filters .choice:visible, .count, .sections")
    before = fixed.evaluate_all(places)
    page.get_by_role("radio", name=choice, exact=True).check()
    expect(page.locator(".found")).to_have_text(re.compile(r"^\d+ "))
    expect(page.locator(".found")).to_be_in_viewport()
    assert fixed.evaluate_all(places) == before
    assert page.locator(".entry:visible").count() < everything
    page.get_by_role("button", name="Tout montrer").click()
    expect(page.locator(".entry:visible")).to_have_count(everything)
    expect(page).to_have_url(address + place)
    expect(page.locator(".found")).to_be_focused()
    context.close()


def test_a_letter_of_the_glossary_under_which_nothing_is_left_leads_nowhere(page: Page, address: str):
    page.goto(address + "/glossaire/")
    page.locator("#filter-q").fill("cvs")
    letters = page.locator(".letters a:not([inert])")
    expect(page.locator(".found")).not_to_be_empty()
    expect(letters).to_have_count(page.locator(".letter:visible").count())
    page.get_by_role("button", name="Tout montrer").click()
    expect(letters).to_have_count(page.locator(".letters a").count())
