"""Rows: CSV, TSV, and bare references, one record a row."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from typing import Any, Final, TextIO

from claimledger.domain.outside import clean, line
from claimledger.formats.listings import Listing
from claimledger.formats.objects import json_text
from claimledger.formats.records import Record

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\n", "\r", "\0", "＝", "＋", "－", "＠")
"""How a cell begins that a spreadsheet may run as a formula."""

_BREAK: Final = re.compile("[\t\n\r]+")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def write_csv(
    records: Iterable[Record], stream: TextIO, *, listing: Listing, raw: bool = False
) -> None:
    """Write a heading and a row for each record, separated by commas.

    Text that a spreadsheet could take for a formula gets a ``'`` before it, and loses
    its control characters; ``raw`` leaves text as it was stored, and quotes every cell.
    """
    _write(records, stream, listing=listing, raw=raw, delimiter=",")


def write_tsv(
    records: Iterable[Record], stream: TextIO, *, listing: Listing, raw: bool = False
) -> None:
    """Write rows as :func:`write_csv` does, separated by tabs, each on one line.

    A tab or a line break inside a cell becomes a space, since programs that take lines and
    columns apart, such as ``cut``, know nothing of quotes. Quotes stand around a cell that
    holds a quotation mark, as spreadsheets want them. ``raw`` leaves breaks as they are.
    """
    _write(records, stream, listing=listing, raw=raw, delimiter="\t")


def write_ids(
    records: Iterable[Record], stream: TextIO, *, listing: Listing, raw: bool = False
) -> None:
    """Write what commands call each record, one a line; ``raw`` changes nothing."""
    del raw
    stream.writelines(line(str(record[listing.key])) + "\n" for record in records)


def cell(value: Any) -> str:
    """Return a value as the text of a cell.

    None is empty, booleans are ``true`` and ``false``, texts in a list stand apart by
    ``; ``, and any other list or object is JSON.
    """
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case str():
            return value
        case [*items] if all(isinstance(item, str) for item in items):
            return "; ".join(items)
        case list() | dict():
            return json_text(value)
        case _:
            return str(value)


def _write(
    records: Iterable[Record], stream: TextIO, *, listing: Listing, raw: bool, delimiter: str
) -> None:
    # Quoting by need looks for the line ending it writes, and would leave a lone CR bare.
    rows = csv.writer(
        stream,
        delimiter=delimiter,
        quoting=csv.QUOTE_ALL if raw else csv.QUOTE_MINIMAL,
        lineterminator="\n",
    )
    rows.writerow([column.name for column in listing.columns])
    for record in records:
        values = (column.read(record) for column in listing.columns)
        cells = [_encodable(cell(value)) if raw else _harmless(value) for value in values]
        rows.writerow(cells if raw or delimiter != "\t" else map(_on_one_line, cells))


def _harmless(value: Any) -> str:
    text = clean(cell(value))
    is_text = not isinstance(value, int | float)
    return f"'{text}" if is_text and text.startswith(_FORMULA) else text


def _on_one_line(text: str) -> str:
    return _BREAK.sub(" ", text)


def _encodable(text: str) -> str:
    return _SURROGATE.sub("\ufffd", text)
