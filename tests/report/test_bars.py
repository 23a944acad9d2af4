from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimledger.domain.records import ArticleReport, ClaimRecord, VerdictRecord
from claimledger.report.bars import apportion, shares_bar, worth_bar
from claimledger.report.verdicts import shares


@given(st.lists(st.integers(1, 10_000), min_size=1, max_size=12), st.integers(0, 200))
def test_cells_are_divided_without_remainder_and_nobody_goes_empty(
    counts: list[int], more: int
) -> None:
    lengths = apportion(counts, len(counts) + more)

    assert sum(lengths) == len(counts) + more
    assert min(lengths) >= 1


@given(st.lists(st.integers(1, 10_000), min_size=2, max_size=12), st.integers(0, 200))
def test_more_claims_never_get_fewer_cells(counts: list[int], more: int) -> None:
    ordered = sorted(counts)
    lengths = dict(zip(ordered, apportion(ordered, len(ordered) + more), strict=True))

    assert all(lengths[a] <= lengths[b] + 1 for a, b in pairwise(ordered))


def test_equal_counts_get_equal_cells() -> None:
    assert apportion([7, 7, 7], 30) == [10, 10, 10]
    assert apportion([3, 1], 40) == [30, 10]


@pytest.mark.parametrize("width", [1, 2, 5, 79, 80])
def test_the_bar_fills_its_width(width: int, report: ArticleReport) -> None:
    bar = shares_bar(shares(report.claims), width=width)

    assert width - 1 <= bar.cell_len <= width


def test_shares_go_from_truest_to_falsest_and_open_comes_last(
    claim_with: Callable[..., ClaimRecord], verdict_of: Callable[..., VerdictRecord]
) -> None:
    ratings = ["false", "true", "unproven", "half-true", "true"]
    verdicts = [verdict_of(rating) for rating in ratings]
    rated = [claim_with(verdicts=(v,), rating=v.rating, status="checked") for v in verdicts]

    found = shares([claim_with(), *rated])

    assert [(share.word, share.count) for share in found] == [
        ("True", 2),
        ("Half true", 1),
        ("False", 1),
        ("Not enough evidence", 1),
        ("open", 1),
    ]


@pytest.mark.parametrize(
    ("worth", "bar"),
    [(0.0, "───── 0.00"), (0.5, "━━─── 0.50"), (0.92, "━━━━━ 0.92"), (1.0, "━━━━━ 1.00")],
)
def test_worth_is_a_bar_and_a_number(worth: float, bar: str) -> None:
    assert worth_bar(worth).plain == bar
