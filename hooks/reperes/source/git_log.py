"""The texts as commits published them, read from git in three commands: plain values, the same in every clone.

Only the line of first parents is told, each merge as one change: what was published, not how it was written.
"""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

DOCS = "docs"
RAW = ("--raw", "-z", "-M50%", "-l0", "--no-abbrev", "--no-color", "--format=%x01%H %ct", "--no-show-signature")


@dataclass(frozen=True)
class FileChange:
    """What a commit did to a file of docs/; a content is None where there is no file."""

    commit: str
    moment: int  # seconds, when it was committed
    before: str  # paths from docs/
    after: str
    old: bytes | None
    new: bytes | None


@dataclass(frozen=True)
class Past:
    """The changes, the oldest first; not `whole` where only the last commits are here."""

    whole: bool
    changes: tuple[FileChange, ...] = ()


def read(root: Path, folders: tuple[str, ...]) -> Past | None:
    """The past of some folders of docs/; None without git, or when the folder is no repository of its own."""
    said = _git(root, "rev-parse", "--is-shallow-repository", "--show-prefix").split("\n")
    if len(said) < 2 or said[1]:
        return None
    if said[0] != "false":
        return Past(whole=False)
    line = ("log", "--first-parent", "--diff-merges=first-parent", "--reverse", *RAW)
    log = _git(root, *line, "--", *(f"{DOCS}/{folder}" for folder in folders))
    found = [one for commit in log.split("\x01")[1:] for one in _changes(commit)]
    blobs = _contents(root, sorted({sha for *_, old, new in found for sha in (old, new) if sha.strip("0")}))
    told = (FileChange(*one[:4], blobs.get(one[4]), blobs.get(one[5])) for one in found)
    return Past(True, tuple(told))


def _changes(commit: str) -> list[tuple[str, int, str, str, str, str]]:
    head, _, rest = commit.partition("\0")
    sha, moment = head.split()
    fields, found = rest.lstrip("\n").split("\0"), []
    while len(fields) > 1:
        _, _, old, new, status = fields.pop(0).split()
        before = after = fields.pop(0)
        if status[0] in "RC":
            after = fields.pop(0)
        if status[0] == "C":  # of a file that stays
            before, old = after, "0"
        found.append((sha[:12], int(moment), before[len(DOCS) + 1 :], after[len(DOCS) + 1 :], old, new))
    return found


def _contents(root: Path, blobs: list[str]) -> dict[str, bytes]:
    raw, place, found = _run(root, "\n".join(blobs).encode() + b"\n", "cat-file", "--batch"), 0, {}
    for sha in blobs:
        end = raw.index(b"\n", place)
        size = int(raw[place:end].rpartition(b" ")[2])
        found[sha] = raw[end + 1 : end + 1 + size]
        place = end + 2 + size
    return found


def _git(root: Path, *command: str) -> str:
    return _run(root, b"", *command).decode("utf-8", "replace")


def _run(root: Path, given: bytes, *command: str) -> bytes:
    """What git says of this folder, whatever the user's settings; nothing when it is not there or refuses."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull, "GIT_NO_REPLACE_OBJECTS": "1"}
    options = ("-c", f"safe.directory={root.resolve()}", "-c", "core.quotePath=false")
    try:
        done = subprocess.run(
            ["git", *options, *command], cwd=root, env=environment, input=given, capture_output=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return b""
    return done.stdout
