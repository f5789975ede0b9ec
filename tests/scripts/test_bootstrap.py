"""Setting up: what is installed is the lock, whatever the machine says, and nothing that is not ours is touched."""

import ast
import hashlib
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import bootstrap
import dating
import installing
import pytest
from conftest import ROOT

pytestmark = pytest.mark.xdist_group("bootstrap")
BASE = getattr(sys, "_base_executable", sys.executable)
SCRIPTS = sorted(path for path in (ROOT / "scripts").iterdir() if path.is_file())
HEAD = """
import sys
from pathlib import Path
sys.path.insert(0, str(Path(__file__).resolve().parent))
import bootstrap
bootstrap.enter(*sys.argv[1:])
"""
SAY = HEAD + "import tiny\nprint('é', tiny.NAME, sys.prefix)\n"
INSTALLING = "Installation dans .venv"


def wheel(folder: Path, name: str) -> str:
    """Write a package of one file; its line of a lock."""
    path = folder / f"{name}-1.0-py3-none-any.whl"
    info = f"{name}-1.0.dist-info"
    files = {
        f"{name}.py": f"NAME = {name!r}\n",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    files[f"{info}/RECORD"] = "".join(f"{one},,\n" for one in [*files, f"{info}/RECORD"])
    with zipfile.ZipFile(path, "w") as archive:
        for one, text in files.items():
            archive.writestr(zipfile.ZipInfo(one), text)  # always the same bytes
    return f"{name}==1.0 \\\n    --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"


def project(root: Path) -> Path:
    """A folder with our way to set up, one script, and two locks of packages that lie beside it."""
    (root / "scripts").mkdir(parents=True)
    (root / "wheels").mkdir()
    for name in ("bootstrap.py", "installing.py", "installed.py", "dating.py"):
        shutil.copy(ROOT / "scripts" / name, root / "scripts")
    (root / "scripts/say").write_text(SAY, "utf-8")
    tiny = wheel(root / "wheels", "tiny")
    (root / bootstrap.SITE).write_text(tiny, "utf-8")
    (root / bootstrap.TESTS).write_text(tiny + wheel(root / "wheels", "tool"), "utf-8")
    return root


def environment(root: Path, **more: str) -> dict[str, str]:
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "REPERES_"))}
    return {**ours, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(root / "wheels"), **more}


def say(root: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    command = [BASE, str(root / "scripts/say"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=environment(root, **more), check=False)


def packages(root: Path) -> set[str]:
    (folder,) = root.glob(".venv/lib/python3*/site-packages")
    return {path.name for path in folder.iterdir()} - {"__pycache__"}


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project set up while the user's pip is told, in every way, to put other things elsewhere."""
    root = project(tmp_path_factory.mktemp("filled") / "Mon dossier (1)")
    shutil.copytree(root / "wheels", root.parent / "wheels")  # pip splits what it is told at spaces
    (root.parent / "pip.conf").write_text(
        f"[global]\nfind-links = {root.parent / 'wheels'}\nrequire-virtualenv = yes\n"
        f"[install]\nuser = yes\ntarget = {root.parent / 'elsewhere'}\nno-deps = yes\nno-binary = :all:\n",
        "utf-8",
    )
    hostile = dict.fromkeys(("PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_CONSTRAINT"), str(root.parent / "elsewhere"))
    hostile |= {"PIP_USER": "1", "PIP_DRY_RUN": "1", "PIP_NO_BINARY": ":all:", "PIP_PYTHON": "/nowhere"}
    hostile |= {"PIP_CONFIG_FILE": str(root.parent / "pip.conf"), "PYTHONPATH": str(root.parent), "PYTHONSAFEPATH": "1"}
    done = say(root, **hostile, PIP_FIND_LINKS="")
    assert (done.returncode, done.stdout.split()[:2]) == (0, ["é", "tiny"]), done.stderr
    assert done.stderr.count("\n") == 1 and INSTALLING in done.stderr
    return root


@pytest.fixture
def copy(filled: Path, tmp_path: Path) -> Path:
    """That project, to be damaged."""
    return shutil.copytree(filled, tmp_path / "copy", symlinks=True)


def test_what_is_installed_is_the_lock_and_nothing_else_whatever_pip_is_told(filled: Path):
    assert packages(filled) == {"tiny.py", "tiny-1.0.dist-info"}
    assert not (filled.parent / "elsewhere").exists()


def test_a_second_run_installs_nothing_and_writes_nothing(copy: Path):
    (copy / ".venv.lock").unlink()
    before = {path: path.lstat().st_mtime_ns for path in copy.rglob("*") if "__pycache__" not in path.parts}
    done = say(copy)
    assert (done.returncode, done.stderr) == (0, "")
    after = {path: path.lstat().st_mtime_ns for path in copy.rglob("*") if "__pycache__" not in path.parts}
    assert {path for path in after if before.get(path) != after[path]} <= {copy / "scripts"}


def test_the_tests_packages_are_added_and_serve_the_other_scripts_too(copy: Path):
    done = say(copy, bootstrap.TESTS)
    assert (done.returncode, done.stderr.count(INSTALLING)) == (0, 1), done.stderr
    assert {"tiny.py", "tool.py"} < packages(copy)
    assert say(copy).stderr == say(copy, bootstrap.TESTS).stderr == ""


def test_a_damaged_interpreter_is_replaced_and_leftovers_are_removed(copy: Path):
    (copy / ".venv-old-x/venv").mkdir(parents=True)
    (copy / ".venv/bin/python").unlink()
    (copy / ".venv/bin/python").touch(mode=0o755)
    done = say(copy)
    assert (done.returncode, done.stdout.split()[:2]) == (0, ["é", "tiny"]), done.stderr
    assert packages(copy) == {"tiny.py", "tiny-1.0.dist-info"} and not list(copy.glob(".venv-old-*"))


def test_a_package_taken_away_and_another_added_are_mended_once_by_scripts_started_together(copy: Path):
    (library,) = copy.glob(".venv/lib/python3*/site-packages")
    (library / "tiny.py").rename(library / "other.py")
    command = [BASE, str(copy / "scripts/say")]
    started = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment(copy))
        for _ in range(3)
    ]
    said = [one.communicate(timeout=120) for one in started]
    assert [one.returncode for one in started] == [0, 0, 0], said
    assert sum(errors.count(INSTALLING) for _, errors in said) == 1
    assert packages(copy) == {"tiny.py", "tiny-1.0.dist-info"}


@pytest.mark.parametrize("kind", ["a folder", "a file", "a link to nowhere"])
def test_a_venv_of_somebody_else_is_left_alone(kind: str, tmp_path: Path):
    root = project(tmp_path / "project")
    if kind == "a folder":
        (root / ".venv/bin").mkdir(parents=True)
    elif kind == "a file":
        (root / ".venv").write_text("à moi", "utf-8")
    else:
        (root / ".venv").symlink_to("nowhere")
    done = say(root)
    assert done.returncode == 1 and done.stderr.strip() == installing.FOREIGN.format(root / ".venv")
    assert os.path.lexists(root / ".venv") and not list(root.glob(".venv-old-*"))


def test_a_link_to_another_checkouts_venv_is_followed_and_what_it_leads_to_never_removed(
    filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    root = project(tmp_path / "linked")
    (root / ".venv").symlink_to(filled / ".venv")
    assert say(root).stderr == ""
    monkeypatch.setattr(bootstrap, "ROOT", str(root))
    monkeypatch.setattr(bootstrap, "VENV", str(root / ".venv"))
    installing.remove()
    assert not os.path.lexists(root / ".venv") and say(filled).stderr == ""


def test_sources_are_never_built(tmp_path: Path):
    root = project(tmp_path / "project")
    (root / "wheels/tiny-1.0-py3-none-any.whl").rename(root / "wheels/tiny-1.0.tar.gz")
    done = say(root)
    assert done.returncode == 1 and "Le téléchargement est impossible" in done.stderr
    assert (root / ".venv/installed").read_text("utf-8") == ""  # ours, and to be filled


def test_a_lock_that_names_nothing_is_told(tmp_path: Path):
    root = project(tmp_path / "project")
    (root / bootstrap.SITE).write_text("# rien\n", "utf-8")
    done = say(root)
    assert done.returncode == 1 and "Ce qui est installé n'est pas ce que nomme requirements.lock" in done.stderr


@pytest.mark.parametrize(
    ("pip", "told"),
    [
        ("No matching distribution found for x==2 (from versions: 1.0, 1.1)", "nomme une version qui n'existe pas"),
        ("THESE PACKAGES DO NOT MATCH THE HASHES", "Un paquet n'est pas celui que nomme requirements.lock"),
        ("[Errno 28] No space left on device", "Le disque est plein : il faut 170 Mo"),
        ("Failed to establish a new connection", "vérifiez le réseau"),
        ("No matching distribution found for x (from versions: none)", "vérifiez le réseau"),
        ("Killed", "Les paquets n'ont pas pu être installés"),
    ],
)
def test_the_errors_of_pip_are_told_in_french(pip: str, told: str):
    assert told in installing.explain(pip, bootstrap.SITE)


def test_a_terminal_without_accents_gets_the_words_without_them(filled: Path):
    done = say(filled, PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stdout.split()[:2]) == (0, ["?", "tiny"])


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_an_old_python_can_read_each_command_as_far_as_the_sentence(path: Path):
    if path.suffix and path.name != "bootstrap.py":
        return  # imported after that sentence
    tree = ast.parse(path.read_text("utf-8"), feature_version=(3, 6))
    if path.name == "bootstrap.py":
        vermin = [str(Path(sys.executable).parent / "vermin"), "-t=3.6-", "--no-tips", str(path)]
        assert subprocess.run(vermin, check=False).returncode == 0
        return
    calls = [ast.unparse(node) for node in tree.body[:6]]
    assert calls[1:5] == [
        "import sys",
        "from pathlib import Path",
        "sys.path.insert(0, str(Path(__file__).resolve().parent))",
        "import bootstrap",
    ]
    assert calls[5] in (
        "bootstrap.enter()",
        "bootstrap.enter(bootstrap.PUBLICATIONS)",
        "bootstrap.enter(bootstrap.TESTS)",
    )


TOLD = "\nIl faut Python 3.11.5 ou plus récent ; celui-ci est le 3."
AGED = """
import runpy, sys
sys.version_info, sys.version, sys.argv = (3, 6, 15, "final", 0), "3.6.15 (aged)", sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
"""


def test_each_command_says_that_a_python_is_too_old_before_it_does_anything():
    for path in SCRIPTS:
        if not path.suffix:
            done = subprocess.run([sys.executable, "-c", AGED, str(path)], capture_output=True, text=True, check=False)
            assert done.stderr.startswith(TOLD) and done.stderr.count("\n") == 2 and not done.stdout, path.name


def test_old_pythons_that_stand_beside_ours_say_so_in_a_sentence():
    for python in Path(BASE).resolve().parents[2].glob("3.*/bin/python3"):
        if re.match(r"3\.([6-9]|10)\.", python.parents[1].name):
            command = [str(python), str(ROOT / "scripts/check")]
            done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
            assert done.stderr.startswith(TOLD) and not done.stdout, python


def git(folder: Path, *arguments: str) -> None:
    who = {"GIT_AUTHOR_DATE": "@1700000000 +0000", "GIT_COMMITTER_DATE": "@1700000000 +0000"}
    who |= {f"GIT_{role}_{what}": "a@b.fr" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    subprocess.run(["git", "-C", str(folder), *arguments], check=True, env={**os.environ, **who}, capture_output=True)


def committed(root: Path) -> Path:
    """A repository with one commit, of a known second."""
    (root / "scripts").mkdir(parents=True)
    shutil.copy(ROOT / "scripts/dating.py", root / "scripts")
    shutil.copy(ROOT / ".gitattributes", root)
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "x")
    return root


def date(root: Path, **more: str) -> str:
    """What the build's date is in a folder; the sentence when there is none to be had."""
    command = [BASE, "-c", "import dating; print(dating.build_date())"]
    ours = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    done = subprocess.run(
        command, cwd=root / "scripts", capture_output=True, text=True, env={**ours, **more}, check=False
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done.stdout.strip() or done.stderr.strip()


def test_the_date_of_a_build_is_its_commits_in_a_clone_and_in_an_archive(tmp_path: Path):
    root = committed(tmp_path / "clone")
    git(root, "archive", "--format=zip", f"--output={tmp_path / 'archive.zip'}", "HEAD")
    shutil.unpack_archive(tmp_path / "archive.zip", tmp_path / "archive")
    git(root, "worktree", "add", "-q", str(tmp_path / "worktree"))
    assert {date(tmp_path / name) for name in ("clone", "archive", "worktree")} == {"1700000000"}


def test_the_date_is_never_another_repositorys(tmp_path: Path):
    outer = committed(tmp_path / "outer")
    inside = outer / "inside"
    shutil.copytree(outer / "scripts", inside / "scripts")
    assert date(inside) == ""
    alone = shutil.copytree(outer / "scripts", tmp_path / "alone/scripts").parent
    assert date(alone, GIT_DIR=str(outer / ".git"), GIT_WORK_TREE=str(alone)) == ""


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root can give a folder away")
def test_the_date_of_a_checkout_of_another_user_is_known(tmp_path: Path):
    root = committed(tmp_path / "theirs")
    for path in [root, *root.rglob("*")]:
        os.chown(path, 65534, 65534)
    assert date(root, HOME=str(tmp_path)) == "1700000000"


def test_without_git_nothing_is_said_and_a_date_given_is_kept(tmp_path: Path):
    root = committed(tmp_path / "clone")
    assert date(root, PATH=str(tmp_path)) == ""
    assert date(root, PATH=str(tmp_path), SOURCE_DATE_EPOCH="1764547200") == "1764547200"
    assert date(root, SOURCE_DATE_EPOCH="") == "1700000000"


@pytest.mark.parametrize("wrong", ["abc", "-1", "1e9", "99999999999", "4294967296", "1.5", "٣"])
def test_a_date_that_is_no_number_of_seconds_is_told_in_a_sentence(wrong: str, tmp_path: Path):
    (tmp_path / "scripts").mkdir()
    shutil.copy(ROOT / "scripts/dating.py", tmp_path / "scripts")
    assert date(tmp_path, SOURCE_DATE_EPOCH=wrong) == dating.EPOCH.format(wrong)
