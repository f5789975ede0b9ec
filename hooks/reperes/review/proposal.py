"""What a proposal changes and what the check says of it, as the message its author reads (Markdown)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from reperes.base.problems import Problem, count, seen, summary
from reperes.model.paths import DOCS

MOST = 40  # lines of a list: forges refuse a message that is too long
LONGEST = 300  # letters of a change
STATES = {"new": "nouvelle page", "gone": "page enlevée"}


@dataclass(frozen=True)
class ChangedPage:
    """A page that reads otherwise: words taken away and words added, side by side."""

    url: str  # from the root of the site
    title: str
    language: str
    words: tuple[tuple[str, str], ...]
    state: str = ""  # `new`, `gone`
    touched: bool = False  # whether its own file changed: else it shows what another says
    outdated: tuple[tuple[str, str], ...] = ()  # address and file of its translations that were right before


@dataclass(frozen=True)
class Message:
    """What is said of a proposal."""

    problems: Sequence[Problem] = ()
    warnings: Sequence[Problem] = ()  # those that it brings
    pages: Sequence[ChangedPage] | None = None  # None when they cannot be known
    files: Sequence[str] = field(default=())  # what changes, from the root of the project


def write(told: Message, site: str = "", preview: str = "", published: str = "") -> str:
    """The whole message; what comes from files stands in code, where nothing is a link or a name.

    `site` is where the built site can be downloaded, `preview` where it can be read as proposed, `published` the
    address of the site as it is; each empty when there is none.
    """
    parts = [f"## {summary(told.problems)}"]
    if told.problems:
        parts += ["Rien n'est perdu : corrigez le fichier au même endroit, la vérification recommence."]
        parts += [code(told.problems)]
    if told.warnings:
        parts += [f"### {count(told.warnings)}", code(told.warnings)]
    if told.pages is None:
        parts += ["### Textes changés", code(told.files) if told.files else "Aucun."]
    else:
        parts += _pages(told.pages, preview, published)
    if any(not path.startswith(DOCS) for path in told.files):
        parts.append("La présentation ou le programme change aussi : n'importe quelle page peut avoir changé.")
    if preview:
        parts.append(f"Pour voir le résultat, ouvrez [l'aperçu]({preview}).")
    elif site:
        how = "décompressez-le, et ouvrez « index.html » d'un double clic"
        parts.append(f"Pour voir le résultat, téléchargez « site » au bas de [cette page]({site}), {how}.")
    return "\n\n".join(parts) + "\n"


def code(lines: Iterable[object]) -> str:
    """Lines as a block of code: indented, they cannot close it."""
    every = [f"    {seen(' '.join(str(line).split()))}" for line in lines]
    more = [f"    … et {len(every) - MOST} de plus."] if len(every) > MOST else []
    return "\n".join([*every[:MOST], *more])


def _pages(pages: Sequence[ChangedPage], preview: str, published: str) -> Iterator[str]:
    many = "s" if len(pages) > 1 else ""
    yield f"### {len(pages)} page{many} change{'nt' if many else ''}" if pages else "### Aucune page ne change"
    own = [page for page in pages if page.touched]
    for page in own[:MOST]:
        state = f", {STATES[page.state]}" if page.state else ""
        yield f"**{_link(page, preview, published)}**{state}"
        yield code(_changed(page.words))
        for url, path in page.outdated:
            translation = _address(f"`{path}`", url, preview, published)
            yield f"Cette traduction est à relire, puisque le français change : {translation}."
    if len(own) > MOST:
        yield f"… et {len(own) - MOST} de plus."
    others = [page for page in pages if not page.touched]
    if others:
        yield "Ces mots se lisent aussi ici :" if own else "Ces pages se lisent autrement :"
        lines = [f"- {_link(page, preview, published)}" for page in others]
        more = [f"- … et {len(lines) - 2 * MOST} de plus."] if len(lines) > 2 * MOST else []
        yield "\n".join([*lines[: 2 * MOST], *more])


def _changed(words: Sequence[tuple[str, str]]) -> Iterator[str]:
    for old, new in words:
        if old:
            yield f"- {_short(old)}"
        if new:
            yield f"+ {_short(new)}"


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]} […]"


def _link(page: ChangedPage, preview: str, published: str) -> str:
    title = f"`{seen(page.title).replace('`', chr(39))}`" + ("" if page.language == "fr" else f" ({page.language})")
    there = preview if page.state != "gone" else ""
    return _address(title, page.url, there, published if page.state != "new" else "")


def _address(name: str, url: str, preview: str, published: str) -> str:
    """A name that leads to a page as proposed, else to the page as it is."""
    return f"[{name}]({(preview or published).rstrip('/')}/{url})" if preview or published else name
