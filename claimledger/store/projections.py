"""Projections: what the events add up to, kept in tables that can be made again.

``Projector.project`` is the one place where an event changes a table, both when it is
appended and when everything is built anew.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable
from typing import assert_never

from claimledger.domain import codec
from claimledger.domain.acts import (
    ArticleAdded,
    ClaimAdded,
    ClaimEdited,
    ClaimRetracted,
    ClaimsSplit,
    EvidenceAttached,
    EvidenceWithdrawn,
    PolicySet,
    ScaleDefined,
    SplitClaim,
    VerdictGiven,
    VerdictWithdrawn,
)
from claimledger.domain.events import Event, EventId, decode
from claimledger.domain.text import quote_of
from claimledger.domain.verdicts import status_of
from claimledger.store import blobs, event_log
from claimledger.store.schema import PROJECTIONS


class Projector:
    """Writes into ``connection`` what events mean; article texts come from ``read_text``."""

    def __init__(self, connection: sqlite3.Connection, read_text: Callable[[str], str]) -> None:
        """Keep the two; nothing is read yet."""
        self._sql = connection
        self._read_text = read_text

    def project(self, event: Event, identity: EventId) -> None:
        """Change the tables by one event. What it repeats changes nothing."""
        act = event.act
        match act:
            case ArticleAdded():
                self._add_article(event, act)
            case ClaimsSplit():
                self._sql.execute(
                    "UPDATE articles SET splitter = ? WHERE id = ?", (act.splitter, event.subject)
                )
                self._add_claims(event.subject, act.claims, identity)
            case ClaimAdded():
                self._add_claims(act.article, [act.claim], identity)
            case ClaimEdited() | ClaimRetracted():
                self._change_claim(event.subject, act)
            case EvidenceAttached():
                self._attach(event, identity, act)
            case EvidenceWithdrawn():
                self._sql.execute(
                    "UPDATE evidence SET withdrawn_because = ? WHERE id = ?",
                    (act.because, act.evidence),
                )
            case VerdictGiven() | VerdictWithdrawn():
                self._decide(event, identity, act)
            case ScaleDefined():
                self._define_scale(event.subject, act)
            case PolicySet():
                self._sql.execute("INSERT OR REPLACE INTO policy VALUES ('scale', ?)", (act.scale,))
            case _:
                assert_never(act)
        self._move_heads(event, identity)

    def _add_article(self, event: Event, act: ArticleAdded) -> None:
        self._sql.execute(
            """INSERT INTO articles (id, title, source, url, author, published,
                 published_guessed, language, media_type, raw, added_by, added_at)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING""",
            (
                *(event.subject, act.title, act.source, act.url, act.author, act.published),
                *(act.published_guessed, act.language, act.media_type, act.raw),
                *(event.author, event.time),
            ),
        )

    def _add_claims(self, article: str, claims: Iterable[SplitClaim], event: EventId) -> None:
        row = self._sql.execute("SELECT number FROM articles WHERE id = ?", (article,)).fetchone()
        if row is None:
            return
        [number] = row
        text = self._read_text(article)
        [last] = self._sql.execute(
            "SELECT coalesce(max(number), 0) FROM claims WHERE article = ?", (number,)
        ).fetchone()
        for claim in claims:
            cursor = self._sql.execute(
                """INSERT INTO claims (id, article, number, text, quote, speaker, kind, checkable,
                     checkworthiness, reasons, needs_context, cue, sentence_start, sentence_end,
                     speaker_start, speaker_end)
                   VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                   ON CONFLICT (id) DO NOTHING""",
                (
                    *(claim.id, number, last + 1, claim.text, quote_of(text, claim.spans)),
                    *(claim.speaker, claim.kind, claim.checkable, claim.checkworthiness),
                    *(_compact(claim.reasons), claim.needs_context, claim.cue),
                    *(claim.sentence or (None, None)),
                    *(claim.speaker_span or (None, None)),
                ),
            )
            if cursor.rowcount:
                last += 1
                self._sql.executemany(
                    "INSERT INTO spans VALUES (?, ?, ?)",
                    [(cursor.lastrowid, *span) for span in claim.spans],
                )
                self._index(claim.id)
                self._set_head(claim.id, event)

    def _change_claim(self, claim: str, act: ClaimEdited | ClaimRetracted) -> None:
        if isinstance(act, ClaimRetracted):
            self._sql.execute(
                "UPDATE claims SET retracted_because = ? WHERE id = ?", (act.because, claim)
            )
        else:
            self._unindex(claim)
            self._sql.execute(
                "UPDATE claims SET text = ?, speaker = ?, kind = ?, checkable = ?, edited = 1 "
                "WHERE id = ?",
                (act.text, act.speaker, act.kind, act.checkable, claim),
            )
            self._index(claim)
        self._refresh_status(claim)

    def _attach(self, event: Event, identity: EventId, act: EvidenceAttached) -> None:
        self._sql.execute(
            """INSERT INTO evidence (id, claim, number, stance, source, url, title, author,
                 published, guessed, quotes, capture, note, attached_by, attached_at)
               SELECT ?, key, (SELECT coalesce(max(number), 0) + 1 FROM evidence
                               WHERE claim = claims.key),
                 ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
               FROM claims WHERE id = ?""",
            (
                *(identity, act.stance, act.source, act.url, act.title, act.author, act.published),
                *(_compact(act.guessed), _compact(act.quotes)),
                None if act.capture is None else _compact(act.capture),
                *(act.note, event.author, event.time, event.subject),
            ),
        )

    def _decide(
        self, event: Event, identity: EventId, act: VerdictGiven | VerdictWithdrawn
    ) -> None:
        self._sql.execute(
            "UPDATE verdicts SET standing = 0 WHERE reviewer = ? AND standing = 1 "
            "AND claim = (SELECT key FROM claims WHERE id = ?)",
            (event.author, event.subject),
        )
        if isinstance(act, VerdictGiven):
            self._sql.execute(
                """INSERT INTO verdicts
                   SELECT ?, key, (SELECT coalesce(max(number), 0) + 1 FROM verdicts
                                   WHERE claim = claims.key), ?, ?, ?, ?, ?, ?, 1
                   FROM claims WHERE id = ?""",
                (
                    *(identity, event.author, act.scale, act.version, act.rating),
                    *(act.because, event.time, event.subject),
                ),
            )
        self._refresh_status(event.subject)

    def _refresh_status(self, claim: str) -> None:
        row = self._sql.execute(
            "SELECT key, retracted_because FROM claims WHERE id = ?", (claim,)
        ).fetchone()
        if row is None:
            return
        key, retracted = row
        ratings = self._sql.execute(
            "SELECT scale, rating FROM verdicts WHERE claim = ? AND standing = 1", (key,)
        )
        status = status_of(ratings, retracted=retracted is not None)
        self._sql.execute("UPDATE claims SET status = ? WHERE key = ?", (status, key))

    def _index(self, claim: str) -> None:
        """Make a claim's words searchable; a trigger could not, as the schema is not trusted."""
        self._sql.execute(
            "INSERT INTO claims_fts (rowid, text, speaker) "
            "SELECT key, text, speaker FROM claims WHERE id = ?",
            (claim,),
        )

    def _unindex(self, claim: str) -> None:
        self._sql.execute(
            "INSERT INTO claims_fts (claims_fts, rowid, text, speaker) "
            "SELECT 'delete', key, text, speaker FROM claims WHERE id = ?",
            (claim,),
        )

    def _define_scale(self, scale: str, act: ScaleDefined) -> None:
        cursor = self._sql.execute(
            "INSERT INTO scales VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            (scale, act.version, act.title, act.ordered),
        )
        if cursor.rowcount:
            self._sql.executemany(
                "INSERT INTO ratings VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    (scale, act.version, place, r.code, r.label, r.meaning, r.tone, r.value)
                    for place, r in enumerate(act.ratings, start=1)
                ],
            )

    def _move_heads(self, event: Event, identity: EventId) -> None:
        self._sql.executemany(
            "DELETE FROM heads WHERE subject = ? AND event = ?",
            [(event.subject, seen) for seen in event.after],
        )
        self._set_head(event.subject, identity)

    def _set_head(self, subject: str, event: EventId) -> None:
        self._sql.execute("INSERT OR IGNORE INTO heads VALUES (?, ?)", (subject, event))


def rebuild(connection: sqlite3.Connection) -> None:
    """Empty every projection and fill it again; the caller holds the write transaction."""
    connection.execute("INSERT INTO claims_fts (claims_fts) VALUES ('delete-all')")
    for table in PROJECTIONS:
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - a constant
    replay(connection, into=connection)


def replay(source: sqlite3.Connection, *, into: sqlite3.Connection) -> None:
    """Project every stored event of ``source`` into the empty tables of ``into``."""
    projector = Projector(into, lambda key: blobs.text(source, key))
    for stored in event_log.read(source):
        if stored.body is not None:
            projector.project(decode(stored.body), stored.id)


def _compact(value: object) -> str:
    return json.dumps(
        codec.to_json(value), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
