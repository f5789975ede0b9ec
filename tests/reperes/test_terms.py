"""Which words of a text are linked to the glossary: sentences, and the exact links that a reader expects."""

from unicodedata import normalize

import pytest
from contents import write
from glossary import Link, article, render, renderer
from reperes.markdown.written_forms import WORD, form_of
from reperes.model import words

CVS, GEM, DU, HAS, ACT = ("CVS", "cvs"), ("GEM", "gem"), ("DU", "du"), ("HAS", "has"), ("ACT", "act")
MSP = ("MSP", "msp msp-maison-de-sante")
FRENCH: list[tuple[str, list[Link]]] = [
    # Acronyms: plurals, dots, hyphens, case
    ("Le CVS se réunit.", [CVS]),
    ("Le CVS, le GEM et le CNPA.", [CVS, GEM, ("CNPA", "cnpa")]),
    ("Des GEMs ont ouvert.", [("GEMs", "gem")]),
    ("Un G.E.M. a ouvert.", [("G.E.M.", "gem")]),
    ("Un G.E.M a ouvert.", [("G.E.M", "gem")]),
    ("Il fréquente un G.E.M. Il y mange.", [("G.E.M.", "gem")]),
    ("Il fréquente un G.E.M.", [("G.E.M.", "gem")]),
    ("Des G.E.M.s ont ouvert.", [("G.E.M.s", "gem")]),
    ("Un G.E.M.Lyon et un G.E.M.x", []),
    ("La RdR, pas la rdr.", [("RdR", "rdr")]),
    ("La RdRD aussi.", [("RdRD", "rdr")]),
    ("L'approche DPA-PC.", [("DPA-PC", "dpa-pc")]),
    ("L'approche DPA PC ou D.P.A.-P.C.", [("DPA PC", "dpa-pc")]),
    ("DPA-PC", [("DPA-PC", "dpa-pc")]),
    ("Les gem et le Cvs.", []),
    ("Écrit SIDA ou sida.", [("SIDA", "sida")]),
    # Parts of something else
    ("CVSS, xCVS, CVS2, CVSs2 et inter-CVS.", []),
    ("Le CVS-bis, l'anti-CVS, le CVS‑bis et le CVS‐bis.", []),
    ("CVS_bis, _CVS et CVS\\_bis.", []),
    ("CVS&GEM, CVS+GEM et CVS=GEM.", []),
    ("Le CVS/CDU, un GEM/CVS et le SAMU/GEM/CNPA.", [CVS, GEM, ("CNPA", "cnpa")]),
    ("Voir /GEM/CVS, GEM/CVS/a.txt, CVS/cdu, exemple.fr/GEM/CVS, GEM//CVS et GEM/CVS/.", []),
    ("#CVS2024 et le mot-dièse #CVS, puis \\#GEM.", []),
    ("Écrire à CVS@exemple.fr, contact@CVS.fr ou prenom.GEM+x@exemple.fr.", []),
    ("Écrire à <CVS@exemple.fr>.", []),
    ("Le fichier CVS.pdf, liste-CVS.odt, GEM_2024.csv et C:\\GEM\\a.txt.", []),
    ("Voir https://exemple.fr/a?q=CVS et www.exemple.fr/GEM,CVS.", []),
    ("Voir <https://exemple.fr/CVS>, exemple.fr?CVS et exemple.fr/?sigle=CVS.", []),
    ("L’ordre CVS...puis GEM… fin.", [CVS, GEM]),
    ("CVS.Le suivant, CVS:suite.", []),
    ("Le C.V.S.E. et le A.CVS.", []),
    ("H~CVS~O, 10~GEM.", []),
    ("Le GEM(s) et les « CVS ».", [GEM, CVS]),
    # Ordinary words that look like acronyms
    ("Il y a du pain, elle act, has been.", []),
    ("Le DU et l'ACT, selon la HAS.", [DU, ACT, HAS]),
    ("CONSEIL DU QUARTIER", []),
    ("LE CVS ET LA PLACE DU GEM", [CVS]),  # « gem » could be a word
    ("LE RÔLE DU CVS", [CVS]),
    ("LE DU de Lyon.", [DU]),
    ("LE CHAT dort, le DU aussi.", [DU]),
    ("DU, ACT", [DU, ACT]),
    ("Sur l'affiche : CONSEIL DU QUARTIER, venez.", []),
    ("Sur l'affiche : **LE BAL DU 14 JUILLET**, venez.", []),
    ("Les **DU** DE **L'ÉTÉ** ICI.", []),
    ("L'agrément CSAPA ACT existe.", [ACT]),
    ("Une note\nSUR LE PAIN DU JOUR\nest affichée.", []),
    # Elisions and apostrophes
    ("L'AHI, d'un CVS, qu’un GEM.", [("AHI", "ahi"), CVS, GEM]),
    ("Le secteur de l’AHI.", [("AHI", "ahi")]),
    ("L'aller-vers, d’aller-vers.", [("aller-vers", "aller-vers")]),
    ("Le pouvoir d’agir.", [("pouvoir d’agir", "pouvoir-d-agir")]),
    ("Le CVS'idable et le CVS’x.", []),
    # Spaces, hyphens, line breaks
    ("La pair-aidance.", [("pair-aidance", "pair-aidance")]),
    ("La pair aidance.", [("pair aidance", "pair-aidance")]),
    ("La pair‑aidance, sans coupure.", [("pair‑aidance", "pair-aidance")]),
    ("La pair‐aidance, autre trait.", [("pair‐aidance", "pair-aidance")]),
    ("Le travail-pair.", [("travail-pair", "travail-pair")]),
    ("Le travail\npair.", [("travail pair", "travail-pair")]),
    ("- le travail\n  pair", [("travail pair", "travail-pair")]),
    ("Le travail\u00a0pair.", [("travail pair", "travail-pair")]),
    ("Le travail\u202fpair.", [("travail pair", "travail-pair")]),
    ("Le travail&nbsp;pair.", [("travail pair", "travail-pair")]),
    ("Le travail  \npair, coupé exprès.", []),
    ("Le travail\n\npair, deux paragraphes.", []),
    ("Le travail, pair ou impair ; un travail : pair.", []),
    ("Le travail – pair.", []),
    ("Un rapport pair-aidance-travail.", []),
    ("Un travail pair-aidance.", [("pair-aidance", "pair-aidance")]),
    ("Le CVS\u00a0: un conseil.", [CVS]),
    # Exact entries
    ("Il faut aller vers la gare.", []),
    ("Aller-vers ou aller‑vers ?", [("aller‑vers", "aller-vers")]),
    ("Le programme Logement d'abord, ou Logement\nd’abord.", [("Logement d'abord", "logement-d-abord")]),
    ("Trouver un logement d'abord.", []),
    # Plurals, feminines, other forms
    ("Les travailleurs pairs.", [("travailleurs pairs", "travailleurse-paire")]),
    ("Une travailleuse paire.", [("travailleuse paire", "travailleurse-paire")]),
    ("Des travailleuses pairs.", [("travailleuses pairs", "travailleurse-paire")]),
    ("Deux pairs-aidantes.", [("pairs-aidantes", "pair-aidance")]),
    ("Les savoirs expérientiels.", [("savoirs expérientiels", "savoir-experientiel")]),
    ("Des savoirs d’expérience.", [("savoirs d’expérience", "savoir-experientiel")]),
    ("Une usagère et des usagers.", [("usagère", "usager")]),
    ("Les intervenants sociaux.", [("intervenants sociaux", "intervenant-social")]),
    ("Une intervenante sociale.", [("intervenante sociale", "intervenant-social")]),
    ("Les personnes accompagnées.", [("personnes accompagnées", "personne-accompagnee")]),
    ("Les conseils d'établissement.", [("conseils d'établissement", "conseil-d-etablissement")]),
    ("Un conseil de l'établissement.", []),
    ("Le non-recours, le non recours.", [("non-recours", "non-recours")]),
    # The longest wins
    ("La participation citoyenne.", [("participation citoyenne", "participation-citoyenne")]),
    ("La participation des citoyens.", [("participation", "participation")]),
    ("La non-participation.", []),
    ("Des conseils de la vie sociale.", [("conseils de la vie sociale", "cvs")]),
    ("La réduction des risques et des dommages.", [("réduction des risques et des dommages", "rdr")]),
    ("La réduction des risques et le reste.", [("réduction des risques", "rdr")]),
    # Signs inside a name
    ("L'accueil, hébergement, insertion.", [("accueil, hébergement, insertion", "ahi")]),
    ("L'accueil hébergement insertion.", []),
    ("La loi n° 2002-2 du 2 janvier 2002.", [("loi n° 2002-2", "loi-2002-2")]),
    ("La loi n°\u00a02002-2 et la loi n°2002-2.", [("loi n° 2002-2", "loi-2002-2")]),
    ("La loi n°2002-2.", [("loi n°2002-2", "loi-2002-2")]),
    ("La loi 2002-21, la loi 2002-2-1 et le 2002-2.", []),
    # Accents, ligatures, capitals
    ("École, école, Ecole.", [("École", "ecole")]),
    ("Ecole ouverte.", [("Ecole", "ecole")]),
    ("ECOLE OUVERTE", [("ECOLE", "ecole")]),
    ("ecole, écolé, ÉCÔLE.", []),
    ("Le RETABLISSEMENT ou le Rétablissement.", [("RETABLISSEMENT", "retablissement")]),
    ("Un retablissement.", []),
    (normalize("NFD", "L'école."), [(normalize("NFD", "école"), "ecole")]),
    (normalize("NFD", "LE RÉTABLISSEMENT"), [(normalize("NFD", "RÉTABLISSEMENT"), "retablissement")]),
    (normalize("NFD", "Le CVSé, l'écolé."), []),
    ("Une œuvre sociale.", [("œuvre sociale", "oeuvre-sociale")]),
    ("Les Oeuvres sociales.", [("Oeuvres sociales", "oeuvre-sociale")]),
    ("LES ŒUVRES SOCIALES", [("ŒUVRES SOCIALES", "oeuvre-sociale")]),
    ("Participation, puis participation.", [("Participation", "participation")]),
    # Markup around words
    ("**le CVS** de l'*AHI*", [CVS, ("AHI", "ahi")]),
    ("***le CVS*, au GEM** et ~~rien~~", [CVS, GEM]),
    ("**le *CVS* et *le **GEM***", [CVS, GEM]),
    ("\\*CVS\\* et \\[GEM\\]", [CVS, GEM]),
    ('Le "GEM", (CVS) et [DU].', [GEM, CVS, DU]),
    ("Un G\\.E\\.M\\. ouvre.", [("G.E.M.", "gem")]),
    ("Le CVS\\-bis.", []),
    ("C**VS**, **C**VS, x**CVS** et **CVS**x.", []),
    ("*CVS*-bis et pré-*GEM*.", []),
    ("Le travail *pair* ou le **travail** pair.", []),
    ("C<u>VS</u>, <s>C</s>VS, le travail <u>pair</u>, le <i>travail</i> pair.", []),
    ("Le CVS[^1].\n\n[^1]: Au sens de la HAS.", [CVS, HAS]),
    ('C<sub>CVS</sub>x<span lang="fr">GEM</span>', [CVS]),
    ("Le CVS<sup>2</sup>.", [CVS]),
    ("Le CVS<br>et le GEM.", [CVS, GEM]),
    ("pair-<wbr>aidance et xCVS<wbr>x", [("pair-aidance", "pair-aidance")]),
    # Entities
    ("R&amp;CVS, CVS&amp;GEM et CVS &amp; GEM.", [CVS, GEM]),
    ("Le GEM&nbsp;! L&rsquo;AHI&#160;?", [GEM, ("AHI", "ahi")]),
    ("L'&eacute;cole, la CVS&eacute;.", [("école", "ecole")]),
    ("La partici&shy;pation et le CVS&shy;S.", [("partici\u00adpation", "participation")]),
    ("Le CVS &lt;CVS&gt;.", [CVS]),
    # Left alone
    ("## Le CVS\n\n### Le GEM\n\nRien.", []),
    ("Le CVS\n---\n\nRien.", []),
    ("`CVS`, <kbd>GEM</kbd> et <abbr>DU</abbr>.", []),
    ("    CVS en code\n\nLe GEM.", [GEM]),
    ("```\nCVS\n```\n\nLe GEM.", [GEM]),
    ("```text\nun </i> et <i lang=en>\n```\n\nLe GEM.", [GEM]),
    ("[le CVS](https://exemple.fr) et [GEM][a].\n\n[a]: https://exemple.fr/DU 'HAS'", []),
    ("![Le CVS](a.png 'Le GEM') et le DU.", [DU]),
    ('<span data-glossaire="non">CVS</span> et GEM.', [GEM]),
    ("<span data-glossaire='non'>CVS et **GEM**</span>, <SPAN DATA-GLOSSAIRE=NON>DU</SPAN>.", []),
    ('<span data-glossaire="non">CVS</i> et GEM</span> et DU.', [DU]),
    ('<span data-glossaire="non">CVS <u>GEM</u> HAS</span>, DU.', [DU]),
    ('<span data-glossaire="non">CVS\n\nLe GEM.', [GEM]),
    ('Un <i lang="en">GEM for the DU</i>, un CVS.', [CVS]),
    ('Un <i lang="en-GB">GEM <b>DU</b></i>, un <i lang="FR">CVS</i>.', [CVS]),
    ('<i lang="en">the **GEM</i> DU** et CVS.', [DU, CVS]),
    ('<i lang="en">the GEM, <span lang="fr">le CVS</span>, the DU</i>', [CVS]),
    ("Un *GEM*{lang=en} et un *CVS*{lang=fr}.", [CVS]),
    ("Un paragraphe sur le GEM.\n{: lang=en }\n\nLe CVS.", [CVS]),
    ('!!! note "Le CVS"\n    Le GEM décide.', [GEM]),
    # Where text may stand
    ("| Le CVS | Quoi |\n|---|---|\n| GEM | Un DU |\n| HAS | `ACT` |", [CVS, GEM, DU, HAS]),
    ("Sigle\n:   Le CVS, le GEM.", [CVS, GEM]),
    ("CVS\n:   Un conseil.", [CVS]),
    ("- CVS\n- [ ] GEM\n    1. DU", [CVS, GEM, DU]),
    ("> Le CVS décide.\n>\n> > Le GEM aussi.", [CVS, GEM]),
    # First in each section
    ("Le CVS, puis le CVS, puis le conseil de la vie sociale.", [CVS]),
    ("Le CVS.\n\n## Deux\n\nLe CVS.\n\n### Trois\n\nLe CVS.", [CVS, CVS]),
    ("Le [CVS](x.md) ici, `CVS` là, puis CVS.", [CVS]),
    # Homonyms
    ("Une MSP, puis une MSP.", [MSP]),
    ("Un médiateur de santé-pair.", [("médiateur de santé-pair", "msp")]),
    ("Un médiateur de santé-pair (MSP).", [("médiateur de santé-pair", "msp")]),
    ("Les MSPs d'ici.", [("MSPs", "msp msp-maison-de-sante")]),
]
ENGLISH: list[tuple[str, list[Link]]] = [
    ("The CVS meets; two GEMs and a G.E.M. too.", [CVS, ("GEMs", "gem")]),
    ("Peer workers meet.", [("Peer workers", "travailleurse-paire")]),
    ("The peer worker's role.", [("peer worker", "travailleurse-paire")]),
    ("The GEM’s members and the CVSs' role.", [GEM, ("CVSs", "cvs")]),
    ("Peer-support groups.", [("Peer-support", "pair-aidance")]),
    ("Peer work, not peer-workers.", [("Peer work", "travail-pair"), ("peer-workers", "travailleurse-paire")]),
    ("Social life councils elsewhere.", [("Social life councils", "cvs")]),
    ("Recovery communities grow.", [("Recovery communities", "ecole")]),
    ("In recovery.", [("recovery", "retablissement")]),
    ("It has been an act of the HAS.", [HAS]),
    ("THE LAW HAS CHANGED", []),
    ("It said: THE LAW HAS CHANGED TODAY, nothing more.", []),
    ("An ACT place, not an Act.", [ACT]),
    ("AIDS activists provide aid and hearing aids.", [("AIDS", "sida")]),
    ("Law no. 2002-2 of 2 January 2002.", [("Law no. 2002-2", "loi-2002-2")]),
    ("Act no.\u00a02002-2.", [("Act no. 2002-2", "loi-2002-2")]),
    ("Some outreach; <i lang='fr'>aller-vers, le CVS</i>.", [("outreach", "aller-vers")]),
    ("Le non-recours, usager.", []),
    (
        "Empowerment and experiential\nknowledge.",
        [("Empowerment", "pouvoir-d-agir"), ("experiential knowledge", "savoir-experientiel")],
    ),
    ("An MSP.", [MSP]),
    ("An MSP, that is a peer health mediator.", [("MSP", "msp")]),
    ("Self-recovery and recovery-bis.", []),
    (
        "| A CVS | `GEM` |\n|---|---|\n| x | institution councils |",
        [CVS, ("institution councils", "conseil-d-etablissement")],
    ),
    ("See GEM.org, CVS-plus and an e.g. of HAS.", [HAS]),
]


@pytest.mark.parametrize(("text", "links"), FRENCH, ids=range(len(FRENCH)))
def test_a_french_text_has_these_links_and_no_other(text: str, links: list[Link]):
    assert render(text).links == links


@pytest.mark.parametrize(("text", "links"), ENGLISH, ids=range(len(ENGLISH)))
def test_an_english_text_has_these_links_and_no_other(text: str, links: list[Link]):
    assert render(text, "en").links == links


def test_there_are_sentences_enough_and_each_is_another():
    assert len({text for text, _ in FRENCH}) == len(FRENCH) >= 80
    assert len({text for text, _ in ENGLISH}) == len(ENGLISH) >= 20


@pytest.mark.parametrize(
    ("title", "text", "ids"),
    [("G.E.M.", "Un GEM.", "autre gem"), ("pair aidance", "La pair-aidance.", "autre pair-aidance")],
)
def test_two_entries_whose_names_differ_by_dots_or_a_hyphen_are_homonyms(title: str, text: str, ids: str):
    path, file = "glossaire/autre.md", write("term", f"title: {title}", "developpe: autre chose")
    html = article(renderer("fr", path, file), "page.md", text).html
    assert f'popovertarget="mot-{ids.replace(" ", "--")}"' in html


def written(said: str, text: str) -> bool:
    """Whether a text is a form of an entry said so."""
    rules, small = (tuple(words.load("fr")[name]) for name in ("inflections", "small_words"))
    form = form_of(said, False, ("entry",), rules, small)
    found = list(WORD.finditer(text))
    return len(found) == len(form.words) and form.written(text, found)


@pytest.mark.parametrize(
    ("word", "others"),
    [
        ("pair", "pairs paire paires"),
        ("relais", ""),
        ("heureux", "heureuse heureuses"),
        ("social", "sociaux socials sociale sociales"),
        ("nez", ""),
        ("la", ""),
        ("14", ""),
    ],
)
def test_a_word_has_its_regular_plurals_and_feminines_and_no_other_form(word: str, others: str):
    rules, small = (tuple(words.load("fr")[name]) for name in ("inflections", "small_words"))
    assert sorted(form_of(word, False, ("entry",), rules, small).words[0]) == sorted([word, *others.split()])


def test_a_capital_may_lack_its_accent_and_a_small_letter_may_not():
    assert all(written("équipe mobile", said) for said in ("Équipe mobile", "Equipe mobile", "EQUIPE MOBILES"))
    assert not any(written("équipe mobile", said) for said in ("equipe mobile", "Aquipe mobile", "ÉQUIP MOBILE"))
