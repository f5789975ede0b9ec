import gzip
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from queries import (
    ANSWERS,
    BOX,
    ENGLISH_NAMES,
    ENGLISH_WORDS,
    FRENCH_NAMES,
    FRENCH_WORDS,
    WAIT,
    answered,
    found,
    settle,
)

DISTRESS = [
    *(
        "je veux mourir",
        "je ve mourir",
        "je veu mourrir",
        "me suicider",
        "suiside",
        "police",
        "polise",
        "appeler la police",
    ),
    *(
        "mon mari me frappe",
        "il m'a frapée",
        "sos",
        "S.O.S.",
        "urgence",
        "urgance",
        "où dormir ce soir",
        "17",
        "le 115",
    ),
    *("j'en peux plus", "je suis à la rue", "sans abri", "à l'aide", "enfant en danger", "violences conjugales"),
    *("I want to die", "my husband hits me", "where to sleep tonight", "kill myself", "emergancy", "homeless"),
]
ORDINARY = [
    *("police de caractères", "policy", "politique", "je veux participer", "je me bats pour mes droits", "15 ans"),
    *("éducateur de rue", "participation des sans-abri", "comment finir un contrat", "loi 2002", "colère", "vol"),
    *("hébergement d'urgence pour demandeurs d'asile", "la violence institutionnelle", "want to be a peer worker"),
]
TABLES = [("fr", FRENCH_NAMES, 1), ("fr", FRENCH_WORDS, 3), ("en", ENGLISH_NAMES, 1), ("en", ENGLISH_WORDS, 3)]


def open_search(page: Page, place: str) -> None:
    page.goto(place)
    page.locator(".search-link").click()
    page.locator("dialog").wait_for(timeout=WAIT)


def ask(page: Page, query: str) -> None:
    """Type a query, and wait for what the texts say."""
    page.locator(BOX).fill(query)
    settle(page)


@pytest.fixture(scope="module")
def searches(browser: Browser, address: str) -> Iterator[Callable[[str], Page]]:
    """A page with the search open, per language."""
    opened: dict[str, Page] = {}
    context = browser.new_context()

    def in_language(language: str) -> Page:
        if language not in opened:
            opened[language] = context.new_page()
            open_search(opened[language], address + {"fr": "/fiches/bonne-distance/", "en": "/en/"}[language])
        return opened[language]

    yield in_language
    context.close()


def test_the_table_holds_sixty_french_and_thirty_english_queries():
    assert len(FRENCH_NAMES | FRENCH_WORDS) >= 60
    assert len(ENGLISH_NAMES | ENGLISH_WORDS) >= 30


@pytest.mark.parametrize(("language", "table", "within"), TABLES)
def test_readers_find_the_page_they_look_for(
    searches: Callable[[str], Page], language: str, table: dict[str, str], within: int
):
    for query, answers in answered(searches(language), list(table)).items():
        assert table[query] in answers[:within], (query, answers[:6])
        assert all(path.startswith("en") == (language == "en") for path in answers), (query, answers)


def test_both_meanings_of_an_acronym_come_first_with_their_definitions(page: Page, address: str):
    open_search(page, address + "/")
    ask(page, "msp")
    first, second = page.locator(f"{ANSWERS} li").all()[:2]
    expect(first).to_contain_text("médiateur de santé-pair")
    expect(first).to_contain_text("Personne en rétablissement")
    expect(second).to_contain_text("maison de santé pluriprofessionnelle")
    expect(second).to_contain_text("Maison de santé où")


def test_nothing_is_fetched_before_the_search_is_opened(page: Page, address: str):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + "/")
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "search" in url or "pagefind" in url] == []


def test_a_query_costs_little(page: Page, address: str, site: Path):
    sent: list[int] = []

    def weigh(url: str) -> None:
        path = site / urlsplit(url).path.lstrip("/")
        file = path / "index.html" if path.is_dir() else path
        content = file.read_bytes()
        packed = file.suffix in {".html", ".css", ".js", ".json"}
        sent.append(len(gzip.compress(content, 6)) if packed else len(content))

    page.goto(address + "/")
    page.wait_for_load_state("networkidle")
    page.on("requestfinished", lambda request: weigh(request.url))
    page.locator(".search-link").click()
    ask(page, "mediateur sante")
    assert 80_000 < sum(sent) < 150_000
    for query in ("entraide", "loi 2002", "precarite", "embauche"):
        sent.clear()
        ask(page, query)
        assert 0 < sum(sent) < 20_000, query
    scripts = [*(site / "assets/reperes/search").glob("*.[jc]s*"), site / "assets/reperes/matching.js"]
    ours = {file.name: len(gzip.compress(file.read_bytes(), 6)) for file in scripts if file.suffix != ".json"}
    assert sum(ours.values()) < 14_000


def test_words_asked_for_are_marked_and_the_part_of_a_sheet_has_its_own_link(page: Page, address: str):
    open_search(page, address + "/")
    ask(page, "bénévole")
    expect(page.locator(f"{ANSWERS} mark").first).to_have_text(re.compile("bénévole", re.I))
    page.locator(f"{ANSWERS} a[href*='/fiches/'][href*='#']").first.click()
    expect(page.locator(":target")).to_be_in_viewport()


def test_answers_are_grouped_by_kind_and_can_be_limited_to_one(page: Page, address: str):
    open_search(page, address + "/")
    ask(page, "participation")
    expect(page.locator(f"{ANSWERS} h3").first).to_have_text("Les plus proches")
    assert page.locator(f"{ANSWERS} h3").count() > 1
    page.get_by_label("Fiches").check()
    settle(page)
    assert {path.split("/")[0] for path in found(page)} == {"fiches"}
    before = len(found(page))
    page.get_by_role("button", name="Les pages suivantes").click()
    expect(page.locator(f"{ANSWERS} li").nth(before)).to_be_visible(timeout=WAIT)
    assert {path.split("/")[0] for path in found(page)} == {"fiches"}


@pytest.mark.parametrize(
    ("typed", "proposed"),
    [("mediatuer", "médiateur"), ("retablisement", "rétablissement"), ("santé mentle", "santé mentale")],
)
def test_a_typo_gets_the_nearest_word_of_the_site_said_once_with_the_count(
    page: Page, address: str, typed: str, proposed: str
):
    open_search(page, address + "/")
    page.evaluate("""() => {
      const region = document.querySelector("dialog [aria-live]");
      window.said = [];
      new MutationObserver(() => said.push(region.textContent)).observe(region, {childList: true, subtree: true});
    }""")
    ask(page, typed)
    suggestions = page.locator("[data-part=suggestions]")
    expect(suggestions).to_have_text(re.compile("^Vouliez-vous dire"))
    said = [" ".join(text.split()) for text in page.evaluate("window.said") if "Vouliez-vous dire" in text]
    assert [text.endswith(f"pages Vouliez-vous dire : {proposed}") for text in said] == [True], said
    page.get_by_role("button", name=proposed, exact=True).click()
    expect(page.locator(BOX)).to_have_value(proposed)
    settle(page)
    expect(suggestions).to_be_hidden()
    assert found(page)


def test_a_word_of_the_texts_that_no_name_holds_is_no_typo(page: Page, address: str):
    open_search(page, address + "/")
    ask(page, "suicide")
    expect(page.locator("[data-part=suggestions]")).to_be_hidden()


def test_a_query_without_an_answer_leads_to_the_glossary_and_the_site_map(page: Page, address: str):
    open_search(page, address + "/fiches/bonne-distance/")
    ask(page, "xylophone")
    expect(page.get_by_role("dialog").locator("[aria-live]")).to_have_text("Aucune page trouvée.")
    way_out = page.locator("[data-part=none]")
    expect(way_out.get_by_role("link", name="Plan du site")).to_be_visible()
    way_out.get_by_role("link", name="Glossaire").click()
    assert page.url == address + "/glossaire/"


def test_the_number_of_answers_is_announced(page: Page, address: str):
    open_search(page, address + "/")
    ask(page, "msp")
    expect(page.get_by_role("dialog").locator("[aria-live]")).to_have_text(
        re.compile(r"^(Les )?\d+ (premières pages|pages trouvées)$")
    )
    page.locator(BOX).fill("")
    expect(page.get_by_role("dialog").locator("[aria-live]")).to_have_text("")


@pytest.mark.parametrize("place", ["/fiches/bonne-distance/", "/en/glossaire/"])
def test_the_keyboard_opens_it_stays_in_it_and_returns_where_it_was(page: Page, address: str, place: str):
    page.goto(address + place)
    page.locator("main a").first.focus()
    before = page.evaluate("document.activeElement.href")
    page.keyboard.press("Control+k")
    expect(page.locator(BOX)).to_be_focused(timeout=WAIT)
    page.keyboard.type("gem")
    settle(page)
    stops = set()
    for _ in range(40):
        page.keyboard.press("Tab")
        where = page.evaluate("(document.activeElement.closest('dialog') ?? document.activeElement).tagName")
        assert where in ("DIALOG", "BODY"), where  # the body stands for the browser's own buttons
        stops.add(page.evaluate("document.activeElement.textContent"))
    assert "GEM" in stops
    page.locator(BOX).focus()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert page.evaluate("document.activeElement.href") == before


def test_the_button_gets_the_focus_back_and_opens_it_again_with_what_was_asked(page: Page, address: str):
    open_search(page, address + "/")
    ask(page, "cvs")
    page.get_by_role("button", name="Fermer").click()
    expect(page.locator(".search-link")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(BOX)).to_be_focused()
    expect(page.locator(BOX)).to_have_value("cvs")


def test_enter_sends_nothing_and_opens_the_first_answer(page: Page, address: str):
    asked: list[str] = []
    open_search(page, address + "/")
    page.on("request", lambda request: asked.append(request.url))
    page.locator(BOX).fill("suicide")
    page.keyboard.press("Enter")  # before the texts have come
    page.wait_for_url(address + "/aide/")
    assert [url for url in asked if "?" in url and "suicide" in url] == []


def test_on_a_screen_one_touches_enter_puts_the_keyboard_away_and_shows_the_answers(browser: Browser, address: str):
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page = context.new_page()
    open_search(page, address + "/")
    ask(page, "cvs")
    page.keyboard.press("Enter")
    expect(page.locator(f"{ANSWERS} a").first).to_be_focused()
    assert page.url == address + "/"
    context.close()


def test_arrows_go_from_the_box_through_the_answers_and_back(page: Page, address: str):
    open_search(page, address + "/")
    ask(page, "msp")
    titles = page.locator(f"{ANSWERS} li > p:first-child a")
    page.keyboard.press("ArrowDown")
    expect(titles.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(titles.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator(BOX)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator(BOX)).to_be_focused()


def test_what_is_counted_is_what_is_shown(page: Page, address: str):
    open_search(page, address + "/")
    ask(page, "participation")
    status = page.get_by_role("dialog").locator("[aria-live]")
    expect(status).to_have_text(f"Les {len(found(page))} premières pages")
    before = len(found(page))
    page.get_by_role("button", name="Les pages suivantes").click()
    expect(page.locator("[data-part=answers] li").nth(before)).to_be_attached()
    expect(status).to_contain_text(str(len(found(page))))


@pytest.mark.parametrize("width", [320, 360])
def test_nothing_stands_between_the_box_and_the_first_answer_on_a_telephone(browser: Browser, address: str, width: int):
    context = browser.new_context(viewport={"width": width, "height": 740})
    page = context.new_page()
    open_search(page, address + "/")
    ask(page, "cvs")
    box, first = page.locator(BOX).bounding_box(), page.locator(f"{ANSWERS} a").first.bounding_box()
    assert box
    assert first
    assert first["y"] - (box["y"] + box["height"]) < 90
    context.close()


@pytest.mark.parametrize("place", ["/", "/en/"])
def test_whoever_is_in_distress_is_led_to_the_help_page_first(searches: Callable[[str], Page], place: str):
    page = searches("en" if place == "/en/" else "fr")
    first = page.locator(f"{ANSWERS} li").first
    for query in DISTRESS:
        page.locator(BOX).fill("")
        expect(first).to_be_hidden()
        page.locator(BOX).fill(query)
        expect(first.locator("a").first, query).to_have_attribute("href", f"{place}aide/")
        expect(first.locator("a[href='tel:3114']"), query).to_be_visible()


def test_ordinary_words_are_no_alarm(searches: Callable[[str], Page]):
    page = searches("fr")
    for query in ORDINARY:
        ask(page, query)
        expect(page.locator(f"{ANSWERS} .urgent"), query).to_have_count(0)


def test_a_query_without_an_answer_shows_the_numbers_to_call(page: Page, address: str):
    open_search(page, address + "/")
    ask(page, "xylophone")
    way_out = page.locator("[data-part=none]")
    expect(way_out.get_by_role("link", name="Besoin d’aide maintenant")).to_be_visible()
    for number in ("tel:17", "tel:112", "sms:114"):
        expect(way_out.locator(f"a[href='{number}']")).to_be_visible()
    expect(page.get_by_role("link", name="Adresse de cette recherche")).to_be_hidden()


@pytest.mark.parametrize(
    ("place", "query", "expected", "said"),
    [
        ("/", "peer worker", "glossaire/travailleurse-paire", "peer worker"),
        ("/", "housing first", "glossaire/logement-d-abord", "Housing First"),
        ("/en/", "pair-aidance", "en/glossaire/pair-aidance", "pair-aidance"),
        ("/en/", "conseil de la vie sociale", "en/glossaire/cvs", "conseil de la vie sociale"),
    ],
)
def test_a_name_in_the_other_language_is_found_and_said(
    page: Page, address: str, place: str, query: str, expected: str, said: str
):
    open_search(page, address + place)
    ask(page, query)
    assert expected in found(page)[:2]
    expect(page.locator(f"{ANSWERS} .also[lang]").first).to_have_text(said)


def test_the_form_of_the_home_page_leads_to_the_answers(page: Page, address: str):
    page.goto(address + "/")
    page.locator("#seek").fill("cvs")
    page.keyboard.press("Enter")
    page.wait_for_url(address + "/recherche/?q=cvs")
    settle(page)
    assert found(page)[0] == "glossaire/cvs"


@pytest.mark.parametrize(
    "place", ["/histoire/?piste=participation", "/recherche/?q=cvs", "/fiches/entrer-au-cvs/#est-ce-obligatoire"]
)
def test_the_link_to_the_other_language_keeps_the_view(page: Page, address: str, place: str):
    page.goto(address + place)
    page.locator(".languages a").first.click()
    page.wait_for_url(f"{address}/en{place}")


def test_letters_alone_do_nothing(page: Page, address: str):
    asked: list[str] = []
    page.goto(address + "/")
    page.on("request", lambda request: asked.append(request.url))
    for key in ("k", "s", "/", "f"):
        page.keyboard.press(key)
    page.wait_for_load_state("networkidle")
    assert asked == []
    expect(page.locator("dialog")).to_have_count(0)


def test_a_reader_who_went_down_the_list_stays_there_when_texts_arrive(page: Page, address: str):
    held: list[Route] | None = []

    def hold(route: Route) -> None:
        route.continue_() if held is None else held.append(route)

    page.route("**/*.pf_index", hold)
    open_search(page, address + "/")
    with page.expect_request("**/*.pf_index"):
        page.locator(BOX).fill("gem")
    page.locator(f"{ANSWERS} a").first.focus()
    late, held = held, None
    for route in late or ():
        route.continue_()
    settle(page)
    expect(page.locator(f"{ANSWERS} a").first).to_be_focused()


def test_a_query_can_be_shared_by_its_address(page: Page, address: str):
    open_search(page, address + "/")
    ask(page, "entraide mutuelle")
    page.get_by_role("link", name="Adresse de cette recherche").click()
    assert page.url.startswith(address + "/recherche/?q=entraide+mutuelle")
    settle(page)
    assert found(page)[0] == "glossaire/gem"
    page.locator(BOX).fill("cvs")
    settle(page)
    page.reload()
    expect(page.locator(BOX)).to_have_value("cvs")


def test_without_a_script_the_link_leads_to_a_page_that_leads_to_everything(browser: Browser, address: str):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 600})
    page = context.new_page()
    page.goto(address + "/")
    page.get_by_role("link", name="Rechercher").click()
    assert page.url == address + "/recherche/"
    expect(page.locator(BOX)).to_be_hidden()
    expect(page.locator("main").get_by_role("link", name="Glossaire")).to_be_visible()
    expect(page.locator("main").get_by_role("link", name="Plan du site")).to_be_visible()
    context.close()


def test_offline_the_link_says_so_and_then_works_as_a_link(page: Page, address: str):
    page.goto(address + "/")
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)
    page.locator(".search-link").click()
    expect(page.get_by_role("alert")).to_contain_text("Vérifiez votre connexion", timeout=WAIT)
    page.context.set_offline(False)
    page.locator(".search-link").click()
    page.wait_for_url(address + "/recherche/")


@pytest.mark.parametrize(
    "unread", ["pagefind.js", "*-entry.json*", "*.pagefind", "*.pf_meta", "*.pf_index", "*.pf_fragment"]
)
@pytest.mark.parametrize("how", ["cut", "missing"])
def test_names_still_answer_when_the_texts_cannot_be_read_and_it_says_so(
    page: Page, address: str, unread: str, how: str
):
    open_search(page, address + "/")
    page.route(f"**/{unread}", lambda route: route.abort() if how == "cut" else route.fulfill(status=404, body="no"))
    page.locator(BOX).fill("cvs")
    expect(page.get_by_text("Les textes ne peuvent pas être lus")).to_be_visible(timeout=WAIT)
    assert found(page)[0] == "glossaire/cvs"
    page.unroute(f"**/{unread}")
    ask(page, "suicide")
    expect(page.get_by_text("Les textes ne peuvent pas être lus")).to_be_hidden()
    assert found(page)[0] == "aide"


@pytest.mark.parametrize("width", [320, 1280])
def test_it_fits_the_screen_and_its_targets_are_large(browser: Browser, address: str, width: int):
    context = browser.new_context(viewport={"width": width, "height": 256})  # 320 by 256: 1280 by 1024 at 400 %
    page = context.new_page()
    open_search(page, address + "/")
    ask(page, "mediatuer sante")
    dialog = page.get_by_role("dialog")
    assert dialog.evaluate("e => e.scrollWidth <= e.clientWidth && e.getBoundingClientRect().right <= innerWidth")
    for target in dialog.locator("button:visible, input[type=search], fieldset label, [data-part] a:visible").all():
        box = target.bounding_box()
        assert box and box["height"] >= 44, target.inner_text()
    context.close()
