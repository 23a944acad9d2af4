"""The policy of a ledger: how many review a claim, blind or not, and who may settle."""

from __future__ import annotations

from dataclasses import dataclass

from claimledger.domain.scales import ScaleId


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """How one ledger works."""

    scale: ScaleId
    """The scale that verdicts are given on."""
    reviewers: int = 1
    """How many must have given a verdict before a claim counts as checked."""
    blind: bool = False
    """Whether each reviewer sees only the own verdict and evidence until all have spoken."""
    settlers: tuple[str, ...] = ()
    """Who may settle, publish and correct; nobody named: everybody may."""
    sources: int = 2
    """How many sources a checked claim should have."""

    def may_settle(self, reviewer: str) -> bool:
        """Tell whether this reviewer may settle, publish and correct."""
        return not self.settlers or reviewer in self.settlers
