import re
from functools import cache

import yaml
from contents import ROOT, real_library
from reperes.check.markup import mask

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
DOCUMENTS = real_library().documents


@cache
def passages(page: str) -> dict[str, str]:
    """The text under each heading of a page; the text before the first one is under ""."""
    opening, *rest = HEADING.split(mask(DOCUMENTS[page].body))
    return {"": opening, **dict(zip(rest[::2], rest[1::2], strict=True))}


def test_the_two_hundred_claims_are_all_placed_exactly_once():
    placed = [key.value for key, _ in yaml.compose(TEXT).value]  # a dictionary would hide a repeated key
    assert sum(COUNTS.values()) == 200
    assert placed == [f"{prefix}{number:02}" for prefix, count in COUNTS.items() for number in range(1, count + 1)]


def test_each_claim_is_on_a_page_that_exists_under_a_heading_with_a_text():
    faults = []
    for claim, place in CLAIMS.items():
        if place.keys() != {"page", "titre"} or place["page"] not in DOCUMENTS:
            faults.append(f"{claim}: docs/{place.get('page')} n'existe pas")
        elif not passages(place["page"]).get(place["titre"], "").strip():
            faults.append(f"{claim}: docs/{place['page']} n'a pas de texte sous « {place['titre']} »")
    assert faults == []
