"""What the path of a file says: its kind, its id, its language, and whether it may stand there."""

import re
from typing import TypeAlias

from reperes.base.problems import slug
from reperes.model.kinds import FOLDERS
from reperes.model.values import ID
from reperes.source.frontmatter import Document

Ref: TypeAlias = tuple[str, str]  # kind and id

FACTS = "fr"  # the language whose files hold the facts
MARKDOWN = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")  # what MkDocs takes for a page, whatever the case
FRAME = (  # what every page, the menu or the 404 page leads to
    *("index.md", "aide.md", "comparer.md", "plan.md"),
    *("definitions/index.md", "fiches/index.md", "glossaire/index.md", "histoire/index.md"),
)
DOCS = "docs/"  # paths in problems start here
RESERVED = ("templates", "assets")  # MkDocs publishes nothing of the first, hooks/theme.py nothing of the other
RUNS = (
    ".htm",
    ".html",
    ".shtml",
    ".xhtml",
    ".xht",
    ".svg",
    ".svgz",
    ".xml",
    ".js",
    ".mjs",
    ".css",
)  # never of an author
EXPORTS = ("glossaire.json", "glossaire.csv", "histoire.json", "histoire.csv")  # computed, beside each language's home
THESAURUS = "glossaire.ttl"  # computed, for all languages at once
NAMES = "assets/reperes/search/names.{language}.json"  # what instant answers are made of, beside the scripts
INDEX = "assets/reperes/pagefind"  # the full texts, all languages


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
    folder = next((folder for folder, of in FOLDERS.items() if of == kind), "")
    name = re.sub(r"(^|/)index$", "", f"{folder}/{id_}".strip("/"))
    prefix = "" if language == FACTS else f"{language}/"
    return f"{prefix}{name}/" if name else prefix


def beside(ref: Ref, name: str) -> Ref:
    """The content that a file of another name in the same folder would be."""
    kind, id_ = ref
    folder = id_.rpartition("/")[0]
    return kind, f"{folder}/{name}".lstrip("/")


def well_named(document: Document, path: str, languages: tuple[str, ...]) -> bool:
    """Whether a file may stand where it does and be called what it is; if not, its document says why."""
    refusal = _refusal(path, languages)
    if refusal:
        document.blame_at((1, 1), "fichier", *refusal)
    return refusal is None


def _refusal(path: str, languages: tuple[str, ...]) -> tuple[str, str] | None:
    folder, _, name = path.rpartition("/")
    top = path.partition("/")[0]
    if top.removesuffix(".md") in languages:
        return f"« {top.removesuffix('.md')} » est l'adresse des pages d'une langue", "renommez-le"
    if top in RESERVED:
        return "il ne serait pas publié", "rangez les images dans docs/images/, les textes ailleurs"
    if name.lower().endswith(RUNS):
        return "un navigateur pourrait l'exécuter", "enlevez-le d'ici"
    home = next((home for home in FOLDERS if path.startswith(f"{home}/")), None)
    if home and folder != home:
        return f"un sous-dossier dans docs/{home}/", f"rangez le fichier dans docs/{home}/"
    if name.lower().endswith(MARKDOWN) and not name.endswith(".md"):
        stem, _, extension = name.rpartition(".")
        return f"l'extension « .{extension} »", f"renommez-le {stem}.md"
    if not name.endswith(".md"):
        return ("ce n'est pas un fichier .md", "rangez les images dans docs/images/") if home else None
    stem, _, suffix = name.removesuffix(".md").partition(".")
    if suffix == FACTS:
        return "le français n'a pas de suffixe", f"renommez-le {stem}.md"
    if suffix and suffix not in languages:
        known = " ou ".join(f"{stem}.{language}.md" for language in languages if language != FACTS)
        return f"« .{suffix} » n'est pas une langue du site", f"renommez-le {stem}.md, ou {known} pour une traduction"
    wrong = next((part for part in (*filter(None, folder.split("/")), stem) if not ID.fullmatch(part)), None)
    return None if wrong is None else (f"« {wrong} » n'est pas un identifiant", slug(wrong))
