"""What readers may carry away, if they ask: one list per language, once every page is written."""

from pathlib import Path
from typing import cast

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs_static_i18n.plugin import I18n
from reperes.output import precache


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Give the pages that say what is carried away its list."""
    env.globals["carried"] = precache.carried(config.extra["catalogue"])
    return env


@event_priority(-400)  # after i18n (-100), which builds the other languages, and whatever else writes pages
def on_post_build(*, config: MkDocsConfig) -> None:
    """Write the lists once the outermost build is done."""
    if not cast(I18n, config.plugins["i18n"]).building:
        for language, catalogue in config.extra["catalogues"].items():  # gathered by exports.py
            precache.write_list(catalogue, Path(config.site_dir), config.extra["typesetters"][language])
