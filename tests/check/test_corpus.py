# ruff: noqa: E501
"""Every mistake gets its exact sentences, alone and beside another; every cure, fed back, is right or tells the next."""

import pytest
from check.cases import CASES
from check.corpus import PAGE, SHEET, Case, said


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


ORDINARY = """Le CVS de 2014 ou le groupe d'expression ? C'est la question, et/ou le doute. Ouvert 24 h/24.

« Nous nous réunissons le mardi », dit-elle. Vous vous demandez pourquoi ?! Petit à petit, l'équipe suit 3 cours de droit.

Elle connaît le CHRS, le CADA, l'ESAT, le LHSS, le LAM, la MAS. Une structure de 1 place d'hébergement. Vitesse : 50 km/h.

– Bonjour, dit-il.

Un * et une étoile \\* échappés, c'est rare * aussi. Le 1<sup>er</sup> mai et le 2<sup>e</sup> jour[^livre].

| qui | quoi |
|:---|---:|
| le conseil | `a | b` |

[Le guide][un] et [un autre](https://exemple.fr/a_(b)?page=2 "Un titre"). Le 30 janvier, le 31 mars. *Ici*, **là**, ***et là***.

* un
* deux
    * trois

1. un

    suite

---

Mot
:   Sa définition, p. ex. celle-ci. Art. 3.1.e, alinéa b) du texte.

[un]: https://exemple.fr/guide
"""


def test_ordinary_french_gets_no_word():
    assert said({"page.md": f"{PAGE}{ORDINARY}"}) == ()


def test_there_are_enough_mistakes():
    assert len(CASES) >= 280
