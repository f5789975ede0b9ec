"""What mkdocs.yml says that the core needs when MkDocs is not there."""

from pathlib import Path
from typing import Any, NoReturn

import yaml

from reperes.model.paths import FACTS

PUBLISHER = ("name", "director", "host", "contact", "texts_licence", "forge")
FILE = "mkdocs.yml"


class SettingsError(SystemExit):
    """A setting of mkdocs.yml that cannot be used: where, what is wrong, what to write. Ends a script with this."""


def languages(root: Path) -> tuple[str, ...]:
    """The languages of the site, the one that holds the facts first. Raises SettingsError."""
    plugins = _settings(root).get("plugins") or ()
    i18n = next((plugin["i18n"] for plugin in plugins if isinstance(plugin, dict) and "i18n" in plugin), None)
    if not i18n:
        return (FACTS,)
    chosen = sorted(i18n["languages"], key=lambda language: not language.get("default", False))
    return tuple(language["locale"] for language in chosen)


def extensions(root: Path) -> dict[str, dict[str, Any]]:
    """The Markdown extensions of the site, with their settings. Raises SettingsError."""
    named = _settings(root).get("markdown_extensions") or ()
    return {
        name: config for entry in named for name, config in (entry if isinstance(entry, dict) else {entry: {}}).items()
    }


def unset(root: Path) -> tuple[str, ...]:
    """The publisher's settings that are still empty. Raises SettingsError."""
    given = publisher((_settings(root).get("extra") or {}).get("publisher"))
    return tuple(name for name, value in given.items() if not value)


def publisher(given: Any) -> dict[str, str]:
    """What only the publisher can say, empty where nothing is said yet. Raises SettingsError."""
    settings = dict.fromkeys(PUBLISHER, "") | (given if isinstance(given, dict) else {})
    for name, value in settings.items():
        if name not in PUBLISHER:
            _refuse(name, "ce réglage n'existe pas", f"enlevez-le ; les réglages sont {', '.join(PUBLISHER)}")
        if not isinstance(value, str | None):
            _refuse(name, f"« {value} » n'est pas un texte", f'écrivez {name}: "{value}"')
        if value and value.startswith("http") and (not value.startswith("https://") or len(value.split()) > 1):
            _refuse(name, f"« {value} » n'est pas une adresse", "écrivez une adresse https, seule et sans espace")
    return {name: value or "" for name, value in settings.items()}


def _refuse(name: str, fault: str, cure: str) -> NoReturn:
    raise SettingsError(f"{FILE}:1:1: extra.publisher.{name}: {fault} ; {cure}")


class _Loader(yaml.CSafeLoader):
    """Reads as nothing what only MkDocs understands, such as `!ENV`."""


_Loader.add_multi_constructor("", lambda *_: None)


def _settings(root: Path) -> dict[str, Any]:
    try:
        settings = yaml.load((root / FILE).read_text("utf-8"), Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = f"{mark.line + 1}:{mark.column + 1}" if mark else "1:1"
        raise SettingsError(f"{FILE}:{place}: ce n'est pas du YAML ({error.problem}) ; relisez cette ligne") from None
    if not isinstance(settings, dict):
        raise SettingsError(f"{FILE}:1:1: il n'y a aucun réglage ; reprenez ceux de la dernière version")
    return settings
