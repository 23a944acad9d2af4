from __future__ import annotations

import unicodedata

import pytest
from rich.cells import cell_len
from rich.color import Color

from claimledger.domain.evidence import QuoteResult, Stance
from claimledger.domain.scales import Tone
from claimledger.domain.verdicts import ClaimStatus
from claimledger.report import theme

MARKS = [
    *theme.TONES.values(),
    *theme.STATUSES.values(),
    *theme.STANCES.values(),
    *theme.QUOTES.values(),
]


def test_every_choice_has_a_mark() -> None:
    assert set(theme.TONES) == set(Tone)
    assert set(theme.STATUSES) == set(ClaimStatus)
    assert set(theme.STANCES) == set(Stance)
    assert set(theme.QUOTES) == set(QuoteResult)


@pytest.mark.parametrize("marks", [theme.TONES, theme.STATUSES, theme.STANCES, theme.QUOTES])
def test_no_two_choices_share_a_symbol(marks: dict[str, theme.Mark]) -> None:
    assert len({mark.symbol for mark in marks.values()}) == len(marks)


@pytest.mark.parametrize("mark", MARKS)
def test_a_symbol_takes_one_cell(mark: theme.Mark) -> None:
    assert len(mark.symbol) == cell_len(mark.symbol) == 1
    assert unicodedata.east_asian_width(mark.symbol) in {"N", "Na", "A"}


@pytest.mark.parametrize("style", sorted({mark.style for mark in MARKS} | {theme.ACCENT}))
def test_a_colour_stands_out_from_black_and_from_white(style: str) -> None:
    light = luminance(style)

    assert (light + 0.05) / 0.05 > 3.5
    assert 1.05 / (light + 0.05) > 3.5


def luminance(style: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (v / 255 for v in Color.parse(style).get_truecolor())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
