"""Finding a quoted passage in a captured text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimledger.domain.text import Span
from claimledger.splitting.cutting.plain import plain

CONTEXT = 32
"""Code points of context on each side, enough to tell repeated passages apart."""

_DASHES = "\u2013\u2014-"
_TOKEN = re.compile(rf"\s+|[{_DASHES}]+|\.{{3}}|…|[^\s.…{_DASHES}]+|\.")


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteMatch:
    """A passage and its surroundings, as a W3C text-quote selector with a position."""

    span: Span
    exact: str
    """What the text says at ``span``, in the text's own spelling."""
    prefix: str
    suffix: str


def find_quote(text: str, quote: str) -> QuoteMatch | None:
    """Find the first place where ``text`` says ``quote``, or None.

    A passage in the quote's very spelling wins over one that differs in white space,
    in the shape of quotation marks and dashes, or in case. Nothing else may differ.
    """
    wanted = quote.strip()
    if not wanted:
        return None
    start = text.find(wanted)
    if start >= 0:
        return _match(text, Span(start, start + len(wanted)))
    found = _pattern(wanted).search(plain(text))
    return _match(text, Span(*found.span())) if found else None


def _match(text: str, span: Span) -> QuoteMatch:
    return QuoteMatch(
        span=span,
        exact=span.of(text),
        prefix=text[max(0, span.start - CONTEXT) : span.start],
        suffix=text[span.end : span.end + CONTEXT],
    )


def _pattern(quote: str) -> re.Pattern[str]:
    """Turn a quote into a pattern for a plain text, which has the article's offsets."""
    return re.compile(
        "".join(_loose(token) for token in _TOKEN.findall(plain(quote))), re.IGNORECASE
    )


def _loose(token: str) -> str:
    if token.isspace():
        return r"\s+"
    if token[0] in _DASHES:
        return rf"(?<![{_DASHES}])[{_DASHES}]+"  # from the run's start, or it is tried n² times
    if token in {"...", "…"}:
        return r"(?:\.{3}|…)"
    return re.escape(token)
