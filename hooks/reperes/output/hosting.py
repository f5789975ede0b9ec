"""What the site asks of the host that serves it: headers, folders to keep, addresses that moved."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

from reperes.catalogue.redirects import Redirect
from reperes.model.paths import FACTS

DATA = Path(__file__).parents[1] / "data" / "hosting.yml"
POLICY = "Content-Security-Policy"
SECURITY = ".well-known/security.txt"
MAIL = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+")


@dataclass(frozen=True)
class Hosting:
    """What the files for hosts are drawn from."""

    base: str  # the path of the home page on its host, with a slash at each end
    headers: dict[str, str]  # on every answer
    lasting: tuple[str, ...]
    types: dict[str, str]
    languages: tuple[str, ...]  # those that have a folder
    redirects: tuple[Redirect, ...]


def hosting(site_url: str, languages: Iterable[str], redirects: Iterable[Redirect]) -> Hosting:
    """The whole of it, for a site published at an address."""
    data = _read()
    base = urlsplit(site_url).path or "/"
    folders = tuple(language for language in languages if language != FACTS)
    return Hosting(base, headers(), tuple(data["lasting"]), data["types"], folders, tuple(redirects))


def headers() -> dict[str, str]:
    """The headers of every answer, the content policy first."""
    data = _read()
    return {POLICY: "; ".join(f"{name} {value}" for name, value in data["policy"].items()), **data["headers"]}


@dataclass(frozen=True)
class Security:
    """Whom to tell of a weakness (RFC 9116), and until when this stands."""

    contact: str
    expires: str
    languages: tuple[str, ...]
    canonical: str


def security(contact: str, epoch: str | None, site_url: str, languages: Iterable[str]) -> Security | None:
    """What `security.txt` says; nothing while the publisher's contact or the day of the build is not known."""
    address = contact if contact.startswith("https://") else f"mailto:{contact}" if MAIL.fullmatch(contact) else ""
    if not address or not epoch:
        return None
    until = datetime.fromtimestamp(int(epoch), UTC) + timedelta(days=365)
    canonical = site_url + SECURITY if site_url.startswith("https://") else ""
    return Security(address, until.strftime("%Y-%m-%dT%H:%M:%SZ"), tuple(languages), canonical)


def _read() -> dict[str, Any]:
    data: dict[str, Any] = yaml.load(DATA.read_text("utf-8"), Loader=yaml.CSafeLoader)
    return data
