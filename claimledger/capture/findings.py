"""What became of a link: from an answer to its state, and a sentence for a person.

The quotes are the strongest sign and come first. Where they are gone, the page's own
words and its neighbours tell a change from an absence.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urldefrag, urlsplit

from claimledger.capture import signs
from claimledger.capture.client import Fetched
from claimledger.capture.errors import CaptureError, UnsupportedError
from claimledger.capture.rereadings import Rereading
from claimledger.domain.evidence import LinkState, QuoteSelector

_GONE = frozenset({404, 410})
_REFUSED = frozenset({401, 402, 403, 429, 451, 999})
"""Statuses by which a site keeps somebody out; 999 is one site's own."""
_FOR_GOOD = frozenset({301, 308})
_HOMES = frozenset({"", "/index.html", "/index.htm", "/index.php"})
_NEARLY_NOTHING = 60
"""Characters of text below which a page that lost its quotes is no page."""
_SHOWN = 80
"""Characters of a quote that a detail repeats."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a link is known to have said."""

    url: str
    """What was attached."""
    final_url: str | None = None
    """Where it led when it was captured."""
    raw: str | None = None
    """SHA-256 in hex of bytes in which the quotes stood."""
    etag: str | None = None
    """Of an answer in which the quotes stood, as is ``last_modified``."""
    last_modified: str | None = None
    given_by: str | None = None
    """The address that gave these two; ``final_url`` unless named."""
    quotes: tuple[QuoteSelector, ...] = ()
    """Those that were found in it."""
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a check of a link found."""

    state: LinkState
    status: int | None
    """None when no answer came."""
    final_url: str | None
    redirects: tuple[str, ...]
    raw: str | None
    """SHA-256 in hex of what came; None when nothing did."""
    media_type: str | None
    etag: str | None
    """To ask with next time; None unless the quotes stand, as is ``last_modified``."""
    last_modified: str | None
    missing: tuple[int, ...]
    """Which of the known quotes, from 0, no longer stand."""
    detail: str
    """One sentence for a person."""
    checked_at: datetime
    """UTC."""


def no_answer(state: LinkState, detail: str, now: datetime) -> Finding:
    """Record that nothing came back."""
    return Finding(
        state=state,
        status=None,
        final_url=None,
        redirects=(),
        raw=None,
        media_type=None,
        etag=None,
        last_modified=None,
        missing=(),
        detail=detail,
        checked_at=now,
    )


def unchanged(known: Known, fetched: Fetched) -> Finding:
    """Record that a server has nothing newer than what is known."""
    has_moved = _has_moved(known, fetched)
    where = f", at {fetched.final_url}" if has_moved else ""
    return Finding(
        state=LinkState.MOVED if has_moved else LinkState.OK,
        status=fetched.status,
        final_url=fetched.final_url,
        redirects=fetched.redirects,
        raw=None,
        media_type=None,
        etag=fetched.header("ETag") or known.etag,
        last_modified=fetched.header("Last-Modified") or known.last_modified,
        missing=(),
        detail=f"The server says that it has not changed{where}.",
        checked_at=fetched.retrieved_at,
    )


def found(known: Known, page: Rereading) -> Finding:
    """Judge an answer by what is known of the link."""
    status = page.fetched.status
    if page.succeeded:
        return _opened(known, page)
    if status in _GONE:
        return _finding(page, LinkState.GONE, f"The server answers with status {status}.")
    if status in _REFUSED or _is_challenge(known, page):
        return _finding(page, LinkState.BLOCKED, f"The site refuses programs (status {status}).")
    return _finding(page, LinkState.ERROR, f"The server answers with status {status}.")


def _opened(known: Known, page: Rereading) -> Finding:
    if page.digest == known.raw:
        return _standing(known, page, "The very bytes that are known are there")
    try:
        return _reread(known, page)
    except CaptureError as error:
        if isinstance(error, UnsupportedError) and not known.quotes:
            return _standing(known, page, "Something is there that is not read")
        return _finding(page, LinkState.ERROR, error.message)


def _reread(known: Known, page: Rereading) -> Finding:
    """Judge a page by its quotes, and where none vouches for it by what else it shows."""
    missing = tuple(n for n, quote in enumerate(known.quotes) if not page.says(quote.exact))
    vouched = len(missing) < len(known.quotes)
    other = None if vouched else _other_page(known, page, missing)
    if other is not None:
        return other
    if missing:
        return _finding(page, LinkState.CHANGED, _loss(known, missing), missing)
    if not vouched:
        return _standing(known, page, "The link answers, and there is no quote to look for")
    return _standing(known, page, "The page has changed, and the quotes still stand")


def _other_page(known: Known, page: Rereading, missing: tuple[int, ...]) -> Finding | None:
    """Judge what came instead of the page, or return None when nothing says that it did."""
    place = page.fetched.final_url
    if _is_challenge(known, page) or _asks_first(known, place):
        return _finding(page, LinkState.BLOCKED, "The site asks for a person or a login.")
    if _is_home(place) and not any(map(_is_home, (known.url, known.final_url or known.url))):
        detail = f"It leads to the front page, {place}."
        return _finding(page, LinkState.REDIRECTED_HOME, detail, missing)
    absence = _absence(known, page, has_lost_quotes=bool(missing))
    return _finding(page, LinkState.SOFT_404, absence, missing) if absence else None


def _absence(known: Known, page: Rereading, *, has_lost_quotes: bool) -> str:
    """Say by what sign a page that came with success is no page, or return ""."""
    said = next(filter(signs.says_not_found, page.heads), None)
    if said and not signs.says_not_found(known.title or ""):
        return f"The page says that nothing is there: “{said[:_SHOWN]}”."
    if not page.text:
        return "The page is empty."
    if not has_lost_quotes:
        return ""
    if page.is_html and len(page.text) < _NEARLY_NOTHING:
        return "The page has next to no text."
    if page.is_for_any_address:
        return "The site answers a made-up address with the same page."
    return ""


def _loss(known: Known, missing: tuple[int, ...]) -> str:
    first = known.quotes[missing[0]].exact
    shown = first if len(first) <= _SHOWN else first[: _SHOWN - 1].rstrip() + "…"
    more = f", nor {len(missing) - 1} more" if len(missing) > 1 else ""
    return f"The page does not say “{shown}” any more{more}."


def _is_challenge(known: Known, page: Rereading) -> bool:
    if any(page.fetched.header(name) for name in signs.CHALLENGES):
        return True
    with contextlib.suppress(CaptureError):  # an unreadable page asks for nothing
        if signs.refuses_programs(page.heads, page.text):
            return not signs.refuses_programs((known.title or "",), "")
    return False


def _asks_first(known: Known, place: str) -> bool:
    return signs.asks_who_you_are(place) and not signs.asks_who_you_are(known.url)


def _is_home(url: str) -> bool:
    return urlsplit(url).path.rstrip("/") in _HOMES


def _standing(known: Known, page: Rereading, why: str) -> Finding:
    """Record that what is known is still there, here or elsewhere."""
    if _has_moved(known, page.fetched):
        return _finding(page, LinkState.MOVED, f"{why}, at {page.fetched.final_url}.")
    return _finding(page, LinkState.OK, f"{why}.")


def _has_moved(known: Known, fetched: Fetched) -> bool:
    before = known.final_url or known.url
    if urldefrag(fetched.final_url).url == urldefrag(before).url:
        return False
    # Where it led before is not known for a link alone: only a move for good is one.
    return known.final_url is not None or any(hop.status in _FOR_GOOD for hop in fetched.hops)


def _finding(
    page: Rereading, state: LinkState, detail: str, missing: tuple[int, ...] = ()
) -> Finding:
    fetched = page.fetched
    stands = state in {LinkState.OK, LinkState.MOVED}
    return Finding(
        state=state,
        status=fetched.status,
        final_url=fetched.final_url,
        redirects=fetched.redirects,
        raw=page.digest,
        media_type=fetched.media_type or None,
        etag=fetched.header("ETag") if stands else None,
        last_modified=fetched.header("Last-Modified") if stands else None,
        missing=missing,
        detail=detail,
        checked_at=fetched.retrieved_at,
    )
