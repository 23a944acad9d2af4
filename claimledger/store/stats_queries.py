"""Queries for statistics: counts, made by SQLite, without a record object.

Verdicts and evidence are those that the person who reads may see (``sight``).
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from datetime import date
from typing import Any, Final, NamedTuple

from claimledger.domain.scales import Rating, Tone
from claimledger.domain.sources import host_of
from claimledger.domain.statistics import (
    Acts,
    Asked,
    Grounds,
    HostUse,
    ReviewerActs,
    SpeakerRatings,
    Standing,
)
from claimledger.store import scale_queries
from claimledger.store import stats_statements as statements

_TRUEST_FIRST: Final = list(Tone)


class Added(NamedTuple):
    """Claims that one person added on one day, and that all wait for a verdict, or none does."""

    day: date
    by: str
    waits: bool
    number: int
    key: int
    """The most check-worthy of them."""


class Disputed(NamedTuple):
    """Claims that have waited to be settled since one day."""

    day: date
    number: int
    key: int
    """The one that has waited longest."""


def added(sql: sqlite3.Connection, asked: Asked) -> list[Added]:
    """Return when claims were added and by whom, whenever that was."""
    rows = sql.execute(statements.ADDED, _parameters(asked))
    return [
        Added(day, by, bool(waits), number, key)
        for text, by, waits, number, _, key in rows
        if (day := _day(text)) is not None
    ]


def acts(sql: sqlite3.Connection, asked: Asked) -> dict[date, Acts]:
    """Count verdicts, settlements and publications by day."""
    found: dict[date, Acts] = defaultdict(Acts)
    for text, act, number in sql.execute(statements.ACTS, _parameters(asked)):
        if (day := _day(text)) is not None:
            found[day] = found[day].plus(Acts(**{act: number}))
    return found


def standing(sql: sqlite3.Connection, asked: Asked) -> Standing:
    """Count claims by how they stand now."""
    names = ("claims", "open", "not_checkable", "checked", "disputed", "settled")
    values = sql.execute(statements.STANDING, _parameters(asked)).fetchone()
    return Standing(**dict(zip((*names, "published", "challenged", "hidden"), values, strict=True)))


def disputed(sql: sqlite3.Connection, asked: Asked) -> list[Disputed]:
    """Count disputed claims by the day of their last verdict."""
    return [
        Disputed(day, number, key)
        for text, number, _, key in sql.execute(statements.DISPUTED, _parameters(asked))
        if (day := _day(text)) is not None
    ]


def claim(sql: sqlite3.Connection, key: int) -> tuple[str, str]:
    """Return the ARTICLE.CLAIM number and the text of a claim."""
    ref, text = sql.execute(
        "SELECT article || '.' || number, text FROM claims WHERE key = ?", (key,)
    ).fetchone()
    return ref, text


def reviewers(sql: sqlite3.Connection, asked: Asked) -> tuple[ReviewerActs, ...]:
    """Count what each reviewer did; who gave most verdicts comes first."""
    names = ("reviewer", "verdicts", "claims", "evidence", "settled")
    rows = sql.execute(statements.REVIEWERS, _parameters(asked))
    return tuple(ReviewerActs(**dict(zip(names, row, strict=True))) for row in rows)


def speakers(sql: sqlite3.Connection, asked: Asked) -> tuple[SpeakerRatings, ...]:
    """Count ratings by speaker; who has most rated claims comes first.

    What two versions of a scale both call by the same label counts as one rating.
    """
    known = scale_queries.ratings(sql)
    found: dict[str | None, dict[tuple[Tone, str], tuple[Rating, int]]] = defaultdict(dict)
    for speaker, scale, version, code, number in sql.execute(
        statements.SPEAKERS, _parameters(asked)
    ):
        rating = scale_queries.rating_of(known, scale, version, code)
        _, before = found[speaker].get((rating.tone, rating.label), (rating, 0))
        found[speaker][rating.tone, rating.label] = (rating, before + number)
    told = [
        SpeakerRatings(speaker=speaker, ratings=tuple(sorted(counts.values(), key=_truest_first)))
        for speaker, counts in found.items()
    ]
    return tuple(sorted(told, key=lambda one: (-one.claims, one.speaker or "")))


def hosts(sql: sqlite3.Connection, asked: Asked) -> tuple[HostUse, ...]:
    """Count standing evidence by the host that it came from; the most used comes first."""
    sql.create_function("host_of", 1, host_of, deterministic=True)
    names = ("claims", "supports", "refutes", "context")
    found = [
        HostUse(host=host or None, **dict(zip(names, numbers, strict=True)))
        for host, *numbers in sql.execute(statements.HOSTS, _parameters(asked))
    ]
    return tuple(sorted(found, key=lambda use: (-use.evidence, use.host or "")))


def grounds(sql: sqlite3.Connection, asked: Asked, *, sole: str) -> Grounds:
    """Count how many sources rated claims rest on; ``sole`` tags those that have but one."""
    none = one = more = tagged = 0
    thin = []
    for ref, number, is_sole in sql.execute(
        statements.GROUNDS, _parameters(asked) | {"sole": sole}
    ):
        none += number == 0
        one += number == 1
        more += number > 1
        tagged += number == 1 and is_sole
        if number < 2 and not (number and is_sole):  # noqa: PLR2004 - two are enough
            thin.append(ref)
    return Grounds(none=none, one=one, more=more, sole=tagged, thin=tuple(thin))


def names(sql: sqlite3.Connection) -> list[str]:
    """Return everybody who did something that can be seen."""
    rows = sql.execute(
        "SELECT reviewer FROM seen_verdicts UNION SELECT attached_by FROM seen_evidence "
        "UNION SELECT by FROM decisions UNION SELECT added_by FROM articles ORDER BY 1"
    )
    return [name for [name] in rows]


def assigned(sql: sqlite3.Connection) -> list[str]:
    """Return everybody to whom a claim is assigned."""
    return [name for [name] in sql.execute("SELECT DISTINCT reviewer FROM assignments ORDER BY 1")]


def _parameters(asked: Asked) -> dict[str, Any]:
    return {
        "articles": json.dumps(asked.articles) if asked.articles else None,
        "since": "" if asked.since is None else asked.since.isoformat(),
        "until": "9999-12-31" if asked.until is None else asked.until.isoformat(),
        "reviewer": asked.reviewer,
        "always": asked.since is None and asked.until is None,
    }


def _day(text: str) -> date | None:
    """Return a day; None for one that is none, which another program may have recorded."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _truest_first(found: tuple[Rating, int]) -> tuple[int, str]:
    rating, _ = found
    return (_TRUEST_FIRST.index(rating.tone), rating.label)
