"""How to cite a text of the site: a sentence, BibTeX, CSL-JSON (the citation styles of citationstyles.org)."""

import json
import re
from dataclasses import dataclass
from typing import Any

from reperes.catalogue.catalogue import Entry
from reperes.model import edtf_words
from reperes.model.kinds import KINDS
from reperes.views.edition import Edition

SPECIAL = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


@dataclass(frozen=True)
class Citing:
    """A text in words, and in the forms of bibliographies if it is one that people print and quote."""

    text: str
    bibtex: str = ""
    csl: str = ""


def citing(entry: Entry[Any], edition: Edition, month: str | None) -> Citing | None:
    """The citation of a text as of a month, if it has an address; while no publisher is named, the site is."""
    site_url, words = edition.settings.site_url, edition.words
    if not month or entry.facts.withdrawn or not site_url:
        return None
    title, url, key = entry.words.title, site_url + entry.url, f"reperes-{entry.url.strip('/').replace('/', '-')}"
    author, site = edition.settings.publisher["name"] or words["site"]["name"], words["site"]["name"]
    year, number = (int(part) for part in month.split("-"))
    said = edtf_words.month(month, words["dates"])
    authors = f"{author}, " if author != site else ""
    text = words["cite"]["text"].format(authors=authors, title=title, site=site, month=said, url=url)
    if not KINDS[entry.kind].printed:
        return Citing(text)
    fields = {"author": f"{{{_tex(author)}}}", "title": f"{{{_tex(title)}}}", "year": str(year), "month": str(number)}
    fields |= {
        "howpublished": _tex(site),
        "url": url,
        "langid": {"fr": "french", "en": "english"}.get(entry.words.lang, ""),
    }
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    item = {
        "id": key,
        "type": "webpage",
        "title": title,
        "author": [{"literal": author}],
        "container-title": site,
        "issued": {"date-parts": [[year, number]]},
        "URL": url,
        "language": entry.words.lang,
    }
    return Citing(text, f"@misc{{{key},\n{lines}\n}}", json.dumps([item], ensure_ascii=False, indent=1))


def _tex(text: str) -> str:
    """A text whose signs BibTeX does not take for its own."""
    return re.sub(r"[\\~^]|([&%$#_{}])", lambda found: f"\\{found[1]}" if found[1] else SPECIAL[found[0]], text)
