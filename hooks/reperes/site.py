"""What mkdocs.yml says that the core needs when MkDocs is not there."""

from pathlib import Path
from typing import Any

import yaml


def languages(root: Path) -> tuple[str, ...]:
    """The languages of the site, the one that holds the facts first."""
    plugins = _settings(root)["plugins"]
    i18n = next(plugin["i18n"] for plugin in plugins if isinstance(plugin, dict) and "i18n" in plugin)
    chosen = sorted(i18n["languages"], key=lambda language: not language.get("default", False))
    return tuple(language["locale"] for language in chosen)


def extensions(root: Path) -> dict[str, dict[str, Any]]:
    """The Markdown extensions of the site, with their settings."""
    named = _settings(root)["markdown_extensions"]
    return {
        name: config for entry in named for name, config in (entry if isinstance(entry, dict) else {entry: {}}).items()
    }


def unset(root: Path) -> tuple[str, ...]:
    """The publisher's settings that are still empty."""
    return tuple(name for name, value in _settings(root)["extra"]["publisher"].items() if not value)


def _settings(root: Path) -> dict[str, Any]:
    settings: dict[str, Any] = yaml.load((root / "mkdocs.yml").read_text("utf-8"), Loader=yaml.CSafeLoader)
    return settings
