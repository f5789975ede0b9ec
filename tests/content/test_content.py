"""Rules that every real text obeys; a proposal of texts can always be mended where it is told."""

import re

import pytest
from contents import REAL
from reperes import build
from reperes.catalogue.library import Library
from reperes.check.markup import mask
from reperes.check.relations import REFERENCE
from reperes.model.paths import DOCS, FACTS


@pytest.fixture(scope="module")
def library() -> Library:
    return build.read(REAL)


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


def test_a_translation_cites_the_same_sources_in_the_same_order(library: Library):
    faults = []
    for texts in library.texts.values():
        french, *others = (texts[FACTS], *(words for language, words in texts.items() if language != FACTS))
        keys = [dict.fromkeys(REFERENCE.findall(mask(words.body))) for words in (french, *others)]
        faults += [
            f"{DOCS}{words.path}: {[*set(own) ^ set(keys[0])]} n'est cité que dans une langue"
            for words, own in zip(others, keys[1:], strict=True)
            if set(own) != set(keys[0])
        ]
    assert faults == []


def test_every_source_is_used_by_a_text(library: Library):
    site = build.make(REAL)
    from reperes.views.lists import leaning

    used = set(leaning(site.editions[FACTS]))
    used |= {one.facts.source for one in site.editions[FACTS].catalogue.trainings.values()}
    commented = {id_ for id_, one in site.editions[FACTS].catalogue.sources.items() if one.summary}
    observed = {part.source for facts in library.facts.values() for part in (facts.observed, facts.verified) if part}
    assert sorted(set(site.editions[FACTS].catalogue.sources) - used - commented - observed) == []
