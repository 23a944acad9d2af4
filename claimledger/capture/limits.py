"""How much, how far and how long capturing goes before it stops."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds on one capture: seconds, bytes after decoding, and counts."""

    connect: float = 5
    """Seconds to reach one address of a server."""
    read: float = 10
    """Seconds of silence from a server."""
    total: float = 30
    """Seconds for a whole fetch, redirects included."""
    reading: float = 30
    """Seconds to read a PDF."""
    redirects: int = 5
    patience: float = 60
    """Seconds in all that one host may have us wait in a round of checks."""
    headers: int = 16_000
    """Characters of headers that are kept of a fetch, redirects included."""
    text: int = 5_000_000
    """Bytes of plain text or Markdown, and of the text drawn from a page or a PDF."""
    page: int = 10_000_000
    """Bytes of HTML, and of any answer that is not a PDF."""
    pdf: int = 30_000_000
    memory: int = 1_000_000_000
    """Bytes of memory to read a PDF in, program included."""
    elements: int = 30_000
    """HTML elements beyond which a page is read whole: finding the article among them
    takes time that grows with their square."""


LIMITS = Limits()


def megabytes(size: int) -> str:
    """Spell a number of bytes for a person."""
    return f"{size / 1_000_000:g} MB"
