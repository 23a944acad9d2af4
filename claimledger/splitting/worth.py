"""How much a claim is worth a check, and why."""

from __future__ import annotations

from dataclasses import dataclass

from claimledger.domain.claims import ClaimKind
from claimledger.splitting.kinds import QUANTITY, read, wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """What a claim is and how much a check of it is worth."""

    kind: ClaimKind
    checkable: bool
    """False for opinion, prediction, wish and rhetoric."""
    checkworthiness: float
    """0 to 1 in steps of a hundredth; above .5, more likely than not worth a check."""
    reasons: tuple[str, ...]
    """At most three, the weightiest first."""


def assess(text: str, *, speaker: str | None, quoted: bool) -> Assessment:
    """Tell the kind, checkability and worth of a self-contained claim."""
    claim = wording(text)
    reading = read(claim, speaker=speaker, quoted=quoted)
    number = bool(QUANTITY.search(claim.undated))
    score = (0.5 + 0.25 * number) * (1.0 if reading.checkable else 0.25)
    return Assessment(
        kind=reading.kind,
        checkable=reading.checkable,
        checkworthiness=round(score, 2),
        reasons=("a number",) if number else (),
    )
