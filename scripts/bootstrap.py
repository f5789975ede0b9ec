"""Put any script of this folder inside a .venv that holds exactly requirements.lock.

Only the standard library, and syntax that an old Python can read: its first duty is to say that it is too old.
"""

import errno
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import venv

MINIMUM = (3, 11, 5)
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv")
LOCK = os.path.join(ROOT, "requirements.lock")
STAMP = os.path.join(VENV, "installed")
PYTHON = os.path.join(VENV, "Scripts" if os.name == "nt" else "bin", "python.exe" if os.name == "nt" else "python")
FULL = "Le disque est plein : il faut environ 500 Mo pour .venv, dans {}."


def enter():
    """Run the calling script again with the interpreter of .venv, filled first if the lock has changed.

    Ends the process with a sentence when the Python is too old, the network is missing or the disk is full.
    """
    if sys.version_info < MINIMUM:
        stop("Il faut Python {}.{}.{} ou plus récent ; celui-ci est le {}.".format(*MINIMUM, sys.version.split()[0]))
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    os.environ.setdefault("SOURCE_DATE_EPOCH", last_commit_time())
    if os.path.realpath(sys.prefix) == os.path.realpath(VENV) and read(STAMP) == fingerprint():
        sys.path.insert(0, os.path.join(ROOT, "hooks"))
        os.environ.pop("REPERES_VENV", None)
        return
    try:
        fill()
    except OSError as error:
        if error.errno == errno.ENOSPC:
            stop(FULL.format(ROOT))
        stop("{} n'a pas pu être installé : {}".format(VENV, error))
    if os.environ.get("REPERES_VENV") == "entered":
        stop("{} est abîmé : supprimez ce dossier, puis relancez la même commande.".format(VENV))
    os.environ["REPERES_VENV"] = "entered"
    command = [PYTHON, *sys.argv]
    if os.name == "nt":
        sys.exit(subprocess.call(command))  # Windows has no exec that waits
    os.execv(PYTHON, command)


def fill():
    """Create .venv and install the lock into it; nothing is done when nothing has changed."""
    turn = wait_for_turn()
    if read(STAMP) == fingerprint() and os.path.exists(PYTHON):
        return
    print("Installation dans .venv (une minute, la première fois)...", file=sys.stderr, flush=True)
    if os.path.isdir(VENV):
        old = tempfile.mkdtemp(prefix=".venv-old-", dir=ROOT)
        os.rename(VENV, os.path.join(old, "venv"))  # at once, whatever still runs in it
        shutil.rmtree(old, ignore_errors=True)
    try:
        venv.create(VENV, with_pip=True)
    except subprocess.CalledProcessError:
        stop("Ce Python ne sait pas créer d'environnement. Sous Debian et Ubuntu : apt install python3-venv")
    install()
    with open(STAMP, "w", encoding="utf-8") as stamp:
        stamp.write(fingerprint())
    turn.close()


def install():
    """Put exactly the packages of the lock into .venv."""
    pip = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes", "-r", LOCK]
    result = subprocess.run(pip, stderr=subprocess.PIPE, universal_newlines=True, check=False)
    if result.returncode:
        stop(explain(result.stderr))


def wait_for_turn():
    """A file held by one script at a time: two started together must not fill .venv together."""
    turn = open(os.path.join(ROOT, ".venv.lock"), "w")  # noqa: SIM115 - held until fill() ends
    try:
        import fcntl

        fcntl.flock(turn, fcntl.LOCK_EX)
    except ImportError:  # Windows
        pass
    return turn


def explain(stderr):
    """What pip's error means, in plain words, with its last lines."""
    last = "\n".join("    " + line for line in stderr.strip().splitlines()[-5:])
    if "No space left" in stderr:
        return FULL.format(ROOT) + "\n" + last
    if "hash" in stderr.lower():
        return "Un paquet n'est pas celui que nomme requirements.lock : rien n'a été installé.\n" + last
    if "connection" in stderr.lower() or "resolve" in stderr.lower() or "No matching distribution" in stderr:
        return "Le téléchargement est impossible : vérifiez le réseau, puis relancez la même commande.\n" + last
    return "Les paquets n'ont pas pu être installés.\n" + last


def fingerprint():
    """What the content of .venv depends on: the lock and the version of Python."""
    with open(LOCK, "rb") as lock:
        return hashlib.sha256(lock.read() + sys.version.encode()).hexdigest()


def read(path):
    """The text of a file, or nothing when there is none."""
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except OSError:
        return None


def last_commit_time():
    """Seconds of the last commit: the build's today (reproducible-builds.org); 1980 outside a git checkout."""
    try:
        command = ["git", "-C", ROOT, "log", "-1", "--format=%ct"]
        return (
            subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True)
            .stdout.decode()
            .strip()
        )
    except (OSError, subprocess.CalledProcessError):
        return "315532800"


def stop(sentence):
    """End with a message and no traceback."""
    sys.exit("\n" + sentence)
