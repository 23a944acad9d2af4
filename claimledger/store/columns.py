"""Columns that hold more than one value, and long lists of keys."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Final

from claimledger.domain import codec

WORDS: Final = "text || char(10) || coalesce(speaker, '')"
"""What a verdict is given on, in SQL: the claim's words, and who says them."""
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
