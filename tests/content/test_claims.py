import yaml
from contents import REAL
from reperes.model.vocabularies import PASSAGES

COUNTS = {
    **{"P": 24, "DA": 23, "DB": 21, "SA": 35, "SB": 15, "ZA": 10, "ZB": 6, "ZC": 11},
    **{"XA": 19, "XB": 20, "C": 9, "M": 7},
}


def test_the_two_hundred_claims_of_the_study_are_all_placed_exactly_once():
    placed = [key.value for key, _ in yaml.compose(REAL.docs[PASSAGES]).value]  # a dictionary would hide a repeated key
    assert sum(COUNTS.values()) == 200
    assert placed == [f"{prefix}{number:02}" for prefix, count in COUNTS.items() for number in range(1, count + 1)]
