"""What the site asks of the host that serves it: headers, folders to keep, addresses that moved."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

from reperes.catalogue.redirects import Redirect
from reperes.model.paths import FACTS

DATA = Path(__file__).parents[1] / "data" / "hosting.yml"
POLICY = "Content-Security-Policy"


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


def _read() -> dict[str, Any]:
    data: dict[str, Any] = yaml.load(DATA.read_text("utf-8"), Loader=yaml.CSafeLoader)
    return data
