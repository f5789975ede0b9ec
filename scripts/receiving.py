"""A proposal of the atelier as a branch: objects of git alone, neither the work tree nor its index are touched."""

import os
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from reperes.editors import received
from reperes.editors.received import RefusedError
from reperes.project import open_project
from reperes.session import check

AUTHOR = {"GIT_AUTHOR_NAME": "Atelier", "GIT_AUTHOR_EMAIL": "atelier@invalid"}
PLAIN = "100644"  # neither a link nor a program


def receive(root: Path, raw: bytes) -> int:
    """Verify, make the branch, check, say the verdict; 1 when the check has something to say. Raises RefusedError."""
    base = git(root, "rev-parse", "HEAD").strip()
    proposal = received.read(raw, lambda path: held(root, base, path))
    project = open_project(root, remember=False)
    docs = {**project.docs, **{path.removeprefix("docs/"): text for path, text in proposal.files.items()}}
    found = check(replace(project, docs=docs), datetime.now(UTC).date())
    name = branch(root, base, proposal)
    print(f"Branche {name} : {', '.join(proposal.files)}.")
    print("Voir : git show " + name)
    if not found.problems:
        print("Verdict : aucun problème.")
    else:
        print(f"Verdict : {len(found.problems)} problème(s) à corriger dans la branche.")
        print(*found.problems, sep="\n")
    mine = [one for one in found.warnings if one.path in proposal.files]
    print(*(f"Remarque : {one}" for one in mine), sep="\n", end="\n" if mine else "")
    return 1 if found.problems else 0


def held(root: Path, commit: str, path: str) -> bytes | None:
    """The bytes of a plain file in a commit; nothing when there is none. Raises RefusedError for what is no file."""
    listed = git(root, "ls-tree", "-z", commit, "--", path).rstrip("\0")
    if not listed:
        return None
    mode, kind, blob = listed.partition("\t")[0].split(" ")
    if (mode, kind) != (PLAIN, "blob"):
        raise RefusedError(f"Refusé : {path} n'est pas un simple fichier.")
    return git(root, "cat-file", "blob", blob).encode("utf-8", "surrogateescape")


def branch(root: Path, base: str, proposal: received.Received) -> str:
    """A new branch of one commit; its name."""
    with tempfile.TemporaryDirectory() as folder:
        index = {"GIT_INDEX_FILE": str(Path(folder, "index"))}
        git(root, "read-tree", base, more=index)
        for path, text in proposal.files.items():
            blob = git(root, "hash-object", "-w", "--stdin", "--no-filters", given=text).strip()
            git(root, "update-index", "--add", "--cacheinfo", f"{PLAIN},{blob},{path}", more=index)
        tree = git(root, "write-tree", more=index).strip()
    said = received.commit_message(proposal).encode()
    commit = git(root, "commit-tree", tree, "-p", base, "-F", "-", given=said, more=AUTHOR).strip()
    wanted = received.branch(list(proposal.files))
    for number in range(1, 1000):
        name = wanted if number == 1 else f"{wanted}-{number}"
        if not git(root, "for-each-ref", f"refs/heads/{name}"):
            git(root, "update-ref", f"refs/heads/{name}", commit, "0" * 40)
            return name
    raise RefusedError(f"Refusé : il y a déjà trop de branches {wanted}.")


def git(root: Path, *words: str, given: bytes = b"", more: Mapping[str, str] | None = None) -> str:
    """What git answers. Raises RefusedError when it refuses."""
    env = {**os.environ, **(more or {})}
    done = subprocess.run(["git", *words], cwd=root, input=given, capture_output=True, env=env, check=False)
    if done.returncode:
        raise RefusedError(f"Refusé : git ne peut pas ({done.stderr.decode(errors='replace').strip()[:200]}).")
    return done.stdout.decode("utf-8", "surrogateescape")
