"""Sourcing: a captured document becomes evidence, its quotes anchored.

Everything slow happens here, before the write transaction: reading, fetching, searching.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimledger.capture.archives import archived_page
from claimledger.capture.documents import STDIN, Captured, capture_unread, is_url
from claimledger.capture.errors import UnsupportedError
from claimledger.capture.html import whole_page
from claimledger.capture.quotes import QuoteMatch, find_quote
from claimledger.domain.acts import EvidenceAttached
from claimledger.domain.evidence import QuoteResult, QuoteSelector, Stance
from claimledger.domain.outside import link
from claimledger.errors import UsageError
from claimledger.ledger.intake import capture_of, captured_source, publication_date


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Evidence ready to be attached: the act, and the bytes and text it speaks of."""

    act: EvidenceAttached
    raw: bytes | None = None
    text: str = ""


def evidence_act(
    source: str,
    *,
    stance: Stance,
    quotes: Sequence[str] = (),
    note: str | None = None,
    title: str | None = None,
    author: str | None = None,
    published: str | None = None,
    fetch: bool = True,
    allow_private: bool = False,
) -> Source:
    """Capture a source as evidence, or record the link alone.

    What the person says of its title, author and date goes before what it says itself.

    Raises:
        CaptureError: It cannot be read or fetched.
        UsageError: An address is no http or https address, or ``published`` no date that has been.
    """
    published = publication_date(published)
    if not all(quote.strip() for quote in quotes):
        raise UsageError("A quote is empty.", hint="Copy its words from the source.")
    if not fetch:
        act = EvidenceAttached(
            source=source,
            stance=stance,
            url=_checked_url(source),
            copy_of=_copy_of(source),
            capture=None,
            quotes=tuple(
                QuoteSelector(exact=quote, result=QuoteResult.NOT_CHECKED) for quote in quotes
            ),
            title=title,
            author=author,
            published=published,
            note=note,
        )
        return Source(act=act)
    captured = _captured(source, allow_private=allow_private)
    act = EvidenceAttached(
        source=source,
        stance=stance,
        url=captured.url,
        copy_of=_copy_of(source),
        capture=capture_of(captured),
        quotes=tuple(anchored(captured, quote) for quote in quotes),
        title=title or captured.title,
        author=author or captured.author,
        published=published or captured.published,
        guessed=tuple(_guesses(captured, author=author, published=published)),
        note=note,
    )
    return Source(act=act, raw=captured.raw, text=captured.text)


def _captured(source: str, *, allow_private: bool) -> Captured:
    """Read a source; of a file that is no text, the bytes alone."""
    try:
        return captured_source(source, allow_private=allow_private)
    except UnsupportedError:
        if is_url(source) or source == STDIN:
            raise
        return capture_unread(Path(source))


def anchored(captured: Captured, quote: str) -> QuoteSelector:
    """Look for a quote in the text, and in what the extraction left out of a page.

    The same words anywhere on the page go before other words in its text. In what holds no
    text, it is not checked.
    """
    if not captured.text:
        return QuoteSelector(exact=quote, result=QuoteResult.NOT_CHECKED)
    texts = [captured.text]
    if captured.media_type == "text/html":
        charset = captured.fetched.charset if captured.fetched else None
        texts.append(whole_page(captured.raw, charset=charset))
    for fuzzy in (False, True):
        for text in texts:
            match = find_quote(text, quote, fuzzy=fuzzy)
            if match is not None:
                return selector(match, quote, inside=text is captured.text)
    return QuoteSelector(exact=quote, result=QuoteResult.NOT_FOUND)


def selector(match: QuoteMatch, quote: str, *, inside: bool = True) -> QuoteSelector:
    """Record where a quote was found; ``inside`` tells that it is the text's offsets."""
    return QuoteSelector(
        exact=match.exact,
        result=QuoteResult.FOUND,
        prefix=match.prefix,
        suffix=match.suffix,
        start=match.span.start if inside else None,
        end=match.span.end if inside else None,
        likeness=match.likeness,
        similarity=match.similarity,
        typed=None if match.exact == quote else quote,
    )


def _guesses(captured: Captured, *, author: str | None, published: str | None) -> Iterator[str]:
    """Yield what a program took from a document that does not say it outright."""
    if author is None and captured.author and captured.media_type == "text/html":
        yield "author"
    if published is None and captured.published and captured.published_guessed:
        yield "published"


def _copy_of(source: str) -> str | None:
    """Return the address that a pasted archive address holds a copy of."""
    page = archived_page(source) if is_url(source) else None
    return None if page is None else page.original


def _checked_url(source: str) -> str:
    if not source.lower().startswith(("http://", "https://")):
        raise UsageError(
            f"{source} is no web address.", hint="Give an http:// or https:// address, or a file."
        )
    if link(source) is None:
        raise UsageError(
            "This is no address that a browser could open as it stands.",
            hint="It needs a host, and may hold no space and no name or password before the host.",
        )
    return source
