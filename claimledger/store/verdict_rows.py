"""The projections of judgement: verdicts, decisions, and what they make of a claim."""

from __future__ import annotations

import sqlite3

from claimledger.domain.acts import (
    ClaimPublished,
    ClaimReopened,
    ClaimSettled,
    CorrectionPublished,
    VerdictGiven,
    VerdictWithdrawn,
)
from claimledger.domain.events import Event, EventId
from claimledger.domain.evidence import Stance
from claimledger.domain.scales import Tone
from claimledger.domain.verdicts import DecisionKind, Outcome, is_contrary, outcome_of
from claimledger.store import rule_rows
from claimledger.store.columns import WORDS

_Decision = ClaimSettled | ClaimReopened | ClaimPublished | CorrectionPublished
_Rated = tuple[str, int, str]
"""Scale, version and code."""


def project(
    sql: sqlite3.Connection,
    event: Event,
    identity: EventId,
    act: VerdictGiven | VerdictWithdrawn | _Decision,
) -> None:
    """Change the tables by one act of judgement."""
    if isinstance(act, VerdictGiven | VerdictWithdrawn):
        _give(sql, event, identity, act)
    else:
        _decide(sql, event, identity, act)
    refold(sql, event.subject)


def _give(
    sql: sqlite3.Connection, event: Event, identity: EventId, act: VerdictGiven | VerdictWithdrawn
) -> None:
    sql.execute(
        "UPDATE verdicts SET standing = 0 WHERE reviewer = ? AND standing = 1 "
        "AND claim = (SELECT key FROM claims WHERE id = ?)",
        (event.author, event.subject),
    )
    if not isinstance(act, VerdictGiven):
        return
    sql.execute(
        f"""INSERT INTO verdicts
            SELECT ?, key, (SELECT coalesce(max(number), 0) + 1 FROM verdicts
                            WHERE claim = claims.key), ?, ?, ?, ?, ?, ?, 1, {WORDS}, 0
            FROM claims WHERE id = ?""",  # noqa: S608 - ours
        (
            *(identity, event.author, act.scale, act.version, act.rating),
            *(act.because, event.time, event.subject),
        ),
    )
    if act.undoes is not None:
        _give_back(sql, event, identity, act)


def _give_back(sql: sqlite3.Connection, event: Event, identity: EventId, act: VerdictGiven) -> None:
    """Let a verdict that an undoing gives back be on the words that it was first given on."""
    sql.execute(
        f"""UPDATE verdicts AS v SET words = b.words, reworded = b.words <> {WORDS}
            FROM verdicts b, claims c
            WHERE v.event = ? AND c.key = v.claim AND b.claim = v.claim AND b.number =
              (SELECT max(number) FROM verdicts WHERE claim = v.claim AND number < v.number
                 AND reviewer = ? AND (scale, rating, because) = (?, ?, ?) AND event <> ?)""",  # noqa: S608
        (identity, event.author, act.scale, act.rating, act.because, act.undoes),
    )


def _decide(sql: sqlite3.Connection, event: Event, identity: EventId, act: _Decision) -> None:
    """Keep a decision, and up to which one the evidence has been weighed by it."""
    match act:
        case ClaimSettled():
            kind, note, url = DecisionKind.SETTLED, None, None
        case ClaimReopened():
            kind, note, url = DecisionKind.REOPENED, None, None
        case ClaimPublished():
            kind, note, url = DecisionKind.PUBLISHED, None, act.url
        case CorrectionPublished(rating=None):
            kind, note, url = DecisionKind.UNPUBLISHED, act.note, None
        case CorrectionPublished():
            kind, note, url = DecisionKind.CORRECTED, act.note, None
    scale, version, rating = (
        (None, None, None)
        if isinstance(act, ClaimReopened) or act.rating is None
        else (act.scale, act.version, act.rating)
    )
    because = "" if isinstance(act, ClaimPublished) else act.because
    sql.execute(
        """INSERT INTO decisions
           SELECT ?, key, (SELECT coalesce(max(number), 0) + 1 FROM decisions
                           WHERE claim = claims.key), ?, ?, ?, ?, ?, ?, ?, ?, ?, 0
           FROM claims WHERE id = ?""",
        (
            *(identity, kind, event.author, event.time, scale, version, rating),
            *(because, note, url, event.subject),
        ),
    )
    # An undoing gives an earlier decision back, which knew of no evidence that came later.
    sql.execute(
        """UPDATE decisions AS d SET weighed = coalesce(
             (SELECT b.weighed FROM decisions u JOIN decisions b
                ON b.claim = u.claim AND b.number = u.number - 1
              WHERE u.event = ?), number)
           WHERE event = ?""",
        (getattr(act, "undoes", None), identity),
    )


def refold_all(sql: sqlite3.Connection) -> None:
    """Work out anew how every claim stands; for when the rules have changed."""
    judged = sql.execute(
        "SELECT id FROM claims WHERE key IN "
        "(SELECT claim FROM verdicts UNION SELECT claim FROM decisions)"
    ).fetchall()
    for [claim] in judged:
        refold(sql, claim)


def refold_up(sql: sqlite3.Connection, claim: str) -> None:
    """Work out how a claim stands, and those that it was merged into, which its evidence is for."""
    above = sql.execute(
        """WITH RECURSIVE up (key) AS (
             SELECT key FROM claims WHERE id = ? UNION
             SELECT c.merged_into FROM claims c JOIN up ON c.key = up.key
             WHERE c.merged_into IS NOT NULL
           )
           SELECT c.id FROM up JOIN claims c ON c.key = up.key""",
        (claim,),
    ).fetchall()
    for [one] in above:
        refold(sql, one)


def refold(sql: sqlite3.Connection, claim: str) -> None:
    """Work out how a claim stands, from its verdicts, decisions and evidence."""
    row = sql.execute(
        "SELECT key, retracted_because IS NOT NULL, opened FROM claims WHERE id = ?", (claim,)
    ).fetchone()
    if row is None:
        return
    key, retracted, opened = row
    policy = rule_rows.policy(sql)
    needed, blind = (1, False) if policy is None else (policy.reviewers, policy.blind)
    settled, published = _decided(sql, key)
    standing = sql.execute(
        "SELECT scale, version, rating FROM verdicts WHERE claim = ? AND standing = 1 "
        "ORDER BY number",
        (key,),
    ).fetchall()
    # What was published stands until it is corrected, whatever becomes of scales and policy.
    ratings = [published] if published else rule_rows.on_one_scale(sql, standing)
    outcome = outcome_of(
        [(scale, rating) for scale, _, rating in ratings],
        needed=1 if published else needed,
        blind=blind,
        settled=None if settled is None else (settled[0], settled[2]),
        retracted=bool(retracted),
    )
    versions = {(s, r): v for s, v, r in [*ratings, *([settled] if settled else [])]}
    version = versions.get(outcome.rating) if outcome.rating else None
    sql.execute(
        "UPDATE claims SET status = ?, rating_scale = ?, rating_version = ?, rating = ?, "
        "spoken = ?, opened = ?, published = ?, challenged = ? WHERE key = ?",
        (
            *(outcome.status, *_triple(outcome, version), len(standing)),
            opened or (blind and len(standing) >= needed) or bool(settled or published),
            published is not None,
            bool(settled or published) and _is_challenged(sql, key, outcome, version),
            key,
        ),
    )
    _open_merged(sql, key)


def _open_merged(sql: sqlite3.Connection, key: int) -> None:
    """Open to all what was merged into a claim that is: its evidence is seen from now on."""
    sql.execute(
        """WITH RECURSIVE under (key) AS (
             SELECT c.key FROM claims c JOIN claims s ON s.key = c.merged_into
             WHERE s.key = ? AND s.opened UNION
             SELECT c.key FROM under u JOIN claims c ON c.merged_into = u.key
           )
           UPDATE claims SET opened = 1 WHERE key IN under AND NOT opened""",
        (key,),
    )


def _triple(outcome: Outcome, version: int | None) -> tuple[str | None, int | None, str | None]:
    if outcome.rating is None:
        return (None, None, None)
    return (outcome.rating[0], version, outcome.rating[1])


def _decided(sql: sqlite3.Connection, claim: int) -> tuple[_Rated | None, _Rated | None]:
    """Return the ratings that were decided on and published, each if there is one in force."""
    settled: _Rated | None = None
    published: _Rated | None = None
    for kind, *rating in sql.execute(
        "SELECT kind, scale, version, rating FROM decisions WHERE claim = ? ORDER BY number",
        (claim,),
    ):
        match DecisionKind(kind):
            case DecisionKind.SETTLED | DecisionKind.CORRECTED:
                settled = (rating[0], rating[1], rating[2])
            case DecisionKind.REOPENED:
                settled = None
            case DecisionKind.PUBLISHED:
                published = (rating[0], rating[1], rating[2])
            case DecisionKind.UNPUBLISHED:
                settled = published = None
    return settled, published


def _is_challenged(
    sql: sqlite3.Connection, claim: int, outcome: Outcome, version: int | None
) -> bool:
    """Tell whether standing evidence came after the last decision and speaks against it."""
    if outcome.rating is None:
        return False
    row = sql.execute(
        "SELECT tone FROM ratings WHERE scale = ? AND version = ? AND code = ?",
        (outcome.rating[0], version, outcome.rating[1]),
    ).fetchone()
    tone = Tone.NONE if row is None else Tone(row[0])
    [weighed] = sql.execute(
        "SELECT weighed FROM decisions WHERE claim = ? ORDER BY number DESC LIMIT 1", (claim,)
    ).fetchone()
    news = sql.execute(
        """WITH RECURSIVE under (claim, merged_after) AS (
             SELECT key, merged_after FROM claims WHERE merged_into = ?1 UNION
             SELECT c.key, u.merged_after FROM under u JOIN claims c ON c.merged_into = u.claim
           )
           SELECT stance FROM evidence
           WHERE claim = ?1 AND after_decision >= ?2 AND withdrawn_because IS NULL
           UNION
           SELECT stance FROM under u JOIN evidence e ON e.claim = u.claim
           WHERE merged_after >= ?2 AND withdrawn_because IS NULL""",
        (claim, weighed),
    ).fetchall()
    return any(is_contrary(Stance(stance), tone) for [stance] in news)
