"""What stands beside the pages, in each language: images, the sitemap, the pages that answer instead of another."""

from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files, get_files
from mkdocs.utils import write_file
from mkdocs.utils.templates import TemplateContext
from mkdocs_static_i18n.plugin import I18n
from reperes.catalogue.alternates import choices, sitemap
from reperes.output.precache import ABSENT

INSTEAD = ("404.html", ABSENT)


@event_priority(-150)  # after i18n (-100), which keeps them for the default language
def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Share the images of texts between languages: each stands once, at one address."""
    for image in get_files(config).media_files():
        if image.src_uri not in files.src_uris:
            files.append(image)
    return files


def on_template_context(context: TemplateContext, *, template_name: str, config: MkDocsConfig) -> TemplateContext:
    """Give the sitemap its addresses, and pages that answer anywhere the home of each language and links that work."""
    catalogue = config.extra["catalogue"]
    context["addresses"] = sitemap(catalogue, config.site_url or "")  # type: ignore[typeddict-unknown-key]
    context["choices"] = choices(catalogue.pages["index"], catalogue)  # type: ignore[typeddict-unknown-key]
    if template_name in INSTEAD:  # MkDocs does so for `404.html` only
        context["base_url"] = urlsplit(config.site_url or "").path or "/"
    return context


def on_post_template(output: str, *, template_name: str, config: MkDocsConfig) -> str:
    """Keep those of the default language where they are; write the others' where hosts look for them."""
    i18n = cast(I18n, config.plugins["i18n"])
    if template_name not in INSTEAD or i18n.is_default_language_build:
        return output
    write_file(output.encode(), str(Path(config.site_dir) / i18n.current_language / template_name))
    return ""
