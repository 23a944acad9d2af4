"""An interrupted session loses nothing: what was typed, and where one was."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimledger.ledger import Ledger
from claimledger.review.drafts import Drafts, drafts_folder, has_draft

if TYPE_CHECKING:
    from tests.review.conftest import Desk, Play


def test_what_was_half_typed_is_there_after_a_kill(play: Play, bridge: Ledger) -> None:
    async def killed(desk: Desk) -> None:
        await desk.press("j", "2")
        await desk.type("I had got as far as")
        # The story ends here, in the middle of a form: nobody saved, nobody closed it.

    async def again(desk: Desk) -> None:
        assert desk.here == "1.2"
        await desk.sees("✎")
        await desk.press("2")
        await desk.sees("I had got as far as")
        await desk.sees("What you had typed is back.")
        await desk.type(" this.")
        await desk.press("enter")
        assert "✎" not in desk.screen

    play(killed)
    play(again)

    assert bridge.claim("1.2").verdicts[0].because == "I had got as far as this."


def test_a_form_that_is_left_keeps_its_words_for_another_rating(play: Play) -> None:
    async def story(desk: Desk) -> None:
        await desk.press("2")
        await desk.type("Nine months and a day.")
        await desk.press("escape")
        assert "Nine months" not in desk.screen
        await desk.press("3")
        await desk.sees("Half true")
        await desk.sees("Nine months and a day.")

    play(story)


def test_a_form_that_is_emptied_leaves_no_draft(play: Play) -> None:
    async def story(desk: Desk) -> None:
        await desk.press("2")
        await desk.type("No")
        assert desk.app.drafts.claims()
        await desk.press("backspace", "backspace", "escape")
        assert not desk.app.drafts.claims()

    play(story)


def test_a_session_goes_on_where_the_last_one_ended(play: Play) -> None:
    async def first(desk: Desk) -> None:
        await desk.press("f", "a", "tab", "t", "enter", "j", "j", "j", "q")

    async def second(desk: Desk) -> None:
        assert desk.here == "1.4"
        await desk.sees("all · in the text's order 12")

    play(first)
    play(second)


def test_each_reviewer_has_drafts_of_their_own(path: Path) -> None:
    ana, ben = Drafts.of(path, "Ana"), Drafts.of(path, "Ben")
    ana.write("c" * 64, "verdict", {"because": "Ana's"})

    assert ben.read("c" * 64, "verdict") == {}
    assert not ben.claims()
    assert has_draft(ana.claims(), "c" * 64)


def test_drafts_are_for_their_writer_alone(path: Path) -> None:
    Drafts.of(path, "Ana").write("c" * 64, "verdict", {"because": "a secret"})

    [draft] = drafts_folder().rglob("*.json")
    assert draft.stat().st_mode & 0o077 == 0
    assert draft.parent.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("content", ["", "[]", '{"because": ', "\x00"])
def test_a_draft_that_makes_no_sense_is_none(path: Path, content: str) -> None:
    drafts = Drafts.of(path, "Ana")
    drafts.write("c" * 64, "verdict", {"because": "text"})
    [draft] = drafts_folder().rglob("*.json")
    draft.write_text(content, encoding="utf-8")

    assert drafts.read("c" * 64, "verdict") == {}


def test_a_folder_that_cannot_be_written_stops_nobody(
    play: Play, bridge: Ledger, state_folder: Path
) -> None:
    state_folder.write_text("a file is in the way", encoding="utf-8")

    async def story(desk: Desk) -> None:
        await desk.press("1")
        await desk.type("Seen.")
        await desk.press("enter")

    play(story)

    assert len(bridge.claim("1.1").verdicts) == 1
