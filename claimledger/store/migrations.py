"""Migrations: from any earlier format to the current one, with nothing of the record changed.

What the record gains is written here, step by step. Projections follow from the record: they
are made anew, whatever they were before.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from claimledger.store.projections import replay
from claimledger.store.schema import APPLICATION_ID, PROJECTED, PROJECTIONS, RECORD, SCHEMA_VERSION

if TYPE_CHECKING:
    from sqlite_utils import Database


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the file to the current schema; the caller holds the write transaction."""
    from sqlite_utils import Database, Migrations

    migrations = Migrations("claimledger")

    @migrations(name="0001_the_first_ledger")
    def _(db: Database) -> None:
        db.executescript(RECORD)

    database = Database(connection, execute_plugins=False, strict=True)
    migrations.apply(database)
    _renew_projections(database)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _renew_projections(database: Database) -> None:
    """Drop the tables that follow from the record, and make them as they are made now."""
    database.execute("PRAGMA defer_foreign_keys = ON")
    for table in ("claims_fts", *PROJECTIONS):
        database.execute(f"DROP TABLE IF EXISTS {table}")
    database.executescript(PROJECTED)
    replay(database.conn, into=database.conn)
