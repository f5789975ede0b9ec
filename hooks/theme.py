"""Ship of the theme only what pages use: a part of its main stylesheet; no script, no map, no icon font."""

from hashlib import sha256

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from reperes.output.theme import prune

OURS = "assets/reperes/"
THEIRS = "assets/stylesheets/main."


@event_priority(-200)
def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Drop the theme's files but one, cut to what pages use, and tell templates its name, which carries a hash."""
    assets = [file for file in files if file.src_uri.startswith("assets/")]
    ours = [file for file in assets if file.src_uri.startswith(OURS)]
    for file in assets:
        if file not in ours:
            files.remove(file)
    (theme,) = (file for file in assets if file.src_uri.startswith(THEIRS) and file.src_uri.endswith(".css"))
    if "theme_stylesheet" not in config.extra:  # once for all languages
        css = prune(
            theme.content_string, "".join(file.content_string for file in ours if file.src_uri.endswith(".css"))
        )
        name = f"assets/stylesheets/theme.{sha256(css.encode()).hexdigest()[:8]}.css"
        config.extra |= {"theme_stylesheet": name, "theme_styles": css}
    files.append(File.generated(config, config.extra["theme_stylesheet"], content=config.extra["theme_styles"]))
    return files
