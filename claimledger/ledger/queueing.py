"""Queueing: which claims wait for a reviewer, in which order, and which is next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from claimledger.domain.records import QueueEntry
from claimledger.domain.verdicts import ClaimStatus
from claimledger.ledger.reading import LedgerReader
from claimledger.ledger.selection import Selection


class Show(StrEnum):
    """Which claims of a queue are shown."""

    TO_DO = "to do"
    """Those that wait for the reviewer."""
    ALL = "all"
    """All but those retracted."""
    OPEN = "open"
    CHECKED = "checked"
    DISPUTED = "disputed"
    SETTLED = "settled"
    MINE = "mine"
    """Those that have the reviewer's verdict."""
    ASSIGNED = "assigned"
    """Those assigned to the reviewer."""
    CHALLENGED = "challenged"
    PUBLISHED = "published"
    RETRACTED = "retracted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a queue has come; what cannot be checked or was retracted is left out."""

    total: int
    done: int
    disputed: int
    to_do: int
    """Of the reviewer."""

    def after(self, before: Progress, now: Progress) -> Progress:
        """Return what it is after some of the claims went from ``before`` to ``now``."""
        return Progress(
            total=self.total - before.total + now.total,
            done=self.done - before.done + now.done,
            disputed=self.disputed - before.disputed + now.disputed,
            to_do=self.to_do - before.to_do + now.to_do,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """What waits for a reviewer."""

    first: QueueEntry | None
    number: int


def is_to_do(entry: QueueEntry) -> bool:
    """Tell whether a claim waits for the reviewer's verdict.

    It does while too few have spoken and the reviewer has not; what cannot be checked
    waits for nobody, unless somebody assigned it.
    """
    if entry.mine:
        return False
    if entry.assigned:
        return entry.status in {ClaimStatus.OPEN, ClaimStatus.DISPUTED}
    return entry.checkable and entry.status is ClaimStatus.OPEN


def in_order(entries: Iterable[QueueEntry]) -> list[QueueEntry]:
    """Put what is assigned to the reviewer first, and leave the order as it is otherwise."""
    return sorted(entries, key=lambda entry: not (entry.assigned and is_to_do(entry)))


def upnext(entries: Sequence[QueueEntry], *, after: int = -1) -> QueueEntry | None:
    """Return the claim to work on next, None when nothing waits.

    Args:
        entries: A queue in its order.
        after: The place in it of the claim that is done with; what waits further down
            comes before what was passed over.
    """
    behind, ahead = entries[: after + 1], entries[after + 1 :]
    for part in (ahead, behind):
        for entry in part:
            if is_to_do(entry):
                return entry
    return None


def waiting(ledger: LedgerReader, reviewer: str, selection: Selection) -> Waiting:
    """Return the claim of a selection to work on next, and how many wait, without reading all.

    It is what ``upnext`` finds in the queue of ``reviewer``, who is also the one that reads.
    """
    if selection.assigned not in {None, reviewer}:
        entries = in_order(ledger.queue(selection))
        return Waiting(first=upnext(entries), number=progress(entries).to_do)
    unrated = replace(selection, unrated_by=reviewer)
    own = [e for e in ledger.queue(replace(unrated, assigned=reviewer)) if is_to_do(e)]
    if selection.assigned is not None:
        return Waiting(first=upnext(own), number=len(own))
    others = replace(unrated, status=ClaimStatus.OPEN, checkable=True)
    twice = sum(e.checkable and e.status is ClaimStatus.OPEN for e in own)
    first = own[0] if own else next(iter(ledger.queue(replace(others, limit=1))), None)
    return Waiting(first=first, number=len(own) + ledger.count(others) - twice)


def belongs(entry: QueueEntry, show: Show) -> bool:  # noqa: PLR0911 - one case a choice
    """Tell whether a claim is among those shown."""
    retracted = entry.status is ClaimStatus.RETRACTED
    match show:
        case Show.TO_DO:
            return is_to_do(entry)
        case Show.MINE:
            return entry.mine and not retracted
        case Show.ASSIGNED:
            return entry.assigned and not retracted
        case Show.CHALLENGED:
            return entry.challenged and not retracted
        case Show.PUBLISHED:
            return entry.published and not retracted
        case Show.ALL:
            return not retracted
        case _:
            return entry.status == show.value


def holds(entry: QueueEntry, words: Sequence[str]) -> bool:
    """Tell whether a claim's text, speaker or number holds all of these case-folded words."""
    told = f"{entry.ref} {entry.text} {entry.speaker or ''}".casefold()
    return all(word in told for word in words)


def progress(entries: Iterable[QueueEntry]) -> Progress:
    """Count how far a queue has come."""
    total = done = disputed = to_do = 0
    for entry in entries:
        if entry.status is ClaimStatus.RETRACTED:
            continue
        to_do += is_to_do(entry)
        if not entry.checkable:
            continue
        total += 1
        done += entry.status in {ClaimStatus.CHECKED, ClaimStatus.SETTLED}
        disputed += entry.status is ClaimStatus.DISPUTED
    return Progress(total=total, done=done, disputed=disputed, to_do=to_do)
