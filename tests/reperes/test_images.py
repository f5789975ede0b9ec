from pathlib import Path

import pytest
from conftest import ROOT
from reperes.markdown.image_sizes import sized

PICTURE = str(ROOT / "docs/images/guide-portes.webp")


def test_an_image_says_the_room_it_takes():
    html = sized('<p><img alt="x" loading="lazy" src="a.webp" /></p>', lambda address: PICTURE)
    assert html == '<p><img width="760" height="260" alt="x" loading="lazy" src="a.webp" /></p>'


def test_a_size_that_is_given_is_kept():
    html = '<img src="a.webp" width="10" height="10">'
    assert sized(html, lambda address: PICTURE) == html


@pytest.mark.parametrize(
    "content", [b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0\x00", b"RIFF\x00\x00\x00\x00WEBPVP8 ", b"texte"]
)
def test_a_damaged_image_stops_nothing(tmp_path: Path, content: bytes):
    damaged = tmp_path / "x.png"
    damaged.write_bytes(content)
    html = '<img src="x.png">'
    assert sized(html, lambda address: str(damaged)) == html
    assert sized(html, lambda address: None) == html
