"""Effects: whether what an act did is still so, or somebody has changed it since."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from claimledger.domain.acts import (
    ClaimAdded,
    ClaimAssigned,
    ClaimDivided,
    ClaimEdited,
    ClaimLinked,
    ClaimReopened,
    ClaimRestored,
    ClaimRetracted,
    ClaimSettled,
    ClaimsMerged,
    ClaimTagged,
    ClaimUnlinked,
    EvidenceAttached,
    EvidenceWithdrawn,
    PolicySet,
    VerdictGiven,
    VerdictWithdrawn,
)
from claimledger.domain.events import Event, EventId
from claimledger.domain.policies import Policy
from claimledger.domain.records import ClaimRecord
from claimledger.store import event_log, rule_rows


def policy_stands(sql: sqlite3.Connection, act: PolicySet) -> bool:
    """Tell whether the ledger works as an act has set it."""
    return rule_rows.policy(sql) == Policy(
        scale=act.scale,
        reviewers=act.reviewers,
        blind=act.blind,
        settlers=act.settlers,
        sources=act.sources,
    )


def stands(  # noqa: C901, PLR0911, PLR0912 - one case a kind
    sql: sqlite3.Connection, event: Event, identity: EventId, claim: ClaimRecord
) -> bool:
    """Tell whether a claim is still as an act on it left it, in what the act was about."""
    act = event.act
    own = [v for v in claim.standing_verdicts if v.reviewer == event.author]
    outward = {(link.id, link.relation) for link in claim.links if not link.inward}
    match act:
        case VerdictGiven():
            given = (act.scale, act.rating, act.because)
            return any((v.scale, v.rating.code, v.because) == given for v in own)
        case VerdictWithdrawn():
            return not own
        case ClaimEdited():
            wording = (act.text, act.speaker, act.kind, act.checkable)
            return wording == (claim.text, claim.speaker, claim.kind, claim.checkable)
        case ClaimAdded() | ClaimRestored():
            return claim.retracted_because is None
        case ClaimRetracted():
            return claim.retracted_because == act.because
        case ClaimDivided():
            parts = [part.id for part in act.parts]
            is_out = claim.retracted_because is not None and claim.merged_into is None
            return is_out and _count(sql, "part_of", claim, parts) == len(parts)
        case ClaimsMerged():
            return _count(sql, "merged_into", claim, act.merged) == len(act.merged)
        case ClaimAssigned():
            return claim.assigned == act.reviewers
        case ClaimTagged():
            return set(act.added) <= set(claim.tags) and not set(act.removed) & set(claim.tags)
        case ClaimLinked():
            return (act.to, act.relation) in outward
        case ClaimUnlinked():
            return (act.to, act.relation) not in outward
        case EvidenceAttached():
            return _withdrawn(sql, identity) is None
        case EvidenceWithdrawn():
            return _withdrawn(sql, act.evidence) == act.because
        case ClaimSettled():
            now = claim.settlement
            rating = None if now is None or now.rating is None else now.rating.code
            reason = None if now is None else now.because
            return (rating, reason) == (act.rating, act.because)
        case ClaimReopened():
            return claim.settlement is None
        case _:
            return True


def others_built_on(sql: sqlite3.Connection, claims: Iterable[str], author: str) -> bool:
    """Tell whether anybody else has done something to one of these claims."""
    events = map(event_log.event_of, event_log.read_about(sql, claims))
    return any(event is not None and event.author != author for event in events)


def _count(sql: sqlite3.Connection, column: str, claim: ClaimRecord, under: Iterable[str]) -> int:
    """Count those of the claims that have come under another one and still stand so."""
    ids = list(under)
    alive = "AND retracted_because IS NULL" if column == "part_of" else ""
    [number] = sql.execute(
        f"SELECT count(*) FROM claims WHERE id IN ({','.join('?' * len(ids))}) "  # noqa: S608
        f"AND {column} = (SELECT key FROM claims WHERE id = ?) {alive}",
        (*ids, claim.id),
    ).fetchone()
    return int(number)


def _withdrawn(sql: sqlite3.Connection, evidence: str) -> str | None:
    """Return why evidence was withdrawn, whoever may see it."""
    row = sql.execute("SELECT withdrawn_because FROM evidence WHERE id = ?", (evidence,)).fetchone()
    return None if row is None or row[0] is None else str(row[0])
