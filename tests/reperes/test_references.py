"""Sources at their claims: numbers in the order of the text, pop-ups, lists, on pages drawn from fixture texts."""

from built import Node, parse
from contents import draw, refused, site, write

FILES = {
    "bibliographie/rapport.md": write(
        "source", "title: Un rapport", "genre: officiel", "url: https://a.fr/r", "date: 2021", body=""
    ),
    "fiches/a.md": write(
        "sheet", "title: A", "sources: [un-livre, rapport]", body="Un[^un-film], deux[^rapport], trois[^un-film].\n"
    ),
    "fiches/a.en.md": write(
        "translation",
        "title: A",
        "description: One.",
        "simple: One. Two. Three.",
        body="One[^rapport], two[^un-film].\n",
    ),
    "fiches/b.md": write("sheet", "title: B"),
    "fiches/c.md": write("sheet", "title: C", body="## Un titre\n\nUn[^un-livre].\n"),
    "parcours/p.md": write("path", "title: P", "etapes: [b, a, c]"),
    "formations/cours.md": write("training", "title: Un cours", "lieu: Lyon"),
    "fiches/se-former.md": write("sheet", "title: Se former", body="```formations\n```\n"),
    "fiches/d.md": write("sheet", "title: D", body="Un[^rapport], deux[^un-livre].\n\n```formations\n```\n"),
    "fiches/e.md": write("sheet", "title: E", body="- Un[^un-film].\n- Deux[^un-livre].\n\nTrois[^rapport].\n"),
    "sources.md": write("page", body="```sources\n```\n"),
}
SITE = site(FILES)


def page(path: str, language: str = "fr") -> Node:
    return parse(draw(SITE, path, language))


def numbers(tree: Node) -> list[tuple[str, str]]:
    return [(mark.text, mark.all("button")[0].attrs["popovertarget"]) for mark in tree.all("sup", class_="reference")]


def test_sources_are_numbered_in_the_order_of_their_first_mention():
    assert numbers(page("fiches/a.md")) == [("1", "source-un-film"), ("2", "source-rapport"), ("1", "source-un-film")]
    assert numbers(page("fiches/a.en.md", "en")) == [("1", "source-rapport"), ("2", "source-un-film")]
    assert [number for number, _ in numbers(page("fiches/e.md"))] == ["1", "2", "3"]  # lists are no exception


def test_each_number_says_what_it_is_and_opens_its_source_which_is_listed_once():
    tree = page("fiches/a.md")
    assert {button.attrs["aria-label"] for sup in tree.all("sup") for button in sup.all("button")} == {
        "source 1",
        "source 2",
    }
    (listed,) = tree.all("ol", class_="references")
    popups = [node for node in listed.all("div") if "popover" in node.attrs]
    assert [node.attrs["id"] for node in popups] == ["source-un-film", "source-rapport"]
    assert popups[1].all("a")[0].attrs["href"] == "https://a.fr/r"


def test_a_source_that_the_text_does_not_cite_is_further_reading():
    (section,) = page("fiches/a.md").all("section", class_="sources")
    (further,) = section.all("ul")
    assert "Un livre" in further.text and "Un rapport" not in further.text
    (only,) = page("fiches/b.md").all("section", class_="sources")
    assert not only.all("ol") and "Un livre" in only.text


def test_a_path_lists_its_steps_then_their_texts_and_each_sheet_the_one_before_and_the_one_after():
    (steps,) = page("parcours/p.md").all("ol", class_="steps")
    assert [step.all("a")[0].text for step in steps.all("li")] == ["B", "A", "C"]
    ids = [node.attrs["id"] for node in page("parcours/p.md").all() if "id" in node.attrs]
    assert len(ids) == len(set(ids)) and "c--un-titre" in ids
    (within,) = page("fiches/a.md").all("nav", class_="within")
    assert [link.text for link in within.all("a")] == ["P", "B", "C"]
    assert [link.text for link in page("fiches/b.md").all("nav", class_="within")[0].all("a")] == ["P", "A"]
    assert [link.text for link in page("fiches/c.md").all("nav", class_="within")[0].all("a")] == ["P", "A"]


def test_what_is_not_known_of_a_training_is_said_not_to_be():
    (table,) = page("fiches/se-former.md").all("table", class_="trainings")
    (row,) = table.all("tbody")[0].all("tr")
    assert row.attrs["id"] == "training-cours"
    said = {cell.attrs["data-label"]: cell.text for cell in row.all("td")}
    assert "Lyon" in said.values() and list(said.values()).count("non connu") == 4


def test_a_training_shows_the_number_of_a_source_that_the_text_cites_else_its_title():
    (row,) = page("fiches/se-former.md").all("tbody")[0].all("tr")
    assert "Un livre" in row.text and not row.all("button")
    (row,) = page("fiches/d.md").all("tbody")[0].all("tr")
    assert numbers(row) == [("2", "source-un-livre")] and "Un livre" not in row.text


def test_the_page_of_sources_says_which_texts_lean_on_each():
    said = {item.text: item.all("p")[0].all("a") for item in page("sources.md").all("li", class_="entry")}
    found = {text: [link.text for link in links] for text, links in said.items()}
    (film,), (book,) = ([found[text] for text in found if text.startswith(title)] for title in ("Un film", "Un livre"))
    assert film == ["A"] and "A" in book


def test_an_anchor_that_another_page_does_not_have_is_refused():
    for link in ("c.md#nulle-part", "../fiches/c.md#autre", "#ici"):
        (problem,) = refused(FILES | {"fiches/b.md": write("sheet", body=f"[x]({link})\n")})
        assert (problem.path, problem.line, problem.column) == ("docs/fiches/b.md", 9, 5), link
        assert "le lien mène à « #" in problem.fault, link
    assert refused(FILES | {"fiches/b.md": write("sheet", body="[x](c.md#un-titre)\n")}) == []


def test_a_number_after_a_tag_that_an_author_wrote_leaves_it_whole():
    files = FILES | {"fiches/c.md": write("sheet", "title: C", body='Un <i lang="en">mot</i>[^un-film].\n')}
    assert '<i lang="en">mot</i><span class="held"><sup class="reference"' in draw(site(files), "fiches/c.md")
