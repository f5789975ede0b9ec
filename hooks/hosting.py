"""What a host needs beside the pages: old addresses that lead to new ones, headers, an nginx snippet."""

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from reperes.catalogue.redirects import redirects
from reperes.output.hosting import hosting


@event_priority(-100)  # after pages.py: Jinja is ready
def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Draw a page at every old address of this language; keep what `_headers` and the like are drawn from."""
    catalogue = config.extra["catalogue"]
    every = redirects(catalogue)
    config.extra["hosting"] = hosting(config.site_url or "", tuple(config.extra["interface"]), every)
    page = env.get_template("redirect.html")
    for redirect in every:
        if redirect.language == catalogue.language:
            html = page.render(redirect=redirect, config=config)
            files.append(File.generated(config, f"{redirect.source}index.html", content=html))
    return env
