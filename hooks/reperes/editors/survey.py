"""What `scripts/translations` says of each translation: whether it is up to date, else what to do."""

from collections.abc import Iterator
from pathlib import Path

from reperes.catalogue.library import Library
from reperes.catalogue.translation import expected, state
from reperes.editors import history
from reperes.model import words
from reperes.model.paths import DOCS, FACTS, identify
from reperes.model.text import Text
from reperes.model.values import STAMP_CURE

TITLES = {  # in this order: what asks for work comes last, where a terminal shows it
    "current": "À jour",
    "unreadable": "À corriger d'abord (python3 scripts/check dit où)",
    "missing": "Manquantes",
    "outdated": "Dépassées : le français a changé depuis",
}


def report(root: Path, library: Library, language: str) -> Iterator[str]:
    """The lines an editor reads about a language."""
    files = states(library, language)
    name = words.load(language)["name"] if language in words.languages() else language
    for kind, title in TITLES.items():
        if files[kind]:
            yield f"{title} ({name}, {len(files[kind])})"
        for path in files[kind]:
            yield f"  {DOCS}{path}"
            if kind == "outdated":
                yield from (f"    {line}" for line in since(root, library, path))
    counts = [len(files[kind]) for kind in ("current", "missing", "outdated")]
    yield f"{name} : {counts[0]} à jour, {_many(counts[1], 'manquante')}, {_many(counts[2], 'dépassée')}."


def states(library: Library, language: str) -> dict[str, list[str]]:
    """The translations of every text that is published, by their state and by path from docs/."""
    files: dict[str, list[str]] = {kind: [] for kind in TITLES}
    for ref, facts in library.facts.items():
        texts = library.texts[ref]
        path = texts[FACTS].path.removesuffix(".md") + f".{language}.md"
        if not facts.withdrawn and (language in texts or expected(ref[0], texts[FACTS])):
            unread = language not in texts and path in library.documents
            files["unreadable" if unread else state(texts, language)].append(path)
    return files


def since(root: Path, library: Library, path: str) -> Iterator[str]:
    """What changed in the French since a translation was made from it, and what to do."""
    kind, id_, language = identify(path)
    texts = library.texts[kind, id_]
    french = DOCS + texts[FACTS].path
    if origin := history.origin(root, french, texts[language].source_stamp or ""):
        yield f"depuis {french} du {origin.day} ({origin.commit}) : [-enlevé-] {{+ajouté+}}"
        yield from (f"{key} : {change}" for key, change in history.changes(origin.words, texts[FACTS]))
    elif history.partial(root):
        yield "l'historique est incomplet ici : ce qui a changé n'est pas connu (git fetch --unshallow le complète)"
    else:
        yield f"l'historique ne garde pas le texte de {french} qui a été traduit : relisez toute la page"
    yield f"relisez-la, puis {STAMP_CURE} {DOCS}{path}"


def translations(library: Library) -> dict[str, tuple[Text, object]]:
    """Every translation that can be read, by path from docs/: its French words, and its stamp if any."""
    found = {}
    for name, document in library.documents.items():
        kind, id_, language = identify(name)
        french = library.texts.get((kind, id_), {}).get(FACTS)
        if language != FACTS and name.endswith(".md") and french and document.data:
            found[name] = french, document.data.get("traduit_de")
    return found


def _many(number: int, adjective: str) -> str:
    return f"{number} {adjective}{'s' if number > 1 else ''}"
