"""French set among tags: what no line may break stays together, and nothing but text stands where no tag may."""

import pytest
from reperes.model.words import load
from reperes.views.typography import setter, typeset

SETTERS = {language: setter(load(language)) for language in ("fr", "en")}
NAME = '<button class="term" popovertarget="mot-x">{}</button>'
WORD = '<button class="term" popovertarget="mot-x">pair</button>'
NUMBER = '<sup class="reference"><button popovertarget="source-x">1</button></sup>'
HELD = '<span class="held">{}</span>'


@pytest.mark.parametrize(
    ("written", "set_"),
    [
        ("<p>Le salaire fait-il tout ?</p>", f"<p>Le salaire {HELD.format('fait-il')} tout\u202f?</p>"),
        ("<p>Va-t-on à Lyon</p>", f"<p>{HELD.format('Va-t-on')} à\u00a0Lyon</p>"),
        ("<p>la loi n° 2002-2</p>", f"<p>la loi n°\u00a0{HELD.format('2002-2')}</p>"),
        ("<p>le 1er mai du XXIe siècle</p>", "<p>le 1<sup>er</sup>\u00a0mai du XXI<sup>e</sup> siècle</p>"),
        (
            f"<p>Un « {WORD} » à {WORD} ;</p>",
            f'<p>Un <span class="held">«\u00a0{WORD}\u00a0»</span> <span class="held">à\u00a0{WORD}\u202f;</span></p>',
        ),
        (
            f"<p>Un {NAME.format('travail pair')}, un {NAME.format('travail pair')} de</p>",
            f"<p>Un {NAME.format('<u>travail pair</u>,')} un {NAME.format('travail pair')} de</p>",
        ),
        (f"<p>Le métier{NUMBER}. Bon</p>", f"<p>Le {HELD.format(f'métier{NUMBER}.')} Bon</p>"),
        (f"<p>la loi 2002-2{NUMBER}.</p>", f"<p>la loi {HELD.format(HELD.format('2002-2') + f'{NUMBER}.')}</p>"),
        ("<p>un rendez-vous, peut-être là-bas</p>", f"<p>un {HELD.format('rendez-vous')}, peut-être là-bas</p>"),
        ("<title>Le salaire fait-il tout ?</title>", "<title>Le salaire fait-il tout\u202f?</title>"),
        ("<option>le 1er mai</option>", "<option>le 1er\u00a0mai</option>"),
        ('<p lang="en">It is a 1er</p>', '<p lang="en">It is a 1er</p>'),
        ("<code>fait-il à 1er</code>", "<code>fait-il à 1er</code>"),
    ],
)
def test_french_is_set(written: str, set_: str):
    assert typeset(f'<html lang="fr">{written}</html>', SETTERS) == f'<html lang="fr">{set_}</html>'


def test_a_word_too_long_for_the_line_of_a_telephone_is_not_held():
    assert "held" not in typeset(f'<html lang="fr">anticonstitutionnellement{NUMBER} ou {WORD} ou</html>', SETTERS)


def test_a_number_to_call_keeps_its_stop():
    call = '<a href="tel:15">15</a>'
    assert f'<span class="held">{call}.</span>' in typeset(f'<html lang="fr"><p>appelez le {call}.</p></html>', SETTERS)
