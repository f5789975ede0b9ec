"""What hosts, machines and lawyers read of a site: headers, security.txt, notices, tables that compute nothing."""

import csv
import io
from dataclasses import replace
from importlib.metadata import distribution

import pytest
from contents import REAL, project, site, write
from reperes import build
from reperes.output.exports import Imprint, texts
from reperes.output.hosting import headers, security

PLACE = ".well-known/security.txt"
DAY = "1764547200"


def publisher(contact: str) -> dict[str, dict[str, str]]:
    return {"publisher": {**REAL.settings.publisher, "contact": contact}}


def test_every_answer_keeps_other_sites_and_frames_out():
    asked = headers()
    assert asked["Cross-Origin-Resource-Policy"] == asked["Cross-Origin-Opener-Policy"] == "same-origin"
    assert asked["X-Frame-Options"] == "DENY" and asked["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("contact", "said"), [("https://a.org/nous", "https://a.org/nous"), ("nous@a.org", "mailto:nous@a.org")]
)
def test_whom_to_tell_of_a_weakness_is_said_for_a_year_once_the_contact_is_set(contact: str, said: str):
    told = security(contact, DAY, "https://www.a.org/", ("fr", "en"))
    assert told and told.contact == said and told.expires == "2026-12-01T00:00:00Z"
    assert told.canonical == "https://www.a.org/.well-known/security.txt"


@pytest.mark.parametrize(
    ("contact", "epoch"), [("", DAY), ("nous", DAY), ("javascript:x@y", DAY), ("nous@a.org", None)]
)
def test_nothing_is_promised_without_a_contact_or_a_day(contact: str, epoch: str | None):
    assert security(contact, epoch, "https://a.org/", ("fr",)) is None


def test_the_file_stands_where_it_is_looked_for_and_nowhere_while_the_contact_is_not_set():
    assert not [path for path in build.beside(site({})) if "security" in path]
    whole = build.make(replace(project({}, **publisher("nous@a.org")), epoch=DAY))
    assert build.beside(whole)[PLACE].decode() == (
        "Contact: mailto:nous@a.org\nExpires: 2026-12-01T00:00:00Z\nPreferred-Languages: fr, en\n"
        f"Canonical: {REAL.settings.site_url}{PLACE}\n"
    )


def test_the_notices_that_licences_ask_for_are_published_whole_and_the_legal_notice_leads_to_them():
    whole = site({"a-propos/mentions-legales.md": write("page", body="```mentions\n```\n")})
    text = build.beside(whole)["licences.txt"].decode()
    (licence,) = distribution("mkdocs-material").metadata.get_all("License-File") or ["LICENSE"]
    theirs = distribution("mkdocs-material").read_text(f"licenses/{licence}")
    assert theirs and theirs.strip() in text
    assert "Copyright (c) 2022 CloudCannon" in text and text.count("Permission is hereby granted") == 2
    drawn = build.draw(whole, whole.editions["fr"], whole.editions["fr"].catalogue.pages["a-propos/mentions-legales"])
    assert b'href="../../licences.txt"' in drawn


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_a_table_computes_nothing_whatever_separates_its_cells(separator: str):
    title = f'"x{separator}=1+1{separator} @a, ＝b"' if separator != "\t" else "x,=1+1"
    files = {"glossaire/x.md": write("term", f"title: {title}", "formes: [-yak, zèbre]", body="Un mot, -1 ;+2\n=3.\n")}
    edition = site(files).editions["fr"]
    raw = texts(edition, Imprint("https://a.org/", None, None))["glossaire.csv"].decode("utf-8-sig")
    for row in csv.reader(io.StringIO(raw), delimiter=separator, quoting=csv.QUOTE_NONE):
        assert not [cell for cell in row if cell.strip().strip('"').startswith(tuple("=+-@＝＋－＠"))], row
