"""Text from outside in Markdown: it stays text, and only web addresses become links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from claimledger.domain.outside import clean, line, link, person

_SPECIAL: Final = re.compile(
    r"""
    [\\`*_\[\](){}\#~|!$@<>&]       # markup, tables, mathematics, mentions, HTML
    | ^ [-+=]                       # lists and underlined headings
    | : (?=//) | (?<= www) \.       # bare addresses
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NUMBERED: Final = re.compile(r"^(\d+)([.)])(?=\s|$)")
_ENTITIES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def escape(text: str) -> str:
    """Return text from outside as Markdown that shows exactly its words, on one line."""
    return _NUMBERED.sub(r"\1\\\2", _SPECIAL.sub(_escaped, line(text)))


def _escaped(found: re.Match[str]) -> str:
    character = found.group()
    return _ENTITIES.get(character, f"\\{character}")


def paragraphs(text: str) -> Iterator[str]:
    """Yield the paragraphs of text from outside."""
    yield from (escape(part) for part in clean(text).splitlines() if line(part))


def by(reviewer: str) -> str:
    """Return a reviewer's name."""
    return escape(person(reviewer))


def linked(text: str, address: str | None) -> str:
    """Return text as a link, where there is an address that may be one; an address as itself."""
    target = link(address)
    if target is None:
        return escape(text)
    if text == address:
        return f"<{target}>"
    return f"[{escape(text)}]({target.replace('(', '%28').replace(')', '%29')})"
