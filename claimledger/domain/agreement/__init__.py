"""Agreement: how far reviewers' verdicts on the same claims go together, chance left out."""

from __future__ import annotations

from claimledger.domain.agreement.coefficients import Level, alpha, kappa, observed
from claimledger.domain.agreement.comparisons import (
    Agreement,
    Alpha,
    Judgement,
    Pair,
    compare,
    places,
)
from claimledger.domain.agreement.findings import (
    ClaimAgreement,
    Disagreement,
    LeftOut,
    Omission,
)

__all__ = [
    "Agreement",
    "Alpha",
    "ClaimAgreement",
    "Disagreement",
    "Judgement",
    "LeftOut",
    "Level",
    "Omission",
    "Pair",
    "alpha",
    "compare",
    "kappa",
    "observed",
    "places",
]
