"""A Python-Markdown extension: words of the glossary become buttons that explain them, and every mention is noted."""

from collections.abc import Iterable
from posixpath import dirname, join, normpath
from xml.etree.ElementTree import Element

from markdown.core import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from reperes.catalogue.catalogue import Catalogue, Entry
from reperes.markdown.abbreviations import Expansions
from reperes.markdown.spans import Replacement, Slot
from reperes.markdown.term_finder import Finder, Match
from reperes.markdown.text_runs import Reader, Run
from reperes.model.kinds import Content, Term
from reperes.model.paths import Ref, identify
from reperes.model.words import Words

Leads = dict[Element, tuple[str, tuple[str, ...]]]  # an element that leads to contents: their kind and ids


class Linking(Extension):
    """Link and note; `path`, from docs/, is set before each page is rendered.

    Fills with what the page mentions: `found`, every content in the order of the text; `groups`, the entries
    behind each button, several where homonyms are not told apart; `met`, the folded words of a text to link.
    """

    def __init__(self, catalogue: Catalogue, words: Words) -> None:
        """Index the entries that exist in the language of the catalogue."""
        super().__init__()
        self.catalogue = catalogue
        self.finder = finder_of(catalogue.terms.values(), catalogue.language, words)
        self.path = ""
        self.found: list[Ref] = []
        self.groups: list[tuple[str, ...]] = []
        self.met: set[str] = set()

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Markdown's
        """Run after inline patterns, and before links become addresses."""
        md.ESCAPED_CHARS.append("<")  # « \< » is a sign, as our messages and CommonMark say
        md.treeprocessors.register(_Linker(md, self), "reperes-linking", 6)


def finder_of(terms: Iterable[Entry[Term]], language: str, words: Words) -> Finder:
    """What finds, among some entries, those that exist in a language."""
    return Finder((term for term in terms if term.words.lang == language), words["inflections"], words["small_words"])


def anchor(ids: tuple[str, ...]) -> str:
    """The id, on a page, of what explains an entry or homonyms."""
    return "mot-" + "--".join(ids)


class _Linker(Treeprocessor):
    """Follow the links an author wrote, make a button of each word to explain, and note both in their order."""

    def __init__(self, md: Markdown, linking: Linking) -> None:
        super().__init__(md)
        self.linking = linking

    def run(self, root: Element) -> None:
        catalogue, path = self.linking.catalogue, self.linking.path
        entry = catalogue.at(path)
        self.linking.found, self.linking.groups, self.linking.met = [], [], set()
        if entry.facts.withdrawn:
            return
        here = (entry.kind, entry.id)
        mentions = _follow(root, path, catalogue)
        if entry.facts.linking != "non":
            blocks = Reader(catalogue.language, self._raw, self.md.is_block_level).read(root)
            find, met = self.linking.finder.find, self.linking.met
            matches = [(block, match) for block in blocks for match in find(block.text, met)]
            mentions |= _Words(entry, catalogue, matches, mentions).link()
        noted = [mentions[element] for element in root.iter() if element in mentions]
        self.linking.found = [(kind, id_) for kind, ids in noted for id_ in ids]
        self.linking.groups = [ids for kind, ids in noted if kind == "term" and (kind, ids[0]) != here]

    def _raw(self, number: int) -> str:
        return str(self.md.htmlStash.rawHtmlBlocks[number])


def _follow(root: Element, path: str, catalogue: Catalogue) -> Leads:
    """The links an author wrote to other contents; those that leave the language are marked."""
    mentions: Leads = {}
    for link in root.iter("a"):
        file = link.get("href", "").partition("#")[0]
        if not file.endswith(".md") or "//" in file:
            continue
        kind, id_, _ = identify(normpath(join(dirname(path), file)))
        withdrawn = catalogue.withdrawn.get((kind, id_))
        target = withdrawn or catalogue.of_kind(kind).get(id_)
        if target is None:
            continue
        if withdrawn is None:
            mentions[link] = (kind, (id_,))
        if target.words.lang != catalogue.language:
            link.set("hreflang", target.words.lang)
    return mentions


class _Words:
    """The words of a page to explain: the first occurrence of each entry in each section."""

    def __init__(
        self, entry: Entry[Content], catalogue: Catalogue, matches: list[tuple[Run, Match]], links: Leads
    ) -> None:
        """What the whole page says decides before anything is linked."""
        self.here = (entry.kind, entry.id)
        self.terms = catalogue.terms
        self.matches = matches
        self.chosen = set(getattr(entry.facts, "meaning", {}).values())
        self.named = {ids[0] for kind, ids in links.values() if kind == "term"}
        self.named |= {match.ids[0] for _, match in matches if len(match.ids) == 1}
        self.expansions = Expansions(catalogue.terms, (match for _, match in matches))
        self.seen: set[tuple[int, tuple[str, ...]]] = set()

    def link(self) -> Leads:
        """Make the buttons, each with the entries behind it."""
        buttons: Leads = {}
        changes: dict[Slot, list[Replacement]] = {}
        for block, match in self.matches:
            held = block.held(match.start, match.end)
            if held is None:
                continue
            ids, here = self._meant(match.ids), any(("term", id_) == self.here for id_ in match.ids)
            new = [] if here or held.voice.quoted else self.expansions.behind(block.text, match, ids)
            tongue = self.terms[ids[0]].words.tongue(held.text)
            word = Element("span") if tongue else None
            if not here and (block.section, ids) not in self.seen:
                self.seen.add((block.section, ids))
                word = Element("button", {"class": "term", "popovertarget": anchor(ids)})  # in no form: no type
                buttons[word] = ("term", ids)
            if word is not None:
                word.text = held.text
                if tongue:
                    word.set("lang", tongue)
                new = [word, *new]
            if new:
                start = held.end if word is None else held.start
                changes.setdefault(held.place, []).append((start, held.end, new))
        for place, made in changes.items():
            place.change(made)
        return buttons

    def _meant(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """Among homonyms, the one that the page chooses in `sens`, else the only one it links or names in full."""
        for decided in (self.chosen, self.named):
            kept = tuple(id_ for id_ in ids if id_ in decided)
            if len(kept) == 1:
                return kept
        return ids
