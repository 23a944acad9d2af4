"""What others wrote is text on the screen, whatever it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimledger.domain.evidence import Stance
from claimledger.ledger import Ledger
from claimledger.ledger.sourcing import evidence_act

if TYPE_CHECKING:
    from tests.review.conftest import Desk, Play, PutArticle

HOSTILE = "\x1b[2J\x1b]0;owned\x07[red]mark[/red] [@click=app.quit]go[/] \u202egnp.exe\x9b5A ✓"


def test_hostile_words_are_shown_as_words_everywhere(play: Play, bridge: Ledger) -> None:
    bridge.edit_claim("1.1", text=f"Claim {HOSTILE}", speaker=f"Speaker {HOSTILE}")
    bridge.give_verdict("1.1", "true", because=f"Because {HOSTILE}")
    act = evidence_act(
        "https://example.org/",
        stance=Stance.SUPPORTS,
        fetch=False,
        title=f"Title {HOSTILE}",
        note=f"Note {HOSTILE}",
        quotes=[f"Quote {HOSTILE}"],
    )
    bridge.attach("1.1", act)
    bridge.tag(["1.1"], add=["[red]tag[/red]"])

    async def story(desk: Desk) -> None:
        seen = ""
        await desk.press("f", "a", "enter", "home")
        for key in ("", "tab", "tab", "e", "escape", "o", "escape", "1", "escape", "slash"):
            await desk.press(*([key] if key else []))
            seen += desk.raw
        for word in ("Claim", "Because", "Title", "Note", "Quote"):
            assert f"{word} [red]mark[/red]" in " ".join(seen.split())
        assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(seen)

    play(story, size=(200, 60))


def test_pasted_words_are_cleaned(play: Play, bridge: Ledger) -> None:
    async def story(desk: Desk) -> None:
        await desk.press("1")
        await desk.type(f"Pasted {HOSTILE}")
        await desk.press("enter")

    play(story)

    because = bridge.claim("1.1").verdicts[0].because
    assert because.startswith("Pasted [red]mark[/red]")
    assert "\x1b" not in because


def test_a_hostile_article_is_shown_as_words(
    play: Play, bridge: Ledger, put_article: PutArticle
) -> None:
    text = f"Title {HOSTILE}\n\nThe {HOSTILE} bridge is open. It is."
    put_article(bridge, text, [f"The {HOSTILE} bridge is open.", "It is."])

    async def story(desk: Desk) -> None:
        assert desk.here == "2.1"
        await desk.sees("bridge is open.")
        assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(desk.raw)

    play(story, start=bridge.claim("2.1").id)
