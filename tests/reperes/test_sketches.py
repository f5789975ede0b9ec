"""A drawing is a line of a vocabulary: path data and nothing else, told in the language of the page."""

from datetime import date

import pytest
from contents import draw, problems, project, site, write
from reperes.session import check

LIST = "vocabulaires/dessins.yml"
SHEET = {"fiches/x.md": write("sheet", "title: Une fiche", "dessin: mur")}
ENGLISH = {"fiches/x.en.md": write("translation", "title: A sheet", "simple: One. Two. Three.", "description: A.")}


def listed(strokes: str) -> dict[str, str]:
    """A list of one drawing, and a sheet that shows it."""
    return {LIST: f"mur: {{fr: Un mur, en: A wall, traits: {strokes}}}\n", **SHEET}


@pytest.mark.parametrize(
    ("strokes", "fault"),
    [
        ('{encre: "M0 0h9<script>"}', "ce n'est pas un tracé"),
        ('{encre: "url(x)"}', "ce n'est pas un tracé"),
        ('{rouge: "M0 0h9"}', "« rouge » n'est pas une couleur"),
        ("{}", "le dessin manque"),
        (f'{{encre: "M0 0{"h9" * 400}"}}', "le dessin a plus de 800 signes"),
    ],
)
def test_what_is_no_drawing_is_refused_at_its_place(strokes: str, fault: str):
    assert [told.startswith(f"docs/{LIST}:1:") and fault in told for told in problems(listed(strokes))] == [True]


def test_the_cure_of_a_missing_drawing_is_right():
    assert not problems(listed('{encre: "M0 0h9", travail-pair: "M1.5 2a3 3 0 1 0-6 0z"}'))


def test_a_sheet_tells_its_drawing_beside_its_easy_text_in_the_language_of_the_page():
    whole = site(SHEET | ENGLISH)
    assert 'role="img" aria-label="Un mur"' in draw(whole, "fiches/x.md")
    assert 'role="img" aria-label="A wall"' in draw(whole, "fiches/x.en.md", "en")


def test_beside_a_title_that_says_what_it_illustrates_a_drawing_is_silent():
    cards = draw(site(SHEET), "fiches/index.md")
    assert cards.count("<svg") == cards.count('aria-hidden="true"><path') == 1


@pytest.mark.parametrize(("line", "warned"), [("dessin: mur", 0), ("ordre: 1", 1)])
def test_a_sheet_without_a_drawing_is_a_warning(line: str, warned: int):
    report = check(project({"fiches/x.md": write("sheet", line)}), date(2026, 11, 27))
    assert not report.problems
    assert sum("pas de dessin" in one.fault for one in report.warnings) == warned
