"""Passages that a site owes to a source: the page that tells each of them, and the heading above it."""

import re
from collections.abc import Collection, Iterator, Mapping

from reperes.base.problems import Problem
from reperes.catalogue.library import Library
from reperes.check.markup import mask
from reperes.model.paths import DOCS
from reperes.model.vocabularies import PASSAGES
from reperes.source.vocabularies import listed

HEADING = re.compile(r"^#{2,6}[ \t]+(.+?)[ \t]*$", re.M)
CURE = "remettez ce titre et son texte, ou écrivez ici où ce passage se lit maintenant"


def collect(library: Library, docs: Mapping[str, bytes], only: Collection[str] | None = None) -> Iterator[Problem]:
    """Every passage whose page or heading is gone, or those of some files of docs/; nothing without the list."""
    if (raw := docs.get(PASSAGES)) is None:
        return
    document = listed(PASSAGES, raw)
    if only is None or PASSAGES in only:
        yield from document.problems
    under: dict[str, dict[str, str]] = {}
    for id_, place in document.data.items():
        page, title = (str(place.get(key, "")) if isinstance(place, dict) else "" for key in ("page", "titre"))
        if only is not None and page not in only:
            continue
        if page in library.documents and page not in under:
            under[page] = _under(library.documents[page].body)
        if not under.get(page, {}).get(title, "").strip():
            fault = f"{DOCS}{page} n'a pas de texte sous « {title} »" if page in under else f"{DOCS}{page} n'existe pas"
            yield Problem(document.path, *document.place((id_,)), id_, fault, CURE)


def _under(body: str) -> dict[str, str]:
    """The text under each heading; that before the first one is under an empty name."""
    opening, *rest = HEADING.split(mask(body))
    return {"": opening, **dict(zip(rest[::2], rest[1::2], strict=True))}
