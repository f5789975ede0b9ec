"""The forge's side: workflows are safe and well formed, and say to an editor what the check says."""

import io
import json
import os
import re
import shutil
import subprocess
import sys
import threading
import tomllib
import zipfile
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import ClassVar

import bootstrap
import pytest
import yaml
from conftest import ROOT, beside_hooks, write
from reperes.base.problems import Problem
from reperes.review import proposal

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
PINNED = re.compile(r"uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")
BIN = Path(sys.executable).parent


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, env=beside_hooks(), check=False)


def test_the_workflows_have_no_known_weakness():
    done = run(str(BIN / "zizmor"), "--offline", "--persona=pedantic", ".github")
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("schema", "files"), [("github-workflows", WORKFLOWS), ("dependabot", [".github/dependabot.yml"])]
)
def test_the_forge_can_read_its_files(schema: str, files: list[Path]):
    done = run(str(BIN / "check-jsonschema"), "--builtin-schema", f"vendor.{schema}", *map(str, files))
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_actions_of_others_are_pinned_and_nothing_has_more_rights_than_its_job(path: Path):
    text = path.read_text("utf-8")
    used = [line.strip().removeprefix("- ") for line in text.splitlines() if re.search(r"\buses:", line)]
    assert [line for line in used if not PINNED.fullmatch(line)] == []
    workflow = yaml.safe_load(text)
    assert workflow["permissions"] == {}
    assert all("timeout-minutes" in job for job in workflow["jobs"].values())


def test_a_proposal_is_checked_without_a_secret_or_a_right_to_write():
    text = (ROOT / ".github/workflows/check.yml").read_text("utf-8")
    workflow = yaml.safe_load(text)
    assert "secrets." not in text and "github.token" not in text
    assert {right for job in workflow["jobs"].values() for right in job["permissions"].values()} == {"read"}


@pytest.mark.parametrize("name", ["comment", "preview"])
def test_what_has_a_right_to_write_fetches_no_code_of_the_proposal(name: str):
    text = (ROOT / f".github/workflows/{name}.yml").read_text("utf-8")
    steps = yaml.safe_load(text)["jobs"][name]["steps"]
    assert not [step for step in steps if "uses" in step]
    assert not [step for step in steps if "${{" in step["run"]]


class Host(BaseHTTPRequestHandler):
    """What a host of previews answers, and what it was given."""

    answer: ClassVar[dict[str, str]]
    given: ClassVar[list[tuple[str, str, bytes]]]

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.given.append((self.path, self.headers["Authorization"], body))
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps(self.answer).encode())

    def log_message(self, *arguments: object) -> None:
        pass


@pytest.mark.skipif(not all(map(shutil.which, ("curl", "jq", "zip"))), reason="curl, jq and zip are not all here")
@pytest.mark.parametrize("name", ["apercus", "evil.test/"])
def test_a_preview_has_its_own_address_and_gives_its_host_no_order(tmp_path: Path, name: str):
    workflow = yaml.safe_load((ROOT / ".github/workflows/preview.yml").read_text("utf-8"))
    assert workflow["jobs"]["preview"]["if"].startswith("${{ vars.PREVIEW_SITE != '' &&")
    (put,) = [step for step in workflow["jobs"]["preview"]["steps"] if step.get("id") == "put"]
    for path in ("index.html", "en/index.html", "_headers", "_redirects", "netlify.toml", ".netlify/x", "netlify/x"):
        write(tmp_path / "site" / path, "/*\n  X-Frame-Options: DENY")
    host = type("Given", (Host,), {"answer": {"id": "6a0b", "name": name}, "given": []})
    server = HTTPServer(("127.0.0.1", 0), host)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    says = {"API": f"http://127.0.0.1:{server.server_port}", "KEY": "s3cret", "SITE": "42", "GITHUB_OUTPUT": "said"}
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", put["run"]]
    done = subprocess.run(command, cwd=tmp_path, env=os.environ | says, capture_output=True, text=True, check=False)
    server.shutdown()
    server.server_close()
    assert "s3cret" not in done.stdout + done.stderr
    ((path, key, body),) = host.given
    assert (path, key) == ("/sites/42/deploys?draft=true", "Bearer s3cret")
    with zipfile.ZipFile(io.BytesIO(body)) as sent:
        assert {one for one in sent.namelist() if not one.endswith("/")} == {"index.html", "en/index.html", "_headers"}
        assert sent.read("_headers").endswith(b"DENY\n/*\n  X-Robots-Tag: noindex\n")
    told = (tmp_path / "said").read_text() if (tmp_path / "said").exists() else ""
    assert (done.returncode, told) == (
        (0, "url=https://6a0b--apercus.netlify.app/\n") if name == "apercus" else (1, "")
    )


def test_the_steps_are_scripts_of_the_project_that_exist():
    called = {name for path in WORKFLOWS for name in re.findall(r"python3 (scripts/\w+)", path.read_text("utf-8"))}
    assert called == {
        f"scripts/{name}" for name in ("check", "build", "report", "addresses", "publications", "sbom", "test")
    }
    assert all((ROOT / name).exists() for name in called)


def test_what_publishes_calls_no_script_that_installs_more_than_it_needs():
    jobs = yaml.safe_load((ROOT / ".github/workflows/publish.yml").read_text("utf-8"))["jobs"]
    steps = "\n".join(step.get("run", "") for step in jobs["build"]["steps"])
    called = re.findall(r"python3 (scripts/\w+)", steps)
    enters = {name: re.findall(r"bootstrap\.enter\((.*)\)\n", (ROOT / name).read_text("utf-8")) for name in called}
    assert enters and all(locks == [""] for locks in enters.values())
    assert not re.search(r"\b(?:pip|npm|uv|apt-get)\b", steps)
    assert not any("run" in step for step in jobs["publish"]["steps"])


def test_the_report_says_what_is_wrong_and_what_to_write():
    wrong = Problem("docs/glossaire/x.md", 3, 1, "revu", "la valeur manque", "écrivez-la")
    said = proposal.write(proposal.Message([wrong], files=["docs/glossaire/x.md"]), "https://exemple.org/42")
    assert said == (
        "## 1 problème dans 1 fichier.\n\n"
        "Rien n'est perdu : corrigez le fichier au même endroit, la vérification recommence.\n\n"
        "    docs/glossaire/x.md:3:1: revu: la valeur manque ; écrivez-la\n\n"
        "### Textes changés\n\n    docs/glossaire/x.md\n\n"
        "Pour voir le résultat, téléchargez « site » au bas de [cette page](https://exemple.org/42), "
        "décompressez-le, et ouvrez « index.html » d'un double clic.\n"
    )


def test_the_report_tells_when_more_than_texts_changes():
    assert "n'importe quelle page" in proposal.write(proposal.Message(files=["overrides/main.html"]))
    assert "n'importe quelle page" not in proposal.write(proposal.Message(files=["docs/images/porte.webp"]))


def test_the_report_links_the_pages_that_change_with_their_words_then_those_that_say_them_too():
    pages = [
        proposal.ChangedPage(
            "glossaire/x/", "X", "fr", (("un", "deux"),), "", True, (("en/glossaire/x/", "docs/x.en.md"),)
        ),
        proposal.ChangedPage("livret/", "Le livret", "fr", (("un", "deux"),)),
    ]
    said = proposal.write(proposal.Message(pages=pages), published="https://exemple.org/")
    assert "### 2 pages changent\n\n**[`X`](https://exemple.org/glossaire/x/)**\n\n    - un\n    + deux" in said
    assert "est à relire, puisque le français change : [`docs/x.en.md`](https://exemple.org/en/glossaire/x/)" in said
    assert "Ces mots se lisent aussi ici :\n\n- [`Le livret`](https://exemple.org/livret/)" in said
    assert "(https://apercu.org/livret/)" in proposal.write(proposal.Message(pages=pages), preview="https://apercu.org")


@pytest.mark.parametrize("text", ["@quelquun", "```\n# titre", "<!-- x", "[x](javascript:y)", "    \n\nfin"])
def test_what_a_file_says_stays_in_code(text: str):
    wrong = Problem(f"docs/{text}.md", 1, 1, text, f"« {text} »", text)
    (block,) = [part for part in proposal.write(proposal.Message([wrong])).split("\n\n") if "docs/" in part]
    assert all(line.startswith("    ") for line in block.splitlines())
    page = proposal.ChangedPage("x/", text, "fr", ((text, text),), touched=True)
    link, changed = proposal.write(proposal.Message(pages=[page])).split("\n\n")[2:4]
    assert re.fullmatch(r"\*\*`[^`\n]*`\*\*", link)
    assert all(line.startswith("    ") for line in changed.splitlines())


def test_a_long_report_is_cut():
    many = [Problem("docs/x.md", line, 1, "texte", "constat", "remède") for line in range(1, 1001)]
    said = proposal.write(proposal.Message(many))
    assert len(said.splitlines()) < 60 and "… et 960 de plus." in said


def test_the_script_compares_with_the_commit_it_is_given(small_site: Callable[..., Path]):
    root = small_site()
    shutil.copytree(ROOT / "scripts", root / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    for lock in bootstrap.LOCKS:
        shutil.copy(ROOT / lock, root)
    (root / ".venv").symlink_to(ROOT / ".venv")
    who = [f"{role}.{what}=a@b.fr" for role in ("user", "author", "committer") for what in ("name", "email")]
    for command in (["init", "-q"], ["add", "docs", "overrides", "mkdocs.yml"], ["commit", "-q", "-m", "un"]):
        subprocess.run(["git", *(part for one in who for part in ("-c", one)), *command], cwd=root, check=True)
    command = [sys.executable, str(root / "scripts/report"), "--base"]
    same = run(*command, "HEAD")
    assert same.returncode == 0 and "### Aucune page ne change" in same.stdout, same.stdout + same.stderr
    write(root / "docs/nouvelle.md", "---\ntitle: Une page nouvelle\ndescription: Une phrase.\n---\nUn texte.\n")
    other = run(*command, "HEAD")
    assert other.returncode == 0 and "Une page nouvelle" in other.stdout, other.stdout + other.stderr
    wrong = run(*command, "nulle-part")
    assert wrong.returncode != 0 and "Traceback" not in wrong.stderr


PIN = re.compile(r"(?m)^[\w.-]+==\S+")


def pins(lock: str) -> set[str]:
    return set(PIN.findall((ROOT / lock).read_text("utf-8").lower()))


def test_the_locks_hold_the_versions_that_the_project_names_and_the_small_one_no_tool_of_the_tests():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    plain = {re.sub(r"\[.*?\]", "", pin).lower() for pin in project["project"]["dependencies"]}
    groups = project["dependency-groups"]
    tools = {pin.lower() for pin in groups["dev"] if isinstance(pin, str)}
    made = {pin.lower() for pin in groups["publications"]}
    assert plain <= pins(bootstrap.SITE) < pins(bootstrap.PUBLICATIONS) < pins(bootstrap.TESTS)
    assert tools <= pins(bootstrap.TESTS) and not tools & pins(bootstrap.SITE)
    assert made <= pins(bootstrap.PUBLICATIONS) and not made & pins(bootstrap.SITE)


@pytest.mark.parametrize("lock", bootstrap.LOCKS)
def test_every_package_of_a_lock_has_hashes_and_no_line_names_an_index(lock: str):
    text = (ROOT / lock).read_text("utf-8")
    assert all("--hash=sha256:" in entry for entry in re.split(r"(?m)^(?=[\w.-]+==)", text)[1:])
    assert "://" not in text
