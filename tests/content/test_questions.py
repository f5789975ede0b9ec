"""Questions as people type them, written before the sheets that answer: all asked in one page per language."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

QUESTIONS = yaml.safe_load(Path(__file__).with_name("questions.yml").read_text("utf-8"))["questions"]
WAIT = 20_000  # ms: for a machine that does other things
LINKS = "links => links.map(link => link.getAttribute('href'))"


@pytest.fixture(scope="module")
def found(browser: Browser, address: str) -> dict[str, list[str]]:
    """The pages that answer each question, in order, as ids."""
    return dict(answers(browser, address))


def answers(browser: Browser, address: str) -> Iterator[tuple[str, list[str]]]:
    pages: dict[str, Page] = {}
    for question in QUESTIONS:
        home = "" if question["lang"] == "fr" else f"{question['lang']}/"
        if home not in pages:
            pages[home] = browser.new_context().new_page()
            pages[home].goto(f"{address}/{home}recherche/?q=cvs")
        page = pages[home]
        shown = page.locator("[data-part=answers]")
        expect(shown).to_have_attribute("aria-busy", "false", timeout=WAIT)
        page.locator("#search-q").fill(question["q"])
        expect(shown).to_have_attribute("aria-busy", "false", timeout=WAIT)
        links = page.locator("[data-part=answers] li > p:first-child a").evaluate_all(LINKS)
        yield question["q"], [urlsplit(link).path.strip("/").removeprefix(home) for link in links]
    for page in pages.values():
        page.context.close()


def test_there_are_sixty_questions_at_least_each_asked_once():
    assert 60 <= len(QUESTIONS) == len({question["q"] for question in QUESTIONS})


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question["q"])
def test_a_question_as_people_type_it_finds_its_page_first_or_second(
    question: dict[str, Any], found: dict[str, list[str]]
):
    assert {*found[question["q"]][:2]} & {*question["pages"]}, found[question["q"]][:5]
