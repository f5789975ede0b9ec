import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import yaml
from built import Node, addresses, load, target
from conftest import ROOT, build, small_project, write
from contents import FRAME, english
from contents import write as content
from reperes.model import words
from reperes.model.kinds import KINDS
from reperes.review import lexicon, spelling

SITE_URL = "https://www.travail-pair.org"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
MONTHS = ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"]
ARABIC = "        - locale: ar\n          name: العربية\n        - locale: en\n"
PAGES = {
    "glossaire/cvs.md": content("term", "title: CVS", "developpe: conseil de la vie sociale"),
    "glossaire/gem.md": content("term", "title: GEM", "developpe: groupe d'entraide mutuelle"),
    "fiches/une-fiche.md": content("sheet", "title: Une fiche", body="## Un titre\n\nLe CVS.\n"),
    "histoire/evenements/une-loi.md": content("event", "title: Une loi", "date: 2002-01-02", "termes: [gem]"),
    "histoire/evenements/fin.md": content("event", "title: Fin", "date: 17XX", "date_texte: fin du siècle"),
    "histoire/evenements/fin.en.md": content("translation", "title: End", "date_texte: end of the century"),
    "glossaire/retire.md": content("term", "title: Parti", "retire: 2026-11"),
    "glossaire/retire.en.md": content("translation", "title: Gone"),
    "glossaire/cvs.ar.md": content("translation", "title: CVS", "developpe: مجلس", body="نص.\n"),
    "index.ar.md": english(FRAME["index.md"].replace("Accueil", "الرئيسية")),
}


def arabic(value: Any) -> Any:
    """Words of the interface in another language, recognisable: every word between marks."""
    if isinstance(value, dict):
        return {key: arabic(inside) for key, inside in value.items()}
    if isinstance(value, str):
        return f"«{value}»"
    return [] if isinstance(value, list) else value


def three_languages(folder: Path) -> Path:
    """A small project in French, English and Arabic, which was added by files and two lines of settings."""
    root = small_project(folder, **PAGES)
    said = arabic(words.load("fr")) | {"name": "العربية", "direction": "rtl"}
    said["dates"]["months"] = MONTHS
    said["dates"]["point"]["day"] = "{day} {month} {year}"
    write(root / "hooks/reperes/data/words/ar.yml", yaml.safe_dump(said, allow_unicode=True))
    for file in (root / "docs/vocabulaires").iterdir():
        named = yaml.safe_load(file.read_text("utf-8"))
        write(file, yaml.safe_dump({id_: label | {"ar": label["fr"]} for id_, label in named.items()}))
    settings = (root / "mkdocs.yml").read_text("utf-8").replace("        - locale: en\n", ARABIC, 1)
    write(root / "mkdocs.yml", settings)
    return root


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """That project, built."""
    folder = tmp_path_factory.mktemp("three")
    done = build(folder / "site", three_languages(folder / "project") / "mkdocs.yml")
    assert done.returncode == 0, done.stderr
    return folder / "site"


def language(address: str) -> str:
    found = re.match(r"/(en|ar)/", address)
    return found[1] if found else "fr"


def crossings(site: Path) -> Iterator[tuple[str, Node]]:
    """The links of every page to a page in another language."""
    for address in addresses(site):
        for link in load(site, address).all("a"):
            there = target(address, link) if "href" in link.attrs else ""
            if there.startswith("/") and language(there) != language(address) and "." not in there:
                yield address, link


def assert_marked(site: Path) -> set[str]:
    """Every link to another language says so; where such links stand."""
    places = set()
    for address, link in crossings(site):
        there = language(target(address, link))
        assert link.attrs.get("hreflang") == there, (address, link.attrs["href"])
        if link.attrs.get("class") == "help" or link.inside(class_="more"):
            places.add("interface")  # words of the page's own language, which lead to another
            continue
        assert link.attrs.get("lang") == there, (address, link.attrs["href"])
        if link.inside(class_="languages"):
            places.add("switch")
        elif link.inside(class_="outdated"):
            places.add("banner")
        else:
            assert there == "fr", f"{address}: only French stands in for what is not translated"
            places.add("list")
    return places


def test_no_link_of_the_site_leaves_its_language_but_the_switch(site: Path):
    assert assert_marked(site) == {"switch"}


def test_where_translations_are_missing_lists_lead_to_the_french_page_and_say_so(three: Path):
    assert assert_marked(three) == {"switch", "banner", "list", "interface"}


def alternates(tree: Node) -> dict[str, str]:
    return {
        link.attrs["hreflang"]: link.attrs["href"]
        for link in tree.all("link", rel="alternate")
        if "hreflang" in link.attrs
    }


def real(site: Path) -> list[str]:
    """The addresses that hold a text: neither a 404 page nor a withdrawn one."""
    return [a for a in addresses(site) if not a.endswith(".html") and not load(site, a).all("meta", name="robots")]


def assert_reciprocal(site: Path):
    for address in real(site):
        tree = load(site, address)
        assert [link.attrs["href"] for link in tree.all("link", rel="canonical")] == [SITE_URL + address]
        said = alternates(tree)
        if not said:
            continue
        assert said[language(address)] == SITE_URL + address
        assert said["x-default"] == said["fr"] and len(said) > 2
        for url in said.values():
            assert url.startswith(SITE_URL + "/"), "an alternate is absolute"
            assert alternates(load(site, url.removeprefix(SITE_URL))) == said, "an alternate answers, and says the same"


def test_every_alternate_of_the_site_answers_and_says_the_same_back(site: Path):
    assert_reciprocal(site)
    assert all(alternates(load(site, address)) for address in real(site))


def test_alternates_are_only_those_of_real_translations(three: Path):
    assert_reciprocal(three)
    assert set(alternates(load(three, "/glossaire/cvs/"))) == {"fr", "ar", "x-default"}
    assert set(alternates(load(three, "/histoire/evenements/fin/"))) == {"fr", "en", "x-default"}
    assert alternates(load(three, "/fiches/une-fiche/")) == {}
    assert alternates(load(three, "/glossaire/retire/")) == {}


@pytest.mark.parametrize("which", ["site", "three"])
def test_the_sitemap_lists_every_text_once_with_the_alternates_of_its_page(which: str, request: pytest.FixtureRequest):
    site: Path = request.getfixturevalue(which)
    listed = {
        url.findtext(f"{SITEMAP}loc", ""): {
            link.attrib["hreflang"]: link.attrib["href"] for link in url.findall(f"{XHTML}link")
        }
        for url in ET.parse(site / "sitemap.xml").getroot()
    }
    assert listed == {SITE_URL + address: alternates(load(site, address)) for address in real(site)}
    assert "lastmod" not in (site / "sitemap.xml").read_text("utf-8"), "the day of the build is not that of a text"


def test_the_switch_leads_to_the_same_page_or_says_that_it_is_not_translated(three: Path):
    def switch(address: str) -> dict[str, str]:
        (nav,) = load(three, address).all("nav", class_="languages")
        return {
            node.attrs["lang"]: target(address, node) if node.tag == "a" else node.text
            for node in nav.all()
            if "lang" in node.attrs
        }

    assert switch("/ar/glossaire/cvs/")["fr"] == "/glossaire/cvs/"
    assert "page not translated yet" in switch("/ar/glossaire/cvs/")["en"]
    assert switch("/en/histoire/evenements/fin/")["fr"] == "/histoire/evenements/fin/"
    assert "العربية" in switch("/fiches/une-fiche/")["ar"]
    assert switch("/404.html") == {"ar": "/ar/", "en": "/en/"}


def test_a_page_behind_its_french_text_says_so_and_leads_to_it(three: Path):
    (banner,) = load(three, "/en/histoire/evenements/fin/").all("p", class_="outdated")
    assert banner.text.startswith("The French text has changed since this translation.")
    assert target("/en/histoire/evenements/fin/", banner.all("a")[0]) == "/histoire/evenements/fin/"
    assert not load(three, "/histoire/evenements/fin/").all(class_="outdated")


def test_no_page_of_the_site_is_behind_its_french_text(site: Path):
    assert [address for address in addresses(site) if load(site, address).all(class_="outdated")] == []


@pytest.mark.parametrize("address", ["/a-propos/traductions/", "/en/a-propos/traductions/"])
def test_a_page_counts_what_is_translated_into_each_language(site: Path, address: str):
    tree = load(site, address)
    assert [heading.attrs["id"] for heading in tree.all("h2") if heading.all("span", lang="en")] == ["en"]
    rows = [[cell.text for cell in row.all("td")] for row in tree.all("tr") if row.all("td")]
    lines = {kind.folder for kind in KINDS.values() if not kind.paged}  # no page of their own
    written = [path for path in (ROOT / "docs").rglob("*.en.md") if path.parent.name not in lines]
    assert sum(int(current) for current, _, _ in rows) == len(written)
    assert {(outdated, missing) for _, outdated, missing in rows} == {("0", "0")}


MARKED = re.compile(r'<(?!code\b)(\w+)\b[^<>]*\slang="(fr|en)"[^<>]*>([^<>]+)</\1>')


def test_no_page_says_of_words_that_they_are_of_a_language_when_they_are_of_the_other(site: Path):
    pages = (path.read_text("utf-8") for path in site.rglob("*.html"))
    said = {(lang, unescape(text).replace("’", "'")) for page in pages for _, lang, text in MARKED.findall(page)}
    known = {language: lexicon.of(language) for language in ("fr", "en")}
    cut = {  # names say nothing of the language
        (text, language): [word for word in spelling.words(text, language) if word[0].islower()]
        for _, text in said
        for language in known
    }
    for language, words_known in known.items():
        words_known.learn({word for (_, of), found in cut.items() if of == language for word in found})
    score = {one: sum(map(known[one[1]], found)) for one, found in cut.items()}
    assert len(said) > 500
    assert [
        (lang, text) for lang, text in said if score[text, lang] + 1 < score[text, "en" if lang == "fr" else "fr"]
    ] == []


def test_headings_have_the_same_anchors_in_all_languages(site: Path):
    for address in real(site):
        if language(address) == "en":
            french, english = (anchors(site, a) for a in (address.removeprefix("/en"), address))
            assert sorted(english) == sorted(french), address  # lists follow the alphabet of their language


def anchors(site: Path, address: str) -> list[tuple[str, str]]:
    """The headings of a text, without those of lists that follow the order of words."""
    headings = [node for node in load(site, address).all() if re.fullmatch("h[2-6]", node.tag)]
    named = [(node.tag, node.attrs.get("id", "")) for node in headings]
    return [(tag, id_) for tag, id_ in named if id_ and not id_.startswith(("section-", "lettre-"))]


def test_a_third_language_is_added_by_files(three: Path):
    home, event = (load(three, address) for address in ("/ar/", "/ar/glossaire/cvs/"))
    (html,) = home.all("html")
    assert (html.attrs["lang"], html.attrs["dir"]) == ("ar", "rtl")
    assert home.all("nav")[0].attrs["aria-label"] == "«Menu principal»"
    assert {"lang": "fr", "dir": "ltr"}.items() <= home.all("nav")[0].all("a")[1].attrs.items(), "the menu, in French"
    assert event.all("ul", lang="fr")[0].attrs["dir"] == "ltr", "titles of sources"
    assert load(three, "/ar/404.html").all("h1")[0].text == "«Cette page n’existe pas»".replace("’", "'")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda said: None, "ar.yml:1:1: fichier: les mots de cette langue manquent"),
        (lambda said: said["site"].pop("skip"), "ar.yml:1:1: site.skip: ce mot manque ; traduisez-le de fr.yml"),
        (lambda said: said["dates"]["since"].pop("decade"), "ar.yml:1:1: dates.since.decade: ce mot manque"),
        (lambda said: said["dates"].update(months=MONTHS[:11]), "dates.months: il n'y a pas douze mois"),
        (lambda said: said["home"].update(sheets=12), "home.sheets: ce n'est pas un mot"),
        (lambda said: said.update(direction="gauche"), "direction: « gauche » n'est pas un sens d'écriture"),
        (lambda said: said["page"].update(reviewed="«{mois}»"), "page.reviewed: « «{mois}» » n'a pas les mêmes trous"),
    ],
)
def test_words_missing_from_a_language_are_named(
    change: Callable[[Any], Any], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    said = arabic(words.load("fr")) | {"direction": "rtl"}
    said["dates"]["months"] = MONTHS
    for name in ("fr", "en"):
        write(tmp_path / f"{name}.yml", (words.FOLDER / f"{name}.yml").read_text("utf-8"))
    monkeypatch.setattr(words, "FOLDER", tmp_path)
    write(tmp_path / "ar.yml", yaml.safe_dump(said))
    words.load.cache_clear()
    words.languages.cache_clear()
    assert words.problems(("fr", "en", "ar")) == []
    if change(said) is None and "fichier" in told:
        (tmp_path / "ar.yml").unlink()
    else:
        write(tmp_path / "ar.yml", yaml.safe_dump(said))
    words.load.cache_clear()
    (problem,) = words.problems(("fr", "en", "ar"))
    words.load.cache_clear()
    assert told in str(problem)


def test_a_language_without_words_stops_the_build_with_a_sentence(tmp_path: Path):
    three = three_languages(tmp_path)
    (three / "hooks/reperes/data/words/ar.yml").unlink()
    (three / "docs/index.ar.md").unlink()
    done = build(tmp_path / "site", three / "mkdocs.yml")
    assert done.returncode != 0 and "Traceback" not in done.stderr
    assert "hooks/reperes/data/words/ar.yml:1:1: fichier: les mots de cette langue manquent" in done.stderr
    assert "docs/index.ar.md:1:1: fichier: l'accueil de cette langue manque" in done.stderr


PHYSICAL = re.compile(r"\b(?:left|right)\b|gradient\(\s*-?\d+deg|translateX", re.I)
SCRIPTED = re.compile(r"\b(?:left|right|clientX|pageX|offsetX|ArrowLeft|ArrowRight|scrollLeft|screenX)\b")
FOUR = re.compile(r"\b(?:margin|padding|inset|border-width|border-radius): *(?:[^\s;{}]+ ){3}[^\s;{}]+")


SHEETS = [path for path in (ROOT / "overrides/assets/reperes").glob("*.css") if path.name != "theme.css"]  # not ours


@pytest.mark.parametrize("path", sorted(SHEETS), ids=lambda path: path.name)
def test_styles_know_neither_left_nor_right(path: Path):
    rules = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.S)
    for found in FOUR.finditer(re.sub(r"\([^()]*\)", "", rules)):
        _, right, _, left = found[0].partition(":")[2].split()
        assert right == left, f"{found[0]}: a side of its own"
    rules = re.sub(
        r"@supports not[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", "", rules
    )  # browsers without logical properties
    rules = re.sub(r"\bleft: (\S+); inset-inline-start: \1;|float: right; float: inline-end;|@bottom-right", "", rules)
    assert PHYSICAL.findall(rules) == []


@pytest.mark.parametrize("path", sorted((ROOT / "overrides/assets/reperes").glob("*.js")), ids=lambda path: path.name)
def test_scripts_know_neither_left_nor_right(path: Path):
    code = re.sub(r"//[^\n]*", "", path.read_text("utf-8"))
    assert SCRIPTED.findall(code) == []
