"""Spans, quotes and ids."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimledger.domain.articles import article_id
from claimledger.domain.claims import claim_id
from claimledger.domain.text import Span, are_in_order, quote_of
from claimledger.domain.verdicts import ClaimStatus, outcome_of


@given(st.text(), st.data())
def test_a_quote_is_what_the_text_says_at_its_spans(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6, unique=True)))
    spans = [Span(*pair) for pair in zip(cuts[::2], cuts[1::2], strict=False)]

    assert quote_of(text, spans) == " … ".join(text[start:end] for start, end in spans)
    assert are_in_order(spans, within=Span(0, len(text))) is bool(spans)


@pytest.mark.parametrize(
    "spans",
    [
        [],
        [Span(3, 3)],
        [Span(5, 4)],
        [Span(4, 6), Span(2, 3)],
        [Span(2, 5), Span(4, 6)],
        [Span(0, 11)],
    ],
    ids=["none", "empty", "backwards", "unordered", "overlapping", "outside"],
)
def test_spans_out_of_order_are_told(spans: list[Span]) -> None:
    assert not are_in_order(spans, within=Span(1, 10))


def test_a_claims_id_depends_on_article_place_and_words_alone() -> None:
    article, other = article_id("One."), article_id("Two.")
    mine = claim_id(article, [Span(0, 4)], "It is one.")

    assert mine == claim_id(article, (Span(0, 4),), "It is one.")
    assert (
        len(
            {
                mine,
                claim_id(other, [Span(0, 4)], "It is one."),
                claim_id(article, [Span(0, 3)], "It is one."),
                claim_id(article, [Span(0, 4)], "It is two."),
            }
        )
        == 4
    )


@given(st.text())
def test_ids_do_not_depend_on_the_spelling_of_an_accent(text: str) -> None:
    article = article_id("x")

    assert claim_id(article, [], text) == claim_id(article, [], unicodedata.normalize("NFC", text))


@pytest.mark.parametrize(
    ("ratings", "status"),
    [
        ([], ClaimStatus.OPEN),
        ([("d", "true")], ClaimStatus.CHECKED),
        ([("d", "true"), ("d", "true")], ClaimStatus.CHECKED),
        ([("d", "true"), ("d", "false")], ClaimStatus.DISPUTED),
        ([("d", "true"), ("e", "true")], ClaimStatus.DISPUTED),
    ],
)
def test_a_status_follows_from_the_standing_verdicts(
    ratings: list[tuple[str, str]], status: ClaimStatus
) -> None:
    assert outcome_of(ratings).status is status
    assert outcome_of(ratings, settled=("default", "true")).status is ClaimStatus.SETTLED
    assert outcome_of(ratings, retracted=True).status is ClaimStatus.RETRACTED
