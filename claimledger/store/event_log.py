"""The log of events: it only grows, each feed without a gap."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from claimledger.domain.events import Event, EventId, FeedId, decode, event_id
from claimledger.errors import EventError

VERIFY = "Find out what is wrong with: claimledger verify. Keep this file as it is."
"""What to do about an event that is not as it was written."""
_SELECT = "SELECT seq, id, feed, n, prev, subject, CAST(body AS BLOB) FROM events"


class StoredEvent(NamedTuple):
    """A row of the log; ``body`` is None where it was removed."""

    seq: int
    id: EventId
    feed: FeedId
    n: int
    prev: EventId | None
    subject: str
    body: bytes | None

    @property
    def name(self) -> str:
        """Return how messages name the event."""
        return f"event {self.seq} ({self.id[:12]})"

    @property
    def is_changed(self) -> bool:
        """Tell whether the body is another than the one that the id was given for."""
        return self.body is not None and event_id(self.body) != self.id


def event_of(stored: StoredEvent) -> Event | None:
    """Read a stored event; None where its body was removed.

    Raises:
        EventError: The body cannot be read; the event is named.
    """
    if stored.body is None:
        return None
    try:
        return decode(stored.body)
    except EventError as error:
        message = f"In {stored.name}: {error.message}"
        raise EventError(message, hint=error.hint or VERIFY) from error


def append(connection: sqlite3.Connection, event: Event) -> StoredEvent:
    """Add one event at the end.

    Raises:
        sqlite3.IntegrityError: It does not follow the head of its feed.
    """
    body = event.encode()
    identity = event_id(body)
    cursor = connection.execute(
        "INSERT INTO events (id, feed, n, prev, subject, body) VALUES (?, ?, ?, ?, ?, ?)",
        (identity, event.feed, event.n, event.prev, event.subject, body.decode()),
    )
    assert cursor.lastrowid is not None
    return StoredEvent(
        cursor.lastrowid, identity, event.feed, event.n, event.prev, event.subject, body
    )


def head(connection: sqlite3.Connection, feed: FeedId) -> tuple[int, EventId | None]:
    """Return a feed's last number and event; (0, None) before its first."""
    row = connection.execute(
        "SELECT n, id FROM events WHERE feed = ? ORDER BY n DESC LIMIT 1", (feed,)
    ).fetchone()
    return (row[0], EventId(row[1])) if row else (0, None)


def read(connection: sqlite3.Connection) -> Iterator[StoredEvent]:
    """Yield every stored event in order of arrival."""
    return (StoredEvent(*row) for row in connection.execute(f"{_SELECT} ORDER BY seq"))


def read_about(connection: sqlite3.Connection, subjects: Iterable[str]) -> list[StoredEvent]:
    """Return the stored events about any of these subjects, in order of arrival."""
    found = [
        StoredEvent(*row)
        for subject in subjects
        for row in connection.execute(f"{_SELECT} WHERE subject = ?", (subject,))
    ]
    return sorted(found)


def read_naming(connection: sqlite3.Connection, text: str) -> Iterator[StoredEvent]:
    """Yield the stored events whose body holds a text, the newest first; it reads them all."""
    rows = connection.execute(f"{_SELECT} WHERE instr(body, ?) ORDER BY seq DESC", (text,))
    return (StoredEvent(*row) for row in rows)


def with_id(connection: sqlite3.Connection, identity: str) -> StoredEvent | None:
    """Return the stored event with this id, if it is there."""
    row = connection.execute(f"{_SELECT} WHERE id = ?", (identity,)).fetchone()
    return None if row is None else StoredEvent(*row)


def read_feed(connection: sqlite3.Connection, feed: FeedId) -> Iterator[StoredEvent]:
    """Yield a feed's stored events, the newest first."""
    rows = connection.execute(f"{_SELECT} WHERE feed = ? ORDER BY n DESC", (feed,))
    return (StoredEvent(*row) for row in rows)


def heads(connection: sqlite3.Connection, subject: str) -> tuple[EventId, ...]:
    """Return the newest events about a subject, sorted; two or more are a conflict."""
    rows = connection.execute(
        "SELECT event FROM heads WHERE subject = ? ORDER BY event", (subject,)
    )
    return tuple(EventId(row[0]) for row in rows)


def ledger_id(connection: sqlite3.Connection) -> str | None:
    """Return the id that every event of this ledger carries; None in an empty one."""
    row = connection.execute(
        "SELECT json_extract(body, '$.ledger') FROM events WHERE body IS NOT NULL LIMIT 1"
    ).fetchone()
    return None if row is None else str(row[0])


def newest(connection: sqlite3.Connection) -> int:
    """Return the place of the last event in order of arrival; 0 before the first."""
    [seq] = connection.execute("SELECT coalesce(max(seq), 0) FROM events").fetchone()
    return int(seq)


def size(connection: sqlite3.Connection) -> int:
    """Count the events."""
    [number] = connection.execute("SELECT count(*) FROM events").fetchone()
    return int(number)
