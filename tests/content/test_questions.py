"""Questions as people type them, written before the sheets that answer: asked in each language."""

from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser
from queries import answered

QUESTIONS = yaml.safe_load(Path(__file__).with_name("questions.yml").read_text("utf-8"))["questions"]
LANGUAGES = sorted({question["lang"] for question in QUESTIONS})


def test_there_are_sixty_questions_at_least_each_asked_once():
    assert 60 <= len(QUESTIONS) == len({question["q"] for question in QUESTIONS})


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_as_people_type_it_finds_its_page_first_or_second(browser: Browser, address: str, language: str):
    home = "" if language == "fr" else f"{language}/"
    page = browser.new_page()
    page.goto(f"{address}/{home}recherche/")
    expected = {one["q"]: one["pages"] for one in QUESTIONS if one["lang"] == language}
    found = {
        query: [path.removeprefix(home) for path in paths] for query, paths in answered(page, list(expected)).items()
    }
    missed = {query: found[query][:3] for query in expected if not {*found[query][:2]} & {*expected[query]}}
    page.close()
    assert missed == {}
