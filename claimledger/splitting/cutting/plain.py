"""One plain spelling for the marks that newspapers write in many ways.

The parser is trained and run on this spelling. Every replacement is one character for
one, so that an offset into the plain text is an offset into the article.
"""

from __future__ import annotations

_PLAIN = str.maketrans(
    {
        "\u2018": "'",
        "\u2019": "'",
        "\u201a": "'",
        "\u201b": "'",
        "\u2032": "'",
        "\u00b4": "'",
        "`": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u201e": '"',
        "\u201f": '"',
        "\u2033": '"',
        "\u00ab": '"',
        "\u00bb": '"',
        "\u2010": "-",
        "\u2011": "-",
        "\u2012": "-",
        "\u2015": "\u2014",
        "\u2212": "-",
        "\u00a0": " ",
        "\u2002": " ",
        "\u2003": " ",
        "\u2009": " ",
        "\u202f": " ",
        "\t": " ",
    }
)


def plain(text: str) -> str:
    """Return ``text`` with quotation marks, dashes and spaces in one spelling each.

    The length does not change: ``len(plain(text)) == len(text)``.
    """
    return text.translate(_PLAIN)
