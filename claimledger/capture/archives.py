"""Copies of pages that archives on the web hold."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeGuard
from urllib.parse import urlsplit

from claimledger.capture.errors import CaptureError
from claimledger.errors import UsageError

PLACE = "{url}"
"""What stands for the address in a desk's own command."""
COMMAND_TIMEOUT = 300.0
"""Seconds; archiving a page in a browser can take minutes."""

_SERVICES = {
    "web.archive.org": "wayback",
    "wayback.archive.org": "wayback",
    "archive.org": "wayback",
    "perma.cc": "perma.cc",
    "ghostarchive.org": "ghostarchive",
    "arquivo.pt": "arquivo.pt",
    "wayback.archive-it.org": "archive-it",
    "webarchive.nationalarchives.gov.uk": "uk national archives",
    "webarchive.org.uk": "uk web archive",
    "webarchive.loc.gov": "library of congress",
    **{f"archive.{end}": "archive.today" for end in ("today", "is", "ph", "md", "li", "fo", "vn")},
}
_COPY = re.compile(
    r"/(?P<time>\d{4,14}|\d{4}\.\d\d\.\d\d-\d{6})(?:[a-z]{2}_)?"
    r"/(?P<page>(?:https?:/|[^/?\s]+\.[a-z]{2,}(?=[/:?]|$)).*)",
    re.IGNORECASE | re.DOTALL,
)
"""A moment and an address in a path; archive.today writes moments with dots as well."""
_NEWEST = re.compile(r"/(?:newest|oldest|o/\w+|web)/(?P<page>https?:/.+)", re.DOTALL)
_SHORT = {
    "archive.today": re.compile(r"/(?:wip/)?\w{4,6}"),
    "perma.cc": re.compile(r"/[A-Za-z0-9]{4}-[A-Za-z0-9]{4}"),
    "ghostarchive": re.compile(r"/(?:var|ar)chive/[\w-]+"),
}
_SCHEME = re.compile(r"(https?):/+", re.IGNORECASE)
_URL = re.compile(r"https?://\S+")


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivedPage:
    """What an archive's address says of the copy behind it."""

    service: str
    original: str | None
    """The address that was copied; None where the copy's address does not hold it."""
    timestamp: str | None
    """When, in RFC 3339 and UTC; None where the address does not say, or not fully."""


def archived_page(url: str) -> ArchivedPage | None:
    """Read the address of a copy at an archive; None for any other address."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").rstrip(".").removeprefix("www.")
    except ValueError:
        return None
    service = _SERVICES.get(host)
    is_other = host == "archive.org" and not parts.path.startswith("/web/")
    if service is None or is_other or parts.scheme not in {"http", "https"}:
        return None
    rest = parts.path + (f"?{parts.query}" if parts.query else "")
    copy = _COPY.search(rest)
    if copy:
        page, time = _whole(copy["page"]), _moment(copy["time"])
        return ArchivedPage(service=service, original=page, timestamp=time)
    newest = _NEWEST.match(rest)
    if newest:
        return ArchivedPage(service=service, original=_whole(newest["page"]), timestamp=None)
    short = _SHORT.get(service)
    if short and short.fullmatch(parts.path.rstrip("/")):
        return ArchivedPage(service=service, original=None, timestamp=None)
    return None


def is_address(text: object) -> TypeGuard[str]:
    """Tell whether something that a program said is a web address and no more."""
    return isinstance(text, str) and _URL.fullmatch(text) is not None and text.isprintable()


def run_command(command: Sequence[str], url: str, *, timeout: float = COMMAND_TIMEOUT) -> str:
    """Have a desk's own command archive a page; return the copy's address.

    ``{url}`` in the arguments becomes the address, without a shell; the last line of
    standard output that is an http or https address is the copy's.

    Raises:
        UsageError: The command has no place for the address, or none that is safe.
        CaptureError: It cannot be run, fails, takes too long, or names no address.
    """
    arguments = _filled(command, url)
    name = arguments[0]
    hint = "Try the command by hand; the address of the copy must be a line of its output."
    try:
        done = subprocess.run(  # noqa: S603 - the desk's own, told an address and nothing else
            arguments,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=timeout,
        )
    except subprocess.TimeoutExpired as error:
        raise CaptureError(f"{name} was not done after {timeout:g} seconds.", hint=hint) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise CaptureError(f"{name} cannot be run: {reason}.", hint=hint) from error
    if done.returncode != 0:
        said = _lines(done.stderr)[-1:] or ["it did not say why"]
        raise CaptureError(f"{name} failed (status {done.returncode}): {said[0]}", hint=hint)
    found = [line for line in _lines(done.stdout) if is_address(line)]
    if not found:
        raise CaptureError(f"{name} named no address of a copy.", hint=hint)
    return found[-1]


def _filled(command: Sequence[str], url: str) -> list[str]:
    if not is_address(url):
        raise UsageError(f"{url} is no web address.", hint="Only web pages can be archived.")
    if not command or not any(PLACE in argument for argument in command[1:]):
        raise UsageError(
            f"The archive command has no {PLACE} among its arguments.",
            hint=f'Write it as a list, such as ["archive-page", "{PLACE}"].',
        )
    # Among other words it may be a script's text, in which an address could give orders.
    if any(PLACE in argument and len(argument.split()) > 1 for argument in command):
        raise UsageError(
            f"{PLACE} stands within a longer argument of the archive command.",
            hint=f'Give it as an argument of its own: ["sh", "-c", "… \\"$1\\"", "-", "{PLACE}"].',
        )
    return [command[0], *(argument.replace(PLACE, url) for argument in command[1:])]


def _lines(output: bytes) -> list[str]:
    return [line.strip() for line in output.decode("utf-8", "replace").splitlines() if line.strip()]


def _whole(page: str) -> str:
    """Mend an address whose slashes an archive's path has eaten."""
    if _SCHEME.match(page):
        return _SCHEME.sub(r"\1://", page, count=1)
    return f"http://{page}"


def _moment(written: str) -> str | None:
    digits = re.sub(r"\D", "", written)
    if len(digits) != len("YYYYMMDDhhmmss"):
        return None
    try:
        moment = datetime.strptime(digits, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
