"""The changelog of texts: what changes their meaning is told with both wordings, and nothing else."""

import subprocess
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reperes.catalogue.changelog import FOLDERS, Changelog, recount
from reperes.catalogue.meaning import same
from reperes.source import git_log
from reperes.source.git_log import FileChange, Past

DAY = 86400
TERM = "---\ntitle: CVS\ndeveloppe: conseil de la vie sociale\nsources: [loi-2002-2]\nrevu: 2026-11\n---\n\n{}\n"
EVENT = "---\ntitle: Une loi\ndate: {}\npistes: [contexte]\nrevu: 2026-11\n---\n\nUn texte.\n"
FIRST = "Un conseil où les personnes accueillies donnent leur avis."


def told(*states: dict[str, str], language: str = "fr") -> Changelog:
    """The changelog of folders as they were on days that follow each other; a file gone and one come are no rename."""
    changes, before = [], dict[str, str]()
    for number, state in enumerate(states):
        for path in sorted({*before, *state}):
            old, new = before.get(path), state.get(path)
            if old != new:
                raw = [text.encode() if text is not None else None for text in (old, new)]
                changes.append(FileChange(f"{number:012}", number * DAY, path, path, *raw))
        before = state
    changelog = recount(Past(True, tuple(changes)), language)
    assert changelog
    return changelog


def says(*states: dict[str, str], language: str = "fr") -> list[tuple[str, tuple[tuple[str, ...], ...]]]:
    """What is said of each revision but the first of each text, the oldest first."""
    return [
        (one.what, tuple((said.field, said.old, said.new) for said in one.differences))
        for one in reversed(told(*states, language=language).revisions)
        if one.what != "new"
    ]


def term(text: str = FIRST) -> dict[str, str]:
    return {"glossaire/cvs.md": TERM.format(text)}


@pytest.mark.parametrize(
    "mended",
    [
        "Un conseil où les personnes accueillies donnent leur avis !",
        "Un Conseil ou les personnes acceuillies donnent leur avis.",
        "Un **conseil** où les [personnes accueillies](personne-accompagnee.md) donnent leur avis[^has-2020].",
        "Un conseil où les personnes accueillie donnent leurs avis.",
    ],
)
def test_spelling_links_and_typography_make_no_entry_of_a_definition(mended: str) -> None:
    assert not any(said[0] == "definition" for _, found in says(term(), term(mended)) for said in found)


@pytest.mark.parametrize(
    ("one", "other"),
    [("il doit venir", "il droit venir"), ("deux ans", "trois ans"), ("5 ans", "6 ans"), ("il peut", "il ne peut pas")],
)
def test_a_short_word_a_number_and_a_negation_change_the_meaning(one: str, other: str) -> None:
    assert not same(one, other)


def test_a_definition_is_told_with_both_wordings() -> None:
    now = "Un conseil où les personnes accueillies décident."
    assert says(term(), term(now)) == [("changed", (("definition", (FIRST,), (now,)),))]


def test_what_follows_the_first_paragraph_is_no_definition() -> None:
    assert says(term(), term(FIRST + "\n\nUn autre paragraphe.")) == []


def test_a_date_is_told_even_when_one_figure_changes() -> None:
    states = [{"histoire/evenements/x.md": EVENT.format(date)} for date in ("1984", "1985")]
    assert says(*states) == [("changed", (("date", ("1984",), ("1985",)),))]


def test_a_source_and_an_expansion_are_told() -> None:
    changed = term()["glossaire/cvs.md"].replace("[loi-2002-2]", "[has-2020]").replace("vie sociale", "vie commune")
    assert says(term(), {"glossaire/cvs.md": changed}) == [
        (
            "changed",
            (
                ("expansion", ("conseil de la vie sociale",), ("conseil de la vie commune",)),
                ("sources", ("loi-2002-2",), ("has-2020",)),
            ),
        )
    ]


def test_a_source_that_is_gone_keeps_its_title() -> None:
    source = {"bibliographie/has-2020.md": "---\ntitle: Un guide\ngenre: rapport\n---\n"}
    changelog = told(source | term(), term(), language="en")
    assert changelog.sources == {"has-2020": "Un guide"}
    assert not any(one.ref[0] == "source" for one in changelog.revisions)


def test_a_law_that_moves_from_the_text_to_a_source_is_still_cited() -> None:
    old, new = (
        term(f"{FIRST}\n\n{text}") for text in ("Le décret n° 2022-688 le dit.", "C'est dit[^decret-2022-688].")
    )
    assert not any(said[0] == "law" for _, found in says(old, new) for said in found)


def test_a_law_that_is_cited_no_more_is_told() -> None:
    old, new = (term(f"{FIRST}\n\n{text}") for text in ("Voir l'article L. 311-6.", "Voir l'article L. 311-7."))
    assert says(old, new) == [("changed", (("law", ("L. 311-6",), ("L. 311-7",)),))]


def test_a_text_that_is_withdrawn_or_deleted_is_told() -> None:
    gone = {"glossaire/cvs.md": TERM.format(FIRST).replace("revu:", "retire: 2026-11\nrevu:")}
    assert says(term(), gone) == says(term(), {}) == [("withdrawn", ())]


def test_a_renamed_text_that_says_its_old_name_goes_on() -> None:
    moved = {"glossaire/conseil.md": TERM.format(FIRST).replace("revu:", "anciens: [cvs]\nrevu:")}
    changelog = told(term(), moved)
    assert [one.what for one in changelog.revisions] == ["new"]


def test_a_change_undone_another_day_is_told_twice_and_the_same_day_never() -> None:
    other = term("Tout autre chose.")
    assert len(says(term(), other, term())) == 2
    raws = [next(iter(state.values())).encode() for state in (term(), other, term())]
    path = "glossaire/cvs.md"
    days = (0, DAY, DAY + 60)
    changes = [
        FileChange("a", at, path, path, old, new) for at, old, new in zip(days, (None, *raws), raws, strict=False)
    ]
    changelog = recount(Past(True, tuple(changes)), "fr")
    assert changelog and [one.what for one in changelog.revisions] == ["new"]


def test_facts_of_the_french_file_are_told_in_every_language_and_words_in_their_own() -> None:
    english = {"histoire/evenements/x.en.md": "---\ntitle: A law\ntraduit_de: 0123456789ab\n---\n\nA text.\n"}
    states = [english | {"histoire/evenements/x.md": EVENT.format(date)} for date in ("1984", "1985")]
    assert says(*states, language="en") == says(*states)
    assert says(english | term(), english | term("Autre chose que cela."), language="en") == []


@given(st.text("abé '’-,.;:!?\u00a0", max_size=40), st.sampled_from(["’", ",", " ", "\u00a0", "!"]), st.integers(0, 40))
def test_no_sign_that_is_not_a_word_makes_an_entry(text: str, sign: str, place: int) -> None:
    words = text.split(" ")
    assert same(text, f" {sign} ".join(words[:1]) + "".join(f" {word}" for word in words[1:])) or place < 0


@given(st.lists(st.sampled_from(["Un texte.", "Tout autre chose.", "Encore un sens."]), min_size=1, max_size=6))
def test_the_last_wording_told_is_the_one_that_stands(texts: list[str]) -> None:
    found = says(*[term(text) for text in texts])
    changed = [one for one, before in zip(texts[1:], texts, strict=False) if one != before]
    assert [said[2][0] for _, differences in found for said in differences] == changed


@dataclass(frozen=True)
class Text:
    """A term as its editors leave it; the last of its names is the one it has."""

    names: tuple[str, ...] = ("cvs",)
    definition: int = 0
    end: str = "."
    lifespan: int = 2002
    sources: tuple[str, ...] = ("loi-2002-2",)

    def files(self) -> dict[str, str]:
        former = f"anciens: [{', '.join(self.names[:-1])}]\n" if self.names[1:] else ""
        said = ("Un conseil où chacun parle", "Une instance qui décide", "Tout autre chose")[self.definition % 3]
        keys = f"title: CVS\n{former}periode: {self.lifespan}/..\nsources: [{', '.join(self.sources)}]\nrevu: 2026-11"
        return {f"glossaire/{self.names[-1]}.md": f"---\n{keys}\n---\n\n{said}{self.end}\n"}


EDITS = {
    "spelling": lambda text: replace(text, end="." if text.end == " !" else " !"),
    "date": lambda text: replace(text, lifespan=text.lifespan + 1),
    "definition": lambda text: replace(text, definition=text.definition + 1),
    "source": lambda text: replace(text, sources=(*text.sources, f"source-{len(text.sources)}")),
    "rename": lambda text: replace(text, names=(*text.names, f"nom-{len(text.names)}")),
}


@given(st.lists(st.sampled_from([*EDITS, "revert"]), min_size=1, max_size=8))
def test_each_day_tells_what_changed_the_meaning_and_no_spelling_and_no_name(edits: list[str]) -> None:
    before = now = Text()
    states, expected = [now.files()], []
    for edit in edits:
        next_ = replace(before, names=now.names) if edit == "revert" else EDITS[edit](now)
        before, now = now, next_
        states.append(now.files())
        fields = [one for one in ("definition", "lifespan", "sources") if getattr(before, one) != getattr(now, one)]
        expected += [fields] if fields else []
    found = says(*states)
    assert [what for what, _ in found] == ["changed"] * len(expected)
    assert [[field for field, *_ in differences] for _, differences in found] == expected
    assert len({one.ref for one in told(*states).revisions if one.what == "new"}) == 1


def test_a_folder_without_a_repository_has_no_past(tmp_path: Path) -> None:
    assert git_log.read(tmp_path, FOLDERS) is None
    assert recount(None, "fr") is None


def test_two_clones_tell_the_same_and_a_shallow_one_says_so(tmp_path: Path) -> None:
    origin = tmp_path / "origin"
    git(tmp_path, "init", "-q", "-b", "main", str(origin))
    for number, text in enumerate((FIRST, "Tout autre chose.")):
        file = origin / "docs/glossaire/cvs.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(TERM.format(text), "utf-8")
        git(origin, "add", "-A")
        git(origin, "commit", "-qm", "x", at=number * DAY + DAY)
    (origin / "docs/fiches").mkdir()
    git(origin, "mv", "docs/glossaire/cvs.md", "docs/glossaire/conseil.md")
    git(origin, "commit", "-qm", "rename", at=3 * DAY)
    for name, options in (("one", ()), ("two", ()), ("shallow", ("--depth=1",))):
        git(tmp_path, "clone", "-q", *options, f"file://{origin}", name)
    one, two = (git_log.read(tmp_path / name, FOLDERS) for name in ("one", "two"))
    assert one == two and one and one.whole
    changelog = recount(one, "fr")
    assert changelog and [found.what for found in changelog.revisions] == ["changed", "new"]
    shallow = git_log.read(tmp_path / "shallow", FOLDERS)
    assert shallow == Past(whole=False)


def git(folder: Path, *command: str, at: int = DAY) -> None:
    """Run git as nobody in particular."""
    who = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"]
    dates = {"GIT_COMMITTER_DATE": f"@{at} +0000", "GIT_AUTHOR_DATE": f"@{at} +0000", "PATH": "/usr/bin:/bin"}
    subprocess.run(["git", *who, *command], cwd=folder, check=True, env=dates, capture_output=True)
