"""Intake: captured documents and a person's words become acts.

Everything slow happens here, before the write transaction: reading, fetching, splitting.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from claimledger.capture.client import Client
from claimledger.capture.documents import Captured, capture
from claimledger.capture.quotes import find_quote
from claimledger.domain.acts import ArticleAdded, ClaimsSplit, SplitClaim
from claimledger.domain.articles import article_id
from claimledger.domain.claims import ClaimKind, claim_id
from claimledger.domain.evidence import Capture
from claimledger.domain.records import ArticleRecord
from claimledger.domain.text import Span
from claimledger.errors import UsageError
from claimledger.ledger.journal import timestamp, utc_now
from claimledger.store.blobs import digest

if TYPE_CHECKING:
    from claimledger.splitters.splitter import Splitting

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")

TITLE_LENGTH = 120
"""Characters of a first line that serves as a title."""


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
        UsageError: ``published`` is no date, or one that is still to come.
    """
    captured = captured_source(source, allow_private=allow_private)
    return replace(
        captured,
        title=title or captured.title,
        author=author or captured.author,
        published=publication_date(published) or captured.published,
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
        capture=None if captured.fetched is None else capture_of(captured),
    )


def capture_of(captured: Captured) -> Capture:
    """Record how a document was read: from where, when, and what came."""
    base = Capture(
        media_type=captured.media_type,
        raw=digest(captured.raw),
        text=digest(captured.text.encode()) if captured.text else None,
        retrieved=timestamp(utc_now()),
        length=len(captured.raw),
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
        hops=fetched.hops,
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
        match = find_quote(article_text, quote, fuzzy=False)
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


def captured_source(source: str, *, allow_private: bool = False) -> Captured:
    """Read a source as it is.

    Raises:
        CaptureError: It cannot be read, fetched, or made into text.
        UsageError: Nothing is named.
    """
    if not source.strip():
        raise UsageError("No source is named.", hint="Give a file, a web address, or - to read.")
    if source.lower().startswith("www.") and not Path(source).exists():
        raise UsageError(f"There is no file {source}.", hint=f"As an address: https://{source}")
    with Client(allow_private=allow_private) as client:
        return capture(source, client=client, stdin=sys.stdin.buffer)


def checked_date(published: str | None) -> str | None:
    """Return a date as ISO 8601 writes it.

    Raises:
        UsageError: It is none.
    """
    if published is None:
        return None
    try:
        return date.fromisoformat(published).isoformat()
    except ValueError as error:
        raise UsageError(
            f'"{published}" is no date.', hint="Write it as YYYY-MM-DD, such as 2026-11-25."
        ) from error


def publication_date(published: str | None, *, today: date | None = None) -> str | None:
    """Return the date on which something came out, as ISO 8601 writes it.

    ``today`` is the day in UTC; somewhere it is tomorrow already.

    Raises:
        UsageError: It is no date, or one that is still to come.
    """
    checked = checked_date(published)
    latest = (today or utc_now().date()) + timedelta(days=1)
    if checked is not None and checked > latest.isoformat():
        raise UsageError(
            f"The publication date {checked} is still to come.",
            hint="Give the day on which it came out, YYYY-MM-DD, or leave the date out.",
        )
    return checked


def checked_language(code: str) -> str:
    """Return the code of a language, in the case that BCP 47 gives it.

    Raises:
        UsageError: It has not the form of one.
    """
    if not _LANGUAGE.fullmatch(code.strip()):
        raise UsageError(
            f'"{code}" is no code of a language.', hint="Give one such as en, de or pt-BR."
        )
    first, *rest = code.strip().split("-")
    return "-".join([first.lower(), *(part.upper() if len(part) == 2 else part for part in rest)])  # noqa: PLR2004 - letters of a region's code


def _first_line(text: str) -> str:
    line = next((line.strip() for line in text.splitlines() if line.strip()), "")
    return line if len(line) <= TITLE_LENGTH else line[: TITLE_LENGTH - 1].rstrip() + "…"
