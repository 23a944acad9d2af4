"""Going about: the cursor, the panels, the marks, and what the list shows."""

from __future__ import annotations

from dataclasses import replace

from claimledger.ledger.queueing import Show
from claimledger.ledger.selection import Selection
from claimledger.review.desk import Desk
from claimledger.review.pages import ArticlePage
from claimledger.review.worklist import View


class Going(Desk):
    """How a checker gets from claim to claim."""

    def on_claim_list_moved(self) -> None:
        """Follow the mouse."""
        self.show_soon()

    def on_article_page_pointed(self, event: ArticlePage.Pointed) -> None:
        """Go to the claim that the mouse points at in the article."""
        if self.claim is None:
            return
        within = Selection(articles=(self.claim.article_number,))
        found = [
            (sum(end - start for start, end in claim.spans), claim.id)
            for claim in self.ledger.claims(within)
            if claim.version == self.claim.version
            and any(start <= event.place < end for start, end in claim.spans)
        ]
        if found:
            self.worklist.narrow(self.worklist.view, keep=min(found)[1])
            self.show_soon()

    def action_move(self, by: int) -> None:
        """Go up or down the list."""
        self.worklist.move(by)
        self.tell("")
        self.show_soon()

    def action_advance(self) -> None:
        """Go to the next claim that waits."""
        before = self.worklist.at
        self.tell("")
        if not self.worklist.advance() or self.worklist.at == before:
            self.tell("Nothing else here waits for you.", hint="f shows other claims.")
        self.show_soon()

    def action_read(self, pages: int) -> None:
        """Scroll the panel in sight."""
        page = self.article_page if self.panel_in_sight == "article" else self.page
        page.scroll_relative(y=pages * max(1, page.size.height - 2), animate=False, force=True)

    def action_panel(self, by: int) -> None:
        """Turn to the next panel, or the one before."""
        names = ["article", "claim", "history"]
        at = names.index(self.panel_in_sight)
        self.action_show_panel(names[(at + by) % len(names)])

    def action_show_panel(self, name: str) -> None:
        """Turn to a panel."""
        self.panel_in_sight = name
        self._draw(again=False)

    def action_refresh(self) -> None:
        """Read the ledger anew."""
        self.load()
        self.show_all()
        self.tell("Read anew.")

    def action_help_quit(self) -> None:
        """Tell those who press Ctrl+C how to leave."""
        self.tell("q quits; nothing is lost.")

    def action_mark(self) -> None:
        """Mark the claim under the cursor, or unmark it, and go down."""
        if (entry := self.worklist.current) is not None:
            self.worklist.marked ^= {entry.id}
            self.action_move(1)

    def view(self, view: View) -> None:
        """Show another part of the queue."""
        before = self.worklist.view
        changed = replace(view, words="", show=Show.ALL) != replace(before, words="", show=Show.ALL)
        self.worklist.view = view
        if changed:
            self.load()
        self.worklist.search(view.words)
        self.show_all()
