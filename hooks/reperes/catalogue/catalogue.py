"""Every content in one language, frozen, with what follows from the relations."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from operator import attrgetter
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from reperes.base.collation import french_key
from reperes.model.kinds import KINDS, AnyContent, Content, Definition, Event, Page, Path, Sheet, Source, Term, Training
from reperes.model.paths import FACTS, Ref, address, identify
from reperes.model.text import Text, Tongues, spoken
from reperes.model.vocabularies import Vocabularies

F = TypeVar("F", bound=AnyContent, covariant=True)


@dataclass(frozen=True, eq=False)
class Entry(Generic[F]):
    """A content: its facts, and its words in the language asked for, else in French.

    Two are equal when the pages of other contents cannot tell them apart: these show no more than a first paragraph.
    """

    kind: str
    id: str
    facts: F
    words: Text
    texts: Mapping[str, Text]  # in every language that it exists in, French first

    def __eq__(self, other: object) -> bool:
        """Whether it looks the same from elsewhere."""
        return self is other or (isinstance(other, Entry) and self._shown == other._shown)

    def __hash__(self) -> int:
        """Equal entries bear one name."""
        return hash((self.kind, self.id))

    @cached_property
    def _shown(self) -> tuple[Any, ...]:
        texts = {lang: replace(text, body=_first(text.body)) for lang, text in self.texts.items()}
        return self.kind, self.id, self.facts, self.words.lang, texts

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

    @property
    def picture(self) -> str:
        """The picture that a link to it shows when it is shared."""
        return KINDS[self.kind].picture

    @property
    def drawing(self) -> str | None:
        """The drawing that illustrates it, if its kind has one."""
        return getattr(self.facts, "drawing", None)

    @cached_property
    def order(self) -> tuple[Any, ...]:
        """Its place in lists: events in the order of time; what has a rank by rank; the rest in alphabetical order."""
        facts: Any = self.facts
        if self.kind == "event":
            return (facts.date.sort_key, self.id)
        rank = getattr(facts, "rank", None)
        return (), (rank is None, rank or 0), french_key(self.words.title), self.id

    @cached_property
    def summary(self) -> str:
        """The first paragraph, as plain text."""
        return "".join(text for text, _ in self.summary_pieces)

    @cached_property
    def summary_pieces(self) -> tuple[tuple[str, str], ...]:
        """The first paragraph in pieces: plain text, and its language where the author marked another."""
        return spoken(_first(self.words.body))


def _first(body: str) -> str:
    """The first paragraph of a text."""
    return re.split(r"\n\s*\n", body.strip(), maxsplit=1)[0]


@dataclass(frozen=True)
class Catalogue:
    """Every content in one language, by id, and what follows from the relations."""

    language: str
    languages: tuple[str, ...]  # of the site
    vocabularies: Vocabularies
    contents: Mapping[str, Mapping[str, Entry[Any]]]  # by kind, in the order of their readers
    withdrawn: Mapping[Ref, Entry[Content]]  # in no list: only their address answers
    replaced_by: Mapping[str, tuple[str, ...]]
    related: Mapping[str, tuple[str, ...]]

    @cached_property
    def tongues(self) -> Tongues:
        """What titles, and what they stand for, mark as words of another language."""
        texts = [entry.words for some in self.contents.values() for entry in some.values()]
        return Tongues(line for text in texts if text.lang == self.language for line in (text.title, text.expansion))

    @property
    def terms(self) -> Mapping[str, Entry[Term]]:
        """The glossary, in alphabetical order."""
        return self.contents["term"]

    @property
    def events(self) -> Mapping[str, Entry[Event]]:
        """Both histories, in the order of time."""
        return self.contents["event"]

    @property
    def definitions(self) -> Mapping[str, Entry[Definition]]:
        """The founding notions."""
        return self.contents["definition"]

    @property
    def sheets(self) -> Mapping[str, Entry[Sheet]]:
        """The sheets, in the order of the argument."""
        return self.contents["sheet"]

    @property
    def paths(self) -> Mapping[str, Entry[Path]]:
        """The paths through the sheets."""
        return self.contents["path"]

    @property
    def pages(self) -> Mapping[str, Entry[Page]]:
        """Everything else that has a page."""
        return self.contents["page"]

    @property
    def sources(self) -> Mapping[str, Entry[Source]]:
        """The bibliography."""
        return self.contents["source"]

    @property
    def trainings(self) -> Mapping[str, Entry[Training]]:
        """The courses."""
        return self.contents["training"]

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
    def titled_alike(self) -> tuple[tuple[str, ...], ...]:
        """The terms that share their title, together."""
        return tuple(ids for ids in self._titled.values() if len(ids) > 1)

    @cached_property
    def _titled(self) -> Mapping[str, tuple[str, ...]]:
        """The terms of each title."""
        result: dict[str, tuple[str, ...]] = {}
        for id_, term in self.terms.items():
            result[term.words.title] = (*result.get(term.words.title, ()), id_)
        return result

    @cached_property
    def every(self) -> Mapping[Ref, Entry[Any]]:
        """All contents, the withdrawn among them."""
        listed = {(kind, id_): entry for kind, entries in self.contents.items() for id_, entry in entries.items()}
        return {**listed, **self.withdrawn}

    @cached_property
    def lines(self) -> Mapping[str, list[Entry[Event]]]:
        """The events of each track, in the order of time."""
        found: dict[str, list[Entry[Event]]] = {}
        for event in self.events.values():
            for track in event.facts.tracks:
                found.setdefault(track, []).append(event)
        return found

    @cached_property
    def places(self) -> Mapping[tuple[str, str], int]:
        """The place of an event, by its id, in the line of a track."""
        return {(track, event.id): place for track, line in self.lines.items() for place, event in enumerate(line)}

    def of_kind(self, kind: str) -> Mapping[str, Entry[Content]]:
        """All contents of a kind."""
        return self.contents[kind]


def build(
    language: str,
    languages: tuple[str, ...],
    vocabularies: Vocabularies,
    facts: Mapping[Ref, AnyContent],
    texts: Mapping[Ref, Mapping[str, Text]],
    before: "Catalogue | None" = None,
) -> Catalogue:
    """The whole in one language: its words where they exist, else the French ones.

    `languages` are those of the site; `facts` and `texts` (by language) are keyed by kind and id, and hold no problem.
    Entries of `before` that say the same stay the same objects.
    """
    kept_before = before.every if before and before.language == language else {}
    made = (_entry(ref, fact, texts[ref], language, kept_before.get(ref)) for ref, fact in facts.items())
    entries = sorted(made, key=attrgetter("kind", "order"))
    kept = [entry for entry in entries if not entry.facts.withdrawn]
    kinds = {kind: MappingProxyType({one.id: one for one in kept if one.kind == kind}) for kind in KINDS}
    return Catalogue(
        language=language,
        languages=languages,
        vocabularies=vocabularies,
        contents=MappingProxyType(kinds),
        withdrawn=MappingProxyType({(entry.kind, entry.id): entry for entry in entries if entry.facts.withdrawn}),
        replaced_by=_inverse(kinds["term"]),
        related=_both_ways(kinds["term"]),
    )


def _entry(
    ref: Ref, facts: AnyContent, texts: Mapping[str, Text], language: str, before: Entry[Any] | None
) -> Entry[Any]:
    if before and before.facts is facts and {**before.texts} == texts:
        return before
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
    ranks = {id_: rank for rank, id_ in enumerate(terms)}
    pairs: dict[str, set[str]] = {id_: set() for id_ in terms}
    for one, entry in terms.items():
        for other in ranks.keys() & entry.facts.related:
            pairs[one].add(other)
            pairs[other].add(one)
    return MappingProxyType({id_: tuple(sorted(others, key=ranks.__getitem__)) for id_, others in pairs.items()})
