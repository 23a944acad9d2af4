"""From a source that a person names to its text, its metadata and its bytes."""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from claimledger.capture.apart import paragraphs_apart
from claimledger.capture.client import Client, Fetched
from claimledger.capture.errors import CaptureError
from claimledger.capture.html import article_of
from claimledger.capture.kinds import HEAD, Kind, kind_of
from claimledger.capture.limits import LIMITS, Limits, megabytes
from claimledger.capture.markdown import prose_of
from claimledger.capture.metadata import Metadata
from claimledger.capture.plaintext import text_of

STDIN = "-"
"""The source that stands for standard input."""

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+):")
_UNAVAILABLE = frozenset({404, 410})
_UNWELCOME = frozenset({401, 403, 429, 451})


@dataclass(frozen=True, slots=True, kw_only=True)
class Captured:
    """A document as it was when we read it."""

    text: str
    r"""What claims and quotes are offsets into; newlines are ``\n``."""
    title: str | None
    author: str | None
    published: str | None
    """An ISO date."""
    published_guessed: bool
    """True when a program found the date, rather than an author giving it."""
    url: str | None
    """Where it was found in the end, after redirects."""
    source: str
    """What the person typed: a path, an address, or "-"."""
    media_type: str
    raw: bytes
    """Exactly as it was read, or as the server sent it."""
    fetched: Fetched | None


def is_url(source: str) -> bool:
    """Tell whether a source is an address rather than a path or standard input."""
    return "://" in source and _SCHEME.match(source) is not None


def capture(source: str, *, client: Client, stdin: BinaryIO) -> Captured:
    """Capture whatever a person named: an address, a path, or "-"."""
    if source == STDIN:
        return capture_stdin(stdin, limits=client.limits)
    if is_url(source):
        return capture_url(source, client)
    return capture_file(Path(source), limits=client.limits)


def capture_file(path: Path, *, limits: Limits = LIMITS) -> Captured:
    """Capture a file.

    Raises:
        CaptureError: When it cannot be read, or is too large, broken or not text.
        UnsupportedError: When it is of a sort that is not read.
    """
    with _opened(path) as file:
        return _capture_stream(file, name=str(path), limits=limits)


def capture_unread(path: Path, *, limits: Limits = LIMITS) -> Captured:
    """Capture the bytes of a file that holds no text we could read, such as a picture.

    Raises:
        CaptureError: When it cannot be read, or is too large.
    """
    most = limits.pdf
    with _opened(path) as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise CaptureError(
            f"{path} is larger than {megabytes(most)}, the most that is kept.",
            hint="Attach a smaller copy, or its address with --no-fetch.",
        )
    return Captured(
        text="",
        title=None,
        author=None,
        published=None,
        published_guessed=False,
        url=None,
        source=str(path),
        media_type=mimetypes.guess_type(path.name)[0] or "application/octet-stream",
        raw=data,
        fetched=None,
    )


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    """Open a file, and say in plain words why it cannot be read."""
    try:
        with path.open("rb") as file:
            yield file
    except FileNotFoundError as error:
        raise CaptureError(
            f"There is no file {path}.", hint="Check the path, or give a URL or - instead."
        ) from error
    except IsADirectoryError as error:
        raise CaptureError(
            f"{path} is a folder.", hint=f"Give the files in it: {path / '*.txt'}"
        ) from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise CaptureError(
            f"{path} cannot be read: {reason}.", hint="Check the path and its permissions."
        ) from error


def capture_stdin(stream: BinaryIO, *, limits: Limits = LIMITS) -> Captured:
    """Capture what is piped in."""
    return _capture_stream(stream, name=STDIN, limits=limits)


def capture_bytes(
    data: bytes, *, name: str, media_type: str | None = None, limits: Limits = LIMITS
) -> Captured:
    """Capture a document that is already in memory; ``name`` may say what it is."""
    kind = kind_of(data[:HEAD], name=name, media_type=media_type)
    return _captured(data, kind, source=name, limits=limits)


def capture_url(url: str, client: Client) -> Captured:
    """Fetch a page or a document and capture it.

    Raises:
        CaptureError: When it cannot be fetched, when the server answers with an error
            status, or when there is no text in what it sent.
    """
    fetched = client.fetch(url)
    _check_status(fetched)
    kind = kind_of(fetched.body[:HEAD], name=fetched.final_url, media_type=fetched.media_type)
    return _captured(fetched.body, kind, source=url, limits=client.limits, fetched=fetched)


def _capture_stream(stream: BinaryIO, *, name: str, limits: Limits) -> Captured:
    """Read no more than the kind of document may hold."""
    label = "Standard input" if name == STDIN else name
    head = _read_up_to(HEAD, stream)
    kind = kind_of(head, name=label)
    limit = _limit(kind, limits)
    data = head + _read_up_to(limit + 1 - len(head), stream)
    return _captured(data, kind, source=name, limits=limits)


def _read_up_to(size: int, stream: BinaryIO) -> bytes:
    """Read ``size`` bytes, or all there are: a pipe gives what it has at the moment."""
    pieces = []
    while size > 0 and (piece := stream.read(size)):
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)


def _limit(kind: Kind, limits: Limits) -> int:
    return {Kind.PDF: limits.pdf, Kind.HTML: limits.page}.get(kind, limits.text)


def _captured(
    data: bytes, kind: Kind, *, source: str, limits: Limits, fetched: Fetched | None = None
) -> Captured:
    label = "Standard input" if source == STDIN else source
    if len(data) > _limit(kind, limits):
        raise CaptureError(
            f"{label} is larger than {megabytes(_limit(kind, limits))}, the most that is read.",
            hint="Split it and give the part you need.",
        )
    text, metadata = _read(data, kind, label=label, limits=limits, fetched=fetched)
    if not text.strip():
        raise _empty(label, kind, is_bare=not data.strip())
    return Captured(
        text=text,
        title=metadata.title,
        author=metadata.author,
        published=metadata.published,
        published_guessed=metadata.published_guessed,
        url=fetched.final_url if fetched else None,
        source=source,
        media_type=kind.value,
        raw=data,
        fetched=fetched,
    )


def _read(
    data: bytes, kind: Kind, *, label: str, limits: Limits, fetched: Fetched | None
) -> tuple[str, Metadata]:
    charset = fetched.charset if fetched else None
    url = fetched.final_url if fetched else None
    match kind:
        case Kind.PDF:
            return paragraphs_apart(data, name=label, limits=limits)
        case Kind.HTML:
            return article_of(data, url=url, charset=charset, limits=limits)
        case Kind.MARKDOWN:
            return prose_of(text_of(data, name=label, charset=charset))
        case Kind.TEXT:
            return text_of(data, name=label, charset=charset), Metadata()


def _empty(label: str, kind: Kind, *, is_bare: bool) -> CaptureError:
    if is_bare:
        return CaptureError(f"{label} is empty.", hint="Check that it is the one you meant.")
    if kind is Kind.HTML:
        return CaptureError(
            f"No text was found in {label}.",
            hint="The page may be put together by scripts: open it in a browser, copy its text"
            " into a file and give the file instead.",
        )
    return CaptureError(f"{label} holds no text.", hint="Check that it is the one you meant.")


def _check_status(fetched: Fetched) -> None:
    status = fetched.status
    if 200 <= status < 300:  # noqa: PLR2004 - HTTP's range of success
        return
    place = fetched.final_url
    if status in _UNAVAILABLE:
        hint = "Check the address, or look for an archived copy of the page."
    elif status in _UNWELCOME:
        wait = fetched.header("Retry-After")
        later = f"Try again after {wait} seconds, or save" if wait and wait.isdecimal() else "Save"
        hint = f"The site refuses programs. {later} the page and give the file instead."
    else:
        hint = "Try again later, or save the page and give the file instead."
    raise CaptureError(f"{place} answered with HTTP status {status}.", hint=hint)
