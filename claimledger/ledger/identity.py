"""Feeds: one for each person on each replica of a ledger."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from claimledger.config.places import device_file
from claimledger.domain.events import FeedId


def feed_of(ledger: str, author: str, device: str, file: Path) -> FeedId:
    """Return the feed that a person writes to, 32 hex digits.

    The file's place counts: a copy of a ledger continues under other feeds, so that two
    copies that go their own ways never number different events alike. The hash hides the
    place and the device.
    """
    parts = (ledger, author, device, str(file.resolve()))
    return FeedId(hashlib.sha256("\0".join(parts).encode(errors="replace")).hexdigest()[:32])


def this_device(path: Path | None = None) -> str:
    """Return the token of this person's account on this device, made at first use.

    Where it cannot be kept, every process has its own, which only makes more feeds.
    """
    path = path or device_file()
    try:
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            mine = path.with_name(f"{path.name}.{os.getpid()}")
            mine.write_text(os.urandom(16).hex(), encoding="ascii")
            try:
                os.link(mine, path)
            except FileExistsError:
                pass
            finally:
                mine.unlink()
        token = path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        token = ""
    return token or os.urandom(16).hex()
