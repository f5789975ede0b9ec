"""What mkdocs.yml says of the site: its languages, its menu, its Markdown, its publisher."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NoReturn
from urllib.parse import urlsplit

import yaml

from reperes.base.problems import Problem
from reperes.model.paths import FACTS

PUBLISHER = ("name", "director", "host", "contact", "texts_licence", "forge")
FILE = "mkdocs.yml"
LANGUAGE = re.compile(r"[a-z]{2,3}")


class SettingsError(SystemExit):
    """A setting of mkdocs.yml that cannot be used: where, what is wrong, what to write. Ends a script with this."""

    def __init__(self, name: str, fault: str, cure: str, line: int = 1, column: int = 1) -> None:
        """Name the setting by its keys."""
        self.problem = Problem(FILE, line, column, name, fault, cure)
        super().__init__(str(self.problem))


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
    if not isinstance(extra, dict):
        raise SettingsError("extra", "ce n'est pas une liste de réglages", "reprenez celle de la dernière version")
    languages = _languages(given)
    return Settings(
        site_url=_site_url(str(given.get("site_url") or "")),
        languages=tuple(language["locale"] for language in languages) or (FACTS,),
        extensions=_extensions(given),
        menu=_menu(given.get("nav")),
        titles={language["locale"]: language.get("nav_translations") or {} for language in languages},
        footer=_footer(extra.get("footer")),
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
    raise SettingsError(f"extra.publisher.{name}", fault, cure)


def _site_url(given: str) -> str:
    try:
        parts = urlsplit(given)
        right = not given or (parts.scheme in ("http", "https") and parts.hostname and not re.search(r"\s|[?#]", given))
    except ValueError:  # as in https://[
        right = False
    if not right:
        cure = "écrivez l'adresse de l'accueil, comme https://www.exemple.org/"
        raise SettingsError("site_url", f"« {given} » n'est pas l'adresse d'un site", cure)
    return given if not given or given.endswith("/") else f"{given}/"


def _menu(given: Any) -> tuple[tuple[str, str], ...]:
    """Titles and paths: a menu of one level, since each section lists its own pages."""
    entries = given or ()
    if not isinstance(entries, list | tuple) or not all(isinstance(entry, dict) for entry in entries):
        raise SettingsError("nav", "une ligne du menu n'a pas de titre", "écrivez « - Fiches: fiches/index.md »")
    found = [(str(title), path) for entry in entries for title, path in entry.items()]
    for title, path in found:
        if not isinstance(path, str):
            raise SettingsError(
                "nav", f"« {title} » ne mène pas à une page", "le menu n'a qu'un niveau : un fichier .md"
            )
    return tuple(found)


def _footer(given: Any) -> tuple[str, ...]:
    pages = given or []
    if not isinstance(pages, list) or not all(isinstance(page, str) for page in pages):
        raise SettingsError("extra.footer", "ce n'est pas une liste de pages", "écrivez [plan, sources, en-clair]")
    return tuple(pages)


def _languages(given: dict[str, Any]) -> list[dict[str, Any]]:
    plugins = given.get("plugins") or ()
    i18n = next((plugin["i18n"] for plugin in plugins if isinstance(plugin, dict) and "i18n" in plugin), None)
    languages = (i18n or {}).get("languages") or ()
    for language in languages:
        if not isinstance(language, dict) or not LANGUAGE.fullmatch(str(language.get("locale"))):
            cure = "écrivez « - locale: en », deux ou trois lettres, puis ses autres réglages"
            raise SettingsError("plugins.i18n.languages", "une langue n'a pas de code", cure)
    return sorted(languages, key=lambda language: not language.get("default", False))


def _extensions(given: dict[str, Any]) -> dict[str, dict[str, Any]]:
    named = given.get("markdown_extensions") or ()
    whole = {
        name: config for entry in named for name, config in (entry if isinstance(entry, dict) else {entry: {}}).items()
    }
    for name, config in whole.items():
        if not isinstance(config, dict | None):
            raise SettingsError(
                f"markdown_extensions.{name}", f"« {config} » n'est pas un réglage", "écrivez nom: valeur"
            )
    return {name: config or {} for name, config in whole.items()}


class _Loader(yaml.CSafeLoader):
    """Reads as nothing what only MkDocs understands, such as `!ENV`."""


_Loader.add_multi_constructor("", lambda *_: None)


def _parse(text: str) -> dict[str, Any]:
    try:
        settings = yaml.load(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise SettingsError("yaml", f"ce n'est pas du YAML ({error.problem})", "relisez cette ligne", *place) from None
    except (yaml.YAMLError, ValueError) as error:  # a sign that YAML refuses, a date that is none
        raise SettingsError(
            "yaml", f"ce n'est pas du YAML ({error})", "reprenez celui de la dernière version"
        ) from None
    if not isinstance(settings, dict):
        raise SettingsError("fichier", "il n'y a aucun réglage", "reprenez ceux de la dernière version")
    return settings
