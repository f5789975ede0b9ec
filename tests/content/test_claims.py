import re
from functools import cache

import pytest
import yaml
from conftest import ROOT
from reperes.catalogue.folder import read_folder
from reperes.check.markup import mask
from reperes.source.settings import languages

TEXT = (ROOT / "tests/content/claims.yaml").read_text("utf-8")
CLAIMS: dict[str, dict[str, str]] = yaml.safe_load(TEXT)
COUNTS = {
    "P": 24,
    "DA": 23,
    "DB": 21,
    "SA": 35,
    "SB": 15,
    "ZA": 10,
    "ZB": 6,
    "ZC": 11,
    "XA": 19,
    "XB": 20,
    "C": 9,
    "M": 7,
}
HEADING = re.compile(r"^#{2,6}[ \t]+(.+?)[ \t]*$", re.M)
DOCUMENTS = read_folder(ROOT / "docs", languages(ROOT)).documents


@cache
def passages(page: str) -> dict[str, str]:
    """The text under each heading of a page; the text before the first one is under ""."""
    opening, *rest = HEADING.split(mask(DOCUMENTS[page].body))
    return {"": opening, **dict(zip(rest[::2], rest[1::2], strict=True))}


def test_the_two_hundred_claims_are_all_placed_exactly_once():
    placed = [key.value for key, _ in yaml.compose(TEXT).value]  # a dictionary would hide a repeated key
    assert sum(COUNTS.values()) == 200
    assert placed == [f"{prefix}{number:02}" for prefix, count in COUNTS.items() for number in range(1, count + 1)]


@pytest.mark.parametrize("claim", CLAIMS)
def test_the_claim_is_on_a_page_that_exists_under_a_heading_with_a_text(claim: str):
    place = CLAIMS[claim]
    assert place.keys() == {"page", "titre"}
    assert place["page"] in DOCUMENTS, f"docs/{place['page']} n'existe pas"
    assert place["titre"] in passages(place["page"]), f"docs/{place['page']} n'a pas le titre « {place['titre']} »"
    assert passages(place["page"])[place["titre"]].strip()
