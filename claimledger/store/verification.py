"""Verification: does the file still say what its events said when they were written?"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from claimledger.domain.acts import blobs_of
from claimledger.domain.events import Event, EventId, FeedId, decode, event_id
from claimledger.errors import EventError
from claimledger.store import blobs, event_log
from claimledger.store.projections import replay
from claimledger.store.schema import PROJECTIONS, project_into

GUARDS: Final = frozenset(
    {
        "events_are_not_updated",
        "events_are_not_deleted",
        "events_follow_their_feed",
        "blobs_are_not_updated",
        "blobs_are_not_deleted",
        "blobs_are_not_replaced",
    }
)
"""The triggers that keep the record from being changed by accident."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that is not as it was written."""

    where: str
    """The event, blob, table or trigger concerned."""
    what: str


def check(connection: sqlite3.Connection) -> list[Problem]:
    """Return what is wrong with the ledger: damage first, then events in their order.

    Once an event is bad, the projections are not compared: they cannot be replayed.
    """
    found: list[Problem] = []
    try:
        found.extend(_problems(connection))
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF not in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
            raise
        found.append(Problem(where="file", what=str(error)))
    return found


def _problems(connection: sqlite3.Connection) -> Iterator[Problem]:
    yield from _damage(connection)
    yield from _missing_guards(connection)
    sound = True
    for problem in _bad_events(connection):
        sound = False
        yield problem
    yield from _bad_blobs(connection)
    if sound:
        yield from _bad_projections(connection)


def _damage(connection: sqlite3.Connection) -> Iterator[Problem]:
    for (message,) in connection.execute("PRAGMA integrity_check"):
        if message != "ok":
            yield Problem(where="file", what=message)
    for table, row, _, _ in connection.execute("PRAGMA foreign_key_check"):
        yield Problem(where=f"table {table}", what=f"row {row} points at nothing")


def _missing_guards(connection: sqlite3.Connection) -> Iterator[Problem]:
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    for name in sorted(GUARDS - {row[0] for row in rows}):
        yield Problem(where=f"trigger {name}", what="is missing")


def _bad_events(connection: sqlite3.Connection) -> Iterator[Problem]:
    heads: dict[FeedId, tuple[int, EventId]] = {}
    ledger: str | None = None
    for stored in event_log.read(connection):
        where = f"event {stored.seq} ({stored.id[:12]})"
        n, previous = heads.get(stored.feed, (0, None))
        heads[stored.feed] = (stored.n, stored.id)
        if stored.n != n + 1:
            yield Problem(where=where, what=f"is number {stored.n} of its feed after {n}")
        if stored.body is None:
            yield Problem(where=where, what="has no body")
            continue
        if event_id(stored.body) != stored.id:
            yield Problem(where=where, what="its body does not match its id: it was changed")
            continue
        try:
            event = decode(stored.body)
        except EventError as error:
            yield Problem(where=where, what=f"{error.message} {error.hint}".strip())
            continue
        yield from _missing_blobs(connection, event, where)
        ledger = ledger or event.ledger
        yield from _misplaced(event, stored, previous, ledger, where)


def _missing_blobs(connection: sqlite3.Connection, event: Event, where: str) -> Iterator[Problem]:
    for key in blobs_of(event.act):
        if not blobs.is_kept(connection, key):
            yield Problem(where=where, what=f"its blob {key[:12]} is missing")


def _misplaced(
    event: Event,
    stored: event_log.StoredEvent,
    previous: EventId | None,
    ledger: str,
    where: str,
) -> Iterator[Problem]:
    row = (stored.feed, stored.n, stored.prev, stored.subject)
    if row != (event.feed, event.n, event.prev, event.subject):
        yield Problem(where=where, what="its row says something else than its body")
    if event.prev != previous:
        yield Problem(where=where, what="it does not follow the event before it in its feed")
    if event.ledger != ledger:
        yield Problem(where=where, what="belongs to another ledger")


def _bad_blobs(connection: sqlite3.Connection) -> Iterator[Problem]:
    for key, data in connection.execute("SELECT hash, bytes FROM blobs"):
        if blobs.digest(data) != key:
            yield Problem(where=f"blob {key[:12]}", what="its bytes do not match its hash")


def _bad_projections(connection: sqlite3.Connection) -> Iterator[Problem]:
    with closing(sqlite3.connect("", isolation_level=None)) as scratch:
        project_into(scratch)
        replay(connection, into=scratch)
        for table in reversed(PROJECTIONS):
            query = f"SELECT * FROM {table} ORDER BY 1, 2, 3"  # noqa: S608 - a constant
            if table in {"policy", "heads"}:
                query = query.removesuffix(", 3")
            pairs = zip_longest(connection.execute(query), scratch.execute(query))
            if any(mine != theirs for mine, theirs in pairs):
                yield Problem(
                    where=f"table {table}", what="is not what the events say: it was edited"
                )
    if _search_index_is_bad(connection):
        yield Problem(where="table claims_fts", what="does not match the claims")


def _search_index_is_bad(connection: sqlite3.Connection) -> bool:
    """Compare the index with the claims; a read-only file cannot be asked."""
    [reading] = connection.execute("PRAGMA query_only").fetchone()
    connection.execute("PRAGMA query_only = OFF")
    try:
        connection.execute(
            "INSERT INTO claims_fts (claims_fts, rank) VALUES ('integrity-check', 1)"
        )
    except sqlite3.DatabaseError as error:
        return error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_CORRUPT
    finally:
        connection.execute(f"PRAGMA query_only = {reading}")
    return False
