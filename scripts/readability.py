"""How easy each French page is to read: a figure to look at, never a gate."""

import textstat
from reperes.catalogue.library import Library
from reperes.model.paths import FACTS
from reperes.model.text import plain


def report(library: Library) -> None:
    """Print Flesch's reading ease (Kandel and Moles for French) of each page and of its easy text, hardest first."""
    textstat.set_lang(FACTS)
    rows = []
    for (kind, _), texts in library.texts.items():
        words = texts[FACTS]
        if kind in ("definition", "sheet", "page") and len(words.body.split()) > 50:
            easy = textstat.flesch_reading_ease(words.simple) if words.simple else None
            rows.append((textstat.flesch_reading_ease(plain(words.body)), easy, words.path))
    print("texte  en clair  page")
    for score, easy, path in sorted(rows, key=lambda row: row[0]):
        print(f"{score:5.0f}  {'' if easy is None else format(easy, '.0f'):>8}  docs/{path}")
