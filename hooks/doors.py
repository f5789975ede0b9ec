"""Give each page its ways in to those who write it."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext
from reperes.source.settings import SettingsError, publisher
from reperes.views.edit_links import ForgeError, doors, forge


def on_config(config: MkDocsConfig) -> None:
    """Refuse settings of the publisher that cannot be used, before anything is built."""
    try:
        config.extra["publisher"] = publisher(config.extra.get("publisher"))
        config.extra["forge"] = forge(config.extra["publisher"]["forge"])
    except (SettingsError, ForgeError) as error:
        raise PluginError(str(error)) from None


def on_page_context(context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Say where the doors lead; without a forge the template knows."""
    home, words = config.extra["forge"], config.extra["words"]["doors"]
    return {
        **context,
        "doors": home and doors(config.extra["catalogue"].at(page.file.src_uri), home, config.site_url or "", words),
    }
