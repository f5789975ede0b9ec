# ruff: noqa: E501 - a message is one line, as its author reads it
from pathlib import Path

import pytest
from contents import BASIS, LANGUAGES, NEIGHBOURS, PATHS, problems, problems_of, read, write
from reperes.base.problems import Problem
from reperes.catalogue.library import read_all
from reperes.model.json_schema import MODELS
from reperes.model.kinds import keys
from reperes.source.folder import collect


def said(kind: str, *expected: str) -> list[str]:
    """Messages about a file; « {keys} » stands for the keys of its kind."""
    known = ", ".join(sorted(keys(MODELS[kind])))
    return [f"docs/{PATHS[kind]}:{line.replace('{keys}', known)}" for line in expected]


@pytest.mark.parametrize("kind", PATHS)
def test_a_content_without_mistake_has_no_problem(kind: str):
    assert problems_of(kind) == []


# fmt: off


@pytest.mark.parametrize(
    ("kind", "lines", "expected"),
    [
        ("term", "titel: X", "2:1: titel: cette clé n'existe pas ici ; vouliez-vous écrire « title » ?"),
        ("term", "Voir: [cvs]", "2:1: Voir: cette clé n'existe pas ici ; vouliez-vous écrire « voir » ?"),
        ("term", "développé: x", "2:1: développé: cette clé n'existe pas ici ; vouliez-vous écrire « developpe » ?"),
        ("term", "couleur: bleu", "2:1: couleur: cette clé n'existe pas ici ; écrivez l'un de ces noms : {keys}"),
        ("event", "piste: [contexte]", "2:1: piste: cette clé n'existe pas ici ; vouliez-vous écrire « pistes » ?"),
        ("page", "rubrique: similitudes", "2:1: rubrique: cette clé n'existe pas ici ; écrivez l'un de ces noms : {keys}"),
        ("term", "titre (fr): x", "2:1: titre (fr): cette clé n'existe pas ici ; écrivez l'un de ces noms : {keys}"),
        ("source", "auteurs: y", "2:1: auteurs: cette clé n'existe pas ici ; vouliez-vous écrire « auteur » ?"),
        ("translation", "description_courte: x", "2:1: description_courte: cette clé n'existe pas ici ; vouliez-vous écrire « description » ?"),
    ],
)
def test_a_key_that_does_not_exist_is_refused_and_the_nearest_proposed(kind: str, lines: str, expected: str):
    assert problems_of(kind, *lines.split("\n")) == said(kind, expected)


@pytest.mark.parametrize(
    ("kind", "key", "cure"),
    [
        ("term", "title", "ajoutez « title: … »"),
        ("term", "revu", "ajoutez « revu: … »"),
        ("event", "title", "ajoutez « title: … »"),
        ("event", "date", "ajoutez « date: … »"),
        ("event", "pistes", "ajoutez « pistes: … »"),
        ("event", "revu", "ajoutez « revu: … »"),
        ("definition", "title", "ajoutez « title: … »"),
        ("definition", "description", "ajoutez « description: … »"),
        ("definition", "simple", "ajoutez « simple: … »"),
        ("definition", "revu", "ajoutez « revu: … »"),
        ("sheet", "title", "ajoutez « title: … »"),
        ("sheet", "description", "ajoutez « description: … »"),
        ("sheet", "simple", "ajoutez « simple: … »"),
        ("sheet", "revu", "ajoutez « revu: … »"),
        ("sheet", "rubrique", "ajoutez « rubrique: … »"),
        ("page", "title", "ajoutez « title: … »"),
        ("page", "description", "ajoutez « description: … »"),
        ("translation", "title", "ajoutez « title: … »"),
        ("translation", "traduit_de", "ajoutez « traduit_de: 000000000000 » : la personne qui relit mettra le bon nombre"),
    ],
)
def test_a_key_that_is_needed_cannot_miss(kind: str, key: str, cure: str):
    assert problems_of(kind, without=[key]) == said(kind, f"1:1: {key}: cette clé obligatoire manque ; {cure}")


@pytest.mark.parametrize(
    ("kind", "lines", "expected"),
    [
        ("term", "title: [CVS]", "2:8: title: du texte est attendu ; écrivez « title: du texte »"),
        ("term", "title: {fr: CVS}", "2:8: title: du texte est attendu ; écrivez « title: du texte »"),
        ("term", "title: no", "2:8: title: oui ou non, là où du texte est attendu ; mettez le mot entre guillemets"),
        ("term", "formes: CVS", "2:9: formes: une liste est attendue ; écrivez « formes: [un, deux] »"),
        ("term", "formes: [[a]]", "2:10: formes: du texte est attendu ; écrivez « formes: [un, deux] »"),
        ("term", "formes: [{a: b}]", "2:10: formes: du texte est attendu ; écrivez « formes: [un, deux] »"),
        ("term", "formes: [oui, yes]", "2:15: formes: oui ou non, là où du texte est attendu ; mettez le mot entre guillemets"),
        ("term", "formes:\n  -", "3:4: formes: un élément de la liste est vide ; écrivez « formes: [un, deux] »"),
        ("term", "voir: cvs", "2:7: voir: une liste est attendue ; écrivez « voir: [un, deux] »"),
        ("term", "voir: {cvs: gem}", "2:7: voir: une liste est attendue ; écrivez « voir: [un, deux] »"),
        ("term", "exact: oui", "2:8: exact: « true » ou « false » est attendu ; écrivez « exact: true », ou enlevez la clé"),
        ("term", "equivalents: CVC", "2:14: equivalents: des couples « clé: valeur » sont attendus ; écrivez-les en retrait sous « equivalents: »"),
        ("term", "equivalents: {en: [a]}", "2:19: equivalents.en: du texte est attendu ; écrivez « en: du texte »"),
        ("definition", "sens: [cvs]", "2:7: sens: des couples « clé: valeur » sont attendus ; écrivez-les en retrait sous « sens: »"),
        ("definition", "sens: {CVS: }", "2:13: sens.CVS: la valeur manque ; écrivez « CVS: du texte »"),
        ("event", "date: [1984,1986]", '2:7: date: une date est attendue ; mettez-la entre guillemets : "[1984,1986]"'),
        ("event", "date: {1984,1986}", '2:7: date: une date est attendue ; mettez-la entre guillemets : "[1984,1986]"'),
        ("event", "date: true", '2:7: date: une date est attendue ; mettez-la entre guillemets : "[1984,1986]"'),
        ("term", "periode: [1984,1986]", '2:10: periode: une date est attendue ; mettez-la entre guillemets : "[1984,1986]"'),
        ("event", "type: [loi]", "2:7: type: du texte est attendu ; écrivez « type: du texte »"),
    ],
)
def test_a_value_of_the_wrong_type_is_refused(kind: str, lines: str, expected: str):
    assert problems_of(kind, *lines.split("\n")) == said(kind, expected)


@pytest.mark.parametrize(
    ("kind", "lines", "expected"),
    [
        ("term", "title:", "2:7: title: la valeur manque ; écrivez-la, ou enlevez la clé si elle est facultative"),
        ("term", "title: ''", "2:8: title: la valeur manque ; écrivez-la, ou enlevez la clé si elle est facultative"),
        ("term", "title: '  '", "2:8: title: la valeur manque ; écrivez-la, ou enlevez la clé si elle est facultative"),
        ("term", "title: ~", "2:8: title: la valeur manque ; écrivez-la, ou enlevez la clé si elle est facultative"),
        ("term", "title: # CVS", "2:7: title: la valeur manque ; écrivez-la, ou enlevez la clé si elle est facultative"),
        ("term", "simple:", "2:8: simple: la valeur manque ; écrivez-la, ou enlevez la clé si elle est facultative"),
        ("term", "simple: ''", "2:9: simple: la valeur manque ; écrivez-la, ou enlevez la clé si elle est facultative"),
        ("term", "voir:", "2:6: voir: la valeur manque ; écrivez-la, ou enlevez la clé si elle est facultative"),
        ("event", "lieu:", "2:6: lieu: la valeur manque ; écrivez-la, ou enlevez la clé si elle est facultative"),
        ("event", "date:", "2:6: date: la valeur manque ; écrivez-la, ou enlevez la clé si elle est facultative"),
        ("event", "date: ''", "2:7: date: la date manque ; écrivez par exemple 1984, 2002-01-02, 193X (années 1930), 1984~ (vers 1984) ou 1980/1999"),
        ("event", "pistes: []", "2:9: pistes: la liste est vide ; ajoutez au moins un élément"),
        ("path", "etapes: [b]", "2:9: etapes: la liste n'a pas assez d'éléments ; mettez-en au moins 2"),
        ("term", "sources:", "2:9: sources: la valeur manque ; écrivez-la, ou enlevez la clé si elle est facultative"),
        ("source", "url:", "2:5: url: la valeur manque ; écrivez-la, ou enlevez la clé si elle est facultative"),
        ("term", "formes: ['']", "2:10: formes: la valeur manque ; écrivez-la, ou enlevez la clé si elle est facultative"),
        ("term", "revu:", "2:6: revu: la valeur manque ; écrivez-la, ou enlevez la clé si elle est facultative"),
    ],
)
def test_an_empty_value_is_refused(kind: str, lines: str, expected: str):
    assert problems_of(kind, *lines.split("\n")) == said(kind, expected)


@pytest.mark.parametrize(
    ("kind", "lines", "expected"),
    [
        ("term", "title: |\n  un\n  deux", "2:8: title: le texte tient sur plusieurs lignes ; écrivez-le d'une traite, ou avec « >- »"),
        ("page", "description: |\n  un\n  deux", "2:14: description: le texte tient sur plusieurs lignes ; écrivez-le d'une traite, ou avec « >- »"),
    ],
)
def test_a_line_of_text_stays_on_one_line(kind: str, lines: str, expected: str):
    assert problems_of(kind, *lines.split("\n")) == said(kind, expected)


@pytest.mark.parametrize(
    ("kind", "lines", "expected"),
    [
        ("term", "voir: [CVS]", "2:8: voir: « CVS » n'est pas un identifiant ; écrivez « cvs » (des minuscules sans accent, des chiffres et des tirets)"),
        ("term", "voir: [Été 2002]", "2:8: voir: « Été 2002 » n'est pas un identifiant ; écrivez « ete-2002 » (des minuscules sans accent, des chiffres et des tirets)"),
        ("term", "voir: [loi_2002]", "2:8: voir: « loi_2002 » n'est pas un identifiant ; écrivez « loi-2002 » (des minuscules sans accent, des chiffres et des tirets)"),
        ("term", "voir: [-a]", "2:8: voir: « -a » n'est pas un identifiant ; écrivez « a » (des minuscules sans accent, des chiffres et des tirets)"),
        ("term", "voir: ['😀']", "2:8: voir: « 😀 » n'est pas un identifiant ; écrivez des minuscules sans accent, des chiffres et des tirets, comme « loi-2002-2 »"),
        ("term", "anciens: [a/b]", "2:11: anciens: « a/b » n'est pas un identifiant ; écrivez « a-b » (des minuscules sans accent, des chiffres et des tirets)"),
        ("definition", "sens: {CVS: C V S}", "2:13: sens.CVS: « C V S » n'est pas un identifiant ; écrivez « c-v-s » (des minuscules sans accent, des chiffres et des tirets)"),
    ],
)
def test_an_id_is_made_of_small_letters_digits_and_hyphens(kind: str, lines: str, expected: str):
    assert problems_of(kind, *lines.split("\n")) == said(kind, expected)


@pytest.mark.parametrize(
    ("kind", "lines", "expected"),
    [
        ("term", "domaines: [logment]", "2:12: domaines: « logment » n'est pas dans la liste ; vouliez-vous écrire « logement » ?"),
        ("term", "domaines: [sport]", "2:12: domaines: « sport » n'est pas dans la liste ; écrivez l'un de ces noms : addictions, asile, associations, droit, emploi, handicap, institutions, logement, participation, precarite, sante, sante-mentale, savoirs, travail-pair, travail-social"),
        ("sheet", "rubrique: Zones grises", "2:11: rubrique: « Zones grises » n'est pas dans la liste ; vouliez-vous écrire « zones-grises » ?"),
        ("event", "type: lois", "2:7: type: « lois » n'est pas dans la liste ; vouliez-vous écrire « loi » ?"),
        ("event", "pistes: [travail pair]", "2:10: pistes: « travail pair » n'est pas dans la liste ; écrivez « travail-pair »"),
        ("event", "lieu: Paris", "2:7: lieu: « Paris » n'est pas dans la liste ; écrivez « FR-75C »"),
        ("event", "lieu: FR-99", "2:7: lieu: « FR-99 » n'est pas dans la liste ; écrivez l'un de ces noms : CA, FR, FR-13, FR-31, FR-38, FR-59, FR-69, FR-75C, FR-ARA, US, amerique-du-nord, monde"),
    ],
)
def test_a_word_outside_a_closed_list_is_refused_and_the_nearest_proposed(kind: str, lines: str, expected: str):
    assert problems_of(kind, *lines.split("\n")) == said(kind, expected)


@pytest.mark.parametrize(
    ("kind", "lines", "expected"),
    [
        ("term", "voir: [cvs, cvs]", "2:7: voir: « cvs » est écrit deux fois ; gardez-en un seul"),
        ("term", "formes: [a, b, a]", "2:9: formes: « a » est écrit deux fois ; gardez-en un seul"),
        ("term", "domaines: [sante, sante]", "2:11: domaines: « sante » est écrit deux fois ; gardez-en un seul"),
        ("event", "pistes: [contexte, contexte]", "2:9: pistes: « contexte » est écrit deux fois ; gardez-en un seul"),
        ("term", "anciens: [a, a]", "2:10: anciens: « a » est écrit deux fois ; gardez-en un seul"),
    ],
)
def test_a_word_is_written_once_in_a_list(kind: str, lines: str, expected: str):
    assert problems_of(kind, *lines.split("\n")) == said(kind, expected)


@pytest.mark.parametrize(
    ("kind", "lines", "expected"),
    [
        ("term", "title: X\ntitle: Y", "3:1: title: cette clé est écrite deux fois ; gardez-en une seule"),
        ("term", "sources:\n  - titre: X\n    titre: Y", "4:5: sources.titre: cette clé est écrite deux fois ; gardez-en une seule"),
    ],
)
def test_a_key_is_written_once(kind: str, lines: str, expected: str):
    assert problems_of(kind, *lines.split("\n")) == said(kind, expected)


@pytest.mark.parametrize(
    ("kind", "lines", "expected"),
    [
        ("event", "date: 1984-02-30", "2:7: date: « 1984-02-30 » : ce mois a 29 jours ; écrivez 1984-02, ou le bon jour"),
        ("event", "date: 2023-02-29", "2:7: date: « 2023-02-29 » : ce mois a 28 jours ; écrivez 2023-02, ou le bon jour"),
        ("event", "date: 1984-13", "2:7: date: « 1984-13 » : il n'y a pas de mois 13 ; écrivez 1984, ou un mois de 01 à 12"),
        ("event", "date: 1984-85", "2:7: date: « 1984-85 » : il n'y a pas de mois 85 ; écrivez 1984/1985, ou un mois de 01 à 12"),
        ("event", "date: 1999/1980", "2:7: date: « 1999/1980 » finit avant de commencer ; écrivez 1980/1999"),
        ("event", "date: 2002-05/2002-04", "2:7: date: « 2002-05/2002-04 » finit avant de commencer ; écrivez 2002-04/2002-05"),
        ("event", "date: années 80", "2:7: date: « années 80 » n'est pas une date ; écrivez 198X (toute la décennie) ou 1980/1989"),
        ("event", "date: 2 janvier 2002", "2:7: date: « 2 janvier 2002 » n'est pas une date ; écrivez 2002-01-02"),
        ("event", "date: vers 1984", "2:7: date: « vers 1984 » n'est pas une date ; écrivez 1984~"),
        ("event", "date: 1980-1999", "2:7: date: « 1980-1999 » n'est pas une date ; écrivez 1980/1999"),
        ("event", "date: aujourd'hui", "2:7: date: « aujourd'hui » n'est pas une date ; écrivez la date du constat suivie de /.., par exemple 2023/.."),
        ("event", "date: hier", "2:7: date: « hier » n'est pas une date ; écrivez par exemple 1984, 2002-01-02, 193X (années 1930), 1984~ (vers 1984) ou 1980/1999"),
        ("event", "date: 02/01/2002", "2:7: date: « 02/01/2002 » n'est pas une période ; écrivez 2002-01-02"),
        ("source", "date: mars 2004", "2:7: date: « mars 2004 » n'est pas une date ; écrivez 2004-03"),
        ("term", "periode: 2002", "2:10: periode: « 2002 » n'est pas une durée ; écrivez 2002/.. (toujours en cours), ou 2002/ et la date de fin"),
        ("term", "periode: '[1984,1986]'", "2:10: periode: « [1984,1986] » n'est pas une durée ; écrivez 1984/.. (toujours en cours), ou 1984/ et la date de fin"),
        ("term", "periode: depuis 2002", "2:10: periode: « depuis 2002 » n'est pas une date ; écrivez 2002/.."),
    ],
)
def test_a_date_is_a_date(kind: str, lines: str, expected: str):
    assert problems_of(kind, *lines.split("\n")) == said(kind, expected)


@pytest.mark.parametrize(
    ("kind", "lines", "expected"),
    [
        ("term", "revu: 2026", "2:7: revu: « 2026 » n'est pas un mois ; écrivez l'année et le mois : 2026-11"),
        ("term", "revu: 2026-13", "2:7: revu: « 2026-13 » n'est pas un mois ; écrivez l'année et le mois : 2026-11"),
        ("term", "revu: 2026-11-22", "2:7: revu: « 2026-11-22 » n'est pas un mois ; écrivez l'année et le mois : 2026-11"),
        ("term", "revu: novembre 2026", "2:7: revu: « novembre 2026 » n'est pas un mois ; écrivez l'année et le mois : 2026-11"),
        ("term", "revu: ٢٠٢٦-١١", "2:7: revu: « ٢٠٢٦-١١ » n'est pas un mois ; écrivez l'année et le mois : 2026-11"),
        ("page", "retire: oui", "2:9: retire: « oui » n'est pas un mois ; écrivez l'année et le mois : 2026-11"),
        ("term", "retire: 2026-1", "2:9: retire: « 2026-1 » n'est pas un mois ; écrivez l'année et le mois : 2026-11"),
    ],
)
def test_a_month_is_a_year_and_a_month(kind: str, lines: str, expected: str):
    assert problems_of(kind, *lines.split("\n")) == said(kind, expected)


@pytest.mark.parametrize(
    ("kind", "lines", "expected"),
    [
        ("source", "url: www.a.fr", "2:6: url: « www.a.fr » n'est pas une adresse ; recopiez-la depuis la barre d'adresse : https://…, sans espace"),
        ("source", "url: 'javascript:alert(1)'", "2:6: url: « javascript:alert(1) » n'est pas une adresse ; recopiez-la depuis la barre d'adresse : https://…, sans espace"),
        ("source", "url: 'https://a.fr/un deux'", "2:6: url: « https://a.fr/un deux » n'est pas une adresse ; recopiez-la depuis la barre d'adresse : https://…, sans espace"),
        ("source", "url: 'https://a'", "2:6: url: « https://a » n'est pas une adresse ; recopiez-la depuis la barre d'adresse : https://…, sans espace"),
        ("source", "url: 'ftp://a.fr'", "2:6: url: « ftp://a.fr » n'est pas une adresse ; recopiez-la depuis la barre d'adresse : https://…, sans espace"),
    ],
)
def test_an_address_is_http_or_https(kind: str, lines: str, expected: str):
    assert problems_of(kind, *lines.split("\n")) == said(kind, expected)


@pytest.mark.parametrize(
    ("kind", "lines", "expected"),
    [
        ("term", "sources: un-livre", "2:10: sources: une liste est attendue ; écrivez le nom d'un fichier de docs/bibliographie/, sans .md ; une source nouvelle y est un fichier"),
        ("term", "sources: [{titre: Un livre}]", "2:11: sources: du texte est attendu ; écrivez le nom d'un fichier de docs/bibliographie/, sans .md ; une source nouvelle y est un fichier"),
        ("term", "sources: {titre: Un livre}", "2:10: sources: une liste est attendue ; écrivez le nom d'un fichier de docs/bibliographie/, sans .md ; une source nouvelle y est un fichier"),
        ("term", "sources: [un-lvre]", "2:11: sources: aucune source « un-lvre » ; vouliez-vous écrire « un-livre » ?"),
        ("term", "sources: [un-livre, un-livre]", "2:10: sources: « un-livre » est écrit deux fois ; gardez-en un seul"),
        ("training", "source: un-lvre", "2:9: source: aucune source « un-lvre » ; vouliez-vous écrire « un-livre » ?"),
    ],
)
def test_a_source_is_a_file_of_the_bibliography(kind: str, lines: str, expected: str):
    assert problems_of(kind, *lines.split("\n")) == said(kind, expected)


@pytest.mark.parametrize("kind", ["term", "event", "definition", "sheet"])
def test_what_claims_something_says_who_says_so(kind: str):
    cure = "citez-en une dans le texte, [^comme-ceci], ou ajoutez « sources: [sa-cle] »"
    assert problems_of(kind, without=["sources"]) == said(kind, f"1:1: sources: aucune source ; {cure}")
    assert problems_of(kind, without=["sources"], body="Un texte[^un-livre].\n") == []
    assert problems_of(kind, "retire: 2026-11", without=["sources"], body="") == []


@pytest.mark.parametrize("kind", ["page", "path"])
def test_a_page_or_a_path_need_not_name_a_source(kind: str):
    assert problems_of(kind) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Un[^un-lvre].", "6:3: texte: « [^un-lvre] » ne mène à aucune source ; vouliez-vous écrire « un-livre » ?"),
        ("Un[^1].", "6:3: texte: « [^1] » ne mène à aucune source ; écrivez l'un de ces noms : un-film, un-livre"),
    ],
)
def test_a_reference_leads_to_a_source_or_to_a_note_of_its_text(body: str, expected: str):
    assert problems_of("term", body=f"{body}\n") == said("term", expected)
    english = {"glossaire/x.md": write("term"), "glossaire/x.en.md": write("translation", body=f"{body}\n")}
    assert [told.partition(": texte")[2] for told in problems(english)] == [expected.partition(": texte")[2]]


@pytest.mark.parametrize("body", ["Un[^1].\n\n[^1]: Une note.", "`[^rien]`", "\\[^rien]", "```text\n[^rien]\n```"])
def test_what_is_no_reference_leads_nowhere(body: str):
    assert problems_of("term", body=f"{body}\n") == []


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (("date: 2021/..", "verifie: {mois: 2026-11, source: un-livre}"), True),
        (("date: 2020/..", "verifie: {mois: 2026-11, source: un-film}"), True),
        (("date: 2001/..", "verifie: {mois: 2026-11, source: un-livre}"), False),
        (("date: 2001/..", "observe: {date: 2021, source: un-film}", "verifie: {mois: 2026-11, source: un-livre}"), True),
    ],
)
def test_what_is_said_to_be_verified_is_so_by_a_newer_source(lines: tuple[str, ...], told: bool):
    found = problems_of("event", *lines)
    assert ["n'est pas plus récente que ce qu'elle vérifie" in line for line in found] == [True] * told


@pytest.mark.parametrize(
    ("kind", "lines", "expected"),
    [
        ("term", "title: GEM", "2:8: title: « GEM » est un sigle sans développement ; ajoutez « developpe: … »"),
        ("term", "title: G.E.M.", "2:8: title: « G.E.M. » est un sigle sans développement ; ajoutez « developpe: … »"),
        ("term", "title: RdR", "2:8: title: « RdR » est un sigle sans développement ; ajoutez « developpe: … »"),
        ("term", "title: DPA-PC", "2:8: title: « DPA-PC » est un sigle sans développement ; ajoutez « developpe: … »"),
    ],
)
def test_an_acronym_says_what_it_stands_for(kind: str, lines: str, expected: str):
    assert problems_of(kind, *lines.split("\n")) == said(kind, expected)


@pytest.mark.parametrize(
    ("kind", "lines", "expected"),
    [
        ("term", "equivalents: {fr: accueil}", "2:15: equivalents.fr: « fr » n'est pas une autre langue ; écrivez un code comme en, ar ou uk"),
        ("term", "equivalents: {anglais: welcome}", "2:15: equivalents.anglais: « anglais » n'est pas une autre langue ; écrivez un code comme en, ar ou uk"),
        ("term", "equivalents: {EN: welcome}", "2:15: equivalents.EN: « EN » n'est pas une autre langue ; écrivez un code comme en, ar ou uk"),
        ("term", "equivalents: {en: ''}", "2:19: equivalents.en: la valeur manque ; écrivez-la, ou enlevez la clé si elle est facultative"),
    ],
)
def test_an_equivalent_is_in_another_language_by_its_code(kind: str, lines: str, expected: str):
    assert problems_of(kind, *lines.split("\n")) == said(kind, expected)


@pytest.mark.parametrize(
    ("kind", "lines", "expected"),
    [
        ("definition", "sens: {CVS: csv}", "2:13: sens.CVS: aucune entrée « csv » ; vouliez-vous écrire « cvs » ?"),
        ("definition", "sens: {cvs: cvs}", "2:13: sens.cvs: l'entrée « cvs » s'appelle « CVS » ; écrivez « CVS: cvs »"),
        ("page", "sens: {Conseil (CVS): cvs}", "2:23: sens.Conseil (CVS): l'entrée « cvs » s'appelle « CVS » ; écrivez « CVS: cvs »"),
    ],
)
def test_a_meaning_names_an_entry_by_its_title(kind: str, lines: str, expected: str):
    assert problems_of(kind, *lines.split("\n")) == said(kind, expected)


@pytest.mark.parametrize(
    ("kind", "lines", "expected"),
    [
        ("term", "voir: [cvss]", "2:8: voir: aucune entrée « cvss » ; vouliez-vous écrire « cvs » ?"),
        ("term", "remplace: [cv]", "2:12: remplace: aucune entrée « cv » ; vouliez-vous écrire « cvs » ?"),
        ("event", "termes: [gen]", "2:10: termes: aucune entrée « gen » ; vouliez-vous écrire « gem » ?"),
        ("event", "fiches: [bonnes-distances]", "2:10: fiches: aucune fiche « bonnes-distances » ; vouliez-vous écrire « bonne-distance » ?"),
        ("event", "fiches: [cvs]", "2:10: fiches: aucune fiche « cvs » ; écrivez l'un de ces noms : bonne-distance"),
        ("term", "voir: [zzz]", "2:8: voir: aucune entrée « zzz » ; écrivez l'un de ces noms : cvs, gem, x"),
    ],
)
def test_an_entry_that_is_named_exists(kind: str, lines: str, expected: str):
    assert problems_of(kind, *lines.split("\n")) == said(kind, expected)


@pytest.mark.parametrize(
    ("kind", "lines", "expected"),
    [
        ("term", "voir: [x]", "2:8: voir: l'entrée renvoie à elle-même ; enlevez ce renvoi"),
        ("term", "remplace: [cvs, x]", "2:17: remplace: l'entrée renvoie à elle-même ; enlevez ce renvoi"),
    ],
)
def test_an_entry_does_not_name_itself(kind: str, lines: str, expected: str):
    assert problems_of(kind, *lines.split("\n")) == said(kind, expected)


@pytest.mark.parametrize(
    ("kind", "lines", "expected"),
    [
        ("page", "glossaire: oui", "2:12: glossaire: cette valeur n'a pas de sens ici ; écrivez « glossaire: non », ou enlevez la clé"),
        ("term", "glossaire: no", "2:12: glossaire: cette valeur n'a pas de sens ici ; écrivez « glossaire: non », ou enlevez la clé"),
    ],
)
def test_the_key_glossaire_knows_only_non(kind: str, lines: str, expected: str):
    assert problems_of(kind, *lines.split("\n")) == said(kind, expected)


@pytest.mark.parametrize(
    ("kind", "lines", "expected"),
    [
        ("translation", "traduit_de: à faire", "2:13: traduit_de: l'empreinte n'a pas la bonne forme ; écrivez douze zéros : 000000000000, ou lancez python3 scripts/translations --stamp"),
        ("translation", "traduit_de: 0123456789AB", "2:13: traduit_de: l'empreinte n'a pas la bonne forme ; écrivez douze zéros : 000000000000, ou lancez python3 scripts/translations --stamp"),
        ("translation", "traduit_de: 0123456789abc", "2:13: traduit_de: l'empreinte n'a pas la bonne forme ; écrivez douze zéros : 000000000000, ou lancez python3 scripts/translations --stamp"),
    ],
)
def test_a_translation_is_stamped(kind: str, lines: str, expected: str):
    assert problems_of(kind, *lines.split("\n")) == said(kind, expected)


@pytest.mark.parametrize(
    ("kind", "lines", "expected"),
    [
        ("translation", "revu: 2026-11", "2:1: revu: cette clé ne se traduit pas ; enlevez-la : elle est dans docs/glossaire/x.md"),
        ("translation", "sources: [un-livre]", "2:1: sources: cette clé ne se traduit pas ; enlevez-la : elle est dans docs/glossaire/x.md"),
        ("translation", "voir: [cvs]", "2:1: voir: cette clé ne se traduit pas ; enlevez-la : elle est dans docs/glossaire/x.md"),
        ("translation", "exact: true", "2:1: exact: cette clé ne se traduit pas ; enlevez-la : elle est dans docs/glossaire/x.md"),
        ("translation", "anciens: [a]", "2:1: anciens: cette clé ne se traduit pas ; enlevez-la : elle est dans docs/glossaire/x.md"),
        ("translation", "retire: 2026-11", "2:1: retire: cette clé ne se traduit pas ; enlevez-la : elle est dans docs/glossaire/x.md"),
        ("translation", "glossaire: non", "2:1: glossaire: cette clé ne se traduit pas ; enlevez-la : elle est dans docs/glossaire/x.md"),
    ],
)
def test_a_translation_holds_no_fact(kind: str, lines: str, expected: str):
    assert problems_of(kind, *lines.split("\n")) == said(kind, expected)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("# Titre", "6:1: texte: un titre de niveau 1 dans le texte ; commencez par ## : le titre est déjà dans « title: »"),
        ("Un texte.\n\n#Titre", "8:1: texte: un titre de niveau 1 dans le texte ; commencez par ## : le titre est déjà dans « title: »"),
        ("Titre\n=====", "6:1: texte: un titre de niveau 1 dans le texte ; commencez par ## : le titre est déjà dans « title: »"),
        ("> # Titre", "6:1: texte: un titre de niveau 1 dans le texte ; commencez par ## : le titre est déjà dans « title: »"),
        ("- # Titre", "6:1: texte: un titre de niveau 1 dans le texte ; commencez par ## : le titre est déjà dans « title: »"),
    ],
)
def test_a_text_has_no_heading_of_level_1(body: str, expected: str):
    assert problems_of("term", body=f"{body}\n") == said("term", expected)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("[voir](cvss.md)", "6:6: texte: le lien « cvss.md » mène à un fichier qui n'existe pas ; vouliez-vous écrire « cvs.md » ?"),
        ("[voir](../fiches/bonne-distanse.md#ici)", "6:6: texte: le lien « ../fiches/bonne-distanse.md#ici » mène à un fichier qui n'existe pas ; vouliez-vous écrire « ../fiches/bonne-distance.md » ?"),
        ("[voir](nulle-part.md)", "6:6: texte: le lien « nulle-part.md » mène à un fichier qui n'existe pas ; vérifiez le chemin, ou créez le fichier"),
        ("[voir](cvs)", "6:6: texte: le lien « cvs » ne mène pas à un fichier ; écrivez le chemin du fichier, avec .md"),
        ("[voir](/glossaire/cvs.md)", "6:6: texte: le lien « /glossaire/cvs.md » mène à un fichier qui n'existe pas ; vouliez-vous écrire « cvs.md » ?"),
        ("[voir](guide.pdf)", "6:6: texte: le lien « guide.pdf » mène à un fichier qui n'existe pas ; vérifiez le chemin, ou créez le fichier"),
        ("![plan](plan.png)", "6:7: texte: le lien « plan.png » mène à un fichier qui n'existe pas ; vérifiez le chemin, ou créez le fichier"),
        ("[voir]()", "6:6: texte: un lien sans adresse ; écrivez l'adresse ou le fichier entre les parenthèses"),
        ("[voir](www.a.fr)", "6:6: texte: l'adresse « www.a.fr » est incomplète ; écrivez https://www.a.fr"),
        ("[voir][1]\n\n[1]: cvss.md", "8:1: texte: le lien « cvss.md » mène à un fichier qui n'existe pas ; vouliez-vous écrire « cvs.md » ?"),
    ],
)
def test_a_link_leads_to_a_file_that_exists(body: str, expected: str):
    assert problems_of("term", body=f"{body}\n") == said("term", expected)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("![x](https://a.fr/x.png)", "6:1: texte: une image d'un autre site ; mettez l'image dans docs/images/, puis écrivez ![ce que l'on voit](../images/son-nom.webp) (avec le droit de la copier)"),
        ("![x](//a.fr/x.png)", "6:1: texte: une image d'un autre site ; mettez l'image dans docs/images/, puis écrivez ![ce que l'on voit](../images/son-nom.webp) (avec le droit de la copier)"),
        ("![x][1]\n\n[1]: https://a.fr/x.png", "6:1: texte: une image d'un autre site ; mettez l'image dans docs/images/, puis écrivez ![ce que l'on voit](../images/son-nom.webp) (avec le droit de la copier)"),
        ("![x](data:image/png;base64,AAAA)", "6:4: texte: un lien en « data: » ; mettez l'image dans docs/images/, puis écrivez ![ce que l'on voit](../images/son-nom.webp)"),
    ],
)
def test_an_image_comes_from_the_site_itself(body: str, expected: str):
    assert problems_of("term", body=f"{body}\n") == said("term", expected)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("[x](javascript:alert(1))", "6:3: texte: un lien en « javascript: » ; écrivez https://…, un fichier .md, mailto: ou tel:"),
        ("[x](JavaScript:alert(1))", "6:3: texte: un lien en « javascript: » ; écrivez https://…, un fichier .md, mailto: ou tel:"),
        ("[x](&#106;avascript:alert(1))", "6:3: texte: un lien en « javascript: » ; écrivez https://…, un fichier .md, mailto: ou tel:"),
        ("[x](java&#x09;script:alert(1))", "6:3: texte: un lien en « javascript: » ; écrivez https://…, un fichier .md, mailto: ou tel:"),
        ("[x](java&Tab;script:alert(1))", "6:3: texte: un lien en « javascript: » ; écrivez https://…, un fichier .md, mailto: ou tel:"),
        ("[x](javascript&colon;alert(1))", "6:3: texte: un lien en « javascript: » ; écrivez https://…, un fichier .md, mailto: ou tel:"),
        ("[x](data:text/html,x)", "6:3: texte: un lien en « data: » ; écrivez https://…, un fichier .md, mailto: ou tel:"),
        ("[x](vbscript:x)", "6:3: texte: un lien en « vbscript: » ; écrivez https://…, un fichier .md, mailto: ou tel:"),
        ("[x](file:///etc/passwd)", "6:3: texte: un lien en « file: » ; ce fichier n'est que sur votre ordinateur : mettez-le en ligne, ou enlevez le lien"),
        ("[x][1]\n\n[1]: javascript:alert(1)", "8:1: texte: un lien en « javascript: » ; écrivez https://…, un fichier .md, mailto: ou tel:"),
        ("<javascript:alert(1)>", "6:1: texte: du HTML (« <javascript:alert(1) ») ; enlevez-le, ou écrivez \\< pour montrer ce signe"),
    ],
)
def test_a_link_that_could_run_a_script_is_refused(body: str, expected: str):
    assert problems_of("term", body=f"{body}\n") == said("term", expected)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<script>alert(1)</script>", "6:1: texte: du HTML (« <script> ») ; enlevez-le, ou écrivez \\< pour montrer ce signe"),
        ("<iframe src=x>", "6:1: texte: du HTML (« <iframe> ») ; mettez un lien : [son titre](son adresse)"),
        ("<a href='x'>x</a>", "6:1: texte: du HTML (« <a> ») ; écrivez [le texte](l'adresse)"),
        ("<div>\n\nx\n\n</div>", "6:1: texte: du HTML (« <div> ») ; gardez le texte, et enlevez ces signes"),
        ("<!-- x -->", "6:1: texte: une remarque cachée ; enlevez-la : dites-le plutôt avec votre proposition"),
        ("<b>x</b>", "6:1: texte: du HTML (« <b> ») ; écrivez **le mot**, entre deux étoiles"),
        ("<img src=x onerror=alert(1)>", "6:1: texte: une image en HTML ; mettez l'image dans docs/images/, puis écrivez ![ce que l'on voit](../images/son-nom.webp)"),
        ("<span onclick=x>x</span>", "6:1: texte: l'attribut « onclick » dans du HTML ; enlevez-le : seuls lang, dir et data-glossaire sont admis"),
        ("<span style='color: red'>x</span>", "6:1: texte: l'attribut « style » dans du HTML ; enlevez-le : seuls lang, dir et data-glossaire sont admis"),
        ("<SPAN CLASS=x>x</SPAN>", "6:1: texte: l'attribut « class » dans du HTML ; enlevez-le : seuls lang, dir et data-glossaire sont admis"),
        ("un <vrai problème", "6:4: texte: du HTML (« <vrai problème ») ; enlevez-le, ou écrivez \\< pour montrer ce signe"),
    ],
)
def test_html_is_refused_but_for_a_few_inline_tags(body: str, expected: str):
    assert problems_of("term", body=f"{body}\n") == said("term", expected)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Un texte.\n{: onclick=alert(1) }", "7:1: texte: l'attribut « onclick » entre accolades ; enlevez-le : seuls #id, lang et dir sont admis"),
        ("## Titre {: style='color: red' }", "6:10: texte: l'attribut « style » entre accolades ; enlevez-le : seuls #id, lang et dir sont admis"),
        ("[x](cvs.md){target=_blank}", "6:12: texte: l'attribut « target » entre accolades ; enlevez-le : seuls #id, lang et dir sont admis"),
    ],
)
def test_an_attribute_in_braces_is_an_id_or_a_language(body: str, expected: str):
    assert problems_of("term", body=f"{body}\n") == said("term", expected)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("```chronologi\n```", "6:1: bloc: « chronologi » n'est pas un bloc ; vouliez-vous écrire « chronologie » ?"),
        ("```Glossaire\n```", "6:1: bloc: « Glossaire » n'est pas un bloc ; vouliez-vous écrire « glossaire » ?"),
        ("```chronologie {.x}\n```", "6:1: bloc: « chronologie {.x} » n'est pas un bloc ; vouliez-vous écrire « chronologie » ?"),
        ("```fichess\n```", "6:1: bloc: « fichess » n'est pas un bloc ; vouliez-vous écrire « fiches » ?"),
        ("```chronologie\npistes: [contexte]", "6:1: texte: un bloc « ``` » jamais fermé ; ajoutez une ligne ```"),
        ("- x\n\n    ```glossaire\n    ```", "8:1: texte: le bloc « glossaire » est décalé ; commencez-le au début de la ligne"),
        ("> ```chronologie\n> ```", "6:1: texte: le bloc « chronologie » est décalé ; commencez-le au début de la ligne"),
    ],
)
def test_a_block_is_spelt_as_it_should_be(body: str, expected: str):
    assert problems_of("term", body=f"{body}\n") == said("term", expected)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("```chronologie\npiste: [contexte]\n```", "7:1: piste: cette clé n'existe pas ici ; vouliez-vous écrire « pistes » ?"),
        ("```chronologie\npistes: [contxte]\n```", "7:10: pistes: « contxte » n'est pas dans la liste ; vouliez-vous écrire « contexte » ?"),
        ("```chronologie\npistes: contexte\n```", "7:9: pistes: une liste est attendue ; écrivez « pistes: [un, deux] »"),
        ("```chronologie\npistes:\n```", "7:8: pistes: la valeur manque ; écrivez-la, ou enlevez la clé si elle est facultative"),
        ("```chronologie\nde: années 80\n```", "7:5: de: « années 80 » n'est pas une date ; écrivez 198X (toute la décennie) ou 1980/1989"),
        ("```chronologie\nde: 1999\nde: 2000\n```", "8:1: de: cette clé est écrite deux fois ; gardez-en une seule"),
        ("```chronologie\ntravail-pair\n```", "7:1: bloc: aucune « clé: valeur » ; écrivez « clé: valeur », une par ligne"),
        ("```chronologie\npistes: [contexte\n```", "7:9: bloc: un crochet ouvert et mal fermé ; écrivez [un, deux]"),
        ("```glossaire\ndomaines: [sport]\n```", "7:12: domaines: « sport » n'est pas dans la liste ; écrivez l'un de ces noms : addictions, asile, associations, droit, emploi, handicap, institutions, logement, participation, precarite, sante, sante-mentale, savoirs, travail-pair, travail-social"),
        ("```plan\npistes: [contexte]\n```", "7:1: pistes: cette clé n'existe pas ici ; enlevez ce mot"),
    ],
)
def test_the_options_of_a_block_obey_the_same_rules(body: str, expected: str):
    assert problems_of("term", body=f"{body}\n") == said("term", expected)


# fmt: on


@pytest.mark.parametrize(
    "body",
    [
        "## Titre {#ici lang=en}",
        "[x](cvs.md), [x](../fiches/bonne-distance.md#ici), [x](#ici), <https://a.fr>, <contact@a.fr>",
        "[x](mailto:accueil@a.fr), [x](tel:115), [x](sms:114), [x](https://a.fr/b_(c))",
        'Un <span lang="en">mot</span>, <abbr>etc.</abbr><br>1 < 2, \\<b>, `<b onclick=x>`',
        '<span data-glossaire="non">CVS</span>',
        "Une note[^1].\n\n[^1]: Voir le rapport.",
        "```text\n# <script>\n[x](javascript:alert(1))\n```",
        "~~~ html\n<div onclick=x>\n~~~",
        "```chronologie\npistes: [contexte]\nde: 193X\na: 2023\n```\n\n```plan\n```",
    ],
)
def test_ordinary_markdown_is_welcome(body: str):
    assert problems_of("term", body=f"{body}\n") == []


@pytest.mark.parametrize(("kind", "line"), [("term", 6), ("event", 8)])
def test_an_entry_or_an_event_has_a_text(kind: str, line: int):
    cure = "écrivez au moins un paragraphe : il est montré dans les listes"
    assert problems_of(kind, body=" \n") == said(kind, f"{line}:1: texte: il n'y a pas de texte ; {cure}")


def test_a_translation_of_an_entry_has_a_text():
    cure = "écrivez au moins un paragraphe : il est montré dans les listes"
    assert problems_of("translation", body="") == said("translation", f"5:1: texte: il n'y a pas de texte ; {cure}")


def test_a_withdrawn_content_needs_no_text_and_no_easy_sentences():
    withdrawn = write("term", "retire: 2026-11", body="")
    assert problems({"glossaire/a.md": withdrawn, "glossaire/a.en.md": write("translation", body="")}) == []
    assert problems_of("sheet", "retire: 2026-11", "simple: Rien.", body="") == []


@pytest.mark.parametrize(
    ("simple", "many"), [("Un.", "1 phrase"), ("Un. Deux.", "2 phrases"), ("Un. " * 9, "9 phrases")]
)
@pytest.mark.parametrize("kind", ["definition", "sheet"])
def test_the_easy_text_has_three_to_eight_sentences(kind: str, simple: str, many: str):
    expected = said(kind, f"2:9: simple: {many} ; écrivez de 3 à 8 phrases courtes")
    assert problems_of(kind, f"simple: {simple}") == expected


@pytest.mark.parametrize("simple", ["Un. Deux ! Trois ?", "« Un ! » Deux… Trois.", "Un. " * 8])
def test_the_easy_text_may_have_three_to_eight_sentences(simple: str):
    assert problems_of("sheet", f"simple: {simple}") == []


def test_the_easy_text_of_a_translation_has_as_few_sentences():
    files = {"fiches/x.md": write("sheet"), "fiches/x.en.md": write("translation", "simple: One. Two.")}
    assert problems(files) == ["docs/fiches/x.en.md:2:9: simple: 2 phrases ; écrivez de 3 à 8 phrases courtes"]


def test_two_entries_do_not_replace_each_other():
    files = {f"glossaire/{one}.md": write("term", f"remplace: [{other}]") for one, other in ("ab", "ba")}
    ring = "remplace: « a », « b » se remplacent en rond ; gardez le remplacement dans un seul sens"
    assert problems(files) == [f"docs/glossaire/{one}.md:2:11: {ring}" for one in "ab"]


def test_three_entries_do_not_replace_each_other_in_a_ring():
    files = {f"glossaire/{one}.md": write("term", f"remplace: [{other}]") for one, other in ("ab", "bc", "ca", "da")}
    ring = "remplace: « a », « b », « c » se remplacent en rond ; gardez le remplacement dans un seul sens"
    assert problems(files) == [f"docs/glossaire/{one}.md:2:11: {ring}" for one in "abc"]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"a": "anciens: [b]", "b": ""}, ["a.md:2:11: anciens: « b » est déjà l'adresse de « b » ; enlevez-le ici"]),
        ({"a": "anciens: [a]"}, ["a.md:2:11: anciens: « a » est déjà l'adresse de « a » ; enlevez-le ici"]),
        (
            {"a": "anciens: [c]", "b": "anciens: [c]"},
            [
                "a.md:2:11: anciens: « c » est déjà l'adresse de « b » ; enlevez-le ici",
                "b.md:2:11: anciens: « c » est déjà l'adresse de « a » ; enlevez-le ici",
            ],
        ),
    ],
)
def test_an_old_address_belongs_to_one_entry(files: dict[str, str], expected: list[str]):
    texts = {f"glossaire/{id_}.md": write("term", *([line] if line else [])) for id_, line in files.items()}
    assert problems(texts) == [f"docs/glossaire/{line}" for line in expected]


def test_two_kinds_may_have_had_the_same_id():
    assert problems({"glossaire/a.md": write("term", "anciens: [c]"), "fiches/c.md": write("sheet")}) == []


def test_a_mistake_in_an_entry_does_not_make_the_entries_that_name_it_wrong():
    files = {"glossaire/a.md": write("term", "voir: [b]"), "glossaire/b.md": write("term", "revu: hier")}
    assert problems(files) == [
        "docs/glossaire/b.md:2:7: revu: « hier » n'est pas un mois ; écrivez l'année et le mois : 2026-11"
    ]


def test_a_translation_translates_a_french_file():
    assert problems({"glossaire/a.en.md": write("translation")}) == [
        "docs/glossaire/a.en.md:1:1: fichier: il traduit docs/glossaire/a.md, qui n'existe pas ; "
        "écrivez d'abord le fichier français"
    ]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("glossaire/cvs.fr.md", "le français n'a pas de suffixe ; renommez-le cvs.md"),
        (
            "glossaire/cvs.es.md",
            "« .es » n'est pas une langue du site ; renommez-le cvs.md, ou cvs.en.md pour une traduction",
        ),
        ("aide.v2.md", "« .v2 » n'est pas une langue du site ; renommez-le aide.md, ou aide.en.md pour une traduction"),
        ("glossaire/droit/cvs.md", "un sous-dossier dans docs/glossaire/ ; rangez le fichier dans docs/glossaire/"),
        ("glossaire/cvs.png", "ce n'est pas un fichier .md ; rangez les images dans docs/images/"),
        ("histoire/evenements/a.txt", "ce fichier de texte ne finit pas par « .md » ; renommez-le a.md"),
        ("glossaire/cvs.MD", "l'extension « .MD » ; renommez-le cvs.md"),
        ("aide.markdown", "l'extension « .markdown » ; renommez-le aide.md"),
        ("glossaire/CVS.md", "« CVS » n'est pas un identifiant ; écrivez « cvs » ({rule})"),
        (
            "glossaire/santé mentale.md",
            "« santé mentale » n'est pas un identifiant ; écrivez « sante-mentale » ({rule})",
        ),
        (
            "fiches/bonne_distance.en.md",
            "« bonne_distance » n'est pas un identifiant ; écrivez « bonne-distance » ({rule})",
        ),
        ("À propos/index.md", "« À propos » n'est pas un identifiant ; écrivez « a-propos » ({rule})"),
        ("README.md", "« README » n'est pas un identifiant ; écrivez « readme » ({rule})"),
        ("glossaire/😀.md", "« 😀 » n'est pas un identifiant ; écrivez {rule}, comme « loi-2002-2 »"),
    ],
)
def test_a_file_is_named_by_its_id_and_its_language(path: str, expected: str):
    rule = "des minuscules sans accent, des chiffres et des tirets"
    assert problems(NEIGHBOURS | {path: ""}) == [f"docs/{path}:1:1: fichier: {expected.format(rule=rule)}"]


def test_other_files_than_texts_may_stand_outside_the_folders_of_the_kinds():
    png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\0\0\0\0"
    assert problems({"images/equipe-1.png": png, "guide.pdf": b"%PDF-1.7\n%%EOF\n"}) == []


def folder_problems(folder: Path) -> list[Problem]:
    """What is wrong with a folder as it stands on the disk."""
    files, faults = collect(folder)
    library = read_all(BASIS | files, LANGUAGES)
    for path, (fault, cure) in faults.items():
        library.blame(path, fault, cure)
    return list(library.problems)


def test_a_folder_is_read_without_links_and_hidden_files(tmp_path):
    (tmp_path / "glossaire").mkdir()
    (tmp_path / ".caché.md").write_text("rien")
    (tmp_path / "glossaire" / "a.md").write_text(write("term"), "utf-8")
    (tmp_path / "glossaire" / "b.md").symlink_to("a.md")
    assert [str(problem) for problem in folder_problems(tmp_path)] == [
        "docs/glossaire/b.md:1:1: fichier: c'est un lien symbolique ; remplacez-le par une copie du fichier"
    ]


def test_a_file_name_from_an_old_windows_archive_is_a_problem_that_can_be_printed(tmp_path):
    (tmp_path / b"caf\xe9.md".decode("utf-8", "surrogateescape")).write_text("rien")
    (problem,) = folder_problems(tmp_path)
    assert str(problem).encode() and problem.fault == "son nom a des lettres illisibles"


def test_every_mistake_of_a_file_is_told_at_once():
    assert problems_of("term", "titre: X", "voir: [gim]", "revu: hier", body="# Titre\n\n<b>x</b>\n") == said(
        "term",
        "2:1: titre: cette clé n'existe pas ici ; vouliez-vous écrire « title » ?",
        "4:7: revu: « hier » n'est pas un mois ; écrivez l'année et le mois : 2026-11",
        "8:1: texte: un titre de niveau 1 dans le texte ; commencez par ## : le titre est déjà dans « title: »",
        "10:1: texte: du HTML (« <b> ») ; écrivez **le mot**, entre deux étoiles",
    )


@pytest.mark.parametrize(
    ("line", "place"), [("title: '😀'", "2:8"), ("formes: ['…']", "2:10"), ("developpe: '!'", "2:12")]
)
def test_an_entry_is_written_with_letters_or_digits(line: str, place: str):
    (told,) = problems_of("term", line)
    assert told.startswith(f"docs/glossaire/x.md:{place}: ") and "n'a ni lettre ni chiffre" in told


@pytest.mark.parametrize("line", [r'title: "a\0b"', r'title: "a\u202eb"', "title: a\u202eb"])
def test_an_invisible_sign_is_refused_even_written_as_an_escape(line: str):
    (told,) = problems_of("term", line)
    assert "un caractère invisible, qui n'est pas du texte" in told


@pytest.mark.parametrize("name", ["x/index.html", "images/x.svg", "images/terms.js", "404.html"])
def test_a_file_that_a_browser_could_run_is_refused(name: str):
    (told,) = problems({name: ""})
    assert "un navigateur pourrait l'exécuter" in told


@pytest.mark.parametrize("path", ["en.md", "en/index.md"])
def test_a_page_does_not_take_the_address_of_a_language(path: str):
    (told,) = problems({path: write("page")})
    assert "« en » est l'adresse des pages d'une langue" in told


@pytest.mark.parametrize("folder", ["templates", "assets"])
def test_a_page_that_would_not_be_published_is_refused(folder: str):
    (told,) = problems({f"{folder}/x.md": write("page")})
    assert "il ne serait pas publié" in told


def test_two_pages_do_not_share_an_address():
    (told,) = problems({"a.md": write("page"), "a/index.md": write("page")})
    assert told.startswith("docs/a.md:1:1: fichier: il a la même adresse que docs/a/index.md")


def test_a_page_that_the_whole_site_leads_to_is_there_and_not_withdrawn():
    library = read({"aide.md": write("page", "retire: 2026-11")})
    library.need(["aide.md", "index.md"])
    assert [str(problem).partition(" ; ")[0] for problem in library.problems] == [
        "docs/aide.md:2:9: retire: tout le site mène à cette page",
        "docs/index.en.md:1:1: fichier: l'accueil de cette langue manque",
        "docs/index.md:1:1: fichier: cette page manque, et tout le site y mène",
    ]


def test_a_block_is_drawn_once_on_a_page():
    (told,) = problems_of("page", body="```plan\n```\n\n```plan\n```\n")
    assert told.startswith("docs/x.md:8:1: bloc: le bloc « plan » est déjà dans cette page")


def test_a_timeline_does_not_end_before_it_starts():
    (told,) = problems_of("page", body="```chronologie\nde: 2023\na: 1935\n```\n")
    assert told.startswith("docs/x.md:7:4: a: « 1935 » vient avant « 2023 »")


@pytest.mark.parametrize("marker", ["-", "1."])
def test_a_block_inside_a_list_is_refused(marker: str):
    (told,) = problems_of("page", body=f"{marker} ```chronologie\n  ```\n")
    assert "le bloc « chronologie » est décalé" in told


@pytest.mark.parametrize("body", ["<i>x\n", "x</i>\n", "<i>x <u>y</i> z</u>\n", "<i>x\n\ny</i>\n"])
def test_an_inline_tag_closes_in_its_paragraph(body: str):
    assert all("dans ce paragraphe" in told for told in problems_of("term", body=body))
    assert problems_of("term", body=body)
