"""What a content must hold that its type alone cannot say."""

import re
from collections.abc import Set as AbstractSet

from reperes.base.collation import fold, french_key
from reperes.check import layout, wording
from reperes.model.kinds import AnyContent, Definition, Event, Term, is_acronym
from reperes.model.paths import FACTS
from reperes.model.text import Text
from reperes.model.words import languages, load
from reperes.source.frontmatter import Document, Key

SHOWN = ("title", "description", "simple", "developpe")
SIGNS = re.compile(r"\*\*|(?<!\S)__(?=\S)|\A(?:#+|[-•–*]) |\]\(|&\w{2,6};|\[\^")


def check_facts(document: Document, facts: AnyContent) -> None:
    """The rules on facts, which only French files hold."""
    if isinstance(facts, Term):
        _acronym(document, facts)
        _equivalents(document, facts)


def check_words(document: Document, kind: type[AnyContent], withdrawn: bool, words: Text) -> None:
    """The rules on words, the same in every language."""
    _said(document)
    _shaped(document)
    if kind is Term:
        _letters(document, words)
    if not withdrawn:
        _body(document, kind)
        _simple(document, kind, words)


def _said(document: Document) -> None:
    """The front matter too is filled, and says no more of persons than the text may."""
    for key, value in document.data.items():
        for i, text in enumerate(value if isinstance(value, tuple) else (value,)):
            for rule in (wording.check, layout.unfilled) if isinstance(text, str) and key != "url" else ():
                for _, fault, cure in rule(text):
                    document.blame((key, i) if isinstance(value, tuple) else (key,), fault, cure)


def _shaped(document: Document) -> None:
    """A value of the front matter is shown as it is written: signs of a text would be seen."""
    for key in SHOWN:
        value = document.data.get(key)
        if isinstance(value, str) and (found := SIGNS.search(value)):
            fault = f"« {found[0].strip()} » resterait visible"
            document.blame((key,), fault, "enlevez ce signe : il n'y a pas de mise en forme ici")


def _letters(document: Document, words: Text) -> None:
    """An entry is looked up and sorted by its letters."""
    places: list[tuple[Key, str | None]] = [(("title",), words.title), (("developpe",), words.expansion)]
    others = {"formes": words.forms, "synonymes": words.synonyms, "anciens_noms": words.former_names}
    places += [((key, i), name) for key, names in others.items() for i, name in enumerate(names)]
    said = load(words.lang if words.lang in languages() else FACTS)
    small = {*said["small_words"], *said["search"]["small"]}
    for key, text in places:
        if text and not french_key(text)[0]:
            document.blame(key, f"« {text} » n'a ni lettre ni chiffre", "écrivez le mot comme on le cherche")
        elif text and not is_acronym(text) and _everywhere(text, small):
            fault = f"« {text} » est un mot de toutes les phrases"
            document.blame(key, fault, "enlevez-le, ou écrivez un nom plus long : il deviendrait un bouton partout")


def _everywhere(text: str, small: AbstractSet[str]) -> bool:
    """Whether a name is one letter, or only small words: every sentence would hold it."""
    parts = [part.rstrip("'") for part in text.lower().replace("’", "'").replace("'", "' ").split()]
    return all(len(part) == 1 or not small.isdisjoint((part, fold(part))) for part in parts)


def _acronym(document: Document, term: Term) -> None:
    """An acronym says what it stands for."""
    if is_acronym(term.title) and not term.expansion:
        document.blame(("title",), f"« {term.title} » est un sigle sans développement", "ajoutez « developpe: … »")


def _equivalents(document: Document, term: Term) -> None:
    """Equivalents are in other languages than French, by code."""
    for language in {**term.equivalents, **term.proposed}:
        if not re.fullmatch(r"[a-z]{2,3}", language) or language == FACTS:
            fault = f"« {language} » n'est pas une autre langue"
            place = document.place(("equivalents", language, "@"))
            document.blame_at(place, f"equivalents.{language}", fault, "écrivez un code comme en, ar ou uk")


def _body(document: Document, kind: type[AnyContent]) -> None:
    """A term or an event has a text, whose first paragraph is shown in lists."""
    if issubclass(kind, Term | Event) and not document.body.strip():
        cure = "écrivez au moins un paragraphe : il est montré dans les listes"
        document.blame_at((document.body_line, 1), "texte", "il n'y a pas de texte", cure)


def _simple(document: Document, kind: type[AnyContent], words: Text) -> None:
    """A definition or a fact sheet has 3 to 8 easy sentences, when it has any."""
    many = len(words.simple_sentences)
    if issubclass(kind, Definition) and words.simple and not 3 <= many <= 8:
        fault = f"{many} phrase{'s' if many > 1 else ''}"
        document.blame(("simple",), fault, "écrivez de 3 à 8 phrases courtes")
