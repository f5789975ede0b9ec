"""A list is filtered at once on an old telephone; without a script it is whole and promises nothing."""

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
    expect(page.get_by_role("status")).to_contain_text("Vérifiez votre connexion")


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
    hidden = page.locator(".context:not(:visible)").first.get_attribute("id")
    page.evaluate("id => (location.hash = id)", hidden)
    expect(page.locator(f"#{hidden}")).to_be_in_viewport()
