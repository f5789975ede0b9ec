"""The site in one language, closed: what every page of it is drawn from."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from reperes.catalogue.catalogue import Catalogue
from reperes.catalogue.changelog import Changelog
from reperes.catalogue.citations import Citations
from reperes.markdown.renderer import Article
from reperes.model.publications import Publication
from reperes.model.words import Words
from reperes.source.settings import Settings
from reperes.views.drawing import Scale, last_read, scale
from reperes.views.edit_links import Forge


@dataclass(frozen=True)
class Edition:
    """One language of the site, every text rendered and every mention known."""

    settings: Settings
    interface: Mapping[str, Words]  # words of the interface in every language, labels of vocabularies among them
    forge: Forge | None
    catalogue: Catalogue
    articles: Mapping[str, Article]  # of the texts that exist in the language, by path from docs/
    citations: Citations
    changelog: Changelog | None = None  # what changed in the meaning of texts; None where no history can be read
    publications: tuple[Publication, ...] = ()  # what was made to be carried away

    @property
    def language(self) -> str:
        """The code of the language."""
        return self.catalogue.language

    @property
    def words(self) -> Words:
        """The words of the interface in the language."""
        return self.interface[self.language]

    @cached_property
    def scale(self) -> Scale:
        """That of the whole history, until the last day when something was read."""
        catalogue = self.catalogue
        return scale(catalogue.events.values(), catalogue.vocabularies.ids("periodes"), last_read(catalogue))
