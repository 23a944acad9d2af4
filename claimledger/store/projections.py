"""Projections: what the events add up to, kept in tables that can be made again.

``Projector.project`` is the one place where an event changes a table, both when it is
appended and when everything is built anew.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from typing import assert_never

from claimledger.domain.acts import (
    ArticleAdded,
    ArticleRevised,
    ClaimAdded,
    ClaimEdited,
    ClaimRestored,
    ClaimRetracted,
    ClaimsSplit,
    EvidenceArchived,
    EvidenceAttached,
    EvidenceChecked,
    EvidenceWithdrawn,
    KeptClaim,
    PolicySet,
    ScaleDefined,
    SplitClaim,
    VerdictGiven,
    VerdictWithdrawn,
)
from claimledger.domain.events import Event, EventId
from claimledger.domain.text import Span, quote_of
from claimledger.domain.verdicts import status_of
from claimledger.errors import EventError
from claimledger.store import blobs, event_log, evidence_rows
from claimledger.store.columns import compact
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
            case ArticleRevised():
                self._revise_article(event, identity, act)
            case ClaimsSplit():
                self._sql.execute(
                    "UPDATE articles SET splitter = ? WHERE id = ?", (act.splitter, event.subject)
                )
                self._add_claims(event.subject, act.claims, identity)
            case ClaimAdded():
                self._add_claims(act.article, [act.claim], identity)
            case ClaimEdited() | ClaimRetracted() | ClaimRestored():
                self._change_claim(event.subject, act)
            case EvidenceAttached() | EvidenceWithdrawn() | EvidenceChecked() | EvidenceArchived():
                evidence_rows.project(self._sql, event, identity, act)
            case VerdictGiven() | VerdictWithdrawn():
                self._decide(event, identity, act)
            case ScaleDefined():
                self._define_scale(event.subject, act)
            case PolicySet():
                self._choose_scale(act)
            case _:
                assert_never(act)
        self._move_heads(event, identity)

    def _add_article(self, event: Event, act: ArticleAdded) -> None:
        cursor = self._sql.execute(
            """INSERT INTO articles (id, title, source, url, author, published,
                 published_guessed, language, media_type, raw, added_by, added_at, capture, text)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING""",
            (
                *(event.subject, act.title, act.source, act.url, act.author, act.published),
                *(act.published_guessed, act.language, act.media_type, act.raw),
                *(event.author, event.time),
                *(None if act.capture is None else compact(act.capture), act.text),
            ),
        )
        if cursor.rowcount:
            self._add_version(event, act)

    def _revise_article(self, event: Event, identity: EventId, act: ArticleRevised) -> None:
        self._sql.execute(
            "UPDATE articles SET version = version + 1, text = ?, raw = ?, media_type = ?, "
            "splitter = ?, capture = coalesce(?, capture) WHERE id = ?",
            (
                *(act.text, act.raw, act.media_type, act.splitter),
                *(None if act.capture is None else compact(act.capture), event.subject),
            ),
        )
        self._add_version(event, act)
        for claim in act.kept:
            self._move_claim(event.subject, claim)
        self._add_claims(event.subject, act.added, identity)

    def _add_version(self, event: Event, act: ArticleAdded | ArticleRevised) -> None:
        self._sql.execute(
            "INSERT INTO versions SELECT number, version, ?, ?, ?, ?, ?, ? "
            "FROM articles WHERE id = ?",
            (
                *(act.text, act.raw, act.media_type, act.source),
                *(event.author, event.time, event.subject),
            ),
        )

    def _move_claim(self, article: str, claim: KeptClaim) -> None:
        row = self._sql.execute(
            "SELECT c.key, a.version, a.text FROM claims c JOIN articles a ON a.number = c.article "
            "WHERE c.id = ? AND a.id = ?",
            (claim.id, article),
        ).fetchone()
        if row is None:
            return
        key, version, text = row
        self._sql.execute(
            "UPDATE claims SET version = ?, quote = ?, sentence_start = ?, sentence_end = ?, "
            "speaker_start = ?, speaker_end = ?, attribution_start = ?, attribution_end = ? "
            "WHERE key = ?",
            (
                *(version, quote_of(self._read_text(text), claim.spans)),
                *(claim.sentence or (None, None)),
                *(claim.speaker_span or (None, None)),
                *(*(claim.attribution_span or (None, None)), key),
            ),
        )
        self._sql.execute("DELETE FROM spans WHERE claim = ?", (key,))
        self._add_spans(key, claim.spans)

    def _add_claims(self, article: str, claims: Iterable[SplitClaim], event: EventId) -> None:
        row = self._sql.execute(
            "SELECT number, version, text FROM articles WHERE id = ?", (article,)
        ).fetchone()
        if row is None:
            return
        number, version, key_of_text = row
        text = self._read_text(key_of_text)
        [last] = self._sql.execute(
            "SELECT coalesce(max(number), 0) FROM claims WHERE article = ?", (number,)
        ).fetchone()
        for claim in claims:
            cursor = self._sql.execute(
                """INSERT INTO claims (id, article, number, text, quote, speaker, kind, checkable,
                     checkworthiness, reasons, needs_context, cue, sentence_start, sentence_end,
                     speaker_start, speaker_end, attribution_start, attribution_end, version)
                   VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                   ON CONFLICT (id) DO NOTHING""",
                (
                    *(claim.id, number, last + 1, claim.text, quote_of(text, claim.spans)),
                    *(claim.speaker, claim.kind, claim.checkable, claim.checkworthiness),
                    *(compact(claim.reasons), claim.needs_context, claim.cue),
                    *(claim.sentence or (None, None)),
                    *(claim.speaker_span or (None, None)),
                    *(claim.attribution_span or (None, None)),
                    version,
                ),
            )
            if cursor.rowcount and cursor.lastrowid is not None:
                last += 1
                self._add_spans(cursor.lastrowid, claim.spans)
                self._index(claim.id)
                self._set_head(claim.id, event)

    def _add_spans(self, claim: int, spans: Iterable[Span]) -> None:
        self._sql.executemany(
            "INSERT INTO spans VALUES (?, ?, ?)", [(claim, *span) for span in spans]
        )

    def _change_claim(self, claim: str, act: ClaimEdited | ClaimRetracted | ClaimRestored) -> None:
        if not isinstance(act, ClaimEdited):
            because = act.because if isinstance(act, ClaimRetracted) else None
            self._sql.execute(
                "UPDATE claims SET retracted_because = ? WHERE id = ?", (because, claim)
            )
        else:
            self._sql.execute(
                "UPDATE verdicts SET reworded = 1 "
                "WHERE claim = (SELECT key FROM claims WHERE id = ? AND text <> ?)",
                (claim, act.text),
            )
            self._unindex(claim)
            self._sql.execute(
                "UPDATE claims SET text = ?, speaker = ?, kind = ?, checkable = ?, edited = 1 "
                "WHERE id = ?",
                (act.text, act.speaker, act.kind, act.checkable, claim),
            )
            self._index(claim)
        self._refresh_status(claim)

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
                                   WHERE claim = claims.key), ?, ?, ?, ?, ?, ?, 1, 0
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

    def _choose_scale(self, act: PolicySet) -> None:
        self._sql.execute(
            "INSERT OR REPLACE INTO policy SELECT 'scale', id FROM scales WHERE id = ? LIMIT 1",
            (act.scale,),
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
