"""The ways in from a page to those who write it: report a mistake, edit, propose a word."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit

import yaml

from reperes.catalogue.catalogue import Entry
from reperes.model.kinds import Content
from reperes.model.paths import DOCS
from reperes.model.words import Words
from reperes.source.settings import SettingsError

DATA = Path(__file__).parents[1] / "data" / "forges.yml"
LONGEST = 150  # letters of a title in an address: hosts refuse one that is too long


@dataclass(frozen=True)
class Forge:
    """The forge of the site: its address, and how it spells those of its editor and of its forms."""

    url: str
    edit: str
    issue: str
    new: str = ""
    filled: str = ""  # empty where the forge cannot open a new file with its text


@dataclass(frozen=True)
class EditLinks:
    """Where a page leads those who write it."""

    report: str
    edit: str
    propose: str


class ForgeError(SettingsError):
    """The setting names no forge that we know."""


def forge(url: str) -> Forge | None:
    """The forge at the address of the setting, nothing when it is empty.

    Raises ForgeError, with what to do, when it is no https address of a known kind.
    """
    if not url:
        return None
    kinds = yaml.load(DATA.read_text("utf-8"), Loader=yaml.CSafeLoader)
    host = _host(url)
    for kind in kinds.values() if host else ():
        if any(name in host for name in kind["contains"].split()):
            return Forge(url.rstrip("/"), kind["edit"], kind["issue"], kind["new"], kind["filled"])
    cure = f"écrivez l'adresse https d'un dépôt ({', '.join(kinds)}), ou ajoutez sa forge à {DATA.name}"
    raise ForgeError("extra.publisher.forge", f"« {url} » n'est pas une forge connue", cure)


def _host(url: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError:  # as in https://[
        return ""
    return parts.hostname or "" if parts.scheme == "https" else ""


def edit_links(entry: Entry[Content], home: Forge | None, site_url: str, words: Words) -> EditLinks | None:
    """Those of a page, forms filled with its title and address; text from outside is always encoded."""
    if home is None:
        return None
    title = entry.words.title[:LONGEST]
    page = site_url + entry.url
    return EditLinks(
        report=_issue(home, "erreur", words["report_title"].format(title=title), page),
        edit=home.edit.format(forge=home.url, path=quote(DOCS + entry.words.path)),
        propose=_issue(home, "mot", words["propose_title"], page),
    )


def _issue(home: Forge, form: str, title: str, page: str) -> str:
    return home.issue.format(forge=home.url, form=form, title=quote(title, safe=""), page=quote(page, safe=""))
