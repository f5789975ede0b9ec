"""The content model for editors that complete front matter: one JSON Schema per kind."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from reperes.model import json_schema
from reperes.model.paths import FACTS


@event_priority(-300)  # after i18n (-100) and content.py (-200)
def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Publish them once, with the language that holds the facts: their words are for who writes French files."""
    if config.extra["language"] == FACTS:
        for path, content in json_schema.texts().items():
            file = File.generated(config, path, content=content)
            file.dest_uri = path
            files.append(file)
    return files
