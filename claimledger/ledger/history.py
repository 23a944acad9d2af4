"""History: events in a reader's words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from typing import assert_never

from claimledger.domain.acts import (
    Act,
    ArticleAdded,
    ClaimAdded,
    ClaimEdited,
    ClaimRetracted,
    ClaimsSplit,
    EvidenceAttached,
    EvidenceWithdrawn,
    PolicySet,
    ScaleDefined,
    VerdictGiven,
    VerdictWithdrawn,
)
from claimledger.domain.events import decode
from claimledger.domain.records import LogEntry
from claimledger.store import event_log


def entries(sql: sqlite3.Connection, subjects: Sequence[str] | None = None) -> Iterator[LogEntry]:
    """Yield the history in order of arrival: all of it, or that of some subjects."""
    events = event_log.read(sql) if subjects is None else event_log.read_about(sql, subjects)
    for stored in events:
        if stored.body is None:
            continue
        event = decode(stored.body)
        yield LogEntry(
            seq=stored.seq,
            id=stored.id,
            time=event.time,
            author=event.author,
            kind=event.kind,
            subject=event.subject,
            ref=_ref(sql, event.subject),
            summary=summary(event.act),
        )


def summary(act: Act) -> str:  # noqa: C901, PLR0911 - one case a kind
    """Say in one line what was done."""
    match act:
        case ArticleAdded():
            return act.title
        case ClaimsSplit():
            return f"{len(act.claims)} claims by {act.splitter}"
        case ClaimAdded():
            return act.claim.text
        case ClaimEdited():
            return act.text
        case ClaimRetracted() | VerdictWithdrawn():
            return act.because
        case EvidenceAttached():
            return f"{act.stance}: {act.source}"
        case EvidenceWithdrawn():
            return f"{act.evidence[:12]}: {act.because}"
        case VerdictGiven():
            return f"{act.rating}: {act.because}"
        case ScaleDefined():
            return f"{act.title}, {len(act.ratings)} ratings"
        case PolicySet():
            return f"scale {act.scale}"
        case _:
            assert_never(act)


def _ref(sql: sqlite3.Connection, subject: str) -> str | None:
    row = sql.execute(
        "SELECT article || '.' || number FROM claims WHERE id = ?1 "
        "UNION ALL SELECT number FROM articles WHERE id = ?1",
        (subject,),
    ).fetchone()
    return None if row is None else str(row[0])
