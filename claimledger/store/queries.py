"""Queries: records read from the projections, a page at a time."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

from claimledger.domain import codec
from claimledger.domain.articles import ArticleId
from claimledger.domain.claims import ClaimId, ClaimKind
from claimledger.domain.evidence import Capture, EvidenceId, QuoteSelector, Stance
from claimledger.domain.policies import Policy
from claimledger.domain.records import (
    ArchiveRecord,
    ArticleRecord,
    CheckRecord,
    ClaimRecord,
    DecisionRecord,
    EvidenceRecord,
    LinkRecord,
    VerdictRecord,
)
from claimledger.domain.scales import Rating
from claimledger.domain.text import Span
from claimledger.domain.verdicts import ClaimStatus
from claimledger.store import review_queries, rule_rows, scale_queries
from claimledger.store.columns import chunks
from claimledger.store.connections import one_moment
from claimledger.store.scale_queries import RatingKey, rating_of


def articles(
    sql: sqlite3.Connection, where: str = "1", values: Sequence[object] = ()
) -> list[ArticleRecord]:
    """Return the articles that fit a condition on ``a``, by number."""
    rows = _rows(
        sql,
        f"""SELECT a.number, a.id, title, source, url, author, a.published, published_guessed,
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


def first_titles(sql: sqlite3.Connection, limit: int) -> list[str]:
    """Return numbers and titles of the first articles, without counting their claims."""
    rows = sql.execute("SELECT number, title FROM articles ORDER BY number LIMIT ?", (limit,))
    return [f"{number} {title}" for number, title in rows]


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
            f"""SELECT c.*, a.id AS article_id, a.version > c.version AS outdated,
                  (SELECT m.article || '.' || m.number FROM claims m
                   WHERE m.key = c.merged_into) AS merged_ref,
                  (SELECT w.article || '.' || w.number FROM claims w
                   WHERE w.key = c.part_of) AS whole_ref
                FROM claims c JOIN articles a ON a.number = c.article {join}
                WHERE {where} ORDER BY {order} LIMIT ?""",  # noqa: S608 - ours
            (*values, limit),
        )
        rows = _named(cursor)
        review = _Review.of(sql, [row["key"] for row in rows])
    return [_claim(row, review) for row in rows]


def evidence(
    sql: sqlite3.Connection, where: str = "1", values: Sequence[object] = ()
) -> list[EvidenceRecord]:
    """Return the evidence that fits a condition on ``e`` and its claim ``c``, in order."""
    rows = _rows(
        sql,
        f"""SELECT e.*, c.id AS claim_id, c.article || '.' || c.number AS claim_ref
            FROM seen_evidence e JOIN claims c ON c.key = e.claim
            WHERE {where} ORDER BY c.article, c.number, e.number""",  # noqa: S608 - ours
        values,
    )
    return [_one_evidence(row) for row in rows]


def with_merged(where: str) -> str:
    """Return the condition on ``c`` that also takes in what was merged into fitting claims."""
    return f"""c.key IN (
      WITH RECURSIVE under (key) AS (
        SELECT c.key FROM claims c WHERE {where} UNION
        SELECT m.key FROM under u JOIN claims m ON m.merged_into = u.key
      )
      SELECT key FROM under)"""  # noqa: S608 - ours


def exists(sql: sqlite3.Connection, where: str, values: Sequence[object] = ()) -> bool:
    """Tell whether any claim fits a condition on ``c``."""
    [found] = sql.execute(
        f"SELECT EXISTS (SELECT 1 FROM claims c WHERE {where})",  # noqa: S608 - ours
        values,
    ).fetchone()
    return bool(found)


def count(sql: sqlite3.Connection, where: str = "1", values: Sequence[object] = ()) -> int:
    """Count the claims that fit a condition on ``c``."""
    [number] = sql.execute(
        f"SELECT count(*) FROM claims c WHERE {where}",  # noqa: S608 - ours
        values,
    ).fetchone()
    return int(number)


def _spans(sql: sqlite3.Connection, keys: Iterable[int]) -> dict[int, list[Span]]:
    found: dict[int, list[Span]] = defaultdict(list)
    for part, marks in chunks(keys):
        for claim, start, end in sql.execute(
            f'SELECT claim, start, "end" FROM spans WHERE claim IN ({marks}) '  # noqa: S608
            "ORDER BY claim, start",
            part,
        ):
            found[claim].append(Span(start, end))
    return found


def _evidence(sql: sqlite3.Connection, keys: Iterable[int]) -> dict[int, list[EvidenceRecord]]:
    """Return the evidence of claims, and of those that were merged into them."""
    found: dict[int, list[EvidenceRecord]] = defaultdict(list)
    for part, marks in chunks(keys):
        rows = sql.execute(
            f"""WITH RECURSIVE under (root, claim) AS (
                  SELECT key, key FROM claims WHERE key IN ({marks}) UNION
                  SELECT u.root, c.key FROM under u JOIN claims c ON c.merged_into = u.claim
                )
                SELECT u.root, e.*, c.id AS claim_id, c.article || '.' || c.number AS claim_ref
                FROM under u JOIN seen_evidence e ON e.claim = u.claim
                JOIN claims c ON c.key = u.claim
                ORDER BY u.root, u.claim <> u.root, u.claim, e.number""",  # noqa: S608 - marks
            part,
        )
        for row in _named(rows):
            found[row["root"]].append(_one_evidence(row))
    return found


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


@dataclass(frozen=True, slots=True)
class _Review:
    """What claims have in other tables, by their keys."""

    policy: Policy | None
    ratings: Mapping[RatingKey, Rating]
    spans: Mapping[int, list[Span]]
    evidence: Mapping[int, list[EvidenceRecord]]
    verdicts: Mapping[int, list[VerdictRecord]]
    decisions: Mapping[int, list[DecisionRecord]]
    tags: Mapping[int, list[str]]
    assigned: Mapping[int, list[str]]
    links: Mapping[int, list[LinkRecord]]
    parts: Mapping[int, list[str]]

    @classmethod
    def of(cls, sql: sqlite3.Connection, keys: Sequence[int]) -> Self:
        """Read it, a few statements for any number of claims."""
        ratings = scale_queries.ratings(sql)
        return cls(
            policy=rule_rows.policy(sql),
            ratings=ratings,
            spans=_spans(sql, keys),
            evidence=_evidence(sql, keys),
            verdicts=review_queries.verdicts(sql, keys, ratings),
            decisions=review_queries.decisions(sql, keys, ratings),
            tags=review_queries.tags(sql, keys),
            assigned=review_queries.assignments(sql, keys),
            links=review_queries.links(sql, keys),
            parts=review_queries.parts(sql, keys),
        )


def _claim(row: dict[str, Any], review: _Review) -> ClaimRecord:
    key, policy = row["key"], review.policy
    return ClaimRecord(
        ref=f"{row['article']}.{row['number']}",
        id=ClaimId(row["id"]),
        article=ArticleId(row["article_id"]),
        article_number=row["article"],
        number=row["number"],
        text=row["text"],
        quote=row["quote"],
        spans=tuple(review.spans[key]),
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
        verdicts=tuple(review.verdicts[key]),
        evidence=tuple(review.evidence[key]),
        rating=None
        if row["rating"] is None
        else rating_of(review.ratings, row["rating_scale"], row["rating_version"], row["rating"]),
        spoken=row["spoken"],
        needed=1 if policy is None else policy.reviewers,
        hidden=policy is not None and policy.blind and not row["opened"],
        challenged=bool(row["challenged"]),
        tags=tuple(review.tags[key]),
        assigned=tuple(review.assigned[key]),
        links=tuple(review.links[key]),
        decisions=tuple(review.decisions[key]),
        merged_into=row["merged_ref"],
        parts=tuple(review.parts[key]),
        part_of=row["whole_ref"],
    )


def _one_evidence(row: dict[str, Any]) -> EvidenceRecord:
    quotes = json.loads(row["quotes"])
    return EvidenceRecord(
        ref=f"{row['claim_ref']}.{row['number']}",
        id=EvidenceId(row["id"]),
        claim=ClaimId(row["claim_id"]),
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
