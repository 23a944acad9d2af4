"""Statistics of a ledger: what was done when, what waits, and what ratings rest on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, NamedTuple

from claimledger.domain.scales import Rating
from claimledger.domain.verdicts import ClaimStatus
from claimledger.errors import UsageError


class Step(StrEnum):
    """How long a period is."""

    DAY = "day"
    WEEK = "week"
    """From Monday on."""
    MONTH = "month"


MOST_PERIODS: Final = 5000
"""Periods that a person may ask for."""
MOST_DAYS: Final = 14
MOST_WEEKS: Final = 26
"""Periods up to which a shorter step is taken, so that a table of them can be read."""


class Age(StrEnum):
    """How long a claim has waited, in whole days."""

    DAY = "up to a day"
    WEEK = "2 to 7 days"
    MONTH = "8 to 30 days"
    QUARTER = "31 to 90 days"
    LONGER = "longer"


_OLDEST: Final = {Age.DAY: 1, Age.WEEK: 7, Age.MONTH: 30, Age.QUARTER: 90}
"""Days up to which an age reaches."""


class Acts(NamedTuple):
    """How often each thing was done."""

    added: int = 0
    """Claims that entered the ledger, whatever became of them."""
    verdicts: int = 0
    """Those that were replaced or withdrawn later included."""
    settled: int = 0
    published: int = 0

    def plus(self, other: Acts) -> Acts:
        """Return the sums."""
        return Acts(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """What was done in a day, a week or a month."""

    first: date
    last: date
    acts: Acts


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the statistics are of; empty fields leave nothing out."""

    articles: tuple[int, ...] = ()
    since: date | None = None
    """The first day, in UTC, whose acts count."""
    until: date | None = None
    reviewer: str | None = None
    """Whose acts count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How the claims stand now; retracted and outdated ones are left out."""

    claims: int
    open: int
    """Those that wait for a verdict."""
    not_checkable: int
    """Those open that no evidence could decide."""
    checked: int
    disputed: int
    settled: int
    published: int
    challenged: int
    hidden: int
    """Those with verdicts that are kept back, and not counted, while they are reviewed blind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """Claims that have waited for about as long."""

    age: Age
    open: int
    """Since they were added, for enough verdicts; what cannot be checked is left out."""
    disputed: int
    """Since their last verdict, for somebody to settle them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Longest:
    """The claim that has waited longest."""

    ref: str
    text: str
    status: ClaimStatus
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewerActs:
    """What one reviewer did."""

    reviewer: str
    verdicts: int
    claims: int
    """On so many claims."""
    evidence: int
    """Pieces attached, those withdrawn later included."""
    settled: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerRatings:
    """How one speaker's claims came out."""

    speaker: str | None
    """None for what the articles themselves say."""
    ratings: tuple[tuple[Rating, int], ...]
    """The truest first."""

    @property
    def claims(self) -> int:
        """Count the claims."""
        return sum(number for _, number in self.ratings)


@dataclass(frozen=True, slots=True, kw_only=True)
class HostUse:
    """How often evidence came from one host."""

    host: str | None
    """None for files and whatever has no address."""
    claims: int
    supports: int
    refutes: int
    context: int

    @property
    def evidence(self) -> int:
        """Count the pieces of evidence."""
        return self.supports + self.refutes + self.context


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """How many sources the rated claims rest on."""

    none: int
    one: int
    more: int
    sole: int
    """Those on one source that are tagged as having no other."""
    thin: tuple[str, ...]
    """The claims on none or one that are not tagged so, ARTICLE.CLAIM."""

    @property
    def rated(self) -> int:
        """Count the claims with a rating."""
        return self.none + self.one + self.more


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """All of it."""

    asked: Asked
    today: date
    standing: Standing
    step: Step
    periods: tuple[Period, ...]
    """The earliest first; those in which nothing was done included."""
    waiting: tuple[Waiting, ...]
    longest: tuple[Longest, ...]
    reviewers: tuple[ReviewerActs, ...]
    """Who gave most verdicts first."""
    speakers: tuple[SpeakerRatings, ...]
    """Who has most rated claims first."""
    hosts: tuple[HostUse, ...]
    """The most used first."""
    grounds: Grounds


def fitting_step(first: date, last: date) -> Step:
    """Return the shortest step that divides this time into few enough periods to read."""
    days = (last - first).days + 1
    if days <= MOST_DAYS:
        return Step.DAY
    return Step.WEEK if days <= MOST_WEEKS * 7 else Step.MONTH


def periods(acts: Mapping[date, Acts], step: Step, *, first: date, last: date) -> Iterator[Period]:
    """Yield every period that has a day from ``first`` to ``last``, with what was done in it."""
    sums: dict[date, Acts] = {}
    for day, done in acts.items():
        start = beginning(day, step)
        sums[start] = sums.get(start, Acts()).plus(done)
    start, final = beginning(first, step), beginning(last, step)
    while start < final:
        following = next_beginning(start, step)
        yield Period(
            first=max(start, first),
            last=following - timedelta(days=1),
            acts=sums.get(start, Acts()),
        )
        start = following
    # After the last one there may be no day that Python can name.
    if start == final:
        yield Period(first=max(start, first), last=last, acts=sums.get(start, Acts()))


def check_step(step: Step, *, first: date, last: date) -> None:
    """Refuse a step that divides this time into more periods than anybody reads.

    Raises:
        UsageError: They are more than ``MOST_PERIODS``.
    """
    days = (last - first).days + 1
    number = {Step.DAY: days, Step.WEEK: days // 7, Step.MONTH: days // 31}[step]
    if number > MOST_PERIODS:
        raise UsageError(
            f"From {first} to {last} there are more than {MOST_PERIODS:,} {step}s.",
            hint="Give --since a later day, --until an earlier one, or --by a longer step.",
        )


def beginning(day: date, step: Step) -> date:
    """Return the first day of the period that a day is in."""
    match step:
        case Step.DAY:
            return day
        case Step.WEEK:
            return day - timedelta(days=day.weekday())
        case Step.MONTH:
            return day.replace(day=1)


def next_beginning(start: date, step: Step) -> date:
    """Return the first day of the period after the one that begins at ``start``."""
    match step:
        case Step.DAY:
            return start + timedelta(days=1)
        case Step.WEEK:
            return start + timedelta(days=7)
        case Step.MONTH:
            return (start + timedelta(days=31)).replace(day=1)


def age_of(days: int) -> Age:
    """Return how long so many days are."""
    return next((age for age, oldest in _OLDEST.items() if days <= oldest), Age.LONGER)


def by_age(
    open_: Mapping[date, int], disputed: Mapping[date, int], *, today: date
) -> Iterator[Waiting]:
    """Yield how many claims have waited for how long, from the days since when they have."""
    for age in Age:
        yield Waiting(
            age=age,
            open=sum(n for day, n in open_.items() if age_of((today - day).days) is age),
            disputed=sum(n for day, n in disputed.items() if age_of((today - day).days) is age),
        )
