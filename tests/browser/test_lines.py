"""French on the line of a telephone: nothing is broken that is read as one."""

from collections.abc import Sequence
from pathlib import Path

from built import addresses
from playwright.sync_api import Browser

MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
VERBS = "ils?|elles?|on|ce|je|tu|nous|vous|y|en|les?|la|lui|leur|moi|toi"
WHOLE: Sequence[tuple[str, str]] = [  # what is wrong, and two pieces that stand on one line
    ("a quotation mark left behind", r"(«)\s?(\S)"),
    ("a sign at the start of a line", r"(\S)\s?([:;?!»%€])(?=\s|$|[.,)»])"),
    ("a stop at the start of a line", r"([\p{L}\d»)°])([.,;:)…])"),
    ("a reference number at the start of a line", r"([\p{L}\d»)])(°)"),
    ("a letter alone at the end of a line", r"(?<![\p{L}\d'’-])([àyaôÀYAÔ])\s(\S)"),
    ("a day without its month", rf"(?<!\d)((?:[12]?\d|3[01])(?:er)?)\s((?:{MONTHS})(?!\p{{L}}))"),
    ("a verb without its pronoun", rf"(?<![-/\p{{L}}])(\p{{L}}{{1,14}}-(?:t-)?)((?:{VERBS})(?![-\p{{L}}]))"),
    ("a figure in two", r"(\d[-–/ .,]?)(\d)"),
    ("a number without its figure", r"((?:n°|\b[LRD]\.|\bart\.|\bp\.)\s?)(\d)"),
    ("a century without its name", r"(\b[IVX]+e)\s(siècle)"),
]
SHOW = """html => document.querySelector("main").replaceWith(
  document.adoptNode(new DOMParser().parseFromString(html, "text/html").querySelector("main")))"""
BROKEN = """rules => {
  const within = (element) => {
    const { display } = getComputedStyle(element);
    return display.startsWith("inline") || display === "contents" ? within(element.parentElement) : element;
  };
  const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const blocks = new Map();
  for (let node; (node = texts.nextNode()); ) {
    if (node.parentElement.closest("code, pre, svg, template, script, [lang]:not([lang=fr])")) continue;
    const block = within(node.parentElement);
    blocks.set(block, [...(blocks.get(block) || []), node]);
  }
  const range = document.createRange();
  const found = [];
  for (const nodes of blocks.values()) {
    const starts = [];
    let text = "";
    for (const node of nodes) {
      starts.push(text.length);
      text += node.parentElement.closest(".reference") ? node.data.replace(/\\d/g, "°") : node.data; // no figure
    }
    const box = (place) => {
      const at = starts.findLastIndex((start) => start <= place);
      range.setStart(nodes[at], place - starts[at]);
      range.setEnd(nodes[at], place - starts[at] + 1);
      return range.getBoundingClientRect();
    };
    for (const [wrong, pattern] of rules) for (const match of text.matchAll(new RegExp(pattern, "gud"))) {
      const one = box(match.indices[1][1] - 1);
      const other = box(match.indices[2][0]);
      const apart = one.height && other.height && other.top > one.bottom - 2 && other.left < one.right;
      if (apart) found.push(`${wrong}: ${text.slice(Math.max(0, match.index - 20), match.indices[2][1] + 20)}`);
    }
  }
  return found;
}"""


def test_no_french_line_is_broken_inside_what_is_read_as_one(browser: Browser, address: str, site: Path):
    """Every French page in turn within the same window: the styles are read once."""
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(address + "/histoire/")
    broken: dict[str, list[str]] = {}
    for place in addresses(site):
        if place.startswith("/en/") or not place.endswith("/"):
            continue
        page.evaluate(SHOW, (site / place.lstrip("/") / "index.html").read_text("utf-8"))
        if found := page.evaluate(BROKEN, WHOLE):
            broken[place] = found
    page.close()
    assert broken == {}
