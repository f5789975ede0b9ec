"""The booklet: all sheets on the page that asks for them."""

from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext
from reperes.views import booklet


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Keep the articles of this language: every page is rendered now."""
    pages = [file.page for file in files.documentation_pages() if file.page]
    config.extra["articles"] = {page.file.src_uri: page.content or "" for page in pages}
    return env


def on_page_context(context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Give the page that asks for it the booklet, and the words of all its sheets."""
    given: dict[str, Any] = {**context}
    if not any(part.block == "livret" for part in given["parts"]):
        return given
    catalogue, citations, articles = (config.extra[name] for name in ("catalogue", "citations", "articles"))
    bound = booklet.bind(catalogue, articles, given["entry"].url)
    return {**given, "booklet": bound, "mentions": bound.mentions(given["mentions"], catalogue, citations)}
