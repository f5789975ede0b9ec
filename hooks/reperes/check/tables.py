"""What an author sees as a table and Markdown does not, and rows whose cells would be lost."""

import re
from collections.abc import Iterator

from reperes.check.layout import Finding, by_line

ROW = re.compile(r"[ \t]*\|.*\|")
# what is matched once is not tried again (`*+`): no memory of the way back, which grows faster than the line
RULER = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*+:?-++:?[ \t]*+)*+\|?[ \t]*")
TYPED = re.compile(r"[ \t]*\|(?:[ \t]*+:?[-–—_=]++:?[ \t]*+\|)++[ \t]*")  # a ruler, as telephones and hands write it
CELLS = re.compile(r"[\w.,;:!?»)%€]\t+\S")
BOX = re.compile(r"!!!|\?\?\?\+?|===")
BAR = re.compile(r"(?<!\\)\|")
Rows = list[tuple[int, str]]


def check(masked: str) -> Iterator[Finding]:
    """A table needs a blank line, then titles, then dashes; a spreadsheet gives none."""
    if "|" not in masked and "\t" not in masked:
        return
    block: Rows = []
    above = False  # whether the block above is a table
    for offset, line in (*by_line(masked), (len(masked), "")):
        if line.strip():
            block.append((offset, line))
        elif block:
            yield from _table(block, above)
            above = bool(_rulers(block))
            block = []


def _rulers(block: Rows) -> list[int]:
    return [number for number, (_, line) in enumerate(block) if "|" in line and RULER.fullmatch(line)]


def _table(block: Rows, above: bool) -> Iterator[Finding]:
    first = next((number for number, (_, line) in enumerate(block) if ROW.match(line)), None)
    if first is None or BOX.match(block[0][1]):
        tabs = [offset for offset, line in block if CELLS.search(line)]
        if first is None and len(tabs) > 1:
            cure = "écrivez | un | deux |, puis |---|---|, puis les lignes"
            yield tabs[0], "un tableau collé depuis un tableur", cure
        return
    offset, line = block[first]
    rulers = _rulers(block)
    ruler = "|---" * min(_columns(line), 8) + "|"
    typed = next((place for place, text in block if TYPED.fullmatch(text) and not RULER.fullmatch(text)), None)
    if first > 0 and rulers and not RULER.fullmatch(line):
        yield offset, "le tableau n'a pas de ligne vide avant lui", "laissez une ligne vide au-dessus"
    elif not rulers and typed is not None:
        yield typed, "sous les titres du tableau, ce ne sont pas des tirets simples", f"écrivez {ruler}"
    elif not rulers and first == 0 and above:
        yield offset, "une ligne vide coupe le tableau", "enlevez-la"
    elif not rulers or rulers[0] == first:
        yield offset, "le tableau n'a pas de titres", f"écrivez les titres en première ligne, puis {ruler}"
    else:
        yield from _uneven(block[rulers[0] - 1 :])


def _uneven(rows: Rows) -> Iterator[Finding]:
    """Cells beyond the titles would be lost, missing ones would be empty."""
    titles = _columns(rows[0][1])
    for offset, line in rows:
        if BAR.search(line) and (cells := _columns(line)) != titles:
            fault = f"une ligne de {_told(cells)}, sous un tableau de {titles}"
            yield offset, fault, f"donnez {titles} cases à chaque ligne, entre des « | »"


def _told(cells: int) -> str:
    return f"{cells} case{'s' if cells > 1 else ''}"


def _columns(line: str) -> int:
    return len(BAR.findall(line.strip().removeprefix("|").removesuffix("|"))) + 1
