"""The engine of the atelier, as files: Pyodide, the packages of the lock, the core as it is, the site as it was read.

Nothing but Pyodide and the WebAssembly wheel of pydantic-core is fetched, each held to its hash.
"""

import base64
import copyreg
import gzip
import hashlib
import importlib.metadata
import io
import json
import pickle
import re
import subprocess
import tarfile
import tempfile
import types
import venv
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import bootstrap
import engine_inside
from reperes.build import Site
from reperes.model import publications

PYODIDE = "314.0.7"  # Python 3.14; its tag is that of the only wheels of pydantic-core for browsers
INTEGRITY = "0YvXxEhfEdpLfb/XkM2BFAeMROq0iMUX2bzzH9pOttyMcWkwq+HbE5uyuGD82LN7y2q+SNvi/6V5JEsOlD2R1A=="
WHEEL = "pydantic-core"
TAG = (
    "--platform",
    "pyemscripten_2026_0_wasm32",
    "--python-version",
    "3.14",
    "--implementation",
    "cp",
    "--abi",
    "cp314",
)
PACKAGES = (
    *("markdown", "pymdown-extensions", "jinja2", "markupsafe", "pyyaml", "imagesize", "segno"),
    *("pydantic", "annotated-types", "typing-extensions", "typing-inspection"),
)
METADATA = ("METADATA", "entry_points.txt")  # Markdown finds its extensions there
# libyaml takes « ? » inside a list, the pure Python of the same version does not.
PATCH = ("yaml/scanner.py", "(self.flow_level and ch in ',?[]{}')", "(self.flow_level and ch in ',[]{}')")
UNUSED = re.compile(
    r"(?:multiprocessing|_pyrepl|unittest|xmlrpc|wsgiref|dbm|curses|tkinter|sqlite3|idlelib|pydoc_data|ensurepip|"
    r"venv|turtledemo|lib2to3|test|ctypes|ssl|pdb|doctest|pydoc|imaplib|mailbox|smtplib|ftplib|poplib|nntplib|optparse|"
    r"pickletools|_pydecimal|statistics|bdb|cProfile|profile|pstats|trace|turtle|configparser|webbrowser|"
    r"encodings/(?!cp437)(?:cp|mac|iso|euc|shift|big5|gb|hz|koi|johab|ptcp|tis|hp|kz|palmos)\w*)(?:\.py|/|$)"
)
EPOCH = (1980, 1, 1, 0, 0, 0)
FOLDER = "atelier/moteur/"
RUNTIME = {"pyodide.mjs": "pyodide.js", "pyodide.asm.mjs": "pyodide.asm.js"}  # hosts know what .js is
PACKED = "pyodide.asm.wasm"  # sent compressed whatever the host


def files(site: Site) -> dict[str, bytes]:
    """The files of the engine of a site, by path from its root."""
    with tempfile.TemporaryDirectory() as name:
        runtime = pyodide(Path(name))
        members = {**dict(packages()), **dict(wheel(Path(name))), **dict(core()), "site.pickle": kept(site)}
    found = {new: runtime[old].replace(b"pyodide.asm.mjs", b"pyodide.asm.js") for old, new in RUNTIME.items()}
    found[f"{PACKED}.gzip"] = gzip.compress(runtime[PACKED], 9, mtime=0)
    with zipfile.ZipFile(io.BytesIO(runtime["python_stdlib.zip"])) as library:
        used = {one: library.read(one) for one in library.namelist() if not one.endswith("/") and not UNUSED.match(one)}
    found["python_stdlib.zip"] = zipped(used)
    found["pyodide-lock.json"] = json.dumps({**json.loads(runtime["pyodide-lock.json"]), "packages": {}}).encode()
    found["moteur.zip"] = zipped(members)
    return {FOLDER + path: raw for path, raw in found.items()}


def weight(found: Mapping[str, bytes]) -> int:
    """What a reader downloads, in bytes, when the host compresses scripts."""
    return sum(len(gzip.compress(raw)) if path.endswith((".js", ".json")) else len(raw) for path, raw in found.items())


def pyodide(folder: Path) -> dict[str, bytes]:
    """The files of Pyodide, from npm. Raises SystemExit when they are not those expected."""
    command = ["npm", "pack", "--silent", "--pack-destination", str(folder), f"pyodide@{PYODIDE}"]
    run(command, "npm ne donne pas Pyodide")
    raw = (folder / f"pyodide-{PYODIDE}.tgz").read_bytes()
    if base64.b64encode(hashlib.sha512(raw).digest()).decode() != INTEGRITY:
        bootstrap.stop("Pyodide n'est pas celui que ce script nomme : rien n'a été écrit.")
    with tarfile.open(fileobj=io.BytesIO(raw)) as tar:
        members = ((Path(one.name).name, tar.extractfile(one)) for one in tar.getmembers() if one.isfile())
        return {name: file.read() for name, file in members if file}


def wheel(folder: Path) -> Iterator[tuple[str, bytes]]:
    """The wheel for browsers, from pip: its hash is in the lock already, beside those of other systems."""
    lock = Path(bootstrap.ROOT, bootstrap.SITE).read_text("utf-8")
    asked = re.search(rf"(?m)^{WHEEL}==(?:.*\\\n)+.*\n", lock)
    assert asked, "the lock names every package"
    (folder / "asked.txt").write_text(asked[0], "utf-8")
    venv.create(folder / "venv", with_pip=True, symlinks=True)
    python = folder / "venv" / "bin" / "python"
    how = ("--quiet", "--no-deps", "--require-hashes", "--only-binary", ":all:", *TAG)
    command = [str(python), "-m", "pip", "download", *how, "-r", str(folder / "asked.txt"), "-d", str(folder / "wheel")]
    run(command, "pip ne donne pas le paquet pour navigateurs")
    with zipfile.ZipFile(next((folder / "wheel").iterdir())) as archive:
        for one in archive.namelist():
            yield one, archive.read(one)


def packages() -> Iterator[tuple[str, bytes]]:
    """The modules of the packages installed here, which the lock holds to their hashes; compiled ones are left."""
    for name in PACKAGES:
        for file in importlib.metadata.files(name) or ():
            path = file.as_posix()
            if path.endswith(".py") or (".dist-info/" in path and file.name in METADATA):
                raw = Path(str(file.locate())).read_bytes()
                if path == PATCH[0]:
                    assert raw.count(PATCH[1].encode()) == 1, "another PyYAML"
                    raw = raw.replace(PATCH[1].encode(), PATCH[2].encode())
                yield path, raw


def core() -> Iterator[tuple[str, bytes]]:
    """Our own modules and data, as they are; none of those that make files to carry away."""
    hooks = Path(bootstrap.ROOT, "hooks")
    for file in sorted((hooks / "reperes").rglob("*")):
        if file.is_file() and "__pycache__" not in file.parts and file.parent.name != "publications":
            yield file.relative_to(hooks).as_posix(), file.read_bytes()
    yield "engine_inside.py", Path(engine_inside.__file__).read_bytes()


def kept(site: Site) -> bytes:
    """The site as read and rendered, without its past and its files to carry away: the browser goes on from there."""
    listed = {path: raw for path, raw in site.project.publications.items() if path == publications.LIST}
    project = replace(site.project, past=None, publications=listed)
    out = io.BytesIO()
    pickler = pickle.Pickler(out, protocol=5)
    pickler.dispatch_table = copyreg.dispatch_table.copy()
    pickler.dispatch_table[types.MappingProxyType] = lambda one: (engine_inside.frozen, (dict(one),))
    pickler.dump((project, site.library, site.editions))
    return out.getvalue()


def zipped(members: Mapping[str, bytes]) -> bytes:
    """An archive, the same to the byte for the same members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(members):
            archive.writestr(zipfile.ZipInfo(path, EPOCH), members[path], zipfile.ZIP_DEFLATED)
    return out.getvalue()


def run(command: list[str], fault: str) -> None:
    """Run a program that fetches. Raises SystemExit, with its last lines."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        bootstrap.stop(f"{fault} : {command[0]} n'est pas installé.")
    if done.returncode:
        bootstrap.stop(f"{fault} :\n" + "\n".join(done.stderr.strip().splitlines()[-5:]))
