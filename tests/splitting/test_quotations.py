from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimledger.splitting.cutting.paragraphs import paragraphs_of
from claimledger.splitting.cutting.quotations import Quotation, quotations_of


def quotations(text: str) -> list[Quotation]:
    return quotations_of(text, paragraphs_of(text))


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('He said "it rains" twice.', ["it rains"]),
        ("He said “it rains” twice.", ["it rains"]),
        ("Er sagte „es regnet“ oft.", ["es regnet"]),
        ("“It rains,” he said. “It pours.”", ["It rains,", "It pours."]),
        ("'It always rains here,' he said.", ["It always rains here,"]),
        ("It isn't Smith's.", []),
    ],
)
def test_quotations_are_what_stands_between_marks(text: str, inside: list[str]) -> None:
    assert [q.span.of(text) for q in quotations(text)] == inside


def test_a_quotation_left_open_goes_on_in_the_next_paragraph() -> None:
    text = "“It rains.\n\n“It pours,” he said."
    first, second = quotations(text)
    assert first.span.of(text) == "It rains."
    assert not first.continued
    assert second.continued


def test_a_mark_that_is_never_closed_ends_with_its_paragraph() -> None:
    text = 'He said "it rains.\n\nThe river rose.'
    assert [q.span.of(text) for q in quotations(text)] == ["it rains."]


@given(st.text(alphabet="ab \"“”'’\n."))
def test_quotations_are_in_order_and_apart(text: str) -> None:
    edge = 0
    for quotation in quotations(text):
        assert edge <= quotation.span.start < quotation.span.end
        edge = quotation.span.end
