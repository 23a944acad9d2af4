"""Remedies: the command by which a claim is mended, as it stands now.

A claim that is settled is settled again, and one that is public is changed for its readers.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimledger.domain.records import ClaimRecord, EvidenceRecord


def decide(claim: ClaimRecord) -> str:
    """Return the command that rates a claim anew, with a reason."""
    if claim.published is not None:
        return f'claimledger correct {claim.ref} RATING --because "TEXT" --note "TEXT"'
    act = "verdict" if claim.settlement is None else "settle"
    return f'claimledger {act} {claim.ref} RATING --because "TEXT"'


def edit(claim: ClaimRecord, option: str) -> str:
    """Return the command that edits a claim; what was decided on it must be taken back first."""
    if claim.published is not None:
        return f'claimledger correct {claim.ref} --withdraw --because "TEXT" --note "TEXT"'
    if claim.settlement is not None:
        return f'claimledger settle {claim.ref} --reopen --because "TEXT"'
    return f"claimledger claim edit {claim.ref} {option}"


def attach_anew(claim: ClaimRecord, evidence: Sequence[EvidenceRecord], options: str) -> str:
    """Return the commands by which another record takes the place of evidence."""
    ref = evidence[0].ref if len(evidence) == 1 else "EVIDENCE"
    return (
        f'claimledger evidence withdraw {ref} --because "TEXT"'
        f", then claimledger attach {claim.ref} SOURCE {options}"
    )
