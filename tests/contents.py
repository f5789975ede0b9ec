"""Small contents as plain strings, each right by itself, the library and the site they make."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from reperes import build
from reperes.base.problems import Problem
from reperes.catalogue import library
from reperes.model import words
from reperes.model.words import Words
from reperes.project import Project, open_project
from reperes.source.settings import Settings
from reperes.views.edition import Edition

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("fr", "en")
PATHS = {
    "term": "glossaire/x.md",
    "event": "histoire/evenements/x.md",
    "definition": "definitions/x.md",
    "sheet": "fiches/x.md",
    "page": "x.md",
    "path": "parcours/x.md",
    "source": "bibliographie/x.md",
    "training": "formations/x.md",
    "translation": "glossaire/x.en.md",
}
HEADS = {
    "term": ("title: Accueil", "sources: [un-livre]", "revu: 2026-11"),
    "event": ("title: Une loi", "date: 1984", "pistes: [contexte]", "sources: [un-livre]", "revu: 2026-11"),
    "definition": (
        "title: Une notion",
        "description: Une phrase.",
        "simple: Un. Deux. Trois.",
        "sources: [un-livre]",
        "revu: 2026-11",
    ),
    "page": ("title: Une page", "description: Une phrase."),
    "translation": ("title: Welcome", "traduit_de: 0123456789ab"),
}
HEADS["sheet"] = (*HEADS["definition"], "rubrique: similitudes")
HEADS |= {
    "path": (
        "title: Un parcours",
        "description: Une phrase.",
        "simple: Un. Deux. Trois.",
        "etapes: [bonne-distance, b]",
    ),
    "source": ("title: Un livre", "genre: recherche"),
    "training": ("title: Un cours", "organisme: Une école", "source: un-livre", "consulte: 2026-11"),
}


def write(kind: str, *lines: str, without: Iterable[str] = (), body: str = "Un texte.\n") -> str:
    """A file of a kind: the lines given, from line 2 on, then those it still needs, then its text."""
    given = {line.partition(":")[0] for line in lines}
    needed = [line for line in HEADS[kind] if line.partition(":")[0] not in {*given, *without}]
    return "\n".join(["---", *lines, *needed, "---", body])


# What stands in docs/ in every test: our own vocabularies, which the site's may outgrow, and two sources.
BASIS: dict[str, bytes] = {
    f"vocabulaires/{path.name}": path.read_bytes() for path in sorted((ROOT / "tests/fixture/vocabulaires").iterdir())
}
BASIS["bibliographie/un-livre.md"] = write("source", "title: Un livre", "date: 2020", body="").encode()
BASIS["bibliographie/un-film.md"] = write("source", "title: Un film", "date: 1999", body="").encode()
NEIGHBOURS = {
    "glossaire/x.md": write("term"),
    "glossaire/cvs.md": write("term", "title: CVS", "developpe: conseil de la vie sociale"),
    "glossaire/gem.md": write("term", "title: Groupe d'entraide"),
    "fiches/bonne-distance.md": write("sheet"),
}
FRAME = {  # the pages that every site has
    "index.md": "---\ntitle: Accueil\ndescription: Un petit site.\n---\nBonjour.\n",
    "aide.md": "---\ntitle: Aide\ndescription: Appeler.\n---\nLe 115.\n",
    "comparer.md": "---\ntitle: Comparer\ndescription: Deux colonnes.\n---\nL'un et l'autre.\n",
    "plan.md": "---\ntitle: Plan\ndescription: Tout.\n---\n```plan\n```\n",
    "definitions/index.md": "---\ntitle: Définitions\ndescription: Deux mots.\n---\n```definitions\n```\n",
    "fiches/index.md": "---\ntitle: Fiches\ndescription: Des fiches.\n---\n```fiches\n```\n",
    "histoire/index.md": "---\ntitle: Histoire\ndescription: Des dates.\n---\n```chronologie\n```\n",
    "glossaire/index.md": "---\ntitle: Glossaire\ndescription: Des mots.\n---\n```glossaire\n```\n",
}


def english(text: str) -> str:
    """A translation of a small page."""
    return text.replace("\n---\n", "\ntraduit_de: 000000000000\n---\n", 1)


FRAME |= {path.replace(".md", ".en.md"): english(text) for path, text in FRAME.items()}


def raw(files: Mapping[str, str | bytes]) -> dict[str, bytes]:
    """Files of docs/ as bytes."""
    return {path: text if isinstance(text, bytes) else text.encode() for path, text in files.items()}


FOUNDATION = library.read_all(BASIS, LANGUAGES)  # what is the same in every test is read once


def read(files: Mapping[str, str | bytes]) -> library.Library:
    """The library of some files, by their path from docs/, among vocabularies and sources."""
    return library.read_all(BASIS | raw(files), LANGUAGES, FOUNDATION)


def problems(files: Mapping[str, str | bytes]) -> list[str]:
    """What an author reads about some files."""
    return [str(problem) for problem in read(files).problems]


def problems_of(kind: str, *lines: str, without: Iterable[str] = (), body: str = "Un texte.\n") -> list[str]:
    """What an author reads about a file among neighbours."""
    own = {"fiches/b.md": write("sheet")} if kind == "path" else {}
    return problems(NEIGHBOURS | own | {PATHS[kind]: write(kind, *lines, without=without, body=body)})


REAL = open_project(ROOT)  # for its templates and settings; its texts are read by tests/content only


@cache
def real_library() -> library.Library:
    """All the real texts, read once."""
    return build.read(REAL)


SETTINGS: Settings = REAL.settings


def interface(library: library.Library) -> dict[str, Words]:
    """The words of every language, labels of vocabularies among them."""
    return {language: words.load(language) | library.vocabularies.labels(language) for language in library.languages}


def project(files: Mapping[str, str | bytes], **settings: object) -> Project:
    """A project of the frame and of some files, settings changed if need be."""
    chosen = replace(SETTINGS, **settings)  # type: ignore[arg-type]
    return Project(chosen, BASIS | raw(FRAME) | raw(files), skin=REAL.skin)


def site(files: Mapping[str, str | bytes], **settings: object) -> build.Site:
    """The site of some files, whose pages can be drawn."""
    return build.make(project(files, **settings))


def edition(files: Mapping[str, str | bytes], language: str = "fr") -> Edition:
    """The site of some files in a language."""
    return site(files).editions[language]


def draw(whole: build.Site, path: str, language: str = "fr") -> str:
    """The page of a file, as readers get it."""
    own = whole.editions[language]
    return build.draw(whole, own, own.catalogue.at(path)).decode()


def refused(files: Mapping[str, str | bytes]) -> list[Problem]:
    """Why a site cannot be made of some files."""
    try:
        site(files)
    except build.ContentError as error:
        return list(error.problems)
    return []
