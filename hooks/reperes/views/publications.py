"""What readers may carry away as files, as far as it was made."""

from typing import Any

from reperes.catalogue.catalogue import Entry
from reperes.model.blocks import Plain
from reperes.model.publications import FORMATS, Publication
from reperes.views.edition import Edition

Offer = tuple[Publication, Entry[Any] | None]  # a file and the text it holds, if not all


def offered(options: Plain, edition: Edition, here: Entry[Any]) -> list[tuple[str, list[Offer]]]:
    """The files of a language, and those of all, by format."""
    found = [(format_, list(_of(format_, edition))) for format_ in FORMATS]
    return [(format_, offers) for format_, offers in found if offers]


def _of(format_: str, edition: Edition) -> list[Offer]:
    mine = [one for one in edition.publications if one.format == format_ and one.language in ("", edition.language)]
    return [
        (one, edition.catalogue.of_kind(one.kind).get(one.id) if one.kind else None)
        for one in mine
        if not one.kind or one.id in edition.catalogue.of_kind(one.kind)
    ]
