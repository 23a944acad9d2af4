"""Verdicts: what reviewers decided, and what a claim's verdicts add up to."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class ClaimStatus(StrEnum):
    """Where a claim stands in the review."""

    OPEN = "open"
    """Nobody has given a verdict."""
    CHECKED = "checked"
    """One verdict, or several that agree."""
    DISPUTED = "disputed"
    """Reviewers' verdicts differ."""
    SETTLED = "settled"
    """Adjudicated, with a reason on record."""
    RETRACTED = "retracted"
    """No longer counted as a claim of the article."""


def status_of(
    ratings: Iterable[tuple[str, str]], *, settled: bool = False, retracted: bool = False
) -> ClaimStatus:
    """Fold the standing verdicts of a claim, as (scale, rating) pairs, into its status."""
    if retracted:
        return ClaimStatus.RETRACTED
    if settled:
        return ClaimStatus.SETTLED
    match len(set(ratings)):
        case 0:
            return ClaimStatus.OPEN
        case 1:
            return ClaimStatus.CHECKED
        case _:
            return ClaimStatus.DISPUTED
