"""Verification: does the file still say what its events said when they were written?"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import zip_longest

from claimledger.domain.acts import Act, ArticleAdded, ArticleRevised, EvidenceAttached, blobs_of
from claimledger.domain.events import Event, EventId, FeedId, decode
from claimledger.domain.evidence import Capture
from claimledger.errors import EventError
from claimledger.store import blobs, connections, event_log, guards
from claimledger.store.consistency import Consistency
from claimledger.store.guards import GUARDS
from claimledger.store.projections import Projector
from claimledger.store.schema import PROJECTIONS, SCHEMA_VERSION, project_into

__all__ = ["GUARDS", "Problem", "check"]

_INDEX = {"data": 2, "idx": 3, "docsize": 2, "config": 2}
"""The tables that the full-text index keeps for itself, and how many columns they have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that is not as it was written."""

    where: str
    """The event, blob, table or trigger concerned."""
    what: str


def check(connection: sqlite3.Connection) -> list[Problem]:
    """Return what is wrong with the ledger: damage first, then events in their order.

    All of it is seen at one moment, whoever else is writing. Once an event is bad, the
    projections are not compared: they cannot be replayed. Those of an older format are not
    compared either: they will be made anew.
    """
    found: list[Problem] = []
    with connections.one_moment(connection):
        try:
            found.extend(_problems(connection))
        except sqlite3.DatabaseError as error:
            if not connections.is_damage(error):
                raise
            found.append(Problem(where="file", what=str(error)))
    return found


def _problems(connection: sqlite3.Connection) -> Iterator[Problem]:
    # The first statement fixes the moment that all the others see.
    [version] = connection.execute("PRAGMA user_version").fetchone()
    current = version == SCHEMA_VERSION
    yield from _damage(connection)
    sound = True
    for where, what in guards.faults(connection, current=current):
        yield Problem(where=where, what=what)
        # Tables of another shape cannot be read, or compared row by row.
        if where in {"schema of table events", "schema of table blobs"}:
            return
        sound = sound and not where.startswith("schema of table")
    types: dict[str, set[str]] = defaultdict(set)
    with closing(sqlite3.connect("", isolation_level=None)) as scratch:
        project_into(scratch)
        scratch.execute("BEGIN")
        for problem in _bad_events(connection, types, scratch):
            sound = False
            yield problem
        yield from _bad_blobs(connection, types)
        if sound and current:
            yield from _bad_projections(connection, scratch)


def _damage(connection: sqlite3.Connection) -> Iterator[Problem]:
    for (message,) in connection.execute("PRAGMA integrity_check"):
        if message != "ok":
            yield Problem(where="file", what=message)
    for table, row, _, _ in connection.execute("PRAGMA foreign_key_check"):
        yield Problem(where=f"table {table}", what=f"row {row} points at nothing")


def _bad_events(
    connection: sqlite3.Connection, types: dict[str, set[str]], scratch: sqlite3.Connection
) -> Iterator[Problem]:
    """Yield what is wrong with events.

    What they say of blobs is noted in ``types``; they are projected into ``scratch``, up to
    the first that makes no sense.
    """
    projector = Projector(scratch, lambda key: blobs.text(connection, key))
    sound = True
    heads: dict[FeedId, tuple[int, EventId]] = {}
    consistency = Consistency(lambda key: _text(connection, key))
    ledger: str | None = None
    expected = 1
    for stored in event_log.read(connection):
        where = stored.name
        if stored.seq != expected:
            yield Problem(where=where, what=f"stands where event {expected} should: seq has a gap")
        expected = stored.seq + 1
        n, previous = heads.get(stored.feed, (0, None))
        heads[stored.feed] = (stored.n, stored.id)
        if stored.n != n + 1:
            yield Problem(where=where, what=f"is number {stored.n} of its feed after {n}")
        if stored.body is None:
            yield Problem(where=where, what="has no body")
            continue
        if stored.is_changed:
            yield Problem(where=where, what="its body does not match its id: it was changed")
            continue
        try:
            event = decode(stored.body)
        except EventError as error:
            yield Problem(where=where, what=f"{error.message} {error.hint}".strip())
            continue
        _note_types(event.act, types)
        ledger = ledger or event.ledger
        faults = [
            *_missing_blobs(connection, event, where),
            *_misplaced(event, stored, previous, ledger, where),
            *(Problem(where=where, what=what) for what in consistency.faults(event, stored.id)),
        ]
        yield from faults
        sound = sound and not faults
        if sound:
            projector.project(event, stored.id)
    for (seq,) in connection.execute("SELECT seq FROM events WHERE sig IS NOT NULL ORDER BY seq"):
        yield Problem(where=f"event {seq}", what="has a signature, which this format does not have")


def _text(connection: sqlite3.Connection, key: str) -> str | None:
    data = blobs.get(connection, key)
    return None if data is None else data.decode(errors="replace")


def _missing_blobs(connection: sqlite3.Connection, event: Event, where: str) -> Iterator[Problem]:
    for key in blobs_of(event.act):
        if not blobs.is_kept(connection, key):
            yield Problem(where=where, what=f"its blob {key[:12]} is missing")


def _note_types(act: Act, types: dict[str, set[str]]) -> None:
    """Note what sort of bytes an act says its blobs are; texts are plain."""
    match act:
        case ArticleAdded() | ArticleRevised():
            text, raw, media_type = act.text, act.raw, act.media_type
        case EvidenceAttached(capture=Capture() as capture):
            text, raw, media_type = capture.text or "", capture.raw, capture.media_type
        case _:
            return
    types[text].add("text/plain")
    if raw is not None:
        types[raw].add(media_type)


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


def _bad_blobs(connection: sqlite3.Connection, types: dict[str, set[str]]) -> Iterator[Problem]:
    for key, media_type, data in connection.execute("SELECT hash, media_type, bytes FROM blobs"):
        where = f"blob {key[:12]}"
        if blobs.digest(data) != key:
            yield Problem(where=where, what="its bytes do not match its hash")
        if key in types and media_type not in types[key]:
            yield Problem(where=where, what=f'is "{media_type}", which no event says')


def _bad_projections(
    connection: sqlite3.Connection, scratch: sqlite3.Connection
) -> Iterator[Problem]:
    """Compare the projections with those that ``scratch`` holds."""
    for table in reversed(PROJECTIONS):
        query = f"SELECT * FROM {table} ORDER BY 1, 2, 3"  # noqa: S608 - a constant
        if table in {"policy", "heads", "tags"}:
            query = query.removesuffix(", 3")
        pairs = zip_longest(connection.execute(query), scratch.execute(query))
        if any(mine != theirs for mine, theirs in pairs):
            yield Problem(where=f"table {table}", what="is not what the events say: it was edited")
    if _search_index_is_bad(connection, scratch):
        yield Problem(where="table claims_fts", what="does not match the claims")


def _search_index_is_bad(connection: sqlite3.Connection, scratch: sqlite3.Connection) -> bool:
    """Compare the index with the claims that the events make, which ``scratch`` holds.

    SQLite checks an index by a statement that writes, which a reader may not and which
    would have to wait for others: so a copy is checked.
    """
    try:
        for name, columns in _INDEX.items():
            table = f"claims_fts_{name}"
            marks = ", ".join("?" * columns)
            scratch.execute(f"DELETE FROM {table}")  # noqa: S608 - a constant
            scratch.executemany(
                f"INSERT INTO {table} VALUES ({marks})",  # noqa: S608 - a constant
                connection.execute(f"SELECT * FROM {table}"),  # noqa: S608 - a constant
            )
        if scratch.in_transaction:
            scratch.execute("COMMIT")
        with closing(sqlite3.connect("", isolation_level=None)) as copy:
            scratch.backup(copy)  # so that nothing that the index remembers is left
            copy.execute("INSERT INTO claims_fts (claims_fts, rank) VALUES ('integrity-check', 1)")
    except (sqlite3.DatabaseError, sqlite3.ProgrammingError) as error:
        if isinstance(error, sqlite3.IntegrityError | sqlite3.ProgrammingError):
            return True
        if connections.is_damage(error):
            return True
        raise
    return False
