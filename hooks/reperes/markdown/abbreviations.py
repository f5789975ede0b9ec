"""What an acronym stands for, said once a page in a form that never breaks a sentence."""

import re
from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element, SubElement

from reperes.base.collation import fold
from reperes.catalogue.catalogue import Entry
from reperes.markdown.term_finder import Match
from reperes.model.kinds import Term
from reperes.model.text import pieces

CLOSED = re.compile(r"$|[\s\ufffc,;:!?…)\]»”\"–—]|\.(?!\w)")  # what may follow a parenthesis


class Expansions:
    """What the acronyms of a page stand for, as far as its author has not written it."""

    def __init__(self, terms: Mapping[str, Entry[Term]], matches: Iterable[Match]) -> None:
        """`matches` are those of the whole page: an author may explain an acronym after its first use."""
        self.terms = terms
        self.said = {id_ for match in matches if not match.acronym for id_ in match.ids}

    def behind(self, text: str, match: Match, ids: tuple[str, ...]) -> list[str | Element]:
        """What to put behind an acronym, if anything; square brackets inside parentheses."""
        words = self.terms[ids[0]].words
        if not match.acronym or len(ids) > 1 or ids[0] in self.said or not words.expansion:
            return []
        if not _same(text[match.start : match.end], words.title) or not _room(text, match.end):
            return []
        self.said.add(ids[0])
        span = Element("span", {"class": "expansion"})
        for piece, lang in pieces(words.expansion):
            if lang:
                SubElement(span, "span", {"lang": lang}).text = piece
            elif len(span):
                span[-1].tail = piece
            else:
                span.text = piece
        return [" [", span, "]"] if _bracketed(text, match.start) else [" (", span, ")"]


def _same(written: str, title: str) -> bool:
    """Whether an acronym is the title of its entry, not a wider one such as RdRD for RdR."""
    letters = ["".join(filter(str.isalnum, fold(text))) for text in (written, title)]
    return letters[0] in (letters[1], letters[1] + "s")


def _room(text: str, end: int) -> bool:
    """Whether a parenthesis may stand there: not in « GEM(s) » or « GEM's », nor behind a dot that ends a sentence."""
    if text[end - 1] != ".":
        return CLOSED.match(text, end) is not None
    rest = text[end:].lstrip()
    return rest[:1].islower() or rest[:1] in {*",;:"}


def _bracketed(text: str, position: int) -> bool:
    """Whether a place stands inside parentheses; « 1) » opens none."""
    depth = 0
    for sign in re.findall(r"[()]", text[:position]):
        depth = depth + 1 if sign == "(" else max(depth - 1, 0)
    return depth > 0 and ")" in text[position:]
