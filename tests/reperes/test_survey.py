import subprocess
from pathlib import Path

import pytest
from contents import read, write
from reperes.catalogue import translation
from reperes.catalogue.library import Library
from reperes.editors import survey
from reperes.editors.history import changes
from reperes.model.paths import FACTS
from reperes.source.folder import collect

FRENCH = write("term", "title: Accueil", body="Un lieu ouvert à trois personnes.\n\nOn y mange.\n")


def git(folder: Path, *command: str) -> None:
    who = ("-c", "user.name=Une personne", "-c", "user.email=personne@exemple.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, "-C", folder, *command], check=True, capture_output=True)


def save(folder: Path, path: str, text: str) -> None:
    """Write a file and commit it."""
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text(text, "utf-8")
    git(folder, "add", "-A")
    git(folder, "commit", "-m", "Une étape")


def stamped(french: str) -> str:
    """A translation made from a French text."""
    texts = read({"glossaire/a.md": french}).texts["term", "a"]
    return translation.stamp("---\ntitle: Welcome\n---\nA place.\n", translation.fingerprint(texts[FACTS]))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A repository with a text and its translation."""
    git(tmp_path, "init", "-b", "main")
    save(tmp_path, "docs/glossaire/a.md", FRENCH)
    save(tmp_path, "docs/glossaire/a.en.md", stamped(FRENCH))
    return tmp_path


def report(folder: Path) -> str:
    return "\n".join(survey.report(folder, library(folder), "en"))


def library(folder: Path) -> Library:
    return read(collect(folder / "docs")[0])


def test_a_translation_that_says_what_the_french_says_is_up_to_date(folder: Path):
    assert report(folder).endswith("English : 1 à jour, 0 manquante, 0 dépassée.")


def test_what_changed_in_the_french_since_a_translation_is_said_word_by_word(folder: Path):
    save(folder, "docs/glossaire/a.md", FRENCH.replace("mange", "dort"))
    save(folder, "docs/glossaire/a.md", FRENCH.replace("trois", "quatre").replace("Accueil", "Abri"))
    told = report(folder)
    assert "  docs/glossaire/a.en.md\n    depuis docs/glossaire/a.md du " in told
    assert "title : [-Accueil-] {+Abri+}" in told
    assert "texte : Un lieu ouvert à [-trois-] {+quatre+} personnes. On y mange." in told
    assert "relisez-la, puis lancez python3 scripts/translations --stamp docs/glossaire/a.en.md" in told
    assert told.endswith("English : 0 à jour, 0 manquante, 1 dépassée.")


def test_the_text_is_found_again_under_the_former_name_of_its_file(folder: Path):
    git(folder, "mv", "docs/glossaire/a.md", "docs/glossaire/b.md")
    git(folder, "mv", "docs/glossaire/a.en.md", "docs/glossaire/b.en.md")
    save(folder, "docs/glossaire/b.md", FRENCH.replace("mange.", "mange bien."))
    assert "[-mange.-] {+mange bien.+}" in report(folder)


def test_where_history_is_cut_it_says_so_and_does_not_guess(folder: Path, tmp_path_factory: pytest.TempPathFactory):
    save(folder, "docs/glossaire/a.md", FRENCH.replace("trois", "quatre"))
    shallow = tmp_path_factory.mktemp("clone") / "shallow"
    git(folder, "clone", "--depth", "1", folder.as_uri(), str(shallow))
    assert "l'historique est incomplet ici" in report(shallow)


def test_where_there_is_no_history_it_says_so(folder: Path, tmp_path_factory: pytest.TempPathFactory):
    alone = tmp_path_factory.mktemp("download")
    (alone / "docs/glossaire").mkdir(parents=True)
    for path in folder.glob("docs/glossaire/*"):
        text = path.read_text("utf-8").replace("trois", "quatre")
        (alone / "docs/glossaire" / path.name).write_text(text, "utf-8")
    assert "l'historique est incomplet ici" in report(alone)


def test_a_text_that_no_commit_ever_held_asks_for_the_whole_page_to_be_reread(folder: Path):
    save(folder, "docs/glossaire/a.en.md", "---\ntitle: Welcome\ntraduit_de: 0123456789ab\n---\nA place.\n")
    assert "l'historique ne garde pas le texte de docs/glossaire/a.md qui a été traduit" in report(folder)


def test_a_missing_translation_and_one_with_a_problem_are_not_taken_for_each_other(folder: Path):
    save(folder, "docs/glossaire/b.md", FRENCH.replace("Accueil", "Autre"))
    save(folder, "docs/glossaire/a.en.md", "---\ntitle: Welcome\n---\nA place.\n")
    save(folder, "docs/glossaire/c.md", FRENCH.replace("title: Accueil", "title: Parti\nretire: 2026-11"))
    states = survey.states(library(folder), "en")
    assert states["unreadable"] == ["glossaire/a.en.md"]
    assert states["missing"] == ["glossaire/b.en.md"], "a text withdrawn is not to be translated"
    assert "À corriger d'abord (python3 scripts/check dit où) (English, 1)" in report(folder)


def test_a_change_far_from_another_is_shown_apart():
    old = read({"a.md": write("page", body="un " * 30 + "\n")}).texts["page", "a"]
    new = read({"a.md": write("page", body="deux " + "un " * 29 + "trois\n")}).texts["page", "a"]
    assert [change for _, change in changes(old[FACTS], new[FACTS])] == [
        "{+deux+} un un un un",
        "un un un un [-un-] {+trois+}",
    ]
