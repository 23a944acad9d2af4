"""Asking many hosts at once, and each of them in turn and unhurried."""

from __future__ import annotations

import heapq
import queue
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Generic, TypeVar
from urllib.parse import urlsplit

T = TypeVar("T")
R = TypeVar("R")

_HEARTBEAT = 0.5
"""Seconds after which a waiting thread looks up, so that an interrupt reaches it."""


class StoppedError(Exception):
    """Whoever asked for the work has left."""


@dataclass(frozen=True, slots=True)
class Later:
    """What a job says that is to be done once more."""

    seconds: float
    """How long to leave its host alone until then."""


def host_of(url: str) -> str:
    """Return the host that an address names, or "" for nonsense."""
    try:
        return (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:
        return ""


class Turns:
    """Lets one request at a time go to a host, and the next one after a pause."""

    def __init__(self, pace: float) -> None:
        """Set the seconds from the start of one request to the start of the next."""
        self._pace = pace
        self._changed = threading.Condition()
        self._busy: set[str] = set()
        self._opens: dict[str, float] = {}
        self._is_over = False

    @contextmanager
    def turn(self, url: str) -> Iterator[None]:
        """Wait until the host of ``url`` may be asked, and keep it until the block ends.

        Raises:
            StoppedError: The work was stopped meanwhile.
        """
        host = host_of(url)
        with self._changed:
            while (wait := self._wait(host)) > 0:
                self._changed.wait(wait)
            self._busy.add(host)
            self._opens[host] = time.monotonic() + self._pace
        try:
            yield
        finally:
            with self._changed:
                self._busy.discard(host)
                self._changed.notify_all()

    def hold(self, host: str, seconds: float) -> None:
        """Leave a host alone for so long from now."""
        with self._changed:
            self._opens[host] = max(self.opens(host), time.monotonic() + seconds)

    def opens(self, host: str) -> float:
        """Return when a host may be asked again, by the monotonic clock."""
        return self._opens.get(host, 0.0)

    def stop(self) -> None:
        """Let nobody have a turn any more."""
        with self._changed:
            self._is_over = True
            self._changed.notify_all()

    def _wait(self, host: str) -> float:
        if self._is_over:
            raise StoppedError
        if host in self._busy:
            return _HEARTBEAT
        return self.opens(host) - time.monotonic()


def in_turns(
    jobs: Iterable[tuple[str, T]],
    work: Callable[[T], R | Later],
    *,
    turns: Turns,
    workers: int,
) -> Iterator[R]:
    """Do jobs in threads, those of one host one after the other; yield as they are done.

    Each job comes with its host. Closing the iterator stops the work: no job begins any
    more, and those under way are left to end by themselves, unheeded.
    """
    waiting = _Waiting(jobs, turns)
    done: queue.SimpleQueue[R | _Failure] = queue.SimpleQueue()

    def serve() -> None:
        try:
            while (taken := waiting.take()) is not None:
                host, job = taken
                result = work(job)
                if isinstance(result, Later):
                    turns.hold(host, result.seconds)
                    waiting.put_back(host, job)
                else:
                    done.put(result)
                    waiting.finish(host)
        except StoppedError:
            pass
        except BaseException as error:  # noqa: BLE001 - raised again where someone sees it
            done.put(_Failure(error))

    threads = [threading.Thread(target=serve, daemon=True) for _ in range(workers)]
    try:
        for thread in threads[: waiting.hosts]:
            thread.start()
        for _ in range(waiting.jobs):
            result = _next_of(done)
            if isinstance(result, _Failure):
                raise result.error
            yield result
    finally:
        turns.stop()
        waiting.stop()


@dataclass(frozen=True, slots=True)
class _Failure:
    error: BaseException


def _next_of(done: queue.SimpleQueue[T]) -> T:
    while True:
        try:
            return done.get(timeout=_HEARTBEAT)
        except queue.Empty:
            continue


class _Waiting(Generic[T]):
    """Jobs by host; gives out one of the host that opens first, and no two of a host."""

    def __init__(self, jobs: Iterable[tuple[str, T]], turns: Turns) -> None:
        self._turns = turns
        self._by_host: dict[str, deque[T]] = {}
        for host, job in jobs:
            self._by_host.setdefault(host, deque()).append(job)
        self.hosts = len(self._by_host)
        self.jobs = self._left = sum(map(len, self._by_host.values()))
        self._free = [(0.0, host) for host in self._by_host]
        self._changed = threading.Condition()

    def take(self) -> tuple[str, T] | None:
        """Wait for a job and take it and its host, or return None when all are done."""
        with self._changed:
            while self._left > 0:
                wait = self._free[0][0] - time.monotonic() if self._free else _HEARTBEAT
                if wait <= 0:
                    _, host = heapq.heappop(self._free)
                    return host, self._by_host[host].popleft()
                self._changed.wait(wait)
        return None

    def put_back(self, host: str, job: T) -> None:
        """Return a job that is to be done again, before the others of its host."""
        with self._changed:
            self._by_host[host].appendleft(job)
            self._release(host)

    def finish(self, host: str) -> None:
        """Count a job as done and let its host go."""
        with self._changed:
            self._left -= 1
            self._release(host)

    def stop(self) -> None:
        """Give out no more."""
        with self._changed:
            self._left = 0
            self._changed.notify_all()

    def _release(self, host: str) -> None:
        if self._by_host[host]:
            heapq.heappush(self._free, (self._turns.opens(host), host))
        self._changed.notify_all()
