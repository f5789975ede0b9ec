"""Read and check docs/ before anything is rendered; leave the catalogue of the language on the config."""

from pathlib import Path
from typing import cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs_static_i18n.plugin import I18n
from reperes.base.problems import ContentError
from reperes.catalogue.folder import read_folder
from reperes.model import words
from reperes.model.paths import FRAME
from reperes.source.folder import read_ledger
from reperes.views.typography import rules


@event_priority(-200)  # after i18n (-100), which sets the language being built
def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Stop the build with every problem of every file, or keep the catalogue."""
    i18n = cast(I18n, config.plugins["i18n"])
    library = read_folder(Path(config.docs_dir), tuple(i18n.build_languages))
    library.need(FRAME)
    library.keep(read_ledger(Path(config.config_file_path).parent))
    try:
        if faults := words.problems(library.languages):
            raise ContentError((*faults, *library.problems))
        catalogue = library.catalogue(i18n.current_language)
    except ContentError as error:
        raise PluginError(str(error)) from None
    every = {language: words.load(language) for language in library.languages}
    config.extra.update(
        catalogue=catalogue,
        language=catalogue.language,
        interface=every,
        words=every[catalogue.language],
        typesetters={language: rules(every[language]["typography"]) for language in every},
    )
    return files
