"""What readers type, and the page each query must find."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from playwright.sync_api import Page

WAIT = 20_000  # ms: for a machine that does other things
BOX = "#search-q"
ANSWERS = "[data-part=answers]"
LINKS = "links => links.map(link => link.getAttribute('href'))"
FIRST = "li > p:first-child a"
ANSWERED = """([answers, wait]) => new Promise((done, late) => {
  const box = document.querySelector(answers);
  const look = () => box.ariaBusy === "false" && done();
  new MutationObserver(look).observe(box, { attributeFilter: ["aria-busy"] });
  setTimeout(late, wait, new Error("no answer"));
  look();
})"""
ASKED = f"""async ([queries, field, answers, wait]) => {{
  const told = [];
  for (const query of queries) {{
    document.querySelector(field).value = query;
    document.querySelector(field).dispatchEvent(new Event("input", {{ bubbles: true }}));
    await ({ANSWERED})([answers, wait]);
    told.push([query, [...document.querySelectorAll(`${{answers}} {FIRST}`)].map((link) => link.getAttribute("href"))]);
  }}
  return told;
}}"""


def settle(page: Page) -> None:
    """Wait until the texts have answered, told by the page: `expect` looks after 100, 350, then 850 ms."""
    page.locator(ANSWERS).wait_for(state="attached", timeout=WAIT)
    page.evaluate(ANSWERED, [ANSWERS, WAIT])


def found(page: Page) -> list[str]:
    """The pages that answer, in order, as paths from the root of the site."""
    hrefs = page.locator(f"{ANSWERS} {FIRST}").evaluate_all(LINKS)
    return [urlsplit(href).path.strip("/") for href in hrefs]


def answered(page: Page, queries: Sequence[str]) -> dict[str, list[str]]:
    """What each query finds, asked one after the other in the page itself."""
    page.locator(ANSWERS).wait_for(state="attached", timeout=WAIT)
    told = page.evaluate(ASKED, [queries, BOX, ANSWERS, WAIT])
    return {query: [urlsplit(href).path.strip("/") for href in hrefs] for query, hrefs in told}


FRENCH_NAMES = {  # exact acronyms and titles
    "cvs": "glossaire/cvs",
    "CVS": "glossaire/cvs",
    "C.V.S.": "glossaire/cvs",
    "cnpa": "glossaire/cnpa",
    "gem": "glossaire/gem",
    "G.E.M.": "glossaire/gem",
    "gems": "glossaire/gem",
    "msp": "glossaire/msp",
    "caarud": "glossaire/caarud",
    "rdr": "glossaire/rdr",
    "rsa": "glossaire/rsa",
    "has": "glossaire/has",
    "du": "glossaire/du",
    "dpa-pc": "glossaire/dpa-pc",
    "dpa pc": "glossaire/dpa-pc",
    "sida": "glossaire/sida",
    "retablissement": "glossaire/retablissement",
    "RÉTABLISSEMENT": "glossaire/retablissement",
    "le rétablissement": "glossaire/retablissement",
    "pouvoir d'agir": "glossaire/pouvoir-d-agir",
    "pouvoir d’agir": "glossaire/pouvoir-d-agir",
    "pair aidance": "glossaire/pair-aidance",
    "pair-aidance": "glossaire/pair-aidance",
    "aller vers": "glossaire/aller-vers",
    "savoir experientiel": "glossaire/savoir-experientiel",
    "loi 2002": "glossaire/loi-2002-2",
    "loi 2002-2": "glossaire/loi-2002-2",
    "loi du 2 janvier 2002": "glossaire/loi-2002-2",
    "groupe d'entraide mutuelle": "glossaire/gem",
    "groupes d’entraide mutuelle": "glossaire/gem",
    "conseil de la vie sociale": "glossaire/cvs",
    "conseil de vie sociale": "glossaire/cvs",
    "travailleur pair": "glossaire/travailleurse-paire",
    "travailleuse paire": "glossaire/travailleurse-paire",
    "travail pair": "glossaire/travail-pair",
    "bonne distance": "glossaire/bonne-distance",
    "que veulent changer la participation et le travail pair": "fiches/volonte-politique-commune",
    "creation du ccpa": "histoire/evenements/ccpa",
    "plan du site": "plan",
    "mentions legales": "a-propos/mentions-legales",
}
FRENCH_WORDS = {
    "mediateur sante": "glossaire/msp",
    "médiateurs de santé": "glossaire/msp",
    "médiatrice": "glossaire/msp",
    "entraide": "glossaire/gem",
    "l'entraide": "glossaire/gem",
    "entraide mutuelle": "glossaire/gem",
    "pairs aidants": "glossaire/pair-aidance",
    "pair aidante": "glossaire/pair-aidance",
    "intervenantes paires": "glossaire/intervenant-pair",
    "c'est quoi un CVS": "glossaire/cvs",
    "qu'est-ce que le rétablissement": "glossaire/retablissement",
    "une posture sous tension": "fiches/posture-sous-tension",
    "oeuvre": "histoire/evenements/loi-contre-les-exclusions",
    "œuvre": "histoire/evenements/loi-contre-les-exclusions",
    "ecoute": "aide",
    "l’écoute": "aide",
    "medicosocial": "glossaire/anesm",  # its long name holds the word
    "médico social": "glossaire/samsah",
    "suicide": "aide",
    "115": "aide",
    "sans abri": "aide",
    "prostitution": "histoire/evenements/sante-communautaire-a-lyon",
    "salaire": "fiches/payer-les-savoirs",
    "embaucher un travailleur pair": "fiches/accueillir-un-travailleur-pair",
    "stigmate": "glossaire/stigmate",
    "handicapés": "glossaire/mdph",
    "logement": "glossaire/dihal",
    "drogues": "glossaire/asud",
    "alcooliques": "glossaire/aa",
    "precarite": "glossaire/empp",
    "asile": "glossaire/cada",
    "loi handicap 2005": "glossaire/loi-2005-102",
    "Goffman": "histoire/evenements/stigmate-de-goffman",
    "bicetre": "histoire/evenements/pussin-a-bicetre",
    "personnes concernées équipe": "fiches/personne-concernee-dans-l-equipe",
    "mediatuer": "glossaire/msp",
    "retablisement": "glossaire/retablissement",
    "quelle différence entre bénévole et employeur": "fiches/payer-les-savoirs",
    "partcipation": "glossaire/participation",
}
ENGLISH_NAMES = {
    "cvs": "en/glossaire/cvs",
    "gem": "en/glossaire/gem",
    "GEMs": "en/glossaire/gem",
    "msp": "en/glossaire/msp",
    "has": "en/glossaire/has",
    "aids": "en/glossaire/sida",
    "recovery": "en/glossaire/retablissement",
    "peer support": "en/glossaire/pair-aidance",
    "peer worker": "en/glossaire/travailleurse-paire",
    "peer workers": "en/glossaire/travailleurse-paire",
    "peer support work": "en/glossaire/travail-pair",
    "experiential knowledge": "en/glossaire/savoir-experientiel",
    "empowerment": "en/glossaire/pouvoir-d-agir",
    "outreach": "en/glossaire/aller-vers",
    "social life council": "en/glossaire/cvs",
    "harm reduction": "en/glossaire/rdr",
    "self help": "en/glossaire/self-help",
    "mutual aid": "en/glossaire/auto-support",
    "life plan": "en/glossaire/projet-de-vie",
    "stigma": "en/glossaire/stigmate",
    "site map": "en/plan",
    "anthony defines recovery": "en/histoire/evenements/retablissement-selon-anthony",
}
ENGLISH_WORDS = {
    "mutual support": "en/glossaire/gem",
    "peer health mediators": "en/histoire/evenements/mediateurs-de-sante-pairs",
    "what is recovery": "en/glossaire/retablissement",
    "law 2002": "en/histoire/evenements/loi-2002-2",
    "people's rights": "en/histoire/evenements/loi-2002-2",
    "wage": "en/fiches/payer-les-savoirs",
    "suicide": "en/aide",
    "homeless": "en/glossaire/ahi",
    "boundaries": "en/glossaire/bonne-distance",
    "lived experience": "en/glossaire/personne-concernee",
    "recovry": "en/glossaire/retablissement",
    "goffman": "en/histoire/evenements/stigmate-de-goffman",
    "welcoming a peer worker": "en/fiches/accueillir-un-travailleur-pair",
    "housing": "en/glossaire/logement-d-abord",
}
