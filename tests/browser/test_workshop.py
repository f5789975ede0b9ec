"""The atelier: from a page to a message that is ready, by keyboard, on a telephone; and files that keep their bytes."""

import io
import json
import re
import threading
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import imagesize
import pytest
from axe import VIEWS, examine
from check.corpus import camera
from conftest import ROOT, Handler, build, small_project, write
from contents import REAL, real_library
from playwright.sync_api import Browser, Page, expect
from reperes.build import read as build_read
from reperes.check.files import held, tells_place
from reperes.editors import received

WORDS = re.compile(r"\b(the|and|your|file|page to|with|copy|send|draft|back|add|choose|remove|required)\b", re.I)
ANSWERS = ("Une phrase.", "Un texte de loi.", "Pas encore.", "Non.")


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A page on a telephone, whose requests to other hosts and breaches of the policy are counted."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.faults = []  # type: ignore[attr-defined]
    page.on("console", lambda said: said.type == "error" and page.faults.append(said.text))  # type: ignore[attr-defined]
    page.on("pageerror", lambda error: page.faults.append(str(error)))  # type: ignore[attr-defined]
    yield page
    assert page.faults == []  # type: ignore[attr-defined]
    context.close()


def reach(page: Page, query: str) -> None:
    """Go to a control by the Tab key alone."""
    for _ in range(150):
        if page.evaluate("query => document.activeElement.matches(query)", query):
            return
        page.keyboard.press("Tab")
    raise AssertionError(query)


def enter(page: Page, address: str, task: str) -> None:
    """From a page, by its door, into a task."""
    page.goto(address)
    reach(page, f".doors a[href*='#{task}']")
    page.keyboard.press("Enter")
    heading = page.locator(f"[data-panel={'edit' if task == 'corriger' else task}] h2")
    expect(heading).to_be_focused()
    assert heading.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"


def tick(page: Page, query: str) -> None:
    """Choose the first box of a field."""
    reach(page, f"{query} input")
    page.keyboard.press("Space")


def type_in(page: Page, **fields: str) -> None:
    """Fill fields one after the other, by their ids."""
    for name, said in fields.items():
        reach(page, f"#{name.replace('_', '-')}")
        page.keyboard.type(said)


def at_start(page: Page, said: str) -> None:
    """Type at the start of the text."""
    reach(page, "#edit-body")
    page.keyboard.press("Control+Home")
    page.keyboard.type(said)


def answer(page: Page) -> None:
    """The four questions, then the button."""
    for number, said in enumerate(ANSWERS, 1):
        reach(page, f"#question-{number}")
        page.keyboard.type(said)
    reach(page, "[data-panel]:not([hidden]) [data-part=questions] button.main")
    page.keyboard.press("Enter")


def checked(page: Page) -> str:
    """The message of a proposal that is ready: nothing English, nothing axe finds, nothing wider than the screen."""
    expect(page.locator("[data-panel=ready]")).to_be_visible()
    message = str(page.locator("[data-panel=ready] .message").text_content())
    seen = page.evaluate("document.querySelector('.workshop').innerText")
    assert not WORDS.search(seen), seen
    assert examine(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    return message


def files(message: str, docs: Path = ROOT / "docs") -> dict[str, str]:
    """What `scripts/receive` makes of a message."""

    def known(path: str) -> bytes | None:
        file = docs.parent / path
        return file.read_bytes() if file.exists() else None

    proposal = received.read(message.encode(), known)
    return {path: raw.decode() for path, raw in proposal.files.items()}


def test_a_sentence_is_corrected_from_its_page_by_keyboard_in_three_screens(phone: Page, address: str):
    enter(phone, f"{address}/glossaire/cvs/", "corriger")
    assert examine(phone) == []
    at_start(phone, "Bonjour. ")
    answer(phone)
    message = checked(phone)
    before = (ROOT / "docs/glossaire/cvs.md").read_text("utf-8")
    ((path, after),) = files(message).items()
    assert path == "docs/glossaire/cvs.md"
    changed = [pair for pair in zip(before.split("\n"), after.split("\n"), strict=True) if pair[0] != pair[1]]
    assert changed == [(changed[0][0], f"Bonjour. {changed[0][0]}")]
    assert all(said in message for said in ANSWERS)


def test_a_word_is_added_by_keyboard_with_a_new_source(phone: Page, address: str):
    enter(phone, f"{address}/glossaire/cvs/", "mot")
    type_in(phone, mot_title="Mot d'essai : un", mot_simple="Une phrase courte.\nUne autre phrase.")
    tick(phone, "[data-panel=mot] [data-key=domaines]")
    type_in(phone, mot_body="Un mot pour cet essai, dit simplement.")
    reach(phone, "[data-panel=mot] [data-part=source] summary")
    phone.keyboard.press("Enter")
    type_in(phone, mot_source_title="Un rapport d'essai")
    tick(phone, "[data-panel=mot] [data-part=source] [data-key=genre]")
    answer(phone)
    made = files(checked(phone))
    assert list(made) == ["docs/glossaire/mot-d-essai-un.md", "docs/bibliographie/un-rapport-d-essai.md"]
    assert "sources: [un-rapport-d-essai]" in made["docs/glossaire/mot-d-essai-un.md"]
    assert right(made)


def test_a_date_is_added_by_keyboard(phone: Page, address: str):
    enter(phone, f"{address}/histoire/evenements/ccpa/", "date")
    type_in(phone, date_title="Ouverture d'un lieu d'essai")
    reach(phone, "[data-panel=date] [data-key=date] [type=radio]")
    for _ in range(3):
        phone.keyboard.press("ArrowDown")
    reach(phone, "[data-panel=date] [data-key=date] [data-part=year]")
    phone.keyboard.type("1984")
    tick(phone, "[data-panel=date] [data-key=pistes]")
    type_in(phone, date_body="Un lieu ouvre, pour cet essai.")
    reach(phone, "#date-sources")
    title = phone.locator("#known-source option").first.get_attribute("value")
    phone.keyboard.type(str(title))
    phone.keyboard.press("Escape")
    phone.keyboard.press("Enter")
    answer(phone)
    made = files(checked(phone))
    ((path, text),) = made.items()
    assert path == "docs/histoire/evenements/ouverture-d-un-lieu-d-essai.md" and 'date: "1984~"' in text
    assert right(made)


def test_a_translation_is_corrected_beside_the_french_text(phone: Page, address: str):
    phone.goto(f"{address}/atelier/?page=glossaire/cvs.md#traduire")
    expect(phone.locator("[data-panel=edit]")).to_be_visible()
    at_start(phone, "Well. ")
    answer(phone)
    message = str(phone.locator("[data-panel=ready] .message").text_content())
    ((path, text),) = files(message).items()
    assert path == "docs/glossaire/cvs.en.md" and "\nWell. " in text


def test_a_page_is_translated_for_the_first_time(phone: Page, address: str):
    def without(route):  # as if nobody had translated it
        names = route.fetch().json()
        names["glossaire/cvs.md"] = names["glossaire/cvs.md"][:1]
        route.fulfill(json=names)

    phone.route("**/noms.fr.json", without)
    phone.goto(f"{address}/atelier/?page=glossaire/cvs.md#traduire")
    expect(phone.locator("[data-panel=edit]")).to_be_visible()
    reach(phone, "#edit-body")
    phone.keyboard.press("Control+A")
    phone.keyboard.type("A council of residents.")
    type_in(phone, edit_title="CVS", edit_simple="It is a council.\nResidents sit in it.")
    answer(phone)
    message = str(phone.locator("[data-panel=ready] .message").text_content())
    assert "fichier: docs/glossaire/cvs.en.md" in message and "traduit_de: 000000000000" in message
    assert "+simple: >-\n+  It is a council.\n" in message


KEPT = """async path => {
  const registration = await navigator.serviceWorker.getRegistration();
  const found = await caches.match(path);
  return Boolean(found && registration?.active);
}"""


def test_after_a_first_visit_a_text_is_corrected_without_a_network(phone: Page, address: str):
    asked = f"{address}/atelier/?page=glossaire/cvs.md#corriger"
    phone.goto(asked)
    for _ in range(100):  # what is awaited is in the browser's store, not in the page
        if phone.evaluate(KEPT, f"{address}/atelier/textes/glossaire/cvs.md"):
            break
        phone.wait_for_timeout(100)
    phone.context.set_offline(True)
    phone.goto("about:blank")
    phone.goto(asked)
    at_start(phone, "Bonjour. ")
    answer(phone)
    ((path, text),) = files(checked(phone)).items()
    assert path == "docs/glossaire/cvs.md" and "\nBonjour. " in text


PICTURE = """async () => {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [3000, 2000];
  canvas.getContext("2d").fillRect(0, 0, 900, 900);
  const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg"));
  return [...new Uint8Array(await blob.arrayBuffer())];
}"""


def test_an_image_is_made_small_says_no_place_and_is_given_as_a_file(phone: Page, address: str):
    phone.goto(f"{address}/atelier/?page=glossaire/cvs.md#corriger")
    phone.locator("[data-panel=edit] [data-tool=image]").click()
    photo = bytes(phone.evaluate(PICTURE))
    data = camera()
    photo = photo[:2] + b"\xff\xe1" + (len(data) + 8).to_bytes(2, "big") + b"Exif\0\0" + data + photo[2:]
    assert tells_place(photo)
    wrong, add = phone.locator("[data-panel=edit] [data-part=picture-wrong]"), "[data-panel=edit] [data-act=picture]"
    for name, raw, said in (
        ("p.heic", b"x", "presque aucun navigateur ne montre les images .heic"),
        ("p.zip", b"x", "on ne publie pas de fichier « .zip »"),
        ("p.jpg", b"x", "l'image est abîmée"),
        ("Ma photo.JPG", photo, ""),
    ):
        phone.set_input_files("#edit-body-picture", files=[{"name": name, "mimeType": "", "buffer": raw}])
        phone.locator("#edit-body-seen").fill("Une porte ouverte")
        phone.locator(add).click()
        if said:
            expect(wrong).to_contain_text(re.compile(re.escape(said).replace("'", "['’]")))
    expect(phone.locator("#edit-body")).to_have_value(
        re.compile(r"!\[Une porte ouverte\]\(\.\./images/ma-photo\.webp\)")
    )
    answer(phone)
    assert re.search(r"Image jointe\s: ma-photo\.webp", checked(phone))
    with phone.expect_download() as download:
        phone.locator("[data-part=pictures] a").click()
    made = Path(download.value.path()).read_bytes()
    assert list(held("images/ma-photo.webp", made)) == [] and imagesize.get(io.BytesIO(made)) == (1600, 1067)


def right(made: dict[str, str]) -> bool:
    """Whether the check of the project accepts some new files."""
    docs = {**REAL.docs, **{path.removeprefix("docs/"): text.encode() for path, text in made.items()}}
    found = build_read(replace(REAL, docs=docs), real_library()).problems
    assert found == (), "\n".join(map(str, found))
    return True


def test_what_is_wrong_is_said_in_the_words_of_the_model_and_the_draft_stays(phone: Page, address: str):
    phone.goto(f"{address}/atelier/#mot")
    expect(phone.locator("[data-panel=mot]")).to_be_visible()
    phone.locator("#mot-title").fill("x" * 401)
    phone.locator("[data-panel=mot] button.main").click()
    said = phone.locator("[data-panel=mot] div.wrong").inner_text()
    for sentence in ("le texte a plus de 400 signes", "aucune source", "il n'y a pas de texte"):
        assert sentence in said.replace("\u2019", "'")
    assert examine(phone) == []
    phone.locator("#mot-title").fill("Un brouillon")
    phone.reload()
    expect(phone.locator("#mot-title")).to_have_value("Un brouillon")
    assert "reste sur cet appareil" in phone.locator(".kept").inner_text()
    phone.locator("[data-act=erase]").click()
    expect(phone.locator("#mot-title")).to_have_value("")
    assert phone.evaluate("localStorage.length") == 0


def test_the_preview_makes_no_element_of_what_is_typed(phone: Page, address: str):
    phone.goto(f"{address}/atelier/#mot")
    phone.locator("#mot-body").fill(
        "## Un <img src=x onerror=alert(1)>\n\n<script>window.hacked=1</script> **gras** [x](javascript:y)\n\n"
        "- un\n- deux"
    )
    phone.locator("[data-panel=mot] [data-part=preview] summary").click()
    shown = phone.locator("[data-panel=mot] .shown")
    expect(shown.locator("li")).to_have_count(2)
    assert shown.locator("img, script, a").count() == 0 and phone.evaluate("window.hacked === undefined")


@pytest.mark.parametrize(
    ("place", "view"),
    [
        ("/atelier/", VIEWS[0]),
        ("/en/atelier/", VIEWS[1]),
        ("/atelier/#corriger", VIEWS[2]),
        ("/atelier/#mot", VIEWS[3]),
        ("/atelier/#date", VIEWS[1]),
        ("/atelier/#fiche", VIEWS[0]),
        ("/atelier/#fiche", VIEWS[3]),
        ("/atelier/?page=%3Cscript%3E#corriger", VIEWS[0]),
    ],
)
def test_axe_finds_no_fault_in_any_form(browser: Browser, address: str, place: str, view: tuple[int, str]):
    width, scheme = view
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce"
    )  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(address + place)
    expect(page.locator(".workshop")).to_be_visible()
    expect(page.locator("[data-panel]:not([hidden])")).to_have_count(1)
    assert examine(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


def test_without_a_script_the_questions_and_the_place_to_write_are_there(browser: Browser, address: str):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{address}/atelier/?page=glossaire/cvs.md#corriger")
    text = page.locator("main").inner_text().replace("\u2019", "'")
    assert all(said in text for said in ("Page à corriger", "Qu'est-ce qui change", "Où écrire"))
    assert not page.locator(".workshop").is_visible()
    context.close()


SCRIPT = """async ({ address, texts }) => {
  const file = await import(address);
  const keys = ["title", "developpe", "description", "simple", "date_texte"];
  return texts.map((text) => {
    const parts = file.open(text);
    if (!parts) return { same: false };
    const held = file.values(parts.head, keys);
    const body = file.shown(parts.core);
    const same = file.close(parts, body, held) === text;
    const word = /\\p{L}{4,}/u.exec(body);
    const typed = word && body.slice(0, word.index) + "Changé" + body.slice(word.index + word[0].length);
    const other = word ? file.close(parts, typed, held) : "";
    const put = (key, value) => (held[key] === undefined ? "" : file.close(parts, body, { ...held, [key]: value() }));
    const title = put("title", () => held.title + " bis");
    const simple = put("simple", () => held.simple.replace(/\\S+/, "Changé"));
    return { same, other, title, simple, crc: file.print(text), block: other && file.difference(text, other) };
  });
}"""


def lines(before: str, after: str) -> int:
    """How many lines differ; -1 when the files have not as many."""
    one, other = before.split("\n"), after.split("\n")
    return -1 if len(one) != len(other) else sum(a != b for a, b in zip(one, other, strict=True))


def test_every_text_opened_and_closed_keeps_its_bytes_and_a_word_changed_is_a_line_changed(page: Page, address: str):
    page.goto(f"{address}/atelier/")
    paths = sorted((ROOT / "docs").rglob("*.md"))
    texts = [path.read_bytes().decode("utf-8") for path in paths]
    texts += [text.replace("\n", "\r\n") for text in texts[:50]] + ["\ufeff" + texts[0], texts[1].rstrip("\n")]
    found = page.evaluate(SCRIPT, {"address": f"{address}/assets/reperes/atelier/file.js", "texts": texts})
    assert [path for path, one in zip([*paths, *range(52)], found, strict=True) if not one["same"]] == []
    counts = {"other": 0, "title": 0, "simple": 0}
    for text, one in zip(texts, found, strict=True):
        for part in counts:
            if one[part]:
                counts[part] += 1
                assert lines(text, one[part]) == 1, (part, json.dumps(text[:200]))
        assert one["crc"] == received.fingerprint(text)
        if one["other"] and "\r" not in text:
            assert received.patched(text, one["block"]) == one["other"]
    assert len(paths) > 900 and counts["other"] > 600 and counts["title"] > 900 and counts["simple"] > 300, counts


FORGES = {
    "github": "https://github.com/exemple/reperes",
    "gitlab": "https://gitlab.com/exemple/reperes",
    "forgejo": "https://codeberg.org/exemple/reperes",
}


@pytest.fixture(scope="module", params=FORGES)
def forged(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str, Path]]:
    """A small site with a contact and a forge: the kind of forge, where it is served, its project."""
    root = small_project(tmp_path_factory.mktemp("forged"))
    for page in ("atelier.md", "atelier.en.md"):
        write(root / "docs" / page, (ROOT / "docs" / page).read_text("utf-8"))
    write(root / "docs/a-propos/hors-ligne.md", "---\ntitle: Emporter\ndescription: Sans réseau.\n---\nUn texte.\n")
    settings = (root / "mkdocs.yml").read_text("utf-8")
    settings = settings.replace('forge: ""', f"forge: {FORGES[request.param]}").replace(
        'contact: ""', "contact: ecrire@exemple.org"
    )
    write(root / "mkdocs.yml", settings)
    done = build(root / "site", root / "mkdocs.yml")
    assert done.returncode == 0, done.stderr
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(root / "site")))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield request.param, f"http://127.0.0.1:{server.server_port}", root
    server.shutdown()
    server.server_close()


def proposed(page: Page, address: str, body: str) -> None:
    """A word proposed, ready to be sent."""
    page.goto(f"{address}/atelier/#mot")
    page.locator("#mot-title").fill("Essai")
    page.locator("#mot-body").fill(body)
    for number, said in enumerate(ANSWERS, 1):
        page.locator(f"#question-{number}").fill(said)
    page.locator("[data-panel=mot] button.main").click()
    expect(page.locator("[data-panel=ready]")).to_be_visible()


def test_the_ways_out_take_what_each_can_carry(phone: Page, forged: tuple[str, str, Path]):
    kind, address, root = forged
    proposed(phone, address, "Un mot court[^un-livre].")
    ready = phone.locator("[data-panel=ready]")
    assert (
        ready.locator(".ways > li").count() == 4
        and ready.locator(".ways [data-way]").first.get_attribute("data-way") == "mail"
    )
    mail = urlsplit(str(ready.locator("[data-way=mail]").get_attribute("href")))
    assert (mail.scheme, mail.path) == ("mailto", "ecrire@exemple.org")
    sent = parse_qs(mail.query)["body"][0]
    assert len(sent) <= 1800 and "\r\n" in sent
    made = files(sent, root / "docs")
    assert list(made) == ["docs/glossaire/essai.md"]
    with phone.expect_download() as download:
        ready.locator("[data-way=file]").click()
    assert download.value.suggested_filename == "proposition-essai.txt"
    assert files(Path(download.value.path()).read_text("utf-8"), root / "docs") == made
    link = str(ready.locator("[data-way=forge]").get_attribute("href"))
    assert link.startswith(FORGES[kind]) and ready.locator("[data-part=paste]").is_visible() == (kind == "gitlab")
    if kind != "gitlab":
        assert made["docs/glossaire/essai.md"] in unquote(link) and "essai.md" in link


def test_what_is_too_long_for_a_link_is_a_file(phone: Page, forged: tuple[str, str, Path]):
    _, address, root = forged
    proposed(phone, address, "Un mot long, é à è[^un-livre]. " * 300)
    ready = phone.locator("[data-panel=ready]")
    sent = parse_qs(urlsplit(str(ready.locator("[data-way=mail]").get_attribute("href"))).query)["body"][0]
    assert "joint" in sent and received.START not in sent and ready.locator("[data-part=long]").is_visible()
    assert ready.locator("[data-part=paste]").is_visible()
    assert len(str(ready.locator("[data-way=forge]").get_attribute("href"))) < 200
    assert list(files(str(ready.locator(".message").text_content()), root / "docs")) == ["docs/glossaire/essai.md"]
    assert examine(phone) == []
