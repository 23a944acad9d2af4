"""Keys: what each one does, for the bindings, the footer and the help alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One thing that can be done, and the key for it."""

    keys: str
    """As Textual names them, the first one shown."""
    shown: str
    action: str
    word: str
    """For the footer."""
    meaning: str
    """For the help."""
    footer: bool = True


RATINGS: Final = "123456789"

KEYS: Final[dict[str, tuple[Key, ...]]] = {
    "Going about": (
        Key(
            keys="n",
            shown="n",
            action="advance",
            word="next",
            meaning="the next claim that waits for you",
        ),
        Key(
            keys="down,j",
            shown="↓ j",
            action="move(1)",
            word="down",
            meaning="one claim down",
            footer=False,
        ),
        Key(
            keys="up,k",
            shown="↑ k",
            action="move(-1)",
            word="up",
            meaning="one claim up",
            footer=False,
        ),
        Key(
            keys="home,g",
            shown="Home g",
            action="move(-1000000)",
            word="first",
            meaning="the first claim",
            footer=False,
        ),
        Key(
            keys="end,G",
            shown="End G",
            action="move(1000000)",
            word="last",
            meaning="the last claim",
            footer=False,
        ),
        Key(
            keys="pagedown,right_square_bracket",
            shown="PgDn ]",
            action="read(1)",
            word="read on",
            meaning="read on in the marked panel",
            footer=False,
        ),
        Key(
            keys="pageup,left_square_bracket",
            shown="PgUp [",
            action="read(-1)",
            word="back",
            meaning="read back in the marked panel",
            footer=False,
        ),
        Key(
            keys="tab",
            shown="Tab",
            action="panel(1)",
            word="panel",
            meaning="the next panel: article, evidence, history",
        ),
        Key(
            keys="shift+tab",
            shown="⇧Tab",
            action="panel(-1)",
            word="panel back",
            meaning="the panel before",
            footer=False,
        ),
        Key(
            keys="slash",
            shown="/",
            action="search",
            word="search",
            meaning="show only claims that hold some words",
        ),
        Key(
            keys="f",
            shown="f",
            action="filter",
            word="filter",
            meaning="choose by status, article, tag; choose the order",
        ),
        Key(
            keys="r,f5",
            shown="r",
            action="refresh",
            word="refresh",
            meaning="read the ledger anew (it happens by itself, too)",
            footer=False,
        ),
    ),
    "Checking": (
        Key(
            keys=",".join(RATINGS),
            shown="1–9",
            action="rate",
            word="rate",
            meaning="give that rating of the scale, with a reason",
        ),
        Key(
            keys="0",
            shown="0",
            action="withdraw",
            word="take back",
            meaning="take your own verdict back, with a reason",
            footer=False,
        ),
        Key(
            keys="a",
            shown="a",
            action="attach",
            word="attach",
            meaning="attach evidence: a web address or a file",
        ),
        Key(
            keys="o,enter",
            shown="o",
            action="sources",
            word="sources",
            meaning="read the sources as captured, open or withdraw them",
        ),
        Key(
            keys="u",
            shown="u",
            action="undo",
            word="undo",
            meaning="take back the last thing you did",
        ),
        Key(
            keys="S",
            shown="S",
            action="settle",
            word="settle",
            meaning="settle a dispute for the desk, or reopen the claim",
            footer=False,
        ),
        Key(
            keys="P",
            shown="P",
            action="publish",
            word="publish",
            meaning="note that the check was published",
            footer=False,
        ),
    ),
    "Curating": (
        Key(
            keys="e",
            shown="e",
            action="edit",
            word="edit",
            meaning="correct the claim's words or speaker",
        ),
        Key(
            keys="s",
            shown="s",
            action="split",
            word="split",
            meaning="divide the claim into several",
        ),
        Key(
            keys="m",
            shown="m",
            action="merge",
            word="merge",
            meaning="merge other claims into this one",
        ),
        Key(
            keys="x",
            shown="x",
            action="retract",
            word="retract",
            meaning="take the claim out of the review, or back in",
        ),
        Key(
            keys="c",
            shown="c",
            action="add",
            word="add claim",
            meaning="add a claim of this article that was not seen",
            footer=False,
        ),
        Key(
            keys="l",
            shown="l",
            action="link",
            word="link",
            meaning="link the claim to another: the same, contradicts, supports, related",
            footer=False,
        ),
        Key(
            keys="t",
            shown="t",
            action="tag",
            word="tag",
            meaning="tag the claim",
            footer=False,
        ),
        Key(
            keys="w",
            shown="w",
            action="assign",
            word="who",
            meaning="say who is to check the claim",
            footer=False,
        ),
        Key(
            keys="space",
            shown="Space",
            action="mark",
            word="mark",
            meaning="mark claims: tag, assign and publish act on all marked",
            footer=False,
        ),
    ),
    "The app": (
        Key(
            keys="question_mark,f1",
            shown="?",
            action="keys",
            word="help",
            meaning="all keys and symbols",
        ),
        Key(keys="q", shown="q", action="quit", word="quit", meaning="quit; nothing is lost"),
    ),
}
"""By group, in the order of the help; the footer shows as many as fit."""

FIRST: Final = ("advance", "rate", "attach", "keys", "quit")
"""What the footer shows however narrow it is."""


def all_keys() -> list[Key]:
    """Return every key, in order."""
    return [key for group in KEYS.values() for key in group]


def footer_keys(cells: int) -> list[Key]:
    """Return as many keys as a footer of so many cells has room for, in order."""
    wanted = [key for key in all_keys() if key.footer]
    by_need = sorted(wanted, key=lambda key: key.action not in FIRST)
    chosen: set[str] = set()
    for key in by_need:
        cells -= len(key.shown) + len(key.word) + 3
        if cells < 0:
            break
        chosen.add(key.action)
    return [key for key in wanted if key.action in chosen]
