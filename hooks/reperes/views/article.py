"""The pieces of an article and the cross-links around it: plain values, already chosen and in order."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from pkgutil import resolve_name
from typing import Any

from reperes.catalogue.catalogue import Entry
from reperes.catalogue.citations import touching
from reperes.markdown.glossary_links import anchor
from reperes.model.blocks import BLOCKS, split
from reperes.model.kinds import KINDS
from reperes.source.frontmatter import read_block
from reperes.views.drawing import Drawing
from reperes.views.edition import Edition
from reperes.views.timeline import overview

CALL = re.compile(r'<a href="((?:tel|sms):([0-9]+))"')


@dataclass(frozen=True)
class Portion:
    """A piece of an article: HTML as rendered, then a block to draw with its view, if any."""

    html: str
    block: str = ""
    view: Any = None


def parts(article: str, entry: Entry[Any], edition: Edition) -> tuple[Portion, ...]:
    """An article cut at its blocks, each with its view."""
    return tuple(
        Portion(html, block, _view(block, options, entry, edition) if block else None)
        for html, block, options in split(article)
    )


def _view(block: str, options: str, entry: Entry[Any], edition: Edition) -> Any:
    view = resolve_name(f"reperes.views.{BLOCKS[block].view.replace('.', ':')}")
    return view(BLOCKS[block].options.model_validate(read_block("", options, 1).data), edition, entry)


@dataclass(frozen=True)
class Mentions:
    """What a page and the others say of each other."""

    words: list[tuple[str, list[Entry[Any]]]]  # terms in its text, in its order: anchor, and entries or homonyms
    cited: list[tuple[str, list[Entry[Any]]]]  # pages whose text mentions it, by kind, but for those the page leads to
    related: list[str]  # the related words of a term, but for those that its text or its other facts name
    terms: list[Entry[Any]]
    sheets: list[Entry[Any]]
    events: list[Entry[Any]]
    drawing: Drawing | None  # of its events


def mentions(
    entry: Entry[Any], shown: Iterable[Portion], edition: Edition, more: Iterable[tuple[str, ...]] = ()
) -> Mentions:
    """The cross-links of a page, from the closed citations; a block, or `more`, may bring words of other texts."""
    catalogue, citations = edition.catalogue, edition.citations
    here = (entry.kind, entry.id)
    groups = [
        *citations.words.get(here, ()),
        *more,
        *(ids for part in shown for ids in getattr(part.view, "groups", ())),
    ]
    terms, sheets, events = (touching(entry, kind, catalogue, citations) for kind in ("term", "sheet", "event"))
    said = {id_ for ids in groups for id_ in ids} | {
        *catalogue.replaced_by.get(entry.id, ()),
        *catalogue.homonyms(entry),
    }
    said |= {*getattr(entry.facts, "replaces", ())}
    related = [id_ for id_ in catalogue.related.get(entry.id, ()) if id_ not in said] if entry.kind == "term" else []
    above = {*citations.cites.get(here, ()), *(("term", id_) for id_ in related)}
    above |= {(one.kind, one.id) for one in ((*terms, *sheets) if entry.kind == "event" else events)}
    pages = [
        (kind, catalogue.of_kind(kind)[id_])
        for kind, id_ in citations.cited_by.get(here, ())
        if (kind, id_) not in above
    ]
    return Mentions(
        words=[(anchor(ids), [catalogue.terms[id_] for id_ in ids]) for ids in dict.fromkeys(groups)],
        cited=[(kind, [page for _, page in group]) for kind, group in groupby(pages, key=itemgetter(0))],
        related=related,
        terms=terms,
        sheets=sheets,
        events=events,
        drawing=overview(events, edition),
    )


def easy(entry: Entry[Any], article: str) -> tuple[tuple[tuple[str, str], ...], ...]:
    """The sentences of an easy text, in pieces: a number that the text of the page calls is called there too."""
    calls = {number: address for address, number in CALL.findall(article)}
    numbers = re.compile(rf"\b({'|'.join(calls)})\b" if calls else r"(?!)()")
    sentences = (numbers.split(sentence) for sentence in entry.words.simple_sentences)
    return tuple(tuple((piece, calls.get(piece, "")) for piece in pieces if piece) for pieces in sentences)


@dataclass(frozen=True)
class Home:
    """Real content for the three ways in."""

    definitions: list[Entry[Any]]
    events: list[Entry[Any]]
    terms: list[Entry[Any]]
    drawing: Drawing | None  # of all events


def home(edition: Edition) -> Home:
    """The definitions, the most mentioned events, and the words that definitions and sheets use most."""
    catalogue = edition.catalogue

    def most_cited(kind: str, number: int, by: tuple[str, ...]) -> list[Entry[Any]]:
        entries = catalogue.of_kind(kind)
        cited_by = edition.citations.cited_by
        weight = {id_: sum(who in by for who, _ in cited_by.get((kind, id_), ())) for id_ in entries}
        best = sorted(entries, key=lambda id_: -weight[id_])[:number]
        return [entry for id_, entry in entries.items() if id_ in best]

    return Home(
        definitions=list(catalogue.definitions.values()),
        events=most_cited("event", 4, tuple(KINDS)),
        terms=most_cited("term", 12, ("definition", "sheet")),
        drawing=overview(catalogue.events.values(), edition),
    )
