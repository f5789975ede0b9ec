"""A proposal received: what it makes of a repository, and what it refuses."""

import subprocess
from pathlib import Path

import pytest
import receiving
from conftest import small_project
from reperes.editors import received
from reperes.editors.received import END, START, RefusedError, fingerprint

WORD = "---\ntitle: Essai\nsources: [un-livre]\nrevu: 2026-11\n---\n\nUn mot pour essayer.\n"
LEAD = "Bonjour.\n\nQu'est-ce qui change ? Un mot.\nSigned-off-by: quelqu'un\n"


def block(path: str, before: str, after: str, difference: list[str]) -> str:
    was = fingerprint(before) if before else received.NEW
    return "\n".join((START, f"fichier: {path}", f"avant: {was}", f"apres: {fingerprint(after)}", *difference, END, ""))


def new(path: str, text: str = WORD) -> str:
    return LEAD + "\n" + block(path, "", text, ["@ 1", *(f"+{line}" for line in text.split("\n"))])


OLD = "un\ndeux trois\nquatre\n"
GOOD = block("docs/glossaire/cvs.md", OLD, OLD.replace("deux", "dix"), ["@ 2:0", "-deux", "+dix"])
HOSTILE: dict[str, bytes] = {
    name: said.encode()
    for name, said in {
        "empty": "",
        "a letter": "Bonjour, il y a une faute.",
        "outside": new("docs/../mkdocs.yml"),
        "above": new("../x.md"),
        "root": new("/etc/passwd"),
        "home": new("~/x.md"),
        "windows": new("docs\\glossaire\\x.md"),
        "drive": new("C:/docs/x.md"),
        "code": new("hooks/reperes/build.py"),
        "workflow": new(".github/workflows/x.yml"),
        "git": new("docs/.git/hooks/x.md"),
        "hidden": new("docs/glossaire/.x.md"),
        "script": new("docs/glossaire/x.js"),
        "page": new("docs/glossaire/x.html"),
        "twice": new("docs/glossaire/x.md.md"),
        "vocabulary": new("docs/vocabulaires/lieux.md"),
        "image": new("docs/images/x.md"),
        "no folder of ours": new("docs/autre/x.md"),
        "a page at the root": new("docs/x.md"),
        "upper case": new("docs/glossaire/X.md"),
        "accent": new("docs/glossaire/é.md"),
        "space": new("docs/glossaire/a b.md"),
        "look-alike": new("docs/glossaire/сvs.md"),
        "slashes": new("docs//glossaire/x.md"),
        "dot": new("docs/./glossaire/x.md"),
        "device": new("docs/glossaire/con.md"),
        "option": new("docs/glossaire/-x.md"),
        "long name": new(f"docs/glossaire/{'x' * 200}.md"),
        "percent": new("docs/glossaire/%2e%2e.md"),
        "address": new("https://exemple.org/x.md"),
        "exists": new("docs/glossaire/cvs.md"),
        "control": new("docs/glossaire/x.md", WORD + "\x1b[31m\n"),
        "null": new("docs/glossaire/x.md", WORD + "\0\n"),
        "turned": new("docs/glossaire/x.md", WORD + "\u202egnp.exe\n"),
        "zero width": new("docs/glossaire/x.md", WORD + "a\u200bb\n"),
        "control in the path": new("docs/glossaire/x.md\x00.png"),
        "too heavy": new("docs/glossaire/x.md", WORD + "mot\n" * 30_000),
        "long line": new("docs/glossaire/x.md", WORD + "x" * 25_000 + "\n"),
        "blank": new("docs/glossaire/x.md", "\n\n"),
        "five files": "".join(new(f"docs/glossaire/x{n}.md") for n in range(5)),
        "one file twice": new("docs/glossaire/x.md") * 2,
        "cut": new("docs/glossaire/x.md").replace(END, ""),
        "another print": GOOD.replace(fingerprint(OLD), "00000000"),
        "another result": GOOD.replace("+dix", "+cent"),
        "another place": GOOD.replace("@ 2:0", "@ 3:0"),
        "far place": GOOD.replace("@ 2:0", "@ 999999"),
        "nothing changes": block("docs/glossaire/cvs.md", OLD, OLD, ["@ 1", "-un", "+un"]),
        "no difference": block("docs/glossaire/cvs.md", OLD, OLD, []),
        "no such file": block("docs/glossaire/rien.md", OLD, "x\n", ["@ 1", "-un", "+x"]),
        "keys in disorder": GOOD.replace("fichier:", "chemin:"),
        "shell": new("docs/glossaire/$(touch x).md"),
        "a lone return": new("docs/glossaire/x.md", WORD + "a\rb\n"),
        "line separator": new("docs/glossaire/x.md", WORD + "a\u2028b\n"),
        "tag characters": new("docs/glossaire/x.md", WORD + "a\U000e0041b\n"),
        "full-width dots": new("docs/\uff0e\uff0e/x.md"),
        "another slash": new("docs\u2215glossaire\u2215x.md"),
        "a template of the forge": new(".github/pull_request_template.md"),
        "a list of words": new("docs/vocabulaires/lieux.yml"),
        "no language of ours": new("docs/glossaire/x.zz.md"),
        "two paths": new("docs/glossaire/x.md, docs/glossaire/y.md"),
        "a second path": new("docs/glossaire/x.md\nfichier: .github/workflows/x.yml"),
        "the mode of a link": new("docs/glossaire/x.md").replace("@ 1", "new file mode 120000\n@ 1"),
        "digits of elsewhere": GOOD.replace("@ 2:0", "@ \u0662:0"),
        "line nought": GOOD.replace("@ 2:0", "@ 0:0"),
        "a commit for a print": GOOD.replace(fingerprint(OLD), "HEAD"),
        "a patch of git": "diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n",
    }.items()
}
HOSTILE |= {
    "wide text": new("docs/glossaire/x.md").encode("utf-16"),
    "half a sign": new("docs/glossaire/x.md").encode() + b"\xed\xa0\x80",
    "latin": new("docs/glossaire/x.md").replace("essayer", "été").encode("latin-1"),
    "heavy": b"x" * 500_000,
    "program": b"\x7fELF\x02\x01\x01" + bytes(range(256)),
    "archive": b"PK\x03\x04" + bytes(range(200)),
}


def known(path: str) -> bytes | None:
    return OLD.encode() if path == "docs/glossaire/cvs.md" else None


def test_what_the_hostile_are_made_from_is_taken():
    assert received.read(GOOD.encode(), known).files == {"docs/glossaire/cvs.md": OLD.replace("deux", "dix").encode()}
    assert received.read(new("docs/glossaire/x.md").encode(), known).fresh


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_hostile_is_refused_in_one_sentence(name: str):
    assert len(HOSTILE) >= 40
    with pytest.raises(RefusedError, match=r"^Refusé : [^\n]+\.$") as refused:
        received.read(HOSTILE[name], known)
    assert "\x1b" not in str(refused.value) and "\0" not in str(refused.value)


def test_a_mail_that_folds_long_lines_is_read():
    text = WORD.replace("essayer", "essayer une ligne assez longue pour être coupée par un programme")
    mail = new("docs/glossaire/x.md", text).replace("assez longue ", "assez longue \n").replace("\n", "\r\n")
    assert received.read(mail.encode(), known).files == {"docs/glossaire/x.md": text.encode()}


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    root = small_project(tmp_path / "project")
    for words in (
        ["init", "-q"],
        ["add", "-A"],
        ["-c", "user.name=x", "-c", "user.email=x@invalid", "commit", "-qm", "x"],
    ):
        subprocess.run(["git", *words], cwd=root, check=True)
    for key in ("user.name", "user.email"):
        subprocess.run(["git", "config", key, "x@invalid"], cwd=root, check=True)
    return root


def git(root: Path, *words: str) -> str:
    return subprocess.run(["git", *words], cwd=root, check=True, capture_output=True, text=True).stdout


def test_a_proposal_is_a_branch_of_one_commit_with_the_answers_and_nothing_else(
    repository: Path, capsys: pytest.CaptureFixture[str]
):
    before = git(repository, "rev-parse", "HEAD")
    assert receiving.receive(repository, new("docs/glossaire/essai.md").encode()) == 0
    said = capsys.readouterr().out
    assert "Branche atelier/glossaire-essai" in said and "Verdict : aucun problème." in said
    assert git(repository, "diff", "--name-status", "HEAD", "atelier/glossaire-essai") == "A\tdocs/glossaire/essai.md\n"
    assert git(repository, "show", "atelier/glossaire-essai:docs/glossaire/essai.md") == WORD
    message = git(repository, "log", "-1", "--format=%B%(trailers)", "atelier/glossaire-essai")
    assert "> Qu'est-ce qui change ? Un mot." in message and "\nSigned-off-by" not in message
    assert (git(repository, "rev-parse", "HEAD"), git(repository, "status", "--porcelain")) == (before, "")
    assert receiving.receive(repository, new("docs/glossaire/essai.md").encode()) == 0
    assert "atelier/glossaire-essai-2" in capsys.readouterr().out


def test_a_proposal_with_a_mistake_is_a_branch_and_the_words_of_the_check(
    repository: Path, capsys: pytest.CaptureFixture[str]
):
    wrong = WORD.replace("revu: 2026-11", "revu: hier")
    assert receiving.receive(repository, new("docs/glossaire/essai.md", wrong).encode()) == 1
    assert "« hier » n'est pas un mois" in capsys.readouterr().out


def test_what_is_refused_leaves_no_branch_and_no_link_is_followed(repository: Path):
    (repository / "docs/glossaire/cvs.md").write_text(OLD, "utf-8")
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "a file")
    refs = git(repository, "for-each-ref")
    for raw in HOSTILE.values():
        with pytest.raises(RefusedError):
            receiving.receive(repository, raw)
    (repository / "docs/glossaire/lien.md").symlink_to("/etc/passwd")
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "a link")
    with pytest.raises(RefusedError, match="simple fichier"):
        receiving.receive(
            repository, block("docs/glossaire/lien.md", "/etc/passwd", "x", ["@ 1", "-/etc/passwd", "+x"]).encode()
        )
    assert git(repository, "for-each-ref").count("\n") == refs.count("\n")
