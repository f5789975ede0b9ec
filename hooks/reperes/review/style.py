"""What readers would stumble on in a body: a heading that is none, an image that nobody describes, a masked address."""

import re
from collections.abc import Iterator

from reperes.check.links import IMAGE

BOLD = re.compile(r"^(?:\*\*|__)(?P<text>[^*_\n]{3,80})(?:\*\*|__)[ \t]*:?[ \t]*$", re.M)
EMPTY_WORDS = {"image", "photo", "img", "capture", "capture d'écran", "logo", "illustration", "dessin", "schéma"}
FILE = re.compile(r"[\w-]+\.(?:png|jpe?g|webp|gif|avif)|(?:IMG|DSC|PXL)[_-]?\d+", re.I)


def check(masked: str) -> Iterator[tuple[int, str, str]]:
    """Offset, fault and cure of each, in a body whose code is masked."""
    yield from _bold(masked)
    yield from _images(masked)


def _bold(text: str) -> Iterator[tuple[int, str, str]]:
    for found in BOLD.finditer(text):
        above, below = text[max(0, found.start() - 2) : found.start()], text[found.end() : found.end() + 2]
        alone = above in ("", "\n", "\n\n") and below in ("", "\n", "\n\n")
        if alone and not found["text"].rstrip().endswith((".", "!", "?")):
            yield found.start(), "un titre écrit en gras", "commencez la ligne par ##, sans les étoiles"


def _images(text: str) -> Iterator[tuple[int, str, str]]:
    for found in IMAGE.finditer(text):
        said = " ".join(found["alt"].split())
        if not said:
            fault, cure = "une image que personne ne décrit", "écrivez ce que l'on y voit : ![une porte ouverte](…)"
            yield found.start(), fault, cure
        elif said.lower() in EMPTY_WORDS or FILE.fullmatch(said):
            fault = f"« {said[:40]} » ne décrit pas l'image"
            yield found.start(), fault, "écrivez ce que l'on y voit"
