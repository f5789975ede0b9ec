"""What any reader must get: keyboard, zoom, spacing, forced colours, colours of one's choice, nothing kept unasked."""

import pytest
from playwright.sync_api import Browser, Page, expect

PAGES = ["/", "/fiches/bonne-distance/", "/glossaire/", "/histoire/", "/comparer/", "/en/definitions/travail-pair/"]
SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-block-end: 2em !important; }"""  # WCAG 1.4.12
SPILLS = """() => [...document.querySelectorAll('body *')].filter(e => {
  const box = e.getBoundingClientRect(), style = getComputedStyle(e);
  return box.width && e.offsetParent && (box.right > innerWidth + 1 || box.left < -1 && !e.classList.contains('skip')
    || style.overflowX === 'hidden' && e.scrollWidth > e.clientWidth + 1);
}).map(e => e.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("script", [True, False])
def test_the_menu_opens_and_closes_by_keyboard_on_a_small_screen(browser: Browser, address: str, script: bool):
    context = browser.new_context(java_script_enabled=script, viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto(address + "/fiches/bonne-distance/")
    menu, button = page.locator("nav.menu"), page.get_by_role("button", name="Menu")
    expect(menu).to_be_hidden()
    button.focus()
    page.keyboard.press("Enter")
    expect(menu).to_be_visible()
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Fermer")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Définitions")
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
    page.get_by_role("button", name="Menu").click()
    for target in page.locator("header a:visible, header button:visible, footer a, .choice").all():
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
