"""The room that images take."""

import io
import struct
from collections.abc import Mapping

import imagesize

from reperes.markdown.tables import Sizes


def sizes(files: Mapping[str, bytes]) -> Sizes:
    """The width and height of the images among the files of docs/; None for other files, texts left out."""
    return {path: _size(raw) for path, raw in files.items() if not path.endswith(".md")}


def _size(raw: bytes) -> tuple[int, int] | None:
    try:
        width, height = imagesize.get(io.BytesIO(raw))
    except (ValueError, struct.error):  # a damaged file takes the room that it takes
        return None
    return (int(width), int(height)) if width > 0 and height > 0 else None
