"""What a reader may carry away: nothing before a click, the list after it, nothing after another."""

import base64
import gzip
import hashlib
import json
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from conftest import Handler
from playwright.sync_api import Browser, BrowserContext, Page, expect
from reperes.output.hosting import headers

MEGABYTE = 2**20
TAKE = {"fr": "Emporter les fiches", "en": "Take the fact sheets along"}
REMOVE = {"fr": "Tout retirer", "en": "Remove everything"}
ABSENT = {"fr": "Page non emportée", "en": "Page not taken along"}
KEPT = """async () => {
  const urls = [];
  for (const name of await caches.keys()) urls.push(...(await (await caches.open(name)).keys()).map((key) => key.url));
  return {urls, workers: (await navigator.serviceWorker.getRegistrations()).length};
}"""
WEIGHT = """async () => {
  const sizes = [];
  for (const name of await caches.keys())
    for (const answer of await (await caches.open(name)).matchAll()) sizes.push((await answer.blob()).size);
  return sizes.reduce((sum, size) => sum + size, 0);
}"""
NOTHING = {"urls": [], "workers": 0}
TURN = "navigator.locks.request(new URL('/', location).href, { mode: 'shared' }, () => {})"


def home(language: str) -> str:
    return "/" if language == "fr" else f"/{language}/"


def offer(site: Path, language: str) -> dict:
    return json.loads((site / home(language).lstrip("/") / "hors-ligne.json").read_text("utf-8"))


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 360, "height": 800})
    yield context
    context.close()


def take(page: Page, address: str, language: str) -> None:
    page.goto(f"{address}{home(language)}a-propos/hors-ligne/")
    page.get_by_role("button", name=TAKE[language]).click()
    expect(page.get_by_role("button", name=TAKE[language])).to_be_hidden(timeout=90_000)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_is_carried_away_weighs_one_megabyte_at_most(site: Path, language: str):
    whole = offer(site, language)
    assert whole["bytes"] <= MEGABYTE
    files = [*(f"{url}index.html" for url, *_ in whole["pages"]), *(file for file, _ in whole["files"])]
    packed = sum(len(gzip.compress((site / home(language).lstrip("/") / file).read_bytes())) for file in files)
    assert whole["bytes"] == pytest.approx(packed, rel=0.02)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_sheet_and_word_may_be_carried_away(site: Path, language: str):
    carried = {url for url, *_ in offer(site, language)["pages"]}
    for folder in ("fiches", "definitions", "glossaire"):
        pages = (site / home(language).lstrip("/") / folder).rglob("index.html")
        assert {f"{p.parent.relative_to(site / home(language).lstrip('/')).as_posix()}/" for p in pages} <= carried


def test_nothing_is_kept_before_the_click(context: BrowserContext, address: str):
    page = context.new_page()
    for place in ("/", "/fiches/bonne-distance/", "/glossaire/", "/a-propos/hors-ligne/"):
        page.goto(address + place)
    expect(page.get_by_role("button", name=TAKE["fr"])).to_be_visible()
    assert page.evaluate(KEPT) == NOTHING
    assert page.evaluate("[document.cookie, localStorage.length, sessionStorage.length]") == ["", 0, 0]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_all_that_was_carried_away_opens_without_a_network_and_goes_away(
    context: BrowserContext, address: str, site: Path, language: str
):
    page, start = context.new_page(), address + home(language)
    take(page, address, language)
    whole = offer(site, language)
    expect(page.get_by_role("status")).to_contain_text(str(len(whole["pages"])))
    expect(page.locator(".stored li")).to_have_count(len(whole["pages"]))
    assert page.evaluate(WEIGHT) <= MEGABYTE
    kept = page.evaluate(KEPT)
    page.goto(f"{start}histoire/")  # a page visited, and not of the list
    page.goto(start)
    assert page.evaluate(KEPT) == kept

    context.set_offline(True)
    failed: list[str] = []
    page.on("requestfailed", lambda request: failed.append(f"{page.url}: {request.url} {request.failure}"))
    words = [one for one in whole["pages"] if one[0].startswith("glossaire/")]
    guards = {name.lower(): value for name, value in headers().items()}
    others = [one for one in whole["pages"] if one not in words]
    for url, title, _ in others[:: 3 if language == "fr" else 10] + words[::30]:
        shown = page.goto(start + url, wait_until="load")
        assert shown and guards.items() <= shown.headers.items(), url
        assert page.locator("html").get_attribute("lang") == language, url
        assert page.title().startswith(title), url
    # the page that carries away asks the network alone what is new; a load cut by the next one is no fault
    assert [fault for fault in failed if "hors-ligne.json" not in fault and "ERR_ABORTED" not in fault] == []
    page.goto(f"{start}glossaire/")
    page.get_by_role("searchbox").fill("cvs")
    expect(page.locator(".entry:visible")).to_have_count(1)
    page.goto(f"{start}fiches/bonne-distance/?x=1")
    ground = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(ground) == "rgb(253, 250, 244)"
    answer = page.goto(f"{start}histoire/")
    assert answer and answer.status == 503 and guards.items() <= answer.headers.items()
    expect(page.locator("h1")).to_have_text(ABSENT[language])
    assert page.evaluate(ground) == "rgb(253, 250, 244)"
    expect(page.locator("html")).to_have_attribute("lang", language)
    page.locator("main a[href$='fiches/bonne-distance/']").click()
    expect(page.locator("main h2").first).to_be_visible()

    page.goto(f"{start}a-propos/hors-ligne/")
    expect(page.get_by_role("button", name=TAKE[language])).to_be_hidden()
    page.get_by_role("button", name=REMOVE[language]).click()
    expect(page.locator(".stored li")).to_have_count(0)
    assert page.evaluate(KEPT) == NOTHING


def test_with_one_language_carried_away_the_other_is_answered_in_it(context: BrowserContext, address: str):
    page = context.new_page()
    take(page, address, "en")
    context.set_offline(True)
    page.goto(f"{address}/fiches/bonne-distance/")
    expect(page.locator("h1")).to_have_text(ABSENT["en"])


def test_without_a_script_the_page_says_so_and_leads_to_the_booklet(browser: Browser, address: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/a-propos/hors-ligne/")
    expect(page.locator(".unable")).to_contain_text("JavaScript")
    expect(page.get_by_role("button", name=TAKE["fr"])).to_be_hidden()
    page.locator(".unable a").first.click()
    expect(page.locator("h1")).to_contain_text("livret")
    context.close()


@pytest.fixture
def edited(site: Path, tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """A copy of the site that a test may change, under a path of its host; where it is served, and its folder."""
    folder = tmp_path / "host" / "reperes"
    shutil.copytree(site, folder)
    shutil.copy(site / "404.html", folder.parent)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder.parent)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/reperes", folder
    server.shutdown()
    server.server_close()


def test_a_site_that_changed_offers_the_update_and_shows_the_new_page_at_once(
    context: BrowserContext, edited: tuple[str, Path]
):
    address, folder = edited
    page = context.new_page()
    take(page, address, "fr")
    sheet, whole = folder / "fiches/bonne-distance/index.html", folder / "hors-ligne.json"
    sheet.write_text(sheet.read_text("utf-8").replace("<h1>", "<h1>Nouveau : "), "utf-8")
    page.goto(f"{address}/fiches/bonne-distance/")
    expect(page.locator("h1")).to_contain_text("Nouveau")
    listed = json.loads(whole.read_text("utf-8"))
    (said,) = [one for one in listed["pages"] if one[0] == "fiches/bonne-distance/"]
    said[2] = "sha256-" + base64.b64encode(hashlib.sha256(sheet.read_bytes()).digest()).decode()
    whole.write_text(json.dumps(listed | {"version": "0"}), "utf-8")
    page.goto(f"{address}/a-propos/hors-ligne/")
    expect(page.get_by_role("status")).to_contain_text("Le site a changé")
    page.get_by_role("button", name="Mettre à jour").click()
    expect(page.get_by_role("button", name="Mettre à jour")).to_be_hidden(timeout=90_000)
    assert len(page.evaluate("caches.keys()")) == 1
    context.set_offline(True)
    page.goto(f"{address}/fiches/bonne-distance/")
    expect(page.locator("h1")).to_contain_text("Nouveau")


class Turning(Handler):
    """A host that begins to answer something else, as portals, maintenance pages and cut transfers do."""

    wrong = ""
    going = threading.Event()  # cleared, the answer waits

    def do_GET(self) -> None:
        told = self.path in ("/comparer/", "/en/comparer/")
        if told:
            self.going.wait()
        turned = self.wrong and told
        raw = Path(self.directory, self.path.lstrip("/"), "index.html").read_bytes() if turned else b""
        if not turned:
            super().do_GET()
        elif self.wrong == "nothing at all":
            self.close_connection = True
        elif self.wrong == "404":
            self.send_error(404)
        elif self.wrong in ("a way to another page", "a way to another host"):
            self.send_response(302)
            self.send_header("Location", "/aide/" if self.wrong.endswith("page") else "http://localhost:9/")
            self.send_header("Content-Length", "0")
            self.end_headers()
        else:
            changed = {"another page": b"<p>Maintenance", "one wrong byte": raw.replace(b"<h1", b"<h2", 1)}
            self.close_connection = True
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            if self.wrong == "less than was told":
                self.send_header("Content-Length", str(len(raw)))
            self.end_headers()
            self.wfile.write(changed.get(self.wrong, raw[:1000]))


@pytest.fixture
def turning(site: Path) -> Iterator[tuple[str, type[Turning]]]:
    """Where such a host serves the site, and what tells it how to be wrong."""
    turns = type("Turns", (Turning,), {"going": threading.Event()})
    turns.going.set()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(turns, directory=str(site)))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", turns
    turns.going.set()
    server.shutdown()
    server.server_close()


def test_a_download_that_fails_or_is_not_what_was_asked_leaves_nothing_and_says_so(
    context: BrowserContext, turning: tuple[str, type[Turning]]
):
    address, turns = turning
    page = context.new_page()
    page.goto(f"{address}/a-propos/hors-ligne/")
    ways = ["a way to another page", "a way to another host", "another page", "one wrong byte"]
    for turns.wrong in [*ways, "cut midway", "less than was told", "404", "nothing at all"]:
        page.get_by_role("button", name=TAKE["fr"]).click()
        expect(page.get_by_role("status"), turns.wrong).to_contain_text("n’a pas abouti", timeout=90_000)
        assert page.evaluate(KEPT) == NOTHING, turns.wrong
    turns.wrong = ""
    page.get_by_role("button", name=TAKE["fr"]).click()
    expect(page.get_by_role("status")).to_contain_text("sont maintenant sur cet appareil", timeout=90_000)


def both(*pages: Page, says: str, taken: bool) -> None:
    """Wait until two tabs have had their turns, and hold that they show the same."""
    for page in pages:  # granted once all that was asked before has ended
        page.evaluate(TURN)
    for page in pages:
        expect(page.get_by_role("status")).to_contain_text(says)
        expect(page.get_by_role("button", name=TAKE["en"])).to_be_visible(visible=not taken)
        expect(page.get_by_role("button", name=REMOVE["en"])).to_be_visible(visible=taken)
        expect(page.locator(".stored li").first).to_be_visible(visible=taken)


def test_two_tabs_take_turns_and_each_tells_what_the_other_did(
    context: BrowserContext, turning: tuple[str, type[Turning]]
):
    address, turns = turning
    first, second = context.new_page(), context.new_page()
    for page in (first, second):
        page.goto(f"{address}/en/a-propos/hors-ligne/")
    for turns.wrong, says, taken in (("one wrong byte", "did not succeed", False), ("", "are now on this", True)):
        for page in (first, second):
            expect(page.get_by_role("button", name=TAKE["en"])).to_be_enabled()
        for page in (first, second):  # a button greyed because of the other tab does nothing
            page.evaluate("document.querySelector('.take').click()")
        both(first, second, says=says, taken=taken)
    second.get_by_role("button", name=REMOVE["en"]).click()
    both(first, second, says="No page is kept", taken=False)
    assert first.evaluate(KEPT) == NOTHING


def test_a_tab_waits_while_another_downloads_and_takes_over_when_it_is_closed(
    context: BrowserContext, turning: tuple[str, type[Turning]]
):
    address, turns = turning
    first, second = context.new_page(), context.new_page()
    for page in (first, second):
        page.goto(f"{address}/en/a-propos/hors-ligne/")
    turns.going.clear()
    first.get_by_role("button", name=TAKE["en"]).click()
    third = context.new_page()
    third.goto(f"{address}/en/a-propos/hors-ligne/")
    for page in (second, third):
        expect(page.get_by_role("status")).to_contain_text("Download in progress")
        expect(page.get_by_role("button", name=TAKE["en"])).to_be_disabled()
    first.close()
    for page in (second, third):
        expect(page.get_by_role("status")).to_contain_text("was interrupted")
    turns.going.set()
    second.get_by_role("button", name="Update").click()
    both(second, third, says="are now on this", taken=True)
