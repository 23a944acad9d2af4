"""Sources: what was captured of each, read on a screen of its own."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen

from claimledger.domain.outside import line, link
from claimledger.domain.records import ClaimRecord, EvidenceRecord
from claimledger.ledger.opening import address_of
from claimledger.report.evidence import stance_label
from claimledger.report.snapshots import snapshot
from claimledger.report.theme import ACCENT, QUIET, STRONG
from claimledger.review import bars
from claimledger.review.capturing import Capturing
from claimledger.review.fields import Field
from claimledger.review.forms import Form, Values
from claimledger.review.keys import UNDO
from claimledger.review.pages import Page


class Reading(Capturing):
    """Opens the sources of a claim."""

    def action_sources(self) -> None:
        """Read the sources of the claim, or open its article where there are none."""
        claim = self.claim_here()
        if claim is None:
            return
        if claim.evidence:
            self.push_screen(SourceScreen(self, claim))
            return
        target = link(self.shelf.article(claim).url)
        if target is None:
            self.tell(f"{claim.ref} has no source yet.", hint="a attaches one.")
        else:
            self.open_url(target)
            self.tell("No source yet: the article is opened in your browser.")


class SourceScreen(Screen[None]):
    """One source at a time, its quotes marked."""

    BINDINGS: ClassVar = [
        Binding("escape,q,o", "leave", show=False),
        Binding("right,n,tab", "turn(1)", show=False),
        Binding("left,p,shift+tab", "turn(-1)", show=False),
        Binding("down,j", "read(1)", show=False),
        Binding("up,k", "read(-1)", show=False),
        Binding("pagedown,space", "read(12)", show=False),
        Binding("pageup,b", "read(-12)", show=False),
        Binding("w", "whole", show=False),
        Binding("enter", "open", show=False),
        Binding("x", "withdraw", show=False),
    ]

    def __init__(self, desk: Capturing, claim: ClaimRecord) -> None:
        """Read a claim's sources, its first one first."""
        super().__init__()
        self._desk, self._claim, self._at = desk, claim, 0
        self._whole = False
        self._heading = bars.Bar(id="source-heading")
        self._page = Page(id="source")
        self._keys = bars.Bar(id="source-keys")

    def compose(self) -> ComposeResult:
        """Heading, text, keys."""
        yield self._heading
        yield self._page
        yield self._keys

    def on_mount(self) -> None:
        """Show the first."""
        self._show()

    @property
    def _evidence(self) -> EvidenceRecord:
        return self._claim.evidence[self._at]

    def _show(self) -> None:
        evidence, number = self._evidence, len(self._claim.evidence)
        heading = Text().append(f" {line(self._claim.ref)} ", f"{STRONG} {ACCENT}")
        heading.append(f" source {self._at + 1} of {number}  ", QUIET)
        heading.append_text(stance_label(evidence.stance))
        heading.append(f"  {line(self._claim.text)}", QUIET)
        heading.no_wrap, heading.overflow = True, "ellipsis"
        self._heading.show(heading)
        capture = evidence.capture
        key = None if capture is None else capture.text
        data = None if key is None else self._desk.ledger.blob(key)
        text = None if data is None else data.decode("utf-8", "replace")
        whole = self._whole
        self._page.show(lambda width: snapshot(evidence, text, whole=whole, width=width))
        keys = [("← →", "other sources")] if number > 1 else []
        keys += [
            ("w", "around the quotes" if whole else "whole text"),
            ("Enter", "open in browser"),
        ]
        keys += [("x", "withdraw"), ("Esc", "back")]
        footer = Text()
        for shown, word in keys:
            footer.append(f" {shown}", f"{STRONG} {ACCENT}").append(f" {word} ", QUIET)
        self._keys.show(footer)

    def action_turn(self, by: int) -> None:
        """Turn to another source."""
        self._at = (self._at + by) % len(self._claim.evidence)
        self._show()

    def action_read(self, lines: int) -> None:
        """Scroll."""
        self._page.scroll_relative(y=lines, animate=False)

    def action_whole(self) -> None:
        """Show the whole text, or what is around the quotes."""
        self._whole = not self._whole
        self._show()

    def action_open(self) -> None:
        """Open the page of today in the browser, at the quote where that can be said."""
        if link(self._evidence.url) is None:
            self._keys.show(bars.message("It has no address: this is its text.", wrong=True))
        else:
            self.app.open_url(address_of(self._desk.ledger, self._evidence))

    def action_withdraw(self) -> None:
        """Say that this source no longer counts, and why."""
        evidence = self._evidence

        def withdraw(typed: Values) -> None:
            self._desk.ledger.withdraw_evidence(evidence.id, because=typed["because"])
            self._desk.tell(f"{evidence.ref} is withdrawn.", hint=UNDO)
            self._desk.changed(self._claim.id)
            self._claim = self._desk.ledger.claim(self._claim.id)
            self._show()

        title = Text().append("Withdraw ", STRONG).append(line(evidence.ref), f"{STRONG} {ACCENT}")
        title.append(f"  {line(evidence.title or evidence.source)}", QUIET)
        fields = (Field(name="because", label="because", required=True),)
        form = Form(
            name=f"withdraw{evidence.id[:12]}", title=title, fields=fields, claim=self._claim.id
        )
        self._desk.ask(form, withdraw)

    def action_leave(self) -> None:
        """Go back to the claims."""
        self.dismiss()
