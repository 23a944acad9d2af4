"""Places in a text: spans of code points, and the quotes they stand for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

GAP = " … "
"""What stands between the fragments of a quote that is not contiguous."""


class Span(NamedTuple):
    """A stretch of a text: offsets in Unicode code points, ``end`` exclusive."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the stretch of ``text`` that this span names."""
        return text[self.start : self.end]


def quote_of(text: str, spans: Iterable[Span]) -> str:
    """Return what ``text`` says at ``spans``, fragments joined by an ellipsis."""
    return GAP.join(span.of(text) for span in spans)


def are_in_order(spans: Sequence[Span], *, within: Span) -> bool:
    """Tell whether spans are non-empty, ascending, apart, and inside ``within``."""
    edge = within.start
    for span in spans:
        if span.start < edge or span.end <= span.start:
            return False
        edge = span.end
    return bool(spans) and edge <= within.end
