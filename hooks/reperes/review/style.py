# ruff: noqa: E501 - a mistake is one line, with what is said of it
"""What readers would stumble on in a body: a heading that is none, an image that nobody describes, shouted words."""

import re
from collections.abc import Iterator
from itertools import chain, pairwise

from reperes.check.limits import PARAGRAPH
from reperes.check.links import IMAGE

TITLE = re.compile(r"^ {0,3}(?P<level>#{2,6})[ \t]+(?P<text>[^\n]*\S)[ \t]*$", re.M)

BOLD = re.compile(r"^(?:\*\*|__)(?P<text>[^*_\n]{3,80})(?:\*\*|__)[ \t]*:?[ \t]*$", re.M)
EMPTY_WORDS = {"image", "photo", "img", "capture", "capture d'écran", "logo", "illustration", "dessin", "schéma"}
FILE = re.compile(
    r"[\w./ -]+\.(?:png|jpe?g|webp|gif|avif)|(?:(?:IMG|DSC|PXL|image|photo|WhatsApp Image)[ _-]*\d|capture d['’]écran|screenshot).*",
    re.I,
)
Seen = tuple[str, re.Pattern[str], str, str]  # a sign without which there is none; how it looks; fault; cure
VAGUE = "ici|cliquez ici|cliquer ici|là|lien|ce lien|le lien|lire la suite|en savoir plus|suite|page|cette page|site"
VAGUE += "|here|click here|this link|link|read more|this page"
HARD = "(?:janvier|mars|mai|juillet|août|octobre|décembre)"
STREET = (
    "(?:(?:rue|avenue|boulevard|impasse|allée|chemin|quai) (?:d[’']|l[ea] |des? |du |[A-Z])|place (?:de la |du |[A-Z]))"
)
LONE = re.compile(r"^[ \t>]*\*(?=[ \t]|\[[^\]\n]*\]:)|(?P<star>(?<![\\*:/])\*(?!\*))", re.M)  # a bullet is none
STYLE: tuple[Seen, ...] = (
    ("](", re.compile(rf"\[(?<!!.)(?:{VAGUE})\]\(", re.I), "un lien dont le texte ne dit pas où il mène", "mettez entre les crochets le nom de la page"),
    ("[http", re.compile(r"\[https?://[^\]\n]*\]\("), "un lien dont le texte est une adresse", "mettez entre les crochets le nom de la page"),
    ("](", re.compile(r"\[(?<!!.)[^\[\]\n]+\]\([^()\s]+\.(?:webp|png|jpe?g|gif|avif)\)"), "un lien vers une image", "pour la montrer, écrivez ! devant le crochet"),
    ("# ", re.compile(r"^ {0,3}#{2,6} (?=.*[A-ZÀ-Ý]{5}.*\s.*[A-ZÀ-Ý]{5})[^a-zà-ÿœ\n]+$", re.M), "un titre tout en capitales", "écrivez-le en minuscules, avec une capitale au début"),
    ("# ", re.compile(r"^ {0,3}#{2,6} .*[^.\s][ \xa0]?[.:;,][ \t]*$", re.M), "un titre qui finit par un signe", "enlevez le signe de la fin"),
    ("# ", re.compile(r"^ {0,3}#{2,6}[ \t]+.*\*\*", re.M), "du gras dans un titre", "enlevez les étoiles : un titre se voit déjà"),
    ("", re.compile(r"[A-ZÀ-Ý](?<=\b.)[A-ZÀ-Ý]+(?:['’][A-ZÀ-Ý]+)*[ ]+(?:\b(?=[A-ZÀ-Ý]{2})[A-ZÀ-Ý]+(?:['’][A-ZÀ-Ý]+)*[ ]+){4}"), "des mots en capitales", "écrivez-les en minuscules ; pour insister, **en gras**"),
    ("", re.compile(r"[!?](?:(?<=[^\s!?].)|(?<=[^\s!?][ \xa0\u202f].))(?:(?<=!)!+|(?<=\?)\?+)"), "plusieurs signes à la suite", "n'en gardez qu'un"),
    ("....", re.compile(r"\.{4,}"), "plusieurs points à la suite", "écrivez trois points : …"),
    ("", re.compile(r"\b([^\W\d_]{2,30}+)[ ](?!(?:nous|vous|had|that)\b)\1\b(?![-'’])", re.I), "le même mot deux fois de suite", "enlevez-en un"),
    ("3", re.compile(rf"3(?<=\b.)(?:[01] février|1 (?:avril|juin|septembre|novembre)|[2-9] {HARD})\b"), "un jour qui n'existe pas", "vérifiez la date"),
    ("", re.compile(rf"\d(?<=\b.)\d{{0,2}}(?: ?(?:bis|ter))?,? {STREET}"), "une adresse postale", "gardez-la seulement si c'est celle d'un accueil"),
    (".md", re.compile(r"[\w-](?<![(\[\w./#-].)[\w-]*+(?:/[\w-]++){0,4}\.md\b"), "un nom de fichier que l'on ne peut pas suivre", "écrivez [le titre de la page](son-chemin.md)"),
    ("@", re.compile(r"(?<![\w.@/])@[A-Za-z][\w.]+"), "le nom d'un compte", "enlevez-le s'il est celui d'une personne"),
    ("", re.compile(r"[⁰¹²³⁴-⁹](?:(?<=[a-zà-ÿ]{3}.)|(?<=[.»].))[⁰¹²³⁴-⁹]*"), "un numéro de note venu d'une autre page", "enlevez-le, ou citez la source : [^son-nom]"),
    ("", re.compile(r"[Nn12](?<=\b.)(?:(?<=[Nn])ée? le \d{1,2}(?:er)?\b|(?<=[12]) ?\d\d ?(?:0[1-9]|1[0-2]) ?\d\d ?\d{3} ?\d{3}\b)"), "une date de naissance, ou un numéro de sécurité sociale", "enlevez-les s'ils sont ceux d'une personne"),
    ("", re.compile(r"^(?:[-*+]|\d{1,2}\.)[ \t][^\n]*[.;:!?]\n(?=[A-ZÀ-Ý«])", re.M), "une ligne collée à la liste en ferait partie", "laissez une ligne vide sous la liste"),
    ("éservés", re.compile(r"[Tt]ous droits réservés"), "un texte que l'on n'a peut-être pas le droit de copier", "dites-le avec vos mots, et citez la source"),
    ("[^", re.compile(r"^ {0,3}\[\^[^\]\s]+\]:", re.M), "une note de bas de page", "dites-le dans le texte, ou faites-en une source : [^son-nom]"),
)  # fmt: skip


def check(masked: str) -> Iterator[tuple[int, str, str]]:
    """Offset, fault and cure of each, in a body whose code is masked."""
    for sign, pattern, fault, cure in STYLE:
        for found in pattern.finditer(masked) if sign in masked else ():
            yield found.start() + len(found[0]) - len(found[0].lstrip()), fault, cure
    yield from _stars(masked)
    yield from _quotes(masked)
    yield from _titles(masked)
    yield from _bold(masked)
    yield from _images(masked)


def _stars(text: str) -> Iterator[tuple[int, str, str]]:
    """One star opens, one closes: alone, it stays visible."""
    for paragraph in PARAGRAPH.finditer(text) if "*" in text else ():
        alone = [one.start() for one in LONE.finditer(text, paragraph.start(), paragraph.end()) if one["star"]]
        if len(alone) % 2:
            yield alone[-1], "une étoile seule, qui resterait visible", "fermez l'italique : *le mot*, ou enlevez-la"


def _quotes(text: str) -> Iterator[tuple[int, str, str]]:
    """A quotation that opens closes in its paragraph."""
    for paragraph in PARAGRAPH.finditer(text) if "«" in text or "»" in text else ():
        if paragraph[0].count("«") != paragraph[0].count("»"):
            offset = paragraph.start() + max(paragraph[0].find("«"), 0)
            yield offset, "un guillemet ouvert et pas fermé, ou l'inverse", "écrivez « les deux »"


def _titles(text: str) -> Iterator[tuple[int, str, str]]:
    """Each title is another, and has a text below it; code is blanked, and leaves its spaces."""
    seen: set[str] = set()
    for title, after in pairwise(chain(TITLE.finditer(text), (None,))):
        if title is None:
            return
        if title["text"] in seen:
            yield title.start(), "le même titre deux fois dans la page", "changez l'un des deux"
        seen.add(title["text"])
        below = text[title.end() : after.start() if after else len(text)]
        if not below.strip("\n") and (after is None or len(after["level"]) <= len(title["level"])):
            yield title.start(), "un titre sans rien dessous", "écrivez un texte dessous, ou enlevez-le"


def _bold(text: str) -> Iterator[tuple[int, str, str]]:
    for found in BOLD.finditer(text):
        above, below = text[max(0, found.start() - 2) : found.start()], text[found.end() : found.end() + 2]
        alone = above in ("", "\n", "\n\n") and below in ("", "\n", "\n\n")
        if alone and not found["text"].rstrip().endswith((".", "!", "?")):
            yield found.start(), "un titre écrit en gras", "commencez la ligne par ##, sans les étoiles"


def _images(text: str) -> Iterator[tuple[int, str, str]]:
    for found in IMAGE.finditer(text):
        said = " ".join(found["alt"].split())
        if not said:
            fault, cure = "une image que personne ne décrit", "écrivez ce que l'on y voit : ![une porte ouverte](…)"
            yield found.start(), fault, cure
        elif said.lower() in EMPTY_WORDS or FILE.fullmatch(said):
            fault = f"« {said[:40]} » ne décrit pas l'image"
            yield found.start(), fault, "écrivez ce que l'on y voit"
