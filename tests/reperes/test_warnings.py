"""What `scripts/check` says that stops nothing."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from conftest import ROOT, write
from reperes.review.checking import check

TERM = "---\ntitle: {title}\ndeveloppe: {expansion}\nsources: [un-livre]\nrevu: 2026-11\n---\n{body}\n"
PAGE = "---\ntitle: Une page\ndescription: Une description.\n{more}---\n{body}\n"
TODAY = date(2026, 11, 22)


@pytest.fixture
def warn(tmp_path: Path) -> Callable[..., list[str]]:
    def run(**files: str) -> list[str]:
        shutil.copy(ROOT / "mkdocs.yml", tmp_path)
        for path, text in files.items():
            write(tmp_path / "docs" / path, text)
        report = check(tmp_path, TODAY)
        assert {p.fault for p in report.problems} <= {
            "cette page manque, et tout le site y mène",
            "l'accueil de cette langue manque",
        }
        return [str(w) for w in report.warnings if "pas de traduction" not in w.fault]

    return run


def test_an_acronym_absent_from_the_glossary_is_shown_at_its_place(warn: Callable[..., list[str]]):
    body = "Du texte, puis un CHRS.\n\nUn `CODE`, <https://exemple.fr/ABC>, XVIIIe siècle, JavaScript."
    assert warn(**{"page.md": PAGE.format(more="", body=body)}) == [
        "docs/page.md:5:19: texte: le sigle « CHRS » n'est pas au glossaire ; "
        "ajoutez-le à docs/glossaire/, ou écrivez-le en toutes lettres"
    ]


def test_an_acronym_of_the_glossary_or_refused_or_foreign_is_no_warning(warn: Callable[..., list[str]]):
    body = 'Les GEM, des GEMs, un G.E.M., <span data-glossaire="non">ATD</span>, <i lang="en">NHS</i>.'
    term = TERM.format(title="GEM", expansion="groupe d'entraide mutuelle", body="Une association.")
    assert warn(**{"page.md": PAGE.format(more="", body=body), "glossaire/gem.md": term}) == []


def test_a_word_with_two_meanings_is_said_until_the_page_chooses(warn: Callable[..., list[str]]):
    terms = {
        "glossaire/msp.md": TERM.format(title="MSP", expansion="médiateur de santé-pair", body="Un métier."),
        "glossaire/msp-maison.md": TERM.format(title="MSP", expansion="maison de santé", body="Un lieu."),
    }
    silent = PAGE.format(more="", body="Une MSP.")
    assert "docs/page.md:5:5: texte: « MSP » a plusieurs sens ; écrivez « sens: {MSP: msp} » ou" in "\n".join(
        warn(**terms, **{"page.md": silent})
    )
    chosen = PAGE.format(more="sens: {MSP: msp}\n", body="Un MSP.")
    assert "plusieurs sens" not in "\n".join(warn(**terms, **{"page.md": chosen}))
    linked = PAGE.format(more="", body="Un [MSP](glossaire/msp.md). Des MSP.")
    assert "plusieurs sens" not in "\n".join(warn(**terms, **{"page.md": linked}))


def test_an_entry_cannot_choose_a_meaning_for_its_page_and_is_told_to_link(warn: Callable[..., list[str]]):
    terms = {
        "glossaire/msp.md": TERM.format(title="MSP", expansion="médiateur de santé-pair", body="Un métier."),
        "glossaire/msp-maison.md": TERM.format(title="MSP", expansion="maison de santé", body="Un lieu."),
        "glossaire/gem.md": TERM.format(title="GEM", expansion="groupe d'entraide", body="Avec un MSP."),
    }
    said = "\n".join(warn(**terms))
    assert "docs/glossaire/gem.md:8:9: texte: « MSP » a plusieurs sens ; liez le mot à son entrée\n" in f"{said}\n"


def test_an_entry_that_no_text_uses_is_said(warn: Callable[..., list[str]]):
    term = TERM.format(title="GEM", expansion="groupe d'entraide mutuelle", body="Une association.")
    assert warn(**{"glossaire/gem.md": term}) == [
        "docs/glossaire/gem.md:2:8: title: aucun texte n'emploie ce mot ; employez-le, ou retirez l'entrée"
    ]


def test_a_form_that_two_entries_claim_is_said(warn: Callable[..., list[str]]):
    one = TERM.format(title="GEM", expansion="groupe d'entraide mutuelle", body="Une association.")
    two = TERM.format(title="GEMS", expansion="groupe d'entraide mutuelle", body="Une autre.")
    assert "« groupe d'entraide mutuelle » est aussi dans gem.md" in "\n".join(
        warn(**{"glossaire/gem.md": one, "glossaire/gems.md": two})
    )


def test_a_translation_of_a_text_that_has_changed_and_an_old_review_are_said(warn: Callable[..., list[str]]):
    stale = "---\ntitle: A page\ndescription: A description.\ntraduit_de: 000000000000\n---\nText.\n"
    old = PAGE.format(more="revu: 2024-05\n", body="Du texte.")
    assert warn(**{"page.md": old, "page.en.md": stale}) == [
        "docs/page.en.md:4:13: traduit_de: le français a changé depuis cette traduction ; "
        "relisez-la, puis lancez python3 scripts/translations --stamp docs/page.en.md",
        "docs/page.md:4:7: revu: dernière relecture en 2024-05 ; relisez le texte, puis changez le mois",
    ]
