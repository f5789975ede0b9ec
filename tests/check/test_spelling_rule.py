# ruff: noqa: E501
"""The spelling rule, with dictionaries of a few words."""

from check.corpus import PAGE, read
from reperes.review import lexicon
from reperes.review.lexicon import Lexicon
from reperes.review.spelling import check, french_without_saying_so

FRENCH = {
    "une",
    "page",
    "phrase",
    "le",
    "conseil",
    "de",
    "la",
    "vie",
    "sociale",
    "un",
    "texte",
    "pouvoir",
    "agir",
    "loi",
}
ENGLISH = {"the", "of", "people", "here", "a", "page", "text", "is", "our"}
KNOWN = {"fr": Lexicon(lambda: FRENCH), "en": Lexicon(lambda: ENGLISH)}
HEAD = "---\ntitle: A page\ntraduit_de: 000000000000\n---\n"


def said(french: str, english: str = "", allowed: tuple[str, ...] = ()) -> list[str]:
    files = {"page.md": PAGE + french, "page.en.md": HEAD + english if english else None}
    documents = {path: one for path, one in read(files).documents.items() if path.startswith("page")}
    return [str(one) for one in check(documents, KNOWN, {"fr": allowed})]


def test_a_word_that_no_dictionary_knows_is_said_at_its_line():
    assert said("Un texte.\n\nUn tekste.\n") == [
        "docs/page.md:7:4: texte: « tekste » n'est pas dans le dictionnaire (fr) ; "
        "corrigez-le, ou ajoutez-le à docs/vocabulaires/mots.fr.txt"
    ]


def test_the_only_word_one_letter_away_is_proposed():
    assert "vouliez-vous écrire « texte » ? sinon, ajoutez-le" in said("Un texxte.\n")[0]


def test_a_word_of_a_translation_is_said_at_its_place():
    (found,) = said("Un texte.\n", "The text.\n".replace("text", "tekst"))
    assert found.startswith("docs/page.en.md:5:5:")


def test_a_word_of_the_list_an_address_code_and_another_language_are_no_mistake():
    text = 'Un tekste, `kode`, [page](https://exemple.fr/xyz), <i lang="en">the people</i>, <i lang="es">agua</i>.\n'
    assert said(text, allowed=("tekste",)) == []


def test_the_words_of_another_language_are_looked_up_in_its_own_dictionary():
    assert len(said('Un <i lang="en">the peeple</i>.\n')) == 1


def test_a_word_allowed_for_nothing_is_said():
    assert said("Un texte.\n", allowed=("texte", "tekste")) == [
        "docs/vocabulaires/mots.fr.txt:1:1: liste: le dictionnaire connaît « texte » ; enlevez cette ligne",
        "docs/vocabulaires/mots.fr.txt:2:1: liste: aucun texte n'emploie « tekste » ; enlevez cette ligne",
    ]


def test_a_french_word_in_an_english_text_says_its_language():
    found = said("Un texte.\n", "The pouvoir of people.\n")
    assert (
        'docs/page.en.md:5:5: texte: « pouvoir » est un mot français ; écrivez <i lang="fr">pouvoir</i>, ou traduisez-le'
        in found
    )


def test_the_french_of_a_proper_name_is_left_alone():
    assert list(french_without_saying_so("The Conseil de la vie sociale, the pouvoir", KNOWN["fr"], KNOWN["en"])) == [
        "pouvoir"
    ]


def test_two_letters_typed_for_one_are_told_with_their_word():
    known = lexicon.of("fr")
    assert known and known.near(["coeur", "Oeuvre", "soeurs"]) == {
        "coeur": "cœur",
        "Oeuvre": "Œuvre",
        "soeurs": "sœurs",
    }


def test_an_accent_apart_from_its_letter_is_read_with_it():
    assert said("La vi\u0065\u0301.\n", allowed=("vié",)) == []


def test_what_is_raised_belongs_to_its_number():
    assert said("Le 1<sup>er</sup> texte.\n") == []


def test_our_lists_know_forms_capitals_and_compounds_and_no_slip():
    known = lexicon.of("fr")
    assert known and all(map(known, ("chevaux", "Paris", "MAISON", "Maison", "œuvre", "pair-aidant")))
    assert not any(map(known, ("chevals", "paris-là-xq", "tekste")))
