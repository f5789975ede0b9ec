"""The rules of the easy register that a machine can hold: each finding is a sentence and its cure."""

import re
from collections.abc import Iterator, Mapping, Sequence

MOST_WORDS = 15
SUBJECT = (
    r"(?:La|Le|Cette|Ce|Une|Un|L['’])\s?(?:nouvelle |nouveau )?"
    r"(?:loi|plan|décret|réforme|stratégie|État|programme|circulaire|rapport|projet|dispositif|politique|ordonnance|arrêté)"
    r"(?: [^.!?:;,]{0,40}?)??"
)
WILL = r"(?:veut|veulent|souhaite|souhaitent|cherche|cherchent|espère|espèrent|pense|pensent)"
ABSTRACT = re.compile(rf"(?:{SUBJECT} {WILL}\b|(?:Ils|Elles|On) {WILL}\b)")
VAGUE = re.compile(
    r"\b(?P<cela>[Cc]ela|[Cc]eci|[Çç]a)\b"
    r"|(?<!\bil )(?<!\bIl )(?<!n['’])(?<![-'’])\b(?P<y>[Yy])\s(?!a\b|compris\b|avait\b|aura\b|ait\b)"
)
PLACE = re.compile(
    r"\b(?:donn|fai|fass|laiss|pren|pris|trouv|occup)\w*\s(?:\w+\s)?(?:une|sa|leur|la|toute\s\w+)\s(?:vraie\s|juste\s|bonne\s)?"
    r"place\b(?!\s(?:en|dans|à|au|d['’]héberg|de\s(?:CHRS|foyer)))"
)
WHEN = re.compile(r"\b1[0-9]\d\d\b|\b20\d\d\b|\bsiècle|\bannées\b|\baujourd|\bdepuis\b")
SAME = 3  # pages that say a sentence before it is everybody's

HardSentence = tuple[str, str, str]  # sentence, fault, cure


def check(sentences: Sequence[str], kind: str) -> Iterator[HardSentence]:
    """What makes an easy text hard."""
    for sentence in sentences:
        for rule in (_long, _abstract, _vague, _place):
            yield from rule(sentence)
    if kind == "event" and sentences and not any(WHEN.search(sentence) for sentence in sentences):
        yield sentences[0], "le texte simple ne dit pas quand", "commencez par la date : « En 1984, … »"


def repeated(texts: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, HardSentence]]:
    """The sentences that several texts, by path, say to the letter."""
    owners: dict[str, list[str]] = {}
    for path, sentences in texts.items():
        for sentence in dict.fromkeys(one for one in sentences if len(one.split()) > 3):
            owners.setdefault(" ".join(sentence.split()), []).append(path)
    for sentence, paths in owners.items():
        for path in paths if len(paths) >= SAME else ():
            fault = f"la même phrase simple est dans {len(paths)} textes"
            yield path, (sentence, fault, "dites-le avec les mots de ce texte, ou enlevez-la")


def _long(sentence: str) -> Iterator[HardSentence]:
    words = [word for word in sentence.split() if any(letter.isalnum() for letter in word)]
    if len(words) > MOST_WORDS:
        yield sentence, f"une phrase simple de {len(words)} mots", f"coupez-la en deux : {MOST_WORDS} mots au plus"


def _abstract(sentence: str) -> Iterator[HardSentence]:
    if found := ABSTRACT.match(sentence):
        cure = "dites qui agit, ou ce qui change : « Des députés votent… », « La loi oblige… »"
        yield sentence, f"« {found[0][:60]} » : on ne sait pas qui veut", cure


def _vague(sentence: str) -> Iterator[HardSentence]:
    if found := VAGUE.search(sentence):
        word = (found["cela"] or found["y"]).lower()
        yield sentence, f"« {word} » : on ne sait pas de quoi il s'agit", "répétez le mot dont vous parlez"


def _place(sentence: str) -> Iterator[HardSentence]:
    if found := PLACE.search(sentence):
        cure = "dites ce que la personne fait : « elle vote », « elle donne son avis »"
        yield sentence, f"« {' '.join(found[0].split())} » est une image", cure
