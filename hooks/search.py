"""Search: a list of names in each language, and one Pagefind index for all."""

import shutil
from pathlib import Path
from typing import cast

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.utils import write_file
from mkdocs_static_i18n.plugin import I18n
from reperes.model.paths import INDEX
from reperes.output import search, search_index


@event_priority(-300)  # after i18n (-100) and content.py (-200)
def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the names of the language."""
    for path, content in search.names(config.extra["catalogue"], config.extra["words"]).items():
        files.append(File.generated(config, path, content=content))
    return files


@event_priority(-100)  # every page is rendered, its blocks not drawn: what they list has its own page
def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Keep what is to be indexed of each page."""
    catalogue, words = config.extra["catalogue"], config.extra["words"]
    template = env.get_template("partials/document.html")
    documents = config.extra.setdefault("documents", {})[catalogue.language] = []
    for file in files.documentation_pages():
        entry, content = catalogue.at(file.src_uri), (file.page.content if file.page else "") or ""
        if search.findable(entry, catalogue):
            spelled = search.variants(entry, content, words)
            html = template.render(language=catalogue.language, entry=entry, content=content, variants=spelled)
            documents.append((entry.url, search.split_elisions(html, words)))
    return env


@event_priority(-200)  # after i18n (-100), which builds the other languages
def on_post_build(*, config: MkDocsConfig) -> None:
    """Index all languages, once the outermost build has gathered them."""
    if not cast(I18n, config.plugins["i18n"]).building:
        every = [document for documents in config.extra["documents"].values() for document in documents]
        try:
            files = search_index.index(every)
        except search_index.EngineError as error:
            raise PluginError(f"Pagefind: {error}") from None
        folder = Path(config.site_dir, INDEX)
        shutil.rmtree(folder, ignore_errors=True)
        for path, content in files.items():
            write_file(content, str(folder / path))
