"""A Chromium for the tests: one on PATH, else Playwright's, else Debian's, else a sentence that says what to do."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

SHELL = "chromium-headless-shell"  # Chromium without a window: each page opens in half the time
NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge")


def find() -> str:
    """The path of a browser that starts; installs one when it can. Ends the process when there is none."""
    return _on_path() or _playwright() or _apt() or _give_up()


def _on_path() -> str:
    return next((path for name in NAMES if (path := shutil.which(name))), "")


def _playwright() -> str:
    """Playwright's own, downloaded if its host can be reached."""
    print("Pas de Chromium ici : Playwright en cherche un...", file=sys.stderr, flush=True)
    install = [sys.executable, "-m", "playwright", "install", "chromium"]
    try:
        done = subprocess.run(install, capture_output=True, timeout=300, check=False)
    except subprocess.TimeoutExpired:
        return ""
    if done.returncode:
        return ""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else ""


def _apt() -> str:
    if not shutil.which("apt-get") or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return ""
    print("Installation du Chromium de Debian...", file=sys.stderr, flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-y", "-qq"]
    for command in (["apt-get", "update", "-qq"], [*install, SHELL], [*install, "chromium"]):
        subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        if found := _on_path():
            return found
    return ""


def _give_up() -> str:
    sys.exit(
        "\nLes tests ont besoin de Chromium, qui n'a été ni trouvé ni installé.\n"
        "Installez Chromium ou Google Chrome (Debian, Ubuntu : apt install chromium), puis relancez la même commande."
    )
