"""Where a draft stands in the article: exact spans inside one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimledger.capture.quotes import find_quote
from claimledger.domain.text import Span
from claimledger.splitting.cutting.plain import plain

_GAP = re.compile(r"\s*(?:\[?…\]?|\[?\.{3}\]?)\s*")
_MARKS = "\"'“”‘’«»„"
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """The place of a claim."""

    spans: tuple[Span, ...]
    sentence: Span


def anchor_of(text: str, sentences: Sequence[Span], quote: str, *, start: int) -> Anchor | None:
    """Find a quote inside one of the sentences, from ``start`` on if it is there.

    The quote's very spelling goes before one that differs in white space, marks or case,
    and one stretch before several with an ellipsis between them.
    """
    # What is said twice is meant where the model has got to, for it reads in order.
    ahead = [s for s in sentences if s.end > start] + [s for s in sentences if s.end <= start]
    wanted = quote.strip()
    bare = wanted.strip(_MARKS)
    if not _WORD.search(bare) or len(wanted) > max((s.end - s.start for s in sentences), default=0):
        return None
    for sentence in ahead:
        at = text.find(wanted, *sentence)
        if at >= 0:
            return _anchor(text, sentence, [Span(at, at + len(wanted))])
    for parts in ([wanted], [bare], [part for part in _GAP.split(bare) if part]):
        for sentence in ahead:
            spans = list(_stretches(text, sentence, parts))
            if len(spans) == len(parts):
                return _anchor(text, sentence, spans)
    return None


def _anchor(text: str, sentence: Span, spans: Sequence[Span]) -> Anchor:
    """Widen the spans to whole words, and join those that meet."""
    whole: list[Span] = []
    for start, end in spans:
        while start > sentence.start and text[start - 1 : start + 1].isalnum():
            start -= 1  # noqa: PLW2901
        while end < sentence.end and text[end - 1 : end + 1].isalnum():
            end += 1  # noqa: PLW2901
        if whole and start <= whole[-1].end:
            whole[-1] = Span(whole[-1].start, max(end, whole[-1].end))
        else:
            whole.append(Span(start, end))
    return Anchor(spans=tuple(whole), sentence=sentence)


def _stretches(text: str, sentence: Span, parts: Sequence[str]) -> Iterator[Span]:
    """Yield the place of each part, one behind the other, until one is not there."""
    start = sentence.start
    for part in parts:
        found = find_quote(text[start : sentence.end], part, fuzzy=False, whole=False)
        if found is None:
            return
        yield Span(start + found.span.start, start + found.span.end)
        start += found.span.end


def phrase_in(text: str, phrase: str, within: Span) -> Span | None:
    """Find whole words in a stretch of a text; their own spelling goes before another case."""
    pattern = r"\s+".join(re.escape(word) for word in plain(phrase).split())
    stretch = plain(text[within.start : within.end])
    for flags in (re.NOFLAG, re.IGNORECASE):
        found = re.search(rf"(?<!\w){pattern}(?!\w)", stretch, flags)
        if found:
            return Span(within.start + found.start(), within.start + found.end())
    return None
