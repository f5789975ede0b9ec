"""What mkdocs.yml says that the core needs when MkDocs is not there."""

from pathlib import Path

import yaml


def languages(root: Path) -> tuple[str, ...]:
    """The languages of the site, the one that holds the facts first."""
    settings = yaml.load((root / "mkdocs.yml").read_text("utf-8"), Loader=yaml.CSafeLoader)
    i18n = next(plugin["i18n"] for plugin in settings["plugins"] if isinstance(plugin, dict) and "i18n" in plugin)
    chosen = sorted(i18n["languages"], key=lambda language: not language.get("default", False))
    return tuple(language["locale"] for language in chosen)


def unset(root: Path) -> tuple[str, ...]:
    """The publisher's settings that are still empty."""
    settings = yaml.load((root / "mkdocs.yml").read_text("utf-8"), Loader=yaml.CSafeLoader)
    return tuple(name for name, value in settings["extra"]["publisher"].items() if not value)
