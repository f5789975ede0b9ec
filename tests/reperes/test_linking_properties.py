"""What holds for any text: nothing that its author wrote is changed, and every button leads somewhere."""

from collections.abc import Iterator
from itertools import pairwise

from built import Node, parse
from contents import SETTINGS
from glossary import PATHS, article, letters, renderer
from hypothesis import given
from hypothesis import strategies as st
from markdown.core import Markdown
from reperes.markdown.context import SILENT
from reperes.markdown.glossary_links import anchor
from reperes.markdown.tables import Elements
from reperes.markdown.term_finder import Finder
from reperes.model.blocks import custom_fences

TERMS = [
    *("CVS", "CVSs", "G.E.M.", "DU", "RdRD", "DPA-PC", "MSP", "HAS", "sida", "SIDA", "pair", "aidance", "travail"),
    *("travail pair", "pair-aidance", "aller-vers", "pouvoir d’agir", "accueil, hébergement, insertion", "Ecole"),
    *(
        "médiateur de santé-pair",
        "maison de santé pluriprofessionnelle",
        "e\u0301cole",
        "loi n° 2002-2",
        "peer worker's",
    ),
]
SIGNS = [
    *(
        " ",
        " ",
        " ",
        "\n",
        "\n\n",
        "  \n",
        "\u00a0",
        "\u202f",
        "-",
        "\u2011",
        "'",
        "’",
        ".",
        ", ",
        " (",
        ") ",
        "[",
        "]",
        "_",
    ),
    *(
        "*",
        "**",
        "~~",
        "`",
        "``",
        "&nbsp;",
        "&amp;",
        "&shy;",
        "&lt;",
        "\\",
        "\\*",
        "\\.",
        "<",
        ">",
        "|",
        "#",
        "/",
        "@",
        ":",
    ),
    *(
        "<span data-glossaire='non'>",
        "</span>",
        '<i lang="en">',
        '<i lang="fr">',
        "</i>",
        "<q>",
        "</q>",
        "<br>",
        "<wbr>",
    ),
    *(
        "<sup>",
        "</sup>",
        "[a](b.md)",
        "[a](glossaire/gem.md)",
        "](glossaire/cvs.md)",
        "![a](b.png)",
        "[^1]",
        "{lang=en}",
    ),
    *(
        "\n\n## ",
        "\n\n### ",
        "\n\n> ",
        "\n> > ",
        "\n- ",
        "\n    - ",
        "\n1. ",
        "\n\n:   ",
        "\n\n    ",
        "\n\n```\n",
        "\n\n~~~ text\n",
    ),
    *(
        "\n\n| A | CVS |\n|---|---|\n| ",
        " |\n",
        "\n\n[^1]: ",
        '\n\n!!! note "CVS"\n    ',
        "\n\n---\n\n",
        "<CVS@exemple.fr>",
        "\u00ad",
    ),
]
WORDS = [
    "le",
    "la",
    "des",
    "Un",
    "x",
    "1",
    "É",
    "é",
    "\u0301",
    "œ",
    "𝒳",
    "ß",
    "İ",
    "LE",
    "PAIN",
    "(",
    ")",
    "1)",
    "fin.",
]
BESIDE = st.sampled_from(["", *[" "] * 5, *SIGNS])
TEXTS = st.lists(st.tuples(BESIDE, st.sampled_from([*TERMS, *WORDS]) | st.text(max_size=2), BESIDE)).map(
    lambda pieces: "".join(sign for piece in pieces for sign in piece)
)
LANGUAGES = st.sampled_from(sorted(PATHS))


def plain() -> Markdown:
    """The site's Markdown without our links."""
    configs = {name: dict(config) for name, config in SETTINGS.extensions.items()}
    configs["pymdownx.superfences"] = {"custom_fences": custom_fences()}
    markdown = Markdown(extensions=[*configs, Elements({})], extension_configs=configs)
    markdown.ESCAPED_CHARS.append("<")
    return markdown


PLAIN = plain()


def above(node: Node) -> Iterator[str]:
    """The elements around another."""
    while node := node.parent:
        yield node.tag


def added(node: Node | str) -> bool:
    return isinstance(node, Node) and node.attrs.get("class") == "expansion"


def without_expansions(node: Node) -> str:
    """The text of an element, to the letter, without the expansions and the brackets around them."""
    text = ""
    for before, child in pairwise(["", *node.children]):
        if added(child):
            assert text[-2:] in (" (", " [")
            text = text[:-2]
        elif isinstance(child, Node):
            text += without_expansions(child)
        else:
            assert not added(before) or child[0] in ")]"
            text += child[added(before) :]
    return text


@given(TEXTS, LANGUAGES)
def test_the_text_of_a_page_is_its_author_s_apart_from_expansions(text: str, language: str):
    html = article(renderer(language), PATHS[language], text).html
    assert without_expansions(parse(html)) == letters(parse(PLAIN.reset().convert(text)))


@given(TEXTS, LANGUAGES)
def test_every_button_has_an_explanation_and_stands_alone(text: str, language: str):
    site = renderer(language)
    found = article(site, PATHS[language], text)
    tree, groups = parse(found.html), found.groups
    anchors = {anchor(ids) for ids in groups}
    for button in tree.all("button"):
        assert button.attrs["popovertarget"] in anchors
        assert letters(button).strip() == letters(button) != ""
        assert not any(isinstance(child, Node) and child.tag != "wbr" for child in button.children)
        assert not SILENT & set(above(button))
    assert {id_ for ids in groups for id_ in ids} <= set(site.linking.catalogue.terms)


@given(TEXTS, LANGUAGES)
def test_rendering_twice_gives_the_same_page_and_the_same_mentions(text: str, language: str):
    site = renderer(language)
    assert article(site, PATHS[language], text) == article(site, PATHS[language], text)


@given(st.text(alphabet=st.sampled_from("CVSGEMDU.'’- \n-éÉœ1_()/"), max_size=60) | TEXTS)
def test_matches_are_in_order_apart_from_each_other_and_inside_the_text(text: str):
    finder: Finder = renderer("fr").linking.finder
    end = 0
    for match in finder.find(text, set()):
        assert end <= match.start < match.end <= len(text)
        assert match.ids
        end = match.end
