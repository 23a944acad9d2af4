"""The registry of formats: every way to write a list of records, by name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Protocol, TextIO

from claimledger.formats.listings import Listing
from claimledger.formats.markdown import write_markdown
from claimledger.formats.objects import write_json, write_jsonl
from claimledger.formats.records import Record
from claimledger.formats.rows import write_csv, write_ids, write_tsv


class Writer(Protocol):
    """Writes records to a text stream as they come, ending with a newline."""

    def __call__(
        self, records: Iterable[Record], stream: TextIO, *, listing: Listing, raw: bool = False
    ) -> None:
        """Write ``records``; ``raw`` leaves out what makes text safe to open."""


FORMATS: Final[dict[str, Writer]] = {
    "json": write_json,
    "jsonl": write_jsonl,
    "csv": write_csv,
    "tsv": write_tsv,
    "ids": write_ids,
    "markdown": write_markdown,
}
"""Every format by the name that a person types."""
