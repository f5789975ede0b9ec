"""The templates and what they may call: Jinja draws what Python has computed."""

from collections.abc import Mapping
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined, pass_context, select_autoescape
from jinja2.runtime import Context

from reperes.model import edtf_words
from reperes.model.edtf import Edtf
from reperes.model.paths import relative
from reperes.views.lists import search_text

TEMPLATES = (".html", ".xml")
HOSTS = ("_headers", "_redirects", "_nginx.conf")  # drawn too, and never HTML


def environment(skin: Mapping[str, bytes]) -> Environment:
    """The templates among the files of overrides/: what they ask for must exist, and all they print is escaped."""
    texts = {path: raw.decode() for path, raw in skin.items() if path.endswith(TEMPLATES) or path in HOSTS}
    env = Environment(
        loader=DictLoader(texts),
        autoescape=select_autoescape(("html", "xml"), default=False),
        undefined=StrictUndefined,
        auto_reload=False,
        cache_size=-1,
    )
    env.filters |= {"url": _url, "date_words": _date_words, "month_words": _month_words, "search_text": search_text}
    return env


def is_template(path: str) -> bool:
    """Whether a file of overrides/ is drawn, not published as it is."""
    return path.endswith(TEMPLATES) or path in HOSTS


@pass_context
def _url(context: Context, address: str) -> str:
    """An address from the root of the site, as a link from the page being drawn."""
    root, here = context["root"], context["here"]
    return f"{root}{address}" if root else relative(address, here)


@pass_context
def _date_words(context: Context, date: Edtf, **options: Any) -> str:
    return edtf_words.say(date, context["w"]["dates"], **options)


@pass_context
def _month_words(context: Context, month: str) -> str:
    return edtf_words.month(month, words=context["w"]["dates"])
