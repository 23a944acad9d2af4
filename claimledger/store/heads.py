"""Heads: the newest events about each subject, which the next one will name."""

from __future__ import annotations

import sqlite3

from claimledger.domain.events import Event, EventId


def move_heads(sql: sqlite3.Connection, event: Event, identity: EventId) -> None:
    """Put an event in the place of those that its author had seen."""
    sql.executemany(
        "DELETE FROM heads WHERE subject = ? AND event = ?",
        [(event.subject, seen) for seen in event.after],
    )
    set_head(sql, event.subject, identity)


def set_head(sql: sqlite3.Connection, subject: str, event: EventId) -> None:
    """Note an event as one of the newest about a subject."""
    sql.execute("INSERT OR IGNORE INTO heads VALUES (?, ?)", (subject, event))
