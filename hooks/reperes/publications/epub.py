"""The booklet, or a path, as a book: EPUB 3.3, the same to the byte for the same page.

What it says of its accessibility is what `scripts/publications` and the tests have looked at, and no more.
"""

import io
import uuid
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from posixpath import basename
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from reperes.model.words import Words
from reperes.publications.page_html import bare, classes, elements, remove, said

STYLES = Path(__file__).parents[1] / "data" / "epub.css"
XHTML, OPS, XML = "http://www.w3.org/1999/xhtml", "http://www.idpf.org/2007/ops", "http://www.w3.org/XML/1998/namespace"
FEATURES = ("tableOfContents", "structuralNavigation")
CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>\
<rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
"""
register_namespace("", XHTML)
register_namespace("epub", OPS)


@dataclass(frozen=True)
class BookImprint:
    """What a book says of itself, beside its text; `epoch` is the day of the texts, in seconds."""

    site_url: str
    publisher: str
    licence: str
    epoch: int


@dataclass
class BookFile:
    """A file of the book."""

    name: str
    title: str
    body: list[Element]


def epub(page: str, address: str, words: Words, imprint: BookImprint) -> bytes:
    """The book of the page of a booklet or of a path, at an address from the root of the site."""
    root = bare(page)
    language, direction = root.get("lang", ""), root.get("dir", "ltr")
    article = next(root.iter("article"))
    title = "".join(next(article.iter("h1")).itertext())
    for contents in list(elements(article, "contents")):
        remove(_parent(article, contents), contents)
    parts = list(_parts(article, title))
    places = {
        one.get("id", ""): part.name for part in parts for top in part.body for one in top.iter() if one.get("id")
    }
    said(article, _reference)
    for part in parts:
        for top in part.body:
            for one in top.iter():
                _settle(one, part.name, places, imprint.site_url + address)
    files = {
        "book/package.opf": _package(parts, title, language, address, words, imprint),
        "book/nav.xhtml": _xhtml(title, language, direction, [_nav(parts, words["publications"]["contents"])]),
        "book/book.css": STYLES.read_bytes(),
    }
    files |= {f"book/{part.name}": _xhtml(part.title, language, direction, part.body) for part in parts}
    return _packed(files, imprint.epoch)


def _parts(article: Element, title: str) -> Iterator[BookFile]:
    """What stands before the chapters and is none of them, each chapter, the words, the sources."""
    holder = next(iter(elements(article, "booklet")), article)
    chapters = [one for one in holder if "chapter" in classes(one)]
    last = [one for one in article if not {"words", "sources"}.isdisjoint(classes(one))]
    front = [one for one in (*article, *(holder if holder is not article else ())) if one is not holder]
    yield BookFile("intro.xhtml", title, [one for one in front if one not in chapters and one not in last])
    for number, chapter in enumerate(chapters, 1):
        yield BookFile(f"chapter-{number:02}.xhtml", _heading(chapter), [chapter])
    for one in last:
        name = "words" if "words" in classes(one) else "sources"
        yield BookFile(f"{name}.xhtml", _heading(one), [one])


def _heading(section: Element) -> str:
    return "".join(next(one for one in section.iter() if one.tag in ("h2", "h3")).itertext())


def _parent(root: Element, child: Element) -> Element:
    return next(one for one in root.iter() if child in list(one))


def _reference(button: Element) -> None:
    """A word leads to what it means, a number to its source: readers show them in place."""
    target = button.attrib.pop("popovertarget")
    kind = "glossref" if "term" in classes(button) else "noteref"
    button.tag = "a"
    button.attrib = {"href": f"#{target}", f"{{{OPS}}}type": kind, "role": f"doc-{kind}", **_named(button)}


def _named(element: Element) -> dict[str, str]:
    return {key: value for key, value in element.attrib.items() if key in ("class", "aria-label", "lang")}


def _settle(one: Element, here: str, places: Mapping[str, str], page: str) -> None:
    """An element at its place in the book: its name in XHTML, its language twice, its links where they lead now."""
    if not isinstance(one.tag, str) or one.tag.startswith("{"):
        return
    one.tag = f"{{{XHTML}}}{one.tag}"
    if one.get("lang"):
        one.set(f"{{{XML}}}lang", one.attrib["lang"])
    address = one.get("href", "")
    if address.startswith("#"):
        file = places.get(address[1:])
        one.set("href", page + address if file is None else address if file == here else file + address)
    elif address and not urlsplit(address).scheme:
        one.set("href", urljoin(page, address))


def _xhtml(title: str, language: str, direction: str, body: list[Element]) -> bytes:
    html = Element(f"{{{XHTML}}}html", {"lang": language, f"{{{XML}}}lang": language, "dir": direction})
    head = SubElement(html, f"{{{XHTML}}}head")
    SubElement(head, f"{{{XHTML}}}title").text = title
    SubElement(head, f"{{{XHTML}}}link", {"rel": "stylesheet", "href": "book.css"})
    SubElement(html, f"{{{XHTML}}}body").extend(body)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n' + tostring(html, encoding="unicode").encode()


def _nav(parts: list[BookFile], label: str) -> Element:
    nav = Element(f"{{{XHTML}}}nav", {f"{{{OPS}}}type": "toc", "role": "doc-toc", "aria-label": label})
    SubElement(nav, f"{{{XHTML}}}h1").text = label
    items = SubElement(nav, f"{{{XHTML}}}ol")
    for part in parts:
        link = SubElement(SubElement(items, f"{{{XHTML}}}li"), f"{{{XHTML}}}a", {"href": part.name})
        link.text = part.title
    return nav


def _package(
    parts: list[BookFile], title: str, language: str, address: str, words: Words, imprint: BookImprint
) -> bytes:
    source = imprint.site_url + address
    moment = datetime.fromtimestamp(imprint.epoch, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    said = [
        f'<dc:identifier id="id">urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, source)}</dc:identifier>',
        f"<dc:title>{escape(title)}</dc:title>",
        f"<dc:language>{language}</dc:language>",
        f"<dc:source>{escape(source)}</dc:source>",
        f'<meta property="dcterms:modified">{moment}</meta>',
        '<meta property="schema:accessMode">textual</meta>',
        '<meta property="schema:accessModeSufficient">textual</meta>',
        *(f'<meta property="schema:accessibilityFeature">{name}</meta>' for name in FEATURES),
        '<meta property="schema:accessibilityHazard">none</meta>',
        f'<meta property="schema:accessibilitySummary">{escape(words["publications"]["book_checked"])}</meta>',
    ]
    said += [f"<dc:publisher>{escape(imprint.publisher)}</dc:publisher>"] if imprint.publisher else []
    said += [f"<dc:rights>{escape(imprint.licence)}</dc:rights>"] if imprint.licence else []
    items = ['<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>']
    items += ['<item id="css" href="book.css" media-type="text/css"/>']
    items += [f'<item id="{_id(part)}" href="{part.name}" media-type="application/xhtml+xml"/>' for part in parts]
    spine = "".join(f'<itemref idref="{_id(part)}"/>' for part in parts)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="{language}" '
        'prefix="schema: http://schema.org/">\n'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n{chr(10).join(said)}\n</metadata>\n'
        f"<manifest>\n{chr(10).join(items)}\n</manifest>\n<spine>{spine}</spine>\n</package>\n"
    ).encode()


def _id(part: BookFile) -> str:
    return basename(part.name).removesuffix(".xhtml")


def _packed(files: Mapping[str, bytes], epoch: int) -> bytes:
    """The files in one, in order, all of the same day; the first says what it is, and is not compressed."""
    out = io.BytesIO()
    day = datetime.fromtimestamp(max(epoch, 315619200), UTC).timetuple()[:6]
    with zipfile.ZipFile(out, "w") as book:
        for name, raw in {
            "mimetype": b"application/epub+zip",
            "META-INF/container.xml": CONTAINER.encode(),
            **files,
        }.items():
            info = zipfile.ZipInfo(name, day)
            info.external_attr = 0o644 << 16
            info.create_system = 3
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            book.writestr(info, raw, compresslevel=9)
    return out.getvalue()
