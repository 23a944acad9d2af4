"""What was said before: claims like the one in sight, looked for in a thread of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Final

from claimledger.domain.records import ClaimRecord
from claimledger.errors import ClaimLedgerError
from claimledger.ledger import Ledger

if TYPE_CHECKING:
    from claimledger.ledger.precedents import Precedent

MOST: Final = 5
KEPT: Final = 200
"""Claims whose precedents are remembered."""

Found = Callable[[str, "list[Precedent]"], None]
"""Told the id of a claim and its precedents, in the thread that found them."""


class Before:
    """Finds precedents in the background, and remembers them until the ledger changes."""

    def __init__(self, path: Path, reviewer: str, tell: Found) -> None:
        """Look in the ledger at a path, through the eyes of a reviewer."""
        self._path, self._reviewer, self._tell = path, reviewer, tell
        self._wanted: SimpleQueue[ClaimRecord] = SimpleQueue()
        self._known: dict[str, Sequence[Precedent]] = {}
        self._thread: Thread | None = None

    def clear(self) -> None:
        """Forget what was found."""
        self._known.clear()

    def of(self, claim: ClaimRecord) -> Sequence[Precedent] | None:
        """Return what is known of a claim; None when nobody looked yet."""
        return self._known.get(claim.id)

    def keep(self, claim: str, found: Sequence[Precedent]) -> None:
        """Remember what was found."""
        while len(self._known) >= KEPT:
            del self._known[next(iter(self._known))]
        self._known[claim] = found

    def ask(self, claim: ClaimRecord) -> None:
        """Have precedents looked for; of several claims asked for, only the last counts."""
        if self._thread is None:
            self._thread = Thread(target=self._look, daemon=True)
            self._thread.start()
        self._wanted.put(claim)

    def _look(self) -> None:
        with (
            suppress(ClaimLedgerError),
            Ledger.open(self._path, reviewer=self._reviewer, read_only=True) as ledger,
        ):
            while True:
                claim = self._wanted.get()
                while not self._wanted.empty():
                    claim = self._wanted.get()
                try:
                    found = ledger.said_before(claim, limit=MOST)
                except ClaimLedgerError:
                    continue  # the ledger is being written, or is gone: there is no hurry
                self._tell(claim.id, found)
