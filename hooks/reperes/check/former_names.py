"""What was published before: files that have another name, files that are gone; each told once, with its cure."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from reperes.model.kinds import FOLDERS, KINDS
from reperes.model.paths import DOCS, FACTS, Ref, address, beside, identify
from reperes.source.frontmatter import read

FORMER = re.compile(rb"^anciens[ \t]*:", re.M)
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True)
class Memory:
    """The contents that stood under another name, and those that stand no more."""

    renamed: Mapping[Ref, Ref] = field(default_factory=dict)
    gone: frozenset[Ref] = frozenset()
    untranslated: tuple[tuple[Ref, str], ...] = ()  # whose page answered in a language, and does no more
    new: tuple[Ref, ...] = ()  # whose address is not in the register


def recall(ledger: str, files: Mapping[str, bytes], languages: tuple[str, ...]) -> Memory:
    """What the register of addresses and the old names given in files say together."""
    texts = [path for path in files if path.endswith(".md")]
    standing = {identify(path)[:2] for path in texts if identify(path)[2] == FACTS}
    renamed = {
        beside(identify(path)[:2], old): identify(path)[:2]
        for path in texts
        if FORMER.search(files[path]) and identify(path)[2] == FACTS
        for old in _former(path, files[path])
    }
    renamed = {old: now for old, now in renamed.items() if old not in standing}
    known = {line.strip("/") for line in ledger.splitlines() if line.startswith("/")}
    answering = {address(ref, FACTS).strip("/") for ref in (*standing, *renamed) if KINDS[ref[0]].paged}
    lost = [place for place in sorted(known - answering) if "." not in place]
    spoken = {(*identify(path)[:2], identify(path)[2]) for path in texts}
    gone, untranslated = set(), []
    for place in lost:
        language, _, rest = place.partition("/")
        if language not in languages[1:]:
            gone.add(_at(place))
        elif (ref := _standing(rest, standing)) and (*ref, language) not in spoken:
            untranslated.append((ref, language))
    new = tuple(sorted(ref for ref in standing if KINDS[ref[0]].paged and address(ref, FACTS).strip("/") not in known))
    return Memory(renamed, frozenset(gone), tuple(untranslated), new)


def missing(memory: Memory) -> Iterator[tuple[str, str, str]]:
    """Path from docs/, fault and cure of each file that was published and is gone."""
    for ref in sorted(memory.gone):
        cure = "remettez-le, avec « retire: » et le mois s'il ne sert plus ; s'il a changé de nom, "
        cure += _renaming(ref, memory)
        yield _path(ref), "ce fichier a été publié, et il n'est plus là", cure
    for ref, language in memory.untranslated:
        yield f"{_path(ref)[:-3]}.{language}.md", "cette traduction a été publiée, et elle n'est plus là", "remettez-la"


def path_now(memory: Memory, path: str) -> str | None:
    """Where the text that a path, from docs/, once led to stands now; None when it did not move."""
    kind, id_, language = identify(path)
    now = memory.renamed.get((kind, id_))
    return None if now is None else _path(now) if language == FACTS else f"{_path(now)[:-3]}.{language}.md"


def is_gone(memory: Memory, path: str) -> bool:
    """Whether a path, from docs/, is that of a file told to be gone."""
    return bool(memory.gone) and path.endswith(".md") and identify(path)[:2] in memory.gone


def _renaming(ref: Ref, memory: Memory) -> str:
    """How to say the new name, in the file that probably has it."""
    old = ref[1].rpartition("/")[2]
    names = {id_: (kind, id_) for kind, id_ in memory.new if kind == ref[0]}
    close = list(names) if len(names) == 1 else get_close_matches(ref[1], names, n=1, cutoff=0.5)
    where = DOCS + _path(names[close[0]]) if close else "le nouveau fichier"
    return f"écrivez « anciens: [{old}] » dans {where}"


def _former(path: str, raw: bytes) -> Iterator[str]:
    """The old names in a file, even when the rest cannot be read."""
    given = read(path, raw).data.get("anciens")
    if isinstance(given, tuple):
        yield from (name for name in given if isinstance(name, str))
    elif given is None:
        text = raw.decode("utf-8", "replace")
        start = text.find("anciens")
        yield from ID.findall(text[start + len("anciens") : start + 300].split("\n---")[0])


def _at(place: str) -> Ref:
    """The content that an address is, or was, that of."""
    folder, _, name = place.rpartition("/")
    if place in FOLDERS or place in {home.partition("/")[0] for home in FOLDERS} or not place:
        return "page", f"{place}/index".lstrip("/")
    return FOLDERS.get(folder, "page"), name if folder in FOLDERS else place


def _standing(place: str, standing: Collection[Ref]) -> Ref | None:
    """The content that stands at an address without its language."""
    return next((ref for ref in (_at(place), ("page", f"{place}/index".lstrip("/"))) if ref in standing), None)


def _path(ref: Ref) -> str:
    kind, id_ = ref
    return f"{KINDS[kind].folder}/{id_}.md".lstrip("/")
