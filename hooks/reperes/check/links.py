"""Where the links and images of a text may lead: to safe addresses, to files that exist; images to none but ours."""

import html
import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import lru_cache
from pathlib import PurePosixPath
from posixpath import join, normpath, relpath

from reperes.base.detours import detour
from reperes.base.lookalike import belied, disguised
from reperes.check.former_names import Memory, is_gone, path_now
from reperes.model.paths import DOCS

SCHEMES = {"http", "https", "mailto", "tel", "sms"}
CALL = re.compile(r"(?:tel|sms):\+?[\d.-]{2,20}")  # no code that a telephone would obey
LINK = re.compile(r"\]\(\s*<?(?P<inline>[^)\s>]*)|^ {0,3}\[(?!\^)[^\]\n]+\]:\s*<?(?P<reference>[^\s>]+)", re.M)
BRACKETED = re.compile(r"<(https?://[^\s<>]+)>")
NAMED = re.compile(
    r"(?<!!)\[(?P<text>[^\[\]]{1,300})\](?:\(\s*<?(?P<target>[^)\s>]*)|\[(?P<label>[^\[\]\n]{0,100})\]|(?!:))"
)
IMAGE = re.compile(r"!\[(?P<alt>[^\[\]]*)\](?:\(\s*<?(?P<target>[^)\s>]*)|\[(?P<label>[^\[\]]*)\])?")
SPACED = re.compile(r"[ \t]+(?![\"'(])[^()\n]+\)")  # behind a target: no title of it
BOX = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
TYPED = re.compile(r"h?t{1,3}p{1,2}s{0,2}(?:[:;.,]?/{1,3}|[;.,])(?=\w)", re.I)  # « http:/ », « https// », « htpps:// »
HOSTED = re.compile(r"[\w-]+(?:\.[\w-]+)*\.(?:fr|org|com|net|eu|be|ch|info)(?:/\S*)?")
WRITER = re.compile(r"\.(?:docx?|odt|rtf|pages|xlsx?|ods|pptx?)$", re.I)
IMAGE_CURE = "mettez l'image dans docs/images/, puis écrivez ![ce que l'on voit](../images/son-nom.webp)"
REFERENCE = re.compile(r"^ {0,3}\[(?!\^)([^\]\n]+)\]:\s*<?([^\s>]+)", re.M)


def check(
    text: str, path: str, paths: frozenset[str], memory: Memory | None = None, body: str = ""
) -> Iterator[tuple[int, str, str]]:
    """Offset, fault and cure of every wrong link or image of a text, the code of whose `body` is masked."""
    yield from _links(text, path, paths, memory or Memory())
    yield from _shown(text, body or text)
    yield from _images(text)


def remote(target: str) -> bool:
    """Whether an address leads to another host."""
    return bool(_scheme(target)) or target.startswith("//")


def _links(text: str, path: str, paths: frozenset[str], memory: Memory) -> Iterator[tuple[int, str, str]]:
    images = {found.start("target") for found in IMAGE.finditer(text)}
    for found in LINK.finditer(text):
        target = found["inline"] or found["reference"] or ""
        scheme = _scheme(target)
        if found["inline"] and SPACED.match(text, found.end()):
            cure = "enlevez-la : un nom de fichier n'en a pas" if not scheme else "écrivez %20 à sa place"
            if text[found.end() :].lstrip().startswith("="):
                cure = "enlevez ce qui suit le nom du fichier"
            yield found.start(), "une espace dans l'adresse d'un lien", cure
        elif (typed := TYPED.match(target)) and not re.match("https?://", target, re.I):
            yield (
                found.start(),
                f"l'adresse « {target[:60]} » est mal écrite",
                f"écrivez https://{target[typed.end() :][:80]}",
            )
        elif target[:1] in tuple("«“”\"'"):
            yield found.start(), "des guillemets autour de l'adresse d'un lien", "enlevez-les"
        elif not scheme and "\\" in target:
            cure = f"écrivez des barres dans l'autre sens : {target[:80].replace(chr(92), '/')}"
            yield found.start(), "des barres obliques inverses dans un chemin", cure
        elif scheme and scheme not in SCHEMES:
            cure = "écrivez https://…, un fichier .md, mailto: ou tel:"
            if found.start("inline") in images:
                cure = IMAGE_CURE
            elif scheme == "file" or len(scheme) == 1:
                cure = "ce fichier n'est que sur votre ordinateur : mettez-le en ligne, ou enlevez le lien"
            yield found.start(), f"un lien en « {scheme}: »", cure
        elif scheme in ("tel", "sms") and not CALL.fullmatch(target):
            yield found.start(), f"« {target[:40]} » n'est pas un numéro", "écrivez tel: et des chiffres"
        elif target.startswith("//") and found.start("inline") not in images:
            yield found.start(), f"l'adresse « {target} » est incomplète", f"écrivez https:{target}"
        elif wrong := disguised(target) or detour(target):
            yield found.start(), *wrong
        elif not target:
            yield found.start(), "un lien sans adresse", "écrivez l'adresse ou le fichier entre les parenthèses"
        elif not scheme and not target.startswith("//") and (wrong := _missing_file(target, path, paths, memory)):
            yield found.start(), *wrong


def _shown(text: str, body: str) -> Iterator[tuple[int, str, str]]:
    """Links that show another host than theirs, written as code or not; addresses between angle brackets."""
    addresses = {found[1].lower(): found[2] for found in REFERENCE.finditer(text)}
    for found in NAMED.finditer(text):
        address = found["target"] or addresses.get((found["label"] or found["text"]).lower(), "")
        if remote(address) and (wrong := belied(body[found.start("text") : found.end("text")], address)):
            yield found.start(), *wrong
    for found in BRACKETED.finditer(text):
        if wrong := disguised(found[1]):
            yield found.start(), *wrong


def _images(text: str) -> Iterator[tuple[int, str, str]]:
    addresses = {found[1].lower(): found[2] for found in REFERENCE.finditer(text)}
    for found in IMAGE.finditer(text):
        address = found["target"] or addresses.get((found["label"] or found["alt"]).lower(), "")
        if address.startswith("//") or _scheme(address) in SCHEMES:
            yield found.start(), "une image d'un autre site", f"{IMAGE_CURE} (avec le droit de la copier)"


@lru_cache(maxsize=1 << 10)  # what is missing is often missed by many files
def _near(wanted: str, paths: frozenset[str]) -> list[str]:
    """A file of the same name in another folder, or of nearly the same name in this one; numbers are never changed."""
    name = PurePosixPath(wanted).name
    same = _named(paths).get(name, [])
    if len(same) == 1:
        return same
    folder = wanted.removesuffix(name)
    beside = {path.removeprefix(folder): path for path in paths if path.startswith(folder)}
    close = get_close_matches(name, beside, n=1, cutoff=0.85)
    return [beside[one] for one in close if re.findall(r"\d+", one) == re.findall(r"\d+", name)]


@lru_cache(maxsize=2)
def _named(paths: frozenset[str]) -> dict[str, list[str]]:
    """The files of each name."""
    found: dict[str, list[str]] = {}
    for path in paths:
        found.setdefault(path.rpartition("/")[2], []).append(path)
    return found


def _scheme(target: str) -> str:
    """The scheme a browser would see: references decoded, white space and controls dropped."""
    seen = re.sub(r"[\x00-\x20\x7f-\xa0]", "", html.unescape(html.unescape(target)))
    found = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", seen)
    return found[1].lower() if found else ""


def _missing_file(target: str, path: str, paths: frozenset[str], memory: Memory) -> tuple[str, str] | None:
    file = target.partition("#")[0].partition("?")[0]
    folder = str(PurePosixPath(path).parent)
    if not file or normpath(join(folder, file)) in paths:
        return None
    straight = normpath(join("docs", file.lstrip("/").removeprefix(DOCS)))
    if file.lstrip("/").startswith(DOCS) and straight in paths:
        return f"le lien « {target} » part de la racine des textes", f"écrivez « {relpath(straight, folder)} »"
    if HOSTED.fullmatch(target) and not target.endswith(".md"):
        return f"l'adresse « {target} » est incomplète", f"écrivez https://{target}"
    if BOX.fullmatch(file):
        return f"« {file[:60]} » est une adresse de messagerie", f"écrivez mailto:{file[:60]}"
    if WRITER.search(file):
        return (
            f"le lien « {target} » mène à un document que le site ne publie pas",
            "publiez-le en .pdf, ou enlevez le lien",
        )
    if file.startswith("www."):
        return f"l'adresse « {target} » est incomplète", f"écrivez https://{target}"
    if not PurePosixPath(file).suffix and not file.startswith("/"):
        return f"le lien « {target} » ne mène pas à un fichier", "écrivez le chemin du fichier, avec .md"
    wanted = normpath(join("docs", file.lstrip("/")) if file.startswith("/") else join(folder, file))
    if is_gone(memory, wanted.removeprefix(DOCS)):
        return None  # told once, as the file that is gone
    if now := path_now(memory, wanted.removeprefix(DOCS)):
        return f"le lien « {target} » mène à un ancien nom", f"écrivez « {relpath(DOCS + now, folder)} »"
    close = [wanted] if wanted in paths else _near(wanted, paths)
    near = (
        f"vouliez-vous écrire « {relpath(close[0], folder)} » ?" if close else "vérifiez le chemin, ou créez le fichier"
    )
    return f"le lien « {target} » mène à un fichier qui n'existe pas", near
