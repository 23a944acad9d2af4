"""Rules on a claim's evidence: how much there is, which way it points, whether it holds."""

from __future__ import annotations

from typing import Final

from claimledger.domain.evidence import ArchiveState, QuoteResult, Stance
from claimledger.domain.lint.findings import Context, Problem, Problems
from claimledger.domain.lint.remedies import decide
from claimledger.domain.records import ClaimRecord, EvidenceRecord
from claimledger.domain.scales import Tone
from claimledger.domain.sources import number_of_sources
from claimledger.domain.verdicts import is_contrary

_COPIES: Final = frozenset({ArchiveState.SAVED, ArchiveState.FOUND})
_TRUE: Final = frozenset({Tone.TRUE, Tone.MOSTLY_TRUE})
_FALSE: Final = frozenset({Tone.FALSE, Tone.MOSTLY_FALSE})


def no_evidence(claim: ClaimRecord, _: Context) -> Problems:
    """Find a claim that was rated on no evidence at all."""
    if not _standing(claim):
        yield Problem(
            "It was rated without any evidence.",
            f"Attach some: claimledger attach {claim.ref} SOURCE",
        )


def few_sources(claim: ClaimRecord, context: Context) -> Problems:
    """Find a claim with fewer different sources than the policy asks for, but some."""
    found, needed = number_of_sources(_standing(claim)), context.policy.sources
    if 0 < found < needed:
        yield Problem(
            f"It rests on {found} source{'' if found == 1 else 's'}; the policy asks for {needed}.",
            f"Attach another: claimledger attach {claim.ref} SOURCE",
        )


def one_side(claim: ClaimRecord, _: Context) -> Problems:
    """Find evidence that only supports, or only refutes."""
    supports, refutes = claim.count(Stance.SUPPORTS), claim.count(Stance.REFUTES)
    if bool(supports) is bool(refutes):
        return
    side, other = Stance.SUPPORTS, Stance.REFUTES
    if refutes:
        side, other = other, side
    yield Problem(
        f"There is evidence that {side} it, and none that {other} it.",
        f"Look for some: claimledger attach {claim.ref} SOURCE --{other}",
    )


def rated_against(claim: ClaimRecord, _: Context) -> Problems:
    """Find a rating on one side with evidence on the other side alone."""
    if claim.rating is None:
        return
    supports, refutes = claim.count(Stance.SUPPORTS), claim.count(Stance.REFUTES)
    contrary = {
        Stance.REFUTES: claim.rating.tone in _TRUE and not supports and refutes,
        Stance.SUPPORTS: claim.rating.tone in _FALSE and not refutes and supports,
    }
    for stance, found in contrary.items():
        if found:
            yield Problem(
                f"It is rated “{claim.rating.label}”, yet its evidence {stance} it.",
                f"See which of them is the wrong way round: claimledger show {claim.ref}",
            )


def missing_quotes(claim: ClaimRecord, _: Context) -> Problems:
    """Find quotes that the captured source does not hold."""
    for evidence in _standing(claim):
        for quote in evidence.quotes:
            if quote.result is QuoteResult.NOT_FOUND:
                yield Problem(
                    f"What was captured of {evidence.ref} does not say “{quote.exact.strip()}”.",
                    f"Compare them: claimledger evidence show {evidence.ref}",
                )


def dead_sources(claim: ClaimRecord, _: Context) -> Problems:
    """Find dead links of which nobody has kept a copy."""
    for evidence in _standing(claim):
        if not evidence.is_dead or evidence.capture is not None:
            continue
        if any(copy.state in _COPIES for copy in evidence.archives):
            continue
        yield Problem(
            f"The link of {evidence.ref} is dead, and there is no snapshot of it.",
            f"Look for a copy: claimledger evidence archive {evidence.ref} --find",
        )


def late_evidence(claim: ClaimRecord, _: Context) -> Problems:
    """Find evidence that no verdict can have weighed, or so its date says.

    The newest verdict counts: of several reviewers, each brings evidence of the own. What
    challenges a decision has a rule to itself.
    """
    decided = _decided_at(claim)
    if decided is None:
        return
    for evidence in _standing(claim):
        if claim.challenged and claim.rating and is_contrary(evidence.stance, claim.rating.tone):
            continue
        if evidence.attached_at > decided:
            yield Problem(
                f"{evidence.ref} came on {evidence.attached_at[:10]}, after the last verdict.",
                f"Weigh it, and decide again: {decide(claim)}",
            )
        elif evidence.published is not None and evidence.published[:10] > decided[:10]:
            yield Problem(
                f"{evidence.ref} is dated {evidence.published[:10]}, after the last verdict.",
                f"See which date is wrong: claimledger show {claim.ref}",
            )


def challenged(claim: ClaimRecord, _: Context) -> Problems:
    """Find a decision that contrary evidence has come for since."""
    if claim.challenged:
        decision = "settled" if claim.published is None else "published"
        yield Problem(
            f"Evidence against its rating came after it was {decision}.",
            f"Weigh it, and decide again: {decide(claim)}",
        )


def _standing(claim: ClaimRecord) -> list[EvidenceRecord]:
    return [evidence for evidence in claim.evidence if evidence.withdrawn_because is None]


def _decided_at(claim: ClaimRecord) -> str | None:
    times = [verdict.time for verdict in claim.standing_verdicts]
    if claim.settlement is not None:
        times.append(claim.settlement.time)
    return max(times, default=None)
