"""Columns that hold more than one value, as compact JSON."""

from __future__ import annotations

import json

from claimledger.domain import codec


def compact(value: object) -> str:
    """Return dataclasses, lists and plain values as they are kept in one column."""
    return json.dumps(
        codec.to_json(value), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
