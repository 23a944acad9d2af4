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
UNDO: Final = "u takes it back."
"""What is said under an act that was just put on record."""


def _key(keys: str, shown: str, action: str, word: str, meaning: str) -> Key:
    return Key(
        keys=keys,
        shown=shown,
        action=action,
        word=word.removeprefix("-"),
        meaning=meaning,
        footer=not word.startswith("-"),
    )


KEYS: Final[dict[str, tuple[Key, ...]]] = {
    "Going about": (
        _key("n", "n", "advance", "next", "the next claim that waits for you"),
        _key("down,j", "↓ j", "move(1)", "-down", "one claim down"),
        _key("up,k", "↑ k", "move(-1)", "-up", "one claim up"),
        _key("home,g", "Home g", "move(-1000000)", "-first", "the first claim"),
        _key("end,G", "End G", "move(1000000)", "-last", "the last claim"),
        _key(
            "pagedown,right_square_bracket",
            "PgDn ]",
            "read(1)",
            "-read on",
            "read on in the marked panel",
        ),
        _key(
            "pageup,left_square_bracket",
            "PgUp [",
            "read(-1)",
            "-back",
            "read back in the marked panel",
        ),
        _key("tab", "Tab", "panel(1)", "panel", "the next panel: article, evidence, history"),
        _key("shift+tab", "⇧Tab", "panel(-1)", "-panel back", "the panel before"),
        _key("slash", "/", "search", "search", "show only claims that hold some words"),
        _key("escape", "Esc", "all_again", "-clear", "end the search"),
        _key("f", "f", "filter", "filter", "choose by status, article, tag; choose the order"),
        _key(
            "r,f5", "r", "refresh", "-refresh", "read the ledger anew (it happens by itself, too)"
        ),
    ),
    "Checking": (
        _key(
            ",".join(RATINGS), "1–9", "rate", "rate", "give that rating of the scale, with a reason"
        ),
        _key("0", "0", "withdraw", "-take back", "take your own verdict back, with a reason"),
        _key("a", "a", "attach", "attach", "attach evidence: a web address or a file"),
        _key(
            "o,enter",
            "o",
            "sources",
            "sources",
            "read the sources as captured, open or withdraw them",
        ),
        _key("u", "u", "undo", "undo", "take back the last thing you did"),
        _key("S", "S", "settle", "-settle", "settle a dispute for the desk, or reopen the claim"),
        _key("P", "P", "publish", "-publish", "note that the check was published"),
    ),
    "Curating": (
        _key("e", "e", "edit", "edit", "correct the claim's words or speaker"),
        _key("s", "s", "split", "split", "divide the claim into several"),
        _key("m", "m", "merge", "merge", "merge other claims into this one"),
        _key("x", "x", "retract", "retract", "take the claim out of the review, or back in"),
        _key("c", "c", "add", "-add claim", "add a claim of this article that was not seen"),
        _key(
            "l",
            "l",
            "link",
            "-link",
            "link the claim to another: the same, contradicts, supports, related",
        ),
        _key("t", "t", "tag", "-tag", "tag the claim"),
        _key("w", "w", "assign", "-who", "say who is to check the claim"),
        _key(
            "space",
            "Space",
            "mark",
            "-mark",
            "mark claims: tag, assign and publish act on all marked",
        ),
    ),
    "The app": (
        _key("question_mark,f1", "?", "keys", "help", "all keys and symbols"),
        _key("q", "q", "quit", "quit", "quit; nothing is lost"),
    ),
}
"""By group, in the order of the help. The footer shows as many as fit, those with a "-" never."""

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
