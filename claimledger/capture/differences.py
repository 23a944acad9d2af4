"""Whether the words that differ between a quote and a passage may differ."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from claimledger.capture.weights import ARTICLES, DENIALS, is_accented, is_same, weighs
from claimledger.splitting.english.words import CONNECTIVES


class Word(NamedTuple):
    """A word or sign of a folded text."""

    form: str
    start: int
    end: int
    written: str
    """As the text itself has it, in its own case."""
    opens: bool
    """Whether a sentence may start with it."""


Words = Sequence[Word]


def passage(quote: Words, around: Words, pairs: Sequence[tuple[int, int]]) -> Words:
    """Return the words around that say the quote; none where one differs that weighs.

    ``pairs`` are the places, in both, of the words that they share. The order must be the
    same, and nothing beside the passage may deny it.
    """
    dropped: list[Word] = []
    added: list[Word] = []
    for (q, t), (r, u) in pairwise(pairs):
        less, more = quote[q + 1 : r], around[t + 1 : u]
        if _doubles(less, quote[q], quote[r]) or _doubles(more, around[t], around[u]):
            return []
        if not (_are_same(less, more) if less and more else _are_light((*less, *more))):
            return []
        dropped += less
        added += more
    if ({word.form for word in dropped} & {word.form for word in added}) - ARTICLES:
        return []  # moved to another place
    (first, begin), (last, stop) = pairs[0], pairs[-1]
    before, after = around[max(0, begin - first) : begin], around[stop + 1 :]
    lead = _edge(quote[:first], before, [] if around[begin].opens else before[-1:])
    tail = _edge(quote[last + 1 :], after[: len(quote) - last - 1], after[:1])
    if lead is None or tail is None:
        return []
    begin, stop = begin - lead, stop + tail + 1
    beside = (*around[max(0, begin - 1) : begin], *around[stop : stop + 1])
    return [] if any(word.form in DENIALS for word in beside) else around[begin:stop]


def _edge(ours: Words, theirs: Words, next_to: Words) -> int | None:
    """Return how many words more the passage takes at an edge, None where they must not differ.

    "The party said" lacks a name where the text has "the Green party said".
    """
    if not ours:
        return 0
    if _are_same(ours, theirs):
        return len(theirs)
    is_filler = all(word.form in ARTICLES | CONNECTIVES for word in ours)
    return 0 if is_filler and _are_light(next_to) else None


def _are_light(words: Words) -> bool:
    return not any(weighs(word.form, word.written) for word in words)


def _doubles(words: Words, before: Word, after: Word) -> bool:
    """Tell whether a word stands beside itself, which hides that another is missing."""
    return any(word.form in {before.form, after.form} - ARTICLES for word in words)


def _are_same(ours: Words, theirs: Words) -> bool:
    """Tell whether words that stand in the same place are other spellings of each other."""
    words = (*ours, *theirs)
    if all(word.form in ARTICLES for word in words):
        return True
    is_light = _are_light(words)
    if len(ours) == len(theirs):
        same = is_same if is_light else is_accented
        if all(same(a.form, b.form) for a, b in zip(ours, theirs, strict=True)):
            return True
    joined = "".join(word.form for word in ours) == "".join(word.form for word in theirs)
    return joined and is_light
