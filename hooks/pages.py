"""What templates draw with: the content of the page, its parts, dates in words."""

from functools import partial
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext
from reperes.catalogue import citations
from reperes.catalogue.alternates import alternates, choices
from reperes.catalogue.translation import state
from reperes.model import edtf_words
from reperes.views import article
from reperes.views.timeline import neighbours


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Give templates the words for dates, and close the citations: every page is rendered now."""
    linking = config.extra["linking"]
    config.extra["citations"] = citations.close(linking.found, linking.groups, linking.catalogue)
    dates = config.extra["words"]["dates"]
    env.filters["date_words"] = partial(edtf_words.say, words=dates)
    env.filters["search_text"] = article.search_text
    env.filters["month_words"] = partial(edtf_words.month, words=dates)
    return env


def on_page_context(context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Give the template its entry, and its content cut at the blocks to draw."""
    catalogue = config.extra["catalogue"]
    entry = catalogue.at(page.file.src_uri)
    return {
        **context,
        "entry": entry,
        "catalogue": catalogue,
        "parent": catalogue.parent(entry),
        "homonyms": catalogue.homonyms(entry),
        "alternates": alternates(entry, config.site_url or ""),
        "choices": choices(entry, catalogue),
        "translation": state(entry.texts, entry.words.lang),
        "mentions": article.mentions(entry, catalogue, config.extra["citations"]),
        "home": article.home(catalogue, config.extra["citations"]) if page is nav.homepage else None,
        "neighbours": neighbours(entry, catalogue) if entry.kind == "event" and not entry.facts.withdrawn else {},
        "parts": article.parts(page.content or "", catalogue),
    }
