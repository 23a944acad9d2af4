"""The projections of evidence: what is attached, how its link fares, where copies are."""

from __future__ import annotations

import json
import sqlite3

from claimledger.domain.acts import (
    EvidenceArchived,
    EvidenceAttached,
    EvidenceChecked,
    EvidenceRestored,
    EvidenceWithdrawn,
)
from claimledger.domain.events import Event, EventId
from claimledger.domain.evidence import LinkState
from claimledger.domain.records import ArchiveRecord, CheckRecord
from claimledger.store.columns import compact


def project(
    sql: sqlite3.Connection,
    event: Event,
    identity: EventId,
    act: EvidenceAttached
    | EvidenceWithdrawn
    | EvidenceRestored
    | EvidenceChecked
    | EvidenceArchived,
) -> None:
    """Change the tables by one act on evidence."""
    match act:
        case EvidenceAttached():
            _attach(sql, event, identity, act)
        case EvidenceWithdrawn():
            _withdraw(sql, act)
        case EvidenceRestored():
            _restore(sql, act)
        case EvidenceChecked():
            _note_check(sql, event, identity, act)
        case EvidenceArchived():
            _note_archive(sql, event, act)


def _attach(
    sql: sqlite3.Connection, event: Event, identity: EventId, act: EvidenceAttached
) -> None:
    """Put evidence under its claim, and keep after how many decisions on it it came."""
    sql.execute(
        """INSERT INTO evidence (id, claim, number, stance, source, url, title, author,
             published, guessed, quotes, capture, note, attached_by, attached_at,
             copy_of, after_decision)
           SELECT ?, key, (SELECT coalesce(max(number), 0) + 1 FROM evidence
                           WHERE claim = claims.key),
             ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
             (SELECT coalesce(max(number), 0) FROM decisions WHERE claim = claims.key)
           FROM claims WHERE id = ?""",
        (
            *(identity, act.stance, act.source, act.url, act.title, act.author, act.published),
            *(compact(act.guessed), compact(act.quotes)),
            None if act.capture is None else compact(act.capture),
            *(act.note, event.author, event.time, act.copy_of, event.subject),
        ),
    )


def _withdraw(sql: sqlite3.Connection, act: EvidenceWithdrawn) -> None:
    """Note why evidence no longer counts, and after how many decisions it ceased to."""
    sql.execute(
        "UPDATE evidence SET withdrawn_because = ?, withdrawn_after = "
        "(SELECT coalesce(max(number), 0) FROM decisions d WHERE d.claim = evidence.claim) "
        "WHERE id = ?",
        (act.because, act.evidence),
    )


def _restore(sql: sqlite3.Connection, act: EvidenceRestored) -> None:
    """Let evidence count again; it is news to a decision that it was withdrawn for."""
    sql.execute(
        """UPDATE evidence SET withdrawn_because = NULL, withdrawn_after = NULL,
             after_decision = coalesce(
               (SELECT d.number FROM decisions d WHERE d.claim = evidence.claim
                AND d.number = (SELECT max(number) FROM decisions WHERE claim = d.claim)
                AND d.weighed > withdrawn_after), after_decision)
           WHERE id = ?""",
        (act.evidence,),
    )


def _note_check(
    sql: sqlite3.Connection, event: Event, identity: EventId, act: EvidenceChecked
) -> None:
    """Add a check to a link's history, and keep since when it has been failing.

    A refusal says nothing: it neither starts a failure nor ends one.
    """
    sql.execute(
        """INSERT INTO checks
           SELECT ?, id, (SELECT count(*) + 1 FROM checks WHERE evidence = evidence.id),
             ?, ?, ?, ?, ?, ?, ?, ?
           FROM evidence WHERE id = ?""",
        (
            *(identity, event.time, act.run, act.state, act.status, act.final_url, act.raw),
            *(compact(act.missing), act.detail, event.subject),
        ),
    )
    record = CheckRecord(
        time=event.time,
        by=event.author,
        run=act.run,
        state=act.state,
        status=act.status,
        final_url=act.final_url,
        raw=act.raw,
        etag=act.etag,
        last_modified=act.last_modified,
        missing=act.missing,
        detail=act.detail,
    )
    failing = "failing_since"
    if act.state.is_wrong:
        failing = "coalesce(failing_since, :time)"
    elif act.state is not LinkState.BLOCKED:
        failing = "NULL"
    sql.execute(
        f"UPDATE evidence SET last_check = :check, failing_since = {failing} "  # noqa: S608 - ours
        "WHERE id = :evidence",
        {"check": compact(record), "time": event.time, "evidence": event.subject},
    )


def _note_archive(sql: sqlite3.Connection, event: Event, act: EvidenceArchived) -> None:
    """Keep the newest word of each archive on a link."""
    row = sql.execute("SELECT archives FROM evidence WHERE id = ?", (event.subject,)).fetchone()
    if row is None:
        return
    record = ArchiveRecord(
        time=event.time,
        by=event.author,
        service=act.service,
        state=act.state,
        url=act.url,
        job=act.job,
        detail=act.detail,
    )
    others = [entry for entry in json.loads(row[0]) if entry["service"] != act.service]
    sql.execute(
        "UPDATE evidence SET archives = ? WHERE id = ?",
        (compact([*others, record]), event.subject),
    )
