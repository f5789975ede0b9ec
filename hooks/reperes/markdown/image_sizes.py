"""The room that images take, said before they come: a text that is being read does not jump."""

import re
import struct
from collections.abc import Callable

import imagesize

IMAGE = re.compile(r'<img (?![^>]*\bwidth=)(?=[^>]*\bsrc="([^"]+)")')


def sized(html: str, file: Callable[[str], str | None]) -> str:
    """A rendered article whose images say their width and height; `file` gives the file behind an address, if any."""
    return IMAGE.sub(lambda found: f"{found[0]}{_size(file(found[1]))}", html)


def _size(path: str | None) -> str:
    try:
        width, height = imagesize.get(path) if path else (-1, -1)
    except (ValueError, struct.error):  # a damaged file takes the room that it takes
        return ""
    return f'width="{width}" height="{height}" ' if width > 0 and height > 0 else ""
