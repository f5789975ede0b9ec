"""What Markdown becomes, for texts that once came out wrong."""

from contents import read, write
from reperes.catalogue.catalogue import Catalogue
from reperes.markdown.renderer import Renderer
from reperes.markdown.sanitizing import unsafe
from reperes.model.blocks import Index, Timeline
from reperes.views.article import letters
from reperes.views.timeline import chronology

EXTENSIONS = {"tables": {}, "attr_list": {}, "pymdownx.superfences": {}}


def catalogue(language: str = "fr", **files: str) -> Catalogue:
    return read({path.replace("__", "/") + ".md": text for path, text in files.items()}).catalogue(language)


def rendered(body: str) -> str:
    return Renderer(catalogue(x=write("page")), EXTENSIONS).render("x.md", body)


def test_a_column_whose_name_holds_a_tag_repeats_its_words_only():
    html = rendered('| a | <span lang="en">b</span> | <i>c</i> |\n|---|---|---|\n| 1 | 2 | 3 |\n')
    assert 'data-label="b"' in html and 'data-label="c"' in html and unsafe(html) is None


def test_an_escaped_sign_is_only_a_sign():
    assert rendered("2 \\< 3 et \\<b>\n") == "<p>2 &lt; 3 et &lt;b&gt;</p>"


def test_a_translation_may_link_to_a_text_withdrawn_since():
    files = {
        "glossaire/gone.md": write("term", "title: Parti", "retire: 2026-11"),
        "glossaire/x.md": write("term"),
        "glossaire/x.en.md": write("translation"),
    }
    html = Renderer(read(files).catalogue("en"), EXTENSIONS).render("glossaire/x.en.md", "[x](gone.md)\n")
    assert html == '<p><a href="../../../glossaire/gone/" hreflang="fr">x</a></p>'


def test_an_entry_that_starts_with_a_sign_stands_under_its_first_letter():
    index = letters(Index(), catalogue(glossaire__a=write("term", "title: '\"Bonjour\" <b>'")))
    assert [letter for letter, _ in index.letters] == ["B"]


def test_a_life_whose_start_is_unknown_does_not_stretch_the_scale():
    files = {"a": "../2010", "b": "1990/2000"}
    terms = {
        f"glossaire__{id_}": write("term", "domaines: [participation]", f"periode: {span}")
        for id_, span in files.items()
    }
    drawn = chronology(Timeline(), catalogue(**terms))
    assert drawn.years[0] == (1990, 0)
    assert [(life.entry.id, life.start) for life in drawn.lives] == [("a", 0), ("b", 0)]
