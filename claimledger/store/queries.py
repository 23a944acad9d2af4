"""Queries: records read from the projections, a page at a time."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from claimledger.domain import codec
from claimledger.domain.articles import ArticleId
from claimledger.domain.claims import ClaimId, ClaimKind
from claimledger.domain.evidence import Capture, EvidenceId, QuoteSelector, Stance
from claimledger.domain.records import (
    ArchiveRecord,
    ArticleRecord,
    CheckRecord,
    ClaimRecord,
    EvidenceRecord,
    VerdictRecord,
)
from claimledger.domain.scales import Rating, Scale, ScaleId, Tone
from claimledger.domain.text import Span
from claimledger.domain.verdicts import ClaimStatus
from claimledger.errors import LedgerFileError
from claimledger.store.connections import one_moment

_AT_ONCE = 500
"""Keys in one IN list; SQLite's smallest limit on parameters is 999."""


def articles(
    sql: sqlite3.Connection, where: str = "1", values: Sequence[object] = ()
) -> list[ArticleRecord]:
    """Return the articles that fit a condition on ``a``, by number."""
    rows = _rows(
        sql,
        f"""SELECT a.number, a.id, title, source, url, author, published, published_guessed,
              language, media_type, added_by, added_at, splitter, a.version, a.text, capture,
              count(*) FILTER (WHERE c.status <> 'retracted') AS claims,
              count(*) FILTER (WHERE c.status IN ('checked', 'settled')) AS checked,
              count(*) FILTER (WHERE c.status = 'disputed') AS disputed,
              count(*) FILTER (WHERE c.status = 'open') AS open
            FROM articles a LEFT JOIN claims c
              ON c.article = a.number AND c.version = a.version
            WHERE {where} GROUP BY a.number ORDER BY a.number""",  # noqa: S608 - ours
        values,
    )
    return [_article(row) for row in rows]


def version(sql: sqlite3.Connection, article: int, number: int) -> str:
    """Return the key of the text that a version of an article has; "" where there is none."""
    row = sql.execute(
        "SELECT text FROM versions WHERE article = ? AND version = ?", (article, number)
    ).fetchone()
    return "" if row is None else str(row[0])


def claims(
    sql: sqlite3.Connection,
    where: str = "1",
    values: Sequence[object] = (),
    *,
    order: str = "c.article, coalesce(c.sentence_start, 1e18), c.number",
    limit: int = -1,
    join: str = "",
) -> list[ClaimRecord]:
    """Return the claims that fit a condition on ``c``, with evidence and verdicts."""
    with one_moment(sql):
        cursor = sql.execute(
            f"""SELECT c.*, a.id AS article_id, a.version > c.version AS outdated FROM claims c
                JOIN articles a ON a.number = c.article {join}
                WHERE {where} ORDER BY {order} LIMIT ?""",  # noqa: S608 - ours
            (*values, limit),
        )
        rows = _named(cursor)
        keys = [row["key"] for row in rows]
        spans, evidence, verdicts = _spans(sql, keys), _evidence(sql, keys), _verdicts(sql, keys)
    return [
        _claim(row, spans[row["key"]], evidence[row["key"]], verdicts[row["key"]]) for row in rows
    ]


def evidence(
    sql: sqlite3.Connection, where: str = "1", values: Sequence[object] = ()
) -> list[EvidenceRecord]:
    """Return the evidence that fits a condition on ``e`` and its claim ``c``, in order."""
    rows = _rows(
        sql,
        f"""SELECT e.*, c.id AS claim_id, c.article || '.' || c.number AS claim_ref
            FROM evidence e JOIN claims c ON c.key = e.claim
            WHERE {where} ORDER BY c.article, c.number, e.number""",  # noqa: S608 - ours
        values,
    )
    return [_one_evidence(row, row["claim_ref"], ClaimId(row["claim_id"])) for row in rows]


def count(sql: sqlite3.Connection, where: str = "1", values: Sequence[object] = ()) -> int:
    """Count the claims that fit a condition on ``c``."""
    [number] = sql.execute(
        f"SELECT count(*) FROM claims c WHERE {where}",  # noqa: S608 - ours
        values,
    ).fetchone()
    return int(number)


def scales(sql: sqlite3.Connection) -> list[Scale]:
    """Return every version of every scale, the newest version of each first."""
    with one_moment(sql):
        rows = sql.execute(
            "SELECT id, version, title, ordered FROM scales ORDER BY rowid, version DESC"
        ).fetchall()
        ratings = _ratings(sql)
    return [
        Scale(
            id=ScaleId(scale),
            version=version,
            title=title,
            ordered=bool(ordered),
            ratings=tuple(r for key, r in ratings.items() if key[:2] == (scale, version)),
        )
        for scale, version, title, ordered in rows
    ]


def scale_in_use(sql: sqlite3.Connection) -> Scale:
    """Return the newest version of the scale that verdicts are given on.

    Raises:
        LedgerFileError: None is chosen, or one that is not there.
    """
    with one_moment(sql):
        row = sql.execute("SELECT value FROM policy WHERE name = 'scale'").fetchone()
        known = scales(sql)
    fitting = [scale for scale in known if row is not None and scale.id == row[0]]
    if not fitting:
        raise LedgerFileError(
            "This ledger has no scale to give verdicts on: its making was broken off."
            if row is None
            else f'This ledger lacks the scale "{row[0]}" that it is set to.',
            hint="Finish it with: claimledger add ARTICLE."
            if row is None
            else "Choose one: claimledger scale use default.",
        )
    return max(fitting, key=lambda scale: scale.version)


def _ratings(sql: sqlite3.Connection) -> dict[tuple[str, int, str], Rating]:
    rows = sql.execute(
        "SELECT scale, version, code, label, meaning, tone, value FROM ratings "
        "ORDER BY scale, version, place"
    )
    return {
        (scale, version, code): Rating(
            code=code, label=label, meaning=meaning, tone=Tone(tone), value=value
        )
        for scale, version, code, label, meaning, tone, value in rows
    }


def _spans(sql: sqlite3.Connection, keys: Iterable[int]) -> dict[int, list[Span]]:
    found: dict[int, list[Span]] = defaultdict(list)
    for row in _in(sql, 'SELECT claim, start, "end" FROM spans', keys, "claim, start"):
        found[row["claim"]].append(Span(row["start"], row["end"]))
    return found


def _evidence(sql: sqlite3.Connection, keys: Iterable[int]) -> dict[int, list[dict[str, Any]]]:
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in _in(sql, "SELECT * FROM evidence", keys, "claim, number"):
        found[row["claim"]].append(row)
    return found


def _verdicts(sql: sqlite3.Connection, keys: Iterable[int]) -> dict[int, list[VerdictRecord]]:
    found: dict[int, list[VerdictRecord]] = defaultdict(list)
    ratings: dict[tuple[str, int, str], Rating] = {}
    for row in _in(sql, "SELECT * FROM verdicts", keys, "claim, number"):
        ratings = ratings or _ratings(sql)
        found[row["claim"]].append(
            VerdictRecord(
                event=row["event"],
                reviewer=row["reviewer"],
                scale=ScaleId(row["scale"]),
                rating=ratings.get((row["scale"], row["version"], row["rating"]))
                or _unknown_rating(row["rating"]),
                because=row["because"],
                time=row["time"],
                standing=bool(row["standing"]),
                reworded=bool(row["reworded"]),
            )
        )
    return found


def _unknown_rating(code: str) -> Rating:
    """Stand in for a rating that a verdict gives and its scale does not have."""
    return Rating(
        code=code, label=code, meaning="The scale does not have this rating.", tone=Tone.NONE
    )


def _in(
    sql: sqlite3.Connection, select: str, keys: Iterable[int], order: str
) -> Iterable[dict[str, Any]]:
    wanted = list(keys)
    for first in range(0, len(wanted), _AT_ONCE):
        part = wanted[first : first + _AT_ONCE]
        marks = ",".join("?" * len(part))
        yield from _named(sql.execute(f"{select} WHERE claim IN ({marks}) ORDER BY {order}", part))


def _rows(sql: sqlite3.Connection, select: str, values: Sequence[object]) -> list[dict[str, Any]]:
    with one_moment(sql):
        return _named(sql.execute(select, values))


def _named(cursor: sqlite3.Cursor) -> list[dict[str, Any]]:
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def _article(row: dict[str, Any]) -> ArticleRecord:
    fields = row | {
        "id": ArticleId(row["id"]),
        "published_guessed": bool(row["published_guessed"]),
        "capture": _capture(row["capture"]),
    }
    return ArticleRecord(**fields)


def _claim(
    row: dict[str, Any],
    spans: list[Span],
    evidence: list[dict[str, Any]],
    verdicts: list[VerdictRecord],
) -> ClaimRecord:
    ref = f"{row['article']}.{row['number']}"
    return ClaimRecord(
        ref=ref,
        id=ClaimId(row["id"]),
        article=ArticleId(row["article_id"]),
        article_number=row["article"],
        number=row["number"],
        text=row["text"],
        quote=row["quote"],
        spans=tuple(spans),
        sentence=_span(row["sentence_start"], row["sentence_end"]),
        speaker=row["speaker"],
        speaker_span=_span(row["speaker_start"], row["speaker_end"]),
        attribution_span=_span(row["attribution_start"], row["attribution_end"]),
        cue=row["cue"],
        kind=ClaimKind(row["kind"]),
        checkable=bool(row["checkable"]),
        checkworthiness=row["checkworthiness"] / 100,
        reasons=tuple(json.loads(row["reasons"])),
        needs_context=bool(row["needs_context"]),
        status=ClaimStatus(row["status"]),
        edited=bool(row["edited"]),
        retracted_because=row["retracted_because"],
        version=row["version"],
        outdated=bool(row["outdated"]),
        verdicts=tuple(verdicts),
        evidence=tuple(_one_evidence(e, ref, ClaimId(row["id"])) for e in evidence),
    )


def _one_evidence(row: dict[str, Any], claim_ref: str, claim: ClaimId) -> EvidenceRecord:
    quotes = json.loads(row["quotes"])
    return EvidenceRecord(
        ref=f"{claim_ref}.{row['number']}",
        id=EvidenceId(row["id"]),
        claim=claim,
        source=row["source"],
        stance=Stance(row["stance"]),
        url=row["url"],
        capture=_capture(row["capture"]),
        quotes=tuple(codec.from_json(QuoteSelector, quote) for quote in quotes),
        title=row["title"],
        author=row["author"],
        published=row["published"],
        guessed=tuple(json.loads(row["guessed"])),
        note=row["note"],
        attached_by=row["attached_by"],
        attached_at=row["attached_at"],
        withdrawn_because=row["withdrawn_because"],
        copy_of=row["copy_of"],
        last_check=_last_check(row["last_check"]),
        failing_since=row["failing_since"],
        archives=tuple(
            codec.from_json(ArchiveRecord, entry) for entry in json.loads(row["archives"])
        ),
    )


def _capture(column: str | None) -> Capture | None:
    return None if column is None else codec.from_json(Capture, json.loads(column))


def _last_check(column: str | None) -> CheckRecord | None:
    return None if column is None else codec.from_json(CheckRecord, json.loads(column))


def _span(start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else Span(start, end)
