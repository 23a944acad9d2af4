"""HTML to text and metadata: the article of a page, or all of it when there is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from claimledger.capture.limits import LIMITS, Limits
from claimledger.capture.metadata import Metadata, iso_date
from claimledger.capture.plaintext import decoded, encodable

_META_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_META_WITHIN = 4096
"""Bytes from the start in which a page may name its charset."""

_INLINE = frozenset(
    """
    a abbr acronym b bdi bdo big cite code data del dfn em font hi i ins kbd mark q ref s samp
    small span strike strong sub sup time tt u var wbr
    """.split()  # noqa: SIM905 - fifty quoted words read worse
)
"""Elements that do not end a paragraph, in HTML and in trafilatura's trees."""

_HIDDEN = frozenset(
    """
    script style template svg math noscript head iframe object select option textarea button
    graphic img
    """.split()  # noqa: SIM905 - likewise
)
_BREAKS = frozenset({"br", "lb"})


def article_of(
    data: bytes, *, url: str | None = None, charset: str | None = None, limits: Limits = LIMITS
) -> tuple[str, Metadata]:
    """Extract the article of a page, its paragraphs apart by blank lines.

    A page in which no article is found, or with too many elements to look for one,
    is read whole. Returns "" for a page without text.
    """
    import trafilatura

    tree = _tree(data, charset)
    if tree is None:
        return "", Metadata()
    whole = _prose(tree)
    _prune(tree)
    if sum(1 for _ in tree.iter()) > limits.elements:
        return whole, Metadata(title=_title(tree))
    try:
        found = trafilatura.bare_extraction(
            tree, url=url, with_metadata=True, include_comments=False
        )
    except Exception:  # noqa: BLE001 - hostile pages find bugs in any extractor
        found = None
    if found is None or isinstance(found, dict):  # a dict only when asked for one
        return whole, Metadata(title=_title(tree))
    published = iso_date(found.date)
    metadata = Metadata(
        title=found.title or _title(tree),
        author=found.author or None,
        published=published,
        published_guessed=published is not None,
    )
    text = _prose(found.body)
    # Of a short page the extractor may give all the words without their paragraphs.
    return (whole if text.split() in ([], whole.split()) else text), metadata


def whole_page(data: bytes, *, charset: str | None = None) -> str:
    """Return all the text of a page, menus included.

    A quote may stand where the extractor saw no article, or in a paragraph that it
    took for a repetition.
    """
    tree = _tree(data, charset)
    return "" if tree is None else _prose(tree)


def _tree(data: bytes, charset: str | None) -> Any:
    """Parse a page, or return None when nothing in it is HTML."""
    from trafilatura import load_html

    text = _decoded(data, charset)
    if "html" not in text[:50].lower():  # without it a fragment is taken for no page at all
        text = f"<html>{text}"
    try:
        return load_html(text)
    except Exception:  # noqa: BLE001 - hostile pages find bugs in any parser
        return None


def _decoded(data: bytes, charset: str | None) -> str:
    """Decode a page by what it is, else by what the server, the page or a guess says.

    The parser is given text: bytes it would guess at, and even unpack.
    """
    from trafilatura.utils import detect_encoding

    named = _META_CHARSET.search(data[:_META_WITHIN])
    within = named.group(1).decode("ascii", "replace") if named else None
    mark = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else None
    for candidate in (mark, "utf-8", charset, within):
        text = decoded(data, candidate)
        if text is not None:
            return text
    guesses = (decoded(data, guess) for guess in detect_encoding(data))
    return next((text for text in guesses if text is not None), data.decode("cp1252", "replace"))


def _prune(tree: Any) -> None:
    """Drop what costs time and holds no prose or metadata."""
    for element in list(tree.iter("script", "style", "svg", "template")):
        if element.get("type") != "application/ld+json" and element.getparent() is not None:
            element.drop_tree()


def _title(tree: Any) -> str | None:
    title = tree.find(".//title")
    text = "" if title is None or title.text is None else " ".join(title.text.split())
    return encodable(text) or None


def _prose(tree: Any) -> str:
    """Write a tree's text as paragraphs apart by blank lines."""
    paragraphs = "".join(_pieces(tree)).split("\n\n")
    lines = ("\n".join(_tidy(line) for line in one.split("\n")).strip() for one in paragraphs)
    return encodable("\n\n".join(line for line in lines if line))


def _tidy(line: str) -> str:
    return " ".join(line.split()).removesuffix(" |")


def _pieces(element: Any) -> Iterator[str]:
    r"""Yield text as it stands, "\n" for a line break and "\n\n" around a block."""
    tag = element.tag
    if not isinstance(tag, str) or tag in _HIDDEN:
        return
    if tag in _BREAKS:
        yield "\n"
        return
    parent = element.getparent()
    quoted_inline = tag == "quote" and parent is not None and parent.tag == "p"
    before, after = _edges(tag, quoted_inline=quoted_inline)
    yield before
    yield _flat(element.text)
    for child in element:
        yield from _pieces(child)
        yield _flat(child.tail)
    yield after


def _edges(tag: str, *, quoted_inline: bool) -> tuple[str, str]:
    if tag == "q" or quoted_inline:
        return "“", "”"
    if tag in _INLINE:
        return "", ""
    if tag in {"td", "th", "cell"}:
        return "", " | "
    return "\n\n", "\n\n"


def _flat(text: str | None) -> str:
    return text.replace("\r", " ").replace("\n", " ") if text else ""
