"""Comparisons of reviewers on one rating scale: all together, and two by two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from typing import Final, NamedTuple

from claimledger.domain.agreement.coefficients import Level, alpha, kappa, observed
from claimledger.domain.scales import Scale

_MANY: Final = 100
"""Items beyond which leaving out one of them is not tried."""


class Judgement(NamedTuple):
    """One reviewer's rating of one item."""

    item: str
    reviewer: str
    code: str
    """Of a rating of the scale."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alpha:
    """Krippendorff's α at one level of measurement."""

    level: Level
    value: Fraction | None
    """None where all ratings are the same, or none can be compared."""
    items: int
    """Rated by two or more; at levels that need an order, with ratings that have a place."""
    judgements: int
    without_one: tuple[Fraction, Fraction] | None
    """The least and the greatest that it is when any one item is left out; None where that
    is not defined, or there are so many items that one hardly matters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two reviewers on the items that both rated."""

    reviewers: tuple[str, str]
    codes: tuple[str, ...]
    """The ratings that either gave, in the order of the scale."""
    table: tuple[tuple[int, ...], ...]
    """Items by the first reviewer's rating (rows) and the second's (columns)."""
    kappa: Fraction | None
    weighted: Fraction | None
    """κ weighted by steps on the scale, over items that both gave a place on it."""
    truer: tuple[int, int]
    """On how many items each gave the truer rating; zeros on a scale in no order."""

    @property
    def items(self) -> int:
        """How many items both rated."""
        return sum(map(sum, self.table))

    @property
    def agreed(self) -> int:
        """On how many they gave the same rating."""
        return sum(self.table[i][i] for i in range(len(self.codes)))

    @property
    def raw(self) -> Fraction:
        """The share of items on which they gave the same rating."""
        return Fraction(self.agreed, self.items)


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How far reviewers agree on the items that two or more of them rated."""

    items: int
    judgements: int
    unanimous: int
    """Items on which all gave the same rating."""
    raw: Fraction | None
    """The share of pairs of ratings of one item that agree; None where there are none."""
    alphas: tuple[Alpha, ...]
    """The one that fits the scale first: ordinal where it has an order."""
    pairs: tuple[Pair, ...]
    """Every two reviewers with items in common, by name."""
    single: tuple[str, ...]
    """Items that one reviewer rated: no evidence either way, and in none of the numbers."""


def places(scale: Scale) -> dict[str, int]:
    """Return the place of each rating that has one, counted in steps from the falsest, 0.

    Empty for a scale in no order. Ratings of the same value share a place.
    """
    if not scale.ordered:
        return {}
    values = sorted({rating.value for rating in scale.ratings if rating.value is not None})
    return {r.code: values.index(r.value) for r in scale.ratings if r.value is not None}


def compare(judgements: Iterable[Judgement], scale: Scale) -> Agreement:
    """Compare ratings on ``scale``, one a reviewer and item.

    Raises:
        UnknownRatingError: A code is not of the scale.
    """
    by_item: dict[str, dict[str, str]] = defaultdict(dict)
    for judgement in judgements:
        by_item[judgement.item][judgement.reviewer] = scale.rating(judgement.code).code
    rated = [ratings for ratings in by_item.values() if len(ratings) > 1]
    order = {rating.code: number for number, rating in enumerate(scale.ratings)}
    units = [[order[code] for code in ratings.values()] for ratings in rated]
    return Agreement(
        items=len(rated),
        judgements=sum(map(len, rated)),
        unanimous=sum(len(set(unit)) == 1 for unit in units),
        raw=observed(units),
        alphas=_alphas(rated, scale, order),
        pairs=tuple(_pairs(rated, scale)),
        single=tuple(item for item, ratings in by_item.items() if len(ratings) == 1),
    )


def _alphas(
    rated: Sequence[Mapping[str, str]], scale: Scale, order: Mapping[str, int]
) -> tuple[Alpha, ...]:
    nominal = _alpha(rated, order, Level.NOMINAL)
    steps = places(scale)
    if not steps:
        return (nominal,)
    values = {r.code: r.value for r in scale.ratings if r.value is not None}
    return (
        _alpha(rated, steps, Level.ORDINAL),
        nominal,
        _alpha(rated, values, Level.INTERVAL),
    )


def _alpha(rated: Sequence[Mapping[str, str]], numbers: Mapping[str, int], level: Level) -> Alpha:
    all_units = ([numbers[c] for c in ratings.values() if c in numbers] for ratings in rated)
    units = [unit for unit in all_units if len(unit) > 1]
    return Alpha(
        level=level,
        value=alpha(units, level),
        items=len(units),
        judgements=sum(map(len, units)),
        without_one=_without_one(units, level) if len(units) <= _MANY else None,
    )


def _without_one(units: Sequence[Sequence[int]], level: Level) -> tuple[Fraction, Fraction] | None:
    tried = (alpha([*units[:n], *units[n + 1 :]], level) for n in range(len(units)))
    values = [value for value in tried if value is not None]
    return (min(values), max(values)) if values else None


def _pairs(rated: Sequence[Mapping[str, str]], scale: Scale) -> Iterable[Pair]:
    found: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for ratings in rated:
        for one, other in combinations(sorted(ratings), 2):
            found[one, other].append((ratings[one], ratings[other]))
    steps = places(scale)
    for reviewers, given in sorted(found.items()):
        used = {code for both in given for code in both}
        codes = tuple(rating.code for rating in scale.ratings if rating.code in used)
        placed = [(steps[a], steps[b]) for a, b in given if a in steps and b in steps]
        table = _table([(codes.index(a), codes.index(b)) for a, b in given], len(codes))
        yield Pair(
            reviewers=reviewers,
            codes=codes,
            table=table,
            kappa=kappa(table),
            weighted=kappa(
                _table(placed, 1 + max(steps.values(), default=0)),
                lambda row, column: abs(row - column),
            ),
            truer=(sum(a > b for a, b in placed), sum(a < b for a, b in placed)),
        )


def _table(cells: Iterable[tuple[int, int]], size: int) -> tuple[tuple[int, ...], ...]:
    table = [[0] * size for _ in range(size)]
    for row, column in cells:
        table[row][column] += 1
    return tuple(tuple(row) for row in table)
