"""What mkdocs.yml says of the site: its languages, its menu, its Markdown, its publisher."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

import yaml

from reperes.model.paths import FACTS

PUBLISHER = ("name", "director", "host", "contact", "texts_licence", "forge")
FILE = "mkdocs.yml"


class SettingsError(SystemExit):
    """A setting of mkdocs.yml that cannot be used: where, what is wrong, what to write. Ends a script with this."""


@dataclass(frozen=True)
class Settings:
    """The settings that the run needs."""

    site_url: str  # ends with a slash, or empty
    languages: tuple[str, ...]  # the one that holds the facts first
    extensions: Mapping[str, Mapping[str, Any]]  # of Markdown, by name
    menu: tuple[tuple[str, str], ...]  # title in French and path from docs/
    titles: Mapping[str, Mapping[str, str]]  # those of the menu in other languages
    footer: tuple[str, ...]  # ids of pages
    publisher: Mapping[str, str]


def read(text: str) -> Settings:
    """The settings in the text of mkdocs.yml. Raises SettingsError."""
    given = _parse(text)
    extra = given.get("extra") or {}
    languages = _languages(given)
    site_url = str(given.get("site_url") or "")
    return Settings(
        site_url=site_url if not site_url or site_url.endswith("/") else f"{site_url}/",
        languages=tuple(language["locale"] for language in languages) or (FACTS,),
        extensions=_extensions(given),
        menu=tuple((str(title), str(path)) for entry in given.get("nav") or () for title, path in entry.items()),
        titles={language["locale"]: language.get("nav_translations") or {} for language in languages},
        footer=tuple(extra.get("footer") or ()),
        publisher=publisher(extra.get("publisher")),
    )


def unset(settings: Settings) -> tuple[str, ...]:
    """The publisher's settings that are still empty."""
    return tuple(name for name, value in settings.publisher.items() if not value)


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


def _languages(given: dict[str, Any]) -> list[dict[str, Any]]:
    plugins = given.get("plugins") or ()
    i18n = next((plugin["i18n"] for plugin in plugins if isinstance(plugin, dict) and "i18n" in plugin), None)
    return sorted(i18n["languages"], key=lambda language: not language.get("default", False)) if i18n else []


def _extensions(given: dict[str, Any]) -> dict[str, dict[str, Any]]:
    named = given.get("markdown_extensions") or ()
    return {
        name: config for entry in named for name, config in (entry if isinstance(entry, dict) else {entry: {}}).items()
    }


class _Loader(yaml.CSafeLoader):
    """Reads as nothing what only MkDocs understands, such as `!ENV`."""


_Loader.add_multi_constructor("", lambda *_: None)


def _parse(text: str) -> dict[str, Any]:
    try:
        settings = yaml.load(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = f"{mark.line + 1}:{mark.column + 1}" if mark else "1:1"
        raise SettingsError(f"{FILE}:{place}: ce n'est pas du YAML ({error.problem}) ; relisez cette ligne") from None
    if not isinstance(settings, dict):
        raise SettingsError(f"{FILE}:1:1: il n'y a aucun réglage ; reprenez ceux de la dernière version")
    return settings
