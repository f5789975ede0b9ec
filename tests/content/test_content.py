"""Rules that every real text obeys; a proposal of texts can always be mended where it is told."""

import re

import pytest
from contents import REAL, real_library
from reperes.catalogue.library import Library
from reperes.check.markup import mask
from reperes.check.relations import REFERENCE
from reperes.model.paths import DOCS, FACTS


@pytest.fixture(scope="module")
def library() -> Library:
    return real_library()


def test_no_file_has_a_problem(library: Library):
    assert [str(problem) for problem in library.problems] == []


def test_no_text_is_written_with_median_dots_or_personal_addresses():
    faults = []
    for path, raw in REAL.docs.items():
        if path.endswith((".md", ".yml")):
            text = raw.decode()
            faults += [f"{DOCS}{path}: un point médian"] * ("·" in text)
            faults += [f"{DOCS}{path}: {found}" for found in re.findall(r"\b[\w.+-]+@[\w-]+\.\w+", text)]
    assert faults == []


def test_a_translation_cites_the_same_sources(library: Library):
    faults = []
    for texts in library.texts.values():
        french = set(REFERENCE.findall(mask(texts[FACTS].body)))
        for language, words in texts.items():
            if language != FACTS and (alone := french ^ set(REFERENCE.findall(mask(words.body)))):
                faults.append(f"{DOCS}{words.path}: {sorted(alone)} cité dans une seule des deux langues")
    assert faults == []
