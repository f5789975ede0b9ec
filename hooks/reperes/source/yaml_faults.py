"""What stops a piece of YAML from being plain keys and values, said to someone who has never heard of YAML."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import yaml

MAX_DEPTH = 6
QUOTED = "mettez la valeur entre guillemets"
ASKEW = "un décalage inattendu", "alignez les clés à gauche, et les tirets entre eux"
DIRECTIVE = "une ligne qui commence par « % »", "enlevez-la"
TAB = ("une tabulation au début de la ligne", "remplacez-la par des espaces simples")
NBSP = ("une espace insécable au début de la ligne", TAB[1])
STRANGE = re.compile("[\t\u00a0\u202f]")
HARD = re.compile(r" *(?:- +)?[A-Za-zÀ-ÿ_]+(?P<strange>(?P<before>[ \u00a0\u202f]+):|:[\u00a0\u202f])")
INDENT = re.compile(r" *(?P<strange>[\t\u00a0\u202f])[ \t\u00a0\u202f]*(?:- |\S+:)")
GLUED = re.compile(r"(?P<before> *(?:- +)?)(?P<key>[A-Za-zÀ-ÿ_]+):(?P<value>[^ \t/][^\n]*)")
# What libyaml says, whether the cause stands where it started reading (else where it stopped), fault, cure.
MEANINGS = (
    ("tab character", False, *TAB),
    ("quoted scalar found unexpected", True, "un guillemet ouvert et jamais fermé", "fermez-le, ou enlevez-le"),
    ("flow sequence", True, "un crochet ouvert et mal fermé", "écrivez [un, deux]"),
    ("flow mapping", True, "une accolade ouverte et mal fermée", QUOTED),
    ("expected ':'", True, "une ligne sans « clé: »", "écrivez « clé: valeur »"),
    ("an alias", True, "une valeur qui commence par « * »", QUOTED),
    ("an anchor", True, "une valeur qui commence par « & »", QUOTED),
    ("block scalar", True, "du texte sur la même ligne que « | » ou « > »", QUOTED),
    ("directive", True, *DIRECTIVE),
    ("start any token", False, "une valeur qui commence par « {sign} »", QUOTED),
    ("node content", False, "une valeur qui commence par « {sign} »", QUOTED),
    ("tag", False, "une valeur qui commence par « ! »", QUOTED),
    ("sequence entries", False, "un tiret sur la même ligne que la clé", f"passez à la ligne avant, ou {QUOTED}"),
    ("mapping keys", False, "une valeur qui commence par « ? »", QUOTED),
    ("escape", False, "une barre oblique inverse entre guillemets doubles", "prenez des guillemets simples"),
    ("hexdecimal", False, "une barre oblique inverse entre guillemets doubles", "prenez des guillemets simples"),
    ("mapping values", False, "deux fois « : » sur une ligne", f'{QUOTED} : clé: "un : deux"'),
)


class YamlFault(NamedTuple):
    """A line and a column, from 0, then what is wrong and what to write."""

    line: int
    column: int
    fault: str
    cure: str


def find(text: str) -> list[YamlFault]:
    """The faults of a text, none when `yaml.compose` will take it: no anchor, tag, second document or deep nesting."""
    lines = text.split("\n") if STRANGE.search(text) else []
    spaces = [
        YamlFault(number, found.start("strange"), *(TAB if found["strange"] == "\t" else NBSP))
        for number, line in enumerate(lines)
        if (found := INDENT.match(line))
    ]
    spaces += [
        YamlFault(number, found.start("strange"), *_hard(line, found))
        for number, line in enumerate(lines)
        if (found := HARD.match(line)) and set(found["strange"]) & {"\u00a0", "\u202f"}
    ]
    if spaces:
        return sorted(spaces)
    try:
        return list(_refused(text))
    except yaml.MarkedYAMLError as error:
        return [_explain(text.split("\n"), error)]


def _hard(line: str, found: re.Match[str]) -> tuple[str, str]:
    """A space that a keyboard or a word processor makes hard, beside a colon."""
    key = line[: found.start("strange")].strip(" -")
    side = "avant" if found["before"] else "après"
    return f"une espace insécable {side} « : »", f"effacez-la, et écrivez « {key}: » puis une espace simple"


def _refused(text: str) -> Iterator[YamlFault]:
    """Follow the events of the parser, which does not recurse: composing deep brackets would crash the process."""
    depth = documents = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        assert event.start_mark, "the parser marks every event"
        line, column = event.start_mark.line, event.start_mark.column
        documents += isinstance(event, yaml.DocumentStartEvent)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        sign = "&" if getattr(event, "anchor", None) else "!" if getattr(event, "tag", None) else ""
        if documents > 1:
            yield YamlFault(line, column, "« --- » ou « ... » au milieu de l'en-tête", "enlevez cette ligne")
            return
        if depth > MAX_DEPTH:
            yield YamlFault(line, column, "trop de niveaux imbriqués", "écrivez une simple liste : [un, deux]")
            return
        if isinstance(event, yaml.AliasEvent) or sign:
            sign = "*" if isinstance(event, yaml.AliasEvent) else sign
            yield YamlFault(line, column, f"une valeur qui commence par « {sign} »", QUOTED)


def _explain(lines: list[str], error: yaml.MarkedYAMLError) -> YamlFault:
    stopped = error.problem_mark
    assert stopped, "the parser marks every error"
    started = error.context_mark or stopped
    told = f"{error.context or ''} {error.problem or ''}"
    lines = [*lines, ""]  # it may stop behind the last one
    for number in sorted({started.line, max(stopped.line - 1, 0), stopped.line}):
        if glued := GLUED.fullmatch(lines[number]):
            cure = f"écrivez « {glued['key']}: {glued['value'].strip()[:40]} »"
            return YamlFault(number, glued.end("key"), "il manque une espace après « : »", cure)
    for rule in (_curly, _unaligned, _unclosed, _trailing):
        if found := rule(lines, told, stopped.line, stopped.column):
            return found
    for sign, at_start, fault, cure in MEANINGS:
        if sign in told:
            mark = started if at_start else stopped
            if sign == "expected ':'":
                return YamlFault(mark.line, mark.column, *_keyless(lines, mark.line))
            strange = lines[mark.line][mark.column : mark.column + 1].replace("\t", "tabulation")
            return YamlFault(mark.line, mark.column, fault.format(sign=strange), cure)
    return YamlFault(stopped.line, stopped.column, "ce passage est illisible", "comparez avec un fichier voisin")


def _keyless(lines: list[str], line: int) -> tuple[str, str]:
    """A line without a key: perhaps the rest of a long text, which has lost its indent."""
    for above in reversed(lines[max(0, line - 20) : line]):
        if re.match(r"[a-z_]+:", above):
            if re.match(r"[a-z_]+: *[|>]", above):
                key = above.partition(":")[0]
                return f"cette ligne de « {key} » n'est pas décalée", "commencez-la par deux espaces"
            break
    return "une ligne sans « clé: »", "écrivez « clé: valeur »"


def _curly(lines: list[str], told: str, line: int, column: int) -> YamlFault | None:
    """A word processor's quotation marks, which hold no colon back."""
    if "mapping values" not in told or not (found := re.search(r"[:-] +([“”„‘])", lines[line][:column])):
        return None
    fault = "des guillemets de traitement de texte autour de la valeur"
    return YamlFault(line, found.start(1), fault, 'tapez des guillemets droits : "…"')


def _unaligned(lines: list[str], told: str, line: int, column: int) -> YamlFault | None:
    """A line that starts where none can, or that misses its colon."""
    before = lines[line][:column]
    if "mapping values" in told and ":" not in before:
        above = lines[line - 1] if line else ""
        if above.strip() and ":" not in above:
            return YamlFault(line - 1, 0, *_keyless(lines, line - 1))
        if before.startswith(" "):
            return YamlFault(line, len(before) - len(before.lstrip()), *ASKEW)
    if "document start" in told and lines[0][:1] in ("%", " "):
        return YamlFault(0, 0, *(DIRECTIVE if lines[0].startswith("%") else ASKEW))
    if any(sign in told for sign in ("expected key", "'-' indicator", "document start")) and not before.strip():
        if lines[line][column : column + 1] == ":":
            return YamlFault(line, column, "une ligne qui commence par « : »", "écrivez « clé: valeur »")
        return YamlFault(line, column, *ASKEW)
    return None


def _unclosed(lines: list[str], told: str, line: int, column: int) -> YamlFault | None:
    """A bracket after which nothing comes."""
    if "node content" not in told or lines[line][column:].strip():
        return None
    number = next((n for n in range(line, -1, -1) if re.search(r"[\[{,]", lines[n])), line)
    place = max(0, *(lines[number].rfind(sign) for sign in "[{,"))
    return YamlFault(number, place, "un crochet ou une accolade jamais fermés", "écrivez [un, deux]")


def _trailing(lines: list[str], told: str, line: int, column: int) -> YamlFault | None:
    """Something behind a value that is already closed."""
    if "expected key" not in told:
        return None
    sign = lines[line][column : column + 1]
    if re.search(r"[\"']", lines[line][:column]):
        cure = "entourez toute la valeur de l'autre sorte de guillemets (\" ou ')"
        return YamlFault(line, column, "du texte après le guillemet qui ferme", cure)
    return YamlFault(line, column, f"« {sign} » est de trop", f"enlevez-le, ou {QUOTED}")
