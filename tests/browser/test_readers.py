"""What any reader must get: keyboard, zoom, spacing, forced colours, colours of one's choice, nothing kept unasked."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

PAGES = ["/", "/fiches/bonne-distance/", "/glossaire/", "/histoire/", "/comparer/", "/en/definitions/travail-pair/"]
OTHERS = [  # one of each other kind
    "/aide/",
    "/a-propos/changements/",
    "/glossaire/cvs/",
    "/histoire/evenements/ccpa/",
    "/parcours/",
    "/plan/",
    "/sources/",
    "/recherche/",
    "/fiches/se-former/",
    "/atelier/",
    "/a-propos/accessibilite/",
]
SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-block-end: 2em !important; }"""  # WCAG 1.4.12
SPILLS = """() => [...document.querySelectorAll('body *')].filter(e => {
  const box = e.getBoundingClientRect(), style = getComputedStyle(e);
  return box.width && e.offsetParent && !e.matches('.said') && (box.right > innerWidth + 1
    || box.left < -1 && !(e.matches('.skip') && box.right <= 0)
    || style.overflowX === 'hidden' && e.scrollWidth > e.clientWidth + 1);
}).map(e => e.outerHTML.slice(0, 120))"""


STOPS = "a, button, input, select, textarea, summary, [tabindex='0']"
RINGLESS = """(stops) => [...document.querySelectorAll(stops)].filter(e => {
  e.focus();
  if (document.activeElement !== e) return false;
  const ring = getComputedStyle(e.closest('.choice') ?? (e.matches('input.reading') ? e.nextElementSibling : e));
  return ring.outlineStyle !== 'solid' || parseFloat(ring.outlineWidth) < 3;
}).map(e => e.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("script", [True, False])
def test_the_menu_opens_and_closes_by_keyboard_on_a_small_screen(browser: Browser, address: str, script: bool):
    context = browser.new_context(java_script_enabled=script, viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto(address + "/fiches/bonne-distance/")
    menu, opener = page.get_by_role("navigation", name="Menu principal"), page.locator(".menu-open summary")
    expect(menu).to_be_hidden()
    opener.focus()
    page.keyboard.press("Enter")
    expect(menu).to_be_in_viewport()
    page.keyboard.press("Escape" if script else "Enter")
    expect(menu).to_be_hidden()
    expect(opener).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Définitions")
    context.close()


@pytest.mark.parametrize("script", [True, False])
def test_the_header_takes_76_pixels_of_a_telephone(browser: Browser, address: str, script: bool):
    context = browser.new_context(java_script_enabled=script, viewport={"width": 360, "height": 740})
    page = context.new_page()
    for place in PAGES:
        page.goto(address + place)
        box = page.locator("header.top").bounding_box()
        assert box and box["height"] <= 76
    context.close()


@pytest.mark.parametrize("percent", [200, 400])
def test_text_made_larger_spills_nowhere_and_the_header_leaves_room_for_it(
    browser: Browser, address: str, percent: int
):
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    chosen = {"fontSizes": {"standard": 16 * percent // 100}}  # the reader's own setting, which styles can ask
    context.new_cdp_session(page).send("Page.setFontSizes", chosen)
    for place in (*PAGES, *OTHERS):
        page.goto(address + place)
        assert page.evaluate(SPILLS) == [], place
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, place
        box = page.locator("header.top").bounding_box()
        assert box and box["height"] <= 740 / 3, place
    context.close()


def test_tab_never_stops_where_nothing_is_seen(browser: Browser, address: str):
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto(address + "/fiches/bonne-distance/")
    for _ in range(30):
        page.keyboard.press("Tab")
        focused = page.locator(":focus")
        box = focused.bounding_box()
        assert box and box["width"] > 0 and box["height"] > 0, focused.evaluate("e => e.outerHTML")
        outline = "e => getComputedStyle(e.closest('.choice') ?? e).outlineStyle"
        assert focused.evaluate(outline) == "solid"
    context.close()


def test_whatever_can_be_reached_by_keyboard_is_ringed_when_it_is(page: Page, address: str):
    for place in (*PAGES, *OTHERS):
        page.goto(address + place)
        page.keyboard.press("Tab")  # focus comes from the keyboard from now on
        assert page.evaluate(RINGLESS, STOPS) == [], place


def test_the_first_tab_leads_past_the_header(page: Page, address: str):
    page.goto(address + "/histoire/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Aller au contenu")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


@pytest.mark.parametrize("place", PAGES)
def test_nothing_spills_or_is_cut_at_320_pixels_even_with_wide_spacing(browser: Browser, address: str, place: str):
    context = browser.new_context(viewport={"width": 320, "height": 256}, bypass_csp=True)  # 1280 x 1024 at 400 %
    page = context.new_page()
    page.goto(address + place)
    assert page.evaluate(SPILLS) == []
    page.add_style_tag(content=SPACING)
    assert page.evaluate(SPILLS) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()


@pytest.mark.parametrize("place", PAGES)
def test_nothing_sticks_over_the_text_at_400_percent(browser: Browser, address: str, place: str):
    context = browser.new_context(viewport={"width": 320, "height": 256})
    page = context.new_page()
    page.goto(address + place)
    stuck = "[...document.querySelectorAll('body *')].filter(e => e.checkVisibility() && "
    assert page.evaluate(stuck + "['sticky', 'fixed'].includes(getComputedStyle(e).position)).length") == 0
    context.close()


def test_lines_are_at_most_75_characters_of_17_pixels_or_more(page: Page, address: str):
    page.goto(address + "/fiches/bonne-distance/")
    size, width = page.locator("article > p").first.evaluate("""e => {
      const style = getComputedStyle(e), canvas = document.createElement('canvas').getContext('2d');
      canvas.font = `${style.fontSize} ${style.fontFamily}`;
      const letter = canvas.measureText(e.textContent).width / e.textContent.length;
      return [parseFloat(style.fontSize), e.clientWidth / letter];
    }""")
    assert size >= 17
    assert width <= 75


def test_main_targets_measure_44_pixels(browser: Browser, address: str):
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(address + "/")
    page.locator(".menu-open summary").click()
    for target in page.locator("header a:visible, header summary:visible, footer a:visible, .choice").all():
        box = target.bounding_box()
        assert box and box["height"] >= 44, target.evaluate("e => e.outerHTML")
    context.close()


def test_in_forced_colours_a_choice_and_the_tracks_are_still_told_apart(browser: Browser, address: str):
    context = browser.new_context(forced_colors="active", viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(address + "/histoire/")
    radio = page.get_by_label("Les deux")
    assert radio.evaluate("e => getComputedStyle(e).appearance") != "none"  # drawn by the system, in its colours
    box = radio.bounding_box()
    assert box and min(box["width"], box["height"]) >= 13
    tracks = {text.strip() for text in page.locator(".lane:visible h3").all_inner_texts()}
    assert {"Participation", "Travail pair"} <= tracks  # in words: their colours are gone
    page.goto(address + "/glossaire/cvs/")
    box = "e => getComputedStyle(e, '::before').backgroundColor"
    empty = page.locator("label.reading").evaluate(box)
    page.locator("label.reading").click()
    assert page.locator("label.reading").evaluate(box) != empty
    context.close()


def test_a_reader_chooses_the_colours_and_finds_them_again_on_every_page(page: Page, address: str):
    ground = "getComputedStyle(document.body).backgroundColor"
    page.emulate_media(color_scheme="light")
    page.goto(address + "/")
    light = page.evaluate(ground)
    page.get_by_label("sombres").check()
    dark = page.evaluate(ground)
    assert dark != light
    page.goto(address + "/glossaire/cvs/")
    assert page.evaluate(ground) == dark
    expect(page.get_by_label("sombres")).to_be_checked()
    page.get_by_label("comme l’appareil").check()
    assert page.evaluate(ground) == light
    assert page.evaluate("localStorage.length") == 0


def test_light_colours_can_be_chosen_on_a_dark_device_and_paper_stays_white(page: Page, address: str):
    page.emulate_media(color_scheme="dark")
    page.goto(address + "/")
    page.get_by_label("claires").check()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(253, 250, 244)"
    page.get_by_label("sombres").check()
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


@pytest.mark.parametrize("place", PAGES)
def test_reading_leaves_nothing_on_the_device(page: Page, address: str, place: str):
    page.goto(address + place)
    kept = "async () => [document.cookie, localStorage.length, sessionStorage.length, (await caches.keys()).length]"
    assert page.evaluate(kept) == ["", 0, 0, 0]
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0


def test_without_a_script_no_control_is_shown_that_needs_one(browser: Browser, address: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "/glossaire/")
    expect(page.get_by_label("Un mot, un sigle")).to_be_hidden()
    expect(page.get_by_label("sombres")).to_be_hidden()
    context.close()


@pytest.mark.parametrize("chosen", ["claires", "sombres"])
def test_in_forced_colours_the_map_keeps_its_words_whatever_scheme_was_chosen(
    browser: Browser, address: str, chosen: str
):
    context = browser.new_context(forced_colors="active", viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(address + "/comparer/")
    page.get_by_label(chosen).check()
    fills = page.locator(".map text, .map tspan").evaluate_all("all => all.map((e) => getComputedStyle(e).fill)")
    ground = page.locator(".map .lens").evaluate("e => getComputedStyle(e).fill")
    page.evaluate("""document.body.append(Object.assign(document.createElement("a"), {href: "#", id: "probe"}))""")
    assert set(fills) == {page.locator("#probe").evaluate("e => getComputedStyle(e).color")}
    assert ground not in fills
    context.close()


def test_a_copy_that_is_refused_leads_to_the_address_selected(page: Page, address: str):
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))")
    page.goto(address + "/histoire/evenements/ccpa/")
    page.get_by_role("button", name="Copier le lien").click()
    expect(page.locator("[data-copy]")).to_be_focused()
    assert page.evaluate("String(getSelection())").endswith("/histoire/evenements/ccpa/")
    assert faults == []


def test_stacked_cells_are_read_with_a_separator(browser: Browser, address: str):
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(address + "/comparer/")
    said = page.locator("tbody tr").first.aria_snapshot()
    assert re.search(r"Participation ?: \w", said), said
    context.close()


def test_motion_is_only_for_those_who_accept_it(browser: Browser, address: str):
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    for place in PAGES:
        page.goto(address + place)
        assert (
            page.evaluate("""[...document.querySelectorAll('*')].filter(e => {
          const s = getComputedStyle(e);
          return [s.transitionDuration, s.animationDuration].some(d => parseFloat(d) > .01);
        }).map(e => e.outerHTML.slice(0, 100))""")
            == []
        )
    context.close()
