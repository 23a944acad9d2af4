"""An article is broken into lines that fit, and nothing of it gets lost."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from claimledger.review.lists import cut_short, halves
from claimledger.review.pages import wrapped

if TYPE_CHECKING:
    from tests.review.conftest import Desk, Play

TEXTS = st.text(st.sampled_from("ab c\n\t日本é—"), max_size=200)


@given(text=TEXTS, width=st.integers(2, 20))
def test_lines_hold_every_word_once_and_in_order(text: str, width: int) -> None:
    lines = wrapped(text, width)

    shown = "".join(line.of(text) for line in lines)
    assert "".join(shown.split()) == "".join(text.split())
    assert all(before.end <= after.start for before, after in pairwise(lines))


@given(text=TEXTS, width=st.integers(2, 20))
def test_no_line_is_wider_than_the_page(text: str, width: int) -> None:
    assert all(cell_len(line.of(text).rstrip()) <= width for line in wrapped(text, width))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("one two three", ["one two", "three"]),
        ("a\n\nb", ["a", "", "b"]),
        ("unbelievable", ["unbeliev", "able"]),
        ("so unbelievable it is", ["so", "unbeliev", "able it", "is"]),
        ("日本語の文章", ["日本語の", "文章"]),
    ],
)
def test_lines_break_between_words_where_they_can(text: str, lines: list[str]) -> None:
    assert [line.of(text) for line in wrapped(text, 8)] == lines


@pytest.mark.parametrize(
    ("text", "halved"),
    [
        ("short", ("short", "")),
        ("the bridge is open", ("the bridge", "is open")),
        ("the bridge is open again now", ("the bridge", "is open aga…")),
        ("unbelievablylongword", ("unbelievably", "longword")),
    ],
)
def test_a_claim_in_the_list_has_two_lines(text: str, halved: tuple[str, str]) -> None:
    assert halves(text, 12) == halved


@given(text=st.text(max_size=60), cells=st.integers(4, 30))
def test_what_is_cut_short_fits(text: str, cells: int) -> None:
    assert cell_len(cut_short(text, cells)) <= cells


def test_the_claim_of_a_long_article_is_in_sight(play: Play) -> None:
    async def story(desk: Desk) -> None:
        await desk.press("end")
        assert desk.here == "1.11"
        await desk.sees("The mayor opened the")

    play(story, size=(120, 12))


def test_page_keys_read_on_and_back(play: Play) -> None:
    async def story(desk: Desk) -> None:
        top = await desk.standing()
        await desk.press("pagedown")
        assert await desk.standing() != top
        await desk.press("pageup")
        assert await desk.standing() == top

    play(story, size=(80, 20))
