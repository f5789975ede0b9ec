"""What `scripts/check` says that stops nothing."""

from collections.abc import Callable
from datetime import date

import pytest
from contents import project
from reperes.session import check

TERM = "---\ntitle: {title}\ndeveloppe: {expansion}\nsources: [un-livre]\nrevu: 2026-11\n---\n{body}\n"
PAGE = "---\ntitle: Une page\ndescription: Une description.\n{more}---\n{body}\n"
TODAY = date(2026, 11, 22)


@pytest.fixture
def warn() -> Callable[..., list[str]]:
    def run(**files: str) -> list[str]:
        report = check(project(files), TODAY)
        assert report.problems == ()
        return [
            str(one) for one in report.warnings if one.path.removeprefix("docs/") in files and "(en)" not in one.fault
        ]

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


@pytest.mark.parametrize(
    "body",
    [
        "Une allocation aux adultes handicapés (AAH). L'AAH.",
        "L'AAH (allocation aux adultes handicapés). L'AAH.",
        "On dit souvent « AAH ».",
        "La revue *AAH* le dit.",
        "ATD Quart Monde.",
    ],
)
def test_an_acronym_that_its_text_explains_quotes_or_names_is_no_warning(warn: Callable[..., list[str]], body: str):
    assert warn(**{"page.md": PAGE.format(more="", body=body)}) == []


@pytest.mark.parametrize("body", ["Un avis (AAH, RSO).", "Le AAH, le AAH."])
def test_an_acronym_that_nothing_explains_is_said_once(warn: Callable[..., list[str]], body: str):
    assert len([one for one in warn(**{"page.md": PAGE.format(more="", body=body)}) if "« AAH »" in one]) == 1


def test_an_acronym_is_not_said_again_of_a_translation(warn: Callable[..., list[str]]):
    french, english = (PAGE.format(more=more, body="Un AAH.") for more in ("", "traduit_de: 000000000000\n"))
    said = warn(**{"page.md": french, "page.en.md": english})
    assert len([one for one in said if "« AAH »" in one]) == 1


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
    assert "docs/glossaire/gem.md:7:9: texte: « MSP » a plusieurs sens ; liez le mot à son entrée\n" in f"{said}\n"


def test_an_entry_that_no_text_uses_is_said(warn: Callable[..., list[str]]):
    term = TERM.format(title="GEM", expansion="groupe d'entraide mutuelle", body="Une association.")
    assert warn(**{"glossaire/gem.md": term}) == [
        "docs/glossaire/gem.md:2:8: title: aucun texte n'emploie ce mot ; employez-le, ou retirez l'entrée"
    ]


def test_a_word_that_most_pages_use_is_said_to_need_no_entry(warn: Callable[..., list[str]]):
    term = TERM.format(title="vie", expansion="ce que l'on vit", body="Un texte.")
    pages = {f"page-{n}.md": PAGE.format(more="", body="Une vie.").replace("Une page", f"Page {n}") for n in range(24)}
    said = [one for one in warn(**{"glossaire/vie.md": term}, **pages) if "bouton" in one]
    assert said == [
        "docs/glossaire/vie.md:2:8: title: 24 pages emploient ce mot, qui y deviendrait un bouton ; "
        "retirez l'entrée si tout le monde le comprend, ou donnez-lui un nom plus précis"
    ]
    assert not [one for one in warn(**{"glossaire/vie.md": term}, **dict(list(pages.items())[:9])) if "bouton" in one]


def test_a_page_of_this_site_is_led_to_by_its_file(warn: Callable[..., list[str]]):
    body = "[Le site](https://www.travail-pair.org/) et [la page](https://www.travail-pair.org/fiches/)."
    assert warn(**{"page.md": PAGE.format(more="", body=body)}) == [
        "docs/page.md:5:53: texte: un lien vers ce site par son adresse entière ; "
        "écrivez le chemin du fichier : ../fiches/….md"
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


@pytest.mark.parametrize(("month", "told"), [("2025-11", False), ("2025-10", True), ("2026-11", False)])
def test_a_text_deserves_to_be_read_again_after_a_year(warn: Callable[..., list[str]], month: str, told: bool):
    found = warn(**{"page.md": PAGE.format(more=f"revu: {month}\n", body="Du texte.")})
    assert any("dernière relecture" in line for line in found) is told


def test_a_source_without_a_text_of_its_own_needs_no_translation():
    files = {"bibliographie/a.md": "---\ntitle: A\ngenre: loi\n---\n"}
    files["bibliographie/b.md"] = "---\ntitle: B\ngenre: loi\n---\nCe livre dit tout.\n"
    missing = {one.path for one in check(project(files), TODAY).warnings if "pas de traduction" in one.fault}
    assert missing == {"docs/bibliographie/b.md"}
