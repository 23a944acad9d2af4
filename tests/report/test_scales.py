"""Scales as a person sees them: retired ratings, colours, and one scale beside another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from rich.cells import cell_len
from rich.console import RenderableType

from claimledger.config.builtin_scales import builtin_scales
from claimledger.domain.scale_mappings import compare, mapped
from claimledger.domain.scales import COLOURS, MappedRating, Rating, Scale, Tone
from claimledger.report import scale_detail, scales_table, theme
from claimledger.report.colours import STYLES, style_of
from claimledger.report.scales import NOTHING, UNDECIDED, mapping_table
from claimledger.report.verdicts import rating_label

DEFAULT, POLITIFACT, AVERITEC, TRUE_FALSE = builtin_scales()
RETIRED = replace(
    POLITIFACT,
    version=2,
    ratings=tuple(
        replace(r, retired=r.code == "half-true", colour="magenta" if r.value == 1 else None)
        for r in POLITIFACT.ratings
    ),
)
DECIDED = mapped(
    RETIRED,
    DEFAULT,
    [MappedRating(code="true", to="true"), MappedRating(code="half-true", to=None)],
)


def views(width: int) -> dict[str, RenderableType]:
    return {
        "scales-retired": scales_table(
            [DEFAULT, RETIRED, AVERITEC, TRUE_FALSE], width=width, current=RETIRED.id
        ),
        "scale-retired": scale_detail(RETIRED, width=width),
        "mapping": mapping_table(compare(RETIRED, DEFAULT, DECIDED), width=width),
        "mapping-suggested": mapping_table(compare(DEFAULT, AVERITEC, None), width=width),
    }


@pytest.mark.parametrize("width", [44, 60, 80, 120])
@pytest.mark.parametrize("view", views(80))
def test_every_view_looks_as_it_was_last_seen(
    view: str, width: int, golden: Callable[[str, RenderableType, int], None]
) -> None:
    golden(view, views(width)[view], width)


@pytest.mark.parametrize("width", [1, 24, 30, 41, 59, 61, 99])
@pytest.mark.parametrize("view", views(80))
def test_no_view_is_wider_than_its_place(
    view: str, width: int, plain: Callable[[RenderableType, int], str]
) -> None:
    output = plain(views(width)[view], width)

    assert max(map(cell_len, output.splitlines())) <= width


def test_a_mapping_says_what_is_decided_and_suggests_the_rest(
    plain: Callable[[RenderableType, int], str],
) -> None:
    rows = plain(views(80)["mapping"], 80).splitlines()

    [half] = [row for row in rows if "Half True" in row]
    [fire] = [row for row in rows if "Pants on Fire" in row]
    assert half.split("  ")[0].endswith("Half True (retired)")
    assert half.endswith(NOTHING)
    assert UNDECIDED in fire
    assert fire.endswith("✗ False")


def test_a_mapping_that_is_decided_shows_no_suggestions(
    plain: Callable[[RenderableType, int], str],
) -> None:
    pairs = [MappedRating(code=rating.code, to=None) for rating in AVERITEC.ratings]
    shown = plain(
        mapping_table(compare(AVERITEC, DEFAULT, mapped(AVERITEC, DEFAULT, pairs)), width=80),
        80,
    )

    assert "suggested" not in shown
    assert shown.count(NOTHING) == len(AVERITEC.ratings)


def test_of_several_versions_the_newest_is_in_use(
    plain: Callable[[RenderableType, int], str],
) -> None:
    shown = plain(scales_table([RETIRED, POLITIFACT, DEFAULT], width=80, current=RETIRED.id), 80)

    assert [shown.count(words) for words in ("version 2", "version 1", "in use")] == [1, 1, 1]
    assert shown.index("version 2") < shown.index("in use") < shown.index("version 1")


def test_numbers_are_shown_where_a_scale_has_them(
    plain: Callable[[RenderableType, int], str],
) -> None:
    for width in (44, 100):
        assert "6" in plain(scale_detail(POLITIFACT, width=width), width)
    assert "value" not in plain(scale_detail(AVERITEC, width=100), 100)


def test_every_colour_with_a_name_has_a_style() -> None:
    assert set(STYLES) == set(COLOURS)


@pytest.mark.parametrize(
    ("colour", "style"),
    [
        (None, theme.TONES[Tone.FALSE].style),
        ("teal", theme.TEAL),
        ("#2a9d8F", "#2a9d8F"),
        ("beige", theme.TONES[Tone.FALSE].style),
        ("bold on red", theme.TONES[Tone.FALSE].style),
        ("#2a9d8f bold", theme.TONES[Tone.FALSE].style),
    ],
)
def test_a_rating_has_the_colour_of_its_scale_or_else_of_its_tone(
    colour: str | None, style: str
) -> None:
    rating = Rating(code="x", label="X", meaning="So.", tone=Tone.FALSE, colour=colour)

    assert style_of(rating) == style
    assert style in str(rating_label(rating).style)
    assert rating_label(rating).plain == "✗ X"


def test_an_old_verdict_says_no_more_of_a_retired_rating_than_its_label(scale: Scale) -> None:
    rating = replace(scale.ratings[0], retired=True)

    assert rating_label(rating).plain == "✓ True"
