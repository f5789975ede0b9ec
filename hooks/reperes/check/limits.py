"""How deep and how long a text may be: beyond, Python-Markdown takes minutes or overflows, and readers are lost."""

import re
from collections.abc import Iterator

LEVELS = 8  # of lists and quotations
BRACKETS = 20  # open at one place
LONGEST = 20_000  # characters of a paragraph, or of a table
BLOCKS = 100  # between fences, in a file
TOLD = 100  # mistakes in the text of a file, or in its header: the others come once these are mended
MANY = 200  # mistakes between files, each compared with all of them: the same
LEVEL = r"(?>[ ]{4}|[ ]{0,3}(?:\t|>|[-*+][ \t]|\d{1,9}[.)][ \t]))"
DEEP = re.compile(rf"^{LEVEL}{{{LEVELS + 1}}}[ \t]*+\S", re.M)
PARAGRAPH = re.compile(r"^(?:[^\S\n]*+\S[^\n]*+(?:\n|\Z))++", re.M)  # possessive: no time lost on blank lines


def check(text: str) -> Iterator[tuple[int, str, str]]:
    """Offset, fault and cure of what goes beyond, in a body whose code is masked."""
    if deep := DEEP.search(text):
        yield deep.start(), "trop de niveaux imbriqués", "remontez ce passage vers la marge, ou coupez la liste en deux"
    for paragraph in PARAGRAPH.finditer(text) if len(text) > LONGEST or text.count("[") > BRACKETS else ():
        if paragraph.end() - paragraph.start() > LONGEST:
            yield paragraph.start(), "un paragraphe ou un tableau sans fin", "coupez-le par des lignes vides"
        if (offset := _open(text, paragraph.start(), paragraph.end())) is not None:
            yield offset, "des crochets ouverts et jamais fermés", "enlevez-les, ou écrivez \\[ pour un simple signe"


def _open(text: str, start: int, end: int) -> int | None:
    """Where a paragraph opens one bracket too many."""
    depth = 0
    for found in re.finditer(r"[\[\]]", text[start:end]):
        depth = max(0, depth + (1 if found[0] == "[" else -1))
        if depth > BRACKETS:
            return start + found.start()
    return None
