from pathlib import Path

from built import addresses, load, target

MAIN = ["/", "/en/", "/glossaire/cvs/", "/histoire/", "/aide/", "/fiches/bonne-distance/"]


def test_the_main_addresses_answer(site: Path):
    assert [address for address in MAIN if not load(site, address).all("h1")] == []


def test_every_link_inside_the_site_leads_to_a_page_or_a_file(site: Path):
    broken = [
        (address, link.attrs["href"])
        for address in addresses(site)
        for link in load(site, address).all("a")
        if not link.attrs.get("href", "").startswith(("http", "mailto:", "tel:", "sms:"))
        and not exists(site, target(address, link))
    ]
    assert not broken


def exists(site: Path, address: str) -> bool:
    file = site / address.lstrip("/")
    return (file / "index.html").exists() if address.endswith("/") else file.is_file()


def test_every_anchor_inside_a_page_exists(site: Path):
    missing = []
    for address in (one for one in addresses(site) if "/atelier/" not in one):  # whose script opens its own forms
        tree = load(site, address)
        ids = {node.attrs["id"] for node in tree.all() if "id" in node.attrs}
        missing += [
            (address, link.attrs["href"])
            for link in tree.all("a")
            if link.attrs.get("href", "").startswith("#") and link.attrs["href"][1:] not in ids
        ]
    assert not missing


def test_no_page_repeats_an_id(site: Path):
    for address in addresses(site):
        ids = [node.attrs["id"] for node in load(site, address).all() if "id" in node.attrs]
        assert len(ids) == len(set(ids)), address


def test_each_language_says_its_language_and_has_its_404_page(site: Path):
    for address in addresses(site):
        lang = "en" if address.startswith("/en/") else "fr"
        assert load(site, address).all("html")[0].attrs["lang"] == lang, address
    assert load(site, "/404.html").all("h1")[0].text == "Cette page n’existe pas"
    assert load(site, "/en/404.html").all("h1")[0].text == "This page does not exist"


def test_no_page_holds_an_inline_script_or_style(site: Path):
    for address in addresses(site):
        tree = load(site, address)
        assert not [node for node in tree.all("script") if "src" not in node.attrs], address
        assert not tree.all("style"), address
        assert not [node for node in tree.all() if "style" in node.attrs or any(a.startswith("on") for a in node.attrs)]


def test_help_is_one_link_away_from_every_page(site: Path):
    for address in addresses(site):
        help_page = "/en/aide/" if address.startswith("/en/") else "/aide/"
        links = {target(address, link) for link in load(site, address).all("a")}
        assert help_page in links, address


def test_a_shared_link_shows_the_title_and_a_picture_of_its_kind(site: Path):
    for address in addresses(site):
        shown = {
            meta.attrs["property"]: meta.attrs["content"]
            for meta in load(site, address).all("meta")
            if "property" in meta.attrs
        }
        if address.endswith(".html"):  # answers instead of another page
            continue
        picture = shown["og:image"].removeprefix("https://www.travail-pair.org/")
        assert (site / picture).read_bytes().startswith(b"\x89PNG"), address
        assert shown["og:url"] == f"https://www.travail-pair.org{address}"
        assert shown["og:title"] and shown["og:description"]


def test_the_accessibility_of_the_site_is_said_on_every_page(site: Path):
    for address in addresses(site):
        said = "Accessibility: not compliant" if address.startswith("/en/") else "Accessibilité : non conforme"
        assert said in load(site, address).all("footer")[0].text.replace("\xa0", " "), address


def test_every_image_of_a_text_keeps_its_room_before_it_comes(site: Path):
    images = [image for address in addresses(site) for image in load(site, address).all("main")[0].all("img")]
    assert images
    assert all({"alt", "width", "height"} <= set(image.attrs) for image in images)
