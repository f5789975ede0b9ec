"""The templates and what they may call: Jinja draws what Python has computed."""

import re
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from functools import lru_cache
from typing import Any

from jinja2 import (
    BaseLoader,
    Environment,
    StrictUndefined,
    Template,
    TemplateNotFound,
    TemplateSyntaxError,
    nodes,
    pass_context,
    select_autoescape,
)
from jinja2.runtime import Context
from markupsafe import Markup, escape

from reperes.base.problems import ContentError, Problem
from reperes.model import edtf_words
from reperes.model.blocks import BLOCKS
from reperes.model.edtf import Edtf
from reperes.model.kinds import PAGED
from reperes.model.paths import relative
from reperes.model.text import Tongues, pieces
from reperes.views.lists import search_text

TEMPLATES = (".html", ".xml")
SKIN = "overrides/"  # paths in problems start here
KIND, BLOCK, PICTURE = "partials/kinds/{}.html", "partials/blocks/{}.html", "assets/reperes/share/{}.png"
CURES = {
    "genre": "créez ce gabarit, à partir de celui d'un autre genre",
    "bloc": "créez ce gabarit, à partir de celui d'un autre bloc",
    "image": "lancez python3 scripts/pictures, ou enlevez « picture » de ce genre dans model/kinds.py",
}
HOSTS = ("_headers", "_redirects", "_nginx.conf")  # drawn too, and never HTML
COMMENT = re.compile(rb"/\*.*?\*/", re.DOTALL)
AROUND = re.compile(
    rb'("[^"\n]*")|\s*([{}])\s*|([;,])\s+|(:) (?![;\s])'
)  # `--dark: ;` keeps its space: old engines ask for it
REMARK = re.compile(rb"^[ \t]*//[^\n]*\n", re.M)  # a line of a script that is nothing else
SECURITY = "security.txt"  # so is this, which stands elsewhere on the site


class Loader(BaseLoader):
    """Templates by path: read to be checked, compiled when a page asks for them, which takes twice as long."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        """`sources` are their texts."""
        self.sources = sources
        self.trees: dict[str, nodes.Template] = {}  # read, and not compiled yet

    def read(self, env: Environment, path: str) -> nodes.Template:
        """A template as it is written. Raises TemplateSyntaxError."""
        tree = self.trees[path] = env.parse(self.sources[path], path, path)
        return tree

    def load(self, environment: Environment, name: str, globals: MutableMapping[str, Any] | None = None) -> Template:
        """A template that draws. Raises ContentError, TemplateNotFound."""
        if name not in self.sources:
            raise TemplateNotFound(name)
        try:
            code = environment.compile(self.trees.pop(name, self.sources[name]), name, name)
        except TemplateSyntaxError as error:
            raise ContentError([_refused(name, error)]) from None
        return environment.template_class.from_code(environment, code, globals or {})


def environment(skin: Mapping[str, bytes]) -> Environment:
    """The templates among the files of overrides/: what they ask for must exist, and all they print is escaped."""
    return _environment(tuple((path, raw) for path, raw in skin.items() if is_template(path)))


@lru_cache(maxsize=4)  # the same templates are compiled once, however many sites of this process they draw
def _environment(templates: tuple[tuple[str, bytes], ...]) -> Environment:
    env = Environment(
        loader=Loader({path: raw.decode("utf-8", "replace") for path, raw in templates}),
        autoescape=select_autoescape(("html", "xml"), default=False),
        undefined=StrictUndefined,
        auto_reload=False,
        cache_size=-1,
    )
    env.filters |= {"url": _url, "date_words": _date_words, "month_words": _month_words}
    env.filters |= {"search_text": search_text, "marked": _marked, "tongues": _tongues}
    return env


def missing(skin: Mapping[str, bytes]) -> Iterator[Problem]:
    """The files of overrides/ that a kind or a block needs, and that are not there."""
    for kind in PAGED:
        yield from _missing(skin, KIND.format(kind.name), "genre", kind.name)
        yield from _missing(skin, PICTURE.format(kind.picture), "image", kind.name)
    for name in BLOCKS:
        yield from _missing(skin, BLOCK.format(name), "bloc", name)


def unreadable(skin: Mapping[str, bytes]) -> Iterator[Problem]:
    """What is wrong in the templates, before a page is drawn; a tenth of the check of all texts."""
    env = environment(skin)
    for path in filter(is_template, skin):
        if fault := _unreadable(path, skin[path], env):
            yield fault


@lru_cache(maxsize=1 << 8)  # as long as the templates are kept
def _unreadable(path: str, raw: bytes, env: Environment) -> Problem | None:
    assert isinstance(env.loader, Loader)
    try:
        raw.decode()
        for node in env.loader.read(env, path).find_all((nodes.Filter, nodes.Test)):
            if node.name not in (env.filters if isinstance(node, nodes.Filter) else env.tests):
                raise TemplateSyntaxError(f"« {node.name} » n'existe pas", node.lineno)
    except TemplateSyntaxError as error:
        return _refused(path, error)
    except UnicodeDecodeError:
        return Problem(SKIN + path, 1, 1, "gabarit", "il n'est pas en UTF-8", "enregistrez-le de nouveau, en UTF-8")
    return None


def _refused(path: str, error: TemplateSyntaxError) -> Problem:
    cure = "corrigez le gabarit à cette ligne"
    return Problem(SKIN + path, error.lineno, 1, "gabarit", error.message or "il n'est pas lisible", cure)


def _missing(skin: Mapping[str, bytes], path: str, what: str, name: str) -> Iterator[Problem]:
    if path not in skin:
        yield Problem(SKIN + path, 1, 1, what, f"ce fichier manque, et « {name} » en a besoin", CURES[what])


def is_template(path: str) -> bool:
    """Whether a file of overrides/ is drawn, not published as it is."""
    return path.endswith(TEMPLATES) or path in (*HOSTS, SECURITY)


def shipped(path: str, raw: bytes) -> bytes:
    """A file of overrides/ as it is published: no reader needs the comments of a style or a script, nor its margins."""
    if path.endswith(".js"):
        return REMARK.sub(b"", raw)
    return AROUND.sub(rb"\1\2\3\4", COMMENT.sub(b"", raw)) if path.endswith(".css") else raw


def _marked(line: str | Iterable[tuple[str, str]], tag: str = "span") -> Markup:
    """A title, a summary or their like, words of another language marked by a tag; they are on every line of lists."""
    found = pieces(line) if isinstance(line, str) else tuple(line)
    if len(found) == 1 and not found[0][1]:  # nearly always
        return escape(found[0][0])
    said = ((escape(text), other) for text, other in found)
    return Markup("").join(Markup(f'<{tag} lang="{other}">{text}</{tag}>') if other else text for text, other in said)


@pass_context
def _url(context: Context, address: str) -> str:
    """An address from the root of the site, as a link from the page being drawn."""
    root, here = context["root"], context["here"]
    return f"{root}{address}" if root else relative(address, here)


@pass_context
def _tongues(context: Context, text: str) -> tuple[tuple[str, str], ...]:
    """A text in pieces, names of another language told."""
    tongues: Tongues = context["catalogue"].tongues
    return tongues.cut(text)


@pass_context
def _date_words(context: Context, date: Edtf, **options: Any) -> str:
    return edtf_words.say(date, context["w"]["dates"], **options)


@pass_context
def _month_words(context: Context, month: str) -> str:
    return edtf_words.month(month, words=context["w"]["dates"])
