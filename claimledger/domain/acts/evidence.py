"""Acts on evidence: attached, withdrawn, and how its links fare."""

from __future__ import annotations

from dataclasses import dataclass

from claimledger.domain.evidence import (
    ArchiveState,
    Capture,
    EvidenceId,
    LinkState,
    QuoteSelector,
    Stance,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceAttached:
    """A source was attached to a claim; the event's id is the evidence's id."""

    source: str
    """What the person named: a URL or a path."""
    stance: Stance
    url: str | None
    capture: Capture | None
    """None when only the link was recorded."""
    quotes: tuple[QuoteSelector, ...] = ()
    title: str | None = None
    author: str | None = None
    published: str | None = None
    guessed: tuple[str, ...] = ()
    """Which of title, author and published were guessed from the page."""
    note: str | None = None
    copy_of: str | None = None
    """The address that an archive's page is a copy of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceWithdrawn:
    """Evidence no longer counts for its claim."""

    evidence: EvidenceId
    because: str
    undoes: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRestored:
    """Withdrawn evidence counts for its claim again."""

    evidence: EvidenceId
    because: str
    undoes: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceChecked:
    """A link was asked for again, to see whether it still says what was quoted.

    The subject is the evidence.
    """

    run: str
    """When the round of checks began that this one belongs to."""
    state: LinkState
    status: int | None
    final_url: str | None
    redirects: tuple[str, ...]
    raw: str | None
    """SHA-256 of what came, which is not kept; None when nothing did."""
    media_type: str | None
    etag: str | None
    last_modified: str | None
    missing: tuple[int, ...]
    """Which of the quotes, from 0, no longer stand there."""
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceArchived:
    """An archive was asked for a copy of a link; the subject is the evidence."""

    service: str
    """Such as ``wayback``, or the name of the desk's own command."""
    state: ArchiveState
    url: str | None
    """The copy's address."""
    job: str | None
    """By what name the archive knows the order, to ask again."""
    detail: str
