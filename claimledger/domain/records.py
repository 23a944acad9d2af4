"""Records: what a ledger says now, as its readers get it."""

from __future__ import annotations

from dataclasses import dataclass

from claimledger.domain.articles import ArticleId
from claimledger.domain.claims import ClaimId, ClaimKind
from claimledger.domain.evidence import (
    ArchiveState,
    Capture,
    EvidenceId,
    LinkState,
    QuoteSelector,
    Stance,
)
from claimledger.domain.scales import Rating, ScaleId
from claimledger.domain.text import Span
from claimledger.domain.verdicts import ClaimStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictRecord:
    """One verdict in a claim's history."""

    event: str
    reviewer: str
    scale: ScaleId
    rating: Rating
    because: str
    time: str
    """RFC 3339 in UTC."""
    standing: bool
    """False once its reviewer gave another one or withdrew it."""
    reworded: bool = False
    """True once the claim's text was edited: the verdict was given on other words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRecord:
    """What one check of a link found."""

    time: str
    by: str
    run: str
    """When its round of checks began."""
    state: LinkState
    status: int | None
    final_url: str | None
    raw: str | None
    etag: str | None
    last_modified: str | None
    missing: tuple[int, ...]
    """Which quotes, from 0, were not there."""
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveRecord:
    """The newest word of an archive on a link."""

    time: str
    by: str
    service: str
    state: ArchiveState
    url: str | None
    job: str | None
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRecord:
    """One source attached to a claim."""

    ref: str
    """ARTICLE.CLAIM.EVIDENCE in this ledger's numbers."""
    id: EvidenceId
    claim: ClaimId
    source: str
    stance: Stance
    url: str | None
    capture: Capture | None
    quotes: tuple[QuoteSelector, ...]
    title: str | None
    author: str | None
    published: str | None
    guessed: tuple[str, ...]
    note: str | None
    attached_by: str
    attached_at: str
    withdrawn_because: str | None
    """None while the evidence stands."""
    copy_of: str | None = None
    """The address that an archive's page is a copy of."""
    last_check: CheckRecord | None = None
    failing_since: str | None = None
    """When the first of the checks was that have failed since the last good one."""
    archives: tuple[ArchiveRecord, ...] = ()

    @property
    def is_decayed(self) -> bool:
        """Tell whether the last check that could tell found something wrong."""
        return self.failing_since is not None

    @property
    def is_dead(self) -> bool:
        """Tell whether checks of different days found the link wrong."""
        check, since = self.last_check, self.failing_since
        return check is not None and since is not None and check.time[:10] != since[:10]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRecord:
    """A claim with everything reviewers added to it."""

    ref: str
    """ARTICLE.CLAIM in this ledger's numbers."""
    id: ClaimId
    article: ArticleId
    article_number: int
    number: int
    text: str
    quote: str
    """What the article says at ``spans``; empty when the claim points at no text."""
    spans: tuple[Span, ...]
    sentence: Span | None
    speaker: str | None
    speaker_span: Span | None
    attribution_span: Span | None
    """Where the article attributes it."""
    cue: str | None
    kind: ClaimKind
    checkable: bool
    checkworthiness: float
    reasons: tuple[str, ...]
    needs_context: bool
    status: ClaimStatus
    edited: bool
    retracted_because: str | None
    version: int
    """The version of the article that its spans are offsets into."""
    outdated: bool
    """True when the article's newest version does not make it any more."""
    verdicts: tuple[VerdictRecord, ...]
    """Oldest first, those no longer standing included."""
    evidence: tuple[EvidenceRecord, ...]
    """Oldest first, withdrawn ones included."""

    @property
    def standing_verdicts(self) -> tuple[VerdictRecord, ...]:
        """The verdicts that count, oldest first."""
        return tuple(verdict for verdict in self.verdicts if verdict.standing)

    @property
    def rating(self) -> Rating | None:
        """The rating that the standing verdicts agree on, if they do."""
        ratings = {(v.scale, v.rating.code): v.rating for v in self.standing_verdicts}
        return next(iter(ratings.values())) if len(ratings) == 1 else None

    def count(self, stance: Stance) -> int:
        """Count the standing evidence with this stance."""
        return sum(e.stance is stance and e.withdrawn_because is None for e in self.evidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRecord:
    """An article and how far its review has come."""

    number: int
    id: ArticleId
    title: str
    source: str
    url: str | None
    author: str | None
    published: str | None
    published_guessed: bool
    language: str
    media_type: str
    added_by: str
    added_at: str
    splitter: str | None
    version: int
    """How often its text was found changed, from 1."""
    text: str
    """The key of its newest text among the blobs."""
    capture: Capture | None
    claims: int
    """Retracted and outdated ones left out, here and in the counts below."""
    checked: int
    disputed: int
    open: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleReport:
    """An article's text with its claims, in the order of the text."""

    article: ArticleRecord
    text: str
    """That of its newest version."""
    claims: tuple[ClaimRecord, ...]
    """Those of earlier versions included, marked as outdated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEntry:
    """One event of the history, in a reader's words."""

    seq: int
    id: str
    time: str
    author: str
    kind: str
    subject: str
    ref: str | None
    """ARTICLE, ARTICLE.CLAIM or ARTICLE.CLAIM.EVIDENCE number, where the subject has one."""
    summary: str
    evidence: str | None = None
    """The evidence that an act on its claim speaks of."""
