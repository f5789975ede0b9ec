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
