"""What Markdown becomes, for texts that once came out wrong."""

from dataclasses import replace
from itertools import pairwise

import pytest
from contents import SETTINGS, edition, interface, read, write
from reperes.markdown.renderer import Renderer
from reperes.markdown.sanitizing import unsafe
from reperes.model.blocks import Index
from reperes.views.lists import letters


def rendered(body: str) -> str:
    return edition({"x.md": write("page", body=body)}).articles["x.md"].html


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
    files["glossaire/x.en.md"] = write("translation", body="[x](gone.md)\n")
    html = edition(files, "en").articles["glossaire/x.en.md"].html
    assert html == '<p><a href="../../../glossaire/gone/" hreflang="fr">x</a></p>'


def test_an_entry_that_starts_with_a_sign_stands_under_its_first_letter():
    found = edition({"glossaire/a.md": write("term", "title: '\"Bonjour\" <b>'")})
    index = letters(Index(), found, found.catalogue.pages["index"])
    assert [letter for letter, _ in index.letters] == ["B"]


SYNTAX = (
    *(
        "Un mot.",
        "# T",
        "T\n===",
        "- a\n- T\n  ---",
        "> T\n> ---",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "1. a\n2. b\n\n***",
    ),
    *(
        '!!! note "A"\n    b',
        "a\n: b",
        "```\nc\n```",
        "~~~ {.py style=x}\nc\n~~~",
        "    c",
        "`c` \\` \\*",
        "[a](b.md)",
        "![a](b.png)",
    ),
    *(
        "[a][b] [b]\n\n[b]: https://x.fr",
        "![a][b] ![b]\n\n[b]: i.png",
        "[^1] [^1]\n\n[^1]: n",
        "[^un-livre]",
        "a  \nb",
        "a\t\nb",
    ),
    *(
        "<https://x.fr> <a@b.fr>",
        "<i>a</i>",
        "<div>\n\na\n</div>",
        "&amp; &eacute;",
        "**a** _b_",
        "## T {#t}",
        "## T\n\n[TOC]",
    ),
)


def renderer() -> Renderer:
    library = read({"x.md": write("page")})
    return Renderer(library.catalogue("fr"), SETTINGS.extensions, interface(library)["fr"], {"b.png": (1, 2)}, {})


def test_a_text_is_the_same_without_the_steps_that_its_signs_do_not_ask_for(monkeypatch: pytest.MonkeyPatch):
    useful, every = renderer(), renderer()
    monkeypatch.setattr(every.steps, "choose", lambda text: None)
    page = useful.catalogue.pages["x"]
    for body in (*SYNTAX, *map("\n\n".join, pairwise(SYNTAX)), *map("\n".join, pairwise(SYNTAX)), "\n\n".join(SYNTAX)):
        entry = replace(page, words=replace(page.words, body=body))
        assert useful.render(entry) == every.render(entry), body


PDF = {"images/a.pdf": "%PDF-1.7\n%%EOF\n"}


def linking(body: str) -> dict[str, str]:
    """Two terms in two languages, each with that text, and a document."""
    files = {f"glossaire/{id_}.md": write("term", f"title: mot {id_}", body=body) for id_ in ("un", "deux")}
    return files | {f"glossaire/{id_}.en.md": write("translation", body=body) for id_ in ("un", "deux")} | PDF


@pytest.mark.parametrize(
    ("link", "french", "english"),
    [
        ("https://x.fr/un.md", "https://x.fr/un.md", "https://x.fr/un.md"),
        ("tel:15", "tel:15", "tel:15"),
        ("../glossaire.csv", "../../glossaire.csv", "../../glossaire.csv"),  # each language has its own
        ("../glossaire.ttl", "../../glossaire.ttl", "../../../glossaire.ttl"),  # one for all
        ("../images/a.pdf", "../../images/a.pdf", "../../../images/a.pdf"),
        ("un.md?b=c#t", "../un/?b=c#t", "../un/?b=c#t"),
        ("#t", "#t", "#t"),
    ],
)
def test_a_link_leads_to_what_is_published_and_any_other_stays_as_its_author_wrote_it(
    link: str, french: str, english: str
):
    files = linking(f"## T\n\n[x]({link})\n")
    assert f'href="{french}"' in edition(files).articles["glossaire/deux.md"].html
    assert f'href="{english}"' in edition(files, "en").articles["glossaire/deux.en.md"].html


def test_the_places_that_a_page_leads_to_are_those_of_texts():
    body = "## T\n\n[a](un.md#t) [b](un.md) [c](#t) [d](../images/a.pdf#page=2) [e](https://x.fr/un.md#t)\n"
    article = edition(linking(body)).articles["glossaire/deux.md"]
    assert set(article.anchors) == {("glossaire/un.md", "t"), ("glossaire/deux.md", "t")}
