"""What is said of a proposal: every page that reads otherwise, what it leaves behind, nothing else."""

from datetime import date

from contents import english, project, write
from reperes import build
from reperes.catalogue.translation import fingerprint
from reperes.compare import compare
from reperes.model.text import read_words
from reperes.project import Project
from reperes.session import Session, check

TODAY = date(2026, 11, 27)
CVS = "docs/glossaire/cvs.md"
TERM = write(
    "term", "title: CVS", "developpe: conseil de la vie sociale", body="Des personnes y siègent. Elles votent.\n"
)
FILES = {
    "glossaire/cvs.md": TERM,
    "glossaire/gem.md": write(
        "term", "title: GEM", "developpe: groupe d'entraide mutuelle", body="Un lieu, sans CVS.\n"
    ),
    "fiches/avis.md": write("sheet", "title: Donner son avis", body="Le CVS donne un avis.\n"),
    "fiches/autre.md": write("sheet", "title: Autre chose", body="Rien à voir.\n"),
}


def stamped() -> dict[str, str]:
    """The files, and a translation that is up to date."""
    text = Session.open(project(FILES)).site.library.texts["term", "cvs"]["fr"]
    translation = english("---\ntitle: CVS\n---\nA council.\n").replace("000000000000", fingerprint(text))
    return {**FILES, "glossaire/cvs.en.md": translation}


def reading_otherwise(one: Project, other: Project) -> set[str]:
    """The pages of two whole builds whose words differ."""
    before, after = build.pages(build.make(one)), build.pages(build.make(other))
    pages = [path for path in before | after if path.endswith("index.html")]
    said = {
        path: [read_words(files[path].decode()) if path in files else "" for files in (before, after)] for path in pages
    }
    return {path.removesuffix("index.html") for path, (old, new) in said.items() if old != new}


def test_the_first_sentence_of_a_word_changed_names_every_page_that_shows_it_and_the_translation_left_behind():
    files = stamped()
    one = project(files)
    other = project(files | {"glossaire/cvs.md": TERM.replace("siègent", "sont assises")})
    told = compare(Session.open(one), Session.open(other), check(other, TODAY), [CVS], TODAY)
    assert told.pages and {page.url for page in told.pages} == reading_otherwise(one, other) > {"fiches/avis/"}
    first, *others = told.pages
    assert first.url == "glossaire/cvs/" and first.words == (("siègent.", "sont assises."),)
    assert not any(page.touched for page in others)
    assert first.outdated == (("en/glossaire/cvs/", "docs/glossaire/cvs.en.md"),)
    assert [one.fault for one in told.warnings] == ["le français a changé depuis cette traduction"]


def test_a_page_that_comes_and_a_page_that_goes_are_told_as_such():
    one, other = project(FILES), project({path: text for path, text in FILES.items() if path != "fiches/autre.md"})
    for start, end, state in ((one, other, "gone"), (other, one, "new")):
        pages = compare(Session.open(start), Session.open(end), check(end, TODAY), [], TODAY).pages or ()
        assert {page.state for page in pages if page.url == "fiches/autre/"} == {state}
