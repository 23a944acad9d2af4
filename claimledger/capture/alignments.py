"""Passages that say a quote but for a few words, none of which weighs.

A passage is compared word by word. It may have a word more or less, as long as that is
neither a number, a negation, a quantity, a doubt, a direction, a person nor a name; in the
place of a word it may only have another spelling of that word; and the order is the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimledger.capture.differences import Word, Words, passage
from claimledger.capture.edges import is_cut
from claimledger.capture.folding import Folded, fold
from claimledger.capture.weights import ENGLISH
from claimledger.domain.text import Span

ALIKE = 85
"""Per cent of characters from which on passages are alike.

That is one word in about seven more or less. Below it, sentences that treat of the same
matter in the same phrases begin to match.
"""

FEWEST = 5
"""Words of the shortest quote: of fewer, each says too much."""

_ENGLISH_SHARE = 0.2
"""Of the words of a quote: what weighs is known for English alone."""
_SLACK = 0.2
"""Of a quote's length, by which a passage that is alike may be longer."""
_PAIRS = 24
_COMMON = 500
"""Places of a pair of words beyond which it tells nothing."""
_CANDIDATES = 12
_GAP_COST = 0.4
"""Of a word between two that are in both, beside which each of them counts 1."""
_WORD = re.compile(
    r"""
      -?\d\w*(?:[.,:/']\d\w*)*
    | can(?=not\b) | \w+(?=n't\b) | n't\b | '(?:re|ve|ll|m|s|d)\b
    | \w+ | [%‰°$€£¥&+<>=~×÷?]
    """,
    re.VERBOSE,
)
_STOP = frozenset('.!?:"')
_SAME = {"n't": "not", "ca": "can", "wo": "will", "sha": "shall"} | {
    "'re": "are",
    "'ve": "have",
    "'ll": "will",
    "'m": "am",
}


def closest(text: str, folded: Folded, quote: str) -> list[tuple[Span, int]]:
    """Return the passages that say a quote but for a few words, with their similarity."""
    from rapidfuzz.fuzz import ratio

    wanted = fold(quote)
    words = _words(quote, wanted, 0, len(wanted.text))
    if len(words) < FEWEST or not _is_english(words):
        return []
    said = wanted.text[words[0].start : words[-1].end]
    found = {}
    for start, end in _windows(folded.text, wanted.text):
        around = _words(text, folded, start, end)
        pairs = _aligned(words, around)
        said_there = passage(words, around, pairs) if pairs else ()
        if not said_there:
            continue
        begin, stop = said_there[0].start, said_there[-1].end
        span = folded.span(begin, stop)
        similarity = int(ratio(said, folded.text[begin:stop]))
        if span and similarity >= ALIKE and not (is_cut(text, span[0]) or is_cut(text, span[1])):
            found[span] = min(similarity, 99)
    return sorted(found.items())


def _words(text: str, folded: Folded, start: int, end: int) -> list[Word]:
    words: list[Word] = []
    for found in _WORD.finditer(folded.text, start, end):
        span = folded.span(*found.span())
        gap = folded.text[words[-1].end if words else start : found.start()]
        word = Word(
            form=_SAME.get(found[0], found[0]),
            start=found.start(),
            end=found.end(),
            written=span.of(text) if span else found[0],
            opens=not _STOP.isdisjoint(gap),
        )
        words.append(word)
    return words


def _is_english(words: Words) -> bool:
    return sum(word.form in ENGLISH for word in words) >= len(words) * _ENGLISH_SHARE


def _windows(text: str, quote: str) -> Iterator[tuple[int, int]]:
    """Yield stretches that may hold the quote: those with most of its pairs of words."""
    starts = [found.start() for found in re.finditer(r"\w+", quote)]
    ends = [found.end() for found in re.finditer(r"\w+", quote)]
    pairs = [(quote[a:b], a) for a, b in zip(starts, ends[1:], strict=False)]
    pairs = pairs[:: -(-len(pairs) // _PAIRS) or 1]
    places = [(at, list(_places(text, pair))) for pair, at in pairs]
    rare = [(at, found) for at, found in places if len(found) < _COMMON] or places
    offsets = sorted(place - at for at, found in rare for place in found)
    slack = int(len(quote) * _SLACK) + _PAIRS
    groups: list[list[int]] = []
    for offset in offsets:
        if groups and offset - groups[-1][0] <= slack:
            groups[-1].append(offset)
        else:
            groups.append([offset])
    for group in sorted(groups, key=len, reverse=True)[:_CANDIDATES]:
        start = max(0, group[0] - slack)
        yield start, min(len(text), group[-1] + len(quote) + slack)


def _places(text: str, pair: str) -> Iterator[int]:
    place, count = text.find(pair), 0
    while place >= 0 and count < _COMMON:
        yield place
        place, count = text.find(pair, place + 1), count + 1


def _aligned(quote: Words, around: Words) -> list[tuple[int, int]]:
    """Pair the words that are in both, without stray ones far from the rest."""
    from rapidfuzz.distance import LCSseq

    ours, theirs = [w.form for w in quote], [w.form for w in around]
    blocks = LCSseq.editops(ours, theirs).as_matching_blocks()
    pairs = [(b.a + i, b.b + i) for b in blocks for i in range(b.size)]
    kept = pairs[slice(*_densest(pairs))]
    while kept and min(kept[0]) > 0 and ours[kept[0][0] - 1] == theirs[kept[0][1] - 1]:
        kept.insert(0, (kept[0][0] - 1, kept[0][1] - 1))
    while kept and _next_alike(ours, theirs, kept[-1]):
        kept.append((kept[-1][0] + 1, kept[-1][1] + 1))
    return kept


def _next_alike(ours: Sequence[str], theirs: Sequence[str], pair: tuple[int, int]) -> bool:
    ahead = ours[pair[0] + 1 : pair[0] + 2]
    return bool(ahead) and ahead == theirs[pair[1] + 1 : pair[1] + 2]


def _densest(pairs: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Return the run of pairs with most words in both and least between them."""
    best, run, start, bounds = 0.0, 0.0, 0, (0, 0)
    for i, (q, t) in enumerate(pairs):
        gap = (q - pairs[i - 1][0] - 1) + (t - pairs[i - 1][1] - 1) if i else 0
        run -= gap * _GAP_COST
        if run <= 0:
            run, start = 0.0, i
        run += 1
        if run > best:
            best, bounds = run, (start, i + 1)
    return bounds
