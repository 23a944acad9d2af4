"""The projections of how claims are sorted: out of the review, assigned, tagged, linked."""

from __future__ import annotations

import sqlite3

from claimledger.domain.acts import (
    ClaimAssigned,
    ClaimLinked,
    ClaimRestored,
    ClaimRetracted,
    ClaimsMerged,
    ClaimTagged,
    ClaimUnlinked,
)
from claimledger.domain.events import Event, EventId
from claimledger.store.verdict_rows import refold, refold_up

_KEY = "(SELECT key FROM claims WHERE id = ?)"


def project(
    sql: sqlite3.Connection,
    event: Event,
    identity: EventId,
    act: ClaimRetracted
    | ClaimRestored
    | ClaimsMerged
    | ClaimAssigned
    | ClaimTagged
    | ClaimLinked
    | ClaimUnlinked,
) -> None:
    """Change the tables by one act that sorts claims."""
    claim = event.subject
    match act:
        case ClaimRetracted():
            sql.execute(
                "UPDATE claims SET retracted_because = ? WHERE id = ?", (act.because, claim)
            )
            refold(sql, claim)
        case ClaimRestored():
            _restore(sql, claim)
        case ClaimsMerged():
            _merge(sql, claim, act)
        case ClaimAssigned():
            sql.execute(f"DELETE FROM assignments WHERE claim = {_KEY}", (claim,))  # noqa: S608
            sql.executemany(
                "INSERT INTO assignments SELECT key, ?, ? FROM claims WHERE id = ?",
                [(place, name, claim) for place, name in enumerate(act.reviewers, start=1)],
            )
        case ClaimTagged():
            sql.executemany(
                f"DELETE FROM tags WHERE claim = {_KEY} AND tag = ?",  # noqa: S608
                [(claim, tag) for tag in act.removed],
            )
            sql.executemany(
                "INSERT OR IGNORE INTO tags SELECT key, ? FROM claims WHERE id = ?",
                [(tag, claim) for tag in act.added],
            )
        case ClaimLinked():
            sql.execute(
                """INSERT INTO links
                   SELECT ?, c.key, o.key, ?, ?, ?, ? FROM claims c, claims o
                   WHERE c.id = ? AND o.id = ? ON CONFLICT DO NOTHING""",
                (
                    *(identity, act.relation, act.note, event.author, event.time),
                    *(claim, act.to),
                ),
            )
        case ClaimUnlinked():
            sql.execute(
                f"DELETE FROM links WHERE claim = {_KEY} AND other = {_KEY} "  # noqa: S608
                "AND relation = ?",
                (claim, act.to, act.relation),
            )


def _merge(sql: sqlite3.Connection, survivor: str, act: ClaimsMerged) -> None:
    """Take claims out for the survivor, which shows their evidence from now on."""
    row = sql.execute(
        "SELECT key, article || '.' || number FROM claims WHERE id = ?", (survivor,)
    ).fetchone()
    if row is None:
        return
    key, ref = row
    because = f"merged into {ref}" + (f": {act.because}" if act.because else "")
    for claim in act.merged:
        sql.execute(
            "UPDATE claims SET retracted_because = ?1, merged_into = ?2, merged_after = "
            "(SELECT coalesce(max(number), 0) FROM decisions WHERE claim = ?2) "
            "WHERE id = ?3 AND key <> ?2",
            (because, key, claim),
        )
        refold_up(sql, claim)


def _restore(sql: sqlite3.Connection, claim: str) -> None:
    """Take a claim back in; its evidence counts no more for the one that it was merged into."""
    into = sql.execute(
        "SELECT s.id FROM claims c JOIN claims s ON s.key = c.merged_into WHERE c.id = ?", (claim,)
    ).fetchone()
    sql.execute(
        "UPDATE claims SET retracted_because = NULL, merged_into = NULL, merged_after = NULL "
        "WHERE id = ?",
        (claim,),
    )
    refold(sql, claim)
    if into is not None:
        refold_up(sql, into[0])
