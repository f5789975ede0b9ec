"""What someone who may write texts could write to do harm: no script runs, no tag comes out, pages stay whole."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from functools import partial
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from built import VOID, addresses, load
from conftest import build, small_project
from contents import problems_of, refused
from contents import write as content
from playwright.sync_api import Browser
from rdflib import Graph
from reperes.check.rules import SIGNS

RUN = "window.hacked=1"
FIELDS = [  # as one line of front matter, wherever a line is shown
    f"<script>{RUN}</script>",
    f"</title><script>{RUN}</script>",
    f"</h1></article></main><script>{RUN}</script>",
    f"--><script>{RUN}</script><!--",
    f"]]><script>{RUN}</script>",
    f"<img src=x onerror={RUN}>",
    f"<img/src=x/onerror={RUN}//",
    f"<svg onload={RUN}>",
    f"<svg><animate onbegin={RUN} attributeName=x dur=1s>",
    f"<iframe srcdoc='<script>{RUN}</script>'>",
    f"<body onload={RUN}>",
    f"<details open ontoggle={RUN}>",
    f"<input autofocus onfocus={RUN}>",
    f"<video><source onerror={RUN}>",
    f"<a href=javascript:{RUN}>x</a>",
    f"<form action=javascript:{RUN}><button>x",
    f"<math><mi xlink:href=javascript:{RUN}>x",
    f"<style>*{{animation:x}}</style><p onanimationstart={RUN}>",
    "<style>*{display:none}</style>",
    "<base href=//evil.test/>",
    "<meta http-equiv=refresh content=0;url=//evil.test/>",
    "<link rel=stylesheet href=//evil.test/x.css>",
    f'" onmouseover="{RUN}',
    f"' onmouseover='{RUN}",
    f'" autofocus onfocus={RUN} x="',
    f'"><script>{RUN}</script>',
    f"'><script>{RUN}</script>",
    f"` onmouseover={RUN} `",
    f"&lt;script&gt;{RUN}&lt;/script&gt;",
    f"&#60;script&#62;{RUN}&#60;/script&#62;",
    f"&amp;lt;script&amp;gt;{RUN}&amp;lt;/script&amp;gt;",
    f"\\u003cscript\\u003e{RUN}\\u003c/script\\u003e",
    f"＜script＞{RUN}＜/script＞",
    f"<scr<script>ipt>{RUN}</scr</script>ipt>",
    f"<SCRIPT/x>{RUN}</SCRIPT >",
    f"<script {RUN}",
    f"javascript:{RUN}",
    "{{ config }} {{ 7 * 191 }}",
    "{% include 'main.html' %}",
    "{%- for x in range(9) -%}x{%- endfor -%} {# x #}",
    "${7*191} #{7*191} <%= 7*191 %>",
    '=HYPERLINK("//evil.test") x',
    '<div data-block="plan" data-options="&quot;&quot;"></div>',
    "<!-- x",
    "</main></body></html> x",
    "a < b > c & d \" e ' f",
    "<![CDATA[ x ]]>",
    "<?php echo 1 ?>",
    "الإدماج 😀 أ",
    "(a+)+$ [x] \\d .* ?x",
    "x" * 150,
    f"<isindex action=javascript:{RUN} type=image>",
    f"<object data=javascript:{RUN}>",
    f"<embed src=javascript:{RUN}>",
    f"<a href='java\tscript:{RUN}'>x</a>",
    "<a href=data:text/html;base64,PHNjcmlwdD4=>x</a>",
    "<img srcset='//evil.test/x.png 1x'>",
    "<button popovertarget=mot-a0 formaction=//evil.test>x</button>",
    "<div id=content role=alert aria-label=x tabindex=1 popover>",
    "<template shadowrootmode=open><slot>",
    f"<portal src=javascript:{RUN}>",
    f"<svg><use href='data:image/svg+xml,<svg onload={RUN}>'>",
    f"<svg><foreignObject><body onload={RUN}>",
    "<plaintext>",
    "<textarea><xmp><noscript><noembed>",
    "<select><option><table><tr><td>",
    "+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+9)*cmd|' /C calc'!A0",
    "＝1+1",
    '""" . <x> a <y> . """ \\ \u0022',
    "x@prefix : <//evil.test/> .",
    "'; DROP TABLE x; --",
    "../../../etc/passwd",
    "%2e%2e%2f%00",
    "x &copy &amp; &quot; &#0; &#x110000; &zwnj;",
]
FIELDS = [text for text in FIELDS if not SIGNS.search(text)]  # the others are refused: their signs would be seen
BODIES = [  # Markdown that the first wall lets through, to be rendered without harm
    f"\\<script>{RUN}\\</script>",
    f"\\<img src=x onerror={RUN}>",
    f"&lt;script&gt;{RUN}&lt;/script&gt;",
    f"`<script>{RUN}</script>`",
    f"Avant.\n\n```html\n<script>{RUN}</script>\n```",
    f"## Un &lt;img src=x onerror={RUN}&gt;\n\n## Deux `<script>{RUN}</script>`",
    f"[x](https://a.test/?q=%22onmouseover={RUN})",
    f'[x](https://a.test/ "onmouseover={RUN}")',
    f"[x](https://a.test/'onmouseover={RUN})",
    f"[x](https://a.test/#javascript:{RUN})",
    f"<https://a.test/?onmouseover={RUN}>",
    f"Une note[^1].\n\n[^1]: &lt;script&gt;{RUN}&lt;/script&gt;",
    'Un texte.\n\n| <i>a</i> | <span lang="en">b"</span> | `<c>` |\n|---|---|---|\n| 1 | 2 | 3 |',
    'Un texte { #x"y }\n\n## Titre {#a\'b}\n\n## Autre {#c"d}',
]
REFUSED = [  # what the first wall stops
    "<i>sans fin",
    "<small>d'un paragraphe\n\nà l'autre</small>",
    "sans début</span>",
    "<i>a <u>b</i> c</u>",
    f"<script>{RUN}</script>",
    f"<scr\nipt>{RUN}</script>",
    f"<svg/onload={RUN}>",
    f"<span onclick={RUN}>x</span>",
    f"<span/onclick={RUN}>x</span>",
    "<span lang=en style=color:red>x</span>",
    f"<br onclick={RUN}>",
    "<!-- x -->",
    "<base href=//evil.test>",
    f"[x](javascript:{RUN})",
    f"[x](  JAVASCRIPT:{RUN})",
    f"[x](<javascript:{RUN}>)",
    f"[x](&#x6A;avascript:{RUN})",
    f"[x](java\tscript:{RUN})",
    f"[x][y]\n\n[y]: javascript:{RUN}",
    f"![x](javascript:{RUN})",
    f"![x](data:image/svg+xml,<svg/onload={RUN}>)",
    "![x](//evil.test/x.png)",
    f"<javascript:{RUN}>",
    f"x {{: onclick={RUN} }}",
    "x\n{: style=color:red }",
    f"[x](../index.md){{ onclick={RUN} }}",
    '<div data-block="plan" data-options=""></div>',
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:x)",
    "[x](blob:https://a.test/x)",
    f"[x](java&Tab;script&colon;{RUN})",
    f"[x](&#106avascript:{RUN})",
    f"[x][y]\n\n[y]:\n  javascript:{RUN}",
    "[x](//evil.test/)",
    "[x](https://travail-pair.org@evil.test/)",
    "[x](https://trаvail-pair.org/)",
    "[x](https:\\\\evil.test/)",
    "[x](/\\evil.test/)",
    "<img srcset=//evil.test/x.png>",
    "<meta http-equiv=refresh content=0;url=//evil.test/>",
    "<form action=//evil.test><button>x</button></form>",
    "<span popover id=mot-cvs>x</span>",
    "<span role=alert>x</span>",
    "<span aria-hidden=true>x</span>",
    "<span tabindex=1>x</span>",
    "*x*{role=alert}",
    "*x*{popover=auto}",
    "*x*{.skip}",
    "## Titre {.top}",
    "!!! skip\n    x",
    "a \u202e b",
    "a \u2067 b",
    "a\U000e0041b",
    "a\u3164b",
    "a\u2062b",
    "<![CDATA[ x",
    "<?php x",
    "- " * 2000 + "a",
    "\n".join("    " * depth + "- a" for depth in range(100)),
    ">" * 3000 + " a",
    "[" * 30_000,
    "![" * 10_000,
    "*" * 100_000,
    "a" * 290_000,
]
SECOND = [  # what only the rendered article shows
    f"> [y]: javascript:{RUN}\n>\n> [x][y]",
    f"* a\n\n    [y]: javascript:{RUN}\n\n    [x][y]",
    f'!!! note "Un titre"\n    [y]: javascript:{RUN}\n\n    [x][y]',
    f"``` {{.python onclick={RUN}}}\nx\n```",
    "```{.py style=x}\nx\n```",
    "*x*{hidden}",
]


def test_an_attack_that_markdown_would_let_through_is_told_to_its_author():
    assert [body[:60] for body in REFUSED if not problems_of("term", body=f"Un texte.\n\n{body}\n")] == []


def test_an_attack_that_only_the_page_shows_is_told_to_its_author_too():
    for body in SECOND:
        (problem,) = refused({"x.md": content("page", body=f"{body}\n")})
        assert problem.fault.startswith("la page contiendrait <"), body


def test_an_anchor_that_the_page_already_has_stops_the_build(small_site: Callable[..., Path]):
    root = small_site()
    for body in ("## Content", "## Titre {#content}", "## Un {#x}\n\n## Deux {#x}"):
        (root / "docs/x.md").write_text(content("page", body=f"{body}\n\nUn texte.\n"), "utf-8")
        done = build(root / "site", root / "mkdocs.yml")
        assert done.returncode == 1 and ": texte: l'ancre « " in done.stderr, body


def quoted(text: str) -> str:
    """A text as YAML reads it back letter for letter."""
    return json.dumps(text, ensure_ascii=False)


def shared(text: str, number: int) -> str:
    """The front matter of every kind, an attack in each field."""
    line, easy = quoted(text), quoted(f"{text}. Deux. Trois. Quatre.".replace("? ", " "))
    return f"---\ntitle: {line}\nsources: [attaque{number - number % 4}]\nrevu: 2026-11\nsimple: {easy}\n"


def files() -> Iterator[tuple[str, str]]:
    """A term for each attack; an event, a definition and a sheet for every four, to be fast."""
    for number, text in enumerate(FIELDS):
        line, form = quoted(text), quoted(f"autre {text}")
        term = f"developpe: {line}\nformes: [{form}]\nequivalents: {{en: {line}}}\ndomaines: [participation]\n"
        yield f"glossaire/a{number}.md", f"{shared(text, number)}{term}periode: 2002/..\n---\nUn texte.\n"
    for number in range(0, len(FIELDS), 4):
        text = " ".join(FIELDS[number : number + 4])
        event = f"date: 1984~\ndate_texte: {quoted(text)}\npistes: [participation]\ntermes: [a{number}]\n"
        sheet = f"{shared(text, number)}description: {quoted(text)}\n"
        book = f"title: {quoted(text)}\nauteur: {quoted(text)}\ngenre: loi\nurl: 'https://a.test/?a=1&b=(x)&amp;'\n"
        yield f"bibliographie/attaque{number}.md", f"---\n{book}---\nUn livre.\n"
        yield f"histoire/evenements/a{number}.md", f"{shared(text, number)}{event}---\nUn texte.\n"
        yield f"definitions/a{number}.md", f"{sheet}---\nUn texte.\n"
        yield f"fiches/a{number}.md", f"{sheet}rubrique: distinctions\n---\n[x](../glossaire/a{number}.md)\n"
    for number, body in enumerate(BODIES):
        head = f"---\ntitle: Corps {number}\nsources: [un-livre]\nrevu: 2026-11\n---\n"
        yield f"glossaire/b{number}.md", head + ("" if body[0] != "#" else "Un texte.\n\n") + body + "\n"
    yield "sources.md", "---\ntitle: Sources\ndescription: Un livre.\n---\n```sources\n```\n"
    yield "en-clair.md", "---\ntitle: En clair\ndescription: Un livre.\n---\n```en-clair\n```\n"


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One site that holds them all."""
    root = small_project(tmp_path_factory.mktemp("attacked"), **dict(files()))
    done = build(root / "site", root / "mkdocs.yml")
    assert done.returncode == 0, done.stderr
    return root / "site"


class Faults(HTMLParser):
    """What a page holds that it should not, tags left open or closed twice included."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()
        self.found += [f"<{tag}> never closed" for tag in self.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        ours = str(given.get("src")).endswith(".js") and "//" not in str(given.get("src"))
        if tag in ("style", "iframe", "base", "object", "embed", "math") or (tag == "script" and not ours):
            self.found.append(f"<{tag}>")
        for name, value in attrs:
            address = (value or "").strip().lower() if name in ("href", "src", "action") else ""
            if name.startswith("on") or name in ("style", "srcdoc") or address.startswith(("javascript", "data", "//")):
                self.found.append(f"{tag} {name}={value}")
            if any(sign in name for sign in "\"'<"):
                self.found.append(f"{tag} has an attribute {name}")
        if tag not in VOID and tag != "path" and tag != "circle":
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if self.open and self.open[-1] == tag:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if not self.open or self.open.pop() != tag:
            self.found.append(f"</{tag}> closes nothing")

    def handle_comment(self, data: str) -> None:
        self.found.append(f"a comment {data}")

    def handle_pi(self, data: str) -> None:
        self.found.append(f"an instruction {data}")


def test_no_script_handler_style_or_unbalanced_tag_comes_out_of_any_field(attacked: Path):
    faults = {place: found for place in addresses(attacked) if (found := faults_of(attacked, place))}
    assert not faults


def faults_of(site: Path, place: str) -> list[str]:
    file = site / place.lstrip("/") / ("index.html" if place.endswith("/") else "")
    return Faults(file.read_text("utf-8")).found


def test_an_attack_is_shown_letter_for_letter(attacked: Path):
    for number, text in enumerate(FIELDS):
        tree = load(attacked, f"/glossaire/a{number}/")
        (name,) = tree.all("meta", itemprop="name")
        assert name.attrs["content"] == text
        assert len(tree.all("h1")) == len(tree.all("main")) == len(tree.all("footer")) == 1


def test_exports_hold_every_attack_letter_for_letter(attacked: Path):
    entries = json.loads((attacked / "glossaire.json").read_text("utf-8"))["entries"]
    assert set(FIELDS) <= {entry["title"] for entry in entries}
    rows = list(csv.reader(io.StringIO((attacked / "glossaire.csv").read_text("utf-8-sig")), delimiter=";"))
    assert len({len(row) for row in rows}) == 1 and len(rows) == 1 + len(entries)
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]
    graph = Graph().parse(attacked / "glossaire.ttl", format="turtle")
    assert set(FIELDS) <= {str(value) for value in graph.objects()}


# Nothing ran; one text, one footer, one title; the way to the text leads there; nothing stands over the page.
WHOLE = """[
    'hacked' in window,
    ...['main', 'footer', 'h1'].map(tag => document.querySelectorAll(tag).length),
    document.querySelector(document.querySelector('a.skip').hash).tagName,
    document.querySelectorAll('[style], [onclick], iframe, dialog, :popover-open').length,
]"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


def test_no_attack_runs_in_a_browser_even_without_a_content_policy(attacked: Path, browser: Browser):
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(attacked)))
    Thread(target=server.serve_forever, daemon=True).start()
    host = f"http://127.0.0.1:{server.server_port}"
    page = browser.new_context().new_page()
    seen: list[str] = []
    page.on("request", lambda request: None if request.url.startswith(host) else seen.append(request.url))
    page.on("dialog", lambda dialog: (seen.append(dialog.message), dialog.dismiss()))
    page.on("pageerror", lambda error: seen.append(str(error)))
    page.on("popup", lambda other: seen.append(other.url))
    for place in addresses(attacked):
        page.goto(host + place)
        page.evaluate("document.querySelectorAll('main *').forEach(e => e.dispatchEvent(new Event('mouseover')))")
        found = page.evaluate(WHOLE)
        seen += [f"{place}: {found}"] if found != [False, 1, 1, 1, "MAIN", 0] or page.url != host + place else []
    page.context.close()
    server.shutdown()
    server.server_close()
    assert seen == []
