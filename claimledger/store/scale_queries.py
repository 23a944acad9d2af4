"""Queries on a ledger's rules: its scales, mappings, policy and lint rules."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from claimledger.domain.policies import Policy
from claimledger.domain.records import SwitchedRule
from claimledger.domain.scales import (
    MappedRating,
    Rating,
    Scale,
    ScaleId,
    ScaleMapping,
    Tone,
)
from claimledger.errors import LedgerFileError
from claimledger.store import rule_rows
from claimledger.store.connections import one_moment

RatingKey = tuple[str, int, str]
"""Scale, version and code."""


def scales(sql: sqlite3.Connection) -> list[Scale]:
    """Return every version of every scale, the newest version of each first."""
    with one_moment(sql):
        rows = sql.execute(
            "SELECT id, version, title, ordered FROM scales "
            "ORDER BY (SELECT min(s.rowid) FROM scales s WHERE s.id = scales.id), version DESC"
        ).fetchall()
        known = ratings(sql)
    return [
        Scale(
            id=ScaleId(scale),
            version=version,
            title=title,
            ordered=bool(ordered),
            ratings=tuple(r for key, r in known.items() if key[:2] == (scale, version)),
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


def policy(sql: sqlite3.Connection) -> Policy:
    """Return the policy in force.

    Raises:
        LedgerFileError: There is none yet.
    """
    found = rule_rows.policy(sql)
    return Policy(scale=scale_in_use(sql).id) if found is None else found


def mapping(sql: sqlite3.Connection, source: ScaleId, target: ScaleId) -> ScaleMapping | None:
    """Return what the ratings of one scale are on another; None where nobody has said."""
    rows = sql.execute(
        'SELECT code, "to" FROM mappings WHERE source = ? AND target = ? ORDER BY place',
        (source, target),
    ).fetchall()
    pairs = tuple(MappedRating(code=code, to=to) for code, to in rows)
    return ScaleMapping(source=source, target=target, pairs=pairs) if pairs else None


def lint_rules(sql: sqlite3.Connection) -> Mapping[str, SwitchedRule]:
    """Return the rules for publishing that somebody switched, by name."""
    rows = sql.execute('SELECT rule, "on", because, by, time FROM lint_rules ORDER BY rule')
    return {
        rule: SwitchedRule(rule=rule, on=bool(on), because=because, by=by, time=time)
        for rule, on, because, by, time in rows
    }


def ratings(sql: sqlite3.Connection) -> dict[RatingKey, Rating]:
    """Return every rating of every version of every scale."""
    rows = sql.execute(
        "SELECT scale, version, code, label, meaning, tone, value, retired, colour FROM ratings "
        "ORDER BY scale, version, place"
    )
    return {
        (scale, version, code): Rating(
            code=code,
            label=label,
            meaning=meaning,
            tone=Tone(tone),
            value=value,
            retired=bool(retired),
            colour=colour,
        )
        for scale, version, code, label, meaning, tone, value, retired, colour in rows
    }


def rating_of(known: Mapping[RatingKey, Rating], scale: str, version: int, code: str) -> Rating:
    """Return a rating, or a stand-in where a verdict gives one that its scale does not have."""
    return known.get((scale, version, code)) or Rating(
        code=code, label=code, meaning="The scale does not have this rating.", tone=Tone.NONE
    )
