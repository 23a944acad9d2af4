"""The Wayback Machine: have a page saved there, or find a copy that it has.

Speaks Save Page Now 2 and the availability API of the Internet Archive.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from claimledger.capture.addresses import numeric, why_blocked
from claimledger.capture.archives import archived_page, is_address
from claimledger.capture.client import Client, Fetched
from claimledger.capture.errors import CaptureError
from claimledger.capture.waits import wait_asked_for
from claimledger.domain.evidence import ArchiveState
from claimledger.errors import UsageError

_OK = 200
_DENIED = frozenset({401, 403})
_BUSY = frozenset({429, 502, 503, 504})
_TOO_MANY_AT_ONCE = "error:user-session-limit"
_JSON = {"Accept": "application/json"}
_REASON = 200
"""Characters of what the archive says that are passed on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """An account's S3-like keys, from https://archive.org/account/s3.php."""

    access: str = field(repr=False)
    secret: str = field(repr=False)

    def __post_init__(self) -> None:
        """Refuse what no header can hold; the library would repeat it in its message."""
        for key in (self.access, self.secret):
            if not key or not key.isascii() or not key.isprintable() or " " in key:
                raise UsageError(
                    "The archive's keys have characters that no key has.",
                    hint="Copy both again from https://archive.org/account/s3.php.",
                )


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """How far a copy has come."""

    state: ArchiveState
    url: str | None = None
    """The copy's address."""
    job: str | None = None
    """By what name the archive knows the order, to ask again."""
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wayback:
    """The archive, as one desk uses it."""

    client: Client
    keys: Keys | None = None
    """Without an account the archive saves more slowly and less."""
    base: str = "https://web.archive.org"
    available: str = "https://archive.org/wayback/available"
    patience: float = 180
    """Seconds to wait for one copy; a job that takes longer can be resumed."""
    poll: float = 5
    """Seconds between two questions about a job, and before a busy archive is asked again."""
    sleep: Callable[[float], None] = time.sleep

    def save(self, url: str) -> Saved:
        """Have a page saved now, and wait for the copy.

        What goes wrong at the archive is a state, not an error, so that one page does not
        stop the others.

        Raises:
            UsageError: The page is on a private network, or carries a password.
        """
        _check_is_public(url)
        begun = self.client.now()
        waited = 0.0
        while True:
            try:
                answer = self._order(url)
            except CaptureError as error:
                return self._failed(url, error.message, begun)
            said = _said(answer)
            job = said.get("job_id")
            if isinstance(job, str) and job:
                return self._await(job, url, begun, waited)
            is_busy = answer.status in _BUSY or said.get("status_ext") == _TOO_MANY_AT_ONCE
            wait = wait_asked_for(answer, self.client.now()) or self.poll
            if not is_busy or waited + wait > self.patience:
                return self._failed(url, self._reason(answer, said), begun)
            self.sleep(wait)
            waited += wait

    def resume(self, job: str, url: str) -> Saved:
        """Ask again for a copy that was ordered before."""
        return self._await(job, url, self.client.now(), 0.0)

    def find(self, url: str) -> str | None:
        """Return the address of the newest copy that the archive has, if any.

        Raises:
            CaptureError: It gives no answer, or none that can be read.
            UsageError: The page is on a private network, or carries a password.
        """
        _check_is_public(url)
        answer = self.client.ask(f"{self.available}?{urlencode({'url': url})}", headers=_JSON)
        if answer.status != _OK:
            raise CaptureError(
                f"The archive answers with status {answer.status}.", hint="Try again later."
            )
        snapshots = _said(answer).get("archived_snapshots")
        closest = snapshots.get("closest") if isinstance(snapshots, dict) else None
        if not isinstance(closest, dict) or closest.get("available") is not True:
            return None
        copy: object = closest.get("url")
        if not is_address(copy):
            return None
        return copy.replace("http://web.archive.org/", "https://web.archive.org/", 1)

    def _order(self, url: str) -> Fetched:
        form = {"url": url, "skip_first_archive": "1"}
        return self.client.ask(f"{self.base}/save", form=form, headers=self._headers())

    def _await(self, job: str, url: str, begun: datetime, waited: float) -> Saved:
        """Ask how a job fares until it is done or patience is over."""
        address = f"{self.base}/save/status/{quote(job, safe='')}"
        detail = "The archive is still at work on it."
        while True:
            wait = self.poll
            try:
                answer = self.client.ask(address, headers=self._headers())
            except CaptureError as error:
                detail = error.message
            else:
                said = _said(answer)
                match said.get("status"):
                    case "success":
                        return self._copied(said, job, url, begun)
                    case "error":
                        return self._failed(url, self._reason(answer, said), begun, job=job)
                    case _ if answer.status == _OK:
                        detail = "The archive is still at work on it."
                    case _:
                        detail = self._reason(answer, said)
                        wait = wait_asked_for(answer, self.client.now()) or self.poll
            if waited + wait > self.patience:
                return Saved(state=ArchiveState.PENDING, job=job, detail=detail)
            self.sleep(wait)
            waited += wait

    def _copied(self, said: Mapping[str, Any], job: str, url: str, begun: datetime) -> Saved:
        moment, original = said.get("timestamp"), said.get("original_url", url)
        if not (isinstance(moment, str) and moment.isdecimal() and is_address(original)):
            return self._failed(url, "The archive did not say where the copy is.", begun, job=job)
        return Saved(
            state=ArchiveState.SAVED,
            url=f"{self.base}/web/{moment}/{original}",
            job=job,
            detail="The archive made a copy.",
        )

    def _failed(self, url: str, why: str, begun: datetime, *, job: str | None = None) -> Saved:
        """Look for a copy all the same: an error may come after the saving."""
        try:
            copy = self.find(url)
        except CaptureError:
            copy = None
        if copy is None:
            return Saved(state=ArchiveState.FAILED, job=job, detail=why)
        page = archived_page(copy.replace(self.base, "https://web.archive.org", 1))
        taken = page.timestamp if page else None
        is_new = taken is not None and datetime.fromisoformat(taken) >= begun.replace(microsecond=0)
        return Saved(
            state=ArchiveState.SAVED if is_new else ArchiveState.FOUND,
            url=copy,
            job=job,
            detail=f"{why} It has a copy of {taken or 'an unknown date'}.",
        )

    def _headers(self) -> dict[str, str]:
        if self.keys is None:
            return _JSON
        return {**_JSON, "Authorization": f"LOW {self.keys.access}:{self.keys.secret}"}

    def _reason(self, answer: Fetched, said: Mapping[str, Any]) -> str:
        """Return what the archive says of an error, without the keys."""
        if answer.status in _DENIED:
            problem = "does not take these keys" if self.keys else "asks for an account's keys"
            return f"The archive {problem} (status {answer.status})."
        message = said.get("message") or said.get("status_ext")
        if not isinstance(message, str):
            return f"The archive answers with status {answer.status}."
        for key in (self.keys.access, self.keys.secret) if self.keys else ():
            message = message.replace(key, "[key]")
        return f"The archive says: {' '.join(message.split())[:_REASON].rstrip('.')}."


def _said(answer: Fetched) -> Mapping[str, Any]:
    try:
        said = json.loads(answer.body)
    except (ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}


def _check_is_public(url: str) -> None:
    """Keep addresses that are nobody else's business from a public archive."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        host = ""
    address = "127.0.0.1" if host.endswith("localhost") else numeric(host)
    if not host or parts.scheme not in {"http", "https"}:
        raise UsageError(f"{url} is no web address.", hint="Only web pages can be archived.")
    if parts.username or parts.password:
        raise UsageError(
            f"The address of {host} carries a user name or password.",
            hint="It is not shown to an archive.",
        )
    if address and why_blocked(address):
        raise UsageError(
            f"{host} is on a private network, which no public archive can reach.",
            hint="Set an archive command of your own for such pages.",
        )
