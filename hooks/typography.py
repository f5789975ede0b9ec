"""Set the typography of every finished page, last of all."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.pages import Page
from reperes.views.typography import typeset


@event_priority(-300)
def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    """A page may hold several languages: each passage follows its own."""
    return typeset(output, config.extra["typesetters"])
