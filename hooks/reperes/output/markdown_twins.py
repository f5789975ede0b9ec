"""The Markdown of each page beside it, for those who reuse texts, and `llms.txt`, which lists them (llmstxt.org).

A page that lists others keeps its own words; what the generator draws in it is not written again.
"""

import re
from collections.abc import Iterator, Mapping
from posixpath import dirname, join, normpath
from typing import Any

from reperes.catalogue.catalogue import Catalogue, Entry
from reperes.check.links import LINK, remote
from reperes.check.markup import mask
from reperes.markdown.renderer import spoken
from reperes.model import edtf_words
from reperes.model.blocks import BLOCKS
from reperes.model.kinds import PAGED
from reperes.model.paths import FACTS, address, identify
from reperes.views.edition import Edition

TWIN = "index.md"
DRAWN = re.compile(rf"(?m)^```(?:{'|'.join(BLOCKS)})[ \t]*\n(?:.*\n)*?```[ \t]*\n?")


def texts(edition: Edition) -> dict[str, bytes]:
    """The twins of a language, by path."""
    entries = [entry for entry in spoken(edition.catalogue) if not entry.facts.withdrawn]
    return {f"{entry.url}{TWIN}": twin(entry, edition).encode() for entry in entries}


def twin(entry: Entry[Any], edition: Edition) -> str:
    """A page as Markdown: title, expansion, easy text, body, sources, address."""
    words, site_url = entry.words, edition.settings.site_url
    parts = [f"# {words.title}", words.expansion or "", words.description or ""]
    if words.simple:
        parts += [
            "\n".join((f"> **{edition.words['page']['simple']}**  ", *(f"> {one}  " for one in words.simple_sentences)))
        ]
    parts += [_linked(DRAWN.sub("", words.body), words.path, edition).strip()]
    parts += ["\n".join(_notes(entry, edition))]
    if entry.facts.reviewed:
        month = edtf_words.month(entry.facts.reviewed, edition.words["dates"])
        parts += [edition.words["page"]["reviewed"].format(month=month)]
    return "\n\n".join(part for part in (*parts, f"<{site_url}{entry.url}>") if part) + "\n"


def llms(editions: Mapping[str, Edition]) -> bytes:
    """The list of the twins, by language and by kind."""
    first = editions[FACTS]
    lines = [f"# {first.words['site']['name']}", "", f"> {first.words['site']['tagline']}"]
    for edition in editions.values():
        for kind, entries in _listed(edition.catalogue):
            lines += ["", f"## {edition.words['kinds_plural'][kind]} ({edition.language})", ""]
            lines += [_line(entry, edition.settings.site_url) for entry in entries]
    return ("\n".join(lines) + "\n").encode()


def _listed(catalogue: Catalogue) -> Iterator[tuple[str, list[Entry[Any]]]]:
    for kind in PAGED:
        entries = [one for one in catalogue.of_kind(kind.name).values() if one.words.lang == catalogue.language]
        if entries:
            yield kind.name, entries


def _line(entry: Entry[Any], site_url: str) -> str:
    title = entry.words.title.replace("[", "\\[").replace("]", "\\]")
    return f"- [{title}]({site_url}{entry.url}{TWIN}): {entry.words.description or entry.summary}"


def _linked(body: str, path: str, edition: Edition) -> str:
    """Links to files of docs/ as links to the twins of their pages, in the same language where it has one."""
    for found in reversed(list(LINK.finditer(mask(body)))):
        target, (start, end) = found["inline"], found.span("inline")
        if target and not remote(target) and not target.startswith("#"):
            file, hash_, place = target.partition("#")
            body = body[:start] + _address(normpath(join(dirname(path), file)), edition) + hash_ + place + body[end:]
    return body


def _address(file: str, edition: Edition) -> str:
    site_url = edition.settings.site_url
    if not file.endswith(".md"):
        return site_url + file
    entry = edition.catalogue.at(file)
    kind, id_, _ = identify(file)
    return site_url + address((kind, id_), entry.words.lang) + TWIN


def _notes(entry: Entry[Any], edition: Edition) -> Iterator[str]:
    article = edition.articles[entry.words.path]
    for key in article.references:
        source = edition.catalogue.sources[key]
        said = (source.texts[FACTS].title, source.facts.author, source.facts.url)
        yield f"[^{key}]: {', '.join(filter(None, said))}"
