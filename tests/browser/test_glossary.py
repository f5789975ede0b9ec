import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

SHOWN = ".entry:visible dt a"


def type_in(page: Page, text: str) -> None:
    page.get_by_label("Un mot, un sigle").fill("")
    page.wait_for_function("() => !document.querySelector('.found').textContent")
    if text:
        page.get_by_label("Un mot, un sigle").fill(text)
        page.wait_for_function("() => document.querySelector('.found').textContent")


@pytest.fixture(scope="module")
def glossary(browser: Browser, address: str) -> Iterator[Page]:
    """The glossary, opened once for many words."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address + "/glossaire/")
    yield page
    context.close()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("cvs", "CVS"),
        ("C.V.S.", "CVS"),
        ("conseil de la vie sociale", "CVS"),
        ("mediateur sante", "MSP"),
        ("mediatuer", "MSP"),
        ("retablisement", "rétablissement"),
        ("RETABLISSEMENT", "rétablissement"),
        ("pouvoir d’agir", "pouvoir d'agir"),
        ("pouvoir d'agir", "pouvoir d'agir"),
        ("entraide mutuelle", "GEM"),
        ("pair aidance", "pair-aidance"),
    ],
)
def test_the_box_forgives_accents_case_apostrophes_and_a_typo(glossary: Page, typed: str, found: str):
    type_in(glossary, typed)
    names = [name.replace("’", "'") for name in glossary.locator(SHOWN).all_inner_texts()]
    assert any(name == found or name.startswith(f"{found} (") for name in names)
    assert len(names) < 12


def test_the_number_of_results_is_announced(page: Page, address: str):
    page.goto(address + "/glossaire/")
    status = page.locator(".found")
    type_in(page, "msp")
    expect(status).to_have_text("2 résultats")
    type_in(page, "zzzz")
    expect(status).to_contain_text("Aucun résultat")
    type_in(page, "")
    expect(status).to_have_text("")


def test_both_meanings_of_a_word_are_shown_and_told_apart(page: Page, address: str):
    page.goto(address + "/glossaire/?q=msp")
    expect(page.locator(".entry:visible")).to_have_count(2)
    said = " ".join(page.locator(".entry:visible dt a").all_inner_texts())
    assert "médiateur" in said
    assert "maison de santé" in said


def test_the_view_is_kept_in_the_address(page: Page, address: str):
    page.goto(address + "/glossaire/")
    type_in(page, "conseil")
    page.get_by_text("Choisir un domaine").click()
    page.get_by_label("Participation", exact=True).check()
    seen = page.locator(SHOWN).all_inner_texts()
    assert seen
    expect(page).to_have_url(re.compile("domaine="))
    page.goto(page.url)
    expect(page.locator(".found")).not_to_have_text("")
    assert page.locator(SHOWN).all_inner_texts() == seen
    assert page.get_by_label("Un mot, un sigle").input_value() == "conseil"
    expect(page.get_by_label("Participation", exact=True)).to_be_visible()  # the choice that hides words is in view


def test_a_choice_of_field_hides_the_words_of_others_and_letters_left_empty(page: Page, address: str):
    page.goto(address + "/glossaire/")
    everything = page.locator(".entry:visible").count()
    page.get_by_text("Choisir un domaine").click()
    page.get_by_label("Asile").check()
    expect(page.locator("#cada")).to_be_visible()
    expect(page.locator("#cvs")).to_be_hidden()
    assert 0 < page.locator(".entry:visible").count() < everything
    expect(page.locator("#lettre-v")).to_be_hidden()


def test_the_list_follows_the_french_order(page: Page, address: str):
    page.goto(address + "/glossaire/")
    names = page.locator(".entry dt a").all_inner_texts()
    assert names.index("essms".upper()) > names.index("ESAT")
    assert names.index("démocratie en santé") < names.index("DGCS")


def test_a_word_has_an_address_in_the_list(page: Page, address: str):
    page.goto(address + "/glossaire/#rome")
    expect(page.locator("#rome")).to_be_in_viewport()


def test_a_replaced_name_leads_to_what_replaced_it_and_back(page: Page, address: str):
    page.goto(address + "/glossaire/ccpa/")
    page.locator("dl.facts").get_by_role("link", name="CNPA").first.click()
    expect(page.locator("h1")).to_contain_text("CNPA")
    expect(page.locator("dl.facts").get_by_role("link", name="CCPA").first).to_be_visible()
