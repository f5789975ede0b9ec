"""The address of a page as a code that a telephone reads (ISO/IEC 18004)."""

import segno


def code(address: str) -> str:
    """The drawing as an address that holds it, with the quiet zone that the standard asks for."""
    return str(segno.make(address, error="m", micro=False).svg_data_uri(border=4, scale=2, omitsize=True))
