"""Records: what a ledger says now, as its readers get it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

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
from claimledger.domain.scales import Rating, ScaleId, Tone
from claimledger.domain.text import Span
from claimledger.domain.verdicts import ClaimStatus, DecisionKind, Relation


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
class DecisionRecord:
    """What was decided about a claim for the whole desk."""

    event: str
    kind: DecisionKind
    by: str
    time: str
    scale: ScaleId | None
    rating: Rating | None
    because: str
    note: str | None
    """What readers are told of a correction."""
    url: str | None
    """Where the check was published."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkRecord:
    """Another claim that this one stands in a relation to."""

    ref: str
    id: ClaimId
    text: str
    relation: Relation
    inward: bool
    """True where the relation was stated from the other claim to this one."""
    note: str | None
    by: str
    time: str


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
    """Oldest first, withdrawn ones included; of claims merged into this one too."""
    rating: Rating | None = None
    """What the claim came out as: settled so, or agreed on by enough reviewers."""
    spoken: int = 0
    """How many reviewers have a standing verdict."""
    needed: int = 1
    """How many the ledger asks for."""
    hidden: bool = False
    """True while others' verdicts and evidence are kept back from who reads this."""
    challenged: bool = False
    """True when contrary evidence came after the claim was settled or published."""
    tags: tuple[str, ...] = ()
    assigned: tuple[str, ...] = ()
    """The reviewers who are to check it."""
    links: tuple[LinkRecord, ...] = ()
    decisions: tuple[DecisionRecord, ...] = ()
    """Oldest first."""
    merged_into: str | None = None
    """The claim, ARTICLE.CLAIM, that took its place."""
    parts: tuple[str, ...] = ()
    """The claims that it was divided into."""
    part_of: str | None = None
    """The claim that was divided into this one and others."""

    @property
    def standing_verdicts(self) -> tuple[VerdictRecord, ...]:
        """The verdicts that count, oldest first."""
        return tuple(verdict for verdict in self.verdicts if verdict.standing)

    @property
    def others_hidden(self) -> bool:
        """Tell whether others have spoken whose verdicts are kept back from who reads this."""
        return self.hidden and self.spoken > len(self.standing_verdicts)

    @property
    def settlement(self) -> DecisionRecord | None:
        """The decision that its rating rests on, if one does."""
        found = None
        for decision in self.decisions:
            if decision.kind in {DecisionKind.SETTLED, DecisionKind.CORRECTED}:
                found = decision
            elif decision.kind is not DecisionKind.PUBLISHED:
                found = None
        return found

    @property
    def published(self) -> DecisionRecord | None:
        """The publication in force, if the claim is published."""
        found = None
        for decision in self.decisions:
            if decision.kind is DecisionKind.PUBLISHED:
                found = decision
            elif decision.kind is DecisionKind.UNPUBLISHED:
                found = None
        return found

    @property
    def public_changes(self) -> tuple[tuple[Rating | None, DecisionRecord], ...]:
        """Each change of what was public, with the rating before it, oldest first."""
        public = [decision for decision in self.decisions if decision.kind.is_public]
        return tuple(
            (before.rating, after) for before, after in pairwise(public) if after.note is not None
        )

    def count(self, stance: Stance) -> int:
        """Count the standing evidence with this stance."""
        return sum(e.stance is stance and e.withdrawn_because is None for e in self.evidence)


class QueueEntry(NamedTuple):
    """What a list of claims to work through needs of each."""

    key: int
    ref: str
    id: ClaimId
    article: int
    text: str
    speaker: str | None
    status: ClaimStatus
    rating: str | None
    """The label of what it came out as."""
    tone: Tone | None
    worth: int
    """Check-worthiness, 0 to 100."""
    checkable: bool
    spoken: int
    needed: int
    mine: bool
    """Whether who reads this has a standing verdict on it."""
    assigned: bool
    """Whether it is assigned to who reads this."""
    challenged: bool
    published: bool


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
    """Those that are settled included."""
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
    others: tuple[str, ...] = ()
    """The claims that it changed beside its subject: parts, or those merged into it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SwitchedRule:
    """A rule for publishing that somebody switched off, or on again."""

    rule: str
    on: bool
    because: str
    by: str
    time: str
