"""Say how what a folder of packages holds differs from a lock, one package a line; nothing when it does not.

Run by bootstrap inside .venv, with the folder of the pip that reads the conditions of a lock.
"""

import importlib.metadata
import re
import sys
from pathlib import Path

PINNED = re.compile(r"(?m)^([\w.-]+)==(\S+)(?: ; (.*?))? \\$")


def wanted(lock: str) -> dict[str, str]:
    """The version of each package that a lock names for this Python and this system."""
    from pip._vendor.packaging.markers import Marker

    pins: list[tuple[str, str, str]] = PINNED.findall(lock)
    return {canonical(name): version for name, version, marker in pins if not marker or Marker(marker).evaluate()}


def found(folder: str) -> dict[str, str]:
    """The version of each package that a folder holds, and whether one of its files is missing."""
    versions = {}
    for package in importlib.metadata.distributions(path=[folder]):
        whole = all(Path(str(file.locate())).exists() for file in package.files or ())
        versions[canonical(package.metadata["Name"] or "?")] = package.version + ("" if whole else " (incomplete)")
    return versions


def canonical(name: str) -> str:
    """A package's name as every index writes it."""
    return re.sub("[-_.]+", "-", name).lower()


def main(lock: str, folder: str, pip: str) -> None:
    """Print the differences."""
    sys.path.insert(0, pip)
    pins, there = wanted(Path(lock).read_text("utf-8")), found(folder)
    if not pins:
        print("no package is named")
    for name in sorted(pins.keys() | there.keys()):
        if pins.get(name) != there.get(name):
            print(f"{name}: {pins.get(name)} != {there.get(name)}")


if __name__ == "__main__":
    main(*sys.argv[1:])
