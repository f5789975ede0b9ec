import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

SHEET = "/fiches/payer-les-savoirs/"
OPEN = ":popover-open"


@pytest.fixture(params=[True, False], ids=["with-script", "without-script"])
def anyone(request: pytest.FixtureRequest, browser: Browser, address: str):
    """A page with words, for readers with and without JavaScript."""
    context = browser.new_context(java_script_enabled=request.param, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(address + SHEET)
    yield page
    context.close()


def first(page: Page) -> Locator:
    return page.locator("button.term").first


def test_a_tap_opens_what_a_word_means_and_leads_to_its_entry(anyone: Page):
    first(anyone).click()
    expect(anyone.locator(OPEN)).to_be_in_viewport()
    expect(anyone.locator(OPEN)).to_contain_text("travail pair")
    anyone.locator(f"{OPEN} a").click()
    expect(anyone.locator("h1")).to_contain_text("travail pair")


def test_enter_opens_it_and_escape_closes_it_where_the_reader_was(anyone: Page):
    first(anyone).focus()
    anyone.keyboard.press("Enter")
    expect(anyone.locator(OPEN)).to_be_visible()
    anyone.keyboard.press("Escape")
    expect(anyone.locator(OPEN)).to_have_count(0)
    expect(first(anyone)).to_be_focused()


def test_the_names_at_the_foot_open_the_same(anyone: Page):
    names = anyone.locator("section.words .names button")
    assert names.count() > 3
    anyone.locator("section.words summary").click()
    names.last.click()
    expect(anyone.locator(OPEN)).to_be_in_viewport()
    expect(anyone.locator(OPEN)).to_contain_text(names.last.inner_text())


def test_a_word_is_a_target_of_24_pixels_at_least(anyone: Page):
    for button in anyone.locator("button.term:visible").all():
        box = button.bounding_box()
        assert box and box["height"] >= 24


def test_who_opens_a_word_is_led_to_what_it_means_by_enter_or_without_a_script_by_tab(anyone: Page):
    first(anyone).focus()
    anyone.keyboard.press("Enter")
    if not anyone.evaluate("document.activeElement.matches(':popover-open a')"):
        anyone.keyboard.press("Tab")
    expect(anyone.locator(f"{OPEN} a").first).to_be_focused()


def test_a_number_leads_into_its_source_and_escape_leads_back(anyone: Page):
    number = anyone.locator(".reference button[aria-label='source 2']").first
    number.focus()
    anyone.keyboard.press("Enter")
    expect(anyone.locator(OPEN)).to_be_in_viewport()
    if not anyone.evaluate("document.activeElement.closest(':popover-open')"):
        anyone.keyboard.press("Tab")
    assert anyone.evaluate("!!document.activeElement.closest(':popover-open')")
    anyone.keyboard.press("Escape")
    expect(anyone.locator(OPEN)).to_have_count(0)
    expect(number).to_be_focused()


def test_the_meaning_is_read_with_the_link_that_the_reader_is_led_to(page: Page, address: str):
    page.goto(address + SHEET)
    first(page).focus()
    page.keyboard.press("Enter")
    link = page.locator(f"{OPEN} a").first
    meaning = link.get_attribute("aria-describedby")
    assert page.locator(f"{OPEN} dd").first.get_attribute("id") == meaning
    page.keyboard.press("Escape")
    expect(page.locator(OPEN)).to_have_count(0)
    expect(page.locator("[aria-describedby]")).to_have_count(0)  # the list at the foot says nothing twice


def test_a_word_in_a_sentence_is_said_as_a_link_and_nothing_more(page: Page, address: str):
    page.goto(address + "/definitions/travail-pair/")
    for button in page.locator("button.term").all():
        said = button.evaluate("e => [e.getAttribute('role'), ...e.getAttributeNames()]")
        assert said[0] == "link"
        assert not {"popovertarget", "aria-expanded", "aria-details", "aria-haspopup"} & set(said)


def test_escape_closes_it_once_and_for_all_without_a_fault(page: Page, address: str):
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(address + SHEET)
    page.locator("h1").click()
    while not page.evaluate("document.activeElement.matches('button.term')"):
        page.keyboard.press("Tab")
    for _ in range(2):
        page.keyboard.press("Enter")
        expect(page.locator(OPEN)).to_have_count(1)
        page.keyboard.press("Escape")
        expect(page.locator(OPEN)).to_have_count(0)
        page.wait_for_timeout(300)
        expect(page.locator(OPEN)).to_have_count(0)
    assert faults == []


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_the_whole_pop_up_is_on_the_screen_wherever_its_word_is(browser: Browser, address: str, width: int):
    context = browser.new_context(viewport={"width": width, "height": 740})
    page = context.new_page()
    page.goto(address + SHEET)
    for word in page.locator("main button.term:visible").all():
        word.click()
        box = page.locator(OPEN).bounding_box()
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= width, word.inner_text()
        assert box["y"] >= 0 and box["y"] + box["height"] <= 740, word.inner_text()
        page.keyboard.press("Escape")
    context.close()


def test_the_focus_on_a_word_is_seen(anyone: Page):
    anyone.keyboard.press("Tab")
    first(anyone).focus()
    assert first(anyone).evaluate("e => getComputedStyle(e).outlineWidth") == "3px"


def test_a_pointer_opens_it_by_hovering_and_may_move_into_it(page: Page, address: str):
    page.goto(address + SHEET)
    first(page).hover()
    expect(page.locator(OPEN)).to_be_visible()
    page.locator(f"{OPEN} dd").hover()
    page.locator(f"{OPEN} a").click()
    assert "/glossaire/" in page.url


def test_the_pop_up_opened_by_hovering_closes_with_escape_and_when_the_pointer_leaves(page: Page, address: str):
    page.goto(address + SHEET)
    first(page).hover()
    expect(page.locator(OPEN)).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(OPEN)).to_have_count(0)
    page.mouse.move(5, 5)
    first(page).hover()
    expect(page.locator(OPEN)).to_be_visible()
    page.mouse.move(5, 5)
    expect(page.locator(OPEN)).to_have_count(0)


def test_a_click_on_a_word_that_hovering_opened_keeps_it_open(page: Page, address: str):
    page.clock.install()
    page.goto(address + SHEET)
    first(page).hover()
    page.clock.run_for(2000)
    expect(page.locator(OPEN)).to_be_visible()
    first(page).click()
    page.mouse.move(5, 5)
    page.clock.run_for(2000)
    expect(page.locator(OPEN)).to_be_visible()


def test_going_from_word_to_word_opens_none(page: Page, address: str):
    page.goto(address + SHEET)
    page.locator("h1").click()
    words = 0
    while words < 3:
        page.keyboard.press("Tab")
        words += page.evaluate("document.activeElement.matches('button.term')")
        expect(page.locator(OPEN)).to_have_count(0)


def test_the_mark_of_a_word_is_said_in_properties_that_every_engine_knows(page: Page, address: str, site: Path):
    page.goto(address + SHEET)
    shown = first(page).evaluate("""e => {
      const style = getComputedStyle(e);
      return [style.textDecorationLine, style.textDecorationStyle, style.textDecorationThickness];
    }""")
    assert shown == ["underline", "dotted", "2px"]
    css = "".join(file.read_text("utf-8") for file in site.rglob("assets/reperes/**/*.css"))
    assert re.findall(r"text-decoration:\s*\w+\s+[^!;}]+", css) == []


def test_the_pop_up_stands_next_to_its_word(page: Page, address: str):
    page.goto(address + SHEET)
    first(page).click()
    word, shown = first(page).bounding_box(), page.locator(OPEN).bounding_box()
    assert word and shown
    below, above = shown["y"] - (word["y"] + word["height"]), word["y"] - (shown["y"] + shown["height"])
    assert 0 <= max(below, above) < 40


def test_a_pop_up_is_laid_out_anew_when_it_opens_or_safari_17_draws_it_without_its_padding(page: Page, address: str):
    page.goto(address + SHEET)
    first(page).click()
    assert page.locator(OPEN).evaluate("e => getComputedStyle(e).display") == "flow-root"


def test_on_paper_words_are_plain_and_their_list_is_printed(page: Page, address: str):
    page.goto(address + SHEET)
    page.emulate_media(media="print")
    assert first(page).evaluate("e => getComputedStyle(e).textDecorationLine") == "none"
    expect(page.locator("section.words .word").first).to_be_visible()
    expect(page.locator(".references li").first).to_be_visible()
    expect(page.locator("header.top .help")).to_be_hidden()  # the name of the site stays
