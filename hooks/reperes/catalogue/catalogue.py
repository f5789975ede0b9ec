"""Every content in one language, frozen, with what follows from the relations."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Generic, TypeVar, cast

from reperes.base.collation import french_key
from reperes.model.kinds import KINDS, Content, Definition, Event, Page, Sheet, Term
from reperes.model.paths import FACTS, Ref, address, identify
from reperes.model.text import Text, plain

F = TypeVar("F", bound=Content, covariant=True)


@dataclass(frozen=True)
class Entry(Generic[F]):
    """A content: its facts, and its words in the language asked for, else in French."""

    kind: str
    id: str
    facts: F
    words: Text
    texts: Mapping[str, Text]  # in every language that it exists in, French first

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it exists in."""
        return tuple(self.texts)

    @cached_property
    def url(self) -> str:
        """The address from the root of the site, in the language of its words."""
        return self.url_in(self.words.lang)

    def url_in(self, language: str) -> str:
        """The address from the root of the site in a language."""
        return address((self.kind, self.id), language)

    @cached_property
    def summary(self) -> str:
        """The first paragraph, as plain text."""
        return plain(re.split(r"\n\s*\n", self.words.body.strip(), maxsplit=1)[0])


@dataclass(frozen=True)
class Catalogue:
    """Every content in one language, by id, and what follows from the relations."""

    language: str
    languages: tuple[str, ...]  # of the site
    terms: Mapping[str, Entry[Term]]
    events: Mapping[str, Entry[Event]]
    definitions: Mapping[str, Entry[Definition]]
    sheets: Mapping[str, Entry[Sheet]]
    pages: Mapping[str, Entry[Page]]
    withdrawn: Mapping[Ref, Entry[Content]]  # in no list: only their address answers
    replaced_by: Mapping[str, tuple[str, ...]]
    related: Mapping[str, tuple[str, ...]]

    def at(self, path: str) -> Entry[Content]:
        """The content of a file, by its path from docs/, in any language.

        Raises KeyError when there is none.
        """
        kind, id_, _ = identify(path)
        return self.withdrawn.get((kind, id_)) or self.of_kind(kind)[id_]

    def parent(self, entry: Entry[Content]) -> Entry[Page] | None:
        """The index that lists an entry, if any."""
        folder = entry.words.path.partition("/")[0]
        index = self.pages.get(f"{folder}/index")
        return index if index is not entry else None

    def homonyms(self, entry: Entry[Content]) -> tuple[str, ...]:
        """The other terms with the same title."""
        same = self._titled.get(entry.words.title, ()) if entry.kind == "term" else ()
        return tuple(id_ for id_ in same if id_ != entry.id)

    @cached_property
    def _titled(self) -> Mapping[str, tuple[str, ...]]:
        """The terms of each title."""
        result: dict[str, tuple[str, ...]] = {}
        for id_, term in self.terms.items():
            result[term.words.title] = (*result.get(term.words.title, ()), id_)
        return result

    def of_kind(self, kind: str) -> Mapping[str, Entry[Content]]:
        """All contents of a kind."""
        return cast("Mapping[str, Entry[Content]]", getattr(self, f"{kind}s"))


def build(
    language: str,
    languages: tuple[str, ...],
    facts: Mapping[Ref, Content],
    texts: Mapping[Ref, Mapping[str, Text]],
) -> Catalogue:
    """The whole in one language: its words where they exist, else the French ones.

    `languages` are those of the site; `facts` and `texts` (by language) are keyed by kind and id, and hold no problem.
    """
    entries = [_entry(ref, fact, texts[ref], language) for ref, fact in facts.items()]
    entries.sort(key=lambda entry: (french_key(entry.words.title), entry.id))
    kept = [entry for entry in entries if not entry.facts.withdrawn]
    kinds = {kind: {entry.id: entry for entry in kept if entry.kind == kind} for kind in KINDS}
    terms = cast("dict[str, Entry[Term]]", kinds["term"])
    events = cast("dict[str, Entry[Event]]", kinds["event"])
    return Catalogue(
        language=language,
        languages=languages,
        terms=MappingProxyType(terms),
        events=MappingProxyType(dict(sorted(events.items(), key=lambda item: (item[1].facts.date.sort_key, item[0])))),
        definitions=MappingProxyType(cast("dict[str, Entry[Definition]]", kinds["definition"])),
        sheets=MappingProxyType(cast("dict[str, Entry[Sheet]]", kinds["sheet"])),
        pages=MappingProxyType(cast("dict[str, Entry[Page]]", kinds["page"])),
        withdrawn=MappingProxyType({(entry.kind, entry.id): entry for entry in entries if entry.facts.withdrawn}),
        replaced_by=_inverse(terms),
        related=_both_ways(terms),
    )


def _entry(ref: Ref, facts: Content, texts: Mapping[str, Text], language: str) -> Entry[Content]:
    ordered = {spoken: texts[spoken] for spoken in (FACTS, *sorted(texts))}
    return Entry(*ref, facts, texts.get(language) or texts[FACTS], MappingProxyType(ordered))


def _inverse(terms: Mapping[str, Entry[Term]]) -> Mapping[str, tuple[str, ...]]:
    """Which entries replace an entry."""
    result: dict[str, tuple[str, ...]] = {}
    for id_, entry in terms.items():
        for replaced in entry.facts.replaces:
            result[replaced] = (*result.get(replaced, ()), id_)
    return MappingProxyType(result)


def _both_ways(terms: Mapping[str, Entry[Term]]) -> Mapping[str, tuple[str, ...]]:
    """Which entries an entry is related to, whichever of the two says so."""
    pairs = {(one, other) for one, entry in terms.items() for other in entry.facts.related}
    pairs |= {(other, one) for one, other in pairs}
    return MappingProxyType({id_: tuple(other for other in terms if (id_, other) in pairs) for id_ in terms})
