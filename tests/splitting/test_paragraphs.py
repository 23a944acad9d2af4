from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimledger.domain.text import Span
from claimledger.splitting.cutting.paragraphs import is_prose, paragraphs_of


def test_lines_are_paragraphs() -> None:
    text = "A headline\n\nThe first sentence.\nThe second one.\n"
    assert [p.of(text) for p in paragraphs_of(text)] == [
        "A headline",
        "The first sentence.",
        "The second one.",
    ]


def test_a_sentence_broken_over_lines_is_joined_again() -> None:
    text = "The council of the town voted on Monday\nto close the bridge."
    assert paragraphs_of(text) == [Span(0, len(text))]


@pytest.mark.parametrize(
    "line",
    [
        "Bridge reopens after repairs",
        "Tuesday, October 22, 2019",
        "By Jane Roe",
        "Image: Jane Roe.",
        "File photo of the bridge. Image: Jane Roe.",
        "Leave a comment",
        "https://example.org/bridge",
        "Sources",
        "* * *",
        "Read more: the bridge in pictures",
        "© 2020 The Example. All rights reserved.",
    ],
)
def test_what_is_no_prose_is_left_out(line: str) -> None:
    assert not is_prose(line)


@pytest.mark.parametrize(
    "line",
    [
        "The bridge reopened on Monday.",
        "“The bridge is safe,” she said.",
        "He was sent to Harrow in 1805. [19]",
        "By Monday the bridge had reopened.",
    ],
)
def test_sentences_are_prose(line: str) -> None:
    assert is_prose(line)


def test_a_text_of_one_line_needs_no_full_stop() -> None:
    assert is_prose("The bridge reopened on Monday", alone=True)


@pytest.mark.parametrize(
    "line", ["桥在周一重新开放。", "他说：「桥很安全。」", "هل الجسر آمن؟", "पुल खुल गया।"]
)
def test_sentences_of_any_writing_are_prose(line: str) -> None:
    assert is_prose(line)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_paragraphs_are_in_order_and_not_empty(text: str) -> None:
    edge = 0
    for span in paragraphs_of(text):
        assert edge <= span.start < span.end <= len(text)
        edge = span.end
