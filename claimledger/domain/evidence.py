"""Evidence: what speaks for or against a claim, and how it was captured."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

EvidenceId = NewType("EvidenceId", str)
"""The id of the event that attached it."""


class Stance(StrEnum):
    """How evidence bears on a claim."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    CONTEXT = "context"


class QuoteResult(StrEnum):
    """Whether a quote stands in the captured text."""

    FOUND = "found"
    NOT_FOUND = "not found"
    NOT_CHECKED = "not checked"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteSelector:
    """A quote from a source, as a W3C text-quote and text-position selector.

    ``prefix`` and ``suffix`` are there only for a quote that was found; ``start`` and
    ``end`` only for one that was found in the extracted text, in code points of it, end
    exclusive. A page may say something that the extraction took for no part of the text.
    """

    exact: str
    result: QuoteResult
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """What is known of a retrieved document. Times are RFC 3339 in UTC."""

    media_type: str
    raw: str
    """SHA-256 of the raw bytes, in hex: their key among the blobs."""
    text: str | None
    """SHA-256 of the extracted text in UTF-8, its key among the blobs."""
    retrieved: str
    final_url: str | None = None
    redirects: tuple[str, ...] = ()
    status: int | None = None
