"""What the atelier's script is told: it refuses nothing that the check accepts, in the very words of the model."""

import json
import re
from typing import Any

import pytest
from contents import REAL, real_library
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from reperes.model.json_schema import MODELS, TRANSLATION
from reperes.model.kinds import keys
from reperes.model.paths import identify
from reperes.output import workshop
from reperes.views.workshop import APART, OFFERED, WITH, form

LIBRARY = real_library()
TOLD = json.loads(workshop.texts(REAL.docs, LIBRARY.vocabularies)[workshop.MODEL])
DAMAGE = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        ["2002-01-02", "loi-2002-2", "https://a.fr/", "12", "x" * 400, "x" * 401, "É", "a b", "a\n", "1984~"]
    ),
    st.from_regex(r"[a-z0-9-]{1,12}", fullmatch=True),
)


def refused(name: str, value: str) -> str:
    """What the page answers to a value; nothing when it takes it."""
    for rule in TOLD["rules"].get(name, ()):
        if rule.get("most", len(value)) < len(value) or ("match" in rule and not re.search(rule["match"], value)):
            return f"{rule['fault']} ; {rule['cure']}"
    return ""


def test_no_value_of_the_texts_is_refused():
    seen = 0
    for document in LIBRARY.documents.values():
        kind = TRANSLATION if "traduit_de" in document.data else identify(document.path.removeprefix("docs/"))[0]
        formats = (TOLD["translation"] if kind == TRANSLATION else TOLD["kinds"].get(kind, {})).get("formats", {})
        for key, name in formats.items():
            value = document.data.get(key, ())
            for one in value if isinstance(value, tuple) else (value,):
                seen += 1
                assert isinstance(one, bool) or name == "edtf" or not refused(name, str(one)), (document.path, key)
    assert seen > 4000


@pytest.mark.parametrize("name", [name for name in workshop.TYPES if name != "edtf"])
@given(value=DAMAGE)
def test_what_the_page_refuses_the_model_refuses_too(name: str, value: str):
    if said := refused(name, value.strip()):
        adapter: TypeAdapter[Any] = TypeAdapter(workshop.TYPES[name])
        with pytest.raises(ValidationError):
            adapter.validate_python(value.strip())
        assert " ; " in said


def test_every_sentence_is_the_model_s_own():
    assert "« {value} » n'est pas une date" in str(TOLD["rules"]["edtf"])
    assert TOLD["kinds"]["term"]["needs"]["sources"][0] == "aucune source"
    assert set(TOLD["kinds"]["event"]["needs"]) >= {"title", "date", "pistes", "revu", "sources", "texte"}


def test_every_key_has_a_field_or_is_left_apart_knowingly():
    without = {"sens", "equivalents", "traductions_proposees", "langue", "traduit_de"}  # couples, codes, stamps
    for kind in (*OFFERED, WITH, TRANSLATION):
        drawn = {field.key for field in form(kind, LIBRARY.vocabularies)}
        assert drawn | without | set(APART) >= set(keys(MODELS[kind])), kind
