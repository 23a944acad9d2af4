"""Queries on the review of claims: verdicts, decisions, tags, assignments, links, the queue.

What is said of others' verdicts is what the person who reads may see (``sight``).
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from claimledger.domain.claims import ClaimId
from claimledger.domain.records import DecisionRecord, LinkRecord, QueueEntry, VerdictRecord
from claimledger.domain.scales import Rating, ScaleId, Tone
from claimledger.domain.verdicts import ClaimStatus, DecisionKind, Relation
from claimledger.store import rule_rows
from claimledger.store.columns import chunks
from claimledger.store.connections import one_moment
from claimledger.store.scale_queries import RatingKey, rating_of


def verdicts(
    sql: sqlite3.Connection, keys: Iterable[int], known: Mapping[RatingKey, Rating]
) -> dict[int, list[VerdictRecord]]:
    """Return the verdicts on claims, oldest first, by the claim's key."""
    found: dict[int, list[VerdictRecord]] = defaultdict(list)
    for part, marks in chunks(keys):
        for claim, event, reviewer, scale, version, rating, *rest in sql.execute(
            "SELECT claim, event, reviewer, scale, version, rating, because, time, standing, "  # noqa: S608
            f"reworded FROM seen_verdicts WHERE claim IN ({marks}) "
            "ORDER BY claim, number",
            part,
        ):
            because, time, standing, reworded = rest
            found[claim].append(
                VerdictRecord(
                    event=event,
                    reviewer=reviewer,
                    scale=ScaleId(scale),
                    rating=rating_of(known, scale, version, rating),
                    because=because,
                    time=time,
                    standing=bool(standing),
                    reworded=bool(reworded),
                )
            )
    return found


def decisions(
    sql: sqlite3.Connection, keys: Iterable[int], known: Mapping[RatingKey, Rating]
) -> dict[int, list[DecisionRecord]]:
    """Return the decisions on claims, oldest first, by the claim's key."""
    found: dict[int, list[DecisionRecord]] = defaultdict(list)
    for part, marks in chunks(keys):
        for claim, event, kind, by, time, scale, version, rating, *rest in sql.execute(
            "SELECT claim, event, kind, by, time, scale, version, rating, because, note, url "  # noqa: S608
            f"FROM decisions WHERE claim IN ({marks}) ORDER BY claim, number",
            part,
        ):
            because, note, url = rest
            found[claim].append(
                DecisionRecord(
                    event=event,
                    kind=DecisionKind(kind),
                    by=by,
                    time=time,
                    scale=None if scale is None else ScaleId(scale),
                    rating=None if rating is None else rating_of(known, scale, version, rating),
                    because=because,
                    note=note,
                    url=url,
                )
            )
    return found


def tags(sql: sqlite3.Connection, keys: Iterable[int]) -> dict[int, list[str]]:
    """Return the tags of claims in alphabetical order, by the claim's key."""
    return _texts(sql, "SELECT claim, tag FROM tags", keys, "claim, tag")


def assignments(sql: sqlite3.Connection, keys: Iterable[int]) -> dict[int, list[str]]:
    """Return the reviewers of claims as they were named, by the claim's key."""
    return _texts(sql, "SELECT claim, reviewer FROM assignments", keys, "claim, place")


def parts(sql: sqlite3.Connection, keys: Iterable[int]) -> dict[int, list[str]]:
    """Return the standing parts that claims were divided into, by the claim's key."""
    return _texts(
        sql,
        "SELECT part_of AS claim, article || '.' || number FROM claims",
        keys,
        "article, number",
        claim="retracted_because IS NULL AND part_of",
    )


def links(sql: sqlite3.Connection, keys: Iterable[int]) -> dict[int, list[LinkRecord]]:
    """Return the claims that claims are linked to, either way, by the claim's key."""
    found: dict[int, list[LinkRecord]] = defaultdict(list)
    for part, marks in chunks(keys):
        for here, there, inward in (("claim", "other", False), ("other", "claim", True)):
            rows = sql.execute(
                f"SELECT l.{here}, c.article || '.' || c.number, c.id, c.text, l.relation, "  # noqa: S608
                f"l.note, l.by, l.time FROM links l JOIN claims c ON c.key = l.{there} "
                f"WHERE l.{here} IN ({marks}) ORDER BY l.rowid",
                part,
            )
            for claim, ref, identity, text, relation, note, by, time in rows:
                found[claim].append(
                    LinkRecord(
                        ref=ref,
                        id=ClaimId(identity),
                        text=text,
                        relation=Relation(relation),
                        inward=inward,
                        note=note,
                        by=by,
                        time=time,
                    )
                )
    return found


def queue(
    sql: sqlite3.Connection, where: str, values: Sequence[object], *, order: str, limit: int = -1
) -> list[QueueEntry]:
    """Return what a list of claims to work through needs, for all that fit a condition on ``c``."""
    with one_moment(sql):
        policy = rule_rows.policy(sql)
        needed = 1 if policy is None else policy.reviewers
        rows = sql.execute(
            f"""SELECT c.key, c.article || '.' || c.number, c.id, c.article, c.text, c.speaker,
                  c.status, r.label, r.tone, c.checkworthiness, c.checkable, c.spoken,
                  EXISTS (SELECT 1 FROM verdicts v WHERE v.claim = c.key AND v.standing
                          AND v.reviewer = (SELECT name FROM viewer)),
                  EXISTS (SELECT 1 FROM assignments a WHERE a.claim = c.key
                          AND a.reviewer = (SELECT name FROM viewer)),
                  c.challenged, c.published
                FROM claims c LEFT JOIN ratings r ON r.scale = c.rating_scale
                  AND r.version = c.rating_version AND r.code = c.rating
                WHERE {where} ORDER BY {order} LIMIT ?""",  # noqa: S608 - ours
            (*values, limit),
        ).fetchall()
    statuses = {str(status): status for status in ClaimStatus}
    tones = {str(tone): tone for tone in Tone}
    return [
        QueueEntry(
            *(*row[:6], statuses[row[6]], row[7], row[8] and tones[row[8]], row[9], bool(row[10])),
            *(row[11], needed, *map(bool, row[12:])),
        )
        for row in rows
    ]


def kept_back(sql: sqlite3.Connection, where: str, values: Sequence[object]) -> str | None:
    """Return the claim, ARTICLE.CLAIM, of evidence that is there and may not be seen yet.

    The evidence is what fits a condition on ``e`` and its claim ``c``.
    """
    row = sql.execute(
        f"""SELECT c.article || '.' || c.number
            FROM evidence e JOIN claims c ON c.key = e.claim WHERE {where}
            AND NOT EXISTS (SELECT 1 FROM seen_evidence s WHERE s.id = e.id)""",  # noqa: S608
        values,
    ).fetchone()
    return None if row is None else str(row[0])


def _texts(
    sql: sqlite3.Connection, select: str, keys: Iterable[int], order: str, claim: str = "claim"
) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for part, marks in chunks(keys):
        query = f"{select} WHERE {claim} IN ({marks}) ORDER BY {order}"
        for key, text in sql.execute(query, part):
            found[key].append(text)
    return found
