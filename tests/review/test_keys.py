"""Every key does what the footer and the help say."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from rich.console import Console

from claimledger.domain.scales import Scale
from claimledger.ledger import Ledger
from claimledger.review import bars
from claimledger.review.app import ReviewApp
from claimledger.review.keys import FIRST, all_keys, footer_keys
from claimledger.review.looking import help_page

if TYPE_CHECKING:
    from tests.review.conftest import Desk, Play


def test_no_key_does_two_things() -> None:
    keys = Counter(key for entry in all_keys() for key in entry.keys.split(","))

    assert max(keys.values()) == 1


@pytest.mark.parametrize("entry", all_keys(), ids=lambda entry: entry.shown)
def test_every_key_has_its_action(entry: object) -> None:
    action = getattr(entry, "action", "").partition("(")[0]

    assert callable(getattr(ReviewApp, f"action_{action}"))


def test_the_help_tells_of_every_key() -> None:
    console = Console(width=100, record=True, file=None)
    with console.capture() as captured:
        console.print(help_page(100))
    told = captured.get()

    for entry in all_keys():
        assert entry.meaning in told


@pytest.mark.parametrize("width", [40, 80, 120, 300])
def test_the_footer_fits_and_never_lacks_what_is_needed_first(width: int) -> None:
    assert bars.footer(width=width).cell_len <= width
    if width >= 80:
        assert set(FIRST) <= {key.action for key in footer_keys(width)}


@pytest.mark.parametrize("width", [30, 80, 120])
def test_every_rating_has_its_digit_on_lines_that_fit(width: int, bridge: Ledger) -> None:
    scale: Scale = bridge.scale()
    shown = bars.ratings(scale, width=width)

    for place, rating in enumerate(scale.given, start=1):
        assert rating.label in shown.plain
        assert f"{place} " in shown.plain
    assert all(line.cell_len <= width for line in shown.split())


def test_keys_of_the_desk_do_nothing_in_a_form_or_beside_a_source(
    play: Play, bridge: Ledger
) -> None:
    async def story(desk: Desk) -> None:
        await desk.press("S", "x", "u", "m", "escape")
        await desk.press("question_mark", "1", "x", "escape")
        await desk.press("f", "x", "u", "escape")
        assert desk.here == "1.1"
        assert len(desk.app.screen_stack) == 1

    before = bridge.newest()
    play(story)

    assert bridge.newest() == before


def test_a_digit_without_a_rating_says_so(play: Play) -> None:
    async def story(desk: Desk) -> None:
        await desk.press("9")
        await desk.sees("The scale has 7 ratings.")

    play(story)


def test_without_a_claim_no_act_is_begun(play: Play) -> None:
    async def story(desk: Desk) -> None:
        await desk.press("f", "s", "enter", "down")  # settled: the claim under the cursor stays …
        await desk.press("slash")
        await desk.type("nothing holds this")
        await desk.press("enter", "1")
        await desk.sees("There is no claim here.")

    play(story)


def test_a_search_stays_until_escape_ends_it(play: Play) -> None:
    async def story(desk: Desk) -> None:
        await desk.press("slash")
        await desk.type("ferry")
        await desk.press("down", "enter")
        assert (desk.shown, desk.here) == (["1.8", "1.9"], "1.9")
        await desk.press("escape")
        assert desk.here == "1.9"
        assert len(desk.shown) == 11

    play(story)
