"""What an author sees as a list, a table or a link, and Markdown does not: the page would be broken without a word."""

import re
from collections.abc import Iterator

Finding = tuple[int, str, str]  # offset, fault, cure

ITEM = re.compile(r" {0,3}(?:[-*+]|\d{1,2}\.)[ \t]+\S")
BULLET = re.compile(r"[ \t]*[•◦▪●○■▸►‣⁃∙·][ \t]*\S")
DASH = re.compile(  # one is a dialogue or a sentence; two in a row were meant as a list
    r"[ \t]*(?:[–—][ \t]+|-[\xa0\u202f]|-(?=[^\W\d])|\d{1,2}[°)][ \t\xa0]+|\d{1,2}\.(?=[^\W\d])|[a-z]\)[ \t\xa0]+"
    r"|[oº§][ \t\xa0]+|[①-⑳][ \t\xa0]*|\d\ufe0f?\u20e3[ \t\xa0]*|[→⇒➔➜➤✓✔✅☑✗❌⭐★👉📌🔹🔸🟢🔴]\ufe0f?[ \t\xa0]*)\S"
)
SUBLIST = re.compile(r"^(?:[-*+]|\d{1,2}\.)[ \t].*\n {1,3}(?=(?:[-*+]|\d{1,2}\.)[ \t])", re.M)
OWNER = re.compile(
    r" {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]|!!!|\?\?\?|\[\^[^\]\s]+\]:|:[ \t]"
)  # what indented lines belong to
NOT_TEXT = re.compile(r"[ \t]*(?:#|>|\||!!!|\[[^\]]+\]:|<)")
HEADING = re.compile(r"^ {0,3}(#{2,6})(?=[ \t])", re.M)
STUCK = re.compile(r"^ {0,3}#{2,6}(?=[^\s#])", re.M)
APART = re.compile(r"\[(?<!!.)[^\[\]\n]{1,200}\][ \t]+\((?=https?://|[\w./-]{1,100}\.md|mailto:)")
REVERSED = re.compile(r"\([^()\[\]\n]{1,200}\)\[(?=https?://|[\w./-]{1,100}\.md|mailto:)")
BARE = re.compile(r"[hw](?<![(<\[\"'\w=/:@.{-].)(?:(?<=h)ttps?://|(?<=w)ww\.)[^\s<>()\[\]\"]{4,}")
DEFINED = re.compile(r"^ {0,3}\[[^\]\n]+\]:[^\n]*", re.M)
LATER = re.compile(
    r"[TXLl[?](?:(?<=\bT)(?:ODO|BD)\b|(?<=\bX)XX+\b|(?<=\b[Ll])orem ipsum\b"
    r"|(?<=\[)(?:à compléter|à vérifier|à venir)\]|(?<=\S[ \xa0]\?)\?\?(?=\s))"
)
MODEL = (  # the sentences of the models that are to be copied
    *("La question, en quelques mots", "La réponse en une seule phrase, pour les résultats de recherche"),
    *("Écrivez ici la fiche en mots très simples", "Commencez par la réponse. Les détails viennent après"),
    *("Un titre qui dit déjà quelque chose", "Le document d'où vient l'information"),
)


def check(masked: str, body: str) -> Iterator[Finding]:
    """Offset, fault and cure of what would not look as it was meant; the body comes whole and with its code masked."""
    yield from _lists(masked, body)
    yield from _bullets(masked)
    yield from _shifted(masked, body)
    yield from _boxes(masked)
    yield from _headings(masked)
    yield from _links(masked)
    yield from unfilled(masked)


def unfilled(text: str) -> Iterator[Finding]:
    """A sentence of the model that nobody replaced, a place kept for later."""
    if left := LATER.search(text):
        yield left.start(), f"« {left[0]} » : il reste quelque chose à écrire", "écrivez-le, ou enlevez-le"
    for sentence in MODEL:
        if (offset := text.find(sentence)) >= 0:
            yield offset, f"« {sentence} » est une phrase du modèle", "remplacez-la par la vôtre"


def by_line(text: str) -> Iterator[tuple[int, str]]:
    """Each line of a text, with its offset."""
    offset = 0
    for line in text.split("\n"):
        yield offset, line
        offset += len(line) + 1


def _lists(masked: str, body: str) -> Iterator[Finding]:
    """A list right under a sentence goes on in the same paragraph."""
    before, inside = "", False
    for offset, line in by_line(masked):
        shown = body[offset : offset + len(line)]
        if ITEM.match(shown) and ITEM.match(line + "x"):
            if before.strip() and not inside and not NOT_TEXT.match(before):
                yield offset, "la liste n'a pas de ligne vide avant elle", "laissez une ligne vide au-dessus"
            inside = True
        elif shown.strip() and not before.strip() and shown[:1] not in " \t":
            inside = False
        before = shown if line.strip() else ""


def _bullets(masked: str) -> Iterator[Finding]:
    """Bullets of a word processor, of a telephone, of a hurry."""
    told = ("des puces qui ne font pas une liste", "commencez chaque ligne par « - » (ou « 1. »), après une ligne vide")
    before = False
    dashes: list[int] = []
    for offset, line in by_line(masked):
        bullet = bool(BULLET.match(line))
        if bullet and not before:
            yield offset, *told
        before = bullet or (before and not line.strip())
        if DASH.match(line):
            dashes.append(offset)
            if len(dashes) == 2:
                yield dashes[0], *told
        elif line.strip():
            dashes = []
    for found in SUBLIST.finditer(masked):
        yield found.end(), "une liste dans la liste, décalée de moins de quatre espaces", "décalez-la de quatre espaces"


def _shifted(masked: str, body: str) -> Iterator[Finding]:
    """Four spaces make code, unless what stands above owns them."""
    blank, owned = True, False
    for offset, line in by_line(masked):
        shown = body[offset : offset + len(line)]
        if not shown.strip():
            blank = True
            continue
        code = not line.strip() and len(shown) > 0  # inside a fence, or a line of code alone
        indented = shown.startswith(("    ", "\t"))
        if indented and blank and not owned and not code:
            yield offset, "ce passage décalé serait montré comme du code", "enlevez les espaces au début de la ligne"
        if not indented and not code:
            owned = bool(OWNER.match(shown)) or (owned and not blank)
        blank = False


def _boxes(masked: str) -> Iterator[Finding]:
    """A box whose text is not indented is empty."""
    lines = [*by_line(masked), (len(masked), "")]
    for number, (offset, line) in enumerate(lines[:-1]):
        if line.startswith("!!!"):
            after = next((text for _, text in lines[number + 1 : number + 4] if text.strip()), "")
            if not after.startswith(("    ", "\t")):
                yield offset, "l'encadré est vide", "décalez son texte de quatre espaces"


def _headings(masked: str) -> Iterator[Finding]:
    """Levels go down one at a time."""
    above = 1
    for found in HEADING.finditer(masked):
        level = len(found[1])
        if level > above + 1:
            fault = f"un titre de niveau {level} sous un titre de niveau {above}"
            yield found.start(), fault, f"commencez-le par {'#' * (above + 1)}"
        above = level
    for found in STUCK.finditer(masked):
        yield found.start(), "il manque une espace après les « # » d'un titre", "écrivez ## puis une espace"


def _links(masked: str) -> Iterator[Finding]:
    for found in APART.finditer(masked):
        yield found.start(), "une espace entre [le texte] et (l'adresse)", "enlevez-la : [le texte](l'adresse)"
    for found in REVERSED.finditer(masked):
        yield found.start(), "un lien à l'envers", "écrivez [le texte](l'adresse)"
    defined = [found.span() for found in DEFINED.finditer(masked)]
    number = 0
    for found in BARE.finditer(masked):
        while number < len(defined) and defined[number][1] < found.start():
            number += 1
        if number < len(defined) and defined[number][0] <= found.start():
            continue
        address = found[0].rstrip(".,;:!?»")
        start = "" if address.startswith("http") else "https://"
        yield found.start(), "une adresse que l'on ne peut pas suivre", f"écrivez [un nom]({start}{address[:100]})"
