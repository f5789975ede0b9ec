"""A proposal of the atelier, received by mail or as a file: hostile input until each part of it has been verified."""

import re
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from reperes.base.problems import identifier
from reperes.model import words
from reperes.model.kinds import FOLDERS
from reperes.source.decoding import INVISIBLE

MOST, FILES, LONGEST, LINE, TOLD = 400_000, 4, 100_000, 20_000, 3_000
START, END = "=== atelier 1 ===", "=== fin ==="
NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
PATH = re.compile(rf"docs/((?:{NAME.pattern}/)*)({NAME.pattern})(?:\.([a-z]{{2,3}}))?\.md")
APART = ("vocabulaires", "images")
PRINT = re.compile(r"[0-9a-f]{8}")
PLACE = re.compile(r"@ ([0-9]{1,6})(?::([0-9]{1,6}))?")
NEW = "nouveau"
RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}


class RefusedError(Exception):
    """Why a proposal is refused, in one sentence."""


@dataclass(frozen=True)
class Received:
    """A proposal that has been verified: what its sender says, and the files by path from the root."""

    told: str
    files: Mapping[str, bytes]
    fresh: frozenset[str]  # those that do not exist yet


def read(raw: bytes, known: Callable[[str], bytes | None]) -> Received:
    """The proposal in the text of a mail or in a file; `known` gives the bytes of a file of docs/ as it is now.

    Raises RefusedError.
    """
    if len(raw) > MOST:
        raise RefusedError(f"Refusé : le message pèse plus de {MOST // 1000} ko.")
    try:
        text = raw.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError:
        raise RefusedError("Refusé : le message n'est pas du texte en UTF-8.") from None
    text = text.replace("\r\n", "\n")
    if INVISIBLE.search(text):
        raise RefusedError("Refusé : le message contient un caractère invisible ou de contrôle.")
    lines = text.split("\n")
    if any(len(line) > LINE for line in lines):
        raise RefusedError(f"Refusé : une ligne a plus de {LINE} signes.")
    starts = [number for number, line in enumerate(lines) if line.rstrip() == START]
    if not starts:
        raise RefusedError(f"Refusé : le message ne contient pas de proposition (« {START} »).")
    if len(starts) > FILES:
        raise RefusedError(f"Refusé : la proposition a plus de {FILES} fichiers.")
    files: dict[str, bytes] = {}
    fresh: set[str] = set()
    for start in starts:
        path, after, is_new = _file(_block(lines, start), known)
        if path in files:
            raise RefusedError(f"Refusé : {path} est deux fois dans la proposition.")
        files[path] = after.encode()
        fresh |= {path} if is_new else set()
    told = "\n".join(lines[: starts[0]]).strip()
    return Received(told[:TOLD], files, frozenset(fresh))


def fingerprint(text: str) -> str:
    """A short print of a text, as the page makes it: it tells an accident of a mail, not an attack."""
    return f"{zlib.crc32(text.encode()):08x}"


def patched(before: str, difference: Sequence[str]) -> str:
    """A text after a difference. Raises RefusedError when it does not fit."""
    lines = before.split("\n") if before else []
    shift = 0
    for line, column, gone, come in _hunks(difference):
        at = line - 1 + shift
        if column is None:
            if lines[at : at + len(gone)] != gone or at > len(lines):
                raise RefusedError(f"Refusé : la ligne {line} n'est plus celle que la proposition corrige.")
            lines[at : at + len(gone)] = come
            shift += len(come) - len(gone)
        else:
            old = lines[at] if 0 <= at < len(lines) else ""
            if len(gone) != 1 or len(come) != 1 or old[column : column + len(gone[0])] != gone[0] or not gone[0]:
                raise RefusedError(f"Refusé : la ligne {line} n'est plus celle que la proposition corrige.")
            lines[at] = old[:column] + come[0] + old[column + len(gone[0]) :]
    return "\n".join(lines)


def allowed(path: str) -> bool:
    """Whether a path is one of a text of docs/."""
    found = PATH.fullmatch(path)
    if not found or len(path) > 150 or found[3] not in (None, *words.languages()):
        return False
    parts = path.removesuffix(".md").split("/")
    return parts[1] not in APART and not RESERVED & {part.partition(".")[0] for part in parts}


def branch(files: Sequence[str]) -> str:
    """The name of the branch of a proposal."""
    return f"atelier/{identifier(files[0].removeprefix('docs/').removesuffix('.md'))}"


def commit_message(proposal: Received) -> str:
    """What the commit says: the sender's words are quoted, so that no line of theirs is one of git's or of a forge."""
    first = next(iter(proposal.files))
    verb = "Add" if first in proposal.fresh else "Correct"
    name = first.removeprefix("docs/")
    subject = f"{verb} {name} as proposed in the atelier"
    subject = subject if len(subject) <= 72 else f"{verb} a text as proposed in the atelier"
    quoted = [f"> {line.rstrip()}".rstrip() for line in proposal.told.split("\n")]
    return "\n".join((subject, "", *(f"{path}" for path in proposal.files), "", *quoted, ""))


def _block(lines: list[str], start: int) -> list[str]:
    """The lines of a proposal; those that a mail program folded are joined to the one before."""
    found: list[str] = []
    for line in lines[start + 1 :]:
        if line.rstrip() == END:
            return found
        if line.rstrip() == START:
            break
        if len(found) < 3 or line[:1] in ("+", "-") or PLACE.fullmatch(line.rstrip()):
            found.append(line)
        elif line.strip() and found[-1][:1] in ("+", "-"):
            found[-1] = f"{found[-1].rstrip()} {line.strip()}"
        elif line.strip():
            found.append(line)  # nothing of ours: refused when the difference is read
    raise RefusedError(f"Refusé : la proposition est coupée (il manque « {END} »).")


def _file(block: list[str], known: Callable[[str], bytes | None]) -> tuple[str, str, bool]:
    said = dict(line.rstrip().partition(": ")[::2] for line in block[:3])
    if list(said) != ["fichier", "avant", "apres"] or not PRINT.fullmatch(said["apres"]):
        raise RefusedError("Refusé : la proposition ne dit pas son fichier comme l'atelier l'écrit.")
    path, was = said["fichier"], said["avant"]
    if not allowed(path):
        raise RefusedError("Refusé : la proposition ne vise pas un texte de docs/.")
    raw = known(path)
    is_new = was == NEW
    if is_new and raw is not None:
        raise RefusedError(f"Refusé : {path} existe déjà.")
    if is_new and PATH.fullmatch(path)[1].rstrip("/") not in FOLDERS:  # type: ignore[index]
        raise RefusedError(f"Refusé : un texte nouveau ne se range pas dans le dossier de {path}.")
    if not is_new and raw is None:
        raise RefusedError(f"Refusé : {path} n'existe pas, ou plus.")
    before = "" if raw is None else raw.decode("utf-8")
    if not is_new and was != fingerprint(before):
        raise RefusedError(f"Refusé : {path} a changé depuis que la proposition a été écrite ; demandez-la à nouveau.")
    after = patched(before, block[3:])
    if fingerprint(after) != said["apres"]:
        raise RefusedError(f"Refusé : le courriel a déformé {path} ; demandez le fichier téléchargé.")
    if not after.strip() or len(after.encode()) > LONGEST:
        raise RefusedError(f"Refusé : {path} serait vide, ou pèserait plus de {LONGEST // 1000} ko.")
    if after == before:
        raise RefusedError(f"Refusé : la proposition ne change rien à {path}.")
    return path, after, is_new


def _hunks(difference: Sequence[str]) -> list[tuple[int, int | None, list[str], list[str]]]:
    found: list[tuple[int, int | None, list[str], list[str]]] = []
    for line in difference:
        place = PLACE.fullmatch(line.rstrip())
        if place:
            found.append((int(place[1]), int(place[2]) if place[2] else None, [], []))
        elif found and line[:1] in ("+", "-"):
            gone, come = found[-1][2:]
            (gone if line[0] == "-" else come).append(line[1:])
        else:
            raise RefusedError("Refusé : la proposition n'est pas une différence comme l'atelier l'écrit.")
    if not found:
        raise RefusedError("Refusé : la proposition est vide.")
    return found
