"""Reading one HTTP answer, within its limits, into bytes or an error.

Imported only when something is fetched: requests and urllib3 are slow to load.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError, version
from urllib.parse import urljoin

import requests
from requests.exceptions import InvalidURL, RequestException, SSLError, Timeout
from urllib3.exceptions import HTTPError, LocationParseError
from urllib3.exceptions import TimeoutError as PoolTimeout

from claimledger.capture.deadlines import Deadline
from claimledger.capture.errors import CaptureError
from claimledger.capture.guard import malformed
from claimledger.capture.limits import Limits, megabytes

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_CODINGS = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})
_CHUNK = 65_536
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([^\s\"';,]+)", re.IGNORECASE)
_PDF_TYPES = frozenset({"application/pdf", "application/x-pdf", "application/octet-stream"})


_WORDS = 200
"""Characters of a library's message, in which a server may have its say."""
_UNKEPT = frozenset({"set-cookie", "set-cookie2"})


class BrokenOffError(CaptureError):
    """A conversation ended in the middle; the next one may well not."""


@contextmanager
def answer(
    session: requests.Session,
    url: str,
    limits: Limits,
    deadline: Deadline,
    *,
    headers: Mapping[str, str],
    form: Mapping[str, str] | None = None,
) -> Iterator[requests.Response]:
    """Ask for one address and hand over the answer with its body unread.

    Asks with POST when there is a form. Whatever breaks in the library, here or while
    the body is read, becomes one of our errors.
    """
    ours = {
        "User-Agent": f"claimledger/{_version()}",
        "Accept": "text/html, application/pdf, text/plain, */*;q=0.5",
        "Accept-Encoding": "gzip, deflate",
    }
    try:
        with session.request(
            "GET" if form is None else "POST",
            url,
            headers={**ours, **headers},
            data=form,
            timeout=(limits.connect, limits.read),
            stream=True,
            allow_redirects=False,
        ) as response:
            yield response
    except (InvalidURL, LocationParseError, UnicodeError) as error:
        raise malformed(url) from error
    except (RequestException, HTTPError, OSError) as error:
        if deadline.has_passed():
            raise _too_slow(url, deadline.seconds) from error
        if isinstance(error, Timeout | PoolTimeout | TimeoutError):
            raise _silent(url, limits.read) from error
        if isinstance(error, SSLError):
            raise CaptureError(
                f"No secure connection to {url}: {_last_words(error)}",
                hint="Check the address and this machine's clock, or save the page to a file.",
            ) from error
        raise BrokenOffError(
            f"The conversation with {url} broke off: {_last_words(error)}",
            hint="Try again later, or save the page and give the file instead.",
        ) from error


def onward(response: requests.Response) -> str | None:
    """Return the address a redirect leads to, or None for a final answer."""
    location = response.headers.get("Location")
    if response.status_code not in _REDIRECTS or not location:
        return None
    # Headers arrive as Latin-1; servers write UTF-8 into them.
    location = location.encode("latin-1", "replace").decode("utf-8", "replace")
    try:
        return urljoin(response.url, location)
    except ValueError as error:
        raise malformed(location) from error


def body(response: requests.Response, limits: Limits, deadline: Deadline) -> bytes:
    """Read a body, decoded, within its limits of size and time."""
    url = response.url
    codings = response.headers.get("Content-Encoding", "").lower().split(",")
    if not {coding.strip() for coding in codings} <= _CODINGS:
        raise CaptureError(
            f"{url} came compressed in a way nobody asked for: {', '.join(codings)}",
            hint="Save the page in a browser and give the file instead.",
        )
    media_type, _ = content_type(response)
    limit = limits.pdf if media_type in _PDF_TYPES else limits.page
    announced = response.headers.get("Content-Length", "")
    if announced.isdecimal() and int(announced) > limit:
        raise _too_big(url, limit)
    chunks: list[bytes] = []
    size = 0
    # read1 returns after one read from the network, so the clock is looked at often.
    while chunk := response.raw.read1(_CHUNK, decode_content=True):
        size += len(chunk)
        if size > limit:
            raise _too_big(url, limit)
        if deadline.has_passed():
            raise _too_slow(url, deadline.seconds)
        chunks.append(chunk)
    if deadline.has_passed():  # a connection that was cut can look like a body that ended
        raise _too_slow(url, deadline.seconds)
    return b"".join(chunks)


def content_type(response: requests.Response) -> tuple[str, str | None]:
    """Return the media type a server names, or "", and the charset, if any."""
    media_type, _, parameters = response.headers.get("Content-Type", "").partition(";")
    charset = _CHARSET.search(parameters)
    return media_type.strip().lower(), charset.group(1).lower() if charset else None


def kept_headers(response: requests.Response, room: int) -> tuple[tuple[str, str], ...]:
    """Return the headers as received, without cookies, as far as there is room.

    Args:
        response: Whose headers.
        room: How many characters, names and values together.
    """
    kept = []
    for name, value in response.raw.headers.items():
        room -= len(name) + len(value)
        if room < 0:
            break
        if name.lower() not in _UNKEPT:
            kept.append((name, value))
    return tuple(kept)


def _version() -> str:
    try:
        return version("claimledger")
    except PackageNotFoundError:  # run from a source tree
        return "unreleased"


def _last_words(error: BaseException) -> str:
    """Return the innermost reason of a nested library error."""
    while error.args and isinstance(error.args[-1], BaseException):
        error = error.args[-1]
    reason = getattr(error, "reason", None)
    if isinstance(reason, BaseException):
        return _last_words(reason)
    words = " ".join(str(error).split()) or type(error).__name__
    return words if len(words) <= _WORDS else words[: _WORDS - 1] + "…"


def _too_big(url: str, limit: int) -> CaptureError:
    return CaptureError(
        f"{url} is larger than {megabytes(limit)}, the most that is read of it.",
        hint="Save the part you need to a file and give the file instead.",
    )


def _too_slow(url: str, seconds: float) -> CaptureError:
    return CaptureError(
        f"{url} was not complete after {seconds:g} seconds.",
        hint="Try again later, or save the page and give the file instead.",
    )


def _silent(url: str, seconds: float) -> CaptureError:
    return CaptureError(
        f"{url} sent nothing for {seconds:g} seconds.",
        hint="Try again later, or save the page and give the file instead.",
    )
