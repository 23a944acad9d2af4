"""Colours of ratings: those that a scale names, or those of their tones."""

from __future__ import annotations

import re
from typing import Final

from claimledger.domain.scales import Rating
from claimledger.report import theme

STYLES: Final[dict[str, str]] = {
    "green": theme.GREEN,
    "teal": theme.TEAL,
    "blue": theme.ACCENT,
    "violet": theme.VIOLET,
    "magenta": theme.MAGENTA,
    "red": theme.RED,
    "orange": theme.ORANGE,
    "ochre": theme.OCHRE,
    "grey": theme.QUIET,
}
"""The styles of the colours that a scale can name."""

_EXACT: Final = re.compile("#[0-9a-fA-F]{6}")


def style_of(rating: Rating) -> str:
    """Return the style of a rating.

    A colour that is none, as another program may have recorded, gives way to the tone's.
    """
    colour = rating.colour or ""
    if _EXACT.fullmatch(colour):
        return colour
    return STYLES.get(colour, theme.TONES[rating.tone].style)
