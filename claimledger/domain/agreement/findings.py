"""Findings: how far reviewers agree on claims, what that rests on, and where they differ."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from claimledger.domain.agreement.comparisons import Agreement
from claimledger.domain.scales import Rating, Scale
from claimledger.domain.verdicts import ClaimStatus


class LeftOut(StrEnum):
    """Why a claim, or a verdict, is in none of the numbers."""

    UNRATED = "unrated"
    """Nobody has rated it."""
    RATED_ONCE = "rated-once"
    """One reviewer has, or one verdict alone was left: that is no evidence of agreement."""
    HIDDEN = "hidden"
    """Others' verdicts are kept back in a blind review."""
    OTHER_SCALE = "other-scale"
    """Given on another scale, from which nothing leads to this one."""
    OTHER_WORDS = "other-words"
    """Given on words that the claim no longer had when others rated it."""
    OTHER_TIME = "other-time"
    """Given before or after the time that was asked about."""
    RETRACTED = "retracted"
    """No longer counted as a claim."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Omission:
    """What was left out for one reason."""

    reason: LeftOut
    claims: tuple[str, ...]
    """Such as 3.7; of claims that were compared, single verdicts can be left out too."""
    verdicts: int
    """On claims that are kept back, those that exist."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """A claim that was compared and on which ratings differ."""

    ref: str
    id: str
    text: str
    status: ClaimStatus
    ratings: tuple[tuple[str, Rating], ...]
    """Each reviewer's, on the scale that was compared, by name."""
    apart: int | None
    """Steps on the scale between the farthest two; None where no two that differ have a place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimAgreement:
    """How far reviewers agree on claims, and what that rests on."""

    scale: Scale
    first: bool
    """Whether each reviewer's first verdict counts instead of the standing one."""
    reviewers: tuple[str, ...]
    """Whose verdicts count; empty for everybody's."""
    since: date | None
    until: date | None
    claims: int
    """All that were looked at."""
    agreement: Agreement
    translated: int
    """Verdicts among those compared that were given on another scale."""
    omissions: tuple[Omission, ...]
    """Those that occur, in the order of the reasons."""
    disagreements: tuple[Disagreement, ...]
    """The farthest apart first."""
