"""A deadline that ends a conversation however slowly the other side talks.

A read timeout starts again with every byte, so a server that drips its headers or its
body can hold a reader for ever. At the deadline a second thread shuts the sockets
down, which ends whatever read or handshake is waiting on them.
"""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Iterator
from types import TracebackType
from typing import Self


class Deadline:
    """A number of seconds, counted from entering the ``with`` block."""

    def __init__(self, seconds: float) -> None:
        """Set the deadline; nothing runs yet."""
        self.seconds = seconds
        self._end = float("inf")
        self._timer: threading.Timer | None = None
        self._lock = threading.Lock()
        self._sockets: list[socket.socket] = []
        self._was_cut = False

    def __enter__(self) -> Self:
        """Start counting."""
        self._count(self.seconds)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop counting and let go of the sockets."""
        self._stop()
        with self._lock:
            for guarded in self._sockets:
                guarded.close()
            self._sockets.clear()

    @contextlib.contextmanager
    def paused(self) -> Iterator[None]:
        """Stop the clock for a wait that is not the other side's doing."""
        left = self.remaining()
        self._stop()
        try:
            yield
        finally:
            self._count(left)

    def remaining(self) -> float:
        """Return the seconds left, never less than zero."""
        return max(0.0, self._end - time.monotonic())

    def has_passed(self) -> bool:
        """Tell whether the time is used up."""
        return self._was_cut or self.remaining() == 0

    def guard(self, connected: socket.socket) -> None:
        """End this connection at the deadline, also once TLS has taken it over.

        Works on a duplicate: wrapping a socket for TLS empties the original object.
        """
        with self._lock:
            self._sockets.append(connected.dup())

    def _count(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds
        self._timer = threading.Timer(seconds, self._cut)
        self._timer.daemon = True
        self._timer.start()

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()

    def _cut(self) -> None:
        with self._lock:
            self._was_cut = True
            for guarded in self._sockets:
                with contextlib.suppress(OSError):  # it may be closed at the other end
                    guarded.shutdown(socket.SHUT_RDWR)
