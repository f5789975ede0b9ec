"""What is seen only once a page is rendered is told where its source says it."""

import pytest
from contents import draw, project, refused, site, write
from reperes import build
from reperes.base.problems import ContentError
from reperes.check.source_places import tag
from reperes.source.frontmatter import Document

BODY = "Un mot.\n\nVoir `[x](y.md#non)` et [ici](y.md#non), puis [là][a] ou [là](y.md#un).\n\n[a]: <../p/y.md#non>\n"


def test_every_link_to_a_place_that_does_not_exist_is_told_where_it_stands():
    files = {"p/x.md": write("page", body=BODY), "p/y.md": write("page", body="## Un\n\nTexte.\n")}
    found = refused(files)
    assert [(one.path, one.line, one.column) for one in found] == [("docs/p/x.md", 7, 31), ("docs/p/x.md", 9, 7)]
    assert {one.fault for one in found} == {"le lien mène à « #non », qui n'est pas dans docs/p/y.md"}


def test_a_repeated_anchor_is_told_at_the_heading_that_makes_it():
    whole = site({"x.md": write("page", body="Un mot.\n\n## Content\n")})
    with pytest.raises(ContentError) as refused_page:
        draw(whole, "x.md")
    (problem,) = refused_page.value.problems
    assert (problem.path, problem.line, problem.column) == ("docs/x.md", 7, 1)


@pytest.mark.parametrize(
    ("start", "place"),
    [
        ("<p style='color:red'>", (5, 13)),
        ("<a href='javascript:x' id='a'>", (6, 5)),
        ("<!-- x -->", (7, 1)),
        ("<form>", (7, 12)),
        ("<video>", (5, 1)),
    ],
)
def test_a_tag_that_no_page_may_hold_is_told_where_its_source_has_it(start: str, place: tuple[int, int]):
    body = "`color:red` color:red\n[x](javascript:x)\n<!-- x --> <form>\n"
    assert tag(Document("docs/x.md", body=body, body_line=5), start) == place


def test_what_the_second_wall_stops_is_told_in_the_file(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("reperes.markdown.renderer.unsafe", lambda html: "<em>" if "<em>" in html else None)
    found = refused({"x.md": write("page", body="Un mot.\n\nDeux *mots*.\n")})
    assert [(one.path, one.line) for one in found] == [("docs/x.md", 5)]


def test_the_list_of_addresses_that_moved_is_always_ours():
    beside = build.beside(build.make(project({})))
    assert beside["_redirects"].startswith(b"#") and b" 301" not in beside["_redirects"]
    moved = build.beside(build.make(project({"x.md": write("page", "anciens: [y]")})))
    assert moved["_redirects"].endswith(b"\n/y/ /x/ 301")
