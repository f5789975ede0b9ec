"""What an author may hang on a piece of text: an anchor and a language; no class, which could imitate the site."""

import re
from collections.abc import Iterator

ATTRIBUTES = {"lang", "dir", "data-glossaire"}
ATTRIBUTE = re.compile(r"([^\s=\"'/]+)\s*(?:=\s*(\"[^\"]*\"|'[^']*'|[^\s\"']+))?")
OURS = re.compile(r"#((?:mot|source|section|search|training)-[\w-]*|content|easy)(?![\w-])")  # anchors of every page
ATTR_LIST = re.compile(r"\{:?[ \t]*(?=[#.\w])([^{}\n]*)\}")
NOTE = re.compile(r"^[ \t]*!!!([^\n\"]*)(\"[^\n]*\")?", re.M)
NOTES = ("note", "info", "tip", "warning", "danger", "example", "quote")


def check(text: str) -> Iterator[tuple[int, str, str]]:
    """Offset, fault and cure of every attribute between braces and kind of note, in a body whose code is masked."""
    for found in ATTR_LIST.finditer(text):
        if taken := OURS.search(found[1]):
            yield found.start(), f"l'ancre « {taken[1]} » est de celles du site", "choisissez un autre nom"
        for name, value in attributes(re.sub(r"(?<!\S)#[\w-]+", "", found[1])):
            refused = f"la classe « {name[1:]} »" if name.startswith(".") else f"l'attribut « {name} »"
            if name.startswith(".") or (value is not None and name not in ATTRIBUTES | {"id"}):
                yield found.start(), f"{refused} entre accolades", "enlevez-le : seuls #id, lang et dir sont admis"
    for found in NOTE.finditer(text):
        if found[1].strip() not in NOTES:
            yield found.start(), f"« {found[1].strip()} » n'est pas un encadré", _cure(found[1])
        elif not found[2]:  # Markdown would give it an English title
            yield found.start(), "l'encadré n'a pas de titre", f'écrivez !!! {found[1].strip()} "À savoir"'


def attributes(text: str) -> Iterator[tuple[str, str | None]]:
    """The names and values of the attributes of a tag."""
    for found in ATTRIBUTE.finditer(text.strip().removesuffix("/")):
        yield found[1].lower(), found[2]


def _cure(kind: str) -> str:
    if any(mark in kind for mark in "«“”"):
        return 'tapez des guillemets droits : !!! note "À savoir"'
    return f"écrivez !!! {' ou '.join(NOTES)}"
