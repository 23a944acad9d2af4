"""History: events in a reader's words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

from claimledger.domain.acts import (
    Act,
    ClaimDivided,
    ClaimsMerged,
    EvidenceArchived,
    EvidenceAttached,
    EvidenceChecked,
    EvidenceRestored,
    EvidenceWithdrawn,
    VerdictGiven,
    VerdictWithdrawn,
)
from claimledger.domain.events import Event
from claimledger.domain.records import LogEntry
from claimledger.ledger import telling
from claimledger.store import connections, event_log

KEPT_BACK = "kept back until all reviewers have spoken"
"""What is told of an act whose content the person who reads may not see yet."""

_CHANGED = "changed since it was written"
_JUDGING = (
    VerdictGiven,
    VerdictWithdrawn,
    EvidenceAttached,
    EvidenceWithdrawn,
    EvidenceRestored,
    EvidenceChecked,
    EvidenceArchived,
)
"""Acts that tell what a reviewer thinks of a claim, or on what grounds."""


def entries(sql: sqlite3.Connection, subjects: Sequence[str] | None = None) -> Iterator[LogEntry]:
    """Yield the history in order of arrival: all of it, or that of some subjects.

    What was changed since it was written is marked.

    Raises:
        EventError: An event cannot be read; it is named.
    """
    with connections.translated(connections.path_of(sql)):
        events = event_log.read(sql) if subjects is None else event_log.read_about(sql, subjects)
        for stored in events:
            event = event_log.event_of(stored)
            if event is None:
                continue
            words = telling.told(sql, event, stored.id)
            if _is_kept_back(sql, event, stored.id):
                words = KEPT_BACK
            yield LogEntry(
                seq=stored.seq,
                id=stored.id,
                time=event.time,
                author=event.author,
                kind=event.kind,
                subject=event.subject,
                ref=telling.ref_of(sql, event.subject),
                summary=f"{_CHANGED}: {words}" if stored.is_changed else words,
                evidence=event.act.evidence
                if isinstance(event.act, EvidenceWithdrawn | EvidenceRestored)
                else None,
                others=_others(event.act),
            )


def _others(act: Act) -> tuple[str, ...]:
    match act:
        case ClaimDivided(parts=parts):
            return tuple(part.id for part in parts)
        case ClaimsMerged(merged=merged):
            return merged
        case _:
            return ()


def _is_kept_back(sql: sqlite3.Connection, event: Event, identity: str) -> bool:
    """Tell whether an act is another reviewer's, on a claim that is still reviewed blind."""
    act = event.act
    if not isinstance(act, _JUDGING):
        return False
    evidence = identity if isinstance(act, EvidenceAttached) else event.subject
    row = sql.execute(
        "SELECT (SELECT value FROM policy WHERE name = 'blind') IS '1' "
        "AND ?1 <> (SELECT name FROM viewer) AND NOT EXISTS "
        "(SELECT 1 FROM claims WHERE id = ?2 AND opened UNION ALL "
        "SELECT 1 FROM seen_evidence WHERE id = ?3)",
        (event.author, event.subject, getattr(act, "evidence", evidence)),
    ).fetchone()
    return bool(row[0])
