"""Verdicts: what reviewers decided, and what a claim's verdicts add up to."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from claimledger.domain.evidence import Stance
from claimledger.domain.scales import Tone


class ClaimStatus(StrEnum):
    """Where a claim stands in the review."""

    OPEN = "open"
    """Fewer reviewers have given a verdict than the ledger asks for."""
    CHECKED = "checked"
    """Enough reviewers have given a verdict, and they agree."""
    DISPUTED = "disputed"
    """Reviewers' verdicts differ."""
    SETTLED = "settled"
    """Adjudicated, with a reason on record."""
    RETRACTED = "retracted"
    """No longer counted as a claim of the article."""


class DecisionKind(StrEnum):
    """What was decided for the desk, not for one reviewer."""

    SETTLED = "settled"
    REOPENED = "reopened"
    PUBLISHED = "published"
    CORRECTED = "corrected"
    """A published rating was changed, with a public note."""
    UNPUBLISHED = "unpublished"
    """A published check was taken back, with a public note."""

    @property
    def is_public(self) -> bool:
        """Tell whether readers hear of it."""
        return self not in {DecisionKind.SETTLED, DecisionKind.REOPENED}


class Relation(StrEnum):
    """How two claims stand to each other."""

    SAME = "same"
    CONTRADICTS = "contradicts"
    SUPPORTS = "supports"
    RELATED = "related"


class Outcome(NamedTuple):
    """What a claim's verdicts come to."""

    status: ClaimStatus
    rating: tuple[str, str] | None
    """Scale and code, where there is one rating."""


def outcome_of(
    ratings: Sequence[tuple[str, str]],
    *,
    needed: int = 1,
    blind: bool = False,
    settled: tuple[str, str] | None = None,
    retracted: bool = False,
) -> Outcome:
    """Fold the standing verdicts of a claim into its status and rating.

    Args:
        ratings: One (scale, code) pair a reviewer.
        needed: How many reviewers the ledger asks for.
        blind: Whether a difference is kept back until so many have spoken.
        settled: What the claim was settled as.
        retracted: Whether it was taken out of the review.
    """
    different = set(ratings)
    if retracted:
        return Outcome(ClaimStatus.RETRACTED, settled)
    if settled is not None:
        return Outcome(ClaimStatus.SETTLED, settled)
    if len(ratings) < needed and (blind or len(different) < 2):  # noqa: PLR2004 - two differ
        return Outcome(ClaimStatus.OPEN, None)
    match len(different):
        case 0:
            return Outcome(ClaimStatus.OPEN, None)
        case 1:
            return Outcome(ClaimStatus.CHECKED, ratings[0])
        case _:
            return Outcome(ClaimStatus.DISPUTED, None)


def is_contrary(stance: Stance, tone: Tone) -> bool:
    """Tell whether evidence of this stance speaks against a rating of this tone.

    To a rating that leans neither way, any evidence for or against the claim is news.
    """
    match tone:
        case Tone.TRUE | Tone.MOSTLY_TRUE:
            return stance is Stance.REFUTES
        case Tone.FALSE | Tone.MOSTLY_FALSE:
            return stance is Stance.SUPPORTS
        case _:
            return stance is not Stance.CONTEXT
