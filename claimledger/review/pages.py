"""Pages: what is read rather than picked, drawn a line at a time."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

from rich.cells import cell_len
from rich.console import RenderableType
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from claimledger.domain.outside import clean
from claimledger.domain.text import Span
from claimledger.report.theme import ACCENT, QUIET

Draw = Callable[[int], RenderableType]
"""Makes what a page shows, for a width in cells."""

_PLAIN: Final = Style()
_CLAIM: Final = Style.parse("bold underline")
_CUE: Final = Style.parse(f"{ACCENT} underline")
_AROUND: Final = Style.parse(QUIET)
_MARGIN: Final = 1
_TOKEN: Final = re.compile(r"\S+[^\S\n]*|[^\S\n]+")


class Page(ScrollView):
    """A renderable, drawn once for a width, scrolled without drawing it again."""

    can_focus = False

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's name
        """Begin empty."""
        super().__init__(id=id)
        self._draw: Draw | None = None
        self._lines: list[list[Segment]] = []
        self._for_width = 0

    def show(self, draw: Draw, *, from_top: bool = True) -> None:
        """Show something else, from its top unless it is the same thing anew."""
        self._draw = draw
        self._for_width = 0
        self._lay_out()
        if from_top:
            self.scroll_to(y=0, animate=False, force=True, immediate=True)

    def on_resize(self) -> None:
        """Draw anew for another width."""
        self._lay_out()

    def _lay_out(self) -> None:
        # The scroll bar's cell stays free, so that it coming and going changes no line.
        width = self.container_size.width - _MARGIN - 1
        if self._draw is None or width < 1 or width == self._for_width:
            return
        self._for_width = width
        console = self.app.console
        options = console.options.update(width=width, height=None, highlight=False, markup=False)
        self._lines = console.render_lines(self._draw(width), options, pad=False)
        self.virtual_size = Size(width + _MARGIN, len(self._lines))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        place = y + self.scroll_offset.y
        if place >= len(self._lines):
            return Strip.blank(self.size.width)
        margin = Segment(" " * _MARGIN)
        return Strip([margin, *self._lines[place]]).adjust_cell_length(self.size.width)


class ArticlePage(ScrollView):
    """An article's text with one claim's words marked, the rest there to be read."""

    can_focus = False

    class Pointed(Message):
        """The mouse was clicked on a place in the text."""

        def __init__(self, place: int) -> None:
            """Tell of a place, as an offset into the text."""
            super().__init__()
            self.place = place

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's name
        """Begin empty."""
        super().__init__(id=id)
        self._text = ""
        self._lines: list[Span] = []
        self._for_width = 0
        self._marks: list[tuple[Span, Style]] = []
        self._sentence: Span | None = None
        self._near: Span | None = None
        """The paragraph of the sentence."""

    def show(
        self, text: str, *, spans: Sequence[Span], cues: Sequence[Span], sentence: Span | None
    ) -> None:
        """Show a text, its claim in sight; ``cues`` are where it says whose words they are."""
        marks = [(span, _CLAIM) for span in spans] + [(span, _CUE) for span in cues]
        if text == self._text and marks == self._marks:
            return  # the reader may be somewhere else in it
        if text is not self._text:
            self._text = text
            self._for_width = 0
        self._marks = marks
        self._sentence = sentence or (Span(spans[0].start, spans[-1].end) if spans else None)
        self._near = None if self._sentence is None else _paragraph(text, self._sentence)
        self._lay_out()
        self._reveal()
        self.refresh()

    def on_resize(self) -> None:
        """Break the lines anew for another width."""
        self._lay_out()
        self.call_after_refresh(self._reveal)  # by then it is known how far it scrolls

    def on_click(self, event: events.Click) -> None:
        """Tell where in the text the mouse is."""
        number = event.y + self.scroll_offset.y
        if number < len(self._lines):
            line = self._lines[number]
            into = _fitting(line.of(self._text), max(0, event.x - _MARGIN))
            self.post_message(self.Pointed(min(line.start + into, line.end)))

    def _lay_out(self) -> None:
        width = self.container_size.width - _MARGIN - 1
        if width < 1 or width == self._for_width:
            return
        self._for_width = width
        self._lines = wrapped(self._text, width)
        self.virtual_size = Size(width + _MARGIN, len(self._lines))
        self.refresh()

    def _reveal(self) -> None:
        """Scroll the claim into the upper half, with what leads up to it."""
        if self._sentence is None or not self._lines:
            self.scroll_to(y=0, animate=False, force=True, immediate=True)
            return
        first, last = (self._line_of(place) for place in self._sentence)
        height = self.size.height
        spare = max(0, height - (last - first + 1))
        self.scroll_to(y=max(0, first - spare // 3), animate=False, force=True, immediate=True)

    def _line_of(self, place: int) -> int:
        return max(0, bisect_right(self._lines, place, key=lambda span: span.start) - 1)

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        place = y + self.scroll_offset.y
        if place >= len(self._lines):
            return Strip.blank(self.size.width)
        segments = [Segment(" " * _MARGIN), *self._segments(self._lines[place])]
        return Strip(segments).adjust_cell_length(self.size.width)

    def _segments(self, line: Span) -> list[Segment]:
        here = self._near
        edges = {line.start, line.end}
        spans = [span for span, _ in self._marks] + ([here] if here else [])
        edges |= {edge for span in spans for edge in span if line.start < edge < line.end}
        places = sorted(edges)
        found = []
        for start, end in pairwise(places):
            style = _AROUND if here and not (here.start <= start < here.end) else _PLAIN
            for span, mark in reversed(self._marks):
                if span.start <= start < span.end:
                    style = mark
            # Cleaned after it was cut, so that no cut can make a sequence whole.
            found.append(Segment(clean(self._text[start:end]).replace("\t", " "), style))
        return found


def _paragraph(text: str, sentence: Span) -> Span:
    end = text.find("\n", sentence.end)
    return Span(text.rfind("\n", 0, sentence.start) + 1, len(text) if end < 0 else end)


def wrapped(text: str, width: int) -> list[Span]:
    """Break a text into lines of at most so many cells, as offsets into it.

    Words longer than a line are cut; white space at the end of a line belongs to none.
    """
    lines: list[Span] = []
    at = 0
    for paragraph in text.split("\n"):
        lines += _wrapped_line(paragraph, at, width)
        at += len(paragraph) + 1
    return lines


def _wrapped_line(paragraph: str, at: int, width: int) -> list[Span]:
    if len(paragraph) <= width and paragraph.isascii():
        return [Span(at, at + len(paragraph))]
    found: list[Span] = []
    begin = end = cells = 0
    for token in _TOKEN.finditer(paragraph):
        start, word = token.start(), token.group().rstrip()
        stop, size = start + len(word), cell_len(word)
        if cells and cells + size > width:
            if end > begin:
                found.append(Span(at + begin, at + end))
            begin, cells = start, 0
        while size > width:
            start += max(1, _fitting(word, width))
            found.append(Span(at + begin, at + start))
            begin, cells, word = start, 0, paragraph[start:stop]
            size = cell_len(word)
        end = stop if word else end
        cells += size + token.end() - stop
    found.append(Span(at + begin, at + max(end, begin)))
    return found


def _fitting(text: str, width: int) -> int:
    """Count the characters that fit into so many cells."""
    cells = 0
    for place, letter in enumerate(text):
        cells += cell_len(letter)
        if cells > width:
            return place
    return len(text)
