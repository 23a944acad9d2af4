"""Contexts: where an article says a claim, with its words marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rich.text import Text

from claimledger.domain.outside import clean
from claimledger.domain.text import Span
from claimledger.report.theme import QUIET, QUOTED

REACH: Final = 320
"""Code points shown before and after a claim's words, at most."""

_PARAGRAPH: Final = "\n\n"


def in_context(text: str, spans: Sequence[Span]) -> Text:
    """Show the paragraph of ``text`` that holds ``spans``, with them marked."""
    before, inside, after = _before(text, spans[0].start), Text(), _after(text, spans[-1].end)
    at = spans[0].start
    for span in spans:
        inside.append(_flat(text[at : span.start]), QUIET)
        inside.append(_flat(span.of(text)), QUOTED)
        at = span.end
    return Text().append(before, QUIET).append_text(inside).append(after, QUIET)


def _before(text: str, start: int) -> str:
    begin = text.rfind(_PARAGRAPH, 0, start) + len(_PARAGRAPH)
    begin = begin if begin >= len(_PARAGRAPH) else 0
    if start - begin <= REACH:
        return _flat(text[begin:start]).lstrip()
    _, _, kept = _flat(text[start - REACH : start]).partition(" ")
    return f"… {kept}"


def _after(text: str, end: int) -> str:
    stop = text.find(_PARAGRAPH, end)
    stop = stop if stop >= 0 else len(text)
    if stop - end <= REACH:
        return _flat(text[end:stop]).rstrip()
    kept, _, _ = _flat(text[end : end + REACH]).rpartition(" ")
    return f"{kept} …"


def _flat(piece: str) -> str:
    return clean(piece).replace("\n", " ").replace("\t", " ")
