"""Quotations: which stretches of an article stand between quotation marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claimledger.domain.text import Span

_OPENING = frozenset("\u201c\u201e\u00ab")
_CLOSING = frozenset("\u201d\u00bb")
_MARK = re.compile("[\"\u201c\u201d\u201e\u201f\u00ab\u00bb]|\u2018\u2018|\u2019\u2019|``|''")
_SINGLE = re.compile(
    r"(?<![\w])['\u2018](?=[A-Z\u2026])([^'\u2018\n]{12,}?[,.!?])['\u2019](?=\s|$)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words between quotation marks, without the marks."""

    span: Span
    paragraph: int
    continued: bool = False
    """True when it goes on from the paragraph before, as the open marks show."""


def quotations_of(text: str, paragraphs: Sequence[Span]) -> list[Quotation]:
    """Find the quotations of a text, paragraph by paragraph.

    A quotation left open runs to the end of its paragraph; the next one continues it
    when it opens with a mark too. Marks inside a quotation are part of it.
    """
    out: list[Quotation] = []
    left_open = False
    for number, paragraph in enumerate(paragraphs):
        start: int | None = None
        began_open = False
        for mark in _MARK.finditer(text, paragraph.start, paragraph.end):
            if start is None and _opens(text, mark, paragraph):
                start = mark.end()
                began_open = left_open and mark.start() == paragraph.start
            elif start is not None and (
                _closes(text, mark, paragraph)
                or (text[start - 1] == "\u201e" and mark.group() == "\u201c")
            ):
                out.append(_quotation(start, mark.start(), number, continued=began_open))
                start = None
        left_open = start is not None
        if start is not None:
            out.append(_quotation(start, paragraph.end, number, continued=began_open))
        if not any(q.paragraph == number for q in out[-8:]):
            out.extend(
                _quotation(found.start(1), found.end(1), number)
                for found in _SINGLE.finditer(text, paragraph.start, paragraph.end)
            )
    return [q for q in out if q.span.start < q.span.end]


def _quotation(start: int, end: int, paragraph: int, *, continued: bool = False) -> Quotation:
    return Quotation(span=Span(start, end), paragraph=paragraph, continued=continued)


def _opens(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    """Tell whether a mark can open a quotation."""
    char = mark.group()[0]
    if char in _OPENING:
        return True
    after = text[mark.end() : mark.end() + 1]
    before = text[mark.start() - 1 : mark.start()] if mark.start() > paragraph.start else " "
    if char in _CLOSING:
        # Printed with the wrong mark now and then: believe the spaces.
        return before.isspace() and not after.isspace() and bool(after)
    return bool(after) and not after.isspace() and not before.isalnum()


def _closes(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    """Tell whether a mark can close the quotation that is open."""
    char = mark.group()[0]
    if char in _CLOSING:
        return True
    if char in _OPENING:
        return False
    before = text[mark.start() - 1 : mark.start()] if mark.start() > paragraph.start else " "
    after = text[mark.end() : mark.end() + 1] if mark.end() < paragraph.end else " "
    return not before.isspace() or after.isspace() or not after.isalnum()
