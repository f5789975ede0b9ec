"""Texts rendered as articles: the HTML between the title and the foot of a page, and what is known of it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from markdown.core import Markdown

from reperes.catalogue.catalogue import Catalogue, Entry
from reperes.markdown.glossary_links import Linking
from reperes.markdown.heading_ids import HeadingIds, Headings
from reperes.markdown.page_links import PageLinks
from reperes.markdown.references import References
from reperes.markdown.sanitizing import unsafe
from reperes.markdown.tables import Elements
from reperes.markdown.useful_steps import UsefulSteps
from reperes.model.blocks import custom_fences
from reperes.model.kinds import PAGED
from reperes.model.paths import FACTS, Ref
from reperes.model.words import Words


@dataclass(frozen=True)
class Article:
    """A text as rendered; frozen, and the same for the same text among the same neighbours."""

    html: str
    headings: Headings
    wanted: Headings  # those of the French article, whose ids it takes
    contents: tuple[tuple[str, str], ...]  # its headings of level 2: id and text, as HTML
    mentions: tuple[Ref, ...]  # other contents, in the order of the text
    groups: tuple[tuple[str, ...], ...]  # the entries behind each button, homonyms together
    met: frozenset[str]  # the folded words in which entries were looked for
    references: tuple[str, ...]  # the sources it cites, in the order of their numbers
    anchors: tuple[tuple[str, str], ...]  # places that it leads to: path from docs/ and id
    unsafe: str | None  # a tag that no page may hold

    def has(self, spellings: Iterable[str]) -> bool:
        """Whether a word, folded, is one of its own, in one spelling or another."""
        return not self.met.isdisjoint(spellings)


class Renderer:
    """Renders the texts of one language with the site's Markdown extensions and ours."""

    def __init__(
        self,
        catalogue: Catalogue,
        extensions: Mapping[str, Mapping[str, Any]],
        words: Words,
        images: Mapping[str, tuple[int, int] | None],
        french: Mapping[str, Article],
    ) -> None:
        """`extensions` are settings by name; `images`, files of docs/ and their sizes; `french`, articles by path."""
        fences = {**extensions.get("pymdownx.superfences", {}), "custom_fences": custom_fences()}
        configs = {name: dict(config) for name, config in extensions.items()} | {"pymdownx.superfences": fences}
        self.catalogue, self.french = catalogue, french
        self.linking = Linking(catalogue, words)
        self.ids = HeadingIds()
        self.links = PageLinks(catalogue, images)
        values = catalogue.vocabularies
        stories = [values.label("pistes", id_, catalogue.language) for id_ in values.stories()]
        self.elements = Elements(images, stories)
        self.references = References(catalogue.sources, words["page"]["source_number"])
        ours = [self.references, self.elements, self.linking, self.ids, self.links]
        self.markdown = Markdown(extensions=[*configs, *ours], extension_configs=configs)
        is_block = cache(self.markdown.is_block_level)  # asked of each element, at each step
        self.markdown.is_block_level = is_block  # type: ignore[method-assign]
        self.steps = UsefulSteps(self.markdown)

    def render(self, entry: Entry[Any]) -> Article:
        """The article of an entry in the language of its words."""
        path = entry.words.path
        self.elements.path = self.linking.path = self.links.path = path
        self.ids.wanted = self._wanted(entry)
        self.references.numbers = {}
        self.steps.choose(entry.words.body)
        html = self.markdown.reset().convert(entry.words.body)
        return Article(
            html=html,
            headings=self.ids.found,
            wanted=self.ids.wanted,
            contents=tuple((token["id"], token["name"]) for token in getattr(self.markdown, "toc_tokens", ())),
            mentions=tuple(self.linking.found),
            groups=tuple(self.linking.groups),
            met=frozenset(self.linking.met),
            references=tuple(self.references.numbers),
            anchors=tuple(self.links.anchors),
            unsafe=unsafe(html),
        )

    def _wanted(self, entry: Entry[Any]) -> Headings:
        """The headings of the French article of a translation."""
        original = self.french.get(entry.texts[FACTS].path) if entry.words.lang != FACTS else None
        return original.headings if original else ()

    def same_headings(self, entry: Entry[Any], article: Article) -> bool:
        """Whether an article rendered before would be given the same ids for its headings."""
        return article.wanted == self._wanted(entry)


def spoken(catalogue: Catalogue) -> Iterator[Entry[Any]]:
    """The contents that have a text in the language of a catalogue, by kind; the withdrawn last."""
    for kind in PAGED:
        yield from (entry for entry in catalogue.of_kind(kind.name).values() if entry.words.lang == catalogue.language)
    yield from (entry for entry in catalogue.withdrawn.values() if entry.words.lang == catalogue.language)


def dead_anchors(articles: Mapping[str, Article]) -> Iterator[tuple[str, str, str]]:
    """The places that a page leads to and that do not exist: the page, the other, the id."""
    known = {path: _ids(article.html) for path, article in articles.items()}
    for path, article in articles.items():
        for target, anchor in article.anchors:
            if target in known and anchor not in known[target]:
                yield path, target, anchor


def _ids(html: str) -> set[str]:
    return set(re.findall(r'\sid="([^"]*)"', html))
