"""What may be published besides texts: images and documents that are what they say, light, and that tell no place.

An allow-list: hosts obey some names (`_redirects`, `CNAME`), servers and browsers run some types, and both lists grow.
"""

import io
import re
import struct
from collections.abc import Iterator

import imagesize

from reperes.base.problems import identifier
from reperes.model.values import ID

IMAGES = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".avif")
DOCUMENTS = (".pdf",)
MAX_IMAGE = 1_000_000
MAX_DOCUMENT = 5_000_000
MAX_SIDE = 4_000  # pixels; a screen shows 1,600 of them at most
MAX_NAME = 80
MAX_PATH = 160  # from docs/: Windows has 260 with the folders above
ALLOWED = "publiez du texte (.md), une image (.png, .jpg, .webp, .gif, .avif) ou un .pdf"
OBEYED = {  # by a host, or by what builds for it
    *("_redirects", "_headers", "_routes.json", "_worker.js", "_config.yml", "_nginx.conf", "cname", "robots.txt"),
    *("netlify.toml", "vercel.json", "staticwebapp.config.json", "web.config", "firebase.json", "app.yaml", "now.json"),
    *("humans.txt", "security.txt", "ads.txt", "app-ads.txt"),
}
BROWSERS = (  # what a browser may run on the site's own address
    *(".htm", ".html", ".shtml", ".xhtml", ".xht", ".svg", ".svgz", ".xml", ".xsl", ".xslt", ".xsd", ".js", ".mjs"),
    *(".css", ".hta", ".swf", ".mht", ".mhtml", ".wasm", ".rdf", ".rss", ".atom"),
)
SERVERS = (".php", ".phtml", ".php3", ".php5", ".phar", ".cgi", ".pl", ".py", ".asp", ".aspx", ".jsp", ".rb", ".sh")
PROGRAMS = (".exe", ".bat", ".cmd", ".com", ".msi", ".ps1", ".vbs", ".jar", ".apk", ".dmg", ".scr", ".lnk")
PHOTOS = (".heic", ".heif", ".tif", ".tiff", ".bmp", ".psd", ".raw", ".dng", ".cr2", ".jp2", ".jxl", ".ico")
NOTES = (".txt", ".text", ".mdx", ".rst")  # plain text under another name
WRITERS = (".docx", ".doc", ".odt", ".rtf", ".pages", ".ott", ".docm", ".wpd", ".epub")
SHEETS = (".xlsx", ".xls", ".ods", ".csv", ".tsv", ".numbers")
WINDOWS = re.compile(r"(?:con|prn|aux|nul|com[1-9]|lpt[1-9])", re.I)  # no file of Windows may bear these
SIGNS = (  # the first bytes of a file, where they stand, what it is
    (0, b"\x89PNG\r\n\x1a\n", ".png"),
    (0, b"\xff\xd8\xff", ".jpg"),
    (0, b"GIF87a", ".gif"),
    (0, b"GIF89a", ".gif"),
    (8, b"WEBP", ".webp"),
    (4, b"ftypavif", ".avif"),
    (4, b"ftypavis", ".avif"),
    (4, b"ftypheic", ".heic"),
    (4, b"ftypheix", ".heic"),
    (4, b"ftypmif1", ".heic"),
    (0, b"%PDF-", ".pdf"),
)
TIFF = re.compile(rb"II\*\x00|MM\x00\*")  # where data of a camera start, whatever holds them
PLACE = re.compile(
    rb"exif:GPSL|GPSLatitude|Raw profile type (?:exif|APP1)|XML:com\.adobe\.xmp\x00\x01"
)  # the last: packed
GPS = 0x8825  # the tag that leads to a place
SPELT = re.compile(rb"#([0-9A-Fa-f]{2})")  # a letter of a name, in PDF
RUN = re.compile(rb"/(?:JavaScript|JS|Launch|EmbeddedFile|RichMedia)\b")
CLEAN = "enregistrez-en une copie sans ces données (une capture d'écran de la photo n'en a pas)"
SMALLER = "réduisez-la à 1600 points de large, puis enregistrez-la en .jpg ou en .webp"


def named(path: str) -> tuple[str, str] | None:
    """Fault and cure of the name of a file that is neither a text nor a list; None when it may be published."""
    name = path.rpartition("/")[2]
    low = name.lower()
    stem, dot, extension = low.rpartition(".")
    plain = identifier(re.split(r"\.(?:md|markdown|txt)\b", low)[0] if "." in low else low) or "nouveau-texte"
    if low in OBEYED:
        cure = "enlevez-le : la machine l'écrit elle-même"
        cure += " (un texte qui change d'adresse le dit par « anciens »)" if low == "_redirects" else ""
        return "un hébergeur obéit à ce fichier", cure
    if low.endswith(BROWSERS):
        return "un navigateur pourrait l'exécuter", "enlevez-le d'ici"
    if {f".{part}" for part in low.split(".")[1:]} & {*BROWSERS, *SERVERS, *PROGRAMS}:  # some servers run x.php.png
        return "c'est un programme", "enlevez-le d'ici"
    if low.endswith(NOTES) or not dot:
        return "ce fichier de texte ne finit pas par « .md »", f"renommez-le {plain}.md"
    if low.endswith(WRITERS):
        fault = f"un document de traitement de texte (.{extension})"
        return fault, f"créez le fichier {identifier(stem) or 'nouveau-texte'}.md et copiez-y le texte"
    if low.endswith(SHEETS):
        return f"un tableur (.{extension})", "écrivez le tableau dans un texte : | un | deux |, puis |---|---|"
    if low.endswith(PHOTOS):
        return f"presque aucun navigateur ne montre les images .{extension}", "enregistrez l'image en .jpg ou en .webp"
    if not low.endswith((*IMAGES, *DOCUMENTS)):
        return f"on ne publie pas de fichier « .{extension[:20]} »", ALLOWED
    return _spelled(name)


def _spelled(name: str) -> tuple[str, str] | None:
    stem, _, extension = name.rpartition(".")
    if not all(ID.fullmatch(part) for part in stem.split(".")) or stem.count(".") > 1 or extension.lower() != extension:
        right = f"{identifier(stem) or 'image'}.{extension.lower()}"
        return f"« {name[:60]} » n'est pas un nom de fichier simple", f"renommez-le {right}"
    return None


def reserved(path: str) -> tuple[str, str] | None:
    """Fault and cure of a name that some machines cannot hold."""
    name = path.rpartition("/")[2]
    if any(WINDOWS.fullmatch(part.partition(".")[0]) for part in path.split("/")):
        return "ce nom est interdit sous Windows", "choisissez un autre nom"
    if len(name) > MAX_NAME or len(path) > MAX_PATH:
        most = (
            f"son nom a plus de {MAX_NAME} signes"
            if len(name) > MAX_NAME
            else f"son chemin a plus de {MAX_PATH} signes"
        )
        return most, "choisissez un nom plus court"
    return None


def held(path: str, raw: bytes) -> Iterator[tuple[str, str]]:
    """Faults and cures of what a well named file holds."""
    extension = path[path.rfind(".") :].replace(".jpeg", ".jpg")
    true = next((kind for start, sign, kind in SIGNS if raw.startswith(sign, start)), "")
    if true != extension:
        yield _liar(path, extension, true)
        return
    if extension in DOCUMENTS:
        if len(raw) > MAX_DOCUMENT:
            yield f"il pèse {weight(len(raw))}", f"allégez-le : {weight(MAX_DOCUMENT)} au plus"
        if RUN.search(SPELT.sub(lambda found: bytes.fromhex(found[1].decode()), raw)):
            yield "ce document contient un programme ou un fichier caché", "enregistrez-le de nouveau, sans formulaire"
        return
    if len(raw) > MAX_IMAGE:
        yield f"l'image pèse {weight(len(raw))}, et {weight(MAX_IMAGE)} au plus sont admis", SMALLER
    width, height = _size(raw)
    if not (width > 0 and height > 0):
        yield "l'image est abîmée", "enregistrez-la de nouveau"
    elif max(width, height) > MAX_SIDE:
        yield f"l'image mesure {width} sur {height} points", SMALLER
    if tells_place(raw):
        yield "la photo dit où elle a été prise", CLEAN


def weight(octets: int) -> str:
    """A weight as people say it: « 5,2 Mo »."""
    return f"{octets / 1_000_000:.1f} Mo".replace(".0", "").replace(".", ",")


def tells_place(raw: bytes) -> bool:
    """Whether the data that a camera left in an image hold a place."""
    if PLACE.search(raw):
        return True
    for number, found in enumerate(TIFF.finditer(raw)):
        if number > 50:  # no image holds so many
            return True
        if _leads_to_place(raw, found.start(), "<" if raw[found.start()] == 0x49 else ">"):
            return True
    return False


def _leads_to_place(raw: bytes, start: int, order: str) -> bool:
    """Whether the first list of tags of some camera data names a place."""
    try:
        (offset,) = struct.unpack_from(f"{order}I", raw, start + 4)
        (many,) = struct.unpack_from(f"{order}H", raw, start + offset)
        tags = (struct.unpack_from(f"{order}H", raw, start + offset + 2 + 12 * i)[0] for i in range(min(many, 200)))
        return any(tag == GPS for tag in tags)
    except struct.error:
        return False


def _size(raw: bytes) -> tuple[int, int]:
    try:
        width, height = imagesize.get(io.BytesIO(raw))
    except (ValueError, struct.error, OverflowError):
        return 0, 0
    return int(width), int(height)


def _liar(path: str, extension: str, true: str) -> tuple[str, str]:
    noun = "un document PDF" if extension in DOCUMENTS else f"une image {extension}"
    if true == ".heic":
        return "c'est une photo HEIC, que presque aucun navigateur ne montre", "enregistrez-la en .jpg ou en .webp"
    if true:
        return (
            f"ce n'est pas {noun}, c'est du {true}",
            f"renommez-le {path[: path.rfind('.')].rpartition('/')[2]}{true}",
        )
    return f"ce n'est pas {noun}, malgré son nom", "enlevez-le, ou enregistrez-le de nouveau dans ce format"
