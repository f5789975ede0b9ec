"""Which texts may be rendered otherwise, now that others have changed: never too few, a few too many."""

from collections.abc import Callable, Iterable
from typing import Any

from reperes.catalogue.catalogue import Catalogue, Entry
from reperes.markdown.glossary_links import finder_of
from reperes.markdown.renderer import Article
from reperes.model.words import Words


def touched(
    before: Catalogue, after: Catalogue, words: Words, resized: Iterable[str] = ()
) -> Callable[[Entry[Any], Article], bool]:
    """Whether a text of a language may be rendered otherwise than its article was.

    From the catalogues before and after; `words` are the language's, the same before and after; `resized` are files.
    """
    old, new = before.every, after.every
    refs = {ref for ref in old.keys() | new.keys() if _place(old.get(ref)) != _place(new.get(ref))}
    renamed = [ref for ref in old.keys() | new.keys() if _names(old.get(ref)) != _names(new.get(ref))]
    terms = [every[ref] for every in (old, new) for ref in renamed if ref in every and ref[0] == "term"]
    forms = {(form.folded, form.acronym) for form in finder_of(terms, before.language, words).forms}
    files = {f"{id_.rpartition('/')[2]}." for _, id_ in refs} | {path.rpartition("/")[2] for path in resized}
    sources = {f"[^{id_}]" for kind, id_ in refs if kind == "source"}

    def may(entry: Entry[Any], article: Article) -> bool:
        if old.get((entry.kind, entry.id)) is not entry:
            return True
        body = entry.words.body
        if any(key in body for key in sources) or any(name in body for name in files):
            return True
        # one word of an acronym is enough: it is no longer an ordinary word among others in capitals
        return any((any if acronym else all)(map(article.has, spellings)) for spellings, acronym in forms)

    return may


def _place(entry: Entry[Any] | None) -> tuple[Any, ...] | None:
    """What links to an entry depend on."""
    return (entry.languages, bool(entry.facts.withdrawn)) if entry else None


def _names(entry: Entry[Any] | None) -> tuple[Any, ...] | None:
    """What finding an entry in a text, and explaining it there, depends on."""
    if entry is None or entry.kind != "term":
        return None
    words = entry.words
    return words.lang, words.title, words.expansion, words.spellings, entry.facts.exact, bool(entry.facts.withdrawn)
