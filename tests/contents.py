"""Small contents as plain strings, each right by itself, and the library they make."""

from collections.abc import Iterable, Mapping

from reperes.catalogue import library

LANGUAGES = ("fr", "en")
PATHS = {
    "term": "glossaire/x.md",
    "event": "histoire/evenements/x.md",
    "definition": "definitions/x.md",
    "sheet": "fiches/x.md",
    "page": "x.md",
    "translation": "glossaire/x.en.md",
}
HEADS = {
    "term": ("title: Accueil", "sources: [{titre: Un livre}]", "revu: 2026-11"),
    "event": ("title: Une loi", "date: 1984", "pistes: [contexte]", "sources: [{titre: Un livre}]", "revu: 2026-11"),
    "definition": (
        "title: Une notion",
        "description: Une phrase.",
        "simple: Un. Deux. Trois.",
        "sources: [{titre: Un livre}]",
        "revu: 2026-11",
    ),
    "page": ("title: Une page", "description: Une phrase."),
    "translation": ("title: Welcome", "traduit_de: 0123456789ab"),
}
HEADS["sheet"] = (*HEADS["definition"], "rubrique: similitudes")


def write(kind: str, *lines: str, without: Iterable[str] = (), body: str = "Un texte.\n") -> str:
    """A file of a kind: the lines given, from line 2 on, then those it still needs, then its text."""
    given = {line.partition(":")[0] for line in lines}
    needed = [line for line in HEADS[kind] if line.partition(":")[0] not in {*given, *without}]
    return "\n".join(["---", *lines, *needed, "---", body])


NEIGHBOURS = {
    "glossaire/x.md": write("term"),
    "glossaire/cvs.md": write("term", "title: CVS", "developpe: conseil de la vie sociale"),
    "glossaire/gem.md": write("term", "title: Groupe d'entraide"),
    "fiches/bonne-distance.md": write("sheet"),
}


def read(files: Mapping[str, str | bytes]) -> library.Library:
    """The library of some files, by their path from docs/."""
    raw = {path: text if isinstance(text, bytes) else text.encode() for path, text in files.items()}
    return library.read_all(raw, LANGUAGES)


def problems(files: Mapping[str, str | bytes]) -> list[str]:
    """What an author reads about some files."""
    return [str(problem) for problem in read(files).problems]


def problems_of(kind: str, *lines: str, without: Iterable[str] = (), body: str = "Un texte.\n") -> list[str]:
    """What an author reads about a file among neighbours."""
    return problems(NEIGHBOURS | {PATHS[kind]: write(kind, *lines, without=without, body=body)})
