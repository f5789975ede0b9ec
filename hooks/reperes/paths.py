"""What the path of a file says: its kind, its id, its language, and whether it may stand there."""

import re

from reperes.frontmatter import Document
from reperes.model import FOLDERS, ID
from reperes.problems import suggest

FACTS = "fr"  # the language whose files hold the facts
DOCS = "docs/"  # paths in problems start here


def identify(path: str) -> tuple[str, str, str]:
    """Kind, id and language of a file, from its path."""
    stem = path.removesuffix(".md")
    head, _, suffix = stem.rpartition(".")
    language = suffix if head and re.fullmatch(r"[a-z]{2,3}", suffix) else FACTS
    stem = head if language != FACTS or (head and suffix == FACTS) else stem
    folder, _, name = stem.rpartition("/")
    kind = FOLDERS.get(folder, "page")
    return ("page", stem, language) if kind == "page" or name == "index" else (kind, name, language)


def well_named(document: Document, path: str, languages: tuple[str, ...]) -> bool:
    """Whether a file may stand where it does and be called what it is; if not, its document says why."""
    folder = next((folder for folder in FOLDERS if path.startswith(f"{folder}/")), None)
    name = path.rpartition("/")[2]
    stem, _, suffix = name.removesuffix(".md").partition(".")
    fault = cure = ""
    if folder and "/" in path.removeprefix(f"{folder}/"):
        if any(path.startswith(f"{deeper}/") for deeper in FOLDERS if deeper.startswith(f"{folder}/")):
            return True
        fault, cure = "un sous-dossier dans un dossier de fiches", f"rangez le fichier dans docs/{folder}/"
    elif folder and not name.endswith(".md"):
        fault, cure = "ce n'est pas un fichier .md", "rangez les images dans docs/images/"
    elif name.endswith(".md") and suffix == FACTS:
        fault, cure = "le français n'a pas de suffixe", f"renommez-le {stem}.md"
    elif name.endswith(".md") and suffix and suffix not in languages:
        fault, cure = f"« .{suffix} » n'est pas une langue du site", suggest(suffix, languages)
    elif name.endswith(".md") and not ID.fullmatch(stem):
        fault, cure = (
            f"« {stem} » n'est pas un identifiant",
            "des minuscules sans accent, des chiffres et des tirets : loi-2002-2.md",
        )
    if fault:
        document.blame_at((1, 1), "fichier", fault, cure)
    return not fault
