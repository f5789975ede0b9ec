"""The build's today: given, or that of the last commit, or not said."""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ARCHIVED = "$Format:%ct$"  # git writes the seconds of the commit here when it makes an archive (.gitattributes)
EPOCH = "SOURCE_DATE_EPOCH doit être un nombre de secondes depuis 1970, en chiffres ; ici : « {} »."


def build_date() -> str:
    """Seconds of the build's today (reproducible-builds.org): given, or of the last commit; nothing when unknown."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    if given:
        if not re.match("[0-9]{1,10}$", given) or int(given) >= 2**32:
            sys.exit("\n" + EPOCH.format(given))
        return given
    return last_commit() or (ARCHIVED if ARCHIVED.isdigit() else "")


def last_commit() -> str:
    """Seconds of the last commit of this very repository, whoever owns it; nothing outside one, or without git."""
    if git("rev-parse", "--show-prefix") == "":
        return git("-c", "log.showSignature=false", "log", "-1", "--format=%ct") or ""
    return ""


def git(*arguments: str) -> str | None:
    """What git says of this folder, whatever repository its variables name; None when it says nothing."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    command = ["git", "-c", f"safe.directory={ROOT}", *arguments]
    try:
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return done.stdout.decode().strip()
