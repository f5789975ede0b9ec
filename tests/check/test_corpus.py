# ruff: noqa: E501
"""Every mistake gets its exact sentences, alone and beside another; every cure, fed back, is right or tells the next."""

import pytest
from check.cases import CASES
from check.corpus import SHEET, Case, said


def test_the_right_project_gets_no_word():
    assert said({}) == ()


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_the_mistake_gets_its_exact_sentences(case: Case):
    assert said(case.files) == case.said


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_the_cure_fed_back_is_right_or_tells_the_next_fault(case: Case):
    assert said(case.mended) == case.then


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_the_mistake_is_told_the_same_beside_another(case: Case):
    wrong = "**Un titre**\n\nTexte." if case.said[0].startswith("~") else "Un point·médian."  # problems hide warnings
    other = SHEET.replace("Une question", "Voisine").replace("Un texte.", wrong)
    assert set(case.said) < set(said({**case.files, "fiches/voisine.md": other}))


def test_there_are_enough_mistakes():
    assert len(CASES) >= 280
