"""Remedies: the command by which a claim is mended, as it stands now.

A claim that is settled is settled again, and one that is public is changed for its readers.
"""

from __future__ import annotations

from claimledger.domain.records import ClaimRecord


def decide(claim: ClaimRecord) -> str:
    """Return the command that rates a claim anew, with a reason."""
    if claim.published is not None:
        return f'claimledger correct {claim.ref} RATING --because "TEXT" --note "TEXT"'
    act = "verdict" if claim.settlement is None else "settle"
    return f'claimledger {act} {claim.ref} RATING --because "TEXT"'


def edit(claim: ClaimRecord, option: str) -> str:
    """Return the command that edits a claim; a public one must be taken back first."""
    if claim.published is not None:
        return f'claimledger correct {claim.ref} --withdraw --because "TEXT" --note "TEXT"'
    return f"claimledger claim edit {claim.ref} {option}"
