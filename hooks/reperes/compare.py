"""A project before and after a proposal: which pages read otherwise, what is new to say."""

from collections.abc import Collection, Iterator
from datetime import date

from reperes.catalogue.translation import state
from reperes.model.paths import DOCS, FACTS, address
from reperes.review.checking import Report
from reperes.review.proposal import ChangedPage, Message
from reperes.session import Session, warned


def compare(before: Session, after: Session, found: Report, files: Collection[str], today: date) -> Message:
    """What is said of a proposal without problem; `found` is what the check says of it, `files` what it changes."""
    known = {(one.path, one.field, one.fault) for one in warned(before.site, today)}
    brought = [one for one in found.warnings if (one.path, one.field, one.fault) not in known]
    return Message((), brought, tuple(pages(before, after, files)), tuple(files))


def pages(before: Session, after: Session, files: Collection[str]) -> Iterator[ChangedPage]:
    """The pages that read otherwise, those whose file changed first."""
    found = []
    for one in before.changes(after):
        here, there = before.pages.get(one.url), after.pages.get(one.url)
        standing = there or here
        assert standing
        entry = standing[1]
        yet = "" if here and there else "new" if there else "gone"
        touched = DOCS + entry.words.path in files
        outdated = tuple(_outdated(before, after, (entry.kind, entry.id))) if one.language == FACTS and touched else ()
        found.append(ChangedPage(one.url, one.title, one.language, one.words, yet, touched, outdated))
    yield from sorted(found, key=lambda page: not page.touched)


def _outdated(before: Session, after: Session, ref: tuple[str, str]) -> Iterator[tuple[str, str]]:
    """Address and file of the translations of a content that its French leaves behind."""
    texts, was = after.site.library.texts.get(ref, {}), before.site.library.texts.get(ref, {})
    for language, words in texts.items():
        if state(texts, language) == "outdated" and language in was and state(was, language) == "current":
            yield address(ref, language), DOCS + words.path
