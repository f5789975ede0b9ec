"""What those who reuse texts find: feeds, citations, Markdown twins, the shape of the thesaurus."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pyshacl
import pytest
from built import load

ATOM = "{http://www.w3.org/2005/Atom}"
DIV = "{http://www.w3.org/1999/xhtml}div"
ELEMENTS = {"id", "title", "link", "updated", "author", "entry", "category", "content"}
SHAPES = Path(__file__).with_name("glossaire.shacl.ttl")


def feeds(site: Path) -> list[Path]:
    return sorted((*site.glob("*.atom"), *site.glob("en/*.atom")))


def test_every_feed_is_what_rfc_4287_asks_for(site: Path) -> None:
    assert len(feeds(site)) >= 10
    for path in feeds(site):
        root = ElementTree.parse(path).getroot()
        entries = root.findall(f"{ATOM}entry")
        ids = [entry.findtext(f"{ATOM}id") for entry in entries]
        assert len(ids) == len(set(ids)), path
        assert root.find(f"{ATOM}author/{ATOM}name") is not None  # 4.1.1: of all entries
        assert [one.get("rel") for one in root.findall(f"{ATOM}link")] == ["self", "alternate"]
        for one in (root, *entries):
            once = [one.findall(f"{ATOM}{name}") for name in ("id", "title", "updated")]
            assert [len(found) for found in once] == [1, 1, 1]  # 4.1.1, 4.1.2
            identifier, title, updated = (found[0].text or "" for found in once)
            assert title and re.match(r"(https|tag):\S+$", identifier)  # 4.2.6: an IRI
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", updated)  # 3.3
            assert {child.tag.removeprefix(ATOM) for child in one} <= ELEMENTS
            for link in one.findall(f"{ATOM}link"):
                assert (link.get("href") or "").startswith("https://")  # 4.2.7.1
        for content in root.iter(f"{ATOM}content"):  # 4.1.3.3: one div of XHTML
            assert content.get("type") == "xhtml" and [child.tag for child in content] == [DIV]


@pytest.mark.parametrize("page", ["/fiches/entrer-au-cvs/", "/en/definitions/participation/"])
def test_a_text_is_cited_in_three_forms_that_agree(site: Path, page: str) -> None:
    block = load(site, page).all("details", class_="cite")[0]
    bibtex, csl = (code.text for code in block.all("code"))
    (item,) = json.loads(csl)
    assert item["URL"] == f"https://www.travail-pair.org{page}"
    assert item["URL"] in bibtex and item["URL"] in block.all("p")[0].text


@pytest.mark.parametrize("page", ["/", "/en/", "/a-propos/changements/"])
def test_a_reader_of_feeds_finds_the_feed_from_the_page(site: Path, page: str) -> None:
    (link,) = (one for one in load(site, page).all("link") if one.attrs.get("type") == "application/atom+xml")
    assert site.joinpath(page[1:], link.attrs["href"]).resolve().is_file()


@pytest.mark.parametrize("page", ["/en/glossaire/cvs/", "/a-propos/etude/", "/histoire/evenements/ccpa/"])
def test_any_other_text_says_how_to_name_it(site: Path, page: str) -> None:
    (block,) = load(site, page).all("details", class_="cite")
    assert f"https://www.travail-pair.org{page}" in block.text and not block.all("code")


@pytest.mark.parametrize("page", ["/comparer/", "/histoire/", "/en/histoire/", "/histoire/participation/"])
def test_the_comparison_and_the_histories_are_printed_and_cited_as_texts_are(site: Path, page: str) -> None:
    shown = load(site, page)
    (block,) = shown.all("details", class_="cite")
    assert re.search(rf"[a-zA-Zéû]+ 20\d\d, https://www\.travail-pair\.org{page}$", block.all("p")[0].text)
    assert len([button for button in shown.all("button") if "data-print" in button.attrs]) == 1


def test_a_text_and_its_translation_can_be_kept_in_one_bibliography(site: Path) -> None:
    blocks = [
        load(site, f"{home}/fiches/entrer-au-cvs/").all("details", class_="cite")[0].all("code") for home in ("", "/en")
    ]
    keys = [(re.findall(r"@misc{([^,]+),", bibtex.text)[0], json.loads(csl.text)[0]["id"]) for bibtex, csl in blocks]
    assert keys == [("reperes-fiches-entrer-au-cvs",) * 2, ("reperes-en-fiches-entrer-au-cvs",) * 2]


def test_every_page_of_a_text_has_its_markdown_beside_it_and_llms_txt_lists_it(site: Path) -> None:
    listed = re.findall(r"\]\(https://www\.travail-pair\.org/(\S*index\.md)\)", (site / "llms.txt").read_text("utf-8"))
    assert len(listed) > 300
    assert [path for path in listed if not (site / path).is_file()] == []
    twins = {
        path.relative_to(site).as_posix() for path in site.rglob("index.md") if "atelier/textes" not in path.as_posix()
    }
    assert twins == set(listed)


def test_no_link_of_a_twin_leads_nowhere(site: Path) -> None:
    dead = []
    for path in (one for one in site.rglob("index.md") if "atelier/textes" not in one.as_posix()):
        for target in re.findall(r"\]\(https://www\.travail-pair\.org/([^)#\s]*)", path.read_text("utf-8")):
            if not (site / target).exists():
                dead.append((path.relative_to(site), target))
    assert dead == []


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::UserWarning")
def test_the_thesaurus_has_the_shape_of_skos(site: Path) -> None:
    conforms, _, text = pyshacl.validate(str(site / "glossaire.ttl"), shacl_graph=str(SHAPES), inference="none")
    assert conforms, text
