"""The record only grows, and any change of it is seen."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimledger.domain.acts import PolicySet, ScaleDefined
from claimledger.domain.events import Event, FeedId
from claimledger.domain.scales import Rating, ScaleId, Tone
from claimledger.store import blobs, connections, event_log
from claimledger.store.projections import rebuild
from claimledger.store.verification import GUARDS, check

ACT = ScaleDefined(
    version=1,
    title="Stars",
    ordered=True,
    ratings=(Rating(code="five", label="Five", meaning="As said.", tone=Tone.TRUE),),
)
FIRST = Event(
    ledger="0" * 32,
    feed=FeedId("f" * 32),
    n=1,
    prev=None,
    time="2026-11-25T10:00:00.000Z",
    author="First reader",
    subject="stars",
    after=(),
    act=ACT,
    salt="5" * 32,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"


@pytest.fixture
def log(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a ledger file with two events in one feed."""
    with closing(connections.create(path)) as connection:
        first = event_log.append(connection, FIRST)
        chosen = PolicySet(scale=ScaleId("stars"))
        event_log.append(
            connection, replace(FIRST, n=2, prev=first.id, subject="ledger", act=chosen)
        )
        blobs.put(connection, b"bytes", "text/plain")
        rebuild(connection)
        yield connection


def test_events_come_back_in_order_of_arrival(log: sqlite3.Connection) -> None:
    assert [(e.seq, e.n) for e in event_log.read(log)] == [(1, 1), (2, 2)]
    assert event_log.head(log, FIRST.feed)[0] == 2
    assert event_log.head(log, FeedId("e" * 32)) == (0, None)
    assert event_log.ledger_id(log) == FIRST.ledger


@pytest.mark.parametrize("n", [1, 2, 4], ids=["stale", "repeated", "ahead"])
def test_an_event_out_of_turn_changes_nothing(log: sqlite3.Connection, n: int) -> None:
    head = event_log.head(log, FIRST.feed)[1]
    event = replace(FIRST, n=n, prev=None if n == 1 else head, salt="6" * 32)
    with pytest.raises(sqlite3.IntegrityError, match="follow the head"):
        event_log.append(log, event)

    assert event_log.size(log) == 2


def test_an_event_after_another_than_the_head_is_refused(log: sqlite3.Connection) -> None:
    [first, _] = event_log.read(log)
    with pytest.raises(sqlite3.IntegrityError, match="follow the head"):
        event_log.append(log, replace(FIRST, n=3, prev=first.id))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE events SET body = '{}'",
        "UPDATE events SET sig = x'00' WHERE seq = 1",
        "DELETE FROM events",
        "DELETE FROM events WHERE seq = 2",
        "INSERT OR REPLACE INTO events SELECT seq, id, feed, n, prev, subject, 'x', 1 FROM events",
        "INSERT OR REPLACE INTO events VALUES (1, 'i', 'g', 1, NULL, 's', 'b', NULL)",
        "INSERT INTO events VALUES (NULL, 'i', 'g', 1, NULL, 's', NULL, NULL)",
        "UPDATE OR REPLACE events SET seq = 1 WHERE seq = 2",
        "UPDATE blobs SET bytes = x'00'",
        "DELETE FROM blobs",
        "INSERT OR REPLACE INTO blobs SELECT hash, media_type, x'00' FROM blobs",
        "INSERT OR REPLACE INTO blobs (rowid, hash, media_type, bytes) VALUES (1, 'h', 'm', x'00')",
    ],
)
def test_the_record_refuses_every_statement_that_would_change_it(
    log: sqlite3.Connection, path: Path, statement: str
) -> None:
    before = everything(log)
    with closing(sqlite3.connect(path)) as stranger, pytest.raises(sqlite3.IntegrityError):
        stranger.execute(statement)

    assert everything(log) == before
    assert check(log) == []


@settings(deadline=None, max_examples=150)
@given(data=st.data())
def test_every_changed_byte_of_a_body_is_seen(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with closing(connections.create(tmp_path_factory.mktemp("byte") / "l.db")) as connection:
        body = bytearray(event_log.append(connection, FIRST).body or b"")
        place = data.draw(st.integers(0, len(body) - 1))
        body[place] = data.draw(st.integers(0, 255).filter(lambda byte: byte != body[place]))
        tamper(connection, "UPDATE events SET body = CAST(? AS TEXT)", bytes(body))

        [problem] = check(connection)
        assert problem.where.startswith("event 1 (")
        assert "changed" in problem.what


@pytest.mark.parametrize(
    ("statement", "where"),
    [
        (
            "UPDATE events SET id = replace(id, substr(id, 1, 8), '00000000') WHERE seq = 1",
            "event 1",
        ),
        ("UPDATE events SET n = 7 WHERE seq = 2", "event 2"),
        ("UPDATE events SET subject = 's' WHERE seq = 2", "event 2"),
        ("UPDATE events SET prev = NULL WHERE seq = 2", "event 2"),
        ("UPDATE events SET feed = 'x' WHERE seq = 1", "event 1"),
        ("UPDATE events SET body = NULL WHERE seq = 2", "event 2"),
        ("DELETE FROM events WHERE seq = 1", "event 2"),
        ("UPDATE events SET seq = 3 - seq + 100", "event 101"),
        ("UPDATE events SET seq = seq - 5", "event -4"),
        ("UPDATE events SET seq = 9 WHERE seq = 2", "event 9"),
        ("UPDATE events SET sig = x'00' WHERE seq = 2", "event 2"),
        ("UPDATE blobs SET bytes = x'00'", "blob"),
        ("DELETE FROM heads", "table heads"),
        ("UPDATE policy SET value = 'moons'", "table policy"),
        ("INSERT INTO claims_fts (rowid, text) VALUES (7, 'x')", "table claims_fts"),
    ],
)
def test_what_was_changed_behind_our_back_is_named(
    log: sqlite3.Connection, statement: str, where: str
) -> None:
    assert check(log) == []
    tamper(log, statement)

    assert any(problem.where.startswith(where) for problem in check(log))


@pytest.mark.parametrize("guard", sorted(GUARDS))
def test_a_missing_guard_is_named(log: sqlite3.Connection, guard: str) -> None:
    log.execute(f"DROP TRIGGER {guard}")

    assert [p.where for p in check(log)][:1] == [f"trigger {guard}"]


def everything(connection: sqlite3.Connection) -> list[object]:
    return [
        connection.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall()  # noqa: S608
        for table in ("events", "blobs")
    ]


def tamper(connection: sqlite3.Connection, statement: str, *values: object) -> None:
    """Run a statement with the guards away, and put them back."""
    guards = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
    ).fetchall()
    for name, _ in guards:
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute(statement, values)
    for _, sql in guards:
        connection.execute(sql)
