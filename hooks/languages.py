"""One 404 page per language, each in its own folder."""

from pathlib import Path
from typing import cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import write_file
from mkdocs_static_i18n.plugin import I18n


def on_post_template(output: str, *, template_name: str, config: MkDocsConfig) -> str:
    """Keep `404.html` for the default language; write the others' where hosts look for them."""
    i18n = cast(I18n, config.plugins["i18n"])
    if template_name != "404.html" or i18n.is_default_language_build:
        return output
    write_file(output.encode(), str(Path(config.site_dir) / i18n.current_language / "404.html"))
    return ""
