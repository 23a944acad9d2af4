"""A checker's day at the desk, key by key."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from claimledger.domain.evidence import Stance
from claimledger.domain.verdicts import ClaimStatus
from claimledger.ledger import Ledger
from claimledger.ledger.sourcing import evidence_act

if TYPE_CHECKING:
    from tests.review.conftest import Desk, Play


def test_it_opens_on_the_most_check_worthy_claim_without_ones_verdict(
    play: Play, bridge: Ledger
) -> None:
    bridge.give_verdict("1.1", "true", because="Seen.")

    async def story(desk: Desk) -> None:
        assert desk.here == "1.2"
        await desk.sees("The repairs cost 12 million euros.")
        assert "1.1" not in desk.shown

    play(story)


def test_ten_claims_are_rated_with_a_digit_a_reason_and_enter(play: Play, bridge: Ledger) -> None:
    async def story(desk: Desk) -> None:
        for number in range(10):
            assert desk.here == f"1.{number + 1}"
            await desk.press(str(number % 5 + 1))
            await desk.type(f"Reason {number}.")
            await desk.press("enter")
        await desk.sees("10/11 done")

    play(story)

    claims = bridge.claims()[:10]
    assert [c.verdicts[0].because for c in claims] == [f"Reason {n}." for n in range(10)]
    assert [c.verdicts[0].rating.label for c in claims[:2]] == ["True", "Mostly true"]


def test_a_verdict_needs_a_reason(play: Play, bridge: Ledger) -> None:
    async def story(desk: Desk) -> None:
        await desk.press("1", "enter")
        await desk.sees("Still needed: because.")
        assert bridge.claim("1.1").verdicts == ()
        await desk.type("Seen.")
        await desk.press("enter")
        assert len(bridge.claim("1.1").verdicts) == 1

    play(story)


def test_a_file_is_attached_with_its_stance_and_quote(
    play: Play, bridge: Ledger, tmp_path: Path
) -> None:
    source = tmp_path / "council.txt"
    source.write_text("The council paid 12 million euros for the repairs.\n", encoding="utf-8")

    async def story(desk: Desk) -> None:
        await desk.press("j", "a")
        await desk.type(str(source))
        await desk.press("enter")  # goes to what is missing: the stance
        await desk.press("+", "tab")
        await desk.type("12 million euros")
        await desk.press("enter")
        await desk.until(lambda: bool(bridge.claim("1.2").evidence))
        await desk.settle()
        await desk.sees("The quote was found.")
        await desk.sees("1.2.1")

    play(story)

    [evidence] = bridge.claim("1.2").evidence
    assert (evidence.stance, evidence.quotes[0].exact) == ("supports", "12 million euros")


def test_a_source_is_read_as_captured_and_withdrawn(
    play: Play, bridge: Ledger, tmp_path: Path
) -> None:
    source = tmp_path / "minutes.txt"
    source.write_text("Minutes.\n\nThe bridge reopened on Tuesday.\n", encoding="utf-8")
    act = evidence_act(str(source), stance=Stance.REFUTES, quotes=["on Tuesday"])
    bridge.attach("1.1", act)

    async def story(desk: Desk) -> None:
        await desk.press("o")
        await desk.sees("The bridge reopened on Tuesday.")
        await desk.press("enter")
        await desk.sees("It has no address")
        await desk.press("x")
        await desk.type("Another bridge.")
        await desk.press("enter")
        await desk.sees("withdrawn: Another bridge.")
        await desk.press("escape")
        await desk.sees("1.1.1 is withdrawn.")

    play(story)

    assert bridge.claim("1.1").evidence[0].withdrawn_because == "Another bridge."


def test_a_verdict_is_taken_back(play: Play, bridge: Ledger) -> None:
    bridge.give_verdict("1.1", "true", because="Seen.")

    async def story(desk: Desk) -> None:
        await desk.press("0")
        await desk.sees("You have no verdict on 1.2.")
        await desk.press("f", "m", "enter", "home", "0")
        await desk.type("Not seen.")
        await desk.press("enter")
        await desk.sees("Your verdict on 1.1 is withdrawn.")

    play(story)

    assert bridge.claim("1.1").standing_verdicts == ()


def test_a_source_that_cannot_be_read_is_offered_again_as_a_link(
    play: Play, bridge: Ledger
) -> None:
    async def story(desk: Desk) -> None:
        await desk.press("a")
        await desk.type("http://127.0.0.1:9/gone")
        await desk.press("enter", "r", "enter")
        await desk.until(lambda: "is not attached" in desk.screen)
        await desk.settle()
        await desk.sees("try again, or record the link alone")
        await desk.press("a")
        await desk.sees("http://127.0.0.1:9/gone")
        await desk.press("tab", "tab", "tab", "tab", "l", "enter")
        await desk.until(lambda: bool(bridge.claim("1.1").evidence))

    play(story)

    [evidence] = bridge.claim("1.1").evidence
    assert (evidence.url, evidence.capture) == ("http://127.0.0.1:9/gone", None)


def test_the_app_stays_usable_while_a_source_is_captured(
    play: Play, bridge: Ledger, slow_page: str
) -> None:
    async def story(desk: Desk) -> None:
        await desk.press("a")
        await desk.type(slow_page)
        await desk.press("enter", "c", "enter")
        await desk.sees("capturing")
        await desk.press("j", "1")
        await desk.type("Seen.")
        await desk.press("enter")
        assert len(bridge.claim("1.2").verdicts) == 1

    play(story, allow_private=True)


def test_a_dispute_is_settled(play: Play, bridge: Ledger, path: Path) -> None:
    bridge.give_verdict("1.1", "true", because="Seen.")
    with Ledger.open(path, reviewer="Ben") as other:
        other.give_verdict("1.1", "false", because="It was Tuesday.")

    async def story(desk: Desk) -> None:
        await desk.press("f", "d", "enter")
        assert desk.shown[-1] == "1.1"
        await desk.press("end", "S", "2", "tab")
        await desk.type("A day late.")
        await desk.press("enter")
        await desk.sees("1.1 is settled.")

    play(story)

    claim = bridge.claim("1.1")
    assert claim.status is ClaimStatus.SETTLED
    assert claim.rating is not None
    assert claim.rating.label == "Mostly true"


def test_undo_takes_the_last_act_back_and_goes_to_its_claim(play: Play, bridge: Ledger) -> None:
    async def story(desk: Desk) -> None:
        await desk.press("1")
        await desk.type("Seen.")
        await desk.press("enter")
        assert desk.here == "1.2"
        await desk.press("u")
        assert desk.here == "1.1"
        await desk.sees("Undone on 1.1")
        assert bridge.claim("1.1").standing_verdicts == ()

    play(story)


def test_a_check_is_published(play: Play, bridge: Ledger) -> None:
    bridge.give_verdict("1.1", "true", because="Seen.")

    async def story(desk: Desk) -> None:
        await desk.press("f", "m", "enter", "end", "P")
        await desk.type("https://desk.example/1")
        await desk.press("enter")

    play(story)

    assert bridge.claim("1.1").published is not None


def test_what_the_ledger_refuses_is_told_and_nothing_typed_is_lost(
    play: Play, bridge: Ledger
) -> None:
    bridge.give_verdict("1.1", "true", because="Seen.")
    bridge.publish(["1.1"])

    async def story(desk: Desk) -> None:
        await desk.press("f", "m", "enter", "end", "5")
        await desk.type("It was not.")
        await desk.press("enter")
        await desk.sees("is published")
        await desk.sees("It was not.")
        await desk.sees("claimledger correct")

    play(story)


def test_a_timer_that_goes_off_after_the_end_does_no_harm(play: Play) -> None:
    left: list[Desk] = []

    async def story(desk: Desk) -> None:
        left.append(desk)

    play(story)

    assert left[0].app.screen_stack == []
    left[0].app.show_claim()
