"""Acts of judgement: verdicts, settlements, what was published and corrected."""

from __future__ import annotations

from dataclasses import dataclass

from claimledger.domain.scales import ScaleId


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictGiven:
    """A reviewer rated a claim; it replaces that reviewer's earlier verdict."""

    scale: ScaleId
    version: int
    rating: str
    because: str
    undoes: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictWithdrawn:
    """A reviewer took the own verdict back."""

    because: str
    undoes: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimSettled:
    """A claim was adjudicated: its rating is this one, whatever the verdicts say."""

    scale: ScaleId
    version: int
    rating: str
    because: str
    undoes: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimReopened:
    """A settlement was taken back: the claim stands as its verdicts say."""

    because: str
    undoes: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimPublished:
    """A claim's rating was made public: only a correction changes it from now on."""

    scale: ScaleId
    version: int
    rating: str
    url: str | None
    """Where the check can be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionPublished:
    """A published rating was changed or, with no rating, the check was taken back."""

    scale: ScaleId
    version: int
    rating: str | None
    because: str
    """The reason, for the record."""
    note: str
    """What readers are told."""
