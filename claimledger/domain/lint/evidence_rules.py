"""Rules on a claim's evidence: how much there is, which way it points, whether it holds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from claimledger.domain.evidence import ArchiveState, QuoteResult, Stance
from claimledger.domain.lint.findings import Context, Problem, Problems
from claimledger.domain.lint.remedies import attach_anew, decide
from claimledger.domain.records import ClaimRecord, EvidenceRecord
from claimledger.domain.scales import Tone
from claimledger.domain.sources import is_article, number_of_sources
from claimledger.domain.verdicts import is_contrary

_COPIES: Final = frozenset({ArchiveState.SAVED, ArchiveState.FOUND})
_TRUE: Final = frozenset({Tone.TRUE, Tone.MOSTLY_TRUE})
_FALSE: Final = frozenset({Tone.FALSE, Tone.MOSTLY_FALSE})
_NO_SOURCE: Final = "the article itself is no source"


def no_evidence(claim: ClaimRecord, context: Context) -> Problems:
    """Find a claim that was rated on no evidence at all, or on the article that makes it."""
    standing = _standing(claim)
    if not _apart(standing, context):
        why = f": {_NO_SOURCE}" if standing else ""
        yield Problem(
            f"It was rated without any evidence{why}.",
            f"Attach some: claimledger attach {claim.ref} SOURCE",
        )


def few_sources(claim: ClaimRecord, context: Context) -> Problems:
    """Find a claim with fewer different sources than the policy asks for, but some."""
    standing = _standing(claim)
    apart = _apart(standing, context)
    found, needed = number_of_sources(apart), context.policy.sources
    if 0 < found < needed:
        sources = f"{found} source{'' if found == 1 else 's'}"
        why = f": {_NO_SOURCE}" if len(apart) < len(standing) else ""
        yield Problem(
            f"It rests on {sources}; the policy asks for {needed}{why}.",
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
            other = Stance.SUPPORTS if stance is Stance.REFUTES else Stance.REFUTES
            wrong = [evidence for evidence in _standing(claim) if evidence.stance is stance]
            yield Problem(
                f"It is rated “{claim.rating.label}”, yet its evidence {stance} it.",
                "Decide again, or put the right way round what is not: "
                f"{decide(claim)}, or {attach_anew(claim, wrong, f'--{other}')}",
            )


def missing_quotes(claim: ClaimRecord, _: Context) -> Problems:
    """Find quotes that the captured source does not hold."""
    for evidence in _standing(claim):
        for quote in evidence.quotes:
            if quote.result is QuoteResult.NOT_FOUND:
                yield Problem(
                    f"What was captured of {evidence.ref} does not say “{quote.exact.strip()}”.",
                    "Attach it anew with the words that it has: "
                    + attach_anew(claim, [evidence], f'--{evidence.stance} --quote "TEXT"'),
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
    came, misdated = [], []
    for evidence in _standing(claim):
        if claim.challenged and claim.rating and is_contrary(evidence.stance, claim.rating.tone):
            continue
        if evidence.attached_at > decided:
            came.append(evidence)
        elif evidence.published is not None and evidence.published[:10] > decided[:10]:
            misdated.append(evidence)
    if came:
        named = _named((one.ref, one.attached_at) for one in came)
        yield Problem(
            f"After the last verdict came {named}.",
            f"Weigh {'it' if len(came) == 1 else 'them'}, and decide again: {decide(claim)}",
        )
    if misdated:
        named = _named((one.ref, one.published or "") for one in misdated)
        stance = f"--{misdated[0].stance} " if len(misdated) == 1 else ""
        yield Problem(
            f"Dated after the last verdict: {named}.",
            "Decide again, or attach anew with its date what is misdated: "
            f"{decide(claim)}, or {attach_anew(claim, misdated, f'{stance}--published DATE')}",
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


def _apart(evidence: Iterable[EvidenceRecord], context: Context) -> list[EvidenceRecord]:
    """Return the evidence that is not the article itself."""
    return [one for one in evidence if not is_article(one, context.article)]


def _named(dated: Iterable[tuple[str, str]]) -> str:
    return ", ".join(f"{ref} ({time[:10]})" for ref, time in dated)


def _decided_at(claim: ClaimRecord) -> str | None:
    times = [verdict.time for verdict in claim.standing_verdicts]
    if claim.settlement is not None:
        times.append(claim.settlement.time)
    return max(times, default=None)
