"""Claims: single assertions that a checker could give one verdict to."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from claimledger.domain.articles import ArticleId
from claimledger.domain.text import Span

ClaimId = NewType("ClaimId", str)


class ClaimKind(StrEnum):
    """What sort of assertion a claim makes."""

    QUANTITY = "quantity"
    EVENT = "event"
    FACT = "fact"
    QUOTATION = "quotation"
    CAUSAL = "causal"
    COMPARISON = "comparison"
    PREDICTION = "prediction"
    POSITION = "position"
    OPINION = "opinion"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A claim as the splitter reads it in an article's text.

    Offsets are code points into the article's text, end exclusive.
    """

    id: ClaimId
    text: str
    """Self-contained and grammatical, in the article's own words."""
    quote: str
    """What the article says at ``spans``, fragments joined by an ellipsis."""
    spans: tuple[Span, ...]
    """One or more fragments, in order, inside ``sentence``."""
    sentence: Span
    speaker: str | None
    """The fullest name the article gives, or None when the article itself asserts."""
    speaker_span: Span | None
    """Where the sentence names the speaker, if it does."""
    cue: str | None
    """The lemma that attributes the content, such as "say" or "according to"."""
    kind: ClaimKind
    checkable: bool
    """False for opinion, prediction, wish and rhetoric: kept, but ranked last."""
    checkworthiness: float
    """How much a check is worth, 0 to 1, in steps of a hundredth."""
    reasons: tuple[str, ...]
    """Why the claim has that worth, in a checker's words."""
    attribution_span: Span | None = None
    """Where the article attributes it, such as "the mayor said on Monday"; it may be a
    sentence before."""
    needs_context: bool = False
    """True when a reference in the text could mean more than one thing."""


def claim_id(article: ArticleId, spans: Sequence[Span], text: str) -> ClaimId:
    """Derive a claim's id from its content, the same on every machine.

    SHA-256 in hex of ``[article, spans, text]`` as compact JSON in UTF-8, with ``text``
    in Unicode normal form C.
    """
    words = unicodedata.normalize("NFC", text)
    content = [article, [[span.start, span.end] for span in spans], words]
    encoded = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return ClaimId(hashlib.sha256(encoded.encode(errors="replace")).hexdigest())
