"""The projections of articles, their versions, and the claims that they make."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from claimledger.domain.acts import (
    ArticleAdded,
    ArticleRevised,
    ClaimAdded,
    ClaimDivided,
    ClaimEdited,
    ClaimsSplit,
    KeptClaim,
    SplitClaim,
)
from claimledger.domain.events import Event, EventId
from claimledger.domain.text import Span, quote_of
from claimledger.store.columns import WORDS, compact
from claimledger.store.heads import set_head


@dataclass(frozen=True, slots=True)
class ClaimRows:
    """Writes into ``sql``; article texts come from ``read_text``."""

    sql: sqlite3.Connection
    read_text: Callable[[str], str]

    def project(
        self,
        event: Event,
        identity: EventId,
        act: ArticleAdded | ArticleRevised | ClaimsSplit | ClaimAdded | ClaimDivided | ClaimEdited,
    ) -> None:
        """Change the tables by one act on an article or on the words of a claim."""
        match act:
            case ArticleAdded():
                self._add_article(event, act)
            case ArticleRevised():
                self._revise_article(event, identity, act)
            case ClaimsSplit():
                self.sql.execute(
                    "UPDATE articles SET splitter = ? WHERE id = ?", (act.splitter, event.subject)
                )
                self._add_claims(event.subject, act.claims, identity)
            case ClaimAdded():
                self._add_claims(act.article, [act.claim], identity)
            case ClaimDivided():
                self._divide_claim(event.subject, identity, act)
            case ClaimEdited():
                self._edit_claim(event.subject, act)

    def _add_article(self, event: Event, act: ArticleAdded) -> None:
        cursor = self.sql.execute(
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
        self.sql.execute(
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
        self.sql.execute(
            "INSERT INTO versions SELECT number, version, ?, ?, ?, ?, ?, ? "
            "FROM articles WHERE id = ?",
            (
                *(act.text, act.raw, act.media_type, act.source),
                *(event.author, event.time, event.subject),
            ),
        )

    def _move_claim(self, article: str, claim: KeptClaim) -> None:
        row = self.sql.execute(
            "SELECT c.key, a.version, a.text FROM claims c JOIN articles a ON a.number = c.article "
            "WHERE c.id = ? AND a.id = ?",
            (claim.id, article),
        ).fetchone()
        if row is None:
            return
        key, version, text = row
        self.sql.execute(
            "UPDATE claims SET version = ?, quote = ?, sentence_start = ?, sentence_end = ?, "
            "speaker_start = ?, speaker_end = ?, attribution_start = ?, attribution_end = ? "
            "WHERE key = ?",
            (
                *(version, quote_of(self.read_text(text), claim.spans)),
                *(claim.sentence or (None, None)),
                *(claim.speaker_span or (None, None)),
                *(*(claim.attribution_span or (None, None)), key),
            ),
        )
        self.sql.execute("DELETE FROM spans WHERE claim = ?", (key,))
        self._add_spans(key, claim.spans)

    def _add_claims(self, article: str, claims: Iterable[SplitClaim], event: EventId) -> None:
        row = self.sql.execute(
            "SELECT number, version, text FROM articles WHERE id = ?", (article,)
        ).fetchone()
        if row is None:
            return
        number, version, key_of_text = row
        text = self.read_text(key_of_text)
        [last] = self.sql.execute(
            "SELECT coalesce(max(number), 0) FROM claims WHERE article = ?", (number,)
        ).fetchone()
        for claim in claims:
            cursor = self.sql.execute(
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
                set_head(self.sql, claim.id, event)

    def _add_spans(self, claim: int, spans: Iterable[Span]) -> None:
        self.sql.executemany(
            "INSERT INTO spans VALUES (?, ?, ?)", [(claim, *span) for span in spans]
        )

    def _divide_claim(self, claim: str, event: EventId, act: ClaimDivided) -> None:
        self._add_claims(act.article, act.parts, event)
        parts = self.sql.execute(
            "SELECT key, article || '.' || number FROM claims "  # noqa: S608 - question marks
            f"WHERE id IN ({','.join('?' * len(act.parts))}) ORDER BY number",
            [part.id for part in act.parts],
        ).fetchall()
        # A part that was there and taken out is a claim again.
        self.sql.executemany(
            "UPDATE claims SET part_of = (SELECT key FROM claims WHERE id = ?), "
            "retracted_because = NULL WHERE key = ? AND merged_into IS NULL",
            [(claim, key) for key, _ in parts],
        )
        self.sql.execute(
            "UPDATE claims SET retracted_because = ? WHERE id = ?",
            (f"divided into {' and '.join(ref for _, ref in parts)}", claim),
        )

    def _edit_claim(self, claim: str, act: ClaimEdited) -> None:
        self._unindex(claim)
        self.sql.execute(
            "UPDATE claims SET text = ?, speaker = ?, kind = ?, checkable = ?, edited = 1 "
            "WHERE id = ?",
            (act.text, act.speaker, act.kind, act.checkable, claim),
        )
        self.sql.execute(
            f"UPDATE verdicts AS v SET reworded = v.words <> {WORDS} "  # noqa: S608 - ours
            "FROM claims c WHERE c.id = ? AND v.claim = c.key",
            (claim,),
        )
        self._index(claim)

    def _index(self, claim: str) -> None:
        """Make a claim's words searchable; a trigger could not, as the schema is not trusted."""
        self.sql.execute(
            "INSERT INTO claims_fts (rowid, text, speaker) "
            "SELECT key, text, speaker FROM claims WHERE id = ?",
            (claim,),
        )

    def _unindex(self, claim: str) -> None:
        self.sql.execute(
            "INSERT INTO claims_fts (claims_fts, rowid, text, speaker) "
            "SELECT 'delete', key, text, speaker FROM claims WHERE id = ?",
            (claim,),
        )
