"""Acts on articles: added, split, revised; and claims as a splitter records them."""

from __future__ import annotations

from dataclasses import dataclass

from claimledger.domain.claims import Claim, ClaimId, ClaimKind
from claimledger.domain.evidence import Capture
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
