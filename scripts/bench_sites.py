"""Projects for the benches, made of the real texts: repeated under new names, or with more of one kind of content."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import bootstrap
import yaml
from reperes.model.paths import identify
from reperes.project import Project, open_project

ROOT = Path(bootstrap.ROOT)
HEADER = "---\ntitle: {title}\n{lines}sources: [{source}]\nrevu: 2026-11\n---\n{body}\n"
STOCK = ("site_name", "site_url", "docs_dir", "strict", "use_directory_urls", "markdown_extensions")


def real() -> Project:
    """The real project, without its register of addresses."""
    return replace(open_project(ROOT), ledger="")


def repeated(project: Project, pages: int) -> Project:
    """A project of at least as many pages: its sheets, events and terms again, under new names and titles."""
    docs, number = dict(project.docs), 0
    copied = [
        path for path in project.docs if identify(path)[0] in ("sheet", "event", "term") and _copied(project, path)
    ]
    many = sum(path.endswith(".md") and identify(path)[0] not in ("source", "training") for path in docs)
    while many < pages:
        number += 1
        for path in copied[: pages - many]:
            folder, _, name = path.rpartition("/")
            id_, rest = name.split(".", 1)
            docs[f"{folder}/{id_}-{number}.{rest}"] = _again(project.docs[path].decode(), number).encode()
        many += len(copied[: pages - many])
    return replace(project, docs=docs)


def grown(project: Project, kind: str, many: int) -> Project:
    """A project with as many more terms, events, sources or steps."""
    docs = dict(project.docs)
    source = next(identify(path)[1] for path in docs if identify(path)[0] == "source")
    for number in range(many):
        path, text = _content(kind, number, source)
        docs[path] = text.encode()
    if kind == "steps":
        path = next(path for path in sorted(docs) if identify(path)[0] == "path" and identify(path)[2] == "fr")
        steps = "".join(f"  - pas-{number}\n" for number in range(many))
        docs[path] = re.sub(r"(?m)^etapes:.*\n(?:[ -].*\n)*", f"etapes:\n{steps}", docs[path].decode()).encode()
    return replace(project, docs=docs)


def write(project: Project, folder: Path) -> Path:
    """A project on the disk, as MkDocs builds it."""
    for part in ("hooks", "overrides"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    return _texts(project, folder)


def stock(project: Project, folder: Path, *, menu: bool) -> Path:
    """The same texts for Material and static-i18n as they come, the search of Material included.

    Its navigation names every page; with `menu` it is ours, of a few lines, and Material has less to draw than we do.
    """
    text = re.sub(r"!!?\S+", "", (ROOT / "mkdocs.yml").read_text("utf-8"))
    given = yaml.safe_load(text)
    settings = {key: given[key] for key in STOCK if key in given} | {"strict": False, "theme": {"name": "material"}}
    settings["plugins"] = ["search", *given["plugins"]]
    if menu:
        settings["nav"] = given["nav"]
    folder.mkdir()
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings, allow_unicode=True, sort_keys=False), "utf-8")
    return _texts(project, folder)


def _texts(project: Project, folder: Path) -> Path:
    for path, raw in project.docs.items():
        file = folder / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(raw)
    return folder


def _copied(project: Project, path: str) -> bool:
    """Whether a file and its French one can stand twice: a name that moved or went cannot."""
    french = f"{path.rpartition('/')[0]}/{identify(path)[1]}.md"
    return path.endswith(".md") and not re.search(rb"(?m)^(anciens|retire|remplace|verifie):", project.docs[french])


def _again(text: str, number: int) -> str:
    """A text under another title, and a term without the names that would be those of two."""
    text = re.sub(
        r'(?m)^title: "?(.*?)"?$', lambda found: f"title: {_quoted(f'{found[1]} copie {number}')}", text, count=1
    )
    return re.sub(r"(?m)^(?:formes|synonymes|anciens_noms|developpe|exact|sens):.*\n(?:[ -]+.*\n)*", "", text)


def _quoted(title: str) -> str:
    return "'" + title.strip("'").replace("'", "’").replace('\\"', '"') + "'"


def _content(kind: str, number: int, source: str) -> tuple[str, str]:
    if kind == "sources":
        return f"bibliographie/source-{number}.md", f"---\ntitle: Source {number}\ngenre: loi\ndate: 2002\n---\n"
    if kind == "terms":
        lines = f"developpe: une notion numéro {number}\n"
        text = HEADER.format(title=f"NTN{number}", lines=lines, source=source, body="Une notion, et le CVS.")
        return f"glossaire/notion-{number}.md", text
    if kind == "events":
        lines = f"date: {1900 + number % 120}\npistes: [{('participation', 'travail-pair')[number % 2]}]\n"
        text = HEADER.format(title=f"Fait {number}", lines=lines, source=source, body="Un fait, au CVS et au GEM.")
        return f"histoire/evenements/fait-{number}.md", text
    lines = "description: Une phrase.\nsimple: Un mot. Deux mots. Trois mots.\nrubrique: similitudes\n"
    text = HEADER.format(title=f"Un pas {number}", lines=lines, source=source, body="## Un pas\n\nAu CVS.")
    return f"fiches/pas-{number}.md", text


def counted(project: Project) -> int:
    """How many pages a project has."""
    return sum(1 for _ in _paged(project))


def _paged(project: Project) -> Iterator[str]:
    yield from (
        path for path in project.docs if path.endswith(".md") and identify(path)[0] not in ("source", "training")
    )
