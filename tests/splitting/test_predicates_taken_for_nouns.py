"""Predicates that a parser takes for something else."""

from __future__ import annotations

from collections.abc import Callable

Texts = Callable[[str], list[str]]


def test_what_a_thing_cost_is_said_in_a_clause(texts: Texts) -> None:
    assert texts(
        "The mayor, Mary Roe, said on Monday that the bridge cost 12 million euros and would"
        " open in May."
    ) == [
        "Mary Roe is the mayor.",
        "The bridge cost 12 million euros.",
        "The bridge would open in May.",
    ]


def test_a_name_after_its_title_is_said_whole(texts: Texts) -> None:
    assert texts("The oldest justice to serve was Justice William O. Douglas.") == [
        "The oldest justice to serve was Justice William O. Douglas."
    ]


def test_what_a_hyphen_joins_is_no_noun_of_its_own(texts: Texts) -> None:
    assert texts("The women-only record of 2:17:01, held by Mary Roe, remained intact.") == [
        "The women-only record of 2:17:01 was held by Mary Roe.",
        "The women-only record of 2:17:01 remained intact.",
    ]
