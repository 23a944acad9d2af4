"""Bars: the lines above and below, which say where one is and what can be done."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from rich.style import Style
from rich.text import Text
from textual import events
from textual.widgets import Static

from claimledger.domain.outside import line, person
from claimledger.domain.scales import Scale
from claimledger.ledger.queueing import Progress
from claimledger.report.bars import DECIDED, UNDECIDED
from claimledger.report.colours import style_of
from claimledger.report.theme import ACCENT, GREEN, MAGENTA, ORANGE, QUIET, RED, STRONG, TONES
from claimledger.review.keys import RATINGS, footer_keys

ROOMY: Final = 100
"""Cells from which the bar of progress is twice as long."""
_GAP: Final = 2
_DOES: Final = "does"
"""What a click on a stretch of a bar does, in its style; not a link, which has its own look."""


class Bar(Static):
    """One or two lines of text, which may be clicked."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's name
        """Begin empty; nothing in it is ever markup."""
        super().__init__("", id=id, markup=False)
        self._rows = 0

    def show(self, text: Text) -> None:
        """Show a text; the screen is laid out anew only if it takes another number of lines."""
        width = self.size.width
        rows = len(text.wrap(self.app.console, width)) if width else 0
        self.update(text, layout=rows != self._rows or not rows)
        self._rows = rows

    async def on_click(self, event: events.Click) -> None:
        """Do what the words under the mouse name."""
        if action := event.style.meta.get(_DOES):
            await self.run_action(f"app.{action}")


def headline(
    ledger: Path, reviewer: str, told: str, progress: Progress, shown: int, *, width: int
) -> Text:
    """Say whose work on which ledger this is, what is shown, and how far it has come."""
    left = Text().append(f" {line(ledger.stem)}", STRONG).append(f"  {person(reviewer)}", QUIET)
    left.append(f"  {line(told)}", ACCENT).append(f" {shown:,}", QUIET)
    right = Text()
    if progress.total:
        cells = 12 if width >= ROOMY else 6
        full = cells * progress.done // progress.total
        right.append(DECIDED * full, GREEN).append(UNDECIDED * (cells - full), QUIET)
    right.append(f" {progress.done:,}/{progress.total:,} done")
    if progress.disputed:
        right.append(f" · {progress.disputed:,} disputed", MAGENTA)
    right.append(f" · {progress.to_do:,} to do ")
    left.truncate(max(8, width - right.cell_len - 1), overflow="ellipsis")
    space = max(1, width - left.cell_len - right.cell_len)
    return left.append(" " * space).append_text(right)


def tabs(panels: Sequence[tuple[str, str]], current: str, *, width: int) -> Text:
    """Name the panels, as (key, name), the one in sight marked."""
    text = Text(" ")
    for key, name in panels:
        style = f"{STRONG} {ACCENT}" if key == current else QUIET
        shown = f"[{name}]" if key == current else f" {name} "
        text.append(shown, Style.parse(style) + _click(f"show_panel('{key}')"))
    rest = max(0, width - text.cell_len - 1)
    return text.append(" ").append("─" * max(0, rest - 1), QUIET)


def ratings(scale: Scale, *, width: int) -> Text:
    """Show which digit gives which rating, on as few lines as it takes."""
    parts = []
    for digit, rating in zip(RATINGS, scale.given, strict=False):
        part = Text().append(f"{digit} ", f"{STRONG} {ACCENT}")
        part.append(f"{TONES[rating.tone].symbol} ", style_of(rating)).append(line(rating.label))
        part.stylize(_click(f"rate('{digit}')"))
        parts.append(part)
    gap = Text(" " * _GAP)
    rows = [Text(" ")]
    for part in parts:
        if rows[-1].cell_len > 1:
            if rows[-1].cell_len + _GAP + part.cell_len > width:
                rows.append(Text(" "))
            else:
                rows[-1].append_text(gap)
        rows[-1].append_text(part)
    return Text("\n").join(rows)


def footer(*, width: int) -> Text:
    """Show the keys that there is room for."""
    text = Text()
    for key in footer_keys(width):
        part = Text(" ").append(key.shown, f"{STRONG} {ACCENT}").append(f" {key.word} ", QUIET)
        if key.action != "rate":
            part.stylize(_click(key.action if "(" in key.action else f"{key.action}()"))
        text.append_text(part)
    return text


def message(words: str, *, hint: str = "", wrong: bool = False) -> Text:
    """Tell what was done, or what is wrong and what to do about it."""
    text = Text().append(" ! " if wrong else " ", f"{STRONG} {RED}")
    text.append(line(words), ORANGE if wrong else "")
    return text.append(f"  {line(hint)}" if hint else "", QUIET)


def quiet(words: str) -> Text:
    """Say something in the background; a bar heeds the styles inside a text alone."""
    return Text().append(words, QUIET)


def _click(action: str) -> Style:
    return Style(meta={_DOES: action})
