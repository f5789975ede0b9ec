"""Fill .venv with exactly a lock, from wheels, whatever the user's pip is told.

Only the standard library: .venv is empty.
"""

import ast
import errno
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import venv
import zipfile
from pathlib import Path
from typing import IO

import bootstrap

FOREIGN = "{} n'a pas été créé par Repères : renommez-le ou supprimez-le, puis relancez la même commande."
PARTIAL = "Ce qui est installé n'est pas ce que nomme {} ; relancez la même commande.\n    {}"
UNABLE = "Ce Python ne sait pas créer d'environnement. Sous Debian et Ubuntu : apt install python3-venv"

# What a user's pip may say here: where packages come from, and how to reach them. All else (target, user, prefix,
# dry-run, constraint, no-binary ...) would put other packages, or elsewhere, and is not heard.
NETWORK = {
    *("index-url", "extra-index-url", "no-index", "find-links", "trusted-host", "cert", "client-cert", "proxy"),
    *("timeout", "default-timeout", "retries", "resume-retries", "cache-dir", "no-cache-dir"),
    *("keyring-provider", "no-input", "use-feature"),
}


def fill(lock: str, anew: bool = False) -> None:
    """Create .venv, or add what a larger lock has more; do nothing when nothing is missing."""
    turn = wait_for_turn()
    try:
        if bootstrap.ready(lock) and not anew:
            return
        if os.path.lexists(bootstrap.VENV) and not ours():
            bootstrap.stop(FOREIGN.format(bootstrap.VENV))
        for old in Path(bootstrap.ROOT).glob(".venv-old-*"):
            shutil.rmtree(old, ignore_errors=True)
        text = "Installation dans .venv (environ {} Mo, une minute ou deux)..."
        print(text.format(bootstrap.MEGABYTES[lock]), file=sys.stderr, flush=True)
        if anew or not bootstrap.ready(bootstrap.SITE):
            remove()
            Path(bootstrap.VENV).mkdir()
        Path(bootstrap.STAMP).write_text("", "utf-8")
        if not Path(bootstrap.PYTHON).exists():
            venv.create(bootstrap.VENV, symlinks=os.name != "nt")
        unpack()
        install(lock)
        shutil.rmtree(unpacked())
        Path(bootstrap.STAMP).write_text(bootstrap.state(lock), "utf-8")
    finally:
        turn.close()


def ours() -> bool:
    """Whether .venv was made here: stamped, or empty, or a link to what was."""
    folder = Path(bootstrap.VENV)
    return folder.is_dir() and (Path(bootstrap.STAMP).exists() or not any(folder.iterdir()))


def remove() -> None:
    """Take the old .venv away, at once whatever still runs in it; of a link, the link alone."""
    if os.path.lexists(bootstrap.VENV):
        old = tempfile.mkdtemp(prefix=".venv-old-", dir=bootstrap.ROOT)
        Path(bootstrap.VENV).rename(Path(old, "venv"))
        shutil.rmtree(old, ignore_errors=True)


def unpack() -> None:
    """Put the pip that comes with Python where it can be run, and not among packages."""
    try:
        import ensurepip
    except ImportError:
        bootstrap.stop(UNABLE)
    folders = (sysconfig.get_config_var("WHEEL_PKG_DIR"), Path(ensurepip.__file__).parent / "_bundled")
    wheels = sorted(wheel for folder in folders if folder for wheel in Path(folder).glob("pip-*.whl"))
    if not wheels:
        bootstrap.stop(UNABLE)
    shutil.rmtree(unpacked(), ignore_errors=True)
    with zipfile.ZipFile(wheels[-1]) as wheel:
        wheel.extractall(unpacked())


def unpacked() -> Path:
    """Where pip is, while packages are installed."""
    return Path(bootstrap.VENV, "unpacked")


def install(lock: str) -> None:
    """Put exactly the packages of a lock into .venv, from wheels alone: to build a package is to run unpinned code."""
    environment = network()
    path = str(Path(bootstrap.ROOT, lock))
    options = ["--quiet", "--only-binary", ":all:", "--require-hashes", "-r", path]
    done = run(str(unpacked() / "pip"), "install", *options, env=environment)
    if done.returncode:
        bootstrap.stop(explain(done.stderr, lock))
    told = run(str(Path(__file__).with_name("installed.py")), path, bootstrap.packages(), str(unpacked()))
    if told.returncode or told.stdout:
        bootstrap.stop(PARTIAL.format(lock, "\n    ".join((told.stdout or told.stderr).splitlines()[-5:])))


def run(*arguments: str, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run the interpreter of .venv, deaf to the user's PYTHON* variables; what it wrote is kept as text."""
    return subprocess.run([bootstrap.PYTHON, "-I", *arguments], capture_output=True, text=True, check=False, env=env)


def network() -> dict[str, str]:
    """An environment for pip where, of all that its variables and files say, only how to reach packages is left."""
    deaf = {name: value for name, value in os.environ.items() if not name.upper().startswith("PIP_")}
    heard = {name.upper(): value for name, value in os.environ.items() if keep(name)}
    said = run(str(unpacked() / "pip"), "config", "list", "-vvv", env=dict(deaf, **heard)).stdout
    settings = {}
    for section in ("global", "install", ":env:"):  # the last word is the strongest
        for name, value in re.findall(rf"(?m)^{re.escape(section)}\.([\w-]+)=(.*)$", said):
            words = " ".join(str(ast.literal_eval(value)).split())
            if name in NETWORK and words:
                settings["PIP_" + name.upper().replace("-", "_")] = words
    return dict(deaf, **settings, PIP_CONFIG_FILE=os.devnull, PIP_DISABLE_PIP_VERSION_CHECK="1")


def keep(variable: str) -> bool:
    """Whether a variable of pip says where packages, or its configuration files, are."""
    name = variable.upper()
    return name.startswith("PIP_") and (name[4:].lower().replace("_", "-") in NETWORK or name == "PIP_CONFIG_FILE")


def wait_for_turn() -> IO[bytes]:
    """A file held by one script at a time: two started together must not fill .venv together."""
    path = Path(bootstrap.ROOT, ".venv.lock")
    try:
        number = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError:
        if not path.exists():
            raise
        number = os.open(path, os.O_RDONLY)  # of another user
    turn = os.fdopen(number, "rb")
    try:
        import fcntl

        fcntl.flock(turn, fcntl.LOCK_EX)
    except ImportError:
        import msvcrt

        while True:
            try:
                msvcrt.locking(number, msvcrt.LK_LOCK, 1)  # type: ignore[attr-defined,unused-ignore]
                break
            except OSError:  # ten seconds have passed
                pass
    return turn


def explain(stderr: str, lock: str) -> str:
    """What pip's error means, in plain words, with its last lines."""
    last = "\n".join(f"    {line}" for line in stderr.strip().splitlines()[-5:])
    if "No space left" in stderr:
        return bootstrap.FULL.format(bootstrap.MEGABYTES[lock], bootstrap.ROOT) + "\n" + last
    if "hash" in stderr.lower():
        return f"Un paquet n'est pas celui que nomme {lock} : rien n'a été installé.\n{last}"
    if re.search(r"from versions: (?!none)", stderr):
        return f"{lock} nomme une version qui n'existe pas pour ce Python et ce système.\n{last}"
    if re.search("(?i)connection|resolve|timed out|No matching distribution", stderr):
        return "Le téléchargement est impossible : vérifiez le réseau, puis relancez la même commande.\n" + last
    return "Les paquets n'ont pas pu être installés.\n" + last


def unable(error: OSError) -> str:
    """Why .venv could not be made, in plain words."""
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"{bootstrap.VENV} ne peut pas être créé : vous n'avez pas le droit d'écrire dans ce dossier."
    return f"{bootstrap.VENV} n'a pas pu être installé : {error}"
