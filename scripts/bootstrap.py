"""Put any script of this folder inside a .venv that holds exactly a lock: requirements.lock, or a larger one.

Only the standard library, and what Python 3.6 can read: its first duty is to say that a Python is too old. For the same
reason scripts call `enter` before anything that an old Python cannot run.
"""

import ast
import errno
import glob
import hashlib
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import venv
import zipfile
from typing import IO, NoReturn

MINIMUM = (3, 11, 5)
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv")
SITE = "requirements.lock"  # to build, check and serve
PUBLICATIONS = "requirements.publications.lock"  # the same, and what makes PDF, EPUB and ZIM
TESTS = "requirements.test.lock"  # all that, and what the tests need
LOCKS = [SITE, PUBLICATIONS, TESTS]  # each has all of the one before
MEGABYTES = {SITE: 170, PUBLICATIONS: 310, TESTS: 700}
STAMP = os.path.join(VENV, "installed")  # empty while .venv is being filled; without it, .venv is not ours
PIP = os.path.join(VENV, "unpacked")  # the pip that comes with Python, there while packages are installed
PYTHON = os.path.join(VENV, "Scripts" if os.name == "nt" else "bin", "python.exe" if os.name == "nt" else "python")

FOREIGN = "{} n'a pas été créé par Repères : renommez-le ou supprimez-le, puis relancez la même commande."
FULL = "Le disque est plein : il faut {} Mo de plus pour .venv, dans {}."
PARTIAL = "Ce qui est installé n'est pas ce que nomme {} ; relancez la même commande.\n    {}"
UNABLE = "Ce Python ne sait pas créer d'environnement. Sous Debian et Ubuntu : apt install python3-venv"
DAMAGED = "{} est abîmé : supprimez ce dossier, puis relancez la même commande."
EPOCH = "SOURCE_DATE_EPOCH doit être un nombre de secondes depuis 1970, en chiffres ; ici : « {} »."

# What a user's pip may say here: where packages come from, and how to reach them. All else (target, user, prefix,
# dry-run, constraint, no-binary ...) would put other packages, or elsewhere, and is not heard.
NETWORK = [
    "index-url",
    "extra-index-url",
    "no-index",
    "find-links",
    "trusted-host",
    "cert",
    "client-cert",
    "proxy",
    "timeout",
    "default-timeout",
    "retries",
    "resume-retries",
    "cache-dir",
    "no-cache-dir",
    "keyring-provider",
    "no-input",
    "use-feature",
]


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
    date = build_date()
    if date:
        os.environ["SOURCE_DATE_EPOCH"] = date
    else:
        os.environ.pop("SOURCE_DATE_EPOCH", None)
    if os.path.realpath(sys.prefix) == os.path.realpath(VENV) and ready(lock):
        sys.path.insert(0, os.path.join(ROOT, "hooks"))
        os.environ.pop("REPERES_VENV", None)
        return
    try:
        if not ready(lock):
            fill(lock)
        again(lock)
    except KeyboardInterrupt:
        stop("Installation interrompue : relancez la même commande pour la finir.")
    except OSError as error:
        stop(FULL.format(MEGABYTES[lock], ROOT) if error.errno == errno.ENOSPC else unable(error))


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
        fill(lock, anew=True)
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


def fill(lock: str, anew: bool = False) -> None:
    """Create .venv, or add what a larger lock has more; do nothing when nothing is missing."""
    turn = wait_for_turn()
    try:
        if ready(lock) and not anew:
            return
        if os.path.lexists(VENV) and not ours():
            stop(FOREIGN.format(VENV))
        for old in glob.glob(os.path.join(glob.escape(ROOT), ".venv-old-*")):
            shutil.rmtree(old, ignore_errors=True)
        text = "Installation dans .venv (environ {} Mo, une minute ou deux)..."
        print(text.format(MEGABYTES[lock]), file=sys.stderr, flush=True)
        if anew or not ready(SITE):
            remove()
            os.mkdir(VENV)
        with open(STAMP, "w", encoding="utf-8"):
            pass
        if not os.path.exists(PYTHON):
            venv.create(VENV, symlinks=os.name != "nt")
        unpack()
        install(lock)
        shutil.rmtree(PIP)
        with open(STAMP, "w", encoding="utf-8") as stamp:
            stamp.write(state(lock))
    finally:
        turn.close()


def ours() -> bool:
    """Whether .venv was made here: stamped, or empty, or a link to what was."""
    return os.path.isdir(VENV) and (os.path.exists(STAMP) or not os.listdir(VENV))


def remove() -> None:
    """Take the old .venv away, at once whatever still runs in it; of a link, the link alone."""
    if os.path.lexists(VENV):
        old = tempfile.mkdtemp(prefix=".venv-old-", dir=ROOT)
        os.rename(VENV, os.path.join(old, "venv"))
        shutil.rmtree(old, ignore_errors=True)


def unpack() -> None:
    """Put the pip that comes with Python where it can be run, and not among packages."""
    try:
        import ensurepip
    except ImportError:
        stop(UNABLE)
    folders = [sysconfig.get_config_var("WHEEL_PKG_DIR"), os.path.join(os.path.dirname(ensurepip.__file__), "_bundled")]
    wheels = [one for folder in folders if folder for one in glob.glob(os.path.join(glob.escape(folder), "pip-*.whl"))]
    if not wheels:
        stop(UNABLE)
    shutil.rmtree(PIP, ignore_errors=True)
    with zipfile.ZipFile(sorted(wheels)[-1]) as wheel:
        wheel.extractall(PIP)


def install(lock: str) -> None:
    """Put exactly the packages of a lock into .venv, from wheels alone: to build a package is to run unpinned code."""
    environment = network()
    path = os.path.join(ROOT, lock)
    options = ["--quiet", "--only-binary", ":all:", "--require-hashes", "-r", path]
    done = run(os.path.join(PIP, "pip"), "install", *options, env=environment)
    if done.returncode:
        stop(explain(done.stderr, lock))
    told = run(os.path.join(ROOT, "scripts", "installed.py"), path, packages(), PIP)
    if told.returncode or told.stdout:
        stop(PARTIAL.format(lock, "\n    ".join((told.stdout or told.stderr).splitlines()[-5:])))


def run(*arguments: str, env: "dict[str, str] | None" = None) -> "subprocess.CompletedProcess[str]":
    """Run the interpreter of .venv, deaf to the user's PYTHON* variables; what it wrote is kept as text."""
    return subprocess.run(
        [PYTHON, "-I", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        universal_newlines=True,
        check=False,
        env=env,
    )


def network() -> "dict[str, str]":
    """An environment for pip where, of all that its variables and files say, only how to reach packages is left."""
    deaf = {name: value for name, value in os.environ.items() if not name.upper().startswith("PIP_")}
    heard = {name.upper(): value for name, value in os.environ.items() if keep(name)}
    said = run(os.path.join(PIP, "pip"), "config", "list", "-vvv", env=dict(deaf, **heard)).stdout
    settings = {}
    for section in ("global", "install", ":env:"):  # the last word is the strongest
        for name, value in re.findall(r"(?m)^{}\.([\w-]+)=(.*)$".format(re.escape(section)), said):
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
    path = os.path.join(ROOT, ".venv.lock")
    try:
        number = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError:
        if not os.path.exists(path):
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
    last = "\n".join("    " + line for line in stderr.strip().splitlines()[-5:])
    if "No space left" in stderr:
        return FULL.format(MEGABYTES[lock], ROOT) + "\n" + last
    if "hash" in stderr.lower():
        return "Un paquet n'est pas celui que nomme {} : rien n'a été installé.\n{}".format(lock, last)
    if re.search(r"from versions: (?!none)", stderr):
        return "{} nomme une version qui n'existe pas pour ce Python et ce système.\n{}".format(lock, last)
    if re.search("(?i)connection|resolve|timed out|No matching distribution", stderr):
        return "Le téléchargement est impossible : vérifiez le réseau, puis relancez la même commande.\n" + last
    return "Les paquets n'ont pas pu être installés.\n" + last


def unable(error: OSError) -> str:
    """Why .venv could not be made, in plain words."""
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return "{} ne peut pas être créé : vous n'avez pas le droit d'écrire dans ce dossier.".format(VENV)
    return "{} n'a pas pu être installé : {}".format(VENV, error)


def read(path: str) -> str:
    """The text of a file, or nothing when there is none."""
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except (OSError, ValueError):
        return ""


ARCHIVED = "$Format:%ct$"  # git writes the seconds of the commit here when it makes an archive (.gitattributes)


def build_date() -> str:
    """Seconds of the build's today (reproducible-builds.org): given, or of the last commit; nothing when unknown."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    if given:
        if not re.match("[0-9]{1,10}$", given) or int(given) >= 2**32:
            stop(EPOCH.format(given))
        return given
    return last_commit() or (ARCHIVED if ARCHIVED.isdigit() else "")


def last_commit() -> str:
    """Seconds of the last commit of this very repository, whoever owns it; nothing outside one, or without git."""
    if git("rev-parse", "--show-prefix") == "":
        return git("-c", "log.showSignature=false", "log", "-1", "--format=%ct") or ""
    return ""


def git(*arguments: str) -> "str | None":
    """What git says of this folder, whatever repository its variables name; None when it says nothing."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    command = ["git", "-c", "safe.directory=" + os.path.realpath(ROOT), *arguments]
    try:
        done = subprocess.run(
            command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    return done.stdout.decode().strip()


def stop(sentence: str) -> NoReturn:
    """End with a message and no traceback."""
    sys.exit("\n" + sentence)
