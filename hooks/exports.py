"""The glossary and the history for machines: JSON and CSV in each language, SKOS once for all."""

import os
from pathlib import Path
from typing import cast

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs_static_i18n.plugin import I18n
from reperes.model import words
from reperes.model.paths import EXPORTS, FACTS, THESAURUS
from reperes.output import exports, skos


@event_priority(-300)  # after i18n (-100) and content.py (-200)
def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Announce the files, so that MkDocs leads links to them; their content comes once pages are rendered."""
    catalogue = config.extra["catalogue"]
    config.extra.setdefault("catalogues", {})[catalogue.language] = catalogue
    for name in (*EXPORTS, THESAURUS):
        file = File.generated(config, name, content=b"")
        file.dest_uri = name if catalogue.language == FACTS or name == THESAURUS else f"{catalogue.language}/{name}"
        files.append(file)
    return files


@event_priority(-100)  # after pages.py, which closes the citations
def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Fill the files of this language; MkDocs writes them."""
    catalogue, citations, interface = (config.extra[name] for name in ("catalogue", "citations", "words"))
    for name, content in exports.texts(catalogue, citations, interface, _edition(config)).items():
        files.src_uris[name].content_bytes = content
    return env


@event_priority(-200)  # after i18n (-100), which builds the other languages
def on_post_build(*, config: MkDocsConfig) -> None:
    """Write the file of all languages, once the outermost build has gathered them."""
    if not cast(I18n, config.plugins["i18n"]).building:
        catalogues = config.extra["catalogues"]
        interface = {language: words.load(language) for language in catalogues}
        Path(config.site_dir, THESAURUS).write_bytes(skos.turtle(catalogues, interface, _edition(config)))


def _edition(config: MkDocsConfig) -> exports.Edition:
    licence = config.extra["publisher"]["texts_licence"] or None
    return exports.Edition(config.site_url or "", licence, os.environ.get("SOURCE_DATE_EPOCH"))
