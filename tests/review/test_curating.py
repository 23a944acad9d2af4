"""Claims are corrected, divided, merged, sorted and added without leaving the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimledger.domain.verdicts import ClaimStatus
from claimledger.ledger import Ledger

if TYPE_CHECKING:
    from tests.review.conftest import Desk, Play


def test_words_are_corrected(play: Play, bridge: Ledger) -> None:
    async def story(desk: Desk) -> None:
        await desk.press("e", *["backspace"] * len("Monday."))
        await desk.type("Tuesday.")
        await desk.press("enter")
        await desk.sees("The Alder Bridge reopened on Tuesday.")

    play(story)

    assert bridge.claim("1.1").edited


def test_a_claim_is_divided_where_enter_is_pressed(play: Play, bridge: Ledger) -> None:
    async def story(desk: Desk) -> None:
        await desk.press("s", *["backspace"] * len(" on Monday."))
        await desk.type(".\nIt did so on Monday.")
        await desk.press("ctrl+s")
        assert desk.here == "1.13"
        assert {"1.13", "1.14"} <= set(desk.shown)
        assert "1.1" not in desk.shown

    play(story)

    assert bridge.claim("1.1").parts == ("1.13", "1.14")


def test_marked_claims_are_merged_into_the_one_under_the_cursor(play: Play, bridge: Ledger) -> None:
    async def story(desk: Desk) -> None:
        await desk.press("space", "space", "m")
        await desk.sees("1.1 1.2")
        await desk.press("enter")
        await desk.sees("Merged into 1.3")
        assert desk.here == "1.3"

    play(story)

    assert bridge.claim("1.1").merged_into == "1.3"


def test_a_claim_is_retracted_and_taken_back_in(play: Play, bridge: Ledger) -> None:
    async def story(desk: Desk) -> None:
        await desk.press("x")
        await desk.type("Twice.")
        await desk.press("enter")
        assert desk.here == "1.2"
        await desk.press("f", "r", "enter", "end")
        assert desk.here == "1.1"
        await desk.press("x")
        await desk.type("Not twice.")
        await desk.press("enter")

    play(story)

    assert bridge.claim("1.1").status is ClaimStatus.OPEN


def test_tags_and_names_are_given_to_all_that_are_marked(play: Play, bridge: Ledger) -> None:
    async def story(desk: Desk) -> None:
        await desk.press("space", "t")
        await desk.type("money, bridge")
        await desk.press("enter")
        await desk.press("w")
        await desk.type("me")
        await desk.press("enter")

    play(story)

    assert [bridge.claim(ref).tags for ref in ("1.1", "1.2")] == [("bridge", "money")] * 2
    assert [bridge.claim(ref).assigned for ref in ("1.1", "1.2")] == [(), ("Ana",)]


def test_a_claim_that_was_not_seen_is_added(play: Play, bridge: Ledger) -> None:
    async def story(desk: Desk) -> None:
        await desk.press("c")
        await desk.type("Two hundred people worked nine months.")
        await desk.press("tab")
        await desk.type("Two hundred people")
        await desk.press("enter")
        assert desk.here == "1.13"
        await desk.sees("1.13 is added.")

    play(story)

    assert bridge.claim("1.13").quote == "Two hundred people"


def test_a_claim_is_linked_to_another(play: Play, bridge: Ledger) -> None:
    async def story(desk: Desk) -> None:
        await desk.press("l", "c", "enter")
        await desk.type("1.3")
        await desk.press("enter")
        await desk.sees("contradicts 1.3")

    play(story)

    assert [(link.relation, link.ref) for link in bridge.claim("1.1").links] == [
        ("contradicts", "1.3")
    ]
