"""The French text that a translation was made from, found again in the history of its file, and what changed since."""

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from reperes.catalogue.translation import KEYS, fingerprint
from reperes.model.paths import FACTS
from reperes.model.text import Text
from reperes.source.frontmatter import Document, read

AROUND = 4  # unchanged words shown on each side of a change


@dataclass(frozen=True)
class Version:
    """A text as some commit kept it, on a day."""

    day: str
    commit: str
    words: Text


def origin(root: Path, path: str, stamp: str) -> Version | None:
    """The version of a file, by its path from the root, that has a fingerprint; None when history does not hold it."""
    return next((version for version in _versions(root, path) if fingerprint(version.words) == stamp), None)


def partial(root: Path) -> bool:
    """Whether only the last commits are here, or none."""
    return _git(root, "rev-parse", "--is-shallow-repository").strip() != b"false"


def changes(old: Text, new: Text) -> list[tuple[str, str]]:
    """What changed from a text to another, by the key it stands under: words taken away [-so-], words added {+so+}."""
    pairs = [(key, getattr(old, name), getattr(new, name)) for key, name in {**KEYS, "texte": "body"}.items()]
    return [(key, change) for key, one, other in pairs for change in _changes(one or "", other or "")]


def _changes(old: str, new: str) -> Iterator[str]:
    one, other = old.split(), new.split()
    for group in SequenceMatcher(None, one, other, autojunk=False).get_grouped_opcodes(AROUND):
        said = []
        for tag, low, high, start, stop in group:
            if tag == "equal":
                said.append(" ".join(one[low:high]))
            else:
                said += [f"[-{' '.join(one[low:high])}-]"] * (high > low)
                said += [f"{{+{' '.join(other[start:stop])}+}}"] * (stop > start)
        yield " ".join(said)


def _versions(root: Path, path: str) -> Iterator[Version]:
    """A file in each commit that changed it, the newest first, its former names included."""
    log = _git(root, "log", "--follow", "--format=%x00%h %cs", "--name-only", "--", path).decode("utf-8", "replace")
    for entry in log.split("\0")[1:]:
        said, _, name = entry.strip().partition("\n\n")
        commit, day = said.split(" ")
        yield Version(day, commit, _words(read(path, _git(root, "show", f"{commit}:{name}"))))


def _words(document: Document) -> Text:
    """The words of a file that the rules of today may refuse."""
    given = {key: str(document.data.get(key) or "").strip() for key in KEYS}
    return Text(
        lang=FACTS,
        path=document.path,
        title=given["title"],
        body=document.body,
        expansion=given["developpe"],
        description=given["description"],
        simple=given["simple"],
        date_text=given["date_texte"],
    )


def _git(root: Path, *command: str) -> bytes:
    """What git says, nothing when it is not there or refuses."""
    try:
        return subprocess.run(["git", "-C", root, *command], capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return b""
