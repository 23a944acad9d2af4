"""How long servers ask to be left alone, and how long they are humoured."""

from __future__ import annotations

import threading
from collections import Counter, defaultdict
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from claimledger.capture.client import Fetched

_ENOUGH = 5
"""Refusals in a row after which a host is asked no more."""


def wait_asked_for(fetched: Fetched, now: datetime) -> float | None:
    """Return the seconds of a Retry-After, or None when an answer names none."""
    header = (fetched.header("Retry-After") or "").strip()
    if header.isdecimal():
        return float(header)
    try:
        at = parsedate_to_datetime(header)
    except ValueError:
        return None
    return max(0.0, (at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp() - now.timestamp())


class Patience:
    """What is left of it, for each host, in a round of questions."""

    def __init__(self, most: float) -> None:
        """Set the seconds in all that one host may ask for."""
        self._most = most
        self._lock = threading.Lock()
        self._spent: defaultdict[str, float] = defaultdict(float)
        self._tried: set[str] = set()
        self._refusals: Counter[str] = Counter()

    def allows(self, host: str, url: str, wait: float | None) -> bool:
        """Tell whether to ask for ``url`` again after ``wait``; None for no need to.

        Each address gets one more try.
        """
        with self._lock:
            if wait is None:
                self._refusals[host] = 0
                return False
            if url not in self._tried and self._spent[host] + wait <= self._most:
                self._tried.add(url)
                self._spent[host] += wait
                return True
            self._refusals[host] += wait > 0
            return False

    def is_over(self, host: str) -> bool:
        """Tell whether a host wants nothing but to be left alone."""
        return self._refusals[host] >= _ENOUGH
