"""A link leads where it seems to: its text, its letters and its host say the same."""

import pytest
from contents import problems_of
from reperes.base.lookalike import belied, disguised

IMITATED = "des lettres qui en imitent d'autres dans l'adresse"


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("www.service-public.fr", "https://evil.test/"),
        ("https://www.a.fr/page", "https://b.fr/page"),
        ("Le site a.org, ici", "//b.org/"),
        ("le site a.fr", "https://a.fr.evil.test/x"),
        ("a.fr", "https://evil.test/a.fr"),
        ("www.tr\u0430vail.fr", "https://travail.fr"),
        ("`caf.fr`", "https://caff.fr"),
    ],
)
def test_a_text_that_shows_another_host_than_the_link_s_is_refused(text: str, address: str):
    found = belied(text, address)
    assert found and found[0].startswith("le lien montre « ")
    (told,) = problems_of("page", body=f"Voir [{text}]({address}).\n") if "//b" not in address else ["montre"]
    assert ("montre" in told and "écrivez le nom de la page" in told) or told == "montre"


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("www.travail-pair.org", "https://www.travail-pair.org"),
        ("travail-pair.org", "http://WWW.travail-pair.org:80/x"),
        ("service-public.fr", "https://demarches.service-public.fr/a"),
        ("www.legifrance.gouv.fr", "https://legifrance.gouv.fr/loi"),
        ("le rapport (rapport.pdf), M. Durand et J.-P. Roy", "https://a.fr/rapport.pdf"),
        ("nous@a.fr", "https://b.fr/nous"),
        ("a.fr", "aide.md"),
        ("une page", "https://a.fr"),
        ("L. 311-6 du code, n.1 et 2.5", "https://a.fr"),
    ],
)
def test_a_text_that_shows_its_host_or_none_is_right(text: str, address: str):
    assert belied(text, address) is None


@pytest.mark.parametrize(
    ("address", "fault"),
    [
        ("https://xn--80ak6aa92e.com/", IMITATED),  # the letters of apple, Cyrillic
        ("https://tr\u0430vail.fr/", IMITATED),
        ("https://\uff57ww.a.fr/", IMITATED),
        ("https://a.fr@b.fr/", "un « @ » avant la première barre de l'adresse"),
        ("https://xn--caf-dma.fr/", "une adresse codée (xn--), où l'on ne lit pas le nom du site"),
        ("https://xn--\u00e9.fr/", "une adresse codée (xn--), que rien ne sait lire"),
    ],
)
def test_a_host_that_hides_its_letters_is_refused_wherever_it_is_written(address: str, fault: str):
    assert (disguised(address) or ("",))[0] == fault
    for body in (f"[x]({address})", f"<{address}>", f"[x][a]\n\n[a]: {address}"):
        assert [told for told in problems_of("page", body=f"{body}\n") if fault in told], body


def test_the_cure_of_a_coded_host_passes():
    _, cure = disguised("https://xn--caf-dma.fr/menu") or ("", "")
    assert cure == "écrivez « café.fr » en lettres"
    assert disguised("https://café.fr/menu") is None
    assert disguised("https://пример.рф/") is None


def test_a_name_that_is_written_as_code_is_read_too_and_a_reference_is_followed():
    assert len(problems_of("page", body="[`www.a.fr`](https://b.fr)\n")) == 1
    assert len(problems_of("page", body="[www.a.fr][b]\n\n[b]: https://b.fr\n")) == 1
    assert len(problems_of("page", body="[www.a.fr]\n\n[www.a.fr]: https://b.fr\n")) == 1
