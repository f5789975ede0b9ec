"""A small glossary written as plain strings, and pages rendered with it as on the site."""

from dataclasses import dataclass, replace
from functools import cache

from built import Node, parse
from contents import SETTINGS, interface, read, write
from reperes.markdown.renderer import Article, Renderer

FRENCH: dict[str, tuple[str, ...]] = {
    "cvs": ("title: CVS", "developpe: conseil de la vie sociale"),
    "gem": ("title: GEM", "developpe: groupe d'entraide mutuelle"),
    "cnpa": ("title: CNPA", "developpe: conseil national des personnes accueillies ou accompagnées"),
    "du": ("title: DU", "developpe: diplôme d'université"),
    "act": ("title: ACT", "developpe: appartement de coordination thérapeutique"),
    "has": ("title: HAS", "developpe: Haute Autorité de santé"),
    "ahi": ("title: AHI", "developpe: accueil, hébergement, insertion"),
    "rdr": ("title: RdR", "developpe: réduction des risques", "formes: [RdRD, réduction des risques et des dommages]"),
    "dpa-pc": ("title: DPA-PC", "developpe: développement du pouvoir d'agir des personnes et des collectivités"),
    "msp": ("title: MSP", "developpe: médiateur de santé-pair", "formes: [médiatrice de santé-paire]"),
    "msp-maison-de-sante": (
        "title: MSP",
        "developpe: maison de santé pluriprofessionnelle",
        "formes: [maisons de santé pluriprofessionnelles]",
    ),
    "pair-aidance": ("title: pair-aidance", "formes: [pair-aidant, pair-aidante, pairs-aidants, pairs-aidantes]"),
    "travail-pair": ("title: travail pair",),
    "travailleurse-paire": ("title: travailleur pair", "formes: [travailleuse paire, travailleuse pair]"),
    "aller-vers": ("title: aller-vers", "exact: true"),
    "logement-d-abord": ("title: Logement d'abord", "exact: true"),
    "savoir-experientiel": ("title: savoir expérientiel", 'formes: ["savoir d\'expérience", "savoirs d\'expérience"]'),
    "pouvoir-d-agir": ("title: pouvoir d'agir",),
    "retablissement": ("title: rétablissement",),
    "ecole": ("title: école",),
    "sida": ("title: sida", "developpe: syndrome d'immunodéficience acquise", "formes: [SIDA]"),
    "non-recours": ("title: non-recours",),
    "conseil-d-etablissement": ("title: conseil d'établissement", 'formes: ["conseils d\'établissement"]'),
    "participation": ("title: participation",),
    "participation-citoyenne": ("title: participation citoyenne",),
    "loi-2002-2": ("title: loi n° 2002-2", "formes: [loi 2002-2]"),
    "personne-accompagnee": ("title: personne accompagnée",),
    "usager": ("title: usager",),
    "intervenant-social": ("title: intervenant social",),
    "oeuvre-sociale": ("title: œuvre sociale",),
}
ENGLISH: dict[str, tuple[str, ...]] = {
    "cvs": ("title: CVS", "developpe: social life council"),
    "gem": ("title: GEM", "developpe: mutual support group"),
    "has": ("title: HAS", "developpe: national authority for health"),
    "act": ("title: ACT", "developpe: therapeutic coordination apartment"),
    "msp": ("title: MSP", "developpe: peer health mediator"),
    "msp-maison-de-sante": ("title: MSP", "developpe: multi-professional health centre"),
    "pair-aidance": ("title: peer support",),
    "travail-pair": ("title: peer work",),
    "travailleurse-paire": ("title: peer worker",),
    "aller-vers": ("title: outreach",),
    "savoir-experientiel": ("title: experiential knowledge",),
    "pouvoir-d-agir": ("title: empowerment",),
    "retablissement": ("title: recovery",),
    "sida": ("title: AIDS", "developpe: acquired immunodeficiency syndrome"),
    "conseil-d-etablissement": ("title: institution council",),
    "participation": ("title: participation",),
    "loi-2002-2": ("title: law no. 2002-2", "formes: [Act no. 2002-2]"),
    "ecole": ("title: recovery community",),
}
FILES = {f"glossaire/{id_}.md": write("term", *lines) for id_, lines in FRENCH.items()} | {
    f"glossaire/{id_}.en.md": write("translation", *lines) for id_, lines in ENGLISH.items()
}
PATHS = {"fr": "page.md", "en": "page.en.md"}

Link = tuple[str, str]  # the text linked, and the ids behind it, « one » or « one other » for homonyms


@dataclass(frozen=True)
class Rendered:
    """A page as readers get it, and what was noted of it."""

    html: str
    found: tuple[tuple[str, str], ...]
    groups: tuple[tuple[str, ...], ...]

    @property
    def tree(self) -> Node:
        """Its elements."""
        return parse(self.html)

    @property
    def text(self) -> str:
        """What it says, white space folded, expansions included."""
        return " ".join(letters(self.tree).split())

    @property
    def links(self) -> list[Link]:
        """Its words that are explained, in order."""
        return [
            (" ".join(letters(button).split()), button.attrs["popovertarget"].removeprefix("mot-").replace("--", " "))
            for button in self.tree.all("button", class_="term")
        ]

    @property
    def expansions(self) -> list[str]:
        """What was added to it."""
        return [letters(span) for span in self.tree.all("span", class_="expansion")]


def letters(node: Node) -> str:
    """The text of an element, to the letter."""
    return "".join(child if isinstance(child, str) else letters(child) for child in node.children)


@cache
def renderer(language: str, path: str = "", text: str = "") -> Renderer:
    """What renders a page of the site, after adding a file to it."""
    pages = {"page.md": write("page"), "page.en.md": write("translation", "description: A sentence.")}
    library = read(FILES | pages | ({path: text} if path else {}))
    assert not library.problems, "\n".join(map(str, library.problems))
    catalogue = library.catalogue(language)
    return Renderer(catalogue, SETTINGS.extensions, interface(library)[language], {}, {})


def article(renderer: Renderer, path: str, body: str) -> Article:
    """The article that a body would make in a file that exists."""
    entry = renderer.catalogue.at(path)
    return renderer.render(replace(entry, words=replace(entry.words, body=body)))


def render(body: str, language: str = "fr", path: str = "", head: tuple[str, ...] = (), kind: str = "page") -> Rendered:
    """A page with a body; under another path than the plain page's, it has a front matter of its own."""
    site = renderer(language, path, write(kind, *head)) if path else renderer(language)
    found = article(site, path or PATHS[language], body)
    return Rendered(found.html, found.mentions, found.groups)
