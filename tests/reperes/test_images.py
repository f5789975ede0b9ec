"""Images say the room they take, whatever their file holds."""

from contents import ROOT, edition, write
from reperes.markdown.image_sizes import sizes

PICTURE = (ROOT / "overrides/assets/reperes/share/home.png").read_bytes()
DAMAGED = (b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0\x00", b"RIFF\x00\x00\x00\x00WEBPVP8 ", b"texte")


def test_an_image_says_the_room_it_takes_and_waits_until_it_is_near():
    files = {"images/a.png": PICTURE, "fiches/x.md": write("sheet", body="![Une porte](../images/a.png)\n")}
    html = edition(files).articles["fiches/x.md"].html
    for attribute in ('src="../../images/a.png"', 'width="1200"', 'height="630"', 'loading="lazy"', 'alt="Une porte"'):
        assert attribute in html


def test_a_damaged_image_stops_nothing():
    files = {f"images/{number}.png": content for number, content in enumerate(DAMAGED)}
    assert sizes(files) == dict.fromkeys(files)


def test_a_text_is_no_image():
    assert sizes({"x.md": PICTURE, "x.png": PICTURE}) == {"x.png": (1200, 630)}
