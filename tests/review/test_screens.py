"""What the screen looks like, at the size of a small terminal and of a larger one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import pytest

from claimledger.domain.evidence import Stance
from claimledger.ledger import Ledger
from claimledger.ledger.sourcing import evidence_act

if TYPE_CHECKING:
    from tests.review.conftest import Desk, Play

SIZES = {"small": (80, 24), "wide": (120, 40)}
KEYS: dict[str, tuple[Sequence[str], Sequence[str]]] = {
    "desk": ((), ()),
    "claim": (["tab"], ["shift+tab"]),
    "history": (["tab", "tab"], ["tab"]),
    "verdict": (["2"], ["escape"]),
    "attach": (["a"], ["escape"]),
    "edit": (["e"], ["escape"]),
    "split": (["s"], ["escape"]),
    "filter": (["f"], ["escape"]),
    "search": (["slash"], ["escape"]),
    "help": (["question_mark"], ["escape"]),
    "sources": (["o"], ["escape"]),
}
"""Screens, with the keys that lead there and back."""


@pytest.mark.parametrize("size", SIZES)
def test_every_screen_looks_as_it_was_last_seen(
    size: str, play: Play, bridge: Ledger, golden: Callable[[str, str], None]
) -> None:
    act = evidence_act(
        "https://council.example/minutes",
        stance=Stance.SUPPORTS,
        fetch=False,
        title="Minutes of the council",
        quotes=["12 million euros"],
    )
    bridge.attach("1.2", act)
    bridge.give_verdict("1.1", "true", because="Seen.")
    bridge.tag(["1.2"], add=["money"])

    async def story(desk: Desk) -> None:
        for view, (there, back) in KEYS.items():
            await desk.press(*there)
            golden(f"{view}-{size}", await desk.standing())
            await desk.press(*back)

    play(story, size=SIZES[size])


def test_without_colours_nothing_is_coloured(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    async def story(desk: Desk) -> None:
        await desk.press("1")
        app = desk.app
        strips = app.screen._compositor.render_strips()
        shown = [
            strip.apply_filter(f, app.screen.styles.background)
            for strip in strips
            for f in app._filters
            if f.enabled
        ]
        colours = {
            colour.name
            for strip in shown
            for segment in strip
            if segment.style
            for colour in (segment.style.color, segment.style.bgcolor)
            if colour
        }
        assert colours <= {"default"}

    play(story)


def test_the_layout_follows_the_size_of_the_terminal(play: Play) -> None:
    async def story(desk: Desk) -> None:
        await desk.sees("[Claim]")
        await desk.pilot.resize_terminal(80, 24)
        await desk.settle()
        await desk.sees("[Article]")
        await desk.pilot.resize_terminal(40, 12)
        await desk.settle()
        await desk.sees("1.1")
        await desk.pilot.resize_terminal(10, 3)
        await desk.press("j", "1", "escape", "f", "escape", "question_mark", "escape")
        await desk.pilot.resize_terminal(80, 24)
        await desk.sees("1.2")

    play(story)


def test_the_mouse_works_too(play: Play) -> None:
    async def story(desk: Desk) -> None:
        await desk.pilot.click("#list", offset=(5, 4))
        await desk.settle()
        assert desk.here == "1.3"
        await desk.pilot.click("#ratings", offset=(4, 0))
        await desk.settle()
        await desk.sees("1.3 → ✓ True")

    play(story)


def test_a_click_on_a_sentence_of_the_article_goes_to_its_claim(play: Play) -> None:
    async def story(desk: Desk) -> None:
        lines = (await desk.standing()).splitlines()
        number, line = next((n, text) for n, text in enumerate(lines) if "built in 1931" in text)
        await desk.pilot.click(offset=(line.index("built in 1931"), number))
        await desk.settle()
        assert desk.here == "1.5"

    play(story)
