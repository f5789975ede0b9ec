import pytest
from playwright.sync_api import Page, expect


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_reader_walks_from_home_to_a_sheet_to_a_word_and_back(page: Page, address: str, language: str):
    page.goto(address + ("/" if language == "fr" else "/en/"))
    page.get_by_role("link", name="Les fiches, une" if language == "fr" else "The fact sheets, one").click()
    page.locator("main a[href*='payer-les-savoirs/']").first.click()
    sheet = page.url
    word = page.locator("main button.term").first
    word.click()
    page.locator(":popover-open a").click()
    assert "/glossaire/" in page.url
    cited = page.locator("section.cited")
    expect(cited.get_by_role("heading", level=2)).to_have_text("Cité dans" if language == "fr" else "Mentioned in")
    cited.locator(".fold:not([open]) summary").click()
    cited.locator("a[href*='payer-les-savoirs/']").click()
    assert page.url == sheet


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_reader_walks_from_home_to_the_history_to_an_event_to_a_word(page: Page, address: str, language: str):
    page.goto(address + ("/" if language == "fr" else "/en/"))
    page.get_by_role("link", name="Les deux histoires" if language == "fr" else "Both histories").click()
    page.locator(".entry a[href*='evenements/ccpa/']").click()
    expect(page.locator("h1")).to_be_visible()
    page.locator("main dl.facts a[href*='glossaire/']").first.click()
    assert "/glossaire/" in page.url


def test_a_lost_reader_gets_a_page_in_the_right_language_with_links_that_work(page: Page, address: str):
    page.goto(address + "/en/nowhere/deep/")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.locator("main").get_by_role("link", name="Glossary").click()
    expect(page.locator("h1")).to_have_text("Glossary")
