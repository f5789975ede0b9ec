"""What the site is made from, as it stands on the disk: read once, then nothing of the run looks at the disk again."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from reperes.catalogue.changelog import FOLDERS
from reperes.model import publications
from reperes.model.paths import LEDGER
from reperes.source import git_log, settings
from reperes.source.folder import Faults, collect
from reperes.source.git_log import Past
from reperes.source.settings import Settings, SettingsError

SKIN = "overrides"


@dataclass(frozen=True)
class Project:
    """The files of a project; paths are from `docs/` or from `overrides/`."""

    settings: Settings
    docs: Mapping[str, bytes]
    faults: Faults = field(default_factory=dict)  # what stops files of docs/ from being read
    ledger: str = ""
    skin: Mapping[str, bytes] = field(default_factory=dict)  # templates, styles, scripts
    epoch: str | None = None  # the build's today, in seconds; None when nobody says it
    past: Past | None = None  # what commits published; None where there is no repository
    publications: Mapping[str, bytes] = field(default_factory=dict)  # files to carry away, when they were made


def open_project(root: Path, remember: bool = True) -> Project:
    """The project in a folder; its past takes git half a second. Raises SettingsError, also when it is none."""
    docs, faults = collect(root / "docs")
    ledger = root / LEDGER
    return Project(
        settings=settings.read(_settings(root / settings.FILE)),
        docs=docs,
        faults=faults,
        ledger=ledger.read_text("utf-8", "replace") if ledger.exists() else "",
        skin=_files(root / SKIN),
        epoch=os.environ.get("SOURCE_DATE_EPOCH"),
        past=git_log.read(root, FOLDERS) if remember else None,
        publications=_files(root / publications.FOLDER),
    )


def _settings(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except OSError as error:
        raise SettingsError("fichier", f"il ne peut pas être lu ({error.strerror})", "remettez-le") from None
    except UnicodeDecodeError:
        raise SettingsError("fichier", "il n'est pas en UTF-8", "enregistrez-le de nouveau, en UTF-8") from None


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
