"""The glossary and the history of one language as JSON and CSV, byte for byte the same for the same content.

Standards: JSON (RFC 8259); CSV (RFC 4180) as spreadsheets open it: UTF-8 with a BOM, semicolons, CRLF.
"""

import csv
import io
import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import reduce
from typing import Any

from reperes.catalogue.catalogue import Entry
from reperes.model.words import Words
from reperes.output import records
from reperes.output.records import Label, Reference
from reperes.views.edition import Edition

# In the order of the columns; a dot goes into a field. Headers are words, under `exports`.
TERM_COLUMNS = (
    *("id", "url", "language", "title", "expansion", "forms", "synonyms", "former_names", "definition", "simple"),
    *("domains", "level", "period.text", "period.edtf", "replaces", "replaced_by", "related"),
    *("equivalents", "proposed", "sources", "reviewed"),
)
EVENT_COLUMNS = (
    *("id", "url", "language", "title", "date.text", "date.edtf", "date.earliest", "date.latest"),
    *("tracks", "place", "type", "summary", "simple", "terms", "sheets", "sources", "reviewed"),
)
# A spreadsheet would compute a cell that starts so (OWASP, CSV injection).
FORMULA = ("\t", "\r", "\n")
SIGNS = re.compile(r"(?:^|(?<=[,;|\t\r\n]))(?=\s*[=+\-@＝＋－＠])")  # whatever it is told that separates cells


@dataclass(frozen=True)
class Imprint:
    """What the files say of themselves.

    `site_url` ends with a slash; `epoch` is the build's today, in seconds, None when nobody says it.
    """

    site_url: str
    licence: str | None
    epoch: str | None

    @property
    def updated(self) -> str | None:
        """The day of the content, in UTC."""
        return datetime.fromtimestamp(int(self.epoch), UTC).date().isoformat() if self.epoch else None


def texts(edition: Edition, imprint: Imprint) -> dict[str, bytes]:
    """The files of a language, by name."""
    url = imprint.site_url
    catalogue, citations, words = edition.catalogue, edition.citations, edition.words

    def cited(entry: Entry[Any]) -> tuple[str, ...]:
        return edition.articles[entry.words.path].references if entry.words.path in edition.articles else ()

    terms = [records.term(entry, catalogue, cited(entry), words, url) for entry in catalogue.terms.values()]
    events = [
        records.event(entry, catalogue, citations, cited(entry), words, url) for entry in catalogue.events.values()
    ]
    return {
        "glossaire.json": _json(terms, catalogue.language, imprint),
        "glossaire.csv": _csv(terms, TERM_COLUMNS, words["exports"]),
        "histoire.json": _json(events, catalogue.language, imprint),
        "histoire.csv": _csv(events, EVENT_COLUMNS, words["exports"]),
    }


def _json(entries: Sequence[Any], language: str, imprint: Imprint) -> bytes:
    whole = {"language": language, "licence": imprint.licence, "updated": imprint.updated, "entries": entries}
    return (json.dumps(whole, ensure_ascii=False, indent=2, default=asdict) + "\n").encode()


def _csv(entries: Sequence[Any], columns: Sequence[str], headers: Words) -> bytes:
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    writer.writerow([headers[column] for column in columns])
    writer.writerows([_harmless(_cell(_at(entry, column))) for column in columns] for entry in entries)
    return file.getvalue().encode("utf-8-sig")


def _at(entry: Any, column: str) -> Any:
    """What a record holds at a dotted path; None when a field on the way is empty."""
    return reduce(lambda value, name: getattr(value, name, None), column.split("."), entry)


def _cell(value: Any) -> str:
    match value:
        case None:
            return ""
        case Label():
            return value.label
        case Reference():
            return ", ".join(filter(None, (value.title, value.author, value.date, value.url)))
        case dict():  # equivalents; a dash says that there is none
            return _cell(tuple(f"{language}: {text or '–'}" for language, text in value.items()))
        case tuple():
            return " | ".join(map(_cell, value))
    return str(value)


def _harmless(cell: str) -> str:
    """The cell with an apostrophe before all that a spreadsheet could take for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) else SIGNS.sub("'", cell)
