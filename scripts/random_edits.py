"""Fifty edits that editors make, at random, to any project: what the session is held against, and the bench times."""

import re
from collections.abc import Callable, Iterator, Mapping
from random import Random

Docs = dict[str, bytes]
Edit = dict[str, bytes | None]  # files of docs/ as they are afterwards; None for those that go

MONTH = re.compile(r"^revu: .*$", re.M)


class Author:
    """Someone who edits a project at random, each time in another way."""

    def __init__(self, seed: int = 1) -> None:
        """The same seed makes the same edits."""
        self.random = Random(seed)
        self.number = 0

    def edits(self, docs: Mapping[str, bytes], many: int) -> Iterator[tuple[str, Edit]]:
        """What is done and to which files; the caller applies each to `docs`, which is looked at again."""
        ways = list(WAYS.items())
        for number in range(many):
            self.number = number
            name, way = ways[number % len(ways)]
            made = way(self, dict(docs))
            if made:
                yield name, made

    def pick(self, docs: Docs, pattern: str, also: str = "", never: str = "") -> str:
        """A file whose path matches a pattern and whose text holds another; nothing when there is none."""
        found = [
            path
            for path in sorted(docs)
            if re.fullmatch(pattern, path)
            and (not also or re.search(also, docs[path].decode(), re.M))
            and not (never and re.search(never, docs[path].decode(), re.M))
        ]
        return self.random.choice(found) if found else ""


TERM, EVENT, SHEET = (
    r"glossaire/(?!index)[^.]*\.md",
    r"histoire/evenements/(?!index)[^.]*\.md",
    r"fiches/(?!index)[^.]*\.md",
)
ANY = r"(?!vocabulaires|bibliographie|formations).*\.md"
GONE = r"^retire:"


def change(docs: Docs, path: str, pattern: str, by: str | Callable[[re.Match[str]], str]) -> Edit:
    """One place of a file, said otherwise."""
    if not path:
        return {}
    old = docs[path].decode()
    new = re.sub(pattern, by, old, count=1, flags=re.M)
    return {path: new.encode()} if new != old else {}


def head(docs: Docs, path: str, line: str) -> Edit:
    """A line more in a header."""
    return change(docs, path, r"\A---\n", f"---\n{line}\n") if path else {}


def name_of(path: str) -> str:
    """The id of a file."""
    return path.rpartition("/")[2].partition(".")[0]


def text(author: Author, docs: Docs) -> Edit:
    path = author.pick(docs, ANY, never=GONE)
    return {path: docs[path] + f"\nUne phrase de plus, la {author.number}e.\n".encode()}


def first_sentence(author: Author, docs: Docs) -> Edit:
    path = author.pick(docs, TERM, never=GONE)
    return change(docs, path, r"\n---\n+", f"\n---\nAutrement dit ({author.number}). ")


def title(author: Author, docs: Docs) -> Edit:
    path = author.pick(docs, ANY, never=GONE)
    return change(docs, path, r"^title: (.*)$", f'title: "Un autre nom {author.number}"')


def term_title(author: Author, docs: Docs) -> Edit:
    path = author.pick(docs, TERM, never=GONE)
    used = re.findall(rb"\b[a-z]{7,9}\b", docs[author.pick(docs, SHEET)].partition(b"\n---\n")[2])
    word = author.random.choice(used or [b"phrase"]).decode()
    return change(docs, path, r"^title: (.*)$", f"title: {word}")


def expansion(author: Author, docs: Docs) -> Edit:
    path = author.pick(docs, TERM, also="^developpe:")
    return change(docs, path, r"^developpe: .*$", f"developpe: un nom en entier {author.number}")


def forms(author: Author, docs: Docs) -> Edit:
    path = author.pick(docs, TERM, never=f"^formes:|{GONE}")
    return head(docs, path, f"formes: [phrase, phrases de plus, forme{author.number}]")


def no_forms(author: Author, docs: Docs) -> Edit:
    return change(docs, author.pick(docs, TERM, also=r"^formes: \["), r"^formes: \[.*\n", "")


def exact(author: Author, docs: Docs) -> Edit:
    return head(docs, author.pick(docs, TERM, never=f"^exact:|{GONE}"), "exact: true")


def event_date(author: Author, docs: Docs) -> Edit:
    path = author.pick(docs, EVENT, also="^date:", never=f"^verifie|{GONE}")
    return change(docs, path, r"^date: .*$", f"date: {author.random.randint(1950, 2024)}")


def tracks(author: Author, docs: Docs) -> Edit:
    path = author.pick(docs, EVENT, also=r"^pistes: \[", never=GONE)
    return change(docs, path, r"^pistes: .*$", author.random.choice(("pistes: [contexte]", "pistes: [travail-pair]")))


def new_term(author: Author, docs: Docs) -> Edit:
    source = name_of(author.pick(docs, r"bibliographie/[^.]*\.md"))
    head = f"---\ntitle: phrase\nsources: [{source}]\nrevu: 2026-11\n---\n"
    return {f"glossaire/nouveau-{author.number}.md": f"{head}Ce que veut dire ce mot.\n".encode()}


def new_sheet(author: Author, docs: Docs) -> Edit:
    path = author.pick(docs, SHEET, never=f"^anciens:|^```|{GONE}")
    copy = change(docs, path, r"^title: .*$", f"title: Une fiche {author.number}") if path else {}
    return {f"fiches/nouvelle-{author.number}.md": copy[path]} if copy else {}


def deletion(author: Author, docs: Docs) -> Edit:
    """A file that nothing names, and its translations."""
    for _ in range(200):
        path = author.pick(docs, f"{TERM}|{EVENT}")
        word = name_of(path)
        others = b"\n".join(raw for other, raw in docs.items() if name_of(other) != word and not other.endswith("png"))
        if path and not re.search(rb"(?<![\w-])" + word.encode() + rb"(?![\w-])", others):
            return {other: None for other in docs if other.startswith(path[:-2])}
    return {}


def rename(author: Author, docs: Docs) -> Edit:
    """A file under another name, which says the old one; all that led to it follows."""
    path = author.pick(docs, f"{TERM}|{SHEET}", never="^anciens:")
    old, new = name_of(path), f"renomme-{author.number}"
    made: Edit = {}
    for other, raw in docs.items():
        if other.startswith(path[:-2]):
            made[other] = None
            made[other.replace(f"/{old}.", f"/{new}.")] = raw
    folder = path.rpartition("/")[0]
    made[f"{folder}/{new}.md"] = head(docs, path, f"anciens: [{old}]")[path]
    for other in list(docs):
        target = other.replace(f"/{old}.", f"/{new}.") if other in made else other
        raw = made.get(target) or docs[other]
        if other.endswith(".md") and raw:
            said = re.sub(rb"(?<=[/(])" + old.encode() + rb"(?=\.(en\.)?md)", new.encode(), raw)
            parts = said.split(b"\n---\n", 1)
            parts[0] = re.sub(
                rb"(?m)^((?:voir|remplace|termes|fiches|etapes|sens):.*?(?<![\w-]))" + old.encode() + rb"(?![\w-])",
                rb"\1" + new.encode(),
                parts[0],
            )
            parts[0] = re.sub(rb"(?m)^(  ?-? *)" + old.encode() + rb"$", rb"\g<1>" + new.encode(), parts[0])
            if (said := b"\n---\n".join(parts)) != raw:
                made[target] = said
    return made


def meaning(author: Author, docs: Docs) -> Edit:
    term = author.pick(docs, TERM, also=r"^title: [^\"'\n:]+$", never=GONE)
    page = author.pick(docs, SHEET, never=f"^sens:|{GONE}")
    called = re.search(r"^title: (.*)$", docs[term].decode(), re.M) if term else None
    return head(docs, page, f"sens: {{{called[1].strip()}: {name_of(term)}}}") if called and page else {}


def silence(author: Author, docs: Docs) -> Edit:
    return head(docs, author.pick(docs, ANY, never=f"^glossaire:|{GONE}|^traduit_de"), "glossaire: non")


def source(author: Author, docs: Docs) -> Edit:
    key, value = author.random.choice(
        (("title", f"Une source {author.number}"), ("date", "1999"), ("url", f"https://exemple.org/{author.number}"))
    )
    path = author.pick(docs, r"bibliographie/[^.]*\.md", also=f"^{key}:")
    return change(docs, path, rf"^{key}: .*$", f"{key}: {value}")


def reference(author: Author, docs: Docs) -> Edit:
    path = author.pick(docs, f"{SHEET}|{TERM}|{EVENT}", never=GONE)
    key = name_of(author.pick(docs, r"bibliographie/[^.]*\.md"))
    return {path: docs[path] + f"\nC'est écrit [^{key}].\n".encode()}


def no_reference(author: Author, docs: Docs) -> Edit:
    path = author.pick(docs, f"{SHEET}|{TERM}", also=r"^sources:", never=GONE)
    return change(docs, path, r"[  ]*\[\^[\w-]+\](?!:)", "") if path else {}


def label(author: Author, docs: Docs) -> Edit:
    path = author.pick(docs, r"vocabulaires/.*\.yml")
    return change(docs, path, r"\{fr: ([^,}]*)", f'{{fr: "Un nom {author.number}"')


def translation(author: Author, docs: Docs) -> Edit:
    """A text that had none."""
    made: Edit = {}
    for path in sorted(docs):
        if re.fullmatch(TERM, path) and f"{path[:-2]}en.md" not in docs and b"retire:" not in docs[path]:
            made = {f"{path[:-2]}en.md": b"---\ntitle: a word\ntraduit_de: 000000000000\n---\nWhat this word means.\n"}
    return made


def no_translation(author: Author, docs: Docs) -> Edit:
    path = author.pick(docs, r"(glossaire|fiches|histoire/evenements)/(?!index)[^.]*\.en\.md")
    led = b"\n".join(raw for other, raw in docs.items() if other.endswith(".md"))
    return {path: None} if path and path.rpartition("/")[2].encode() not in led else {}


def heading(author: Author, docs: Docs) -> Edit:
    """A heading of a page that nothing leads to by its anchor, which changes those of its translation."""
    led = set(
        re.findall(r"([\w-]+)(?:\.en)?\.md#", b"\n".join(d for p, d in docs.items() if p.endswith(".md")).decode())
    )
    found = [p for p in docs if re.fullmatch(SHEET, p) and name_of(p) not in led and b"\n## " in docs[p]]
    path = author.random.choice(sorted(found)) if found else ""
    own = re.search(r"\]\(#", docs[path].decode()) if path else True
    return {} if own else change(docs, path, r"^## .*$", f"## Un autre titre {author.number}")


def order(author: Author, docs: Docs) -> Edit:
    path = author.pick(docs, SHEET, never=GONE)
    rank = author.random.randint(1, 99)
    return change(docs, path, r"^ordre: .*$", f"ordre: {rank}") or (head(docs, path, f"ordre: {rank}") if path else {})


def section(author: Author, docs: Docs) -> Edit:
    path = author.pick(docs, SHEET, also="^rubrique:", never=GONE)
    known = re.findall(r"^([a-z-]+):", docs["vocabulaires/rubriques.yml"].decode(), re.M)
    return change(docs, path, r"^rubrique: .*$", f"rubrique: {author.random.choice(known)}")


def steps(author: Author, docs: Docs) -> Edit:
    path = author.pick(docs, r"parcours/(?!index)[^.]*\.md")
    sheets = [name_of(author.pick(docs, SHEET, never=GONE)) for _ in range(4)]
    said = f"etapes: [{', '.join(dict.fromkeys(sheets))}]\n"
    return change(docs, path, r"^etapes:(.*\n)(?:[ -].*\n)*", said) if len(set(sheets)) > 1 else {}


def withdrawn(author: Author, docs: Docs) -> Edit:
    """A word, an event that nothing names by its id."""
    gone = deletion(author, docs)
    path = min(gone, default="")
    french = path if path and not path.endswith(".en.md") else path.replace(".en.md", ".md")
    return head(docs, french, "retire: 2026-11") if french in docs else {}


def other(author: Author, docs: Docs) -> Edit:
    """A file that is no text."""
    return {f"images/point-{author.number}.gif": b"GIF89a\x01\x00\x01\x00\x00\x00\x00;"}


WAYS: dict[str, Callable[[Author, Docs], Edit]] = {
    way.__name__: way
    for way in (
        *(text, first_sentence, title, term_title, expansion, forms, no_forms, exact, event_date, tracks, new_term),
        *(new_sheet, deletion, rename, meaning, silence, source, reference, no_reference, label, translation),
        *(no_translation, heading, order, section, steps, withdrawn, other),
    )
}
