"""Revisions: what a new text of an article makes of the claims of the old one."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimledger.domain.acts import KeptClaim, SplitClaim
from claimledger.domain.claims import Claim
from claimledger.domain.records import ClaimRecord
from claimledger.domain.text import Span, quote_of

_ENDS = re.compile(r"[.!?…][\"'”’»)\]]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """The claims that a new text still makes, and those that only it makes."""

    kept: tuple[KeptClaim, ...]
    added: tuple[SplitClaim, ...]


def revision_of(
    old: str, new: str, claims: Sequence[ClaimRecord], read: Sequence[Claim]
) -> Revision:
    """Carry claims over to a new text.

    A claim is kept when its sentence stands there word for word, white space aside, or when
    the splitter reads the very same claim, in the same words, out of the new text. That its
    words stand somewhere is not enough: "it is not true that" may stand before them now.
    A claim that only an earlier version made comes back in the second way alone.

    Args:
        old: The text that the claims' spans are offsets into.
        new: The text that it became.
        claims: All of the article's claims.
        read: What the splitter reads in the new text.
    """
    shift = _Shift(old, new)
    twins: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in reversed(read):
        twins[claim.text, claim.quote].append(claim)
    kept: list[KeptClaim] = []
    for known in claims:
        moved = None if known.outdated else _moved(known, shift, new)
        same = twins.get((known.text, known.quote))
        if moved is None and same:
            twin = same.pop()
            moved = KeptClaim(
                id=known.id,
                spans=twin.spans,
                sentence=twin.sentence,
                speaker_span=twin.speaker_span,
                attribution_span=twin.attribution_span,
            )
        if moved is not None:
            kept.append(moved)
    told = {claim.spans for claim in kept}
    added = tuple(SplitClaim.of(claim) for claim in read if claim.spans not in told)
    return Revision(kept=tuple(kept), added=added)


def changes(old: str, new: str) -> Iterator[tuple[str, str]]:
    """Yield the lines that two texts differ in, as ``("-", line)`` or ``("+", line)``."""
    from rapidfuzz.distance import LCSseq

    before, after = _lines(old), _lines(new)
    gone: list[tuple[str, str]] = []
    come: list[tuple[str, str]] = []
    for step in LCSseq.opcodes(before, after):
        if step.tag == "equal":
            yield from (*gone, *come)
            gone, come = [], []
        else:
            gone += [("-", line) for line in before[step.src_start : step.src_end]]
            come += [("+", line) for line in after[step.dest_start : step.dest_end]]
    yield from (*gone, *come)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _moved(claim: ClaimRecord, shift: _Shift, new: str) -> KeptClaim | None:
    """Return a claim in its place in the new text, None where its sentence is not there."""
    if not claim.spans or claim.sentence is None:
        return KeptClaim(id=claim.id, spans=(), sentence=None, speaker_span=None)
    sentence = shift.of(claim.sentence)
    if sentence is None or not shift.opens_alike(claim.sentence):
        return None
    spans = tuple(shift.of(span) for span in claim.spans)
    speaker = None if claim.speaker_span is None else shift.of(claim.speaker_span)
    told = None if claim.attribution_span is None else shift.of(claim.attribution_span)
    places = [span for span in spans if span is not None]
    if len(places) < len(spans) or _flat(quote_of(new, places)) != _flat(claim.quote):
        return None
    return KeptClaim(
        id=claim.id,
        spans=tuple(places),
        sentence=sentence,
        speaker_span=speaker,
        attribution_span=told,
    )


def _flat(text: str) -> str:
    return " ".join(text.split())


class _Shift:
    """Where stretches of an old text stand in a new one, if they stand there unchanged."""

    def __init__(self, old: str, new: str) -> None:
        """Match the words of the two texts: their longest common subsequence."""
        from rapidfuzz.distance import LCSseq

        self._old, self._new = _words(old), _words(new)
        self._new_text = new
        self._place: dict[int, int] = {}
        steps = LCSseq.opcodes([w for _, w in self._old], [w for _, w in self._new])
        for step in steps:
            if step.tag == "equal":
                length = step.src_end - step.src_start
                self._place |= {step.src_start + n: step.dest_start + n for n in range(length)}
        self._starts = [start for start, _ in self._old]

    def of(self, span: Span) -> Span | None:
        """Return where a stretch stands now; None when a word of it is gone or new."""
        first, last = self._indexes(span)
        places = [self._place.get(n) for n in range(first, last + 1)]
        at = places[0]
        if at is None or places != list(range(at, at + len(places))):
            return None
        start = self._new[at][0] + span.start - self._starts[first]
        end = self._new[at + last - first][0] + span.end - self._starts[last]
        return Span(start, end)

    def opens_alike(self, span: Span) -> bool:
        """Tell whether nothing new stands between a sentence that stands and what came before.

        It opens a line or follows the end of a sentence, or the same word as it did.
        """
        first, _ = self._indexes(span)
        at = self._place[first]
        if at == 0:
            return True
        start, word = self._new[at - 1]
        between = self._new_text[start + len(word) : self._new[at][0]]
        same = first > 0 and self._place.get(first - 1) == at - 1
        return same or "\n" in between or bool(_ENDS.search(word))

    def _indexes(self, span: Span) -> tuple[int, int]:
        return bisect_right(self._starts, span.start) - 1, bisect_left(self._starts, span.end) - 1


def _words(text: str) -> list[tuple[int, str]]:
    return [(found.start(), found.group()) for found in re.finditer(r"\S+", text)]
