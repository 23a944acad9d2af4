"""Two people on one ledger file see each other's work, and keep their place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from claimledger.ledger import Ledger

if TYPE_CHECKING:
    from tests.review.conftest import Desk, Play


def test_anothers_verdict_appears_and_the_cursor_stays(play: Play, path: Path) -> None:
    async def story(desk: Desk) -> None:
        await desk.press("j", "j")
        with Ledger.open(path, reviewer="Ben") as other:
            other.give_verdict("1.1", "true", because="Seen.")
            other.give_verdict("1.3", "false", because="Ten.")
        await desk.until(lambda: "1.1" not in desk.shown)
        await desk.settle()
        assert desk.here == "1.3"
        await desk.sees("Ten.")
        await desk.press("j")
        assert desk.here == "1.4"

    play(story)


def test_anothers_work_does_not_touch_what_is_being_typed(
    play: Play, bridge: Ledger, path: Path
) -> None:
    async def story(desk: Desk) -> None:
        await desk.press("1")
        await desk.type("I was there ")
        with Ledger.open(path, reviewer="Ben") as other:
            other.give_verdict("1.1", "false", because="Tuesday.")
        await desk.until(lambda: "Tuesday." in desk.screen)
        await desk.type("on Monday.")
        await desk.press("enter")

    play(story)

    claim = bridge.claim("1.1")
    assert [v.because for v in claim.verdicts] == ["Tuesday.", "I was there on Monday."]


def test_r_looks_at_once(play: Play, path: Path) -> None:
    async def story(desk: Desk) -> None:
        with Ledger.open(path, reviewer="Ben") as other:
            other.give_verdict("1.2", "true", because="Seen.")
        await desk.press("r")
        assert "1.2" not in desk.shown

    play(story)


def test_a_blind_review_keeps_anothers_verdict_back(play: Play, bridge: Ledger, path: Path) -> None:
    bridge.set_policy(reviewers=2, blind=True)
    with Ledger.open(path, reviewer="Ben") as other:
        other.give_verdict("1.1", "false", because="It was a Tuesday.")

    async def story(desk: Desk) -> None:
        assert desk.here == "1.1"
        assert "It was a Tuesday." not in desk.screen
        await desk.sees("what others found")
        await desk.press("1")
        await desk.type("Seen.")
        await desk.press("enter", "f", "d", "enter", "end")
        await desk.sees("It was a Tuesday.")

    play(story)
