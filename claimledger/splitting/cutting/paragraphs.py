"""The paragraphs of an article, and the lines that are not prose."""

from __future__ import annotations

import re

from claimledger.domain.text import Span
from claimledger.splitting.cutting.datelines import opening_of
from claimledger.splitting.cutting.furniture import is_furniture
from claimledger.splitting.cutting.plain import plain

_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_ENDS = re.compile(
    r"[.!?\u2026:;\u3002\uff01\uff1f\uff61\u061f\u06d4\u0964\u0965]"
    r"[\"')\[\]\d\s\u300d\u300f\uff09\u3011\u300b]*$"
)
_CLOSING = 60
"""Characters at the end of a line in which its full stop is looked for."""
_HARD_WRAP = range(55, 110)


def paragraphs_of(text: str) -> list[Span]:
    """Return the paragraphs of a text, lines broken inside a sentence joined again."""
    lines = [_trimmed(text, Span(*m.span())) for m in _LINE.finditer(text)]
    out: list[Span] = []
    for line in lines:
        if line.start == line.end:
            continue
        if out and _continues(text, out[-1], line):
            out[-1] = Span(out[-1].start, line.end)
        else:
            out.append(line)
    return out


def _continues(text: str, above: Span, line: Span) -> bool:
    """Tell whether a line goes on with the sentence of the line above it."""
    between = text[above.end : line.start]
    if between.count("\n") != 1 or _ENDS.search(text[above.start : above.end]):
        # A wrapped line may end on a stop by chance: only its length can tell.
        wrapped = between.count("\n") == 1 and _last_line(text, above) in _HARD_WRAP
        return wrapped and text[line.start].islower()
    return text[line.start].islower() or _last_line(text, above) in _HARD_WRAP


def _last_line(text: str, above: Span) -> int:
    """Return the length of the last line of a stretch."""
    start = text.rfind("\n", above.start, above.end) + 1 or above.start
    return above.end - max(start, above.start)


def _trimmed(text: str, span: Span) -> Span:
    """Return a span without white space at its ends."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def is_prose(line: str, *, alone: bool = False) -> bool:
    """Tell whether a paragraph holds sentences, and not a headline, byline or caption.

    ``alone`` says that the text has no other paragraph, so that a sentence without a
    full stop is taken as one.
    """
    line = plain(line).strip()
    if not any(c.isalpha() for c in line) or is_furniture(line):
        return False
    return alone or bool(_ENDS.search(line, max(0, len(line) - _CLOSING)))


def without_dateline(text: str, paragraph: Span) -> Span:
    """Return a paragraph without a "LONDON (Reuters) -" or a bullet at its start."""
    return Span(opening_of(text, paragraph.start, paragraph.end), paragraph.end)
