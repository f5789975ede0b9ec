"""Pages opened from a folder by a double click."""

import pytest
from reperes.output.from_disk import html


@pytest.mark.parametrize(
    ("written", "opened"),
    [
        ("<a href=../cvs/>", "<a href=../cvs/index.html>"),
        ('<a href="../../">', '<a href="../../index.html">'),
        ('<a href="..">', '<a href="../index.html">'),
        ("<a href=./ class=x>", "<a href=./index.html class=x>"),
        ('<a href="fiches/#un-titre">', '<a href="fiches/index.html#un-titre">'),
        (
            "<a href=../atelier/?page=glossaire/cvs.md#corriger>",
            "<a href=../atelier/index.html?page=glossaire/cvs.md#corriger>",
        ),
        (
            '<meta http-equiv="refresh" content="0; url=../cvs/">',
            '<meta http-equiv="refresh" content="0; url=../cvs/index.html">',
        ),
    ],
)
def test_a_link_to_a_page_names_its_file(written: str, opened: str):
    assert html(written) == opened


@pytest.mark.parametrize(
    "written",
    [
        "<a href=#content>",
        "<link href=../assets/reperes/site.css>",
        "<a href=https://exemple.fr/a/>",
        "<a href=mailto:x>",
    ],
)
def test_other_links_are_left_alone(written: str):
    assert html(written) == written
