"""The forms of the atelier, drawn from the model: what each kind asks, and how a value is chosen."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reperes.catalogue.catalogue import Entry
from reperes.model.blocks import Plain
from reperes.model.json_schema import TRANSLATION, Row, rows
from reperes.model.kinds import KINDS, targets
from reperes.model.vocabularies import Vocabularies
from reperes.model.words import Words
from reperes.views.edit_links import Forge
from reperes.views.edition import Edition

PAGE = "atelier"
OFFERED = {"term": "mot", "event": "date", "sheet": "fiche"}  # the kinds that it makes, and their anchors
WITH = "source"  # the kind that comes with one of them
APART = ("anciens", "glossaire", "retire", "observe", "verifie", "revu", "archive", "copie", "consulte")
SCALES = {"edtf": ("day", "month", "year", "about", "between"), "edtf-interval": ("between", "since")}
FEW = 12  # choices that can all be shown
WORDS = ("line", "text")


@dataclass(frozen=True)
class Field:
    """A key as a form asks for it."""

    key: str
    form: str  # how it is asked: line, text, lines, boxes, one, list, ids, date, number, yes
    required: bool
    format: str
    values: tuple[str, ...] = ()  # the ids of a vocabulary
    target: str = ""  # the kind that its ids name
    scales: tuple[str, ...] = ()  # how a date may be known


@dataclass(frozen=True)
class Workshop:
    """All forms; the languages that a text can be translated into; where proposals go."""

    forms: Mapping[str, list[Field]]
    texts: list[Field]  # what is words, whatever the kind: what a correction or a translation may change
    languages: list[tuple[str, str]]
    forge: Forge | None
    mail: str
    page: str


def workshop(options: Plain, edition: Edition, here: Entry[Any]) -> Workshop:
    """The forms, in the language of a page."""
    known = edition.catalogue.vocabularies
    contact = edition.settings.publisher["contact"]
    is_mail = "@" in contact and not any(sign in contact for sign in " /?&<>")
    return Workshop(
        forms={kind: form(kind, known) for kind in (*OFFERED, WITH)},
        texts=[field for field in form(TRANSLATION, known) if field.form in WORDS],
        languages=[(code, said["name"]) for code, said in edition.interface.items()][1:],
        forge=edition.forge,
        mail=contact if is_mail else "",
        page=contact if contact.startswith("https://") else "",
    )


def form(kind: str, known: Vocabularies) -> list[Field]:
    """What a kind asks, what is required first."""
    led = targets(KINDS[kind].model) if kind in KINDS else {}
    fields = (_field(row, known, led.get((row.key,), "")) for row in rows(kind, known) if row.key not in APART)
    return [field for field in fields if field.form]


def label(key: str, words: Words) -> str:
    """What a field is, as a form says it."""
    said = str(words["fields"]["meanings"][key])
    return said[:1].upper() + said[1:]


def _field(row: Row, known: Vocabularies, target: str) -> Field:
    values = known.ids(row.format)
    if values:
        form_ = "boxes" if row.many else "one" if len(values) <= FEW else "list"
    elif row.many:
        form_ = "ids" if target else "lines" if row.format == "line" else ""
    elif row.format in SCALES:
        form_ = "date"
    else:
        form_ = {"line": "line", "text": "text", "uri": "line", "rank": "number", "boolean": "yes"}.get(row.format, "")
    return Field(row.key, form_, row.required, row.format, values, target, SCALES.get(row.format, ()))
