"""Coefficients of agreement, in exact fractions; None where one is not defined.

Categories are integers. To nominal methods they are names; to the others, places.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from fractions import Fraction
from itertools import product
from typing import TypeAlias, assert_never

Units: TypeAlias = Iterable[Sequence[int]]
"""The values that each item got, in any order; an item with fewer than two counts nowhere."""

Table: TypeAlias = Sequence[Sequence[int]]
"""How often one reviewer gave the row's category where another gave the column's."""

_Square: TypeAlias = dict[tuple[int, int], Fraction]


class Level(StrEnum):
    """What the distance between two categories is measured by."""

    NOMINAL = "nominal"
    """Any two categories are equally far apart."""
    ORDINAL = "ordinal"
    """By the values that lie between them in the order."""
    INTERVAL = "interval"
    """By the square of their numbers' difference."""


def observed(units: Units) -> Fraction | None:
    """Return the share of pairs of values on one item that agree, each value counted once.

    It is 1 − D_o of nominal α, and between two reviewers simply the share of items on
    which they agree. None where no item has two values.
    """
    found = _coincidences(units)
    total = sum(found.values())
    return sum((n for (a, b), n in found.items() if a == b), Fraction()) / total if total else None


def alpha(units: Units, level: Level) -> Fraction | None:
    """Return Krippendorff's α, for any number of reviewers and with ratings missing.

    Source: K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), the general
    form: α = 1 − (n − 1) Σ o_ck δ²_ck / Σ n_c n_k δ²_ck. None where no two of all the values
    differ, so that no disagreement could be expected.
    """
    found = _coincidences(units)
    totals = _totals(found)
    square = _differences(totals, level)
    expected = sum(totals[a] * totals[b] * square[a, b] for a, b in product(totals, repeat=2))
    if not expected:
        return None
    seen = sum((number * square[pair] for pair, number in found.items()), Fraction())
    return 1 - (totals.total() - 1) * seen / expected


def kappa(
    table: Table, distance: Callable[[int, int], int] = lambda row, column: int(row != column)
) -> Fraction | None:
    """Return Cohen's κ of two reviewers, weighted where ``distance`` grows by more than 1.

    ``distance`` takes a row's and a column's number. Sources: J. Cohen, "A coefficient of
    agreement for nominal scales" (1960) and "Weighted kappa" (1968). None where either
    reviewer used one category only: κ is 0 then whatever the other one said, or not defined.
    """
    rows = [sum(row) for row in table]
    columns = [sum(column) for column in zip(*table, strict=True)]
    if min(sum(map(bool, rows)), sum(map(bool, columns))) <= 1:
        return None
    cells = list(product(range(len(rows)), range(len(columns))))
    seen = sum(table[r][c] * distance(r, c) for r, c in cells)
    expected = Fraction(sum(rows[r] * columns[c] * distance(r, c) for r, c in cells), sum(rows))
    return 1 - seen / expected if expected else None


def _coincidences(units: Units) -> _Square:
    """Return Krippendorff's matrix: pairs within items, each value counting once in all."""
    pairs: Counter[tuple[int, int, int]] = Counter()
    for unit in units:
        for (one, n), (other, m) in product(Counter(unit).items(), repeat=2):
            pairs[len(unit), one, other] += n * (m - (one == other))
    found: _Square = defaultdict(Fraction)
    for (size, one, other), number in pairs.items():
        if number:
            found[one, other] += Fraction(number, size - 1)
    return found


def _totals(found: _Square) -> Counter[int]:
    sums: dict[int, Fraction] = defaultdict(Fraction)
    for (one, _), number in found.items():
        sums[one] += number
    return Counter({one: int(number) for one, number in sums.items()})


def _differences(totals: Counter[int], level: Level) -> _Square:
    """Return the squared distance of every two categories that occur."""
    match level:
        case Level.NOMINAL:
            return {(a, b): Fraction(a != b) for a, b in product(totals, repeat=2)}
        case Level.ORDINAL:
            below, reached = {}, 0
            for place in sorted(totals):
                below[place] = reached + Fraction(totals[place], 2)
                reached += totals[place]
            return {(a, b): (below[a] - below[b]) ** 2 for a, b in product(totals, repeat=2)}
        case Level.INTERVAL:
            return {(a, b): Fraction((a - b) ** 2) for a, b in product(totals, repeat=2)}
        case _:
            assert_never(level)
