"""Sites for the benches: copies of the generator with as many pages as asked, in the words of the real texts."""

import random
import re
import shutil
import string
import subprocess
import sys
from functools import cache
from pathlib import Path

import bootstrap

WORDS = 800
PAGE = "---\ntitle: {title}\ndescription: Une page.\n---\n"
TERM = "---\ntitle: {title}\ndeveloppe: {words}\nsources:\n  - titre: Une source\nrevu: 2026-11\n---\n"
EVENT = TERM.replace("developpe: {words}", "date: '{year}'\npistes: [{track}]")
TRACKS = ("participation", "travail-pair", "contexte")


def project(folder: Path) -> Path:
    """A copy of the generator with the fewest pages."""
    root = Path(bootstrap.ROOT)
    for part in ("hooks", "overrides"):
        shutil.copytree(root / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    settings = (root / "mkdocs.yml").read_text("utf-8").replace("not_in_nav: |", "not_in_nav: |\n  /textes/")
    (folder / "mkdocs.yml").write_text(settings, "utf-8")
    blocks = {"histoire": "chronologie", "glossaire": "glossaire", "definitions": "definitions", "fiches": "fiches"}
    blocks = {f"{name}/index": block for name, block in blocks.items()} | {"recherche": "recherche"}
    for path in ("index", "aide", "comparer", "plan", *blocks):
        block = blocks.get(path, "")
        body = f"```{block}\n```\n" if block else "Un texte.\n"
        write(folder / f"docs/{path}.md", PAGE.format(title=path.capitalize()) + body)
        stamped = PAGE.replace("\n---\n", "\ntraduit_de: 000000000000\n---\n")
        write(folder / f"docs/{path}.en.md", stamped.format(title=path.capitalize()) + body)
    return folder


def fill(root: Path, pages: int) -> list[str]:
    """Write pages in the proportions of the real site; the acronyms of its terms."""
    acronyms: list[str] = []
    for n in range(pages):
        words = " ".join(w.strip(".,;:!?«»()").lower() for w in prose(8).split()[2 : random.randint(6, 9)]) or "texte"
        words = words.replace("'", " ").replace(":", " ").capitalize()
        if n % 20 < 9:
            acronyms.append(f"{''.join(random.choices(string.ascii_uppercase, k=4))}{n}")
            write(root / f"docs/glossaire/terme-{n}.md", TERM.format(title=acronyms[-1], words=words) + prose(80))
        elif n % 20 < 15:
            write_event(root, n, words, 1920 + n % 100, 90)
        else:
            write(root / f"docs/textes/page-{n}.md", PAGE.format(title=words) + prose(450))
    return acronyms


def write_event(root: Path, number: int, title: str, year: int, words: int) -> None:
    """One event, on a track or another."""
    head = EVENT.format(title=title, year=year, track=random.choice(TRACKS))
    write(root / f"docs/histoire/evenements/evenement-{number}.md", head + prose(words))


def write_terms(root: Path, names: list[str]) -> None:
    """One file per term, in place of those that were there."""
    for old in (root / "docs/glossaire").glob("*.md"):
        if not old.name.startswith("index"):
            old.unlink()
    for n, name in enumerate(names):
        text = TERM.format(title=name.replace("-", " "), words=f"{name} en toutes lettres") + "Une définition courte.\n"
        write(root / f"docs/glossaire/terme-{n}.md", text)


def terms_of(number: int) -> list[str]:
    """The real entries of the glossary, then pairs of words met in no text, up to a number."""
    real = sorted(path.stem for path in Path(bootstrap.ROOT, "docs/glossaire").glob("*.md") if "." not in path.stem)
    real = [id_ for id_ in real if id_ != "index"]
    return (real + [f"terme-inventé-{n}" for n in range(number)])[:number]


def prose(words: int = WORDS) -> str:
    """Ordinary French: sentences of the site's own texts, one in eight of which names an entry of the glossary."""
    plain, naming = sentences()
    chosen: list[str] = []
    while sum(len(sentence.split()) for sentence in chosen) < words:
        chosen.append(random.choice(plain if len(chosen) % 8 else naming))
    paragraphs = (" ".join(chosen[n : n + 5]) for n in range(0, len(chosen), 5))
    return "\n\n".join(paragraphs) + "\n"


@cache
def sentences() -> tuple[list[str], list[str]]:
    """The sentences of the site's texts: those that name no entry, and those that do."""
    from reperes.catalogue.folder import read_folder
    from reperes.markdown.term_finder import Finder
    from reperes.model import words
    from reperes.source.settings import languages

    root = Path(bootstrap.ROOT)
    catalogue = read_folder(root / "docs", languages(root)).catalogue("fr")
    said = words.load("fr")
    finder = Finder(catalogue.terms.values(), said["inflections"], said["small_words"])
    texts = [entry.words.body for entry in (*catalogue.sheets.values(), *catalogue.events.values())]
    found = [s for text in texts for s in re.findall(r"(?<=[.!?] )[^\n.!?|`\[\]]{30,}[.!?](?=\s)", text)]
    naming = [sentence for sentence in found if any(finder.find(sentence))]
    return [sentence for sentence in found if sentence not in naming], naming


def variant(root: Path, name: str, file: str, old: str, new: str) -> Path:
    """A copy of a project in which one file says something else."""
    copy = shutil.copytree(root, root.with_name(name))
    text = (copy / file).read_text("utf-8")
    assert old in text, f"{file} has changed: say here what to replace"
    (copy / file).write_text(text.replace(old, new), "utf-8")
    return copy


def build(root: Path, site: Path) -> Path:
    """Build a project; the folder of its site."""
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(root / "mkdocs.yml"), "-d", str(site)]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    return site


def write(path: Path, text: str) -> None:
    """Write a file in a folder made if need be."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
