"""Earlier: what an act took the place of, as an act that brings it back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from itertools import dropwhile
from typing import Final

from claimledger.domain.acts import (
    LEDGER,
    ArticleRevised,
    ClaimAdded,
    ClaimAssigned,
    ClaimDivided,
    ClaimEdited,
    ClaimLinked,
    ClaimReopened,
    ClaimRetracted,
    ClaimSettled,
    ClaimsMerged,
    ClaimsSplit,
    ClaimUnlinked,
    CorrectionPublished,
    PolicySet,
    SplitClaim,
    VerdictGiven,
    VerdictWithdrawn,
)
from claimledger.domain.events import Event, EventId
from claimledger.domain.records import ClaimRecord
from claimledger.errors import ConflictError, EventError
from claimledger.store import event_log

UNDONE: Final = "undone"
"""The reason that an act gives which takes another one back."""


def verdict(
    sql: sqlite3.Connection, claim: ClaimRecord, undone: EventId, reviewer: str
) -> VerdictGiven | VerdictWithdrawn:
    """Return the verdict that a reviewer had before, or its withdrawal."""
    for event in _before(sql, claim.id, undone):
        if event.author != reviewer:
            continue
        if isinstance(event.act, VerdictGiven):
            return replace(event.act, undoes=undone)
        if isinstance(event.act, VerdictWithdrawn):
            break
    return VerdictWithdrawn(because=UNDONE, undoes=undone)


def wording(sql: sqlite3.Connection, claim: ClaimRecord, undone: EventId) -> ClaimEdited:
    """Return a claim's words as an earlier edit, or the splitter, left them.

    Raises:
        EventError: Its beginning is not in the history.
    """
    for event in _before(sql, claim.id, undone):
        if isinstance(event.act, ClaimEdited):
            return replace(event.act, undoes=undone)
    first = _first_wording(sql, claim)
    return ClaimEdited(
        text=first.text,
        speaker=first.speaker,
        kind=first.kind,
        checkable=first.checkable,
        undoes=undone,
    )


def retraction(sql: sqlite3.Connection, claim: ClaimRecord, undone: EventId) -> ClaimRetracted:
    """Return how a claim was taken out before it was restored.

    Raises:
        ConflictError: It was merged or divided then.
    """
    naming = event_log.read_naming(sql, claim.id)
    for stored in dropwhile(lambda stored: stored.id != undone, naming):
        event = event_log.event_of(stored)
        match event and event.act:
            case ClaimsMerged(merged=merged) if claim.id in merged:
                break
            case ClaimRetracted() as act if stored.subject == claim.id:
                return replace(act, undoes=undone)
            case ClaimDivided() if stored.subject == claim.id:
                break
    raise ConflictError(
        f"{claim.ref} was merged or divided before it was restored: undo cannot do that again.",
        hint="Do it once more with: claimledger claim merge, or: claimledger claim split.",
    )


def link(
    sql: sqlite3.Connection, claim: ClaimRecord, undone: EventId, act: ClaimUnlinked
) -> ClaimLinked:
    """Return the link that there was, with its note."""
    for event in _before(sql, claim.id, undone):
        match event.act:
            case ClaimLinked(to=act.to, relation=act.relation) as linked:
                return replace(linked, undoes=undone)
    return ClaimLinked(to=act.to, relation=act.relation, note=None, undoes=undone)


def assignment(sql: sqlite3.Connection, claim: ClaimRecord, undone: EventId) -> ClaimAssigned:
    """Return who was to check a claim."""
    for event in _before(sql, claim.id, undone):
        if isinstance(event.act, ClaimAssigned):
            return replace(event.act, undoes=undone)
    return ClaimAssigned(reviewers=(), undoes=undone)


def decision(
    sql: sqlite3.Connection, claim: ClaimRecord, undone: EventId
) -> ClaimSettled | ClaimReopened:
    """Return the settlement that there was, or that there was none."""
    for event in _before(sql, claim.id, undone):
        if isinstance(event.act, ClaimSettled):
            return replace(event.act, undoes=undone)
        if isinstance(event.act, ClaimReopened | CorrectionPublished):
            break  # after a correction, a claim is settled anew only once it is taken back
    return ClaimReopened(because=UNDONE, undoes=undone)


def policy(sql: sqlite3.Connection, undone: EventId) -> PolicySet | None:
    """Return the policy that was in force; None where there was none."""
    for event in _before(sql, LEDGER, undone):
        if isinstance(event.act, PolicySet):
            return replace(event.act, because=UNDONE, undoes=undone)
    return None


def _before(sql: sqlite3.Connection, subject: str, undone: EventId) -> Iterator[Event]:
    """Yield the events about a subject before one of them, the newest first."""
    stored = reversed(event_log.read_about(sql, [subject]))
    earlier = dropwhile(lambda one: one.id != undone, stored)
    next(earlier, None)
    yield from filter(None, map(event_log.event_of, earlier))


def _first_wording(sql: sqlite3.Connection, claim: ClaimRecord) -> SplitClaim:
    """Return a claim as it was before anybody edited it.

    Raises:
        EventError: Its beginning is not in the history.
    """
    for stored in event_log.read_about(sql, [claim.id, claim.article, *_whole(sql, claim)]):
        event = event_log.event_of(stored)
        made: tuple[SplitClaim, ...] = ()
        match event and event.act:
            case ClaimAdded(claim=own):
                made = (own,)
            case ClaimsSplit(claims=claims):
                made = claims
            case ArticleRevised(added=added):
                made = added
            case ClaimDivided(parts=parts):
                made = parts
        for one in made:
            if one.id == claim.id:
                return one
    raise EventError(f"How claim {claim.ref} began is not in the history.", hint=event_log.VERIFY)


def _whole(sql: sqlite3.Connection, claim: ClaimRecord) -> list[str]:
    """Return the id of the claim that was divided into this one, if any."""
    rows = sql.execute(
        "SELECT w.id FROM claims c JOIN claims w ON w.key = c.part_of WHERE c.id = ?", (claim.id,)
    )
    return [row[0] for row in rows]
