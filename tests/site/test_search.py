import gzip
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from built import addresses, load
from conftest import build
from reperes.model.paths import INDEX


def opened(path: Path) -> bytes:
    return gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd")


def texts(site: Path, language: str) -> Iterator[dict[str, Any]]:
    """What Pagefind keeps of each page of a language."""
    for path in (site / INDEX / "fragment").glob(f"{language}_*"):
        yield json.loads(opened(path))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_index_of_a_language_holds_its_pages_but_the_search_and_those_shown_for_another(site: Path, language: str):
    indexed = sorted("/" + text["url"] for text in texts(site, language))
    own = [address for address in addresses(site) if address.startswith("/en/") == (language == "en")]
    kept_out = ("404.html", "hors-ligne.html", "/recherche/")
    assert indexed == sorted(address for address in own if not address.endswith(kept_out))


def test_a_text_keeps_its_kind_its_title_and_the_anchors_of_its_page(site: Path):
    (text,) = [text for text in texts(site, "fr") if text["url"] == "fiches/payer-les-savoirs/"]
    assert text["meta"]["kind"] == "_sheet"
    assert text["meta"]["title"] == "Le salaire fait-il la différence ?"
    ids = {node.attrs.get("id") for node in load(site, "/fiches/payer-les-savoirs/").all("h2")}
    anchors = {anchor["id"] for anchor in text["anchors"]}
    assert anchors
    assert anchors <= ids


def test_nothing_of_pagefind_ships_but_what_pages_ask_for(site: Path):
    names = sorted(path.name for path in (site / INDEX).iterdir())
    metas = [name for name in names if name.endswith(".pf_meta")]
    assert len(metas) == 2
    rest = ["fragment", "index", "pagefind-entry.json", "pagefind.js", "wasm.en.pagefind", "wasm.fr.pagefind"]
    assert sorted(set(names) - set(metas)) == rest


def test_the_pieces_of_the_index_are_small(site: Path):
    sizes = sorted(path.stat().st_size for path in (site / INDEX / "index").iterdir())
    assert sizes[len(sizes) // 2] < 10_000 and sizes[-1] < 20_000


def test_the_names_of_a_language_are_few_bytes(site: Path):
    for language in ("fr", "en"):
        names = (site / f"assets/reperes/search/names.{language}.json").read_bytes()
        pages = sum(len(rows) - 1 for rows in json.loads(names)["kinds"].values())
        assert len(gzip.compress(names)) / pages < 15_000 / 300


def test_a_site_without_a_search_page_shows_no_link_to_it(small_site: Callable[..., Path]):
    root = small_site()
    assert build(root / "site", root / "mkdocs.yml").returncode == 0
    assert not load(root / "site", "/").all("a", class_="search-link")


def test_an_author_reads_a_sentence_when_pagefind_is_missing(small_site: Callable[..., Path]):
    root = small_site()
    done = build(root / "site", root / "mkdocs.yml", PAGEFIND_BINARY_PATH=str(root / "nowhere"))
    assert done.returncode == 1
    assert "Pagefind" in done.stderr
    assert "Traceback" not in done.stderr
