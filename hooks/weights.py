"""The eco-design statement: what pages weigh, filled in when all of them are written."""

from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.utils import get_relative_url
from mkdocs_static_i18n.plugin import I18n
from reperes.output import page_weight
from reperes.views.typography import typeset

BLOCK = 'data-block="mesures"'
PLACE = '<div data-computed="mesures"></div>'  # overrides/partials/blocks/mesures.html


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Keep what draws the pages of this language, and where the statement stands."""
    pages = [file.page for file in files.documentation_pages() if file.page and BLOCK in (file.page.content or "")]
    drawn = config.extra.setdefault("weighed", {})
    drawn[config.extra["language"]] = (env, config.extra["words"], config.extra["catalogue"], pages)
    return env


@event_priority(-500)  # the last of all: every file of the site is written
def on_post_build(*, config: MkDocsConfig) -> None:
    """Draw the measures into the pages that show them."""
    if cast(I18n, config.plugins["i18n"]).building:
        return
    site = Path(config.site_dir)
    scale = page_weight.Scale(site, urlsplit(config.site_url or "/").path)
    for env, words, catalogue, pages in config.extra.pop("weighed", {}).values():
        view = page_weight.measure(scale, catalogue)
        for page in pages:
            context = {"page": page, "base_url": get_relative_url(".", page.url)}
            drawn = env.get_template("partials/measures.html").render(view=view, w=words, **context)
            file = site / page.file.dest_uri
            text = file.read_text("utf-8").replace(PLACE, drawn)
            file.write_text(typeset(text, config.extra["typesetters"]), "utf-8")
