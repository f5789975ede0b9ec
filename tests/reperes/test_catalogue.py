import pytest
from contents import read, write
from reperes.base.problems import ContentError
from reperes.catalogue.catalogue import Catalogue


def catalogue(language: str, **terms: str) -> Catalogue:
    """The catalogue of some entries, each given by its lines or by its title."""
    lines = {id_: line if ":" in line else f"title: {line}" for id_, line in terms.items()}
    return read({f"glossaire/{id_}.md": write("term", *line.split("\n")) for id_, line in lines.items()}).catalogue(
        language
    )


def test_an_entry_knows_what_replaces_it():
    found = catalogue("fr", ancien="Ancien", autre="Autre", un="remplace: [ancien, autre]", deux="remplace: [ancien]")
    assert found.replaced_by == {"ancien": ("deux", "un"), "autre": ("un",)}


def test_two_entries_are_related_whichever_says_so_in_alphabetical_order():
    found = catalogue("fr", a="title: Zèbre\nvoir: [b, c]", b="title: Abri\nvoir: [a]", c="title: École", d="Lit")
    assert found.related == {"b": ("a",), "c": ("a",), "a": ("b", "c"), "d": ()}


def test_entries_follow_the_french_alphabet():
    titles = [
        "Zone",
        "Œuvre",
        "office",
        "Étude",
        "Étape",
        "Ethnie",
        "Eau",
        "ob",
        "L'avis",
        "lavoir",
        "À part",
        "8 mai",
        "État",
    ]
    found = catalogue("fr", **{f"t{number}": f"title: {title}" for number, title in enumerate(titles)})
    assert [term.words.title for term in found.terms.values()] == [
        *("8 mai", "À part", "Eau", "Étape", "État", "Ethnie", "Étude"),
        *("L'avis", "lavoir", "ob", "Œuvre", "office", "Zone"),
    ]


def test_titles_that_differ_only_by_accents_keep_one_order():
    found = catalogue("fr", d="côté", c="côte", b="coté", a="cote")
    assert [term.words.title for term in found.terms.values()] == ["cote", "coté", "côte", "côté"]


def test_a_language_falls_back_to_french_words():
    files = {
        "glossaire/a.md": write("term", "title: Abri"),
        "glossaire/a.en.md": write("translation", "title: Shelter", "formes: [shelters]", body="A roof.\n"),
        "glossaire/b.md": write("term", "title: Bras"),
    }
    french, english = (read(files).catalogue(language) for language in ("fr", "en"))
    assert [(term.words.lang, term.words.title) for term in english.terms.values()] == [
        ("fr", "Bras"),
        ("en", "Shelter"),
    ]
    assert [(term.words.lang, term.words.title) for term in french.terms.values()] == [("fr", "Abri"), ("fr", "Bras")]
    assert [term.languages for term in english.terms.values()] == [("fr",), ("fr", "en")]
    assert english.terms["a"].words.forms == ("shelters",) and english.terms["a"].summary == "A roof."


@pytest.mark.parametrize(
    ("path", "kind", "french", "english"),
    [
        ("glossaire/cvs.md", "term", "glossaire/cvs/", "en/glossaire/cvs/"),
        ("histoire/evenements/sida.md", "event", "histoire/evenements/sida/", "en/histoire/evenements/sida/"),
        ("definitions/a.md", "definition", "definitions/a/", "en/definitions/a/"),
        ("fiches/a.md", "sheet", "fiches/a/", "en/fiches/a/"),
        ("index.md", "page", "", "en/"),
        ("aide.md", "page", "aide/", "en/aide/"),
        ("glossaire/index.md", "page", "glossaire/", "en/glossaire/"),
        ("histoire/evenements/index.md", "page", "histoire/evenements/", "en/histoire/evenements/"),
        ("histoire/participation.md", "page", "histoire/participation/", "en/histoire/participation/"),
        ("a-propos/vie-privee.md", "page", "a-propos/vie-privee/", "en/a-propos/vie-privee/"),
    ],
)
def test_each_kind_has_its_address_in_each_language(path: str, kind: str, french: str, english: str):
    entry = read({path: write(kind)}).catalogue("en").at(path)
    assert (entry.kind, entry.url, entry.url_in("fr"), entry.url_in("en")) == (kind, french, french, english)


def test_a_translated_content_has_the_address_of_its_language():
    files = {"glossaire/a.md": write("term"), "glossaire/a.en.md": write("translation")}
    assert read(files).catalogue("en").at("glossaire/a.en.md").url == "en/glossaire/a/"
    assert read(files).catalogue("fr").at("glossaire/a.en.md").url == "glossaire/a/"


def test_homonyms_know_each_other():
    found = catalogue("fr", a="title: MSP\ndeveloppe: un métier", b="title: MSP\ndeveloppe: une maison", c="Autre")
    assert [found.homonyms(found.terms[id_]) for id_ in "abc"] == [("b",), ("a",), ()]


def test_a_content_is_listed_by_the_index_of_its_folder():
    files = {
        "index.md": write("page"),
        "aide.md": write("page"),
        "glossaire/index.md": write("page", "title: Glossaire"),
        "histoire/index.md": write("page", "title: Histoire"),
        "glossaire/a.md": write("term"),
        "glossaire/a.en.md": write("translation"),
        "histoire/evenements/b.md": write("event"),
        "fiches/c.md": write("sheet"),
    }
    english = read(files).catalogue("en")
    parents = {path: english.parent(english.at(path)) for path in files}
    assert {path: parent.words.title for path, parent in parents.items() if parent} == {
        "glossaire/a.md": "Glossaire",
        "glossaire/a.en.md": "Glossaire",
        "histoire/evenements/b.md": "Histoire",
    }


def test_events_are_in_chronological_order():
    dates = {"c": "2002", "a": "193X", "b": "1935-06-10", "d": "2002"}
    files = {f"histoire/evenements/{id_}.md": write("event", f"date: {date}") for id_, date in dates.items()}
    assert list(read(files).catalogue("fr").events) == ["a", "b", "c", "d"]


def test_the_summary_is_the_first_paragraph_as_plain_text():
    body = "\nUn *mot* et [un lien](#x),\nune `note` &amp; <i>un\\*</i>.\n\nLa suite.\n"
    entry = read({"glossaire/a.md": write("term", body=body)}).catalogue("fr").terms["a"]
    assert entry.summary == "Un mot et un lien, une note & un*."


@pytest.mark.parametrize(
    ("body", "summary"),
    [
        ("Un mot[^1].\n\n[^1]: Une note.", "Un mot."),
        ("[a](https://a.fr/b_(c)) puis [d][e] et <https://a.fr>.", "a puis d et https://a.fr."),
        (
            "Moins de < 3 ans et > 2 ans, 2 * 3, snake_case, __fort__.",
            "Moins de < 3 ans et > 2 ans, 2 * 3, snake_case, fort.",
        ),
        ("Le signe \\<b> &lt;i>.", "Le signe <b> <i>."),
    ],
)
def test_a_summary_says_what_the_page_says(body: str, summary: str):
    entry = read({"glossaire/a.md": write("term", body=f"{body}\n")}).catalogue("fr").terms["a"]
    assert entry.summary == summary


def test_the_easy_text_is_cut_into_sentences():
    simple = "Un mot. « Deux ! » Trois… Quatre ? Oui, etc. et cinq."
    entry = read({"glossaire/a.md": write("term", f"simple: {simple}")}).catalogue("fr").terms["a"]
    assert entry.words.simple_sentences == ["Un mot.", "« Deux ! »", "Trois…", "Quatre ?", "Oui, etc. et cinq."]


def test_a_withdrawn_text_is_in_no_list_and_in_no_language():
    files = {"glossaire/a.md": write("term", "retire: 2026-11"), "glossaire/a.en.md": write("translation")}
    found = read(files).catalogue("en")
    assert not found.terms
    assert (found.at("glossaire/a.md").words.lang, found.at("glossaire/a.md").words.body) == ("en", "")


def test_a_catalogue_cannot_be_changed():
    found = catalogue("fr", a="Abri")
    with pytest.raises(TypeError):
        found.terms["b"] = found.terms["a"]  # type: ignore[index]
    with pytest.raises(AttributeError):
        found.terms["a"].words.title = "Deux"  # type: ignore[misc]


def test_there_is_no_catalogue_as_long_as_there_is_a_problem():
    with pytest.raises(ContentError) as refused:
        catalogue("fr", a="revu: hier", b="title: [b]")
    assert str(refused.value) == (
        "docs/glossaire/a.md:2:7: revu: « hier » n'est pas un mois ; écrivez l'année et le mois : 2026-11\n"
        "docs/glossaire/b.md:2:8: title: du texte est attendu ; écrivez « title: du texte »\n"
        "2 problèmes dans 2 fichiers."
    )
