"""Acts on the ledger as a whole: its scales, its policy, its rules for publishing."""

from __future__ import annotations

from dataclasses import dataclass

from claimledger.domain.scales import MappedRating, Rating, ScaleId


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleDefined:
    """A rating scale entered the ledger, or got a new version."""

    version: int
    title: str
    ordered: bool
    ratings: tuple[Rating, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleMapped:
    """What the ratings of one scale, the subject, are on another one, from now on."""

    target: ScaleId
    pairs: tuple[MappedRating, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicySet:
    """How this ledger works from now on."""

    scale: ScaleId
    reviewers: int = 1
    blind: bool = False
    settlers: tuple[str, ...] = ()
    sources: int = 2
    because: str = ""
    undoes: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LintRuleSwitched:
    """A rule for what may be published was switched off or on, with a reason."""

    rule: str
    on: bool
    because: str
