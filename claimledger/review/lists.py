"""The list of claims: a widget that draws only the lines on the screen."""

from __future__ import annotations

from typing import Final

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from claimledger.domain.outside import line
from claimledger.domain.records import QueueEntry
from claimledger.domain.verdicts import ClaimStatus
from claimledger.report.theme import ACCENT, ORANGE, QUIET, STATUSES, STRUCK, TONES, Mark
from claimledger.review.drafts import has_draft
from claimledger.review.worklist import Worklist

NARROW: Final = 56
"""Cells below which a claim has two lines of the list."""
DRAFT: Final = "✎"
MARKED: Final = "»"

_PLAIN: Final = Style.parse("")
_QUIET: Final = Style.parse(QUIET)
_HERE: Final = Style.parse("bold")
_BAR: Final = Style.parse(ACCENT)
_DRAFT: Final = Style.parse(ORANGE)
_STRUCK: Final = Style.parse(STRUCK)


class ClaimList(ScrollView, inherit_bindings=False):
    """Claims in one line or two each, a cursor, and marks."""

    can_focus = True

    class Moved(Message):
        """The cursor was put on another claim with the mouse."""

    def __init__(self, worklist: Worklist, *, id: str) -> None:  # noqa: A002 - Textual's name
        """Show a worklist."""
        super().__init__(id=id)
        self.worklist = worklist
        self.drafts: frozenset[str] = frozenset()
        self._ref = 4

    @property
    def rows(self) -> int:
        """Lines of one claim."""
        return 2 if self.size.width < NARROW else 1

    def show(self) -> None:
        """Draw the worklist as it is now, the cursor in sight."""
        shown = self.worklist.shown
        self._ref = max(map(len, (entry.ref for entry in shown)), default=4)
        self.virtual_size = Size(self.size.width, len(shown) * self.rows)
        self.reveal()
        self.refresh()

    def reveal(self) -> None:
        """Scroll as little as it takes to see the cursor, and a claim before and behind."""
        rows = self.rows
        top = self.worklist.at * rows
        region = Region(0, max(0, top - rows), 1, 3 * rows)
        if self.size.height < region.height:
            region = Region(0, top, 1, rows)
        self.scroll_to_region(region, animate=False, force=True, immediate=True)

    def on_resize(self) -> None:
        """Keep the cursor in sight when the list gets another size."""
        self.show()
        self.call_after_refresh(self.reveal)  # by then it is known how far it scrolls

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse is."""
        place = (event.y + self.scroll_offset.y) // self.rows
        if place < len(self.worklist.shown):
            self.worklist.at = place
            self.refresh()
            self.post_message(self.Moved())

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        width = self.size.width
        place, row = divmod(y + self.scroll_offset.y, self.rows)
        if place >= len(self.worklist.shown):
            if y or self.worklist.shown:
                return Strip.blank(width)
            return Strip([Segment(" Nothing here. f: show other claims", _QUIET)])
        segments = list(self._segments(self.worklist.shown[place], place, row, width))
        return Strip(segments).adjust_cell_length(width)

    def _segments(self, entry: QueueEntry, place: int, row: int, width: int) -> list[Segment]:
        here = place == self.worklist.at
        bar = Segment("▌" if here else " ", _BAR)
        marked = entry.id in self.worklist.marked
        text = line(entry.text)
        style = _HERE if here else _PLAIN
        if entry.status is ClaimStatus.RETRACTED:
            style = _STRUCK
        elif not entry.checkable and not here:
            style = _QUIET
        room = max(8, width - self._ref - 5)
        if self.rows == 1:
            first, rest = cut_short(text, room), ""
        else:
            first, rest = halves(text, room)
        if row == 1:
            told = Segment(rest, style)
            if not rest and entry.speaker:
                told = Segment(cut_short(f"— {line(entry.speaker)}", room), _QUIET)
            return [bar, Segment(" " * (self._ref + 3)), told]
        mark = mark_of(entry)
        draft = has_draft(self.drafts, entry.id)
        sign = Segment(MARKED if marked else DRAFT if draft else " ", _DRAFT)
        return [
            bar,
            Segment(mark.symbol, Style.parse(mark.style)),
            sign,
            Segment(entry.ref.rjust(self._ref) + " ", _BAR if here else _QUIET),
            Segment(first, style),
        ]


def mark_of(entry: QueueEntry) -> Mark:
    """Return the symbol for how a claim stands: its rating's, or its status's."""
    if entry.challenged:
        return Mark("!", ORANGE)
    if entry.tone is not None and entry.status in {ClaimStatus.CHECKED, ClaimStatus.SETTLED}:
        return TONES[entry.tone]
    if entry.mine and entry.status is ClaimStatus.OPEN:
        return Mark("◐", ACCENT)
    return STATUSES[entry.status]


def halves(text: str, cells: int) -> tuple[str, str]:
    """Break a text into two lines, the second cut short if it must be."""
    if cell_len(text) <= cells:
        return text, ""
    head = set_cell_size(text, cells)
    cut = head.rfind(" ")
    cut = cut if cut > cells // 3 else len(head)
    first, rest = text[:cut].rstrip(), text[cut:].lstrip()
    return first, cut_short(rest, cells)


def cut_short(text: str, cells: int) -> str:
    """Fit a text into so many cells, with an ellipsis where it is longer."""
    return text if cell_len(text) <= cells else set_cell_size(text, cells - 1).rstrip() + "…"
