"""Articles moved to another page: what leads somewhere still does, what is unique still is."""

from dataclasses import replace

import pytest
from contents import edition, write
from reperes.model.blocks import Part
from reperes.views.booklet import Chapter, bind
from reperes.views.edition import Edition

FILES = {
    "fiches/a.md": write("sheet", "title: A"),
    "fiches/b.md": write("sheet", "title: B"),
    "livret.md": write("page", body="```livret\n```\n"),
}
FRENCH = edition(FILES)


def chapters(edition: Edition) -> list[Chapter]:
    section = next(iter(edition.catalogue.sheets.values())).facts.section
    found = bind(Part(rubrique=section), edition, edition.catalogue.pages["livret"])
    return [chapter for _, family in found.families for chapter in family]


def moved(html: str) -> str:
    article = replace(FRENCH.articles["fiches/a.md"], html=html)
    return chapters(replace(FRENCH, articles={**FRENCH.articles, "fiches/a.md": article}))[0].parts[0].html


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("#un", "#a--un"),
        ("../b/", "#b"),
        ("../b/#un", "#b--un"),
        ("../../glossaire/cvs/", "../glossaire/cvs/"),
        ("../../glossaire/cvs/#un", "../glossaire/cvs/#un"),
        ("../../glossaire.csv", "../glossaire.csv"),
        ("https://example.org/a?b#c", "https://example.org/a?b#c"),
        ("tel:115", "tel:115"),
    ],
)
def test_a_link_leads_where_it_led(before: str, after: str):
    assert moved(f'<p><a href="{before}">x</a></p>') == f'<p><a href="{after}">x</a></p>'


def test_an_image_is_still_found():
    assert 'src="../images/x.png"' in moved('<p><img src="../../images/x.png" alt="x"></p>')


def test_ids_say_their_sheet_and_headings_go_one_level_down():
    assert moved('<h2 id="un">Un</h2><h3 id="deux">Deux</h3>') == '<h3 id="a--un">Un</h3><h4 id="a--deux">Deux</h4>'


def test_a_word_keeps_the_explanation_it_shares_with_the_others():
    button = '<p><button class="term" popovertarget="mot-cvs">CVS</button></p>'
    assert 'popovertarget="mot-cvs"' in moved(button)


def test_a_sheet_that_is_not_translated_is_not_in_the_booklet():
    assert chapters(edition(FILES, "en")) == []
    assert [chapter.number for chapter in chapters(FRENCH)] == [1, 2]
