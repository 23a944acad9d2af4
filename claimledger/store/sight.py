"""Sight: which verdicts and which evidence the person who reads a ledger may see.

In a blind review, each reviewer sees the own work alone until enough of them have spoken.
Whatever reads verdicts or evidence for a person reads the views that are made here, so that
nothing else has to remember it. They stop a glance, not a person who opens the file with
another program.
"""

from __future__ import annotations

import sqlite3
from typing import Final

from claimledger.store.connections import for_itself

_OPEN: Final = "SELECT 1 FROM claims c WHERE c.key = seen.claim AND c.opened"
"""Enough reviewers have spoken of the claim."""

_OPEN_ABOVE: Final = """
  WITH RECURSIVE up (key) AS (
    SELECT seen.claim UNION
    SELECT c.merged_into FROM claims c JOIN up ON c.key = up.key
    WHERE c.merged_into IS NOT NULL
  )
  SELECT 1 FROM up JOIN claims c ON c.key = up.key WHERE c.opened
"""
"""Enough reviewers have spoken of the claim, or of one that its evidence counts for."""

_VIEW: Final = """
CREATE TEMP VIEW IF NOT EXISTS {view} AS SELECT * FROM {table} seen
WHERE (SELECT value FROM policy WHERE name = 'blind') IS NOT '1'
  OR seen.{author} = (SELECT name FROM viewer) OR EXISTS ({is_open})
"""
_VIEWS: Final = (
    ("seen_verdicts", "verdicts", "reviewer", _OPEN),
    ("seen_evidence", "evidence", "attached_by", _OPEN_ABOVE),
)


def see_as(connection: sqlite3.Connection, viewer: str) -> None:
    """Let this connection's views show what ``viewer`` may see; "" is nobody in particular."""
    with for_itself(connection):
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("CREATE TEMP TABLE IF NOT EXISTS viewer (name TEXT NOT NULL)")
        for view, table, author, is_open in _VIEWS:
            connection.execute(_VIEW.format(view=view, table=table, author=author, is_open=is_open))
        connection.execute("DELETE FROM viewer")
        connection.execute("INSERT INTO viewer VALUES (?)", (viewer,))
