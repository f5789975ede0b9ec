"""Put any script of this folder inside a .venv that holds exactly a lock: requirements.lock, or a larger one.

What Python 3.6 can read: its first duty is to say that a Python is too old. For the same reason scripts call `enter`
before anything that an old Python cannot run, and the rest of our own is imported once that is said.
"""

import errno
import hashlib
import os
import subprocess
import sys
import sysconfig
from typing import NoReturn

MINIMUM = (3, 11, 5)
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv")
SITE = "requirements.lock"  # to build, check and serve
PUBLICATIONS = "requirements.publications.lock"  # the same, and what makes PDF, EPUB and ZIM
TESTS = "requirements.test.lock"  # all that, and what the tests need
LOCKS = [SITE, PUBLICATIONS, TESTS]  # each has all of the one before
MEGABYTES = {SITE: 170, PUBLICATIONS: 380, TESTS: 770}
STAMP = os.path.join(VENV, "installed")  # empty while .venv is being filled; without it, .venv is not ours
PYTHON = os.path.join(VENV, "Scripts" if os.name == "nt" else "bin", "python.exe" if os.name == "nt" else "python")

FULL = "Le disque est plein : il faut {} Mo de plus pour .venv, dans {}."
DAMAGED = "{} est abîmé : supprimez ce dossier, puis relancez la même commande."


def enter(lock: str = SITE) -> None:
    """Run the calling script again with the interpreter of .venv, filled first if it does not hold the lock.

    Ends the process with a sentence when the Python is too old, the network is missing or the disk is full.
    """
    if sys.version_info < MINIMUM:
        stop("Il faut Python {}.{}.{} ou plus récent ; celui-ci est le {}.".format(*MINIMUM, sys.version.split()[0]))
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal without accents
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    import dating

    date = dating.build_date()
    if date:
        os.environ["SOURCE_DATE_EPOCH"] = date
    else:
        os.environ.pop("SOURCE_DATE_EPOCH", None)
    if os.path.realpath(sys.prefix) == os.path.realpath(VENV) and ready(lock):
        sys.path.insert(0, os.path.join(ROOT, "hooks"))
        os.environ.pop("REPERES_VENV", None)
        return
    import installing

    try:
        if not ready(lock):
            installing.fill(lock)
        again(lock)
    except KeyboardInterrupt:
        stop("Installation interrompue : relancez la même commande pour la finir.")
    except OSError as error:
        stop(FULL.format(MEGABYTES[lock], ROOT) if error.errno == errno.ENOSPC else installing.unable(error))


def again(lock: str) -> None:
    """Replace this process by the same script under the interpreter of .venv."""
    entered = os.environ.get("REPERES_VENV") == "entered"
    if entered:
        stop(DAMAGED.format(VENV))
    environment = dict(os.environ, REPERES_VENV="entered")
    for name in ("PYTHONPATH", "PYTHONHOME", "PYTHONSAFEPATH"):
        environment.pop(name, None)  # packages of elsewhere
    command = [PYTHON, os.path.abspath(sys.argv[0]), *sys.argv[1:]]
    if os.name == "nt":
        sys.exit(subprocess.call(command, env=environment))  # Windows has no exec that waits
    try:
        os.execve(PYTHON, command, environment)
    except OSError:  # no interpreter any more
        import installing

        installing.fill(lock, anew=True)
        os.execve(PYTHON, command, environment)


def ready(lock: str) -> bool:
    """Whether .venv holds a lock, or another that has all of it, and nothing was taken away or added since."""
    stamp = read(STAMP)
    return bool(stamp) and os.access(PYTHON, os.X_OK) and stamp in [state(one) for one in LOCKS[LOCKS.index(lock) :]]


def state(lock: str) -> str:
    """What the content of .venv depends on, and what it is: the lock, the version of Python, the names of packages."""
    try:
        with open(os.path.join(ROOT, lock), "rb") as file:
            text = file.read()
        names = sorted(os.listdir(packages()))
    except OSError:
        return "?"
    names = [name for name in names if name != "__pycache__"]
    return hashlib.sha256(text + sys.version.encode() + "\n".join(names).encode("utf-8", "replace")).hexdigest()


def packages() -> str:
    """The folder of .venv that holds packages."""
    return sysconfig.get_path("purelib", "venv", {"base": VENV, "platbase": VENV})


def read(path: str) -> str:
    """The text of a file, or nothing when there is none."""
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except (OSError, ValueError):
        return ""


def stop(sentence: str) -> NoReturn:
    """End with a message and no traceback."""
    sys.exit("\n" + sentence)
