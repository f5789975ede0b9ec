"""MkDocs calls the run: it knows the files and writes the pages; what they hold is decided in reperes/build.py.

mkdocs-static-i18n builds once per language, the others inside the first one's `on_post_build`. The only event
priorities of the project stand here.
"""

from pathlib import Path
from typing import Any, cast

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file
from mkdocs.utils.templates import TemplateContext
from mkdocs_static_i18n.plugin import I18n
from reperes import build
from reperes.base.problems import ContentError
from reperes.build import Site
from reperes.output.search_index import EngineError
from reperes.project import open_project
from reperes.source.settings import SettingsError
from reperes.views.edition import Edition
from reperes.views.page import page as view

SITE = "reperes"  # where the whole site, frozen, waits between events


def on_config(config: MkDocsConfig) -> None:
    """Read the project, refuse it with every mistake, render all its texts; once, before the first language."""
    config.theme.static_templates.clear()  # ours are drawn by the run
    if SITE not in config.extra:
        try:
            config.extra[SITE] = build.make(open_project(Path(config.config_file_path).parent))
        except (ContentError, SettingsError) as error:
            raise PluginError(str(error)) from None


@event_priority(-200)  # after i18n (-100), which chooses the files of the language
def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Leave MkDocs the pages of the language; the run writes all else."""
    known = _edition(config).articles
    for file in list(files):
        if file.src_uri not in known:
            files.remove(file)
    config["markdown_extensions"] = []  # nothing is left to render
    return files


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give MkDocs nothing to render: the articles are."""
    return ""


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The article of the page."""
    return _edition(config).articles[page.file.src_uri].html


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """The environment of our templates."""
    return _site(config).env


def on_page_context(context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """What the template draws with."""
    edition = _edition(config)
    entry = edition.catalogue.at(page.file.src_uri)
    return {**context, **build.context(_site(config), edition, view(entry, edition))}


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    """The page as drawn, its typography set."""
    entry = _edition(config).catalogue.at(page.file.src_uri)
    try:
        return build.finish(output, entry, _site(config))
    except ContentError as error:
        raise PluginError(str(error)) from None


@event_priority(-200)  # after i18n (-100), which builds the other languages
def on_post_build(*, config: MkDocsConfig) -> None:
    """Write what stands beside the pages, then what is made from them, once all languages are there."""
    if cast(I18n, config.plugins["i18n"]).building:
        return
    site, out = _site(config), Path(config.site_dir)
    files = build.beside(site)
    try:
        for path, raw in (files | build.index(site, _Written(out, files))).items():
            write_file(raw, str(out / path))
    except EngineError as error:
        raise PluginError(f"Pagefind: {error}") from None


class _Written(dict[str, bytes]):
    """The files of a site, those that MkDocs wrote read from the disk."""

    def __init__(self, out: Path, files: dict[str, bytes]) -> None:
        super().__init__(files)
        self.out = out

    def __missing__(self, path: str) -> bytes:
        return (self.out / path).read_bytes()


def _site(config: MkDocsConfig) -> Site:
    return cast(Site, config.extra[SITE])


def _edition(config: MkDocsConfig) -> Edition:
    return _site(config).editions[cast(I18n, config.plugins["i18n"]).current_language]
