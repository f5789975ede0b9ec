"""What the path of a file says: its kind, its id, its language, its address."""

import re
from functools import lru_cache
from typing import TypeAlias

from reperes.model.kinds import FOLDERS, KINDS

Ref: TypeAlias = tuple[str, str]  # kind and id

FACTS = "fr"  # the language whose files hold the facts
FRAME = (  # what every page, the menu or the 404 page leads to
    *("index.md", "aide.md", "comparer.md", "plan.md"),
    *("definitions/index.md", "fiches/index.md", "glossaire/index.md", "histoire/index.md"),
)
LEDGER = ".addresses"  # beside mkdocs.yml: every address ever published, one a line; `scripts/addresses` adds to it
DOCS = "docs/"  # paths in problems start here
EXPORTS = ("glossaire.json", "glossaire.csv", "histoire.json", "histoire.csv")  # computed, beside each language's home
THESAURUS = "glossaire.ttl"  # computed, for all languages at once
NAMES = "assets/reperes/search/names.{language}.json"  # what instant answers are made of, beside the scripts
INDEX = "assets/reperes/pagefind"  # the full texts, all languages


@lru_cache(maxsize=1 << 14)  # asked of every file at every step
def identify(path: str) -> tuple[str, str, str]:
    """Kind, id and language of a file, from its path."""
    stem = path.removesuffix(".md")
    head, _, suffix = stem.rpartition(".")
    language = suffix if head and re.fullmatch(r"[a-z]{2,3}", suffix) else FACTS
    stem = head if language != FACTS or (head and suffix == FACTS) else stem
    folder, _, name = stem.rpartition("/")
    kind = FOLDERS.get(folder, "page")
    return ("page", stem, language) if kind == "page" or name == "index" else (kind, name, language)


def address(ref: Ref, language: str) -> str:
    """The address of a content from the root of the site in a language, decided once (see the content model)."""
    kind, id_ = ref
    if page := KINDS[kind].line_of:
        return f"{address(('page', page), language)}#{anchor(ref)}"
    folder = KINDS[kind].folder
    name = re.sub(r"(^|/)index$", "", f"{folder}/{id_}".strip("/"))
    prefix = "" if language == FACTS else f"{language}/"
    return f"{prefix}{name}/" if name else prefix


def anchor(ref: Ref) -> str:
    """The id, on the page that lists it, of a content that has no page of its own."""
    return "-".join(ref)


def beside(ref: Ref, name: str) -> Ref:
    """The content that a file of another name in the same folder would be."""
    kind, id_ = ref
    folder = id_.rpartition("/")[0]
    return kind, f"{folder}/{name}".lstrip("/")


def relative(target: str, here: str) -> str:
    """An address from the root of the site as a link from the page at another, as MkDocs spells it."""
    ahead, behind = ([part for part in path.split("/") if part not in ("", ".")] for path in (target, here))
    while ahead and behind and ahead[0] == behind[0]:
        ahead, behind = ahead[1:], behind[1:]
    found = "/".join([".."] * len(behind) + ahead) or "."
    return f"{found}/" if target.endswith("/") or not target else found
