"""Finding a quoted passage in a captured text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice

from claimledger.capture.edges import is_cut
from claimledger.capture.folding import divided, fold
from claimledger.domain.evidence import Likeness
from claimledger.domain.text import Span

CONTEXT = 32
"""Code points of context on each side, enough to tell repeated passages apart."""

MOST = 1000
"""Places among which the context chooses."""

_TRIED = 10_000
"""Places that are looked at whether they cut a word."""

_MARKS = "\"'"
_fold = lru_cache(maxsize=2)(fold)  # a page is asked for several quotes in a row


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteMatch:
    """A passage and its surroundings, as a W3C text-quote selector with a position."""

    span: Span
    exact: str
    """What the text says at ``span``, in the text's own spelling."""
    prefix: str
    suffix: str
    likeness: Likeness = Likeness.EXACT
    similarity: int = 100
    """0 to 100: how much of a fuzzy match is alike."""


def find_quote(
    text: str,
    quote: str,
    *,
    fuzzy: bool = True,
    whole: bool = True,
    prefix: str = "",
    suffix: str = "",
) -> QuoteMatch | None:
    """Find where ``text`` says ``quote``, or None.

    A passage in the quote's very spelling wins over one that differs in typography and
    case, and that over one that differs in a few words; see ``alignments`` for which words
    may differ. ``prefix`` and ``suffix`` choose among several places, else it is the first.

    Args:
        text: Where to look.
        quote: What to look for; white space around it does not count.
        fuzzy: False forgives no word.
        whole: False takes a quote that starts or ends inside a word or a number.
        prefix: What should stand before the passage.
        suffix: What should stand after it.
    """
    wanted = quote.strip()
    if not wanted:
        return None
    for likeness, places in (
        (Likeness.EXACT, _exact(text, wanted)),
        (Likeness.NORMALISED, _normalised(text, wanted)),
    ):
        uncut = (s for s in islice(places, _TRIED) if not (whole and _cuts(text, s)))
        span = _chosen(text, uncut, prefix=prefix, suffix=suffix)
        if span is not None:
            return replace(_match(text, span), likeness=likeness)
    if not fuzzy:
        return None
    from claimledger.capture.alignments import closest

    alike = closest(text, _fold(text), wanted)
    best = max((similarity for _, similarity in alike), default=0)
    span = _chosen(text, (s for s, n in alike if n == best), prefix=prefix, suffix=suffix)
    if span is None:
        return None
    return replace(_match(text, span), likeness=Likeness.FUZZY, similarity=best)


def _exact(text: str, wanted: str) -> Iterator[Span]:
    start = text.find(wanted)
    while start >= 0:
        yield Span(start, start + len(wanted))
        start = text.find(wanted, start + 1)


def _normalised(text: str, wanted: str) -> Iterator[Span]:
    """Yield places that read the same; then those without the marks around the quote."""
    mends = (False, True) if divided(text) or divided(wanted) else (False,)
    for mend in mends:
        folded = _fold(text, mend=mend)
        target = fold(wanted, mend=mend).text.strip()
        bare = target.strip(_MARKS + " ")
        for one in filter(None, (target, bare) if bare != target else (target,)):
            start = folded.text.find(one)
            while start >= 0:
                span = folded.span(start, start + len(one))
                if span is not None:
                    yield _without_space(text, span)
                start = folded.text.find(one, start + 1)


def _without_space(text: str, span: Span) -> Span:
    """Leave out the space that belongs to a dash at the edge."""
    said = span.of(text)
    return Span(span.end - len(said.lstrip()), span.start + len(said.rstrip()))


def _cuts(text: str, span: Span) -> bool:
    return is_cut(text, span.start) or is_cut(text, span.end)


def _chosen(text: str, spans: Iterable[Span], *, prefix: str, suffix: str) -> Span | None:
    """Return the first span whose surroundings are most like those that are wanted."""
    if not prefix and not suffix:
        return next(iter(spans), None)
    before, after = fold(prefix).text.strip(), fold(suffix).text.strip()

    def likeness(span: Span) -> int:
        ahead = fold(text[max(0, span.start - 2 * len(prefix)) : span.start]).text.strip()
        behind = fold(text[span.end : span.end + 2 * len(suffix)]).text.strip()
        return _shared(before[::-1], ahead[::-1]) + _shared(after, behind)

    return max(islice(spans, MOST), key=likeness, default=None)


def _shared(one: str, other: str) -> int:
    """Count the characters with which both start."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((i for i, (a, b) in pairs if a != b), min(len(one), len(other)))


def _match(text: str, span: Span) -> QuoteMatch:
    return QuoteMatch(
        span=span,
        exact=span.of(text),
        prefix=text[max(0, span.start - CONTEXT) : span.start],
        suffix=text[span.end : span.end + CONTEXT],
    )
