"""Fetching evidence from addresses that a stranger's text may have named."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from types import TracebackType
from typing import TYPE_CHECKING, Any

from claimledger.capture.deadlines import Deadline
from claimledger.capture.errors import CaptureError
from claimledger.capture.limits import LIMITS, Limits
from claimledger.domain.evidence import Hop

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
    hops: tuple[Hop, ...]
    """Every answer on the way, in order; the last is this one."""

    def header(self, name: str) -> str | None:
        """Return the first header of this name, in any case."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)


def _utc_now() -> datetime:
    return datetime.now(UTC)


def look_up(host: str, port: int) -> list[tuple[int, tuple[Any, ...]]]:
    """Ask the system for the addresses of a host."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [(family, address) for family, _, _, _, address in found]


def _at_once(_url: str) -> AbstractContextManager[None]:
    return nullcontext()


@dataclass(frozen=True, slots=True, kw_only=True)
class Client(AbstractContextManager["Client"]):
    """A guarded way to fetch; keeps no connection between fetches, and no cookie at all."""

    allow_private: bool = False
    """Open loopback and private addresses; link-local and metadata stay shut."""
    proxy: str | None = None
    """An HTTP proxy for everything. It resolves names, so only addresses that a URL
    spells out can be checked here."""
    limits: Limits = LIMITS
    now: Callable[[], datetime] = _utc_now
    resolve: Resolver = look_up
    turn: Callable[[str], AbstractContextManager[object]] = _at_once
    """What every request, a redirect's too, waits for and then holds until its answer is
    read. The wait does not count as time of the fetch."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Leave; each fetch has closed what it opened."""

    def fetch(
        self,
        url: str,
        *,
        etag: str | None = None,
        last_modified: str | None = None,
        given_by: str | None = None,
    ) -> Fetched:
        """Fetch a page or a document, following redirects.

        ``etag`` and ``last_modified`` are those of an earlier answer: a server that has
        nothing newer answers with status 304 and no body. They go to the address they
        were ``given_by``, ``url`` unless named, and to no other.

        Raises:
            UnsupportedError: When the address is not one of HTTP or HTTPS.
            PrivateAddressError: When it, or a redirect, leads to a blocked address.
            CaptureError: When no whole answer comes within the limits. An answer with
                an error status is an answer.
        """
        conditions = _conditions(etag, last_modified)
        hops: list[Hop] = []
        current = url
        with self._conversation() as (session, gate):
            while True:
                headers = conditions if current == (given_by or url) else {}
                found, onward = self._ask(session, gate, current, headers=headers, hops=hops)
                if onward is None:
                    redirects = tuple(hop.url for hop in found.hops[1:])
                    return replace(found, url=url, redirects=redirects)
                hops.extend(found.hops[-1:])
                if len(hops) > self.limits.redirects:
                    raise _too_many_redirects(url, onward, hops)
                current = onward

    def ask(
        self,
        url: str,
        *,
        form: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Fetched:
        """Ask a service one question, by POST when there is a form.

        A redirect is an answer and is not followed: ``headers`` may hold a key, which is
        for this service alone.

        Raises:
            CaptureError: As for ``fetch``.
        """
        with self._conversation() as (session, gate):
            return self._ask(session, gate, url, headers=headers or {}, form=form, follow=False)[0]

    @contextmanager
    def _conversation(self) -> Iterator[tuple[requests.Session, Gate]]:
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
                yield session, gate

    def _ask(
        self,
        session: requests.Session,
        gate: Gate,
        url: str,
        *,
        headers: Mapping[str, str],
        form: Mapping[str, str] | None = None,
        hops: Sequence[Hop] = (),
        follow: bool = True,
    ) -> tuple[Fetched, str | None]:
        """Return one answer, and where it sends us; then without its body."""
        from claimledger.capture import answers

        gate.check(url)
        with (
            _its_turn(self.turn, url, gate.deadline),
            answers.answer(
                session, url, self.limits, gate.deadline, headers=headers, form=form
            ) as response,
        ):
            onward = answers.onward(response) if follow else None
            media_type, charset = answers.content_type(response)
            room = self.limits.headers - sum(_length(hop.headers) for hop in hops)
            hop = Hop(
                url=url,
                status=response.status_code,
                headers=answers.kept_headers(response, room),
            )
            body = b"" if onward else answers.body(response, self.limits, gate.deadline)
            found = Fetched(
                url=url,
                final_url=url,
                redirects=(),
                status=response.status_code,
                media_type=media_type,
                charset=charset,
                headers=tuple(response.raw.headers.items()),
                body=body,
                retrieved_at=self.now(),
                hops=(*hops, hop),
            )
        return found, onward


@contextmanager
def _its_turn(
    turn: Callable[[str], AbstractContextManager[object]], url: str, deadline: Deadline
) -> Iterator[None]:
    with ExitStack() as stack:
        with deadline.paused():
            stack.enter_context(turn(url))
        yield


def _conditions(etag: str | None, last_modified: str | None) -> dict[str, str]:
    """Return the headers of a conditional request; what no header can hold is left out."""
    given = {"If-None-Match": etag, "If-Modified-Since": last_modified}
    return {name: one for name, one in given.items() if one and one.isascii() and one.isprintable()}


def _length(headers: Iterable[tuple[str, str]]) -> int:
    return sum(len(name) + len(value) for name, value in headers)


def _too_many_redirects(url: str, onward: str, hops: Sequence[Hop]) -> CaptureError:
    circle = any(hop.url == onward for hop in hops)
    problem = "redirects in a circle" if circle else f"redirects more than {len(hops) - 1} times"
    return CaptureError(
        f"{url} {problem}.",
        hint="Open it in a browser and give the address where you end up.",
    )
