"""Ship of the theme only what pages use: its main stylesheet; no script, no map, no icon font."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

OURS = ("assets/reperes/",)


@event_priority(-200)
def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Drop the theme's unused files, and tell templates the name of its stylesheet, which carries a hash."""
    for file in list(files):
        if not file.src_uri.startswith("assets/") or file.src_uri.startswith(OURS):
            continue
        if file.src_uri.startswith("assets/stylesheets/main.") and file.src_uri.endswith(".css"):
            config.extra["theme_stylesheet"] = file.src_uri
        else:
            files.remove(file)
    return files
