"""From the bytes of a file to its text, or to what keeps it from being one."""

import re
from typing import NamedTuple

MAX_BYTES = 300_000
INVISIBLE = re.compile(  # controls, what reorders or fills, letters that are only of one machine's font
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u115f\u1160\u180e\u200b\u2028-\u202e\u2061-\u206f\u3164"
    "\ue000-\uf8ff\ufeff\uffa0\ufff0-\uffff\U000e0000-\U000e007f\U000f0000-\U0010ffff]"
)
SPOILT = re.compile("\ufffd|Ã[\u00a0-\u00bf‰€‚ƒ„…†‡ˆŠ‹ŒŽ]|â€[™œ˜¦“”\u009d]|Â[\u00a0«»]")  # UTF-8 read as something else
CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})(?: .*)?$", re.M)
MARK = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: .*)?$", re.M)
PUCE = re.compile("[\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf06c]")  # Word's, in a font of its own
ACCENT = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
PILED = re.compile(f"{ACCENT}{ACCENT}{{3}}")  # over other lines; the first apart, or each letter of a text is tried
GLUED = re.compile("[\ufb00-\ufb06]")  # two or three letters in one sign
HYPHEN = re.compile("\xad")
STRANGE = "un caractère invisible, qui n'est pas du texte", "effacez-le et retapez le mot"
ENCODING = "ce n'est pas du texte en UTF-8", "enregistrez-le en « texte brut, UTF-8 »"
OFFICE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # how documents of word processors start
FAULTS = (
    (PUCE, "une puce de Word", "remplacez-la par « - »"),
    (SPOILT, "des lettres abîmées par un mauvais enregistrement", "retapez le mot, et enregistrez en UTF-8"),
    (GLUED, "deux lettres en un seul signe, venues d'un PDF", "retapez le mot"),
    (HYPHEN, "une coupure de mot invisible", "effacez-la et retapez le mot"),
    (INVISIBLE, *STRANGE),
    (PILED, "des accents empilés, qui couvriraient les lignes voisines", "retapez le mot"),
)


class Fault(NamedTuple):
    """A place, from 1, then what is wrong and what to do."""

    line: int
    column: int
    fault: str
    cure: str


def decode(raw: bytes) -> str | Fault:
    """The text of a file; a BOM and other line ends are accepted."""
    if len(raw) > MAX_BYTES:
        return Fault(1, 1, f"il pèse plus de {MAX_BYTES // 1000} ko", "coupez-le en plusieurs pages")
    if raw.startswith(OFFICE):
        return Fault(
            1,
            1,
            "c'est un document de traitement de texte",
            "copiez-en le texte seul, et enregistrez-le en « texte brut, UTF-8 »",
        )
    raw = raw.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return Fault(*_end(raw[: error.start].decode("utf-8")), *ENCODING)
    if not text.strip():
        return Fault(1, 1, "il est vide", "copiez un fichier voisin, ou supprimez celui-ci")
    return _strange(text) or text


def _strange(text: str) -> Fault | None:
    if any(sign * 7 in text for sign in "<=>|") and (merged := _merged(text)):
        return merged
    for pattern, *told in FAULTS:
        if strange := pattern.search(text):
            return Fault(*_end(text[: strange.start()]), *(ENCODING if text.count("\0") > 1 else told))
    return None


def _merged(text: str) -> Fault | None:
    """What a forge leaves of two versions."""
    if len(found := list(CONFLICT.finditer(text))) > 1:
        cure = "gardez-en une, et effacez les lignes <<<<<<<, ======= et >>>>>>>"
        return Fault(*_end(text[: found[0].start()]), "deux versions du texte, l'une après l'autre", cure)
    for mark in [*found, *MARK.finditer(text)]:
        if not mark[0].startswith("=") or text[: mark.start()].endswith("\n\n"):
            return Fault(
                *_end(text[: mark.start()]), f"une marque « {mark[0][:7]} » laissée par la forge", "effacez cette ligne"
            )
    return None


def _end(text: str) -> tuple[int, int]:
    """The place behind a text."""
    return text.count("\n") + 1, len(text) - text.rfind("\n")
