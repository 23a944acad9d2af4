"""Coefficients against published values, against a slower reading of the definitions, and laws."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claimledger.domain.agreement import (
    Agreement,
    Judgement,
    Level,
    alpha,
    compare,
    kappa,
    observed,
    places,
)
from claimledger.domain.scales import Rating, Scale, ScaleId, Tone
from claimledger.errors import UnknownRatingError

FOUR_OBSERVERS = """
    1 2 3 3 2 1 4 1 2 . . .
    1 2 3 3 2 2 4 1 2 5 . 3
    . 3 3 3 2 3 4 2 2 5 1 .
    1 2 3 3 2 4 4 1 2 5 1 .
"""
"""Krippendorff's example of reliability data: a row an observer, a column a unit."""

UNITS = [
    [int(value) for value in column if value != "."]
    for column in zip(
        *(row.split() for row in FOUR_OBSERVERS.split("\n") if row.strip()), strict=True
    )
]

values = st.integers(1, 5)
units = st.lists(st.lists(values, max_size=4), max_size=12)
tables = st.integers(1, 4).flatmap(
    lambda size: st.lists(
        st.lists(st.integers(0, 9), min_size=size, max_size=size), min_size=size, max_size=size
    )
)


def scale(*, ordered: bool = True) -> Scale:
    """Return a scale of four ratings, the last of which has no place."""
    places_of = {"true": 3, "half": 2, "false": 1, "unproven": None}
    return Scale(
        id=ScaleId("small"),
        version=1,
        title="Small",
        ordered=ordered,
        ratings=tuple(
            Rating(code=code, label=code, meaning="", tone=Tone.NONE, value=value)
            for code, value in places_of.items()
        ),
    )


def compared(*rows: str, ordered: bool = True) -> Agreement:
    """Compare reviewers Ana, Ben and Cai; each row holds their ratings of an item."""
    judgements = [
        Judgement(str(number), reviewer, code)
        for number, row in enumerate(rows)
        for reviewer, code in zip(("Ana", "Ben", "Cai"), row.split(), strict=False)
        if code != "."
    ]
    return compare(judgements, scale(ordered=ordered))


@pytest.mark.parametrize(
    ("level", "published"),
    [(Level.NOMINAL, 0.7434), (Level.ORDINAL, 0.8154), (Level.INTERVAL, 0.8491)],
)
def test_alpha_of_krippendorffs_example_is_as_published(level: Level, published: float) -> None:
    found = alpha(UNITS, level)

    assert found is not None
    assert round(float(found), 4) == published


def test_kappa_of_a_known_table_is_exact() -> None:
    assert kappa([[20, 5], [10, 15]]) == Fraction(2, 5)


def test_a_weighted_kappa_forgives_a_near_miss() -> None:
    near, far = [[5, 2, 0], [0, 5, 0], [0, 0, 5]], [[5, 0, 2], [0, 5, 0], [0, 0, 5]]

    def steps(row: int, column: int) -> int:
        return abs(row - column)

    assert (near_kappa := kappa(near, steps)) is not None
    assert (far_kappa := kappa(far, steps)) is not None
    assert near_kappa > far_kappa


def by_definition(units: Sequence[Sequence[int]], level: Level) -> Fraction | None:
    """Return α from all pairs of values, one by one, within units and across them."""
    paired = [unit for unit in units if len(unit) > 1]
    everything = [value for unit in paired for value in unit]

    def square(one: int, other: int) -> Fraction:
        low, high = sorted((one, other))
        if level is Level.NOMINAL:
            return Fraction(one != other)
        if level is Level.INTERVAL:
            return Fraction((one - other) ** 2)
        between = sum(low <= value <= high for value in everything)
        ends = everything.count(one) + everything.count(other)
        return (between - Fraction(ends, 2)) ** 2 if one != other else Fraction()

    seen = sum(
        (square(a, b) / (len(unit) - 1) for unit in paired for a, b in permutations(unit, 2)),
        Fraction(),
    )
    expected = sum((square(a, b) for a, b in permutations(everything, 2)), Fraction())
    return 1 - (len(everything) - 1) * seen / expected if expected else None


@given(units=units, level=st.sampled_from(Level))
def test_alpha_is_what_its_definition_says_pair_by_pair(
    units: list[list[int]], level: Level
) -> None:
    assert alpha(units, level) == by_definition(units, level)


@given(units=units, level=st.sampled_from(Level), data=st.data())
def test_alpha_does_not_depend_on_who_said_what_or_on_the_order_of_items(
    units: list[list[int]], level: Level, data: st.DataObject
) -> None:
    shuffled = [data.draw(st.permutations(unit)) for unit in data.draw(st.permutations(units))]

    assert alpha(shuffled, level) == alpha(units, level)


@given(units=units, names=st.permutations(range(6)))
def test_nominal_alpha_does_not_depend_on_what_the_categories_are_called(
    units: list[list[int]], names: list[int]
) -> None:
    renamed = [[names[value] for value in unit] for unit in units]

    assert alpha(renamed, Level.NOMINAL) == alpha(units, Level.NOMINAL)


@given(units=units)
def test_ordinal_alpha_depends_on_the_order_alone_and_interval_alpha_not_on_the_unit(
    units: list[list[int]],
) -> None:
    stretched = [[value**3 for value in unit] for unit in units]
    scaled = [[7 - 2 * value for value in unit] for unit in units]

    assert alpha(stretched, Level.ORDINAL) == alpha(units, Level.ORDINAL)
    assert alpha(scaled, Level.INTERVAL) == alpha(units, Level.INTERVAL)


@given(units=units, value=values, level=st.sampled_from(Level))
def test_an_item_rated_once_changes_no_coefficient(
    units: list[list[int]], value: int, level: Level
) -> None:
    assert alpha([*units, [value], []], level) == alpha(units, level)
    assert observed([*units, [value], []]) == observed(units)


@given(units=units, level=st.sampled_from(Level))
def test_alpha_is_1_where_all_agree_on_two_categories_or_more_and_never_above(
    units: list[list[int]], level: Level
) -> None:
    agreeing = [[unit[0]] * len(unit) for unit in units if len(unit) > 1]
    different = len({unit[0] for unit in agreeing}) > 1

    assert alpha(agreeing, level) == (1 if different else None)
    assert (alpha(units, level) or 0) <= 1


@given(table=tables)
def test_kappa_is_the_same_from_either_reviewers_side(table: list[list[int]]) -> None:
    assert kappa([list(column) for column in zip(*table, strict=True)]) == kappa(table)


@given(table=tables, data=st.data())
def test_kappa_does_not_depend_on_the_order_of_the_categories(
    table: list[list[int]], data: st.DataObject
) -> None:
    order = data.draw(st.permutations(range(len(table))))

    assert kappa([[table[row][column] for column in order] for row in order]) == kappa(table)


@given(diagonal=st.lists(st.integers(1, 9), min_size=2, max_size=5))
def test_kappa_is_1_where_both_always_agree(diagonal: list[int]) -> None:
    table = [[n * (row == at) for at in range(len(diagonal))] for row, n in enumerate(diagonal)]

    assert kappa(table) == 1


@given(table=tables)
def test_kappa_is_observed_agreement_beyond_that_of_the_margins(table: list[list[int]]) -> None:
    found = kappa(table)
    assume(found is not None)
    total = sum(map(sum, table))
    by_chance = sum(
        Fraction(sum(table[at]) * sum(row[at] for row in table), total**2)
        for at in range(len(table))
    )
    seen = Fraction(sum(table[at][at] for at in range(len(table))), total)

    assert found == (seen - by_chance) / (1 - by_chance)


@pytest.mark.parametrize(
    "table",
    [[], [[0]], [[7]], [[0, 0], [0, 0]], [[7, 0], [0, 0]], [[7, 2], [0, 0]], [[7, 0], [2, 0]]],
)
def test_kappa_is_undefined_where_a_reviewer_used_one_category(table: list[list[int]]) -> None:
    assert kappa(table) is None


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("same", [[], [[3]], [[3, 3]], [[3, 3], [3, 3, 3], [1]]])
def test_alpha_is_undefined_where_no_two_values_differ(level: Level, same: list[list[int]]) -> None:
    assert alpha(same, level) is None


def test_raw_agreement_counts_each_value_once_however_many_rated_an_item() -> None:
    assert observed([[1, 1], [1, 2]]) == Fraction(1, 2)
    assert observed([[1, 1, 1, 2], [1, 1]]) == Fraction(2 + 2, 6)
    assert observed([[1], []]) is None


def test_places_count_steps_whatever_the_values_are() -> None:
    gaps = Scale(
        id=ScaleId("gaps"),
        version=1,
        title="Gaps",
        ordered=True,
        ratings=tuple(
            Rating(code=f"{value}", label="", meaning="", tone=Tone.NONE, value=value)
            for value in (100, 7, None, -3)
        ),
    )

    assert places(gaps) == {"100": 2, "7": 1, "-3": 0}
    assert places(scale(ordered=False)) == {}


def test_items_rated_once_are_named_and_in_none_of_the_numbers() -> None:
    found = compared("true true", "false .", ". half", "half false")

    assert (found.items, found.judgements, found.unanimous) == (2, 4, 1)
    assert found.single == ("1", "2")
    assert found.raw == Fraction(1, 2)


def test_an_ordered_scale_has_ordinal_alpha_first_and_counts_only_what_has_a_place() -> None:
    found = compared("true true", "half false", "unproven true", "unproven unproven")

    assert [(a.level, a.items, a.judgements) for a in found.alphas] == [
        (Level.ORDINAL, 2, 4),
        (Level.NOMINAL, 4, 8),
        (Level.INTERVAL, 2, 4),
    ]
    assert [a.level for a in compared("true half", ordered=False).alphas] == [Level.NOMINAL]


def test_every_two_reviewers_with_items_in_common_are_a_pair() -> None:
    found = compared("true true .", "true half false", "false true .", "half half unproven")
    first, *others = found.pairs

    assert [pair.reviewers for pair in others] == [("Ana", "Cai"), ("Ben", "Cai")]
    assert first.reviewers == ("Ana", "Ben")
    assert first.codes == ("true", "half", "false")
    assert first.table == ((1, 1, 0), (0, 1, 0), (1, 0, 0))
    assert (first.items, first.agreed, first.raw) == (4, 2, Fraction(1, 2))
    assert first.truer == (1, 1)


def test_a_pair_is_one_pair_whoever_rated_an_item_first() -> None:
    rated = [("1", "Ben"), ("1", "Ana"), ("2", "Ana"), ("2", "Ben")]
    [pair] = compare((Judgement(*one, "true") for one in rated), scale()).pairs

    assert (pair.reviewers, pair.items) == (("Ana", "Ben"), 2)


def test_interval_alpha_is_of_the_values_and_ordinal_alpha_of_their_order() -> None:
    wide = replace(scale(), ratings=(replace(scale().ratings[0], value=9), *scale().ratings[1:]))
    rated = [("1", "true", "half"), ("2", "half", "half"), ("3", "false", "false")]
    judgements = [
        Judgement(item, reviewer, code)
        for item, *codes in rated
        for reviewer, code in zip(("Ana", "Ben"), codes, strict=True)
    ]
    [ordinal, _, interval] = compare(judgements, scale()).alphas
    [same, _, wider] = compare(judgements, wide).alphas

    assert ordinal.value == same.value
    assert interval.value == alpha([[3, 2], [2, 2], [1, 1]], Level.INTERVAL)
    assert wider.value == alpha([[9, 2], [2, 2], [1, 1]], Level.INTERVAL)
    assert interval.value != wider.value


def test_a_weighted_kappa_is_over_ratings_with_a_place_and_only_where_there_is_an_order() -> None:
    rows = ("true true", "half half", "false half", "unproven true")
    [pair] = compared(*rows).pairs
    [without] = compared(*rows[:3]).pairs
    [unordered] = compared(*rows, ordered=False).pairs

    assert pair.weighted == without.weighted
    assert pair.weighted is not None
    assert pair.kappa != without.kappa
    assert (unordered.weighted, unordered.truer) == (None, (0, 0))


def test_alpha_without_one_item_is_between_the_two_values_that_are_told() -> None:
    rows = ("true true", "half half", "false half", "false false", "true half")
    [_, nominal, _] = compared(*rows).alphas
    without = [compared(*rows[:n], *rows[n + 1 :]).alphas[1].value for n in range(len(rows))]

    assert nominal.without_one == (
        min(value for value in without if value is not None),
        max(value for value in without if value is not None),
    )


def test_alpha_without_one_item_is_not_told_where_one_hardly_matters() -> None:
    assert compared(*["true true", "half false"] * 51).alphas[0].without_one is None
    assert compared("true half").alphas[0].without_one is None


def test_a_rating_of_another_scale_is_refused() -> None:
    with pytest.raises(UnknownRatingError):
        compared("true purple")


def test_nothing_to_compare_gives_nothing_rather_than_a_number() -> None:
    found = compared()

    assert (found.items, found.raw, found.pairs) == (0, None, ())
    assert [a.value for a in found.alphas] == [None, None, None]
