"""The journal: how an act becomes an event, an append and a projection, in one go."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from claimledger.config.builtin_scales import DEFAULT, builtin_scales
from claimledger.domain.acts import LEDGER, Act, PolicySet, ScaleDefined
from claimledger.domain.events import Event, EventId, FeedId, decode
from claimledger.domain.scales import ScaleId
from claimledger.errors import UsageError
from claimledger.ledger.identity import feed_of, this_device
from claimledger.store import blobs, connections, event_log
from claimledger.store.projections import Projector

_TICK: Final = timedelta(milliseconds=1)
"""What events can tell apart."""
_SET_BACK: Final = timedelta(seconds=1)
"""How far a clock may seem to run backwards before it was set back."""


def utc_now() -> datetime:
    """Return the time that events are stamped with."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What a journal takes from the world; tests give their own."""

    now: Callable[[], datetime] = utc_now
    random: Callable[[int], bytes] = os.urandom
    device: Callable[[], str] = this_device


@dataclass(slots=True, kw_only=True)
class Journal:
    """Appends one person's acts to one ledger file."""

    connection: sqlite3.Connection
    path: Path
    author: str | None
    world: Surroundings = field(default_factory=Surroundings)
    _moment: str | None = field(default=None, init=False)
    """When the transaction began that is being written: all acts in it have this time."""
    _last: datetime | None = field(default=None, init=False)
    """The time of the transaction before."""

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the write transaction: the acts recorded inside happen, or none does.

        Raises:
            UsageError: It is not known whose acts they would be.
        """
        if self.author is None:
            raise UsageError(
                "A change needs a reviewer's name.",
                hint='Give one with --as "Name", or open the ledger with reviewer="Name".',
            )
        with connections.write(self.connection, self.path):
            self._last = self._next_moment()
            self._moment = timestamp(self._last)
            try:
                yield
            finally:
                self._moment = None

    def record(self, act: Act, *, subject: str) -> EventId:
        """Append an act and project it; call it inside ``writing``."""
        assert self.author is not None
        ledger = event_log.ledger_id(self.connection) or self.world.random(16).hex()
        feed = self._feed(ledger)
        n, previous = event_log.head(self.connection, feed)
        event = Event(
            ledger=ledger,
            feed=feed,
            n=n + 1,
            prev=previous,
            time=self._moment or self.time(),
            author=self.author,
            subject=subject,
            after=event_log.heads(self.connection, subject),
            act=act,
            salt=self.world.random(16).hex(),
        )
        stored = event_log.append(self.connection, event)
        projector = Projector(self.connection, lambda key: blobs.text(self.connection, key))
        assert stored.body is not None
        # What was stored counts, not what was typed: the two may spell an accent differently.
        projector.project(decode(stored.body), stored.id)
        return stored.id

    def has_acted(self) -> bool:
        """Tell whether the author has acted before, on this device and in this file."""
        ledger = event_log.ledger_id(self.connection)
        if ledger is None or self.author is None:
            return False
        n, _ = event_log.head(self.connection, self._feed(ledger))
        return n > 0

    def own_events(self) -> Iterator[event_log.StoredEvent]:
        """Yield what the author did, on this device and in this file, the newest first."""
        ledger = event_log.ledger_id(self.connection)
        if ledger is not None and self.author is not None:
            yield from event_log.read_feed(self.connection, self._feed(ledger))

    def _feed(self, ledger: str) -> FeedId:
        assert self.author is not None
        return feed_of(ledger, self.author, self.world.device(), self.path)

    def begin_ledger(self, scale: ScaleId = DEFAULT) -> None:
        """Write the first events, unless there are some: the built-in scales, and one in use."""
        if event_log.ledger_id(self.connection) is not None:
            return
        for builtin in builtin_scales():
            act = ScaleDefined(
                version=builtin.version,
                title=builtin.title,
                ordered=builtin.ordered,
                ratings=builtin.ratings,
            )
            self.record(act, subject=builtin.id)
        self.record(PolicySet(scale=scale), subject=LEDGER)

    def _next_moment(self) -> datetime:
        """Return the present, or a little later: two transactions are told apart by their times.

        A clock that was set back is believed.
        """
        now = self.world.now()
        if self._last is None or not timedelta(0) <= self._last + _TICK - now <= _SET_BACK:
            return now
        return self._last + _TICK

    def keep(self, data: bytes, media_type: str) -> str:
        """Keep bytes among the blobs; return their key."""
        return blobs.put(self.connection, data, media_type)

    def time(self) -> str:
        """Return the present as events write it."""
        return timestamp(self.world.now())


def timestamp(moment: datetime) -> str:
    """Return a moment as RFC 3339 in UTC, to the millisecond."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + (
        f"{moment.microsecond // 1000:03d}Z"
    )
