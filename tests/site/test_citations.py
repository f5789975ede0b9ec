import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest
from built import Node, addresses, load, target
from conftest import build, write

KINDS = ("/glossaire/", "/histoire/evenements/", "/fiches/", "/definitions/")
TERM = """---
title: {title}
developpe: {expansion}
sources: [un-livre]
revu: 2026-11
---
{body}
"""
SHEET = """---
title: Une fiche
description: Une question.
rubrique: distinctions
simple: Un. Deux. Trois.
sources: [un-livre]
revu: 2026-11
---
{body}
"""


def body_links(tree: Node, address: str) -> set[str]:
    """What the text of a page links to, its drawn lists left out."""
    article = tree.all("article")[0]
    drawn = (
        "words",
        "cited",
        "events",
        "sources",
        "facts",
        "simple",
        "breadcrumb",
        "toc",
        "cards",
        "timeline",
        "ways",
        "neighbours",
        "lives",
        "map",
        "easy",
        "bibliography",
        "carried",
        "measures",
    )
    links = [link for link in article.all("a") if "href" in link.attrs]
    written = [link for link in links if not any(link.inside(class_=name) for name in drawn)]
    for button in article.all("button", class_="term"):  # a word leads to the entries in its pop-up
        written += [dt.all("a")[0] for dt in article.all("div", id=button.attrs["popovertarget"])[0].all("dt")]
    return {target(address, link) for link in written if not link.attrs["href"].startswith(("http", "#"))}


@pytest.mark.parametrize("language", ["", "/en"])
def test_what_a_text_mentions_and_what_its_subject_says_it_is_cited_in_are_the_same(site: Path, language: str):
    mentioned, cited, lists = set(), set(), set()
    here = [a for a in addresses(site) if a.startswith("/en/") == bool(language) and not a.endswith(".html")]
    for address in here:
        tree = load(site, address)
        local = address.removeprefix(language)
        if local in ("/glossaire/", "/plan/", "/fiches/", "/definitions/", "/livret/"):  # lists, mostly drawn
            lists.add(address)
            continue
        links = body_links(tree, address) - {address}
        mentioned |= {(address, link) for link in links if link in here and is_content(link.removeprefix(language))}
        for section in tree.all("section", class_="cited"):
            assert section.all("a"), address  # no heading over nothing
            cited |= {(target(address, link), address) for link in section.all("a")}
    cited = {
        (page, subject) for page, subject in cited if is_content(subject.removeprefix(language)) and page not in lists
    }
    assert mentioned
    assert cited <= mentioned  # the page leads once to its events and its related words: not here again


def is_content(address: str) -> bool:
    return any(address.startswith(kind) and address != kind for kind in KINDS)


@pytest.mark.parametrize("language", ["", "/en"])
def test_events_terms_and_sheets_say_of_each_other_that_they_touch(site: Path, language: str):
    from_events, from_others = set(), set()
    for address in addresses(site):
        if not address.startswith(language + "/") or not is_content(address.removeprefix(language)):
            continue
        tree = load(site, address)
        others = {(target(address, link), address) for s in tree.all("section", class_="events") for link in s.all("a")}
        if "/evenements/" not in address:
            from_others |= others
            continue
        for dt, dd in facts(tree):
            if dt in ("Mots liés", "Fiches liées", "Related words", "Related fact sheets"):
                from_events |= {(address, target(address, link)) for link in dd.all("a")}
    assert from_events
    assert from_events == {(event, other) for event, other in from_others if "/definitions/" not in other}


def facts(tree: Node) -> list[tuple[str, Node]]:
    """The facts of a page: each value with its label."""
    label, result = "", []
    for node in [child for dl in tree.all("dl", class_="facts") for child in dl.children if isinstance(child, Node)]:
        if node.tag == "dt":
            label = node.text
        else:
            result.append((label, node))
    return result


@pytest.mark.parametrize("language", ["", "/en"])
def test_the_words_of_a_page_are_the_terms_its_text_links(site: Path, language: str):
    for address in addresses(site):
        if not address.startswith((f"{language}/fiches/", f"{language}/definitions/")) or address.count("/") < 3:
            continue
        tree = load(site, address)
        listed = {target(address, dt.all("a")[0]) for s in tree.all("section", class_="words") for dt in s.all("dt")}
        linked = {link for link in body_links(tree, address) if link.startswith(f"{language}/glossaire/")}
        assert listed == linked - {f"{language}/glossaire/"}, address


@pytest.mark.xdist_group("serve")
def test_under_serve_a_sheet_edited_to_mention_a_term_is_cited_by_it(small_site: Callable[..., Path], free_port: int):
    root = small_site(
        **{
            "glossaire/gem.md": TERM.format(
                title="GEM", expansion="groupe d'entraide mutuelle", body="Une association."
            ),
            "fiches/une-fiche.md": SHEET.format(body="Rien ici."),
        }
    )
    command = [sys.executable, "-m", "mkdocs", "serve", "-f", str(root / "mkdocs.yml"), "-a", f"127.0.0.1:{free_port}"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ) as server:
        try:
            term = f"http://127.0.0.1:{free_port}/glossaire/gem/"
            assert "fiches/une-fiche" not in wait_for(term, "Une association.")
            write(root / "docs/fiches/une-fiche.md", SHEET.format(body="On y parle des GEM du quartier."))
            assert "fiches/une-fiche" in wait_for(term, "Cité dans")
        finally:
            server.terminate()


def wait_for(url: str, text: str, seconds: float = 60) -> str:
    """The page at an address, once it says a text."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                html = answer.read().decode()
        except OSError:
            html = ""
        if text in html:
            return html
        time.sleep(0.05)
    pytest.fail(f"{url} never said « {text} »")


def test_a_page_that_does_not_choose_between_two_meanings_shows_both(small_site: Callable[..., Path], tmp_path: Path):
    root = small_site(
        **{
            "glossaire/msp.md": TERM.format(title="MSP", expansion="médiateur de santé-pair", body="Un métier."),
            "glossaire/msp-maison.md": TERM.format(title="MSP", expansion="maison de santé", body="Un lieu."),
            "fiches/muette.md": SHEET.format(body="Une MSP ouvre."),
            "fiches/claire.md": SHEET.format(body="Une MSP ouvre.").replace(
                "---\ntitle", "---\nsens: {MSP: msp}\ntitle"
            ),
        }
    )
    assert build(tmp_path / "site", root / "mkdocs.yml").returncode == 0
    silent, clear = (load(tmp_path / "site", f"/fiches/{name}/") for name in ("muette", "claire"))
    button = silent.all("button", class_="term")[0]
    shown = silent.all("div", id=button.attrs["popovertarget"])[0].text
    assert "Un métier." in shown and "Un lieu." in shown
    assert "Un lieu." not in clear.all("section", class_="words")[0].text


def test_a_text_withdrawn_keeps_its_address_and_nothing_else(small_site: Callable[..., Path], tmp_path: Path):
    withdrawn = SHEET.format(body="Le récit de quelqu'un.").replace(
        "title: Une fiche", "title: Un nom\nretire: 2026-11"
    )
    root = small_site(**{"fiches/un-recit.md": withdrawn, "fiches/une-fiche.md": SHEET.format(body="Autre chose.")})
    assert build(tmp_path / "site", root / "mkdocs.yml").returncode == 0
    said = (tmp_path / "site/fiches/un-recit/index.html").read_text("utf-8")
    assert "Ce texte a été retiré en novembre 2026" in said.replace("\u00a0", " ")
    for file in (tmp_path / "site").rglob("*.html"):
        assert "Un nom" not in file.read_text("utf-8") and "récit de" not in file.read_text("utf-8")


def test_a_problem_of_content_stops_the_build_without_a_traceback(small_site: Callable[..., Path], tmp_path: Path):
    root = small_site(**{"fiches/une-fiche.md": SHEET.format(body="# Un titre").replace("distinctions", "distinction")})
    done = build(tmp_path / "site", root / "mkdocs.yml")
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    assert (
        "docs/fiches/une-fiche.md:4:11: rubrique: « distinction » n'est pas dans la liste ; vouliez-vous" in done.stderr
    )
    assert "docs/fiches/une-fiche.md:9:1: texte: un titre de niveau 1 dans le texte" in done.stderr
