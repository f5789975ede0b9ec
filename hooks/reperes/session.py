"""The run for whoever edits: what is wrong, what it looks like, which pages change. No disk, no clock, no network."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import SequenceMatcher
from functools import cached_property
from typing import Any

from reperes import build
from reperes.base.collector import kept
from reperes.base.problems import ContentError, Problem, in_order
from reperes.build import Site
from reperes.catalogue.catalogue import Entry
from reperes.markdown.renderer import spoken
from reperes.model import words
from reperes.model.paths import INDEX, identify
from reperes.model.text import read_words
from reperes.output import precache
from reperes.project import Project
from reperes.review import due, passages, spelling, texts, warnings
from reperes.review.checking import Report
from reperes.source.settings import SettingsError
from reperes.views.edition import Edition
from reperes.views.page import PageView, page


@kept()
def check(project: Project, today: date) -> Report:
    """Everything that can be said of a project without drawing its pages; `today` decides what falls due."""
    library = build.read(project)
    faults = words.problems(library.languages)
    faults += due.future(library, today)
    if library.problems or faults:
        return Report(library, in_order((*library.problems, *faults)))
    try:
        site = build.make(project, library=library, templates=False)
    except ContentError as error:
        return Report(library, error.problems)
    except SettingsError as error:
        return Report(library, (error.problem,))
    return Report(library, (), warned(site, today))


def warned(site: Site, today: date) -> tuple[Problem, ...]:
    """What deserves an editor's eye in a whole site, by place."""
    library = site.library
    found = [one for edition in site.editions.values() for one in warnings.collect(library, edition, today)]
    found += [*texts.collect(library, today), *spelling.collect(library, site.project.docs)]
    found += passages.collect(library, site.project.docs)
    return in_order(found)


@dataclass(frozen=True)
class Change:
    """A page that reads otherwise: words taken away and words added, side by side, as they are read."""

    url: str
    title: str
    language: str
    words: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Proposal:
    """What an edit would do."""

    problems: tuple[Problem, ...]
    session: "Session | None"  # the project after the edit; None while it has a problem
    article: str = ""  # the text as rendered
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True)
class Session:
    """A project without problem, and its pages, drawn when asked for; an edit gives another session."""

    site: Site
    drawn: dict[str, tuple[PageView, bytes]] = field(default_factory=dict)  # here or before, by address
    views: dict[str, PageView] = field(default_factory=dict)

    @classmethod
    def open(cls, project: Project) -> "Session":
        """The session of a project. Raises ContentError with every problem."""
        return cls(build.make(project))

    def edit(self, changed: Mapping[str, bytes | None]) -> "Session":
        """The session after some files of docs/ changed, None for those that went. Raises ContentError."""
        docs = {path: raw for path, raw in {**self.site.project.docs, **changed}.items() if raw is not None}
        return self.after(replace(self.site.project, docs=docs))

    def after(self, project: Project) -> "Session":
        """The session of the project as it stands now. Raises ContentError."""
        site = build.make(project, self.site)
        same = site.setters is self.site.setters  # made again with the templates
        return Session(site, drawn=dict(self.drawn) if same else {})

    def propose(self, path: str, text: str | None) -> Proposal:
        """What a file of docs/ with another text would do, or without it; nothing here changes."""
        try:
            after = self.edit({path: None if text is None else text.encode()})
            changes = tuple(self.changes(after))  # a page may refuse to be drawn
        except ContentError as error:
            return Proposal(error.problems, None)
        articles = after.site.editions.get(identify(path)[2])
        article = articles.articles.get(path) if articles else None
        return Proposal((), after, article.html if article else "", changes)

    def warnings(self, paths: Collection[str], today: date) -> tuple[Problem, ...]:
        """What an editor should know of some files of docs/."""
        editions = self.site.editions.values()
        found = [one for edition in editions for one in warnings.collect(self.site.library, edition, today, paths)]
        found += [one for path in paths for one in texts.collect(self.site.library, today, path)]
        for rule in (spelling.collect, passages.collect):
            found += rule(self.site.library, self.site.project.docs, paths)
        return in_order(found)

    @cached_property
    def pages(self) -> Mapping[str, tuple[Edition, Entry[Any]]]:
        """Every page by its address from the root: its edition and its entry."""
        return {
            entry.url: (edition, entry)
            for edition in self.site.editions.values()
            for entry in spoken(edition.catalogue)
        }

    def page(self, url: str) -> bytes:
        """The page at an address from the root, drawn again only if what it shows has changed.

        Raises KeyError when there is none, ContentError when an anchor stands twice in it.
        """
        view = self.view(url)
        known = self.drawn.get(url)
        if known is None or (known[0] is not view and known[0] != view):
            known = view, build.drawn(self.site, self.pages[url][0], view)
        self.drawn[url] = view, known[1]
        return known[1]

    def file(self, path: str) -> bytes | None:
        """What stands at a path of the site; made when it is asked for. Raises ContentError, EngineError."""
        url = path.removesuffix("index.html")
        if url != path and url in self.pages:
            return self.page(url)
        if path in self.beside:
            return self.beside[path]
        if path.startswith(f"{INDEX}/"):
            return self.search.get(path)
        return self.lists.get(path) if path.endswith(precache.LIST) else None

    @cached_property
    def beside(self) -> Mapping[str, bytes]:
        """The files that are no page of a text."""
        return build.beside(self.site)

    @cached_property
    def search(self) -> Mapping[str, bytes]:
        """The index of the texts. Raises EngineError."""
        return build.search_files(self.site)

    @cached_property
    def lists(self) -> Mapping[str, bytes]:
        """The lists of what may be carried away."""
        pages = {f"{url}index.html": self.page(url) for url in self.pages}
        return build.lists(self.site, {**self.beside, **pages})

    def view(self, url: str) -> PageView:
        """What the page at an address shows. Raises KeyError when there is none."""
        if url not in self.views:
            edition, entry = self.pages[url]
            self.views[url] = page(entry, edition)
        return self.views[url]

    def changes(self, after: "Session") -> Iterator[Change]:
        """The pages that read otherwise afterwards, in the order of their addresses."""
        for url in sorted(self.pages.keys() | after.pages.keys()):
            old, new = (session.view(url) if url in session.pages else None for session in (self, after))
            if old != new and (said := _words(self._text(url), after._text(url))):
                edition, entry = after.pages.get(url) or self.pages[url]
                yield Change(url, entry.words.title, edition.language, said)

    def _text(self, url: str) -> str:
        return read_words(self.page(url).decode()) if url in self.pages else ""


def _words(old: str, new: str) -> tuple[tuple[str, str], ...]:
    """What changes from a text to another: words taken away, words added."""
    one, other = old.split(), new.split()
    start = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    most = min(len(one), len(other)) - start
    alike = zip(reversed(one), reversed(other), strict=False)
    end = next((n for n, (a, b) in enumerate(alike) if a != b or n == most), most)
    one, other = one[start : len(one) - end], other[start : len(other) - end]
    found = SequenceMatcher(None, one, other).get_opcodes()
    return tuple((" ".join(one[i:j]), " ".join(other[k:m])) for tag, i, j, k, m in found if tag != "equal")
