"""What the accessibility page promises, in the engines that readers have; one that cannot be had is skipped aloud."""

import json
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from conftest import Handler
from engines import CHROMIUMS, HEIGHT, WIDTH, AbsentError, Engine, chromium, firefox, webkit

ENGINES = {**{f"chromium-{v}": partial(chromium, v) for v in CHROMIUMS}, "firefox": firefox, "webkit": webkit}
SHEET = "/fiches/bonne-distance/"
WORD = "(document.activeElement.closest('.word') || {getBoundingClientRect: () => ({})}).getBoundingClientRect()"
OPEN = "'showPopover' in HTMLElement.prototype && document.querySelectorAll(':popover-open').length"
SHOWN = "[...document.querySelectorAll('.entry')].filter((e) => e.offsetHeight).map((e) => e.id)"


@pytest.fixture(
    scope="module", params=[pytest.param(name, marks=pytest.mark.xdist_group(f"engine-{name}")) for name in ENGINES]
)
def reader(request: pytest.FixtureRequest, site: Path) -> Iterator[tuple[Engine, ThreadingHTTPServer]]:
    """Someone with an engine, and the host of the site."""
    with ExitStack() as stack:
        try:
            engine = stack.enter_context(ENGINES[request.param]())
        except AbsentError as missing:
            pytest.skip(f"moteur absent, promesse non vérifiée : {missing}")
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(site)))
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield engine, server
        server.shutdown()
        server.server_close()


@pytest.fixture
def at(reader: tuple[Engine, ThreadingHTTPServer]):
    """Open a page of the site, in the engine."""
    engine, server = reader

    def go(place: str) -> Engine:
        engine.goto(f"http://127.0.0.1:{server.server_port}{place}")
        return engine

    return go


def test_the_header_leaves_room_and_the_menu_unfolds(at):
    engine = at(SHEET)
    assert engine.js("innerWidth") == WIDTH
    assert engine.js("document.querySelector('header').offsetHeight") <= 76
    assert engine.js("document.documentElement.scrollWidth") <= WIDTH
    assert not engine.js("document.querySelector('.menu').offsetHeight")
    engine.tap(".menu-open summary")
    assert engine.wait("document.querySelector('.menu').offsetHeight")


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


def test_escape_closes_a_pop_up_once_and_leads_back_to_the_word(at):
    engine = at(SHEET)
    engine.tap("button.term")
    engine.wait("Boolean(document.activeElement.closest('.word'))")
    if not engine.js("'showPopover' in HTMLElement.prototype"):
        return  # the reader is in the list at the foot: nothing is open
    assert engine.wait(OPEN) == 1
    engine.press("Escape")
    engine.wait(f"({OPEN}) === 0", 2)
    engine.js("new Promise((then) => setTimeout(then, 300))")
    assert engine.js(OPEN) == 0
    assert engine.js("document.activeElement.matches('button.term')")


def test_the_glossary_filters_and_says_how_many(at):
    engine = at("/glossaire/")
    engine.tap("#filter-q")
    engine.type("cvs")
    assert engine.wait(f"({SHOWN}).length < 5 && ({SHOWN})") == ["cvs"]
    assert engine.wait("document.querySelector('.found').textContent") == "1 résultat"
    assert engine.wait("location.search") == "?q=cvs"


def test_the_history_filters_by_choice(at):
    engine = at("/histoire/")
    before = len(engine.js(SHOWN))
    engine.tap("[name=piste][value=participation]")
    assert 0 < engine.wait(f"({SHOWN}).length < {before} && ({SHOWN}).length") < before
    assert "repères affichés" in engine.wait("document.querySelector('.found').textContent")


def test_the_search_answers_or_says_that_the_browser_cannot(at):
    engine = at("/recherche/?q=cvs")
    found = "[...document.querySelectorAll('[data-part=answers] a')].map((a) => a.getAttribute('href'))"
    assert engine.wait(f"({found})[0]") == "/glossaire/cvs/"
    quiet = "document.querySelector('[data-part=answers]').getAttribute('aria-busy') === 'false'"
    assert engine.wait(quiet, 30)
    assert not engine.js("document.querySelector('[data-part=failed]').offsetHeight")  # never the connection
    too_old = engine.js("document.querySelector('.too-old').offsetHeight > 0")
    texts = engine.js("document.querySelector('[data-part=answers]').textContent.length")
    assert too_old or texts > 500


def test_the_pages_carried_away_open_without_a_network(at, reader, request):
    engine, server = reader
    if "webkit" in request.node.name:
        pytest.skip("WebKitGTK 2.50 : son pilote ne répond plus une fois le réseau coupé (vérifié à la main)")
    title = "document.querySelector('h1').textContent"
    read = at(SHEET).js(title)
    at("/a-propos/hors-ligne/")
    engine.wait("document.querySelector('.able').hidden === false", 5)
    engine.tap("button.take")
    assert engine.wait("document.querySelector('.stored').children.length > 100", 60)
    engine.wait("document.querySelector('button.take').hidden", 20)
    server.shutdown()
    server.server_close()
    at(SHEET)
    assert engine.js(title) == read
