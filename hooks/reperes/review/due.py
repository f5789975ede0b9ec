"""What time does to texts: months that have not come, checks that are old, what falls due in a month."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from reperes.base.problems import Problem
from reperes.catalogue.library import Library
from reperes.model.kinds import KINDS, AnyContent, Source, Training
from reperes.model.paths import FACTS, Ref
from reperes.source.frontmatter import Key

OLD = 12  # months after which what was read deserves to be read again
AT_ONCE = 20  # texts that a month's list asks for: more would not be read


@dataclass(frozen=True)
class Due:
    """A text to be read again: its path from docs/, its title, the month it was last read."""

    path: str
    title: str
    read: str


def future(library: Library, today: date) -> Iterator[Problem]:
    """The months that have not come yet: nobody has read anything then, nor published it."""
    this = f"{today:%Y-%m}"
    for ref, facts in library.facts.items():
        document = library.documents[library.texts[ref][FACTS].path]
        for key, month in _months(facts):
            if month > this:
                name = ".".join(part for part in key if isinstance(part, str))
                fault = f"« {month} » n'est pas encore venu"
                yield Problem(
                    document.path, *document.place(key), name, fault, f"écrivez {this}, ou le mois de la lecture"
                )
        if isinstance(facts, Source) and facts.date and facts.date.lower > today:
            fault, cure = "cette date n'est pas encore venue", "recopiez celle du document, ou enlevez cette ligne"
            yield Problem(document.path, *document.place(("date",)), "date", fault, cure)


def old_trainings(library: Library, today: date) -> Iterator[Problem]:
    """The courses that nobody has looked at for a year: they change each September."""
    for ref, facts in library.facts.items():
        if isinstance(facts, Training) and age(facts.read, today) > OLD:
            document = library.documents[library.texts[ref][FACTS].path]
            fault, cure = f"formation vérifiée en {facts.read}", "relisez sa source, puis changez le mois"
            yield Problem(document.path, *document.place(("consulte",)), "consulte", fault, cure)


def age(month: str, today: date) -> int:
    """The months since a month."""
    return (today.year - int(month[:4])) * 12 + today.month - int(month[5:])


def falls_due(library: Library, today: date) -> list[Due]:
    """What to read again this month: the kinds most read first, the longest unread first, never too many at once."""
    found = [
        (order, month, ref, facts)
        for ref, facts in library.facts.items()
        if not facts.withdrawn and (month := _read(facts)) and age(month, today) >= _term(ref)
        for order in (KINDS[ref[0]].search or len(KINDS),)
    ]
    found.sort(key=lambda one: one[:3])
    return [Due(library.texts[ref][FACTS].path, facts.title, month) for _, month, ref, facts in found[:AT_ONCE]]


def listed(library: Library, today: date, site_url: str = "") -> Iterator[str]:
    """The month's list as boxes to tick, in Markdown; each leads to the atelier where the site has an address."""
    due = falls_due(library, today)
    yield f"À relire ce mois-ci : {len(due)} texte{'s' if len(due) > 1 else ''}."
    for one in due:
        title = f"[{one.title}]({site_url}atelier/?page={one.path}#corriger)" if site_url else one.title
        yield f"- [ ] {title} (docs/{one.path}, lu en {one.read})"


def _term(ref: Ref) -> int:
    """After how many months a text falls due: eleven to sixteen, by its name, so that they do not come together."""
    return 11 + sum(map(ord, ref[1])) % 6


def _read(facts: AnyContent) -> str | None:
    return facts.read if isinstance(facts, Training) else facts.reviewed


def _months(facts: AnyContent) -> Iterator[tuple[Key, str]]:
    if facts.reviewed:
        yield ("revu",), facts.reviewed
    if facts.verified:
        yield ("verifie", "mois"), facts.verified.month
    if read := getattr(facts, "read", None):
        yield ("consulte",), read
    if facts.withdrawn:
        yield ("retire",), facts.withdrawn
