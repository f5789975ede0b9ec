"""What we add to Markdown, and the second wall: a rendered article that holds anything unsafe stops the build."""

from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from reperes.markdown.glossary_links import Linking
from reperes.markdown.heading_ids import Anchors
from reperes.markdown.image_sizes import sized
from reperes.markdown.sanitizing import repeated_id, unsafe
from reperes.markdown.tables import Elements
from reperes.model.blocks import custom_fences


@event_priority(-250)  # after content.py, which makes the catalogue of the language
def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Give Markdown our blocks and links; `mkdocs.yml` cannot name them, it is read before hooks/ can be imported."""
    config.mdx_configs.setdefault("pymdownx.superfences", {})["custom_fences"] = custom_fences()
    config.extra["linking"] = Linking(config.extra["catalogue"], config.extra["words"])
    named = [extension for extension in config.markdown_extensions if isinstance(extension, str)]  # not last language's
    settings = {name: config.mdx_configs.get(name, {}) for name in named}
    config.extra["anchors"] = Anchors(config.extra["catalogue"], settings)
    config["markdown_extensions"] = [*named, Elements(), config.extra["linking"], config.extra["anchors"]]
    return files


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Say which page is about to be rendered."""
    config.extra["linking"].path = config.extra["anchors"].path = page.file.src_uri
    return markdown


@event_priority(-200)
def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Refuse an article that could run a script, call another host or imitate the site; say the size of its images."""
    if found := unsafe(html):
        raise PluginError(f"docs/{page.file.src_uri}: texte: la page contiendrait {found} ; enlevez-le")
    if "<img" not in html:
        return html
    paths = {f"/{file.url}": file.abs_src_path for file in files.media_files()}
    return sized(html, lambda address: paths.get(urljoin(f"/{page.url}", address)))


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    """Refuse an anchor that the page has already: links and pop-ups would lead to the wrong place."""
    if twice := repeated_id(output):
        raise PluginError(
            f"docs/{page.file.src_uri}: texte: l'ancre « {twice} » est deux fois dans la page ; changez ce titre"
        )
    return output
