"""The histories as readers see them: drawn to scale, in lanes, on paper; and who is consulted."""

from io import BytesIO
from itertools import pairwise
from unicodedata import normalize

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

HISTORY = ("/histoire/", "/en/histoire/")
TALLEST = {1280: 5_000, 360: 9_000}  # px, for some ninety events
SHEETS = 2
LINE = 14  # letters that a line of a column holds for sure: a PDF tells columns line by line
# What a drawing shows is what its list holds: the marks of a path, counted by its moves.
MARKS = """svg => {
  const moves = (path) => (path.getAttribute("d").match(/M/g) || []).length;
  const sum = (kind) => [...svg.querySelectorAll(kind)].reduce((total, path) => total + moves(path), 0);
  return sum(".dots") + sum(".laws") + sum(".bands") - sum(".ties") / 2 + sum(".halves") / 2;
}"""


@pytest.mark.parametrize("width", TALLEST)
@pytest.mark.parametrize("place", HISTORY)
def test_a_history_is_not_taller_than_a_reader_bears(browser: Browser, address: str, place: str, width: int):
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(address + place)
    assert page.evaluate("document.documentElement.scrollHeight") <= TALLEST[width]
    context.close()


@pytest.mark.parametrize(("width", "kind"), [(1280, "wide"), (360, "narrow")])
def test_the_drawing_holds_every_event_of_the_list(browser: Browser, address: str, width: int, kind: str):
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(address + "/histoire/")
    svg = page.locator(".drawn svg:visible")
    expect(svg).to_have_count(1)
    assert kind in (svg.get_attribute("class") or "")
    assert svg.evaluate(MARKS) == page.locator(".entry:not(.context)").count()
    context.close()


@pytest.mark.parametrize("script", [True, False])
def test_the_bar_of_periods_stays_in_view_and_leads_there(browser: Browser, address: str, script: bool):
    context = browser.new_context(java_script_enabled=script, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(address + "/histoire/")
    for link in page.locator(".jump a").all():
        box = link.bounding_box()
        assert box and min(box["width"], box["height"]) >= 44
        link.click()
        heading = page.locator(f"#{(link.get_attribute('href') or '').lstrip('#')}")
        expect(heading).to_be_in_viewport()
        bar, title = page.locator(".jump").bounding_box(), heading.bounding_box()
        assert bar and title and bar["y"] + bar["height"] <= title["y"]
    expect(page.locator(".jump")).to_be_in_viewport()
    context.close()


def test_the_bar_says_how_many_events_start_in_each_period(page: Page, address: str):
    page.goto(address + "/histoire/")
    for link in page.locator(".jump a").all():
        section = page.locator(f"section:has(> {link.get_attribute('href')})")
        number = section.locator(".entry:not(.context)").count()
        assert link.locator("small").inner_text() == str(number)
        assert f"{number} repère" in link.locator(".said").inner_text()


def test_each_period_of_the_bar_stands_under_its_part_of_the_drawing(page: Page, address: str):
    page.goto(address + "/histoire/")
    drawing = page.locator(".drawn svg.wide").bounding_box()
    links = [link.bounding_box() for link in page.locator(".jump li").all()]
    assert drawing and links
    for number, box in enumerate(links):
        assert box and abs(box["x"] - drawing["x"] - number * drawing["width"] / len(links)) < 2


@pytest.mark.parametrize("width", [768, 1280])
def test_the_histories_stand_side_by_side_and_no_event_of_one_waits_for_the_other(
    browser: Browser, address: str, width: int
):
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(address + "/histoire/")
    left, both, right = (
        page.locator(f".in-{lane}").first.bounding_box() for lane in ("participation", "both", "travail-pair")
    )
    assert left and both and right
    assert left["x"] + left["width"] <= both["x"] and both["x"] + both["width"] <= right["x"]
    for lane in page.locator(".lane:visible").all():  # each follows the one before at once
        tops = lane.locator(".entry:visible").evaluate_all(
            "e => e.map((o) => [o.offsetTop, o.offsetTop + o.offsetHeight])"
        )
        assert all(abs(after[0] - before[1]) <= 1 for before, after in pairwise(tops))
    context.close()


def test_a_summary_unfolds_where_it_is_asked_for_and_all_at_once(page: Page, address: str):
    page.goto(address + "/histoire/")
    entry = page.locator("#ccpa")
    text = entry.locator("details p")
    expect(text).to_be_hidden()
    entry.locator("summary").click()
    expect(text).to_be_visible()
    other = page.locator("#loi-2002-2 details p")
    expect(other).to_be_hidden()
    page.get_by_label("Montrer tous les résumés").check()
    assert other.evaluate("e => e.getBoundingClientRect().height") > 20


def test_a_filter_leaves_no_title_over_nothing(page: Page, address: str):
    page.goto(address + "/histoire/")
    page.get_by_label("Participation", exact=True).check()
    expect(page.locator(".in-travail-pair:visible")).to_have_count(0)
    assert page.locator(".in-participation:visible").count() > 3


@pytest.mark.parametrize("place", HISTORY)
def test_the_poster_has_two_sheets_and_all_titles(page: Page, address: str, place: str):
    page.goto(address + place)
    titles = page.locator(".entry:not(.context) [itemprop=name]").all_inner_texts()
    document = PdfReader(BytesIO(page.pdf(format="A4")))
    assert len(document.pages) <= SHEETS
    paper = plain("".join(sheet.extract_text() for sheet in document.pages))
    for title in titles:
        assert plain(title)[:LINE] in paper, title


def plain(text: str) -> str:
    """Letters and figures alone: a PDF cuts words as it likes, and ties letters together."""
    return "".join(letter for letter in normalize("NFKC", text) if letter.isalnum())


@pytest.mark.parametrize("place", ["/glossaire/gem/", "/glossaire/cvs/", "/fiches/continuum/", "/"])
def test_events_that_a_page_lists_are_drawn_small(page: Page, address: str, place: str):
    page.goto(address + place)
    svg = page.locator(".overview svg")
    if place != "/":
        expect(svg).to_have_count(page.locator("section.events").count())
        listed = page.locator("section.events .timeline > li").count()
        assert 0 < svg.evaluate(MARKS) <= listed  # the context has no line
    box = svg.bounding_box()
    assert box and box["height"] > 60  # a drawing that no style reaches has another size
    assert page.locator("link[href*='history.css']").count() == 0  # those of the whole history are its own


@pytest.mark.parametrize("place", ["/histoire/participation/", "/en/histoire/participation/"])
def test_who_is_consulted_is_said_from_the_nearest_level_to_the_farthest(page: Page, address: str, place: str):
    page.goto(address + place)
    steps = page.locator(".climb > li")
    assert "CVS" in steps.first.inner_text() and "CNPA" in steps.last.inner_text()
    assert "CCPA" not in page.locator(".climb").inner_text()  # it is over
    lines = [line.inner_text() for line in page.locator(".replaced ol").all()]
    assert any(line.index("CCPA") < line.index("CNPA") for line in lines if "CCPA" in line)
    heights = [box["y"] for box in (step.bounding_box() for step in steps.all()) if box]
    assert heights == sorted(heights, reverse=True)


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("/histoire/evenements/ccpa/", "Participation"),
        ("/definitions/travail-pair/", "Travail pair"),
        ("/histoire/evenements/aides/", "Participation · Travail pair"),
    ],
)
def test_a_page_says_in_words_which_history_it_belongs_to(page: Page, address: str, place: str, said: str):
    page.goto(address + place)
    expect(page.locator(".strand")).to_have_text(said)


def test_in_forced_colours_the_drawing_is_drawn_in_the_colours_of_the_system(browser: Browser, address: str):
    context = browser.new_context(forced_colors="active", viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(address + "/histoire/")
    strokes = page.locator(".drawn svg:visible .line").evaluate_all("e => e.map((o) => getComputedStyle(o).stroke)")
    text = page.evaluate("getComputedStyle(document.body).color")
    assert set(strokes) == {text}
    both = page.locator(".in-both").first  # two lines beside what belongs to both, as there is one or a double one
    assert both.evaluate("e => getComputedStyle(e).backgroundImage").count(text) == 4
    context.close()
