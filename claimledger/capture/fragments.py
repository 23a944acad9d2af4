"""Links that open a page at a passage, after the WICG draft "URL Fragment Text Directives".

A browser looks for the terms of such a link itself: each must stand in one block of the
page and be whole words, and the first place that fits is the one it goes to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from urllib.parse import quote as percent_encoded

from claimledger.capture.folding import INVISIBLE, Folded, fold
from claimledger.capture.quotes import QuoteMatch
from claimledger.domain.text import Span

LONGEST = 300
"""Characters of a passage that is spelled out; of a longer one only the two ends are."""

_END_WORDS = (6, 9, 14, 22, 35)
"""Words of an end of a long passage, as many as it takes to be the first of its kind."""
_CONTEXT_WORDS = (1, 2, 3, 5, 8, 13, 21, 400)
"""Words of context, likewise."""
_BORDER = re.compile(r"\s*\n\s*|\s+\|\s+")
"""Between blocks: where a text has a line's end or the border of a table's cell."""
_MARKS = re.compile(r"^[^\w$€£¥#@+]+|[^\w$€£¥%‰°]+$")
_UNSEEN = dict.fromkeys(map(ord, INVISIBLE))


def text_fragment(url: str, match: QuoteMatch, text: str) -> str:
    """Return a link to a page that scrolls to a passage of its ``text`` and highlights it.

    It is a courtesy: a page may forbid it, and an older browser shows the page's top.
    """
    page = _Page(text, fold(text))
    blocks = page.blocks(page.widened(match.span))
    if not blocks:
        return url
    first, last = blocks[0], blocks[-1]
    spelled_out = len(blocks) == 1 and first.end - first.start <= LONGEST
    ends = None if spelled_out else page.ends(first, last)
    if ends is None:
        before, after = page.context(first)
        terms = [before, first, None, after]
    else:
        head, tail = ends
        terms = [page.context(head, is_start=True)[0], head, tail]
        terms.append(page.context(tail, is_end=True, since=head.end)[1])
    written = [page.term(span) if span else "" for span in terms]
    directive = ",".join(
        form.format(term)
        for form, term in zip(("{}-", "{}", "{}", "-{}"), written, strict=True)
        if term
    )
    base, _, fragment = url.partition("#")
    return f"{base}#{fragment.partition(':~:')[0]}:~:text={directive}"


@dataclass(frozen=True, slots=True)
class _Page:
    """A page's text, and what a browser would find in it."""

    text: str
    folded: Folded

    def widened(self, span: Span) -> Span:
        """Add what is left of the words at both edges."""
        start, end = span
        while start > 0 and self.text[start - 1 : start + 1].isalnum():
            start -= 1
        while 0 < end < len(self.text) and self.text[end - 1 : end + 1].isalnum():
            end += 1
        return Span(start, end)

    def blocks(self, span: Span) -> list[Span]:
        """Return the part of each block, without marks around it."""
        starts, ends = [span.start], []
        for border in _BORDER.finditer(self.text, span.start, span.end):
            ends.append(border.start())
            starts.append(border.end())
        parts = map(Span, starts, [*ends, span.end])
        return [bare for part in parts if (bare := self._without_marks(part))]

    def ends(self, first: Span, last: Span) -> tuple[Span, Span] | None:
        """Return the shortest first and last words that lead to a long passage."""
        heads = [Span(first.start, end) for _, end in self._counted(first, _END_WORDS)]
        head = self._leading([one for one in map(self._without_marks, heads) if one])
        tails = [Span(start, last.end) for start, _ in self._counted(last, _END_WORDS, back=True)]
        apart = [tail for tail in tails if head is not None and tail.start >= head.end]
        tail = self._leading(apart, since=head.end if head else 0)
        return (head, tail) if head and tail else None

    def context(
        self, span: Span, *, is_start: bool = False, is_end: bool = False, since: int = 0
    ) -> tuple[Span | None, Span | None]:
        """Return the least that must stand before or after a term to lead to it."""
        if self._leads(span, since):
            return None, None
        ahead = () if is_end else self._ahead(span.start)
        behind = () if is_start else self._behind(span.end)
        for before, after in zip_longest(ahead, behind):
            for b, a in ((before, None), (None, after), (before, after)):
                whole = Span(b.start if b else span.start, a.end if a else span.end)
                if whole != span and self._leads(whole, since):
                    return b, a
        return None, None

    def term(self, span: Span) -> str:
        """Write a term as a directive takes it: a dash in it would start its context."""
        words = " ".join(span.of(self.text).translate(_UNSEEN).split())
        return percent_encoded(words, safe="").replace("-", "%2D")

    def _leading(self, spans: list[Span], *, since: int = 0) -> Span | None:
        leading = (span for span in spans if self._leads(span, since))
        return next(leading, spans[-1] if spans else None)

    def _leads(self, span: Span, since: int) -> bool:
        """Tell whether the first place that reads so is this one."""
        wanted = fold(span.of(self.text)).text.strip()
        at = self.folded.text.find(wanted)
        while at >= 0:
            found = self.folded.span(at, at + len(wanted))
            if found is not None and found.start >= since:
                said = found.of(self.text)  # with the space that belongs to a dash
                return found.end - len(said.lstrip()) == span.start
            at = self.folded.text.find(wanted, at + 1)
        return False

    def _ahead(self, place: int) -> Iterator[Span]:
        """Yield more and more of what stands before, in its block or in the last one."""
        start = self._border(place, back=True)
        if not self.text[start:place].strip():
            place = len(self.text[:start].rstrip("\n |"))
            start = self._border(place, back=True)
        return self._counted(Span(start, place), _CONTEXT_WORDS, back=True)

    def _behind(self, place: int) -> Iterator[Span]:
        """Yield more and more of what stands behind, in its block or in the next one."""
        end = self._border(place)
        if not self.text[place:end].strip():
            place = len(self.text) - len(self.text[end:].lstrip("\n |"))
            end = self._border(place)
        return self._counted(Span(place, end), _CONTEXT_WORDS)

    def _border(self, place: int, *, back: bool = False) -> int:
        """Return where the block ends, or starts, that a place is in."""
        if back:
            line, cell = self.text.rfind("\n", 0, place), self.text.rfind(" | ", 0, place)
            return max(line + 1, cell + 3 if cell >= 0 else 0)
        ends = self.text.find("\n", place), self.text.find(" | ", place)
        return min((end for end in ends if end >= 0), default=len(self.text))

    def _counted(
        self, part: Span, counts: tuple[int, ...], *, back: bool = False
    ) -> Iterator[Span]:
        """Yield as many words of a part as each count says, from its start or its end."""
        words = [found.span() for found in re.finditer(r"\S+", part.of(self.text))]
        if not re.search(r"\w", part.of(self.text)):
            return
        for count in counts:
            few = min(count, len(words))
            at = words[-few][0] if back else words[few - 1][1]
            yield Span(part.start + at, part.end) if back else Span(part.start, part.start + at)
            if few == len(words):
                return

    def _without_marks(self, span: Span) -> Span | None:
        """Leave out the marks at the edges: a page may not have them as text."""
        said = span.of(self.text)
        bare = _MARKS.sub("", said)
        start = span.start + (said.index(bare) if bare else 0)
        return Span(start, start + len(bare)) if bare else None
