"""The projections of a ledger's rules: scales, mappings between them, policy, lint."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import replace

from claimledger.domain.acts import LintRuleSwitched, PolicySet, ScaleDefined, ScaleMapped
from claimledger.domain.events import Event
from claimledger.domain.policies import Policy
from claimledger.domain.scales import ScaleId
from claimledger.store.columns import compact


def project(
    sql: sqlite3.Connection,
    event: Event,
    act: ScaleDefined | ScaleMapped | PolicySet | LintRuleSwitched,
) -> bool:
    """Change the tables by one act on the ledger's rules; tell whether outcomes may change."""
    before = policy(sql)
    match act:
        case ScaleDefined():
            _define_scale(sql, event.subject, act)
        case ScaleMapped():
            _map_scale(sql, event.subject, act)
        case PolicySet():
            _set_policy(sql, act)
        case LintRuleSwitched():
            sql.execute(
                "INSERT OR REPLACE INTO lint_rules VALUES (?, ?, ?, ?, ?)",
                (act.rule, act.on, act.because, event.author, event.time),
            )
    if not isinstance(act, PolicySet) or before is None:
        return True
    return replace(before, settlers=(), sources=0) != replace(
        policy(sql) or before, settlers=(), sources=0
    )


def policy(sql: sqlite3.Connection) -> Policy | None:
    """Return the policy in force; None before there is one."""
    values = dict(sql.execute("SELECT name, value FROM policy").fetchall())
    if "scale" not in values:
        return None
    return Policy(
        scale=ScaleId(values["scale"]),
        reviewers=int(values["reviewers"]),
        blind=values["blind"] == "1",
        settlers=tuple(json.loads(values["settlers"])),
        sources=int(values["sources"]),
    )


def on_one_scale(
    sql: sqlite3.Connection, ratings: Sequence[tuple[str, int, str]]
) -> list[tuple[str, int, str]]:
    """Return (scale, version, code) ratings as the scale in use has them, where it can say them.

    Ratings that agree as they are, or that cannot all be told on the scale in use, are returned
    as they are.
    """
    as_given = list(ratings)
    if len({scale for scale, _, _ in as_given}) < 2:  # noqa: PLR2004 - one scale is one scale
        return as_given
    row = sql.execute(
        "SELECT p.value, max(s.version) FROM policy p JOIN scales s ON s.id = p.value "
        "WHERE p.name = 'scale'"
    ).fetchone()
    if row is None or row[0] is None:
        return as_given
    in_use, newest = row
    told = []
    for scale, version, code in as_given:
        if scale == in_use:
            told.append((scale, version, code))
            continue
        found = sql.execute(
            'SELECT "to" FROM mappings WHERE source = ? AND target = ? AND code = ?',
            (scale, in_use, code),
        ).fetchone()
        if found is None or found[0] is None:
            return as_given
        told.append((in_use, newest, found[0]))
    return told


def _define_scale(sql: sqlite3.Connection, scale: str, act: ScaleDefined) -> None:
    cursor = sql.execute(
        "INSERT INTO scales VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
        (scale, act.version, act.title, act.ordered),
    )
    if cursor.rowcount:
        sql.executemany(
            "INSERT INTO ratings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    *(scale, act.version, place, r.code, r.label, r.meaning, r.tone, r.value),
                    *(r.retired, r.colour),
                )
                for place, r in enumerate(act.ratings, start=1)
            ],
        )


def _map_scale(sql: sqlite3.Connection, source: str, act: ScaleMapped) -> None:
    sql.execute("DELETE FROM mappings WHERE source = ? AND target = ?", (source, act.target))
    sql.executemany(
        "INSERT INTO mappings VALUES (?, ?, ?, ?, ?)",
        [
            (source, act.target, place, pair.code, pair.to)
            for place, pair in enumerate(act.pairs, start=1)
        ],
    )


def _set_policy(sql: sqlite3.Connection, act: PolicySet) -> None:
    """Put the policy in force; a scale that is not there leaves the one that is."""
    sql.execute(
        "INSERT OR REPLACE INTO policy SELECT 'scale', id FROM scales WHERE id = ? LIMIT 1",
        (act.scale,),
    )
    sql.executemany(
        "INSERT OR REPLACE INTO policy VALUES (?, ?)",
        [
            ("reviewers", str(act.reviewers)),
            ("blind", str(int(act.blind))),
            ("settlers", compact(act.settlers)),
            ("sources", str(act.sources)),
        ],
    )
