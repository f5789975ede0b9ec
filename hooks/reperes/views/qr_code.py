"""The address of a page as a code that a telephone reads (ISO/IEC 18004), for the paper that goes from hand to hand."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import segno

from reperes.catalogue.catalogue import Entry
from reperes.model.kinds import KINDS

BOOKLET = "livret/"  # the pages that hold its parts start so
QUIET = 4  # modules left white around, as the standard asks
MASK = 3  # trying all eight to find the most even takes six sevenths of the time, and every reader reads each


@dataclass(frozen=True)
class Code:
    """How many modules a side has, and the lines that draw the dark ones."""

    size: int
    path: str


def handed(entry: Entry[Any]) -> bool:
    """Whether a page is one that people print and hand over; a part of the booklet has no byte left for a code."""
    return KINDS[entry.kind].printed and not entry.facts.withdrawn


def code(address: str) -> Code:
    """The code of an address; a photocopy may harm it a little."""
    rows = segno.make(address, error="m", micro=False, mask=MASK).matrix
    return Code(len(rows) + 2 * QUIET, "".join(_row(row, QUIET + at) for at, row in enumerate(rows)))


def _row(row: Iterable[int], y: int) -> str:
    runs = [(dark, len(list(run))) for dark, run in groupby(row)]
    return f"M{QUIET} {y}.5" + "".join(f"h{many}" if dark else f"m{many} 0" for dark, many in runs)
