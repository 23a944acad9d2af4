"""The desk: the queue, the article and the claim on one screen, and forms below them."""

from __future__ import annotations

from functools import partial
from typing import ClassVar, Final

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, Vertical
from textual.screen import Screen
from textual.timer import Timer

from claimledger.domain.outside import line
from claimledger.domain.records import ArticleRecord
from claimledger.errors import ClaimLedgerError
from claimledger.ledger import Ledger
from claimledger.report.theme import ACCENT, QUIET, STRONG
from claimledger.review import bars, details
from claimledger.review.following import Following
from claimledger.review.forms import Form, FormScreen, Submit
from claimledger.review.keys import all_keys
from claimledger.review.lists import ClaimList
from claimledger.review.pages import ArticlePage, Page
from claimledger.review.worklist import View

WIDE: Final = 108
"""Cells from which three columns stand beside each other."""
SETTLING: Final = 0.03
"""Seconds without a key after which the claim under the cursor is shown in full."""


class DeskScreen(Screen[None]):
    """The screen below all others; only on it do the keys of the desk count."""

    BINDINGS: ClassVar = [
        Binding(one, f"app.{key.action}('{one}')" if key.action == "rate" else f"app.{key.action}")
        for key in all_keys()
        for one in key.keys.split(",")
    ]


class Desk(Following):
    """What is on the screen, and how it asks."""

    CSS_PATH = "review.tcss"
    TITLE = "claimledger"
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - as Textual has it
        (0, "-narrow"),
        (WIDE, "-wide"),
    ]

    def __init__(
        self,
        ledger: Ledger,
        view: View | None = None,
        *,
        start: str = "",
        allow_private: bool = False,
    ) -> None:
        """Lay a ledger on the desk."""
        super().__init__(ledger, view, start=start, allow_private=allow_private)
        self.theme = "ansi-dark"
        self.panel_in_sight = "article"
        self._settling: Timer | None = None
        # Held here, since a form on top of them must not hide them from us.
        self.list_ = ClaimList(self.worklist, id="list")
        self.page = Page(id="claim")
        self.article_page = ArticlePage(id="article")
        names = ("headline", "heading", "tabs", "article-heading")
        below = ("under-way", "message", "ratings", "footer")
        self.bars = {name: bars.Bar(id=name) for name in (*names, *below)}

    # The screen

    def get_default_screen(self) -> DeskScreen:
        """Return the screen below all others."""
        return DeskScreen(id="_default")

    def compose(self) -> ComposeResult:
        """Lay out the bars and the three panes."""
        yield self.bars["headline"]
        with Container(id="desk"):
            yield self.list_
            with Vertical(id="right"):
                yield self.bars["heading"]
                yield self.bars["tabs"]
                yield self.page
            with Vertical(id="middle"):
                yield self.bars["article-heading"]
                yield self.article_page
        for name in ("under-way", "message", "ratings", "footer"):
            yield self.bars[name]

    def on_mount(self) -> None:
        """Begin where the reviewer was."""
        self.follow()
        self.list_.focus()
        self.show_all()

    @property
    def is_wide(self) -> bool:
        """Tell whether three columns stand beside each other."""
        return self.size.width >= WIDE

    def on_resize(self) -> None:
        """Fit the bars to another width."""
        self.call_after_refresh(self.show_all)

    def show_all(self) -> None:
        """Draw everything as it is now."""
        self.show_list()
        self.show_claim()

    def show_list(self) -> None:
        """Draw the list and the bars now, and the claim when the keys rest."""
        self.list_.drafts = self.drafts.claims()
        self.show_bars()
        self.show_soon()

    def show_bars(self) -> None:
        """Draw the lines above and below."""
        width, work = self.size.width, self.worklist
        headline = bars.headline(
            self.ledger.path,
            self.ledger.reviewer,
            work.view.told(),
            work.progress,
            len(work.shown),
            width=width,
        )
        self.bars["headline"].show(headline)
        self.bars["ratings"].show(bars.ratings(self.scale, width=width))
        self.bars["footer"].show(bars.footer(width=width))

    def show_soon(self) -> None:
        """Draw the list now and the claim when the keys rest, so that each key is quick."""
        self.list_.show()
        if self._settling is not None:
            self._settling.stop()
        self._settling = self.set_timer(SETTLING, self.show_claim)

    def show_claim(self) -> None:
        """Read and draw the claim under the cursor."""
        if self._settling is not None:
            self._settling.stop()
        if not self.screen_stack:  # a timer that went off while the app was closing
            return
        entry = self.worklist.current
        again = entry is not None and self.claim is not None and self.claim.id == entry.id
        try:
            self.claim = None if entry is None else self.ledger.claim(entry.id)
        except ClaimLedgerError as error:
            self.claim = None
            self.tell(error.message, hint=error.hint, wrong=True)
        self._draw(again=again)
        if entry is not None and not again:
            self.keep_position()

    def _draw(self, *, again: bool) -> None:
        claim, article, page = self.claim, self.article_page, self.page
        panels = [("claim", "Claim"), ("history", "History")]
        if not self.is_wide:
            panels.insert(0, ("article", "Article"))
        in_sight = self.panel_in_sight
        if self.is_wide and in_sight == "article":
            in_sight = "claim"
        self.screen_stack[0].set_class(self.panel_in_sight == "article", "-reading")
        width = self.bars["tabs"].size.width or self.size.width
        self.bars["tabs"].show(bars.tabs(panels, in_sight, width=width))
        heading = self.bars["heading"]
        if claim is None:
            heading.show(Text())
            self.bars["article-heading"].show(Text())
            article.show("", spans=(), cues=(), sentence=None)
            page.show(lambda _: Text(""))
            return
        heading.show(details.heading(claim))
        record = self.shelf.article(claim)
        self._head_article(record)
        cues = [s for s in (claim.speaker_span, claim.attribution_span) if s is not None]
        article.show(self.shelf.text(claim), spans=claim.spans, cues=cues, sentence=claim.sentence)
        if in_sight == "history":
            log = self.shelf.history(claim)
            page.show(lambda _: details.history(log), from_top=not again)
        else:
            said, named = self.before.of(claim), None if self.is_wide else record
            if said is None:
                self.look_back_soon()
            page.show(
                lambda cells: details.sections(claim, named, said_before=said, width=cells),
                from_top=not again,
            )

    def _head_article(self, article: ArticleRecord) -> None:
        marked = self.panel_in_sight == "article"
        title = Text().append(f" {article.number}  ", ACCENT if marked else QUIET)
        title.append(line(article.title), f"{STRONG} {ACCENT}" if marked else QUIET)
        title.no_wrap, title.overflow = True, "ellipsis"
        self.bars["article-heading"].show(title)

    def tell(self, words: str, *, hint: str = "", wrong: bool = False) -> None:
        """Tell what was done or is wrong, above the footer."""
        self.bars["message"].show(bars.message(words, hint=hint, wrong=wrong))

    # Asking

    def ask(self, form: Form, submit: Submit, *, note: str = "") -> None:
        """Ask with a form; what it leaves behind is shown when it closes."""
        room = partial(self.make_room, for_list=not form.claim)
        screen = FormScreen(form, submit, self.drafts, room=room, note=note)
        self.push_screen(screen, lambda _: self._show_drafts())

    def make_room(self, lines: int, *, for_list: bool = False) -> None:
        """Keep so many lines at the foot free, where a form stands.

        On a small screen the claim and its article stay in sight, or else the list.
        """
        below = self.screen_stack[0]
        if below.styles.padding.bottom == lines:
            return
        below.set_class(lines > 0, "-asking")
        below.set_class(lines > 0 and for_list, "-finding")
        below.styles.padding = (0, 0, lines, 0)

    def _show_drafts(self) -> None:
        claims = self.list_
        claims.drafts = self.drafts.claims()
        claims.refresh()
