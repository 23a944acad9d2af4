from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimledger.domain.text import Span
from claimledger.splitting.cutting.sentences import sentences_of


def cut(text: str) -> list[str]:
    return [span.of(text) for span in sentences_of(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "text",
    [
        "Dr. Smith met Mr. Jones on Jan. 5 in the U.S. capital.",
        "The price rose 3.5 percent to $4.20 a gallon.",
        "The train left at 7:37 p.m. local time on Friday.",
        "J. K. Rowling and George W. Bush came.",
        "They played No. 5 by Chanel Inc. of Paris.",
        "He paused ... and went on.",
        "Gov. Lee, Sen. Roe and Rep. Poe voted.",
        "“Stop!” he said.",
    ],
)
def test_a_stop_inside_a_word_does_not_end_the_sentence(text: str) -> None:
    assert cut(text) == [text]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("It rained. The river rose.", "It rained."),
        ("“It rained.” The river rose.", "“It rained.”"),
        ("He lives in the U.S. The law is new.", "He lives in the U.S."),
        ("They met at 5 p.m. The vote was late.", "They met at 5 p.m."),
        ("Did it rain? Nobody knows.", "Did it rain?"),
        ("It rained.[12] The river rose.", "It rained.[12]"),
        ("They moved [...] It was new.", "They moved [...]"),
        ("In 2019. 76 villages were hit.", "In 2019."),
        ("It rained; the river had risen.", "It rained; the river had risen."),
        ("The river was high; the roads were closed.", "The river was high;"),
    ],
)
def test_a_sentence_ends_with_its_closing_marks(text: str, first: str) -> None:
    assert cut(text)[0] == first


def test_a_list_with_semicolons_stays_one_sentence() -> None:
    text = "He was mayor of York, England; Perth, Scotland; and Cork, Ireland."
    assert cut(text) == [text]


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_sentences_lie_in_order_and_lose_only_white_space(text: str) -> None:
    spans = sentences_of(text, Span(0, len(text)))
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    assert edges == sorted(edges)
    gaps = zip(edges[::2], edges[1::2], strict=True)
    assert all(not text[a:b].strip() for a, b in gaps)
