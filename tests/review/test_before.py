"""What was said before shows beside the claim, once the reviewer stays with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimledger.ledger import Ledger

if TYPE_CHECKING:
    from tests.review.conftest import Desk, Play, PutArticle

AGAIN = "In other news, the Alder Bridge reopened on Monday. It rained."


def test_an_earlier_claim_and_how_it_came_out_show_by_themselves(
    play: Play, bridge: Ledger, put_article: PutArticle
) -> None:
    put_article(bridge, AGAIN, ("the Alder Bridge reopened on Monday.", "It rained."))
    bridge.give_verdict("2.1", "false", because="It was a Tuesday.")

    async def story(desk: Desk) -> None:
        assert desk.here == "1.1"
        await desk.sees("Said before")
        assert "2.1" in desk.screen
        assert "✗ False" in desk.screen

    play(story)


def test_nothing_is_said_where_nothing_comes_near(play: Play) -> None:
    async def story(desk: Desk) -> None:
        await desk.press("j")
        await desk.until(lambda: desk.app.claim is not None and found(desk) is not None)
        assert found(desk) == []
        assert "Said before" not in desk.screen

    def found(desk: Desk) -> object:
        assert desk.app.claim is not None
        return desk.app.before.of(desk.app.claim)

    play(story)
