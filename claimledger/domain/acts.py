"""Acts: what the events of a ledger record, one dataclass for each kind.

Field names and types are the ledger format: they are never renamed, retyped or removed.
A field may be added with a default. No floats: check-worthiness counts hundredths.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, TypeAlias

from claimledger.domain.articles import ArticleId
from claimledger.domain.claims import Claim, ClaimId, ClaimKind
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


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleAdded:
    """An article's text entered the ledger; the text itself is a blob."""

    title: str
    source: str
    """What the person named: a path, a URL, or ``-``."""
    text: str
    """SHA-256 of the text in UTF-8, which is also the article's id."""
    language: str
    media_type: str
    raw: str | None
    """SHA-256 of the bytes it was read from, where they are kept."""
    url: str | None = None
    author: str | None = None
    published: str | None = None
    """ISO 8601 date."""
    published_guessed: bool = False
    capture: Capture | None = None
    """How the page was fetched; None for what was not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitClaim:
    """A claim as recorded; its quote is what the article's text says at ``spans``."""

    id: ClaimId
    text: str
    spans: tuple[Span, ...]
    """Empty for a claim that a person worded without pointing at the text."""
    sentence: Span | None
    speaker: str | None
    speaker_span: Span | None
    cue: str | None
    kind: ClaimKind
    checkable: bool
    checkworthiness: int
    """0 to 100."""
    reasons: tuple[str, ...]
    needs_context: bool = False
    attribution_span: Span | None = None

    @classmethod
    def of(cls, claim: Claim) -> SplitClaim:
        """Record a claim that the splitter read."""
        return cls(
            id=claim.id,
            text=claim.text,
            spans=claim.spans,
            sentence=claim.sentence,
            speaker=claim.speaker,
            speaker_span=claim.speaker_span,
            cue=claim.cue,
            kind=claim.kind,
            checkable=claim.checkable,
            checkworthiness=round(claim.checkworthiness * 100),
            reasons=claim.reasons,
            needs_context=claim.needs_context,
            attribution_span=claim.attribution_span,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimsSplit:
    """A splitter read an article's claims, in the order of the text."""

    splitter: str
    claims: tuple[SplitClaim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptClaim:
    """A claim that a new version of its article still makes, and where."""

    id: ClaimId
    spans: tuple[Span, ...]
    sentence: Span | None
    speaker_span: Span | None
    attribution_span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRevised:
    """An article was found with another text, which is its text from now on.

    Claims that are neither kept nor added stay with the version that made them.
    """

    text: str
    """SHA-256 of the new text in UTF-8, its key among the blobs."""
    raw: str | None
    media_type: str
    source: str
    splitter: str
    kept: tuple[KeptClaim, ...]
    added: tuple[SplitClaim, ...]
    capture: Capture | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimAdded:
    """A person added a claim to an article."""

    article: ArticleId
    claim: SplitClaim


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimEdited:
    """A person corrected a claim; every field is the value from now on."""

    text: str
    speaker: str | None
    kind: ClaimKind
    checkable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRetracted:
    """A claim was taken out of the review: a duplicate, or no claim at all."""

    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRestored:
    """A retracted claim was taken back into the review, as it was before."""

    because: str


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


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictGiven:
    """A reviewer rated a claim; it replaces that reviewer's earlier verdict."""

    scale: ScaleId
    version: int
    rating: str
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictWithdrawn:
    """A reviewer took the own verdict back."""

    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleDefined:
    """A rating scale entered the ledger, or got a new version."""

    version: int
    title: str
    ordered: bool
    ratings: tuple[Rating, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicySet:
    """How this ledger works from now on."""

    scale: ScaleId


Act: TypeAlias = (
    ArticleAdded
    | ArticleRevised
    | ClaimsSplit
    | ClaimAdded
    | ClaimEdited
    | ClaimRetracted
    | ClaimRestored
    | EvidenceAttached
    | EvidenceWithdrawn
    | EvidenceChecked
    | EvidenceArchived
    | VerdictGiven
    | VerdictWithdrawn
    | ScaleDefined
    | PolicySet
)

ACTS: Final[dict[str, type[Act]]] = {
    "article_added": ArticleAdded,
    "article_revised": ArticleRevised,
    "claims_split": ClaimsSplit,
    "claim_added": ClaimAdded,
    "claim_edited": ClaimEdited,
    "claim_retracted": ClaimRetracted,
    "claim_restored": ClaimRestored,
    "evidence_attached": EvidenceAttached,
    "evidence_withdrawn": EvidenceWithdrawn,
    "evidence_checked": EvidenceChecked,
    "evidence_archived": EvidenceArchived,
    "verdict_given": VerdictGiven,
    "verdict_withdrawn": VerdictWithdrawn,
    "scale_defined": ScaleDefined,
    "policy_set": PolicySet,
}
"""Every kind of event, by the name it is stored under."""

LEDGER: Final = "ledger"
"""The subject of acts that are about the ledger as a whole."""

KINDS: Final = {act: kind for kind, act in ACTS.items()}


def blobs_of(act: Act) -> tuple[str, ...]:
    """Return the keys of the blobs that an act speaks of."""
    keys: tuple[str | None, ...]
    match act:
        case ArticleAdded(text=text, raw=raw) | ArticleRevised(text=text, raw=raw):
            keys = (text, raw)
        case EvidenceAttached(capture=Capture(text=text, raw=raw)):
            keys = (text, raw)
        case _:
            keys = ()
    return tuple(key for key in keys if key is not None)
