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


class Likeness(StrEnum):
    """How closely a source says what was quoted."""

    EXACT = "exact"
    """To the letter."""
    NORMALISED = "normalised"
    """But for white space, case, the shape of quotation marks, dashes and letters that mean the
    same, and words divided at the end of a line."""
    FUZZY = "fuzzy"
    """But for a few words, none of them a number or a negation."""


class LinkState(StrEnum):
    """What a check of a link found."""

    OK = "ok"
    MOVED = "moved"
    """It leads elsewhere now, where the quotes still stand."""
    REDIRECTED_HOME = "redirected-home"
    """It leads to the site's front page."""
    SOFT_404 = "soft-404"
    """The server says that all is well, the page says that nothing is there."""
    CHANGED = "changed"
    """It is there, and a quote is not on it any more."""
    BLOCKED = "blocked"
    """The site refuses programs: nothing is known."""
    GONE = "gone"
    """The server says that there is nothing."""
    ERROR = "error"
    """No answer could be had."""

    @property
    def is_wrong(self) -> bool:
        """Tell whether a person must look at it; a refusal says nothing."""
        return self not in {LinkState.OK, LinkState.MOVED, LinkState.BLOCKED}


class ArchiveState(StrEnum):
    """How far a copy at an archive has come."""

    SAVED = "saved"
    """The archive made a copy for us."""
    FOUND = "found"
    """It had one already."""
    PENDING = "pending"
    """It was asked, and has not answered yet."""
    FAILED = "failed"


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
    likeness: Likeness | None = None
    """How the source says it; None for one that was not found or not looked for."""
    similarity: int = 100
    """0 to 100: how much of a fuzzy match is alike."""
    typed: str | None = None
    """What the person gave, where the source has it in another spelling."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """One answer on the way to a document: what was asked for and what came back."""

    url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    """As received, cookies left out."""


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
    hops: tuple[Hop, ...] = ()
    """Every answer, the last one's included; empty for what was not fetched."""
    length: int | None = None
    """Bytes of the raw document."""
