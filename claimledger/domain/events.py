"""Events: the only thing a ledger stores for good.

An event's body is canonical JSON: keys sorted, no spaces, UTF-8 without escapes where
JSON allows, ASCII keys, no floats, integers below 2^53 in size, strings in Unicode
normal form C. Its id is the SHA-256 of a zero byte and the body, which is the leaf hash
of RFC 6962, so that the same id serves as identity and in a Merkle tree.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, NewType, NoReturn

from claimledger.domain import codec
from claimledger.domain.acts import ACTS, KINDS, Act
from claimledger.errors import EventError

EventId = NewType("EventId", str)
FeedId = NewType("FeedId", str)

VERSION: Final = 1
LARGEST_INTEGER: Final = 2**53 - 1
_HASH = re.compile(r"[0-9a-f]{64}\Z")
_SALT = re.compile(r"[0-9a-f]{32}\Z")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Who did what to what, when, having seen what."""

    ledger: str
    """The ledger's id, 32 hex digits."""
    feed: FeedId
    """One person on one replica, 32 hex digits."""
    n: int
    """Place in the feed, from 1, without gaps."""
    prev: EventId | None
    """The feed's event before this one."""
    time: str
    """RFC 3339 in UTC, to the millisecond; what the author's clock said."""
    author: str
    subject: str
    """The id of what the act is about."""
    after: tuple[EventId, ...]
    """The newest events about the subject that the author had seen, sorted."""
    act: Act
    salt: str
    """32 random hex digits, so that a removed body cannot be guessed from its id."""

    @property
    def kind(self) -> str:
        """The name of the act, in the past tense."""
        return KINDS[type(self.act)]

    def encode(self) -> bytes:
        """Return the body.

        Raises:
            EventError: A field has a value that the format does not allow.
        """
        return canonical(
            {
                "after": list(self.after),
                "author": self.author,
                "data": codec.to_json(self.act),
                "feed": self.feed,
                "kind": self.kind,
                "ledger": self.ledger,
                "n": self.n,
                "prev": self.prev,
                "salt": self.salt,
                "subject": self.subject,
                "time": self.time,
                "v": VERSION,
            }
        )


def event_id(body: bytes) -> EventId:
    """Return the id of an event with this body, 64 hex digits."""
    return EventId(hashlib.sha256(b"\0" + body).hexdigest())


def decode(body: bytes) -> Event:
    """Read an event from its body.

    Raises:
        EventError: The body is not canonical, or no event that this version knows.
    """
    try:
        fields = json.loads(body, parse_float=_no_float, parse_constant=_no_float)
    except (ValueError, RecursionError) as error:
        raise EventError(f"The body is no JSON: {error}") from error
    if not isinstance(fields, dict) or canonical(fields) != body:
        raise EventError("The body is not in canonical form.")
    return _read(fields)


def canonical(value: Mapping[str, Any]) -> bytes:
    """Return ``value`` as canonical JSON.

    Raises:
        EventError: It holds a float, a huge integer, or a string that is not NFC.
    """
    _check(value)
    try:
        return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise EventError("A text holds half of a character (a lone surrogate).") from error


def _check(value: object) -> None:
    match value:
        case None | bool():
            return
        case str():
            if not unicodedata.is_normalized("NFC", value):
                raise EventError("A text is not in Unicode normal form C.")
        case int():
            if abs(value) > LARGEST_INTEGER:
                raise EventError(f"The number {value} is beyond 2^53.")
        case list():
            for item in value:
                _check(item)
        case dict():
            if not all(isinstance(key, str) and key.isascii() for key in value):
                raise EventError("A key is not ASCII.")
            _check(list(value.values()))
        case _:
            raise EventError(f"A {type(value).__name__} has no place in an event.")


def _read(fields: dict[str, Any]) -> Event:
    if fields.get("v") != VERSION:
        raise EventError(
            f"The event is of version {fields.get('v')!r}; this program reads {VERSION}.",
            hint="Install a newer claimledger.",
        )
    if (act := ACTS.get(str(fields.get("kind")))) is None:
        raise EventError(
            f"The event is of the unknown kind {fields.get('kind')!r}.",
            hint="Install a newer claimledger.",
        )
    head = {k: v for k, v in fields.items() if k not in {"v", "kind", "data"}}
    envelope = codec.from_json(_Envelope, head, at="event")
    _check_envelope(envelope)
    return Event(
        **{name: getattr(envelope, name) for name in _Envelope.__slots__},
        act=codec.from_json(act, fields.get("data")),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Envelope:
    ledger: str
    feed: FeedId
    n: int
    prev: EventId | None
    time: str
    author: str
    subject: str
    after: tuple[EventId, ...]
    salt: str


def _check_envelope(event: _Envelope) -> None:
    if event.n < 1 or (event.prev is None) is not (event.n == 1):
        raise EventError("n must count from 1, and only the first event has no prev.")
    if not all(_HASH.match(i) for i in (*event.after, event.prev or "0" * 64)):
        raise EventError("prev and after must hold event ids.")
    if list(event.after) != sorted(set(event.after)):
        raise EventError("after must be sorted, each id once.")
    if not (_SALT.match(event.salt) and _SALT.match(event.feed) and _SALT.match(event.ledger)):
        raise EventError("salt, feed and ledger must be 32 hex digits.")
    if not _TIME.match(event.time):
        raise EventError("time must be RFC 3339 in UTC, to the millisecond.")


def _no_float(digits: str) -> NoReturn:
    raise EventError(f"The number {digits} is no integer.")
