"""Guards: whether the tables and triggers of a ledger are those that the program makes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Final

from claimledger.store.schema import PROJECTED, RECORD

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


def faults(connection: sqlite3.Connection, *, current: bool) -> Iterator[tuple[str, str]]:
    """Yield where and how the schema is another than the program's.

    Tables of others are their own matter; their triggers on ours are not. In a file that
    is not ``current``, only the record is as the program would make it.
    """
    with closing(sqlite3.connect(":memory:")) as scratch:
        scratch.executescript(RECORD + (PROJECTED if current else ""))
        ours = _schema(scratch)
    theirs = _schema(connection)
    for key, (table, sql) in ours.items():
        if key not in theirs:
            yield _where(*key), "is missing"
        elif theirs[key] != (table, sql):
            yield _where(*key), "is not as the program made it"
    tables = {name for kind, name in ours if kind == "table"}
    for (kind, name), (table, _) in theirs.items():
        if kind == "trigger" and table in tables and (kind, name) not in ours:
            yield _where(kind, name), f"acts on {table}, but is not the program's"


def _schema(connection: sqlite3.Connection) -> dict[tuple[str, str], tuple[str, str]]:
    """Return what was made by a statement: table and words, by kind and name.

    The tables that the full-text index keeps for itself follow SQLite's version.
    """
    rows = connection.execute(
        "SELECT type, name, lower(tbl_name), sql FROM sqlite_master WHERE sql IS NOT NULL "
        r"AND name NOT LIKE 'claims\_fts\_%' ESCAPE '\' ORDER BY type DESC, name"
    )
    return {(kind, name): (table, " ".join(sql.split())) for kind, name, table, sql in rows}


def _where(kind: str, name: str) -> str:
    return f"trigger {name}" if kind == "trigger" else f"schema of {kind} {name}"
