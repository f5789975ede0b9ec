"""Texts rendered as on the site, without templates or MkDocs, to know what each page mentions."""

from typing import Any

from markdown.core import Markdown

from reperes.catalogue import citations
from reperes.catalogue.catalogue import Catalogue
from reperes.catalogue.citations import Citations
from reperes.markdown.glossary_links import Linking
from reperes.markdown.heading_ids import Anchors
from reperes.markdown.tables import Elements
from reperes.model import words
from reperes.model.blocks import custom_fences
from reperes.model.kinds import KINDS


class Renderer:
    """Renders every text of a language with the site's extensions and ours."""

    def __init__(self, catalogue: Catalogue, settings: dict[str, dict[str, Any]]) -> None:
        """`settings` are those of Markdown extensions, by name."""
        self.linking = Linking(catalogue, words.load(catalogue.language))
        fences = {**settings.get("pymdownx.superfences", {}), "custom_fences": custom_fences()}
        configs = {**settings, "pymdownx.superfences": fences}
        self.anchors = Anchors(catalogue, configs)
        ours = [Elements(), self.linking, self.anchors]
        self.markdown = Markdown(extensions=[*configs, *ours], extension_configs=configs)

    def render(self, path: str, body: str) -> str:
        """The HTML of a text; `path` is from docs/."""
        self.linking.path = self.anchors.path = path
        return self.markdown.reset().convert(body)

    def render_all(self) -> tuple[dict[str, str], Citations]:
        """The HTML of every text that exists in the language, by path, and what they mention."""
        catalogue = self.linking.catalogue
        articles = {}
        for kind in KINDS:
            for entry in catalogue.of_kind(kind).values():
                if entry.words.lang == catalogue.language:
                    articles[entry.words.path] = self.render(entry.words.path, entry.words.body)
        return articles, citations.close(self.linking.found, self.linking.groups, catalogue)
