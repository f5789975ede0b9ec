"""The links that no longer answer, as lychee tells them (its JSON), each with its files and its archive."""

from collections.abc import Iterator, Mapping
from typing import Any

from reperes.base.problems import seen
from reperes.catalogue.library import Library
from reperes.model.kinds import Source
from reperes.model.paths import FACTS

FAILED = ("error_map", "fail_map", "timeout_map")  # by the name each version of lychee gives
COPIES = "https://web.archive.org/web/*/"  # the copies of a page, by date


def listed(library: Library, told: Mapping[str, Any]) -> Iterator[str]:
    """Boxes to tick, in Markdown: the address, what it answered, where it stands, where to read it now."""
    found: dict[str, tuple[str, set[str]]] = {}
    for name in FAILED:
        for file, links in (told.get(name) or {}).items():
            for link in links:
                status = link.get("status")
                said = str(status.get("code") or status.get("text")) if isinstance(status, dict) else str(status)
                found.setdefault(str(link.get("url")), (said, set()))[1].add(str(file))
    sources = {facts.url: ref for ref, facts in library.facts.items() if isinstance(facts, Source) and facts.url}
    yield f"{len(found)} lien{'s' if len(found) > 1 else ''} ne répond{'ent' if len(found) > 1 else ''} plus."
    for url, (said, files) in sorted(found.items()):
        yield f"- [ ] <{_plain(url)}> (`{_plain(said)}`), dans {', '.join(f'`{_plain(one)}`' for one in sorted(files))}"
        ref = sources.get(url) or sources.get(url.rstrip("/"))
        yield f"  {_copy(library, ref, url)}"


def _copy(library: Library, ref: tuple[str, str] | None, url: str) -> str:
    """Where a page can be read that is gone, or what to write so that it can."""
    source = library.facts[ref] if ref else None
    if isinstance(source, Source) and source.archive:
        return f"L'archive est déjà sur le site : <{source.archive}>. Rien à faire si elle s'ouvre."
    where = f"« archive: » et son adresse dans `docs/{library.texts[ref][FACTS].path}`" if ref else "son adresse"
    return f"Cherchez une copie : <{COPIES}{_plain(url)}>, puis écrivez {where}."


def _plain(text: str) -> str:
    """A value that closes neither a code nor an address."""
    return seen(text).translate(str.maketrans("", "", "`<> "))
