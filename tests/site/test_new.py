"""What `scripts/new` asks and writes."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from datetime import date
from functools import partial
from io import StringIO
from pathlib import Path
from unittest import mock

import asking
import pytest
from built import load
from conftest import ROOT, beside_hooks, build, script
from contents import REAL
from contents import write as content
from reperes.editors.new_file import NAMES, questions
from reperes.project import open_project
from reperes.session import check
from reperes.source import vocabularies

ANSWERS = {  # what an editor types, question by question
    "terme": ["CHRS", "un-livre", "centre d'hébergement : et de réinsertion", "Un lieu.", ""],
    "evenement": ["Une loi : « droits »", "2002-01-02", "participation, contexte", "un-livre", "Un texte.", ""],
    "fiche": ["Être payé", "Un. Deux. Trois.", "Une phrase.", "distinctions", "un-livre", "Un texte.", ""],
    "source": ["Un rapport", "recherche", "", ""],
    "formation": ["Un cours", "Une école", "un-livre", "2026-11", "", ""],
}
SAID = ["--sources", "un-livre", "--texte", "Un texte."]
OPTIONS = {
    "terme": ["--titre", "Pair", "--domaines", "participation, droit", *SAID],
    "evenement": ["--titre", "115", "--date", "1984~", "--pistes", "contexte", "--lieu", "FR", *SAID],
    "fiche": [
        *("--titre", "Oui", "--simple", "Un. Deux. Trois.", "--description", "Une phrase."),
        *("--rubrique", "distinctions", *SAID),
    ],
    "source": ["--titre", "Un film de plus", "--genre", "recherche", "--texte", "Un film."],
    "formation": [
        *("--titre", "Un stage", "--organisme", "Une école", "--source", "un-livre"),
        *("--consulte", "2026-11", "--texte", "Un stage."),
    ],
}
PLACES = {
    "terme": ("glossaire/chrs", "glossaire/pair"),
    "evenement": ("histoire/evenements/une-loi-droits", "histoire/evenements/115"),
    "fiche": ("fiches/etre-paye", "fiches/oui"),
}


def new(root: Path, *arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    out, err = StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(err), mock.patch.object(sys, "stdin", StringIO(typed)):
        try:
            code: int | str | None = asking.run(root, list(arguments), "2026-11")
        except SystemExit as end:
            code = end.code
    said = f"{code}\n" if isinstance(code, str) else ""  # what Python prints of it, and exits with 1
    return subprocess.CompletedProcess(arguments, 1 if said else code or 0, out.getvalue(), err.getvalue() + said)


def texts(root: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in (root / "docs").rglob("*") if path.is_file()}


def test_a_file_of_each_kind_passes_the_check_and_appears_on_the_site(small_site: Callable[..., Path]):
    root = small_site()
    for kind in NAMES:
        answers = ANSWERS[kind]
        for done in (new(root, kind, typed="\n".join(answers) + "\n"), new(root, kind, *OPTIONS[kind])):
            assert (done.returncode, done.stderr) == (0, ""), done.stdout
    report = check(open_project(root), date(2026, 11, 25))
    assert report.problems == ()
    assert build(root / "site", root / "mkdocs.yml").returncode == 0
    for kind, places in PLACES.items():
        index = places[0].partition("/")[0]
        listed = {link.attrs["href"] for link in load(root / "site", f"/{index}/").all("a") if "href" in link.attrs}
        for place in places:
            assert load(root / "site", f"/{place}/").all("h1"), kind
            assert f"{place.removeprefix(f'{index}/')}/" in listed


def test_it_says_what_was_written_and_what_may_still_be_said(small_site: Callable[..., Path]):
    done = new(small_site(), "evenement", *OPTIONS["evenement"])
    assert "Écrit : docs/histoire/evenements/115.md" in done.stdout
    assert "  type : la nature de l'événement (au choix : loi, creation," in done.stdout
    assert "  lieu :" not in done.stdout.partition("Écrit")[2]  # given


def test_a_wrong_answer_is_told_with_its_cure_and_asked_again(small_site: Callable[..., Path]):
    root = small_site()
    typed = [
        "Une loi",
        "",
        "1er mars 2002",
        "2002-03-01",
        "contexe",
        "contexte",
        "Un décret",
        "un-livre",
        "# Non",
        "Oui.",
        "",
    ]
    done = new(root, "evenement", typed="\n".join(typed) + "\n")
    assert done.returncode == 0, done.stdout
    for told in (
        "une réponse est attendue",
        "écrivez 2002-03-01",
        "vouliez-vous écrire « contexte » ?",
        "n'est pas un identifiant",
    ):
        assert told in done.stdout
    assert "date: 2002-03-01\n" in (root / "docs/histoire/evenements/une-loi.md").read_text("utf-8")


def test_a_wrong_or_missing_option_writes_nothing(small_site: Callable[..., Path]):
    root = small_site()
    before = texts(root)
    wrong = new(root, "evenement", *OPTIONS["evenement"], "--date", "années 80")
    assert wrong.returncode == 1 and "écrivez 198X" in wrong.stderr and "Rien n'a été écrit." in wrong.stderr
    missing = new(root, "terme", "--titre", "Pair")
    assert missing.returncode == 1 and "Il manque « texte » : rien n'a été écrit." in missing.stderr
    unknown = new(root, "terme", *OPTIONS["terme"], "--voir", "inconnu")
    assert unknown.returncode == 1 and "aucune entrée « inconnu »" in unknown.stderr
    assert texts(root) == before


@pytest.mark.parametrize("there", ["pair.md", "pair.en.md"])
def test_an_id_that_exists_in_any_language_is_refused_and_nothing_overwritten(
    small_site: Callable[..., Path], there: str
):
    root = small_site()
    (root / "docs/glossaire" / there).write_text(content("term"), "utf-8")
    before = texts(root)
    for arguments in ([], ["--id", "pair"], ["--id", "Pair !"], ["--id", "../pair"], ["--id", "index"]):
        done = new(root, "terme", *OPTIONS["terme"], *arguments)
        assert done.returncode == 1 and "Rien n'a été écrit." in done.stderr, arguments
    assert texts(root) == before


def test_an_old_name_of_another_entry_is_refused(small_site: Callable[..., Path]):
    root = small_site(**{"glossaire/x.md": content("term", "anciens: [pair]")})
    done = new(root, "terme", *OPTIONS["terme"])
    assert done.returncode == 1 and "« pair » est déjà l'adresse de « pair »" in done.stderr
    assert not (root / "docs/glossaire/pair.md").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_ctrl_c_leaves_nothing_behind():
    before = texts(ROOT)
    command = script("new", "terme")
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    heard = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)  # a suite run in the background ignores Ctrl+C
    with subprocess.Popen(command, preexec_fn=heard, env=beside_hooks(), **pipes) as asking:
        assert asking.stdout and asking.stderr
        assert asking.stdout.readline().decode().startswith("title :")
        asking.send_signal(signal.SIGINT)
        assert asking.stderr.read().decode().strip() == "Interrompu : rien n'a été écrit."
    assert texts(ROOT) == before


def test_everything_a_kind_requires_is_asked():
    values = vocabularies.read(REAL.docs, REAL.settings.languages)[0]
    for kind in NAMES:
        assert "title" in {question.key for question in questions(NAMES[kind], values) if question.required}, kind
