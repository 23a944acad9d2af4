"""Following: what the app knows of the ledger, kept up with what others do."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from textual.app import App
from textual.timer import Timer

from claimledger.domain.records import ClaimRecord
from claimledger.errors import ClaimLedgerError
from claimledger.ledger import Ledger
from claimledger.ledger.selection import Selection
from claimledger.review.before import Before
from claimledger.review.drafts import Drafts
from claimledger.review.shelves import Shelf
from claimledger.review.worklist import View, Worklist

if TYPE_CHECKING:
    from claimledger.ledger.precedents import Precedent

LOOKING: Final = 1.5
"""Seconds between two looks whether somebody else has written."""
STAYING: Final = 0.25
"""Seconds with a claim after which precedents are looked for."""


class Following(App[None]):
    """A ledger, the list of its claims, and the claim in sight."""

    def __init__(
        self,
        ledger: Ledger,
        view: View | None = None,
        *,
        start: str = "",
        allow_private: bool = False,
    ) -> None:
        """Work on an open ledger, which the caller closes.

        Args:
            ledger: Where everything is and goes.
            view: What the list shows at first; without one, what it showed last.
            start: The id of the claim to begin with; without one, where the reviewer was.
            allow_private: Whether sources of this machine and network may be fetched.
        """
        super().__init__(ansi_color=True)
        self.ledger, self.allow_private = ledger, allow_private
        self.drafts = Drafts.of(ledger.path, ledger.reviewer)
        self.worklist = Worklist(view or View.restored(self.drafts.position))
        self.scale = ledger.scale()
        self.claim: ClaimRecord | None = None
        """The claim in sight, as it was last read."""
        self.seen = 0
        """The ledger's last event when it was last read."""
        self.shelf = Shelf(ledger)
        self.before = Before(ledger.path, ledger.reviewer, self._found_before)
        self._start = start
        self._own_loop: asyncio.AbstractEventLoop | None = None
        self._staying: Timer | None = None

    def follow(self) -> None:
        """Read the ledger, go to where the reviewer was, and look again from time to time."""
        self._own_loop = asyncio.get_running_loop()
        self.load()
        self.worklist.begin(self.drafts.position.get("claim", ""))
        if self._start:
            self.worklist.narrow(self.worklist.view, keep=self._start)
        self.set_interval(LOOKING, self.look)
        # What is there now stays to the end: to look through it again and again for garbage
        # would hold up a key for 30 ms now and then.
        gc.freeze()

    def show_all(self) -> None:
        """Draw everything as it is now."""
        raise NotImplementedError

    def show_list(self) -> None:
        """Draw the list and the bars now, and the claim when the keys rest."""
        raise NotImplementedError

    def load(self) -> None:
        """Read the whole queue."""
        view = self.worklist.view
        self.seen = self.ledger.newest()
        self.scale = self.ledger.scale()
        self.shelf.clear()
        self.before.clear()
        selection = Selection(
            articles=view.articles,
            tag=view.tag,
            assigned=view.assigned,
            sort=view.sort,
            retracted=True,
        )
        self.worklist.load(self.ledger.queue(selection))

    def look(self) -> None:
        """Read the ledger anew if somebody has written; the cursor stays where it is."""
        try:
            if self.ledger.newest() == self.seen:
                return
            self.load()
        except ClaimLedgerError:
            return  # somebody is writing: the next look will do
        self.show_all()

    def on_app_focus(self) -> None:
        """Look at once when the person comes back."""
        self.look()

    def changed(self, *claims: str, on: bool = False, to: str | None = None) -> None:
        """Show what an act of the reviewer's changed; then go on, or to another claim."""
        if len(claims) == 1 and self.ledger.newest() == self.seen + 1:
            self.seen += 1
            self.worklist.update(self.ledger.queue(Selection(claims=claims, retracted=True)))
        else:
            self.load()
        if on:
            self.worklist.advance()
        self.worklist.narrow(self.worklist.view, keep=to)
        self.show_list()

    async def action_quit(self) -> None:
        """Quit, and remember where."""
        self.keep_position()
        await super().action_quit()

    def keep_position(self) -> None:
        """Remember where the reviewer is."""
        if (entry := self.worklist.current) is not None:
            self.drafts.keep_position({"claim": entry.id, **self.worklist.view.saved()})

    # What other threads find

    def look_back_soon(self) -> None:
        """Look for precedents once the reviewer stays with a claim."""
        if self._staying is not None:
            self._staying.stop()
        self._staying = self.set_timer(STAYING, self._look_back)

    def _look_back(self) -> None:
        if self.claim is not None:
            self.before.ask(self.claim)

    def _found_before(self, claim: str, found: list[Precedent]) -> None:
        self.from_thread(self._keep_before, claim, found)

    def _keep_before(self, claim: str, found: list[Precedent]) -> None:
        self.before.keep(claim, found)
        if found and self.claim is not None and self.claim.id == claim:
            self.show_all()

    def from_thread(self, act: Callable[..., None], *values: object) -> None:
        """Have something done in the app's own thread; nothing, when the app has ended."""
        if self._own_loop is not None:
            with suppress(RuntimeError):
                self._own_loop.call_soon_threadsafe(self.call_later, act, *values)
