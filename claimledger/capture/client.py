"""Fetching evidence from addresses that a stranger's text may have named."""

from __future__ import annotations

import socket
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from types import TracebackType
from typing import TYPE_CHECKING, Any

from claimledger.capture.deadlines import Deadline
from claimledger.capture.errors import CaptureError
from claimledger.capture.limits import LIMITS, Limits

if TYPE_CHECKING:
    import requests

    from claimledger.capture.guard import Gate, Resolver


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What a server answered, and how we got there."""

    url: str
    """The address asked for."""
    final_url: str
    redirects: tuple[str, ...]
    """Every address the servers sent us on to, in order; the last is ``final_url``."""
    status: int
    """As the server gave it: a page that is gone is an answer too."""
    media_type: str
    """Lower case, without parameters; "" when the server names none."""
    charset: str | None
    headers: tuple[tuple[str, str], ...]
    """As received, repeated ones kept apart."""
    body: bytes
    """With gzip and deflate undone, nothing else."""
    retrieved_at: datetime
    """UTC."""

    def header(self, name: str) -> str | None:
        """Return the first header of this name, in any case."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)


def _utc_now() -> datetime:
    return datetime.now(UTC)


def look_up(host: str, port: int) -> list[tuple[int, tuple[Any, ...]]]:
    """Ask the system for the addresses of a host."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [(family, address) for family, _, _, _, address in found]


@dataclass(frozen=True, slots=True, kw_only=True)
class Client(AbstractContextManager["Client"]):
    """A guarded way to fetch; keeps no connection and no cookie between fetches."""

    allow_private: bool = False
    """Open loopback and private addresses; link-local and metadata stay shut."""
    proxy: str | None = None
    """An HTTP proxy for everything. It resolves names, so only addresses that a URL
    spells out can be checked here."""
    limits: Limits = LIMITS
    now: Callable[[], datetime] = _utc_now
    resolve: Resolver = look_up

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Leave; each fetch has closed what it opened."""

    def fetch(self, url: str) -> Fetched:
        """Fetch a page or a document, following redirects.

        Raises:
            UnsupportedError: When the address is not one of HTTP or HTTPS.
            PrivateAddressError: When it, or a redirect, leads to a blocked address.
            CaptureError: When no whole answer comes within the limits. An answer with
                an error status is an answer.
        """
        from claimledger.capture import guard

        with Deadline(self.limits.total) as deadline:
            gate = guard.Gate(
                deadline=deadline,
                limits=self.limits,
                resolve=self.resolve,
                allow_private=self.allow_private,
                proxy=self.proxy,
            )
            with guard.session(gate) as session:
                return self._follow(session, url, gate)

    def _follow(self, session: requests.Session, url: str, gate: Gate) -> Fetched:
        from claimledger.capture import answers

        redirects: list[str] = []
        current = url
        while True:
            gate.check(current)
            with answers.answer(session, current, self.limits, gate.deadline) as response:
                onward = answers.onward(response)
                if onward is None:
                    media_type, charset = answers.content_type(response)
                    return Fetched(
                        url=url,
                        final_url=current,
                        redirects=tuple(redirects),
                        status=response.status_code,
                        media_type=media_type,
                        charset=charset,
                        headers=tuple(response.raw.headers.items()),
                        body=answers.body(response, self.limits, gate.deadline),
                        retrieved_at=self.now(),
                    )
            if len(redirects) == self.limits.redirects:
                raise _too_many_redirects(url, onward, redirects)
            redirects.append(onward)
            current = onward


def _too_many_redirects(url: str, onward: str, redirects: list[str]) -> CaptureError:
    circle = onward == url or onward in redirects
    problem = "redirects in a circle" if circle else f"redirects more than {len(redirects)} times"
    return CaptureError(
        f"{url} {problem}.",
        hint="Open it in a browser and give the address where you end up.",
    )
