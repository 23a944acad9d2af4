"""HTTP connections that look where they land before they speak.

Imported only when something is fetched: requests and urllib3 are slow to load.
"""

from __future__ import annotations

import socket
from collections.abc import Callable
from dataclasses import dataclass
from http.cookiejar import DefaultCookiePolicy
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import LocationParseError
from urllib3.poolmanager import PoolManager, ProxyManager
from urllib3.util import parse_url

from claimledger.capture.addresses import can_be_opened, numeric, why_blocked
from claimledger.capture.deadlines import Deadline
from claimledger.capture.errors import CaptureError, PrivateAddressError, UnsupportedError
from claimledger.capture.limits import Limits

Place = tuple[int, tuple[Any, ...]]
"""An address family and a socket address."""

Resolver = Callable[[str, int], list[Place]]
"""Look up a host and port, best place first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """What every connection of one fetch goes through."""

    deadline: Deadline
    limits: Limits
    resolve: Resolver
    allow_private: bool
    proxy: str | None = None
    """Where everything goes instead, if given: the person named that address, not the
    text, so it is not checked."""

    def check(self, url: str) -> None:
        """Refuse what can be told from a URL alone."""
        try:
            parts = parse_url(url)
        except LocationParseError as error:
            raise malformed(url) from error
        if parts.scheme not in {"http", "https"}:
            raise UnsupportedError(
                f"Only http and https addresses are fetched, not {url}",
                hint="To read a local file, give its path.",
            )
        if not parts.host:
            raise malformed(url)
        if parts.auth:
            raise UnsupportedError(
                f"The address of {parts.host} carries a user name or password.",
                hint="Take it out; the ledger keeps addresses for everyone to read.",
            )
        if self.proxy is not None:
            is_local = parts.host.rstrip(".").endswith("localhost")
            address = "127.0.0.1" if is_local else numeric(parts.host)
            if address:
                self._admit(parts.host, address)

    def connect(self, host: str, port: int) -> socket.socket:
        """Connect to the first permitted address of ``host`` that answers.

        Raises:
            PrivateAddressError: When none of its addresses is permitted.
            CaptureError: When the name has no address, or none of them answers.
        """
        permitted, refusal = self._permitted(host, self._look_up(host, port))
        if refusal and not permitted:
            raise refusal
        silent: OSError | None = None
        for family, address in permitted:
            try:
                return self._open(host, family, address)
            except OSError as error:
                silent = error
        raise _unreachable(host, port, silent) from silent

    def _look_up(self, host: str, port: int) -> list[Place]:
        try:
            found = self.resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise _unknown(host) from error
        if not found:
            raise _unknown(host)
        return found

    def _permitted(
        self, host: str, found: list[Place]
    ) -> tuple[list[Place], PrivateAddressError | None]:
        permitted = []
        refusal: PrivateAddressError | None = None
        for family, address in found:
            try:
                self._admit_peer(host, address)
            except PrivateAddressError as error:
                refusal = error
            else:
                permitted.append((family, address))
        return permitted, refusal

    def _open(self, host: str, family: int, address: tuple[Any, ...]) -> socket.socket:
        connection = socket.socket(family, socket.SOCK_STREAM)
        try:
            connection.settimeout(max(0.001, min(self.limits.connect, self.deadline.remaining())))
            connection.connect(address)
            # The addresses looked up were admitted; this is the one that counts.
            self._admit_peer(host, connection.getpeername())
            self.deadline.guard(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _admit_peer(self, host: str, address: tuple[Any, ...]) -> None:
        if self.proxy is None:
            self._admit(host, str(address[0]))

    def _admit(self, host: str, address: str) -> None:
        why = why_blocked(address, allow_private=self.allow_private)
        if why:
            raise _blocked(host, address, why)


def session(gate: Gate) -> requests.Session:
    """Open a session whose every connection goes through the gate.

    It reads no environment: no proxy, no .netrc and no certificates from there. It
    takes no cookie.
    """
    opened = _Session()
    opened.trust_env = False
    opened.cookies.set_policy(DefaultCookiePolicy(allowed_domains=()))
    adapter = _GuardedAdapter(gate)
    opened.adapters.clear()
    opened.mount("http://", adapter)
    opened.mount("https://", adapter)
    if gate.proxy is not None:
        opened.proxies = {"http": gate.proxy, "https": gate.proxy}
    return opened


class _Session(requests.Session):
    def get_redirect_target(self, resp: requests.Response) -> None:
        """See no redirect: to prepare one, requests reads its whole body, at any size."""


class _GuardedAdapter(HTTPAdapter):
    def __init__(self, gate: Gate) -> None:
        self._pools = _pools(gate)
        super().__init__(max_retries=0)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager: PoolManager
        self.poolmanager.pool_classes_by_scheme = self._pools

    def proxy_manager_for(self, proxy: str, **kwargs: Any) -> ProxyManager:
        manager: ProxyManager = super().proxy_manager_for(proxy, **kwargs)
        manager.pool_classes_by_scheme = self._pools
        return manager


def _pools(gate: Gate) -> dict[str, type[HTTPConnectionPool]]:
    """Make the pool classes whose connections ask this gate.

    urllib3 passes nothing of its caller's on to a connection, so the gate travels in
    the class.
    """

    class Plain(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            return gate.connect(self._dns_host, self.port or self.default_port)

    class Secure(HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            return gate.connect(self._dns_host, self.port or self.default_port)

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure

    return {"http": PlainPool, "https": SecurePool}


def _unknown(host: str) -> CaptureError:
    return CaptureError(
        f"No address is known for {host}.",
        hint="Check the spelling of the URL and that this machine is online.",
    )


def _unreachable(host: str, port: int, error: OSError | None) -> CaptureError:
    reason = "did not answer in time" if isinstance(error, TimeoutError) else str(error)
    return CaptureError(
        f"Could not connect to {host}, port {port}: {reason}.",
        hint="Check that the site is up, or save the page and give the file instead.",
    )


def malformed(url: str) -> CaptureError:
    """Say that a URL cannot be understood."""
    return CaptureError(
        f"This is not an address that can be fetched: {url}",
        hint="Give it as in a browser, such as https://example.org/page.",
    )


def _blocked(host: str, address: str, why: str) -> PrivateAddressError:
    """Say that a host leads to an address which stays shut."""
    place = host if host.strip("[]") == address else f"{host} ({address})"
    hint = "Save the page to a file and give the file instead."
    if can_be_opened(address):
        hint = "If you trust this address, allow it with --allow-private."
    return PrivateAddressError(f"{place} is {why}; nothing was requested from it.", hint=hint)
