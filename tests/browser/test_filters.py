"""A list is filtered at once on an old telephone; without a script it is whole and promises nothing."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

# ms of the processor, not of the clock, for the whole answer: this machine does other things. Most of it falls in later
# frames: on a machine that does nothing else, slowed four times, the first one comes within 100 ms of the clock.
ENOUGH, CROWDED = 100, 400
ROUNDS = 3  # the best counts
ENTRY = re.compile(r'<(div|li)\b[^>]* class="entry.*?</\1>', re.DOTALL)
ACT = """([selector, value]) => {
  const field = document.querySelector(selector);
  field.type === "search" ? (field.value = value) : (field.checked = value);
  field.dispatchEvent(new Event("input", {bubbles: true}));
  return new Promise((then) => setTimeout(then, 300));  // frames that follow, and before the count is said
}"""
LISTS = [
    ("/glossaire/", 0, ENOUGH),
    ("/glossaire/", 500, CROWDED),
    ("/histoire/", 0, ENOUGH),
    ("/histoire/", 400, CROWDED),
]


def crowded(html: str, count: int) -> str:
    """The page with its entries repeated until they are so many; each keeps an id of its own."""
    entries = list(ENTRY.finditer(html))
    last = entries[-1].end()
    more = [entries[n % len(entries)].group() for n in range(count - len(entries))]
    return html[:last] + "".join(one.replace(' id="', f' id="n{n}-', 1) for n, one in enumerate(more)) + html[last:]


@pytest.mark.parametrize(("place", "count", "enough"), LISTS)
def test_a_key_or_a_choice_costs_little(page: Page, address: str, site: Path, place: str, count: int, enough: int):
    if count:
        body = crowded((site / place.strip("/") / "index.html").read_text("utf-8"), count)

        def answer(route: Route) -> None:
            route.fulfill(body=body, content_type="text/html; charset=utf-8")

        page.route(f"**{place}", answer)
    page.goto(address + place)
    assert page.locator(".entry").count() >= count
    processor = page.context.new_cdp_session(page)
    processor.send("Performance.enable", {"timeDomain": "threadTicks"})

    def spent() -> float:
        metrics = processor.send("Performance.getMetrics")["metrics"]
        return 1000 * next(one["value"] for one in metrics if one["name"] == "TaskDuration")

    def cost(act: tuple[str, object]) -> float:
        before = spent()
        page.evaluate(ACT, act)
        return spent() - before

    if page.locator("#filter-q").count():
        page.locator("#filter-q").focus()
        acts = [("#filter-q", typed) for typed in ("c", "cvs", "p", "particpation", "")]
    else:
        acts = [("[name=piste][value=participation]", True), ("[name=contexte]", True), ("[name=contexte]", False)]
        acts += [("[name=type][value=loi]", True), ("[name=type][value='']", True), ("[name=piste][value='']", True)]
    rounds = [[cost(act) for act in acts] for _ in range(ROUNDS)]
    best = {act: min(times) for act, *times in zip(acts, *rounds, strict=True)}
    assert {act: spent for act, spent in best.items() if spent > enough} == {}


@pytest.mark.parametrize(("place", "least"), [("/glossaire/", 89), ("/histoire/", 56)])
def test_without_a_script_the_list_is_whole_and_offers_no_filter(
    browser: Browser, address: str, place: str, least: int
):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(address + place)
    expect(page.locator(".filters")).to_be_hidden()
    assert page.locator(".entry:visible").count() == page.locator(".entry").count() >= least
    context.close()


@pytest.mark.parametrize("place", ["/glossaire/", "/histoire/"])
def test_filters_whose_script_did_not_come_are_not_shown(page: Page, address: str, place: str):
    page.route("**/filters.js", lambda route: route.abort())
    page.goto(address + place)
    expect(page.locator(".filters")).to_be_hidden()
    assert page.locator(".entry:visible").count() == page.locator(".entry").count()


def test_a_box_that_cannot_fetch_how_words_match_says_so(page: Page, address: str):
    page.route("**/matching.js", lambda route: route.abort())
    page.goto(address + "/glossaire/")
    page.locator("#filter-q").fill("cvs")
    expect(page.get_by_role("status")).to_contain_text("Vérifiez votre connexion")


def test_the_count_is_said_once_per_pause(page: Page, address: str):
    page.goto(address + "/glossaire/")
    page.evaluate("""() => {
      window.said = [];
      new MutationObserver(() => said.push(document.querySelector(".found").textContent))
        .observe(document.querySelector(".found"), {childList: true});
    }""")
    page.locator("#filter-q").press_sequentially("conseil", delay=50)
    expect(page.locator(".found")).not_to_be_empty()
    page.wait_for_timeout(600)
    assert len(page.evaluate("said")) == 1


def test_an_event_of_the_context_is_shown_when_a_link_of_the_page_leads_to_it(page: Page, address: str):
    page.goto(address + "/histoire/")
    hidden = page.locator(".context:not(:visible)").first.get_attribute("id")
    page.evaluate("id => (location.hash = id)", hidden)
    expect(page.locator(f"#{hidden}")).to_be_in_viewport()
