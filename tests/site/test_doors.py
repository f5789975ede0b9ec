"""The ways in from every page to those who write it, with a forge and without."""

import json
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from built import addresses, load, target
from conftest import ROOT, build, small_project, write
from contents import REAL
from reperes.build import read as build_read
from reperes.views.edit_links import LONGEST, ForgeError, forge

FORGE = "https://github.com/exemple/reperes"
TITLES = [  # what an address or a form could take for something else
    "CVS",
    "a & b = c # d ? e / f % 20",
    "</a><script>window.hacked=1</script>",
    '" onmouseover="x',
    "' onmouseover='x",
    "&template=autre.yml&assignees=x",
    "%22%3E%3Cscript%3E",
    "javascript:x",
    "{forge} {0} {title.__class__}",
    "الإدماج 😀 œuvre",
    "x" * 3000,
]
FORMS = ROOT / ".github/ISSUE_TEMPLATE"


def doors(site: Path, address: str) -> dict[str, str]:
    """The doors of a page: what each says, and where it leads."""
    return {
        link.text: link.attrs["href"] for nav in load(site, address).all("nav", class_="doors") for link in nav.all("a")
    }


def test_without_a_forge_every_door_leads_to_the_page_where_to_write(site: Path):
    for address in addresses(site):
        if address.endswith(".html"):
            continue
        workshop = "/en/atelier/" if address.startswith("/en/") else "/atelier/"
        found = [link for nav in load(site, address).all("nav", class_="doors") for link in nav.all("a")]
        assert found and {urlsplit(target(address, link)).path for link in found} == {workshop}, address
        asked = parse_qs(urlsplit(found[0].attrs["href"]).query)["page"]
        assert len(asked) == 1 and (ROOT / "docs" / asked[0]).is_file(), address


def test_the_glossary_has_one_more_door(site: Path):
    for address in ("/glossaire/", "/glossaire/cvs/"):
        assert list(doors(site, address)) == ["Proposer une correction", "Proposer un mot"]
    assert "Suggest a word" in doors(site, "/en/glossaire/cvs/")
    assert "Proposer un mot" not in doors(site, "/fiches/bonne-distance/")


@pytest.fixture(scope="module")
def forged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with a forge, and the titles of the attacks."""
    root = small_project(tmp_path_factory.mktemp("forged"))
    settings = (root / "mkdocs.yml").read_text("utf-8")
    write(root / "mkdocs.yml", settings.replace('forge: ""', f"forge: {FORGE}"))
    for number, text in enumerate(TITLES):
        title = json.dumps(text, ensure_ascii=False)
        head = f"title: {title}\ndeveloppe: x\nsources: [un-livre]\nrevu: 2026-11"
        write(root / f"docs/glossaire/a{number}.md", f"---\n{head}\n---\nUn texte.\n")
    done = build(root / "site", root / "mkdocs.yml")
    assert done.returncode == 0, done.stderr
    return root / "site"


def test_the_form_to_report_a_mistake_knows_the_page_and_its_title(forged: Path):
    for number, title in enumerate(TITLES):
        asked = urlsplit(doors(forged, f"/glossaire/a{number}/")["Signaler une erreur"])
        query = parse_qs(asked.query, strict_parsing=True)
        assert f"{asked.scheme}://{asked.netloc}{asked.path}" == f"{FORGE}/issues/new" and not asked.fragment
        assert query["title"] == [f"Erreur : {title[:LONGEST]}"]
        assert query["page"] == [f"https://www.travail-pair.org/glossaire/a{number}/"]
        assert query["template"] == ["erreur.yml"]


def test_the_editor_opens_the_file_of_the_language_that_one_reads(forged: Path):
    assert doors(forged, "/aide/")["Modifier cette page"] == f"{FORGE}/edit/main/docs/aide.md"
    assert doors(forged, "/en/aide/")["Edit this page"] == f"{FORGE}/edit/main/docs/aide.en.md"


def test_every_parameter_of_an_address_is_a_field_of_its_form(forged: Path):
    for label in ("Signaler une erreur", "Proposer un mot"):
        query = parse_qs(urlsplit(doors(forged, "/glossaire/")[label]).query)
        form = yaml.safe_load((FORMS / query.pop("template")[0]).read_text("utf-8"))
        assert set(query) - {"title"} <= {part["id"] for part in form["body"] if "id" in part}


def test_the_form_for_a_word_offers_the_fields_of_the_glossary():
    form = yaml.safe_load((FORMS / "mot.yml").read_text("utf-8"))
    (choice,) = (part for part in form["body"] if part["type"] == "dropdown")
    assert choice["attributes"]["options"] == [
        said["fr"] for said in build_read(REAL).vocabularies.values["domaines"].values()
    ]


@pytest.mark.parametrize(
    ("url", "edit"),
    [
        ("https://github.com/a/b/", "https://github.com/a/b/edit/main/docs/x.md"),
        ("https://framagit.org/a/b", "https://framagit.org/a/b/-/edit/main/docs/x.md"),
        ("https://gitlab.exemple.fr/a/b", "https://gitlab.exemple.fr/a/b/-/edit/main/docs/x.md"),
        ("https://codeberg.org/a/b", "https://codeberg.org/a/b/_edit/main/docs/x.md"),
    ],
)
def test_each_kind_of_forge_has_its_own_addresses(url: str, edit: str):
    home = forge(url)
    assert home and home.edit.format(forge=home.url, path="docs/x.md") == edit


@pytest.mark.parametrize(
    "url", ["github.com/a/b", "http://github.com/a/b", "javascript:github", "https://exemple.org/a", "https://[github"]
)
def test_an_address_that_is_no_forge_is_refused_with_its_cure(url: str):
    with pytest.raises(ForgeError, match="n'est pas une forge connue ; écrivez l'adresse https d'un dépôt"):
        forge(url)
