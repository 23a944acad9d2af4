"""Projections: what the events add up to, kept in tables that can be made again.

``Projector.project`` is the one place where an event changes a table, both when it is
appended and when everything is built anew.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import assert_never

from claimledger.domain.acts import (
    ArticleAdded,
    ArticleRevised,
    ClaimAdded,
    ClaimAssigned,
    ClaimDivided,
    ClaimEdited,
    ClaimLinked,
    ClaimPublished,
    ClaimReopened,
    ClaimRestored,
    ClaimRetracted,
    ClaimSettled,
    ClaimsMerged,
    ClaimsSplit,
    ClaimTagged,
    ClaimUnlinked,
    CorrectionPublished,
    EvidenceArchived,
    EvidenceAttached,
    EvidenceChecked,
    EvidenceRestored,
    EvidenceWithdrawn,
    LintRuleSwitched,
    PolicySet,
    ScaleDefined,
    ScaleMapped,
    VerdictGiven,
    VerdictWithdrawn,
)
from claimledger.domain.events import Event, EventId
from claimledger.errors import EventError
from claimledger.store import (
    blobs,
    event_log,
    evidence_rows,
    rule_rows,
    sorting_rows,
    verdict_rows,
)
from claimledger.store.claim_rows import ClaimRows
from claimledger.store.heads import move_heads
from claimledger.store.schema import PROJECTIONS


class Projector:
    """Writes into ``connection`` what events mean; article texts come from ``read_text``."""

    def __init__(self, connection: sqlite3.Connection, read_text: Callable[[str], str]) -> None:
        """Keep the two; nothing is read yet."""
        self._sql = connection
        self._claims = ClaimRows(connection, read_text)

    def project(  # noqa: C901, PLR0912 - one case for each sort of act
        self, event: Event, identity: EventId
    ) -> None:
        """Change the tables by one event. What it repeats changes nothing."""
        act = event.act
        match act:
            case ArticleAdded() | ArticleRevised() | ClaimsSplit() | ClaimAdded() | ClaimEdited():
                self._claims.project(event, identity, act)
            case ClaimDivided():
                self._claims.project(event, identity, act)
                for claim in (event.subject, *(part.id for part in act.parts)):
                    verdict_rows.refold(self._sql, claim)
            case ClaimRetracted() | ClaimRestored() | ClaimsMerged():
                sorting_rows.project(self._sql, event, identity, act)
            case ClaimAssigned() | ClaimTagged() | ClaimLinked() | ClaimUnlinked():
                sorting_rows.project(self._sql, event, identity, act)
            case EvidenceAttached() | EvidenceWithdrawn() | EvidenceRestored():
                evidence_rows.project(self._sql, event, identity, act)
                verdict_rows.refold_up(self._sql, event.subject)
            case EvidenceChecked() | EvidenceArchived():
                evidence_rows.project(self._sql, event, identity, act)
            case VerdictGiven() | VerdictWithdrawn() | ClaimSettled() | ClaimReopened():
                verdict_rows.project(self._sql, event, identity, act)
            case ClaimPublished() | CorrectionPublished():
                verdict_rows.project(self._sql, event, identity, act)
            case LintRuleSwitched():
                rule_rows.project(self._sql, event, act)
            case ScaleDefined() | ScaleMapped() | PolicySet():
                if rule_rows.project(self._sql, event, act):
                    verdict_rows.refold_all(self._sql)
            case _:
                assert_never(act)
        move_heads(self._sql, event, identity)


def rebuild(connection: sqlite3.Connection) -> None:
    """Empty every projection and fill it again; the caller holds the write transaction."""
    connection.execute("INSERT INTO claims_fts (claims_fts) VALUES ('delete-all')")
    connection.execute("PRAGMA defer_foreign_keys = ON")  # claims name claims
    for table in PROJECTIONS:
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - a constant
    replay(connection, into=connection)


def replay(source: sqlite3.Connection, *, into: sqlite3.Connection) -> None:
    """Project every stored event of ``source`` into the empty tables of ``into``.

    Raises:
        EventError: An event is not as it was written; tables made of it would hide that.
    """
    projector = Projector(into, lambda key: blobs.text(source, key))
    for stored in event_log.read(source):
        if stored.is_changed:
            raise EventError(f"The body of {stored.name} was changed.", hint=event_log.VERIFY)
        if (event := event_log.event_of(stored)) is not None:
            projector.project(event, stored.id)
