"""JSON: one array, or one object on each line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any, Final, TextIO

from claimledger.formats.listings import Listing
from claimledger.formats.records import Record

_ESCAPED: Final = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What a terminal would obey, a reader of lines would break at, or UTF-8 cannot hold."""


def json_text(value: Any, *, indent: int | None = None) -> str:
    r"""Return ``value`` as JSON that reads back the same and is safe to print.

    Letters of every script stay as they are; the few characters that would act on a
    terminal, split a line or stop the encoding are written as ``\u`` escapes.
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def write_object(record: Record, stream: TextIO) -> None:
    """Write one record as JSON, indented."""
    stream.write(json_text(record, indent=2) + "\n")


def write_json(
    records: Iterable[Record], stream: TextIO, *, listing: Listing, raw: bool = False
) -> None:
    """Write one JSON array, record by record.

    An object has all its fields, as they were stored: ``listing`` and ``raw`` change
    nothing.
    """
    del listing, raw
    empty = True
    for record in records:
        stream.write("[\n  " if empty else ",\n  ")
        stream.write(json_text(record, indent=2).replace("\n", "\n  "))
        empty = False
    stream.write("[]\n" if empty else "\n]\n")


def write_jsonl(
    records: Iterable[Record], stream: TextIO, *, listing: Listing, raw: bool = False
) -> None:
    """Write one JSON object a line; ``listing`` and ``raw`` change nothing."""
    del listing, raw
    stream.writelines(json_text(record) + "\n" for record in records)
