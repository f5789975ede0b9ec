"""What is said aloud of a small site, phrase by phrase: golden files that a virtual screen reader wrote.

To accept new phrases, remove a file of tests/spoken/, run the test, and read what it wrote before committing it.
Real screen readers say more (states, relations, languages): tests/spoken/README.md says how to listen to one.
"""

from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from conftest import Handler, build, small_project
from engines import VOICE, AbsentError, package
from playwright.sync_api import Browser, Route

GOLDEN = Path(__file__).parent.parent / "spoken"
LISTS = {
    "dessins": "mur: {fr: Un mur, en: A wall, traits: {encre: M4 4h8v8h-8z}}\n",
    "domaines": "participation: {fr: Participation, en: Participation}\n"
    "travail-pair: {fr: Travail pair, en: Peer work}\n",
    "genres": "loi: {fr: Lois, en: Laws}\nrecherche: {fr: Recherche, en: Research}\n",
    "lieux": "FR: {fr: France, en: France}\n",
    "niveaux": "local: {fr: Sur place, en: Local}\n",
    "periodes": '"../1999": {fr: Avant 2000, en: Before 2000}\n"2000/..": {fr: Depuis 2000, en: Since 2000}\n',
    "pistes": "participation: {fr: Participation, en: Participation}\ntravail-pair: {fr: Travail pair, en: Peer work}\n"
    "contexte: {fr: Contexte, en: Context, fond: true}\n",
    "rubriques": "similitudes: {fr: Ce qui les rapproche, en: What they share}\n",
    "types": "loi: {fr: Loi, en: Law}\n",
}
PAGES = {f"vocabulaires/{name}.yml": text for name, text in LISTS.items()} | {
    "bibliographie/loi.md": """---
title: La loi
genre: loi
url: https://www.legifrance.gouv.fr/
---
""",
    "bibliographie/etude.md": """---
title: Une étude
genre: recherche
---
""",
    "glossaire/cvs.md": """---
title: CVS
developpe: conseil de la vie sociale
domaines: [participation]
sources: [loi]
revu: 2026-11
---
Le CVS réunit les personnes accueillies. Il suit la [loi](../histoire/evenements/loi.md).
""",
    "glossaire/pair.md": """---
title: travailleur pair
formes: [travailleuse paire]
domaines: [travail-pair]
sources: [etude]
revu: 2026-11
---
Un travailleur pair a vécu ce que vivent les autres.
""",
    "histoire/evenements/loi.md": """---
title: La loi crée le CVS
date: 2002-01-02
pistes: [participation]
type: loi
sources: [loi]
revu: 2026-11
---
Une loi crée le CVS.
""",
    "histoire/evenements/pair.md": """---
title: Un premier travailleur pair
date: 1990
pistes: [travail-pair]
sources: [etude]
revu: 2026-11
---
Un travailleur pair est embauché.
""",
    "fiches/siege.md": """---
title: Siéger sans être seul
description: Comment siéger.
simple: On siège à deux. On prépare avant. On en parle après.
rubrique: similitudes
sources: [etude]
revu: 2026-11
---
Au CVS, un travailleur pair accompagne. Le CVS écoute le travailleur pair.

## Après

Le CVS répond[^etude].
""",
    "comparer.md": """---
title: Comparer
description: Deux colonnes.
---
| | Participation | Travail pair |
|---|---|---|
| Qui | Des personnes accueillies | Des personnes salariées |
""",
    "recherche.md": "---\ntitle: Rechercher\ndescription: Chercher.\n---\n```recherche\n```\n",
}
SPOKEN = {
    "fiche": "/fiches/siege/",
    "mot": "/glossaire/cvs/",
    "histoire": "/histoire/",
    "glossaire": "/glossaire/",
    "recherche": "/recherche/",
    "comparaison": "/comparer/",
}
READ = """async () => {
  const { virtual } = await import("/voice.js");
  await virtual.start({ container: document.querySelector("main") });
  for (let n = 0; n < 500 && (await virtual.lastSpokenPhrase()) !== "end of main"; n++) await virtual.next();
  const said = await virtual.spokenPhraseLog();
  await virtual.stop();
  return said;
}"""


@pytest.fixture(scope="module")
def voice() -> str:
    """The virtual screen reader, as a module for browsers."""
    try:
        return (package(*VOICE) / "lib/esm/index.browser.js").read_text("utf-8")
    except AbsentError as missing:
        pytest.skip(f"voix absente, phrases non vérifiées : {missing}")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a small site is served, without a final slash."""
    root = small_project(tmp_path_factory.mktemp("spoken"), **PAGES)
    done = build(root / "site", root / "mkdocs.yml")
    assert done.returncode == 0, done.stderr
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(root / "site")))
    server.daemon_threads = True
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.xdist_group("spoken")
@pytest.mark.parametrize("name", SPOKEN)
def test_each_kind_of_page_is_said_as_it_was_agreed(browser: Browser, small: str, voice: str, name: str):
    context = browser.new_context(viewport={"width": 360, "height": 740}, reduced_motion="reduce")
    page = context.new_page()

    def answer(route: Route) -> None:
        route.fulfill(body=voice, content_type="text/javascript")

    page.route("**/voice.js", answer)
    page.goto(small + SPOKEN[name])
    page.wait_for_timeout(600)  # counts are said after a pause
    said = "\n".join(page.evaluate(READ)) + "\n"
    context.close()
    golden = GOLDEN / f"{name}.txt"
    if not golden.exists():
        golden.write_text(said, "utf-8")
        pytest.fail(f"{golden.name} vient d'être écrit : relisez-le")
    assert said == golden.read_text("utf-8")


def test_a_word_or_a_number_in_a_sentence_costs_the_ear_no_more_than_a_link():
    sheet = (GOLDEN / "fiche.txt").read_text("utf-8")
    assert "link, travailleur pair" in sheet and "link, source 1" in sheet
    assert sheet.count("button") == sheet.count("button, Imprimer")
    assert not [noise for noise in ("expanded", "collapsed", "details") if noise in sheet]


def test_an_event_is_a_heading_that_begins_with_its_date_and_a_letter_is_no_region():
    history, glossary = ((GOLDEN / f"{name}.txt").read_text("utf-8") for name in ("histoire", "glossaire"))
    assert "heading, 1990 Un premier travailleur pair" in history
    assert "region" not in glossary and "status" not in glossary
