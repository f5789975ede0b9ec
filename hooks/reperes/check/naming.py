"""Whether a file may stand where it does and be called what it is."""

import re
from functools import lru_cache

from reperes.base.problems import slug
from reperes.check import files
from reperes.model.kinds import FOLDERS
from reperes.model.paths import FACTS
from reperes.model.values import ID
from reperes.model.vocabularies import FOLDER, NAMES, PASSAGES, words_allowed
from reperes.source.frontmatter import Document

MARKDOWN = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")  # what MkDocs takes for a page, whatever the case
RESERVED = ("templates", "assets")  # MkDocs publishes nothing of the first, the other is the skin's
TRANSLATED = re.compile(r"(?P<stem>.+)[-_ ](?P<language>[a-z]{2})")


def well_named(document: Document, path: str, languages: tuple[str, ...]) -> bool:
    """Whether a file may stand where it does and be called what it is; if not, its document says why."""
    refusal = _refusal(path, languages)
    if refusal:
        document.blame_at((1, 1), "fichier", *refusal)
    return refusal is None


@lru_cache(maxsize=1 << 14)
def _refusal(path: str, languages: tuple[str, ...]) -> tuple[str, str] | None:
    folder, _, name = path.rpartition("/")
    top = path.partition("/")[0]
    if top.removesuffix(".md") in languages:
        return f"« {top.removesuffix('.md')} » est l'adresse des pages d'une langue", "renommez-le"
    if top in RESERVED:
        return "il ne serait pas publié", "rangez les images dans docs/images/, les textes ailleurs"
    if folder == FOLDER:
        known = ", ".join(f"{one}.yml" for one in NAMES)
        right = name.removesuffix(".yml") in NAMES or path in (PASSAGES, *map(words_allowed, languages))
        return None if right else ("ce n'est pas une liste du site", f"les listes sont {known}")
    if refused := files.reserved(path):
        return refused
    home = next((home for home in FOLDERS if path.startswith(f"{home}/")), None)
    if home and folder != home:
        return f"un sous-dossier dans docs/{home}/", f"rangez le fichier dans docs/{home}/"
    if name.lower().endswith(MARKDOWN) and not name.endswith(".md"):
        stem, _, extension = name.rpartition(".")
        return f"l'extension « .{extension} »", f"renommez-le {stem}.md"
    if not name.endswith(".md"):
        return _published(path, home)
    stem, _, suffix = name.removesuffix(".md").partition(".")
    if suffix == FACTS:
        return "le français n'a pas de suffixe", f"renommez-le {stem}.md"
    if suffix and suffix not in languages:
        known = " ou ".join(f"{stem}.{language}.md" for language in languages if language != FACTS)
        return f"« .{suffix} » n'est pas une langue du site", f"renommez-le {stem}.md, ou {known} pour une traduction"
    if (glued := TRANSLATED.fullmatch(stem)) and glued["language"] in languages[1:]:
        ours = f"{glued['stem']}.{glued['language']}.md"
        return "le nom d'une traduction a un point avant la langue", f"renommez-le {ours}"
    odd = next((part for part in (*filter(None, folder.split("/")), stem) if not ID.fullmatch(part)), None)
    return None if odd is None else (f"« {odd} » n'est pas un identifiant", slug(odd))


def _published(path: str, home: str | None) -> tuple[str, str] | None:
    """A file that is published as it is: its type, then its name, then its place."""
    folder = path.rpartition("/")[0]
    wrong = next((part for part in filter(None, folder.split("/")) if not ID.fullmatch(part)), None)
    if refusal := files.named(path):
        return refusal
    if wrong is not None:
        return f"« {wrong} » n'est pas un identifiant", slug(wrong)
    return ("ce n'est pas un fichier .md", "rangez les images dans docs/images/") if home else None
