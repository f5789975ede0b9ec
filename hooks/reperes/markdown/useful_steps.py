"""The steps of Markdown that a text asks for: most texts hold a few signs only, and each step reads all of them."""

from collections.abc import Mapping
from typing import Any, TypeAlias

from markdown.core import Markdown
from markdown.util import Registry

Needs: TypeAlias = Mapping[str, tuple[str, ...]]  # by the name of a step: it does nothing to a text without these signs

FENCES = ("```", "~~~")
UNDERLINED = ("\n=", "\n-", "\n ", "\n\t", "\n>")  # how the line below a heading may start
NEEDS: tuple[Needs, Needs, Needs, Needs] = (  # a step that is not here always runs
    {"html_block": ("<", "&"), "fenced_code_block": FENCES},
    {
        **{"admonition": ("!!!",), "table": ("|",), "hashheader": ("#",), "setextheader": UNDERLINED},
        **{"quote": (">",), "footnote": ("]:",), "reference": ("]:",)},
    },
    {
        **{"backtick": ("`", "\\"), "escape": ("\\",), "reperes-references": ("[^",), "footnote": ("]:",)},
        **{"reference": ("]:",), "link": ("](",), "image_link": ("![",), "image_reference": ("]:",)},
        **{"short_reference": ("]:",), "short_image_ref": ("]:",), "autolink": ("<",), "automail": ("<",)},
        **{"linebreak": ("  \n", "\t"), "html": ("<",), "entity": ("&",), "em_strong": ("*", "_")},
    },
    {
        **{"footnote": ("]:",), "footnote-duplicate": ("]:",), "reperes-references": ("[^",)},
        **{"attr_list": ("{", *FENCES)},  # pymdownx.superfences asks once whether it is there
        **{"reperes-tables": ("|",), "reperes-images": ("![",), "toc": ("#", *UNDERLINED, "[TOC]")},
        **{"unescape": ("\\",)},
    },
)
SIGNS = {sign for needs in NEEDS for signs in needs.values() for sign in signs}


class UsefulSteps:
    """The steps of a Markdown, some of which are left out until the next text."""

    def __init__(self, markdown: Markdown) -> None:
        """Take them as the extensions have left them."""
        self.markdown = markdown
        self.inline: Any = markdown.treeprocessors["inline"]
        self.every: tuple[Registry[Any], ...] = (
            markdown.preprocessors,
            markdown.parser.blockprocessors,
            markdown.inlinePatterns,
            markdown.treeprocessors,
        )
        self.known: dict[frozenset[str], tuple[Registry[Any], ...]] = {}

    def choose(self, text: str) -> None:
        """Keep what may change a text."""
        absent = frozenset(sign for sign in SIGNS if sign not in text)
        if absent not in self.known:
            self.known[absent] = tuple(_without(*one, absent) for one in zip(self.every, NEEDS, strict=True))
        before, blocks, inline, trees = self.known[absent]
        self.markdown.preprocessors, self.markdown.treeprocessors = before, trees
        self.markdown.parser.blockprocessors, self.inline.inlinePatterns = blocks, inline


def _without(steps: Registry[Any], needs: Needs, absent: frozenset[str]) -> Registry[Any]:
    kept = steps[:]
    for name, signs in needs.items():
        if absent.issuperset(signs):
            kept.deregister(name, strict=False)
    return kept
