"""History: events in a reader's words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from typing import assert_never

from claimledger.domain.acts import (
    Act,
    ArticleAdded,
    ArticleRevised,
    ClaimAdded,
    ClaimEdited,
    ClaimRestored,
    ClaimRetracted,
    ClaimsSplit,
    EvidenceArchived,
    EvidenceAttached,
    EvidenceChecked,
    EvidenceWithdrawn,
    PolicySet,
    ScaleDefined,
    VerdictGiven,
    VerdictWithdrawn,
)
from claimledger.domain.records import LogEntry
from claimledger.store import connections, event_log

_CHANGED = "changed since it was written"


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
            told = summary(event.act)
            yield LogEntry(
                seq=stored.seq,
                id=stored.id,
                time=event.time,
                author=event.author,
                kind=event.kind,
                subject=event.subject,
                ref=_ref(sql, event.subject),
                summary=f"{_CHANGED}: {told}" if stored.is_changed else told,
                evidence=event.act.evidence if isinstance(event.act, EvidenceWithdrawn) else None,
            )


def summary(act: Act) -> str:  # noqa: C901, PLR0911, PLR0912 - one case a kind
    """Say in one line what was done; it begins with a verb, or with "verdict"."""
    match act:
        case ArticleAdded():
            return f"added: {act.title}"
        case ArticleRevised():
            kept, added = len(act.kept), len(act.added)
            return f"revised: {_claims(kept)} kept, {added} added"
        case ClaimsSplit():
            return f"split: {_claims(len(act.claims))} by {act.splitter}"
        case ClaimAdded():
            return f"added: {act.claim.text}"
        case ClaimEdited():
            return f"reworded: {act.text}"
        case ClaimRetracted():
            return f"retracted: {act.because}"
        case ClaimRestored():
            return f"restored: {act.because}"
        case EvidenceAttached():
            return f"attached, {act.stance}: {act.source}"
        case EvidenceWithdrawn():
            return f"withdrew {act.evidence[:12]}: {act.because}"
        case EvidenceChecked():
            return f"checked, {act.state}: {act.detail}"
        case EvidenceArchived():
            return f"archived, {act.service} {act.state}: {act.url or act.detail}"
        case VerdictGiven():
            return f"verdict {act.rating}: {act.because}"
        case VerdictWithdrawn():
            return f"verdict withdrawn: {act.because}"
        case ScaleDefined():
            return f"defined: {act.title}, {len(act.ratings)} ratings"
        case PolicySet():
            return f"chose the scale {act.scale}"
        case _:
            assert_never(act)


def _claims(number: int) -> str:
    return f"{number} claim{'' if number == 1 else 's'}"


def _ref(sql: sqlite3.Connection, subject: str) -> str | None:
    row = sql.execute(
        "SELECT article || '.' || number FROM claims WHERE id = ?1 "
        "UNION ALL SELECT number FROM articles WHERE id = ?1 "
        "UNION ALL SELECT c.article || '.' || c.number || '.' || e.number "
        "FROM evidence e JOIN claims c ON c.key = e.claim WHERE e.id = ?1",
        (subject,),
    ).fetchone()
    return None if row is None else str(row[0])
