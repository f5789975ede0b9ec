"""After any edit, a page of the session is that of a whole build; what an edit would do is told without the world."""

import builtins
import io
import os
import socket
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from check.corpus import png
from contents import FRAME, ROOT
from random_edits import Author
from reperes.base.problems import ContentError
from reperes.project import Project, open_project
from reperes.session import Proposal, Session

SOURCE = "---\ntitle: {title}\ngenre: loi\ndate: 2002-01-02\nurl: https://exemple.org/{id}\n---\n"
TERM = "---\ntitle: {title}\n{more}sources: [un-livre]\nrevu: 2026-11\n---\n{body}\n"
EVENT = "---\ntitle: {title}\ndate: {date}\npistes: [{track}]\nsources: [une-loi]\nrevu: 2026-11\n---\n{body}\n"
SHEET = (
    "---\ntitle: {title}\ndescription: Une phrase.\nsimple: Un mot. Deux mots. Trois mots.\nsources: [un-livre]\n"
    "rubrique: {section}\nrevu: 2026-11\n---\n{body}\n"
)
PATH = (
    "---\ntitle: Commencer\ndescription: Une phrase.\nsimple: Un. Deux. Trois.\n"
    "etapes: [bonne-distance, equipe]\n---\nOn lit.\n"
)
TEXTS = {
    "recherche.md": "---\ntitle: Chercher\ndescription: Chercher.\n---\n```recherche\n```\n",
    "livret.md": "---\ntitle: Livret\ndescription: Tout.\n---\n```livret\n```\n",
    "sources.md": "---\ntitle: Sources\ndescription: Qui le dit.\n---\n```sources\n```\n",
    "en-clair.md": "---\ntitle: En clair\ndescription: Facile.\n---\n```en-clair\n```\n",
    "parcours/index.md": "---\ntitle: Parcours\ndescription: Lire.\n---\n```parcours\n```\n",
    "a-propos/traductions.md": "---\ntitle: Traductions\ndescription: Où elles en sont.\n---\n```traductions\n```\n",
    "a-propos/hors-ligne.md": "---\ntitle: Emporter\ndescription: Sans réseau.\n---\n```hors-ligne\n```\n",
    "bibliographie/un-livre.md": SOURCE.format(title="Un livre", id="livre"),
    "bibliographie/une-loi.md": SOURCE.format(title="Une loi", id="loi") + "Elle crée les conseils.\n",
    "bibliographie/un-guide.md": SOURCE.format(title="Un guide", id="guide"),
    "glossaire/cvs.md": TERM.format(
        title="CVS", more="developpe: conseil de la vie sociale\n", body="Un conseil où l'on parle.\n\nIl se réunit."
    ),
    "glossaire/gem.md": TERM.format(
        title="GEM", more="developpe: groupe d'entraide mutuelle\n", body="Un groupe [^un-guide]."
    ),
    "glossaire/msp.md": TERM.format(title="MSP", more="developpe: médiateur de santé-pair\n", body="Un métier."),
    "glossaire/msp-maison.md": TERM.format(title="MSP", more="developpe: maison de santé\n", body="Une maison."),
    "glossaire/usager.md": TERM.format(title="usager", more="voir: [cvs]\n", body="Une personne qui va au CVS."),
    "glossaire/personne.md": TERM.format(title="personne accompagnée", more="remplace: [usager]\n", body="On le dit."),
    "glossaire/seul.md": TERM.format(title="solitude", more="formes: [solitudes]\n", body="Être seul."),
    "glossaire/muet.md": TERM.format(title="silence", more="", body="Ne rien dire."),
    "histoire/evenements/loi.md": EVENT.format(
        title="Une loi", date=2002, track="participation", body="Elle crée le CVS [^une-loi].\n\n## Après\n\nRien."
    ),
    "histoire/evenements/charte.md": EVENT.format(title="Une charte", date=2003, track="travail-pair", body="Un GEM."),
    "histoire/evenements/crise.md": EVENT.format(title="Une crise", date="2008/2010", track="contexte", body="Loin."),
    "histoire/evenements/fin.md": EVENT.format(title="Une fin", date=2020, track="travail-pair", body="Une solitude."),
    "fiches/bonne-distance.md": SHEET.format(
        title="La bonne distance",
        section="similitudes",
        body="L'usager et le CVS [^un-livre].\n\n## Être deux\n\nUn MSP vient. Voyez [l'équipe](equipe.md#en-parler) "
        "et [le GEM](../glossaire/gem.md).",
    ),
    "fiches/equipe.md": SHEET.format(
        title="L'équipe", section="similitudes", body="La personne accompagnée.\n\n## En parler\n\nAu CVS, au GEM."
    ),
    "fiches/avenir.md": SHEET.format(title="L'avenir", section="similitudes", body="## Demain\n\nUne solitude."),
    "parcours/commencer.md": PATH,
}
ENGLISH = {
    "glossaire/cvs.en.md": "---\ntitle: CVS\ndeveloppe: social life council\ntraduit_de: 000000000000\n"
    "---\nA council.\n",
    "fiches/equipe.en.md": "---\ntitle: The team\ndescription: One.\nsimple: One. Two. Three.\n"
    "traduit_de: 000000000000\n---\n"
    "The CVS.\n\n## Talk\n\nMore.\n",
    "fiches/bonne-distance.en.md": "---\ntitle: Distance\ndescription: One.\nsimple: One. Two. Three.\n"
    "traduit_de: 000000000000\n---\nThe CVS.\n\n## Two\n\nSee [the team](equipe.en.md#en-parler).\n",
}
EDITS = 25


@pytest.fixture(scope="module")
def real() -> Project:
    """The real project, read once."""
    return replace(open_project(ROOT), ledger="")


@pytest.fixture(scope="module")
def small(real: Project) -> Project:
    """A small project in the real skin, with every kind of text."""
    docs = {path: raw for path, raw in real.docs.items() if path.startswith("vocabulaires/")}
    return replace(real, docs=docs | {path: text.encode() for path, text in (FRAME | TEXTS | ENGLISH).items()})


def told(session: Session, wanted: Session) -> list[str]:
    """The addresses whose pages are not those of a whole build."""
    assert session.pages.keys() == wanted.pages.keys()
    return [url for url in wanted.pages if session.page(url) != wanted.page(url)]


def edited(session: Session, author: Author, many: int) -> Iterator[tuple[str, Session]]:
    """The session after each edit; what cannot be published leaves it as it was."""
    docs = dict(session.site.project.docs)
    for name, edit in author.edits(docs, many):
        try:
            session = session.edit(edit)
        except ContentError:
            yield f"{name}, refused", session
            continue
        docs.clear()
        docs.update(session.site.project.docs)
        yield name, session


def test_after_any_edit_every_page_is_that_of_a_whole_build(small: Project):
    session = Session.open(small)
    for url in session.pages:
        session.page(url)
    done = []
    for name, session in edited(session, Author(1), EDITS):  # noqa: B020 - each session follows the last
        assert told(session, Session.open(session.site.project)) == [], name
        done.append(name)
    refused = [name for name in done if name.endswith("refused")]
    assert len(done) - len(refused) >= 0.7 * EDITS, refused


def test_the_real_pages_follow_their_edits(real: Project):
    session = Session.open(real)
    for url in list(session.pages)[::5]:
        session.page(url)
    for _, session in edited(session, Author(7), 8):  # noqa: B020
        session.page("")
    wanted = Session.open(session.site.project)
    assert session.pages.keys() == wanted.pages.keys()
    assert [url for url in list(wanted.pages)[::5] if session.page(url) != wanted.page(url)] == []


def test_links_and_references_follow_what_they_lead_to(small: Project):
    distance = ENGLISH["fiches/bonne-distance.en.md"] + "\nSee [the group](../glossaire/gem.md) [^un-livre].\n"
    session = Session.open(replace(small, docs=small.docs | {"fiches/bonne-distance.en.md": distance.encode()}))
    page = "en/fiches/bonne-distance/"
    french = session.page(page)
    translated = b"---\ntitle: group\ntraduit_de: 000000000000\n---\nA group.\n"
    title = b"---\ntitle: A book\ntraduit_de: 000000000000\n---\n"
    for edit in ({"glossaire/gem.en.md": translated}, {"bibliographie/un-livre.en.md": title}):
        session = session.edit(edit)
        assert session.page(page) != french, edit
        assert told(session, Session.open(session.site.project)) == [], edit
    session = session.edit({"glossaire/gem.en.md": None, "bibliographie/un-livre.en.md": None})
    assert session.page(page) == french


def test_a_broken_text_leaves_the_session_and_a_mended_one_shows(small: Project):
    session = Session.open(small)
    before = session.page("glossaire/cvs/")
    text = small.docs["glossaire/cvs.md"].decode()
    with pytest.raises(ContentError):
        session.edit({"glossaire/cvs.md": b"title: CVS\n"})
    assert session.page("glossaire/cvs/") == before
    mended = session.edit({"glossaire/cvs.md": text.replace("l'on parle", "l'on décide").encode()})
    assert told(mended, Session.open(mended.site.project)) == []
    assert told(mended.edit({"glossaire/cvs.md": text.encode()}), session) == []


def propose(session: Session, path: str, old: str, new: str) -> Proposal:
    """What one file with another word would do."""
    text = session.site.project.docs[path].decode()
    assert old in text
    return session.propose(path, text.replace(old, new, 1))


def test_a_proposal_says_its_mistakes_at_their_places(small: Project):
    proposal = propose(Session.open(small), "glossaire/usager.md", "voir: [cvs]", "voir: [cvz]")
    (problem,) = proposal.problems
    assert (problem.path, problem.line, problem.field) == ("docs/glossaire/usager.md", 3, "voir")
    assert proposal.session is None
    assert not proposal.changes


def test_a_proposal_shows_the_article_and_names_each_page_that_changes_as_words(small: Project):
    session = Session.open(small)
    proposal = propose(session, "glossaire/cvs.md", "où l'on parle", "où l'on décide")
    assert "décide" in proposal.article
    after = proposal.session
    assert after
    wanted = {url for url in session.pages if b"CVS</button>" in session.page(url) or url == "glossaire/cvs/"}
    changed = {change.url: change.words for change in proposal.changes}
    assert changed.keys() >= {url for url in wanted if not url.startswith("en/")}
    assert all(any("décide" in new for _, new in words) for words in changed.values()), changed
    assert changed.keys() == {url for url in session.pages if session.page(url) != after.page(url)}


def test_a_paragraph_that_no_other_page_shows_changes_one_page(small: Project):
    proposal = propose(Session.open(small), "glossaire/cvs.md", "Il se réunit.", "Il se réunit le lundi.")
    (change,) = proposal.changes
    assert (change.url, change.title, change.language) == ("glossaire/cvs/", "CVS", "fr")
    assert change.words == (("réunit.", "réunit le lundi."),)


def test_a_name_given_to_a_value_changes_the_pages_that_say_it(small: Project):
    path = "vocabulaires/pistes.yml"
    proposal = propose(Session.open(small), path, "fr: Participation", "fr: Prendre part")
    changed = {change.url for change in proposal.changes}
    assert {"histoire/", "histoire/evenements/loi/"} <= changed
    assert not any(url.startswith("en/") for url in changed)


def test_an_image_of_another_size_takes_its_room_wherever_it_is_shown(small: Project):
    sheet = TEXTS["fiches/avenir.md"].encode() + b"\n![Une porte](../porte.png)\n"
    files = {"porte.png": png(40, 20), "fiches/avenir.md": sheet}
    session = Session.open(replace(small, docs=small.docs | files))
    assert b'width="40"' in session.page("fiches/avenir/")
    after = session.edit({"porte.png": png(20, 40)})
    assert told(after, Session.open(after.site.project)) == [] and b'height="40"' in after.page("fiches/avenir/")


def test_a_proposal_asks_neither_the_disk_nor_the_clock_nor_the_network(
    small: Project, monkeypatch: pytest.MonkeyPatch
):
    session = Session.open(small)

    def refuse(*args: object, **kwargs: object) -> None:
        raise AssertionError("a proposal asked the world")

    for place, name in (
        *((builtins, "open"), (io, "open"), (os, "open"), (os, "stat"), (os, "listdir"), (os, "scandir")),
        *((Path, "read_bytes"), (Path, "read_text"), (Path, "exists"), (socket, "socket"), (socket, "getaddrinfo")),
        *((time, "time"), (time, "monotonic"), (time, "localtime"), (time, "gmtime")),
    ):
        monkeypatch.setattr(place, name, refuse)
    try:
        proposal = propose(session, "glossaire/cvs.md", "où l'on parle", "où l'on décide")
        wrong = session.propose("glossaire/cvs.md", "rien")
    finally:
        monkeypatch.undo()
    assert proposal.changes
    assert wrong.problems
