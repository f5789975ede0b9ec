"""What is added to a page, once, and what decides between two meanings."""

import pytest
from built import Node
from glossary import Rendered, letters, render

CVS = "conseil de la vie sociale"


def flat(body: str, language: str = "fr") -> str:
    return render(body, language).text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("Le CVS vote.", f"Le CVS ({CVS}) vote."),
        ("Le CVS.", f"Le CVS ({CVS})."),
        ("Les GEMs, ici.", "Les GEMs (groupe d'entraide mutuelle), ici."),
        ("D'un CVS !", f"D'un CVS ({CVS}) !"),
        ("« Un CVS »", f"« Un CVS ({CVS}) »"),
        ("L'AHI[^1].\n\n[^1]: Là.", "L'AHI (accueil, hébergement, insertion)1. Là. ↩"),
        ("**Le CVS** vote.", f"Le CVS ({CVS}) vote."),
        ("Un G.E.M. ouvert.", "Un G.E.M. (groupe d'entraide mutuelle) ouvert."),
        ("Le DPA PC.", "Le DPA PC (développement du pouvoir d'agir des personnes et des collectivités)."),
    ],
)
def test_the_first_occurrence_of_an_acronym_is_followed_by_what_it_stands_for(body: str, text: str):
    assert flat(body) == text


def test_an_acronym_is_expanded_once_a_page_whatever_the_sections():
    page = render("Le CVS et le GEM.\n\n## Deux\n\nLe CVS et le GEM.\n\n## Trois\n\nLe CVS et la HAS.")
    assert page.expansions == [CVS, "groupe d'entraide mutuelle", "Haute Autorité de santé"]
    assert [text for text, _ in page.links] == ["CVS", "GEM", "CVS", "GEM", "CVS", "HAS"]


@pytest.mark.parametrize(
    "body",
    [
        "Le conseil de la vie sociale (CVS) vote. Le CVS encore.",
        "Le CVS (conseil de la vie sociale) vote.",
        "Le CVS vote.\n\n## Plus bas\n\nDes conseils de la vie\nsociale.",
        "Le CVS vote, ou conseil de la **vie sociale**.",
        "Le CVS vote.\n\n## Le conseil de la vie sociale\n\nRien.",
        "Le CVS, ou [conseil de la vie sociale](x.md).",
        "Le CVS.\n\n> Un Conseil de la vie sociale.",
    ],
)
def test_nothing_is_added_when_the_author_has_written_it_before_or_after(body: str):
    assert render(body).expansions == []


def test_a_wider_acronym_of_the_same_entry_is_not_said_to_stand_for_the_narrower():
    assert flat("La RdRD.") == "La RdRD."
    assert flat("La RdRD et la RdR.") == "La RdRD et la RdR (réduction des risques)."


@pytest.mark.parametrize("word", ["sida", "rétablissement", "pair-aidance", "Logement d'abord"])
def test_a_word_that_is_no_acronym_is_not_expanded(word: str):
    page = render(f"Du {word}.")
    assert page.links
    assert page.expansions == []


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("(le CVS)", f"(le CVS [{CVS}])"),
        ("(selon *le CVS*, ici)", f"(selon le CVS [{CVS}], ici)"),
        ("(a) puis le CVS (b)", f"(a) puis le CVS ({CVS}) (b)"),
        ("1) un, 2) deux (le CVS)", f"1) un, 2) deux (le CVS [{CVS}])"),
        ("(un (deux) le CVS)", f"(un (deux) le CVS [{CVS}])"),
        ("Triste :( mais le CVS vote.", f"Triste :( mais le CVS ({CVS}) vote."),
    ],
)
def test_square_brackets_stand_inside_parentheses(body: str, text: str):
    assert flat(body) == text


@pytest.mark.parametrize(
    ("body", "language"),
    [
        ("Le(s) GEM(s).", "fr"),
        ("Il va au G.E.M. Il y mange.", "fr"),
        ("Il va au G.E.M.", "fr"),
        ("The GEM's door.", "en"),
        ("The GEM’s door.", "en"),
    ],
)
def test_nothing_is_added_where_it_would_break_a_sentence(body: str, language: str):
    page = render(body, language)
    assert page.links
    assert page.expansions == []


def test_what_could_not_be_said_there_is_said_at_the_next_occurrence():
    assert flat("Il va au G.E.M. Puis du GEM au CVS.") == (
        f"Il va au G.E.M. Puis du GEM (groupe d'entraide mutuelle) au CVS ({CVS})."
    )
    assert flat("> Le CVS.\n\nLe CVS.") == f"Le CVS. Le CVS ({CVS})."
    assert [text for text, _ in render("> Le CVS.\n\nLe CVS.").links] == ["CVS"]


def test_quotations_are_linked_and_nothing_is_added_to_them():
    page = render("> Le CVS décide.\n> - Le GEM\n>\n> > La HAS.\n\nElle dit <q>le DU</q>.")
    assert [text for text, _ in page.links] == ["CVS", "GEM", "HAS", "DU"]
    assert page.expansions == []


@pytest.mark.parametrize(
    "body", ["## Le CVS\n\nLe CVS.", "`CVS`, CVS.", "[CVS](https://exemple.fr), CVS.", "Un CVSS, un CVS."]
)
def test_only_an_occurrence_that_may_be_linked_is_expanded(body: str):
    tree = render(body).tree
    assert len(tree.all("span", class_="expansion")) == 1
    assert not any(span.inside(id="le-cvs") for span in tree.all("span", class_="expansion"))


def test_an_expansion_is_a_span_behind_the_button_and_neither_changes_the_other():
    (button,) = render("Un CVS.").tree.all("button")
    assert button.attrs == {"class": "term", "popovertarget": "mot-cvs"}
    assert letters(button) == "CVS"
    (expansion,) = render("Un CVS.").tree.all("span")
    assert expansion.attrs == {"class": "expansion"}


def test_an_english_page_says_what_a_french_acronym_stands_for_in_english():
    assert flat("The CVS votes.", "en") == "The CVS (social life council) votes."


# Homonyms


def meaning(page: Rendered) -> list[str]:
    return [ids for text, ids in page.links if text == "MSP"]


BOTH = "msp msp-maison-de-sante"


def test_a_word_with_two_meanings_opens_both_and_is_not_expanded():
    page = render("Une MSP. (La MSP.)")
    assert meaning(page) == [BOTH]
    assert page.expansions == []
    assert page.groups == (("msp", "msp-maison-de-sante"),)
    (button,) = page.tree.all("button")
    assert button.attrs["popovertarget"] == "mot-msp--msp-maison-de-sante"


@pytest.mark.parametrize(
    ("body", "ids"),
    [
        ("Une maison de santé pluriprofessionnelle (MSP).\n\n## Deux\n\nLa MSP.", "msp-maison-de-sante"),
        ("Une MSP, ou maison de santé pluriprofessionnelle.", "msp-maison-de-sante"),
        ("La MSP.\n\n## Deux\n\nDes maisons de santé pluriprofessionnelles.", "msp-maison-de-sante"),
        ("La MSP.\n\n## Le médiateur de santé-pair\n\nRien.", "msp"),
        ("Une médiatrice de santé-paire, une MSP.", "msp"),
        ("Une [équipe](glossaire/msp.md) et une MSP.", "msp"),
        ("Une MSP et une [équipe](glossaire/msp-maison-de-sante.md).", "msp-maison-de-sante"),
        ("Une MSP, ou médiateur de santé-pair, ou maison de santé pluriprofessionnelle.", BOTH),
        ("Une MSP, [a](glossaire/msp.md), [b](glossaire/msp-maison-de-sante.md).", BOTH),
        ("Une MSP, [a](glossaire/msp.md), ou maison de santé pluriprofessionnelle.", BOTH),
    ],
)
def test_the_page_resolves_a_word_when_it_links_or_writes_one_meaning_and_only_one(body: str, ids: str):
    assert set(meaning(render(body))) <= {ids}
    assert meaning(render("## Un\n\n" + body.replace("(MSP)", "(une MSP)") + "\n\n## Fin\n\nMSP."))[-1] == ids


@pytest.mark.parametrize(
    "body",
    [
        "La MSP.",
        "Une MSP, ou maison de santé pluriprofessionnelle.",
        "La MSP, [a](../glossaire/msp-maison-de-sante.md).",
    ],
)
def test_sens_in_front_matter_wins_over_all(body: str):
    page = render(body, path="fiches/une-fiche.md", kind="sheet", head=("sens: {MSP: msp}",))
    assert meaning(page) == ["msp"]


def test_a_meaning_chosen_by_the_page_is_expanded():
    page = render("La MSP vote.", path="fiches/une-fiche.md", kind="sheet", head=("sens: {MSP: msp}",))
    assert page.text == "La MSP (médiateur de santé-pair) vote."


# Pages


def test_the_page_of_an_entry_does_not_link_to_itself_nor_expand_itself():
    page = render(
        "Le CVS, ou conseil de la vie sociale, et le GEM.",
        path="glossaire/cvs.md",
        kind="term",
        head=("title: CVS", "developpe: conseil de la vie sociale"),
    )
    assert page.links == [("GEM", "gem")]
    assert page.expansions == ["groupe d'entraide mutuelle"]


def test_a_link_of_an_entry_to_itself_explains_no_word():
    lines = ("title: CVS", "developpe: conseil de la vie sociale")
    page = render("Voir [plus bas](cvs.md#bas) et le GEM.", path="glossaire/cvs.md", kind="term", head=lines)
    assert page.groups == (("gem",),)


def test_on_the_page_of_a_homonym_the_word_means_that_page_even_when_it_links_the_other():
    page = render(
        "La MSP, ou [l'autre sens](msp-maison-de-sante.md).",
        path="glossaire/msp.md",
        kind="term",
        head=("title: MSP", "developpe: médiateur de santé-pair"),
    )
    assert page.links == []
    assert page.found == (("term", "msp-maison-de-sante"),)


def test_a_page_that_refuses_the_glossary_keeps_the_links_of_its_author_only():
    page = render("Le CVS et [le GEM](glossaire/gem.md).", path="seule.md", head=("glossaire: non",))
    assert page.links == []
    assert page.expansions == []
    assert page.found == (("term", "gem"),)


def test_a_withdrawn_text_mentions_nothing():
    page = render(
        "Le CVS et [le GEM](../glossaire/gem.md).", path="fiches/retiree.md", kind="sheet", head=("retire: 2026-11",)
    )
    assert page.links == []
    assert page.found == ()


def test_mentions_follow_the_order_of_the_text_whoever_wrote_the_link():
    page = render("Le CVS, [le GEM](glossaire/gem.md), l'AHI, [la HAS](glossaire/has.md).\n\n## Deux\n\nLe CVS.")
    assert [id_ for _, id_ in page.found] == ["cvs", "gem", "ahi", "has", "cvs"]
    assert [ids for (ids,) in page.groups] == ["cvs", "gem", "ahi", "has", "cvs"]


def test_rendering_a_page_again_forgets_what_it_said_before():
    render("Le CVS et le [médiateur](glossaire/msp.md).")
    page = render("Le GEM et la MSP.")
    assert page.found == (("term", "gem"), ("term", "msp"), ("term", "msp-maison-de-sante"))


def test_a_link_to_a_page_that_is_not_translated_leads_to_the_french_one_and_says_so():
    page = render("See [it](glossaire/non-recours.md#suite) and [that](glossaire/gem.md).", "en")
    first, second = page.tree.all("a")
    assert (first.attrs["href"], first.attrs["hreflang"]) == ("../../glossaire/non-recours/#suite", "fr")
    assert (second.attrs["href"], second.attrs.get("hreflang")) == ("../glossaire/gem/", None)
    assert page.found == (("term", "non-recours"), ("term", "gem"))


def test_tables_keep_their_headers_and_cells_their_labels():
    tree: Node = render("| Sigle | Le CVS |\n|---|---|\n| GEM | Le CVS |").tree
    assert [cell.attrs["data-label"] for cell in tree.all("td")] == ["Le CVS"]
    assert [letters(button) for button in tree.all("button")] == ["CVS", "GEM"]
