"""What a site owes to a source stays under its heading, or is said to be gone."""

from check.corpus import PAGE, read
from reperes.model.vocabularies import PASSAGES
from reperes.review.passages import collect

CURE = "remettez ce titre et son texte, ou écrivez ici où ce passage se lit maintenant"


def said(text: str, *lines: str, only: tuple[str, ...] | None = None) -> list[str]:
    docs = {PASSAGES: "\n".join(lines).encode()}
    return [str(one) for one in collect(read({"page.md": PAGE + text}), docs, only)]


def test_a_passage_under_its_heading_is_no_fault():
    assert (
        said(
            "Un texte.\n\n## Un titre\n\nUn autre.\n",
            'A1: {page: page.md, titre: ""}',
            "A2: {page: page.md, titre: Un titre}",
        )
        == []
    )


def test_a_heading_that_was_renamed_or_emptied_is_said_at_its_line():
    lines = ('A1: {page: page.md, titre: ""}', "A2: {page: page.md, titre: Un titre}")
    told = [f"docs/vocabulaires/passages.yml:2:5: A2: docs/page.md n'a pas de texte sous « Un titre » ; {CURE}"]
    assert said("Un texte.\n\n## Un nom\n\nUn autre.\n", *lines) == told
    assert said("Un texte.\n\n## Un titre\n", *lines) == told


def test_a_page_that_is_gone_is_said():
    assert said("Un texte.\n", "A1: {page: autre.md, titre: Un titre}") == [
        f"docs/vocabulaires/passages.yml:1:5: A1: docs/autre.md n'existe pas ; {CURE}"
    ]


def test_only_the_passages_of_the_files_asked_for_are_said():
    lines = ("A1: {page: autre.md, titre: x}", "A2: {page: page.md, titre: x}", "A3: rien")
    assert [line.split(": ")[1] for line in said("Un texte.\n", *lines, only=("page.md",))] == ["A2"]
    assert len(said("Un texte.\n", *lines)) == 3


def test_a_site_without_the_list_owes_nothing():
    assert list(collect(read({}), {})) == []
