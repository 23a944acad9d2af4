"""Archiving: copies of linked pages at an archive, what it said put on record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from claimledger.domain.acts import EvidenceArchived
from claimledger.domain.evidence import ArchiveState
from claimledger.domain.records import ArchiveRecord, EvidenceRecord
from claimledger.errors import ClaimLedgerError

if TYPE_CHECKING:
    from claimledger.capture.wayback import Saved, Wayback
    from claimledger.ledger.ledger import Ledger

WAYBACK = "wayback"
COMMAND = "command"
_HAVE = frozenset({ArchiveState.SAVED, ArchiveState.FOUND})


class Archive(Protocol):
    """Something that copies pages."""

    name: str

    def copy(self, url: str, before: ArchiveRecord | None) -> Saved:
        """Have a page copied; ``before`` is what it said of the page last time."""
        ...


class WaybackArchive:
    """The Wayback Machine; an order that is still pending is asked for, not made again."""

    name = WAYBACK

    def __init__(self, wayback: Wayback, *, find_only: bool = False) -> None:
        """Use the archive; with ``find_only``, look for copies and order none."""
        self._wayback, self._find_only = wayback, find_only

    def copy(self, url: str, before: ArchiveRecord | None) -> Saved:
        """Find a copy, go on with an order, or make one."""
        from claimledger.capture.wayback import Saved

        if self._find_only:
            found = self._wayback.find(url)
            if found is None:
                return Saved(state=ArchiveState.FAILED, detail="It has no copy.")
            return Saved(state=ArchiveState.FOUND, url=found, detail="It had a copy.")
        if before is not None and before.state is ArchiveState.PENDING and before.job:
            return self._wayback.resume(before.job, url)
        return self._wayback.save(url)


class CommandArchive:
    """The desk's own command."""

    name = COMMAND

    def __init__(self, command: Sequence[str]) -> None:
        """Use a command, with ``{url}`` for the address."""
        self._command = command

    def copy(self, url: str, before: ArchiveRecord | None) -> Saved:
        """Run the command; its failure is a state, so that one page does not stop the others."""
        from claimledger.capture.archives import run_command
        from claimledger.capture.errors import CaptureError
        from claimledger.capture.wayback import Saved

        del before
        try:
            return Saved(state=ArchiveState.SAVED, url=run_command(self._command, url), detail="")
        except CaptureError as error:
            return Saved(state=ArchiveState.FAILED, detail=error.message)


def wanting(
    evidence: Sequence[EvidenceRecord], archive: Archive, *, again: bool = False
) -> list[EvidenceRecord]:
    """Return the evidence whose page this archive has no copy of yet, one for each address.

    What has no address, was withdrawn, or is an archive's copy itself is left out.
    """
    found: dict[str, EvidenceRecord] = {}
    for one in evidence:
        here = _said(one, archive.name)
        done = here is not None and here.state in _HAVE and not again
        if one.url and one.withdrawn_because is None and one.copy_of is None and not done:
            found.setdefault(one.url, one)
    return list(found.values())


def archive_all(
    ledger: Ledger, evidence: Sequence[EvidenceRecord], archive: Archive
) -> Iterator[EvidenceRecord]:
    """Have each page copied and put on record what became of it, before the next is asked for.

    Raises:
        UsageError: A page may not leave the house, or the command makes no sense.
    """
    for one in evidence:
        assert one.url is not None
        try:
            saved = archive.copy(one.url, _said(one, archive.name))
        except ClaimLedgerError as error:
            if error.exit_code != 1:
                raise
            yield _noted(ledger, one, archive, ArchiveState.FAILED, detail=error.message)
            continue
        yield _noted(
            ledger, one, archive, saved.state, url=saved.url, job=saved.job, detail=saved.detail
        )


def _noted(
    ledger: Ledger,
    evidence: EvidenceRecord,
    archive: Archive,
    state: ArchiveState,
    *,
    url: str | None = None,
    job: str | None = None,
    detail: str,
) -> EvidenceRecord:
    act = EvidenceArchived(service=archive.name, state=state, url=url, job=job, detail=detail)
    return ledger.note_archive(evidence.id, act)


def _said(evidence: EvidenceRecord, service: str) -> ArchiveRecord | None:
    return next((a for a in evidence.archives if a.service == service), None)
