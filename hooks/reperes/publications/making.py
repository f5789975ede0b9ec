"""All files to carry away of a site, made from its pages: those of one page on every processor, then the whole."""

from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from typing import Any

from reperes.model.publications import Publication
from reperes.publications.epub import BookImprint, epub
from reperes.publications.pdf import Printer
from reperes.publications.wanted import Wanted, wanted
from reperes.publications.zim import ICON, zim
from reperes.views.edition import Edition

Made = tuple[Publication, bytes]
WHOLE = "reperes.zim"
_kept: dict[str, Any] = {}  # in each process, from one file to the next


def make(
    format_: str, editions: Mapping[str, Edition], files: Mapping[str, bytes], imprint: BookImprint
) -> Iterator[Made]:
    """The files of a format; `files` are those of the site, by path."""
    if format_ == "zim":
        raw = zim(files, _metadata(editions, imprint), imprint.site_url, ICON.read_bytes())
        yield Publication(WHOLE, format_, "", "", "", len(raw)), raw
        return
    jobs = [one for edition in editions.values() for one in wanted(edition, (format_,))]
    with ProcessPoolExecutor(initializer=_start, initargs=(dict(files), imprint)) as pool:
        asked = [_asked(one, editions[one.language]) for one in jobs]
        for one, raw in zip(jobs, pool.map(_one, asked), strict=True):
            yield Publication(one.path, format_, one.entry.kind, one.entry.id, one.language, len(raw)), raw


def _asked(one: Wanted, edition: Edition) -> tuple[str, str, Any, int]:
    return one.format, one.entry.url, edition.words, one.pages


def _start(files: dict[str, bytes], imprint: BookImprint) -> None:
    _kept.update(files=files, imprint=imprint, printer=Printer(files, imprint.site_url))


def _one(asked: tuple[str, str, Any, int]) -> bytes:
    format_, address, words, pages = asked
    if format_ == "epub":
        return epub(_kept["files"][f"{address}index.html"].decode(), address, words, _kept["imprint"])
    printer: Printer = _kept["printer"]
    return printer.print(address, pages)


def _metadata(editions: Mapping[str, Edition], imprint: BookImprint) -> dict[str, str]:
    """What openZIM asks to be said of a file; the first language names it."""
    words = next(iter(editions.values())).words
    name = words["site"]["name"]
    said = {
        "Name": "reperes_mul_all",
        "Title": name,
        "Description": words["site"]["tagline"],
        "Language": ",".join(edition.words["publications"]["iso"] for edition in editions.values()),
        "Creator": name,
        "Publisher": imprint.publisher or name,
        "Source": imprint.site_url,
        "Date": datetime.fromtimestamp(imprint.epoch, UTC).date().isoformat(),
    }
    return said | ({"License": imprint.licence} if imprint.licence else {})
