"""What a proposal may put in docs/, tried name by name: nothing that is not listed is published."""

import os
import socket
from pathlib import Path

import pytest
from check.cases import PDF
from check.corpus import jpeg, png, read
from reperes.source.folder import collect

HOSTS = """
_redirects _headers _routes.json _worker.js _config.yml CNAME cname robots.txt Robots.TXT web.config
Web.Config netlify.toml vercel.json staticwebapp.config.json firebase.json now.json app.yaml humans.txt
security.txt ads.txt browserconfig.xml crossdomain.xml manifest.json manifest.webmanifest sw.js 404.html
index.html sitemap.xml favicon.ico Dockerfile Makefile package.json requirements.txt nginx.conf php.ini
httpd.conf Thumbs.db desktop.ini functions
"""
TYPES = """
php phtml php3 php5 phar PHP pHp cgi pl py asp aspx jsp rb sh exe bat cmd com msi ps1 vbs jar apk dmg scr lnk
htm html shtml xhtml xht svg svgz xml xsl xslt xsd js mjs css hta swf mht mhtml wasm rdf rss atom zip gz tar
7z rar iso bin dat json yml yaml toml ini conf log sql db sqlite doc docx odt rtf xls xlsx ods csv tsv ppt
pptx odp epub mp3 mp4 webm ogg wav mov avi woff woff2 ttf otf eot ico bmp tif tiff heic heif psd raw jp2 jxl
txt md5 bak swp orig tmp map ts tsx vue
"""
ENDS = ["", ".", " ", "..", ".png.", ".png ", ".png\n", ";.png ", "%00.png", "\u202egnp.", ".png\\", ":stream"]
ODD = """
con.png nul.jpg aux.pdf prn.webp com1.png LPT9.png con.en.png con/x.png A.png a.PNG été.png e\u0301t\u00e9.png
a\u200bb.png -a.png a--b.png a_b.png .png a.b.c.png x.php.png x.js.png x.html.jpg x.pl.png x.sh.pdf ../x.png
a/../x.png templates/x.png assets/x.png en/x.png en.md fr/x.md glossaire/x.png glossaire/a/x.md
vocabulaires/autre.yml vocabulaires/x.png x.fr.md x.de.md X.md x.MD x.markdown x_en.md x-en.md été.md a.b.md
"""


def passed(files: dict[str, bytes]) -> list[str]:
    """The files that the check does not name, with a fault and a cure."""
    told = {one.path for one in read(files).problems if one.fault and one.cure}
    return [path for path in files if f"docs/{path}" not in told]


def test_every_name_that_a_host_a_server_or_a_browser_obeys_is_refused_wherever_it_stands():
    names = [*HOSTS.split(), *(f"x.{one}" for one in TYPES.split()), *(f"x.php{end}" for end in ENDS)]
    tried = [*(f"{folder}{name}" for name in names for folder in ("", "images/", "images/a/")), *ODD.split()]
    assert len(tried) > 500
    assert passed({path: png() if path.endswith("png") else b"x" for path in tried}) == []


def test_what_is_on_the_list_is_published():
    right = {"images/x.png": png(), "images/a/x-1.en.png": png(), "images/x.jpg": jpeg(), "images/note.pdf": PDF}
    assert [str(one) for one in read(right).problems] == []


@pytest.mark.parametrize(
    ("path", "raw"),
    [
        ("x.pdf", PDF + b"/J#61vaScript (x)"),
        ("x.pdf", PDF + b"/#4a#53 (x)"),
        ("x.pdf", b" " + PDF),
        ("x.png", b"<html>" + png()),
        ("x.png", png()[:20]),
        ("x.png", png(2, 100_000)),
        ("x.png", png(2**31 - 1, 2**31 - 1)),
        ("x.png", png(2, 2, (b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0x"))),
        ("x.gif", b"GIF89a\xff\xff\xff\xff"),
        ("x.jpg", jpeg()[:4]),
        ("x.webp", b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\xff\xff\xff\xff\xff\xff"),
        ("x.avif", b"\0\0\0\x1cftypavif"),
    ],
)
def test_a_file_that_lies_bursts_or_hides_something_is_refused(path: str, raw: bytes):
    assert passed({f"images/{path}": raw}) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_what_is_no_file_is_named_and_never_read(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe.md")
    os.mkfifo(tmp_path / "pipe.png")
    for name, target in {
        "link.md": "/etc/passwd",
        "folder": "/etc",
        "loop.md": "loop.md",
        "gone.png": "nowhere",
    }.items():
        (tmp_path / name).symlink_to(target)
    os.link(tmp_path / "pipe.md", tmp_path / "twin.md")
    (tmp_path / os.fsdecode(b"\xe9t\xe9.png")).write_bytes(png())
    with socket.socket(socket.AF_UNIX) as held:
        held.bind(str(tmp_path / "held.md"))
        if os.geteuid() == 0:
            os.mknod(tmp_path / "zero.md", 0o020666, os.makedev(1, 5))
        files, faults = collect(tmp_path)
    odd = {"pipe.md", "pipe.png", "twin.md", "link.md", "folder", "loop.md", "gone.png", "held.md", "�t�.png"}
    assert not files and odd <= faults.keys() <= odd | {"zero.md"} and all(cure for _, cure in faults.values())
