"""The easy text of a page calls the numbers that the page calls."""

from contents import draw, site

HELP = """---
title: Aide
description: Appeler.
simple: Appelez le 15 ou le 150. Il y a 114 places.
---
Le [15](tel:15), le [114](sms:114).
"""


def test_a_number_that_the_text_calls_is_called_in_its_easy_text_and_no_other():
    easy = draw(site({"aide.md": HELP}), "aide.md").partition('id="section-simple"')[2].partition("</section>")[0]
    assert easy.count("<a ") == 2
    assert '<a href="tel:15">15</a>' in easy
    assert '<a href="sms:114">114</a>' in easy
    assert "150" in easy
