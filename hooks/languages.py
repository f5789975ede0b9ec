"""What a site in several languages says of them outside of its pages: the sitemap, one 404 page each."""

from pathlib import Path
from typing import cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import write_file
from mkdocs.utils.templates import TemplateContext
from mkdocs_static_i18n.plugin import I18n
from reperes.alternates import choices, sitemap


def on_template_context(context: TemplateContext, *, template_name: str, config: MkDocsConfig) -> TemplateContext:
    """Give the sitemap its addresses, and the 404 page the home of each language."""
    catalogue = config.extra["catalogue"]
    context["addresses"] = sitemap(catalogue, config.site_url or "")  # type: ignore[typeddict-unknown-key]
    context["choices"] = choices(catalogue.pages["index"], catalogue)  # type: ignore[typeddict-unknown-key]
    return context


def on_post_template(output: str, *, template_name: str, config: MkDocsConfig) -> str:
    """Keep `404.html` for the default language; write the others' where hosts look for them."""
    i18n = cast(I18n, config.plugins["i18n"])
    if template_name != "404.html" or i18n.is_default_language_build:
        return output
    write_file(output.encode(), str(Path(config.site_dir) / i18n.current_language / "404.html"))
    return ""
