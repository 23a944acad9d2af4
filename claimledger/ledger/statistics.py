"""Statistics of a ledger, as who reads it may see them."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from claimledger.domain.lint import RULES, Rule
from claimledger.domain.statistics import (
    Acts,
    Asked,
    Longest,
    Statistics,
    Step,
    by_age,
    check_step,
    fitting_step,
    periods,
)
from claimledger.domain.verdicts import ClaimStatus
from claimledger.store import stats_queries as queries
from claimledger.store.connections import one_moment


def statistics(
    sql: sqlite3.Connection, asked: Asked, *, today: date, step: Step | None = None
) -> Statistics:
    """Count what was done, what waits, and what ratings rest on.

    Articles narrow everything down. Days and a reviewer narrow down what was done: the acts, the
    evidence attached, and the ratings that a verdict or decision of theirs bears out. What
    stands and waits now does so whoever did what when.

    Args:
        sql: A ledger, opened by who is to read it.
        asked: What counts.
        today: The day in UTC to which claims have waited.
        step: How long a period is; by default, as short as can be read.

    Raises:
        UsageError: There are too many periods of this step.
    """
    [sole] = [rule.tag for rule in RULES if rule.name is Rule.SOURCES]
    with one_moment(sql):
        added, disputed = queries.added(sql, asked), queries.disputed(sql, asked)
        acts = _acts(added, queries.acts(sql, asked), asked)
        days = [*acts, *([] if asked.since is None else [asked.since]), asked.until or today]
        first = asked.since or min(days)
        last = asked.until or max(days)
        if step is not None:
            check_step(step, first=first, last=last)
        step = step or fitting_step(first, last)
        open_: dict[date, int] = defaultdict(int)
        for one in added:
            if one.waits:
                open_[one.day] += one.number
        differing = {one.day: one.number for one in disputed}
        return Statistics(
            asked=asked,
            today=today,
            standing=queries.standing(sql, asked),
            step=step,
            periods=tuple(periods(acts, step, first=first, last=last)),
            waiting=tuple(by_age(open_, differing, today=today)),
            longest=tuple(_longest(sql, added, disputed, today=today)),
            reviewers=queries.reviewers(sql, asked),
            speakers=queries.speakers(sql, asked),
            hosts=queries.hosts(sql, asked),
            grounds=queries.grounds(sql, asked, sole=sole or ""),
        )


def _acts(added: Sequence[queries.Added], acts: dict[date, Acts], asked: Asked) -> dict[date, Acts]:
    """Put claims added beside what else was done, by day."""
    since, until = asked.since or date.min, asked.until or date.max
    for one in added:
        if since <= one.day <= until and asked.reviewer in {None, one.by}:
            acts[one.day] = acts.get(one.day, Acts()).plus(Acts(added=one.number))
    return acts


def _longest(
    sql: sqlite3.Connection,
    added: Sequence[queries.Added],
    disputed: Sequence[queries.Disputed],
    *,
    today: date,
) -> Iterator[Longest]:
    """Yield the disputed and the open claim that have waited longest."""
    waiting = {
        ClaimStatus.DISPUTED: [(one.day, one.key) for one in disputed],
        ClaimStatus.OPEN: [(one.day, one.key) for one in added if one.waits],
    }
    for status, found in waiting.items():
        if found:
            day, key = min(found)
            ref, text = queries.claim(sql, key)
            days = max(0, (today - day).days)
            yield Longest(ref=ref, text=text, status=status, days=days)
