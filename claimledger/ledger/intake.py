"""Intake: captured documents and a person's words become acts.

Everything slow happens here, before the write transaction: reading, fetching, splitting.
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from claimledger.capture.client import Client
from claimledger.capture.documents import Captured, capture
from claimledger.capture.html import whole_page
from claimledger.capture.quotes import find_quote
from claimledger.domain.acts import ArticleAdded, ClaimsSplit, EvidenceAttached, SplitClaim
from claimledger.domain.articles import article_id
from claimledger.domain.claims import ClaimKind, claim_id
from claimledger.domain.evidence import Capture, QuoteResult, QuoteSelector, Stance
from claimledger.domain.records import ArticleRecord
from claimledger.domain.text import Span
from claimledger.errors import UsageError
from claimledger.ledger.journal import timestamp, utc_now
from claimledger.store.blobs import digest

if TYPE_CHECKING:
    from claimledger.splitters.splitter import Splitting

TITLE_LENGTH = 120
"""Characters of a first line that serves as a title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Evidence ready to be attached: the act, and the bytes and text it speaks of."""

    act: EvidenceAttached
    raw: bytes | None = None
    text: str = ""


def captured_article(
    source: str,
    *,
    title: str | None = None,
    author: str | None = None,
    published: str | None = None,
    allow_private: bool = False,
) -> Captured:
    """Read an article from a file, an address, or standard input (``-``).

    What the person says of it goes before what the source says.

    Raises:
        CaptureError: It cannot be read, fetched, or made into text.
        UsageError: ``published`` is no date.
    """
    captured = _captured(source, allow_private=allow_private)
    return replace(
        captured,
        title=title or captured.title,
        author=author or captured.author,
        published=_checked_date(published) or captured.published,
        published_guessed=captured.published_guessed and published is None,
    )


def article_act(captured: Captured, *, language: str) -> ArticleAdded:
    """Record a captured document as an article; its raw bytes are kept if they differ."""
    text = captured.text.encode()
    return ArticleAdded(
        title=captured.title or _first_line(captured.text) or captured.source,
        source=captured.source,
        text=article_id(captured.text),
        language=language,
        media_type=captured.media_type,
        raw=None if captured.raw == text else digest(captured.raw),
        url=captured.url,
        author=captured.author,
        published=captured.published,
        published_guessed=captured.published_guessed,
    )


def split_text(text: str, *, splitter: str, language: str) -> Splitting:
    """Split a text with the splitter of this name.

    Raises:
        UsageError: There is none, or it is not set up.
    """
    from claimledger.splitters.registry import load_splitter
    from claimledger.splitters.splitter import split_with

    return split_with(load_splitter(splitter), text, language=language)


def split_act(splitting: Splitting) -> ClaimsSplit:
    """Record the claims of a text, and what split it."""
    claims = tuple(SplitClaim.of(claim) for claim in splitting.claims)
    return ClaimsSplit(splitter=splitting.splitter, claims=claims)


def own_claim(
    article: ArticleRecord,
    article_text: str,
    text: str,
    *,
    quote: str | None,
    speaker: str | None,
    kind: ClaimKind | None,
    checkable: bool | None,
) -> SplitClaim:
    """Make a claim of a person's words.

    Raises:
        UsageError: The words are empty, or the quote is not in the article.
    """
    from claimledger.splitting.judging.worth import assess

    words = unicodedata.normalize("NFC", " ".join(text.split()))
    if not words:
        raise UsageError("The claim's text is empty.", hint="Write the claim as one sentence.")
    spans: tuple[Span, ...] = ()
    if quote is not None:
        match = find_quote(article_text, quote)
        if match is None:
            raise UsageError(
                f'Article {article.number} does not say "{quote}".',
                hint="Copy the quote from the article, or leave it out.",
            )
        spans = (match.span,)
    judged = assess(words, speaker=speaker, quoted=False)
    return SplitClaim(
        id=claim_id(article.id, spans, words),
        text=words,
        spans=spans,
        sentence=spans[0] if spans else None,
        speaker=speaker,
        speaker_span=None,
        cue=None,
        kind=kind or judged.kind,
        checkable=judged.checkable if checkable is None else checkable,
        checkworthiness=round(judged.checkworthiness * 100),
        reasons=judged.reasons,
    )


def evidence_act(
    source: str,
    *,
    stance: Stance,
    quotes: Sequence[str] = (),
    note: str | None = None,
    title: str | None = None,
    fetch: bool = True,
    allow_private: bool = False,
) -> Source:
    """Capture a source as evidence, or record the link alone.

    Raises:
        CaptureError: It cannot be read or fetched.
        UsageError: An address is no http or https address.
    """
    if not fetch:
        act = EvidenceAttached(
            source=source,
            stance=stance,
            url=_checked_url(source),
            capture=None,
            quotes=tuple(
                QuoteSelector(exact=quote, result=QuoteResult.NOT_CHECKED) for quote in quotes
            ),
            title=title,
            note=note,
        )
        return Source(act=act)
    captured = _captured(source, allow_private=allow_private)
    act = EvidenceAttached(
        source=source,
        stance=stance,
        url=captured.url,
        capture=_capture_of(captured),
        quotes=tuple(_anchored(captured, quote) for quote in quotes),
        title=title or captured.title,
        author=captured.author,
        published=captured.published,
        guessed=("published",) if captured.published_guessed and captured.published else (),
        note=note,
    )
    return Source(act=act, raw=captured.raw, text=captured.text)


def _capture_of(captured: Captured) -> Capture:
    base = Capture(
        media_type=captured.media_type,
        raw=digest(captured.raw),
        text=digest(captured.text.encode()),
        retrieved=timestamp(utc_now()),
    )
    fetched = captured.fetched
    if fetched is None:
        return base
    return replace(
        base,
        retrieved=timestamp(fetched.retrieved_at),
        final_url=fetched.final_url,
        redirects=fetched.redirects,
        status=fetched.status,
    )


def _anchored(captured: Captured, quote: str) -> QuoteSelector:
    """Look for a quote in the text, then in what the extraction left out of a page."""
    inside = find_quote(captured.text, quote)
    match = inside
    if match is None and captured.media_type == "text/html":
        charset = captured.fetched.charset if captured.fetched else None
        match = find_quote(whole_page(captured.raw, charset=charset), quote)
    if match is None:
        return QuoteSelector(exact=quote, result=QuoteResult.NOT_FOUND)
    return QuoteSelector(
        exact=match.exact,
        result=QuoteResult.FOUND,
        prefix=match.prefix,
        suffix=match.suffix,
        start=inside.span.start if inside else None,
        end=inside.span.end if inside else None,
    )


def _captured(source: str, *, allow_private: bool) -> Captured:
    with Client(allow_private=allow_private) as client:
        return capture(source, client=client, stdin=sys.stdin.buffer)


def _checked_url(source: str) -> str:
    if not source.lower().startswith(("http://", "https://")):
        raise UsageError(
            f"{source} is no web address.", hint="Give an http:// or https:// address, or a file."
        )
    return source


def _checked_date(published: str | None) -> str | None:
    if published is None:
        return None
    try:
        return date.fromisoformat(published).isoformat()
    except ValueError as error:
        raise UsageError(
            f'"{published}" is no date.', hint="Write it as YYYY-MM-DD, such as 2026-11-25."
        ) from error


def _first_line(text: str) -> str:
    line = next((line.strip() for line in text.splitlines() if line.strip()), "")
    return line if len(line) <= TITLE_LENGTH else line[: TITLE_LENGTH - 1].rstrip() + "…"
