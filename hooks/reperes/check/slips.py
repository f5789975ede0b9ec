# ruff: noqa: E501 - a mistake is one line, with what is said of it
"""What other programs, other sites and hurried fingers leave in a text: signs that would stay visible on the page."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from reperes.check.layout import Finding
from reperes.check.limits import PARAGRAPH


class Slip(NamedTuple):
    """A sign without which there is no such mistake, how it looks, what is wrong and what to do."""

    sign: str
    pattern: re.Pattern[str]
    fault: str
    cure: str


def _slip(sign: str, pattern: str, fault: str, cure: str) -> Slip:
    return Slip(sign, re.compile(pattern, re.M), fault, cure)


CITE = "écrivez le renvoi ainsi : [^nom-de-la-source]"
BOX = 'écrivez !!! note "À savoir", puis le texte décalé de quatre espaces'
PAIR = re.compile(r"(?<![\\*])\*\*(?!\*)")
ADDRESS = r"(?:https?://|mailto:|tel:|[\w./-]{1,100}\.md)"
SLIPS = (
    _slip("^", r"\[\^[\w-]{1,80}(?:[,;][ \t]*\^?[\w-]{1,80})+\]", "deux sources dans un seul renvoi", "écrivez-en un par source : [^une][^autre]"),
    _slip("^", r"[\[({\\](?:(?:(?<=[({])|(?<=\[)(?!\^[^\s\]]))[ \t]*\^[ \t]*[\w-]{1,80}[ \t]*[\])}]|(?<=\[)\^[\w-]{1,80}[ \t]+\]|(?<=\\)\[\^[\w-]{1,80}\\\])", "un renvoi à une source que l'on ne reconnaît pas", CITE),
    _slip("[^", r"\[\^[^\[\]\n]{0,80}?\w[ \t]+\w[^\[\]\n]{0,80}\]", "un renvoi à une source par son titre", CITE),
    _slip("^[", r"\^\[[^\[\]\n]{1,300}\]", "une note écrite dans la phrase", f"dites-le dans le texte, ou {CITE}"),
    _slip("=", r"<\w{1,20}[^<>\n=]{0,80}=[ \t]*[“”«][^<>\n]{0,80}>", "des guillemets de traitement de texte entre < et >", "tapez-les droits"),
    _slip("'''", r"^'''\w*[ \t]*$", "trois apostrophes au lieu de trois accents graves", "écrivez ``` puis le nom du bloc"),
    _slip("ˆ", r"\[ˆ[\w-]{1,80}\]", "un renvoi à une source dont l'accent n'est pas le bon", f"{CITE}, avec le ^ du clavier"),
    _slip("[", r"\[(?:(?<=[\w.»].)\d{1,3}\](?![\[(:])|(?:réf\. nécessaire|citation needed)\])", "un numéro de note venu d'une autre page", f"{CITE}, ou enlevez-le"),
    _slip("[", r"\[[A-Z]{1,3}\d{1,3}\](?![\[(:])", "une remarque de Word", "enlevez-la, avec ce qu'elle dit plus bas"),
    _slip("ontentReference", r":?contentReference\[[^\[\]\n]{0,80}\](?:\{[^{}\n]{0,80}\})?", "un renvoi laissé par un robot", "enlevez-le, et citez la source que vous avez lue"),
    _slip("【", r"【[^【】\n]{0,80}】", "un renvoi laissé par un robot", "enlevez-le, et citez la source que vous avez lue"),
    _slip("[[", r"\[\[[^\[\]\n]{0,300}\]\]", "des doubles crochets", "écrivez [le texte](l'adresse)"),
    _slip("[", r"\[(?<![\]!].)(?P<bb>[biu]|url|img|quote|size|color)(?:=[^\[\]\n]{0,300})?\](?![\[(:])(?:[^\[\]\n]*\[/(?P=bb)\])?", "des signes d'un forum", "écrivez **en gras**, *en italique*, ou [le texte](l'adresse)"),
    _slip("'''", r"'''[^'\n]{1,300}'''", "des signes de Wikipédia", "mettez le mot entre deux étoiles : **en gras**"),
    _slip("==", r"^=+ .*? =+[ \t]*$", "un titre de Wikipédia", "écrivez ## devant le titre, et rien derrière"),
    _slip("[!", r"^[> \t]*\[!\w{1,20}\]", "un encadré d'un autre site", BOX),
    _slip("??? ", r"^\?\?\?\+? \w", "un encadré qui s'ouvre, et que ce site n'a pas", BOX),
    _slip("=== ", r"^=== [\"«“]", "des onglets, que ce site n'a pas", "écrivez un titre ## pour chacun"),
    _slip("- [", r"^[ \t]*[-*+] \[[ xX]\]", "une case à cocher, que ce site n'a pas", "enlevez les crochets"),
    _slip("[", r"^\[(?:TOC|toc)\][ \t]*$", "un sommaire dans le texte", "enlevez-le : la page montre déjà le sien"),
    _slip("*[", r"^\*\[[^\[\]\n]{1,80}\]:", "un sigle expliqué à part", "enlevez la ligne, et ajoutez le mot à docs/glossaire/"),
    _slip("-\n", r"[a-zà-ÿ]{2}-\n[a-zà-ÿ]", "un mot coupé en fin de ligne", "écrivez-le d'un seul tenant, sur une ligne"),
    _slip("~~", r"~~(?=\S)[^~\n]{1,300}~~", "des mots barrés, que ce site n'a pas", "enlevez ces mots, ou les « ~~ »"),
    _slip("==", r"(?<![\w=])==(?=[^\s=])[^=\n]{1,300}==(?!=)", "des mots surlignés, que ce site n'a pas", "enlevez les « == » : **en gras**, s'il le faut"),
    _slip("^", r"\^(?<=\w.)\w{1,5}\b\^?", "un « ^ » qui resterait visible", "écrivez 1er, 2e ou n°, sans ce signe"),
    _slip(":", r":(?<![\w:].)[a-z]{3,}(?:_[a-z0-9]+)*:(?![\w:])", "un émoji écrit en lettres", "enlevez-le"),
    _slip("! [", r"! \[[^\[\]\n]{0,300}\]\(", "une espace entre ! et [", "enlevez-la : ![ce que l'on voit](../images/son-nom.webp)"),
    _slip("[](", r"(?<!!)\[\]\([^)\s]", "un lien sans texte", "écrivez entre les crochets où il mène"),
    _slip("](", rf"\]\({ADDRESS}[^()\s]*(?=[ \t]+[^\s\"'(«]|[ \t]*$)(?![^()\n]{{0,300}}\))", "un lien qui n'est pas fermé", "ajoutez ) juste après l'adresse"),
    _slip("[", rf"\[[^\[\]()\n]{{1,200}}\({ADDRESS}[^()\n]{{0,300}}\)(?![^\[\n]{{0,300}}\])", "un lien dont les crochets ne sont pas fermés", "écrivez [le texte](l'adresse)"),
    _slip("#", r"^ {0,3}#{2,6}[ \t]*#*[ \t]*$", "un titre vide", "écrivez-le, ou enlevez les #"),
    _slip("#", r"^ {0,3}#{2,6}[ \t][^\n]*\[\^", "un renvoi à une source dans un titre", "mettez-le à la fin d'une phrase"),
    _slip("---", r"\A\s*---[ \t]*\n\w+ ?:.*(?:\n.*){0,30}?\n---[ \t]*$", "un deuxième en-tête", "gardez-en un seul, au début du fichier"),
    _slip("--", r"^(?![ \t]*(?:[#>|]|---|\w+: ))[ \t]*\S.*\n {0,3}-+[ \t]*$", "des tirets sous une ligne en feraient un titre", "écrivez ## devant si c'est un titre ; sinon, laissez une ligne vide entre les deux"),
    _slip(". ", r"(?:\A|\n\n) {0,3}\d{3,9}\. ", "un nombre et un point en tête de phrase feraient une liste", "commencez la phrase par un mot : « En 1986… »"),
)  # fmt: skip


def check(masked: str) -> Iterator[Finding]:
    """Offset, fault and cure of each, in a body whose code is masked."""
    for sign, pattern, fault, cure in SLIPS:
        if sign in masked:
            for found in pattern.finditer(masked):
                yield found.start() + len(found[0]) - len(found[0].lstrip()), fault, cure
    if (offset := masked.find("`")) >= 0 and masked[offset - 1 : offset] != "\\":
        yield offset, "un accent grave tout seul", "enlevez-le, ou fermez le passage par un autre"
    for paragraph in PARAGRAPH.finditer(masked) if "**" in masked else ():
        yield from _stars(masked, paragraph.start(), paragraph.end())


def _stars(text: str, start: int, end: int) -> Iterator[Finding]:
    """Two stars open, two close: beside a space or alone, they stay visible."""
    pairs = [found.start() for found in PAIR.finditer(text, start, end)]
    if len(pairs) % 2:
        yield pairs[-1], "deux étoiles qui n'ouvrent ou ne ferment rien", "écrivez **le mot**, ou enlevez-les"
        return
    for opened, closed in zip(pairs[::2], pairs[1::2], strict=True):
        if text[opened + 2].isspace() or text[closed - 1].isspace():
            yield opened, "une espace entre les étoiles et le mot", "enlevez-la : **le mot**"
