"""One site, however it is built: MkDocs, ProperDocs and the run write the same bytes, wherever and whenever."""

import shutil
import subprocess
from pathlib import Path

import pytest
from conftest import ROOT, build_with

pytestmark = pytest.mark.xdist_group("build")


def different(one: Path, other: Path) -> list[str]:
    """The files that only one site has, or that differ."""
    first, second = (
        {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}
        for site in (one, other)
    )
    return sorted(path for path in first.keys() | second.keys() if first.get(path) != second.get(path))


def test_mkdocs_in_another_folder_zone_and_hash_seed_writes_the_same_bytes(site: Path, tmp_path: Path):
    root = tmp_path / "ailleurs"
    subprocess.run(["git", "clone", "-q", "--shared", str(ROOT), str(root)], check=True)  # pages say when they changed
    for part in ("docs", "hooks", "overrides"):
        shutil.rmtree(root / part)
        shutil.copytree(ROOT / part, root / part, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", ".addresses"):
        shutil.copy(ROOT / name, root)
    done = build_with("mkdocs", tmp_path / "site", root / "mkdocs.yml", PYTHONHASHSEED="7", TZ="Asia/Tokyo")
    assert done.returncode == 0, done.stderr
    assert different(site, tmp_path / "site") == []


def test_properdocs_writes_the_same_bytes(site: Path, tmp_path: Path):
    done = build_with("properdocs", tmp_path / "site", PYTHONHASHSEED="20261", TZ="America/New_York")
    assert done.returncode == 0, done.stderr
    assert different(site, tmp_path / "site") == []
