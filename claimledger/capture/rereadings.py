"""A document that was fetched again, read no further than a question needs."""

from __future__ import annotations

import hashlib
import secrets
from functools import cached_property
from pathlib import PurePosixPath
from urllib.parse import urlsplit, urlunsplit

from claimledger.capture.client import Client, Fetched
from claimledger.capture.documents import capture_bytes
from claimledger.capture.errors import CaptureError
from claimledger.capture.html import article_of, whole_page
from claimledger.capture.kinds import HEAD, Kind, kind_of
from claimledger.capture.plaintext import decoded, text_of
from claimledger.capture.quotes import find_quote
from claimledger.capture.signs import heads_of

_COMPARED = 20_000
"""Characters of two pages that are compared, from the start."""
_ALIKE = 95
"""How alike two pages must be, of 100, to be the same but for an address or a date."""
_SUFFIX = 6
"""Characters of the longest ending that a path keeps, its dot included."""


class Rereading:
    """What a server sent now, with what can be read in it. Reading may raise CaptureError."""

    def __init__(self, fetched: Fetched, client: Client) -> None:
        """Keep what came; nothing is read yet. ``client`` can ask for what is beside it."""
        self.fetched = fetched
        self._client = client

    @property
    def succeeded(self) -> bool:
        """Whether the server says that all is well."""
        return 200 <= self.fetched.status < 300  # noqa: PLR2004 - HTTP's range of success

    @property
    def is_html(self) -> bool:
        """Whether it is a page, rather than a document or nothing."""
        return bool(self.fetched.body.strip()) and self._kind is Kind.HTML

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the bytes, in hex."""
        return hashlib.sha256(self.fetched.body).hexdigest()

    @cached_property
    def text(self) -> str:
        """All the text, a page's menus included; "" when there is none."""
        body, charset = self.fetched.body, self.fetched.charset
        if not body.strip():
            return ""
        if self.is_html:
            return whole_page(body, charset=charset)
        name = self.fetched.final_url
        if self._kind in {Kind.TEXT, Kind.MARKDOWN}:
            body = text_of(body, name=name, charset=charset).encode()
            if not body.strip():
                return ""
        return capture_bytes(
            body, name=name, media_type=self.fetched.media_type, limits=self._client.limits
        ).text

    @cached_property
    def heads(self) -> tuple[str, ...]:
        """A page's title and first heading."""
        body = self.fetched.body
        if not self.is_html:
            return ()
        candidates = (decoded(body, charset) for charset in ("utf-8", self.fetched.charset))
        source = next((one for one in candidates if one is not None), None)
        return heads_of(body.decode("utf-8", "replace") if source is None else source)

    def says(self, quote: str) -> bool:
        """Tell whether it says a quote, in the article or anywhere else.

        Not in other words: a quote that was changed in silence is what a check is for.
        """
        if find_quote(self.text, quote, fuzzy=False) is not None:
            return True
        # Where the extraction leaves something out, what it parted may come together.
        return self.is_html and find_quote(self._article, quote, fuzzy=False) is not None

    @cached_property
    def is_for_any_address(self) -> bool:
        """Whether the site says the same at an address beside it where nothing can be."""
        beside = _beside(self.fetched.url)
        if beside is None:
            return False
        url, own, made_up = beside
        try:
            other = Rereading(self._client.fetch(url), self._client)
            return other.succeeded and self._is_like(other, own=own, others=made_up)
        except CaptureError:
            return False

    def _is_like(self, other: Rereading, *, own: str, others: str) -> bool:
        """Tell whether another page is the same but for the names in their addresses."""
        from rapidfuzz import fuzz

        if self.digest == other.digest:
            return True
        ours = self.text.replace(own, "")[:_COMPARED]
        theirs = other.text.replace(others, "")[:_COMPARED]
        return bool(ours and theirs) and fuzz.ratio(ours, theirs) >= _ALIKE

    @cached_property
    def _kind(self) -> Kind:
        fetched = self.fetched
        return kind_of(fetched.body[:HEAD], name=fetched.final_url, media_type=fetched.media_type)

    @cached_property
    def _article(self) -> str:
        fetched = self.fetched
        return article_of(
            fetched.body, url=fetched.final_url, charset=fetched.charset, limits=self._client.limits
        )[0]


def _beside(url: str) -> tuple[str, str, str] | None:
    """Make up an address beside ``url`` at which nothing can be.

    Returns it with the last name in ``url`` and the name put in its place; None for a
    site's front page, which has nothing beside it.
    """
    parts = urlsplit(url)
    above, _, name = parts.path.rstrip("/").rpartition("/")
    if not name:
        return None
    suffix = PurePosixPath(name).suffix
    stem = secrets.token_hex(8)
    made_up = stem + (suffix if len(suffix) < _SUFFIX else "")
    end = "/" if parts.path.endswith("/") else ""
    url = urlunsplit((parts.scheme, parts.netloc, f"{above}/{made_up}{end}", "", ""))
    return url, name, made_up
