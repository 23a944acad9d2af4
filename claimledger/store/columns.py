"""Columns that hold more than one value, and long lists of keys."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Final

from claimledger.domain import codec

_AT_ONCE: Final = 500
"""Keys in one IN list; SQLite's smallest limit on parameters is 999."""


def compact(value: object) -> str:
    """Return dataclasses, lists and plain values as they are kept in one column."""
    return json.dumps(
        codec.to_json(value), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )


def chunks(keys: Iterable[int]) -> Iterator[tuple[list[int], str]]:
    """Yield keys in parts that fit into one statement, each with its question marks."""
    wanted = list(keys)
    for first in range(0, len(wanted), _AT_ONCE):
        part = wanted[first : first + _AT_ONCE]
        yield part, ",".join("?" * len(part))
