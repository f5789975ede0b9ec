"""What the accessibility page promises, in the engines that readers have; one that cannot be had is skipped aloud."""

import json
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from conftest import ROOT, Handler
from engines import CHROMIUMS, HEIGHT, WIDTH, AbsentError, Engine, chromium, firefox, webkit

ENGINES = {**{f"chromium-{v}": partial(chromium, v) for v in CHROMIUMS}, "firefox": firefox, "webkit": webkit}
PLAINER, READABLE = ["chromium-106", "chromium-92"], ["chromium-72"]  # what is promised; in full to all others
SHEET = "/fiches/bonne-distance/"
WORD = "(document.activeElement.closest('.word') || {getBoundingClientRect: () => ({})}).getBoundingClientRect()"
OPEN = "'showPopover' in HTMLElement.prototype && document.querySelectorAll(':popover-open').length"
SHOWN = "[...document.querySelectorAll('.entry')].filter((e) => e.offsetHeight).map((e) => e.id)"
TITLE = "document.querySelector('h1').textContent"
GLUED = """(() => {
  const rows = [".top > *", ".bottom li", ".doors li"].map((some) => [...document.querySelectorAll(some)]);
  const near = (a, b) => a.right <= b.left + 1 && b.left - a.right < 4 && Math.abs(a.top - b.top) < 9;
  const inner = (item) => (item.querySelector("a, summary") || item).getBoundingClientRect();
  return rows.map((row) => row.map(inner).filter((box) => box.width))
    .reduce((found, row) => found + row.slice(1).filter((box, n) => near(row[n], box)).length, 0);
})()"""


class Network(ThreadingHTTPServer):
    """The host of the site; once cut, it hangs up on whoever asks, connections kept open included."""

    daemon_threads = True
    cut = False


class Host(Handler):
    """A static host that a `Network` may cut."""

    def do_GET(self) -> None:
        if self.server.cut:
            self.close_connection = True
        else:
            super().do_GET()


@dataclass(frozen=True)
class Reader:
    """Someone with an engine, and what they are promised."""

    engine: Engine
    network: Network
    promise: str

    def at(self, place: str) -> Engine:
        """Open a page of the site."""
        self.engine.goto(f"http://127.0.0.1:{self.network.server_port}{place}")
        return self.engine


@pytest.fixture(
    scope="module", params=[pytest.param(name, marks=pytest.mark.xdist_group(f"engine-{name}")) for name in ENGINES]
)
def reader(request: pytest.FixtureRequest, site: Path) -> Iterator[Reader]:
    """A reader with each engine in turn."""
    with ExitStack() as stack:
        try:
            engine = stack.enter_context(ENGINES[request.param]())
        except AbsentError as missing:
            pytest.skip(f"moteur absent, promesse non vérifiée : {missing}")
        network = Network(("127.0.0.1", 0), partial(Host, directory=str(site)))
        threading.Thread(target=network.serve_forever, daemon=True).start()
        name = request.param
        yield Reader(engine, network, "plainer" if name in PLAINER else "readable" if name in READABLE else "full")
        network.shutdown()
        network.server_close()


@pytest.fixture
def at(reader: Reader) -> Callable[[str], Engine]:
    """Open a page of the site, in the engine."""
    return reader.at


@pytest.mark.parametrize("page", ["accessibilite.md", "accessibilite.en.md"])
def test_the_engines_driven_are_those_that_the_accessibility_page_names(page: str):
    text = (ROOT / "docs/a-propos" / page).read_text("utf-8")
    full, plainer = (int(n) for n in re.findall(r"(?m)^\|[^|]+\| (\d+) \|", text))
    versions = {int(version) for version in CHROMIUMS}
    limited = {int(name.removeprefix("chromium-")) for name in (*PLAINER, *READABLE)}
    assert max(limited) < full <= min(versions - limited)
    assert plainer == min(int(name.removeprefix("chromium-")) for name in PLAINER)


def test_the_header_leaves_room_and_the_menu_unfolds(at, reader):
    engine = at(SHEET)
    assert engine.js("innerWidth") == WIDTH
    assert engine.js("document.querySelector('header').offsetHeight") <= (130 if reader.promise == "readable" else 76)
    assert engine.js("document.documentElement.scrollWidth") <= WIDTH
    assert not engine.js("document.querySelector('.menu').offsetHeight")
    engine.tap(".menu-open summary")
    assert engine.wait("document.querySelector('.menu').offsetHeight")
    below = "Math.min(...[...document.querySelectorAll('.menu a')].map((a) => a.getBoundingClientRect().top))"
    assert engine.js(below) >= engine.js("document.querySelector('.menu-open').getBoundingClientRect().bottom")


def test_links_stand_apart_and_the_way_past_the_header_comes_only_when_it_is_asked_for(at):
    engine = at("/glossaire/")
    assert engine.js(GLUED) == 0
    assert engine.js("document.querySelector('.skip').getBoundingClientRect().right") <= 0


def test_a_word_is_marked_and_a_tap_shows_what_it_means_whole(at):
    engine = at(SHEET)
    style = "getComputedStyle(document.querySelector('.term'))"
    mark = f"(({{textDecorationLine, textDecorationStyle}}) => [textDecorationLine, textDecorationStyle])({style})"
    assert engine.js(mark) == ["underline", "dotted"]
    seen = "[...document.querySelectorAll('button.term')].filter((button) => button.offsetHeight)"
    for nth in range(int(engine.js(f"{seen}.length"))):
        engine.js(f"{seen}[{nth}].id = 'tapped-{nth}'")
        engine.tap(f"#tapped-{nth}")
        assert engine.wait("Boolean(document.activeElement.closest('.word'))"), nth
        box = json.loads(engine.js(f"JSON.stringify({WORD})"))
        assert box["left"] >= 0 and box["right"] <= WIDTH and box["top"] >= 0, (nth, box)
        assert not engine.js(OPEN) or box["bottom"] <= HEIGHT, (nth, box)
        engine.press("Escape")


def test_escape_closes_a_pop_up_once_and_leads_back_to_the_word(at, reader):
    engine = at(SHEET)
    engine.tap("button.term")
    assert engine.wait("Boolean(document.activeElement.closest('.word'))")
    assert engine.js("'showPopover' in HTMLElement.prototype") == (reader.promise == "full")
    if reader.promise != "full":
        return  # the reader is in the list at the foot: nothing is open
    assert engine.wait(OPEN) == 1
    engine.press("Escape")
    engine.wait(f"({OPEN}) === 0", 2)
    engine.js("new Promise((then) => setTimeout(then, 300))")
    assert engine.js(OPEN) == 0
    assert engine.js("document.activeElement.matches('button.term')")


def test_the_links_of_the_map_are_read_from_top_to_bottom_and_each_comes_into_view_with_the_focus(at):
    engine = at("/comparer/")
    places = engine.js("[...document.querySelectorAll('.map text:not(.count)')].map((text) => text.getBBox().y)")
    assert places == sorted(places)
    for nth in range(len(places)):
        engine.js(f"document.querySelectorAll('.map a')[{nth}].focus()")
        box = "document.activeElement.getBoundingClientRect()"
        assert engine.wait(f"{box}.top >= 0 && {box}.bottom <= innerHeight", 2), nth


def test_the_glossary_filters_and_says_how_many(at):
    engine = at("/glossaire/")
    engine.tap("#filter-q")
    engine.type("cvs")
    assert engine.wait(f"({SHOWN}).length < 5 && ({SHOWN})") == ["cvs"]
    assert engine.wait("document.querySelector('.found').textContent === '1 résultat'")
    assert engine.wait("location.search === '?q=cvs'")


def test_the_history_filters_by_choice(at):
    engine = at("/histoire/")
    before = len(engine.js(SHOWN))
    engine.tap("[name=piste][value=participation]")
    assert 0 < engine.wait(f"({SHOWN}).length < {before} && ({SHOWN}).length") < before
    assert "repères affichés" in engine.wait("document.querySelector('.found').textContent")


def test_the_search_answers_or_says_that_the_browser_cannot(at, reader):
    engine = at("/recherche/?q=cvs")
    too_old = "document.querySelector('.too-old').offsetHeight > 0"
    if reader.promise == "readable":
        assert engine.wait(too_old)
        assert not engine.js("document.querySelector('.search form').offsetHeight")  # no box that answers nothing
        return
    found = "[...document.querySelectorAll('[data-part=answers] a')].map((a) => a.getAttribute('href'))"
    assert engine.wait(f"({found})[0]") == "/glossaire/cvs/"
    quiet = "document.querySelector('[data-part=answers]').getAttribute('aria-busy') === 'false'"
    assert engine.wait(quiet, 30)
    assert not engine.js("document.querySelector('[data-part=failed]').offsetHeight")  # never the connection
    texts = engine.js("document.querySelector('[data-part=answers]').textContent.length")
    assert texts > 500 or (reader.promise == "plainer" and engine.js(too_old))


def test_the_pages_carried_away_open_without_a_network(at, reader):
    read = at(SHEET).js(TITLE)
    engine = at("/a-propos/hors-ligne/")
    able = engine.wait("document.querySelector('.able').hidden === false", 1 if reader.promise == "readable" else 10)
    assert able != bool(engine.js("document.querySelector('.unable').offsetHeight"))
    if reader.promise == "readable":
        assert not able
        return
    engine.tap("button.take")
    assert engine.wait("document.querySelector('.stored').children.length > 100", 60)
    engine.wait("document.querySelector('button.take').hidden", 20)
    reader.network.cut = True
    assert at(SHEET).js(TITLE) == read
    assert at("/histoire/").js(TITLE) == "Page non emportée"
