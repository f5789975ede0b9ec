"""The files that readers carry away, made from the built pages; `scripts/publications --check` has all judged."""

import io
import shutil
import sys
import zipfile
from pathlib import Path
from typing import Any

import pikepdf
import pypdf
import pytest
from reperes.model import words
from reperes.model.publications import Publication
from reperes.publications import checking, zim
from reperes.publications import epub as books

try:
    from reperes.publications import pdf
except OSError:  # a Linux that shows our pages in a Chromium has it
    if sys.platform == "linux":
        raise
    pytest.skip("WeasyPrint finds no Pango", allow_module_level=True)

URL = "https://www.travail-pair.org/"
SHEETS = ("fiches/etre-paye-pour-participer/", "en/fiches/entrer-au-cvs/")  # the first has a table
IMPRINT = books.BookImprint(URL, "", "", 1795736175)


@pytest.fixture(scope="module")
def files(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def printed(files: dict[str, bytes]) -> dict[str, bytes]:
    printer = pdf.Printer(files, URL)
    return {address: printer.print(address, 2) for address in SHEETS}


def tags(raw: bytes) -> list[tuple[str, str, dict[str, str]]]:
    """The tags of a PDF: the one above, its own name, and what it says in letters."""
    found: list[tuple[str, str, dict[str, str]]] = []
    read = pikepdf.open(io.BytesIO(raw))

    def walk(tag: Any, above: str) -> None:
        if isinstance(tag, pikepdf.Dictionary) and "/S" in tag:
            said = {key: str(tag[key]) for key in ("/Alt", "/E", "/Lang") if key in tag}
            found.append((above, str(tag.S), said))
            inside = tag.get("/K")
            for one in inside if isinstance(inside, pikepdf.Array) else [inside]:
                walk(one, str(tag.S))

    walk(read.Root.StructTreeRoot.K[0], "")
    return found


def dict_of(one: Any) -> Any:
    return one if isinstance(one, pikepdf.Dictionary) else {}


def test_a_sheet_fits_both_sides_of_one_paper_and_60_kB(printed: dict[str, bytes]) -> None:
    for raw in printed.values():
        assert len(pikepdf.open(io.BytesIO(raw)).pages) <= 2
        assert len(raw) <= 60_000


def test_a_pdf_says_its_language_its_title_and_what_it_claims(printed: dict[str, bytes]) -> None:
    for address, raw in printed.items():
        read = pikepdf.open(io.BytesIO(raw))
        assert str(read.Root.Lang) == ("en" if address.startswith("en/") else "fr")
        assert read.Root.ViewerPreferences.DisplayDocTitle and read.Root.MarkInfo.Marked
        with read.open_metadata() as said, read.open_outline() as outline:
            assert said["pdfuaid:part"] == "1" and said["dc:title"]
            assert len(outline.root[0].children) > 4


def test_lists_hold_items_and_items_stand_in_lists(printed: dict[str, bytes]) -> None:
    for raw in printed.values():
        for above, name, _ in tags(raw):
            assert name != "/LI" or above == "/L"
            assert above != "/L" or name in ("/LI", "/L")
            assert above != "/LI" or name in ("/Lbl", "/LBody", "/NonStruct")


def test_two_judges_of_pdf_ua_find_nothing_to_say(printed: dict[str, bytes], tmp_path: Path) -> None:
    paper = tmp_path / "sheet.pdf"
    for raw in printed.values():
        paper.write_bytes(raw)
        assert list(checking.pdf(paper)) == []


def test_letters_are_of_one_family_wherever_the_file_is_made(printed: dict[str, bytes]) -> None:
    for raw in printed.values():
        names = {str(one.FontName) for one in pikepdf.open(io.BytesIO(raw)).objects if "/FontName" in dict_of(one)}
        assert {name.partition("+")[2] for name in names} <= {"Liberation-Sans", "Liberation-Sans-Bold"}


def test_no_line_ends_after_its_first_word_because_a_space_does_not_fit() -> None:
    text = "Un texte qui prend presque toute la ligne avant "
    lines = "".join(
        f'<p style="width:{width / 4}px">{text}{end}</p>'
        for width in range(1160, 1240)
        for end in ("<b>lui</b>", "D.\u00a0<b>311</b>")
    )
    page = f'<html lang="fr"><title>x</title><body style="font:10pt Liberation Sans">{lines}</body></html>'
    read = pypdf.PdfReader(io.BytesIO(pdf.Printer({"x/index.html": page.encode()}, URL).print("x/")))
    said = [line.strip() for one in read.pages for line in one.extract_text().splitlines()]
    assert len(said) >= 160 and "Un" not in said and "D." not in said


def test_the_code_and_links_are_named_acronyms_expanded_and_french_sources_marked(printed: dict[str, bytes]) -> None:
    found = tags(printed[SHEETS[1]])
    drawing, code = [said["/Alt"] for _, name, said in found if name == "/Figure"]
    assert drawing == "An open envelope, and a person with a question"
    assert code == words.load("en")["publications"]["code"].format(address=URL + SHEETS[1])
    assert any("/E" in said for *_, said in found)
    assert any(said.get("/Lang") == "fr" for *_, said in found)
    for page in pikepdf.open(io.BytesIO(printed[SHEETS[1]])).pages:
        assert all(str(link.get("/Contents", "")) for link in page.get("/Annots", []))


def test_the_same_page_gives_the_same_pdf(files: dict[str, bytes], printed: dict[str, bytes]) -> None:
    assert pdf.Printer(files, URL).print(SHEETS[0], 2) == printed[SHEETS[0]]


@pytest.mark.parametrize("address", ["livret/agir/", "en/livret/agir/", "parcours/nous-allons-embaucher/"])
def test_a_book_is_in_its_own_language_and_the_same_each_time(files: dict[str, bytes], address: str) -> None:
    language = "en" if address.startswith("en/") else "fr"
    page = files[f"{address}index.html"].decode()
    raw = books.epub(page, address, words.load(language), IMPRINT)
    assert raw == books.epub(page, address, words.load(language), IMPRINT)
    book = zipfile.ZipFile(io.BytesIO(raw))
    package = book.read("book/package.opf").decode()
    assert f'xml:lang="{language}"' in package and f"<dc:language>{language}</dc:language>" in package
    assert len([name for name in book.namelist() if "chapter" in name]) >= 5


def test_a_book_holds_text_only_as_it_says(files: dict[str, bytes]) -> None:
    raw = books.epub(files["livret/agir/index.html"].decode(), "livret/agir/", words.load("fr"), IMPRINT)
    book = zipfile.ZipFile(io.BytesIO(raw))
    pages = [book.read(name).decode() for name in book.namelist() if name.endswith(".xhtml")]
    assert not any(f"<{tag}" in page for page in pages for tag in ("img", "svg", "video", "audio", "script", "object"))


def test_the_whole_site_is_one_file_of_the_same_bytes_without_links_upwards(files: dict[str, bytes]) -> None:
    few = {path: raw for path, raw in files.items() if path.startswith(("fiches/e", "assets/")) or "/" not in path}
    metadata = {"Name": "x", "Title": "x", "Description": "x", "Language": "fra", "Creator": "x", "Publisher": "x"}
    raw = zim.zim(few, metadata | {"Date": "2026-11-26"}, URL, zim.ICON.read_bytes())
    assert raw == zim.zim(few, metadata | {"Date": "2026-11-26"}, URL, zim.ICON.read_bytes())
    assert b'href="../' not in raw


@pytest.mark.skipif(not shutil.which("zimcheck"), reason="zim-tools are not here")
def test_a_broken_link_in_the_whole_file_is_told_and_a_telephone_s_link_is_not(tmp_path: Path) -> None:
    page = '<html lang="fr"><head><title>x</title></head><body><a href="sms:114">114</a>{}</body></html>'
    metadata = {"Name": "x", "Title": "x", "Description": "x", "Language": "fra", "Creator": "x", "Publisher": "x"}
    for name, link, told in (("good", "", False), ("bad", '<a href="absent.png">x</a>', True)):
        files = {"index.html": page.format(link).encode()}
        raw = zim.zim(files, metadata | {"Date": "2026-11-26"}, URL, zim.ICON.read_bytes())
        (tmp_path / f"{name}.zim").write_bytes(raw)
        made = Publication(f"{name}.zim", "zim", "", "", "", len(raw))
        assert any("absent.png" in line for line in checking.faults([made], tmp_path)) == told
        assert told or not list(checking.faults([made], tmp_path))
