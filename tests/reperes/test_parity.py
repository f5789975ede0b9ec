import pytest
from contents import read, write
from reperes.review.parity import differences

FRENCH = write(
    "sheet",
    body="Voir [le CVS](../glossaire/cvs.md) et [le GEM](https://exemple.org/gem).\n\n## Un titre\n\n"
    "![Un dessin](../images/a.png)\n\n### Plus bas\n\n```chronologie\npistes: [contexte]\n```\n\nFin.\n",
)
ENGLISH = write(
    "translation",
    "description: One.",
    "simple: One. Two. Three.",
    body="See [the GEM](https://exemple.org/gem) and [the CVS](../glossaire/cvs.md).\n\n## A title\n\n"
    "![A drawing](../images/a.png)\n\n### Below\n\n```chronologie\npistes: [contexte]\n```\n\nEnd.\n",
)


def told(english: str) -> list[str]:
    documents = read({"fiches/x.md": FRENCH, "fiches/x.en.md": english}).documents
    found = sorted(differences(documents["fiches/x.en.md"], documents["fiches/x.md"]))
    return [str(problem).removeprefix("docs/fiches/x.en.md:") for problem in found]


def test_a_translation_built_as_its_french_page_deserves_no_remark_whatever_the_order_of_its_links():
    assert told(ENGLISH) == []


@pytest.mark.parametrize(
    ("old", "new", "remarks"),
    [
        ("## A title", "### A title", ["13:1: texte: un titre de niveau 3", "il manque un titre de niveau 2"]),
        ("### Below\n\n", "", ["il manque un titre de niveau 3, que le français a en docs/fiches/x.md:15:1"]),
        ("## A title", "## A title\n\n## Another", ["9:1: texte: un titre de niveau 2 n'est pas dans"]),
        ("[the GEM](https://exemple.org/gem)", "the GEM", ["il manque le lien vers « https://exemple.org/gem »"]),
        (
            "cvs.md",
            "gem.md",
            ["texte: le lien vers « ../glossaire/gem.md » n'est pas", "il manque le lien vers « ../gl"],
        ),
        ("![A drawing](../images/a.png)", "A drawing", ["il manque l'image « ../images/a.png »"]),
        (
            "[contexte]",
            "[participation]",
            ["bloc « chronologie pistes: [participation] » n'est pas", "il manque le bloc"],
        ),
        ("```chronologie\npistes: [contexte]\n```", "", ["il manque le bloc « chronologie pistes: [contexte] »"]),
        ("simple: One. Two. Three.\n", "", ["simple: la traduction n'a pas de « simple »"]),
        ("description: One.\n", "", ["description: la traduction n'a pas de « description »"]),
    ],
)
def test_what_a_translation_lacks_or_adds_is_said_with_its_place(old: str, new: str, remarks: list[str]):
    assert old in ENGLISH
    found = told(ENGLISH.replace(old, new))
    assert len(found) == len(remarks)
    for remark in remarks:
        assert any(remark in line for line in found), found
