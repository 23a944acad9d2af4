"""Writing to files, whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from claimledger.cli.output import note, plural
from claimledger.errors import ClaimLedgerError, UsageError

if TYPE_CHECKING:
    from claimledger.domain.records import EvidenceRecord
    from claimledger.ledger import Ledger


_FORMATS = {
    ".md": "markdown",
    ".csv": "csv",
    ".tsv": "tsv",
    ".json": "json",
    ".jsonl": "jsonl",
}


def export_warc(ledger: Ledger, evidence: Sequence[EvidenceRecord], path: Path) -> None:
    """Write all snapshots as one WARC file."""
    from claimledger import __version__
    from claimledger.formats.warc import write_warc

    with whole_file(path) as file:
        written = write_warc(
            evidence, file, read=ledger.blob, software=f"claimledger/{__version__}"
        )
    note(f"{plural(written, 'snapshot')} written to {path}.")


def export_bytes(ledger: Ledger, evidence: Sequence[EvidenceRecord], path: Path) -> None:
    """Write the bytes of one snapshot as they came."""
    captures = {one.capture.raw: one for one in evidence if one.capture is not None}
    if len(captures) != 1:
        raise UsageError(
            f"That is {plural(len(captures), 'snapshot')}; -o writes one.",
            hint="Name one piece of evidence, such as 3.7.2, or write many with --warc FILE.",
        )
    data = ledger.blob(next(iter(captures)))
    if data is None:
        raise ClaimLedgerError("The bytes of this snapshot are not kept in this ledger.")
    with whole_file(path) as file:
        file.write(data)


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Open a file for bytes; it appears whole or not at all.

    A link is followed, not replaced. A device or a pipe is written to as it is.
    """
    unfinished = None
    try:
        if path.exists() and not path.is_file():
            with path.open("wb") as file:
                yield file
            return
        target = path.resolve()
        unfinished = target.with_name(f".{target.name}.{os.getpid()}")
        with unfinished.open("wb") as file:
            yield file
        unfinished.replace(target)
    except OSError as error:
        raise ClaimLedgerError(
            f"{path} cannot be written: {error.strerror}.", hint="Name another place."
        ) from error
    finally:
        if unfinished is not None:
            unfinished.unlink(missing_ok=True)


def format_of(path: Path | None) -> str | None:
    """Return the format that a file's name asks for, if it asks for one."""
    return None if path is None else _FORMATS.get(path.suffix.lower())


@contextmanager
def into(path: Path | None) -> Iterator[None]:
    """Send standard output to a file, as :func:`whole_file` writes one."""
    if path is None:
        yield
        return
    screen = sys.stdout
    with whole_file(path) as file, TextIOWrapper(file, encoding="utf-8", newline="") as text:
        sys.stdout = text
        try:
            yield
            text.flush()
        finally:
            sys.stdout = screen
