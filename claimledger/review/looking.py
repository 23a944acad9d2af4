"""Looking: search, filter, help, and the sources as they were captured."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import ClassVar

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.screen import ModalScreen
from textual.widgets import Static

from claimledger.domain.scales import Tone
from claimledger.domain.verdicts import ClaimStatus
from claimledger.errors import UsageError
from claimledger.ledger.queueing import Show
from claimledger.ledger.selection import Order
from claimledger.report.grids import GAP
from claimledger.report.texts import section
from claimledger.report.theme import ACCENT, ORANGE, QUIET, STANCES, STATUSES, STRONG, TONES
from claimledger.review.curating import Curating
from claimledger.review.fields import Choice, Field, Words
from claimledger.review.forms import Drawer, Form, Values
from claimledger.review.keys import KEYS
from claimledger.review.lists import DRAFT, MARKED
from claimledger.review.pages import Page


class Looking(Curating):
    """How a checker finds a claim, and help."""

    def action_search(self) -> None:
        """Narrow the list with every letter typed."""
        self.push_screen(SearchScreen(self))

    def action_all_again(self) -> None:
        """End a search that was kept."""
        self.tell("")
        if self.worklist.view.words:
            self.worklist.search("")
            self.show_list()

    def action_filter(self) -> None:
        """Choose what the list shows."""
        view = self.worklist.view
        fields = (
            Field(
                name="show",
                label="show",
                value=view.show,
                choices=tuple(Choice(value=show) for show in Show),
            ),
            Field(
                name="sort",
                label="order",
                value=view.sort,
                choices=(
                    Choice(value=Order.WORTH, shown="worth"),
                    Choice(value=Order.TEXT, shown="text"),
                ),
            ),
            Field(
                name="articles",
                label="article",
                value=" ".join(map(str, view.articles)),
                example="numbers of articles; empty for all",
            ),
            Field(name="tag", label="tag", value=view.tag or ""),
            Field(
                name="assigned",
                label="who",
                value=view.assigned or "",
                example="claims assigned to this reviewer; me for yourself",
            ),
        )

        def narrow(typed: Values) -> None:
            who = self.ledger.reviewer if typed["assigned"] == "me" else typed["assigned"]
            self.view(
                replace(
                    view,
                    show=Show(typed["show"]),
                    sort=Order(typed["sort"]),
                    articles=self._articles_named(typed["articles"]),
                    tag=typed["tag"].lstrip("#") or None,
                    assigned=who or None,
                    words=self.worklist.view.words,
                )
            )

        self.ask(Form(name="filter", title=Text().append("Show", STRONG), fields=fields), narrow)

    def _articles_named(self, typed: str) -> tuple[int, ...]:
        words = typed.replace(",", " ").split()
        if not all(word.isdigit() for word in words):
            raise UsageError("An article is named by its number.", hint="Such as: 1 3")
        return tuple(self.ledger.article(word).number for word in words)

    def action_keys(self) -> None:
        """Show all keys and symbols."""
        self.push_screen(HelpScreen())


class SearchScreen(ModalScreen[None]):
    """A line to type words into; the list narrows with every letter."""

    BINDINGS: ClassVar = [
        Binding("escape", "clear", show=False, priority=True),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
    ]

    def __init__(self, desk: Looking) -> None:
        """Search in a desk's list."""
        super().__init__()
        self._desk = desk
        words = desk.worklist.view.words
        self._words = Words(Field(name="words", label="search", value=words))

    def compose(self) -> ComposeResult:
        """One line."""
        with Drawer(partial(self._desk.make_room, for_list=True)):
            with Horizontal(classes="field"):
                yield Static("search", classes="label", markup=False)
                yield self._words
            keys = Text()
            for key, word in (("Enter", "keep"), ("↑ ↓", "go about"), ("Esc", "show all again")):
                keys.append(key, f"{STRONG} {ACCENT}").append(f" {word}   ", QUIET)
            yield Static(keys, id="drawer-keys", markup=False)

    def on_mount(self) -> None:
        """Type at once."""
        self._words.focus()

    def on_typed(self) -> None:
        """Narrow the list."""
        self._search(self._words.value)

    def on_submitted(self) -> None:
        """Keep what is found."""
        self.dismiss()

    def action_clear(self) -> None:
        """Show everything again."""
        self._search("")
        self.dismiss()

    def action_move(self, by: int) -> None:
        """Go about in what is found."""
        self._desk.action_move(by)

    def _search(self, words: str) -> None:
        self._desk.worklist.search(words)
        self._desk.show_soon()
        self._desk.show_bars()


class HelpScreen(ModalScreen[None]):
    """All keys and symbols on one page."""

    BINDINGS: ClassVar = [
        Binding("escape,q,question_mark,enter,f1", "dismiss", show=False),
        Binding("down,j", "read(1)", show=False),
        Binding("up,k", "read(-1)", show=False),
        Binding("pagedown,space", "read(10)", show=False),
        Binding("pageup", "read(-10)", show=False),
    ]

    def compose(self) -> ComposeResult:
        """One page."""
        yield Page(id="help")

    def on_mount(self) -> None:
        """Show it."""
        self.query_one(Page).show(help_page)

    def action_read(self, lines: int) -> None:
        """Scroll."""
        self.query_one(Page).scroll_relative(y=lines, animate=False)


def help_page(width: int) -> RenderableType:
    """Show every key with its meaning, and every symbol."""
    parts: list[RenderableType] = []
    for group, keys in KEYS.items():
        table = Table.grid(padding=(0, GAP, 0, 0))
        table.add_column(width=8)
        table.add_column(width=max(10, width - 10), overflow="fold")
        for key in keys:
            table.add_row(Text(key.shown, f"{STRONG} {ACCENT}"), Text(key.meaning))
        parts += [section(group, width=width), table, Text()]
    parts += [section("Symbols", width=width), _symbols(), Text()]
    parts.append(Text("The mouse works too; with Shift it selects text to copy.", QUIET))
    parts.append(Text("↑ ↓ read on    Esc back to the claims", QUIET))
    return Group(*parts)


def _symbols() -> Text:
    found = [(STATUSES[status], str(status)) for status in ClaimStatus]
    found += [(TONES[tone], str(tone).replace("-", " ")) for tone in Tone if tone is not Tone.NONE]
    found += [(STANCES[stance], str(stance)) for stance in STANCES]
    text = Text()
    for mark, word in found:
        text.append(f"{mark.symbol} ", mark.style).append(f"{word}   ")
    own = (
        ("◐", ACCENT, "you have spoken, others have not"),
        ("!", ORANGE, "contrary evidence came after the decision"),
        (DRAFT, ORANGE, "you typed something and did not save it"),
        (MARKED, ORANGE, "marked"),
    )
    for symbol, style, word in own:
        text.append(f"\n{symbol} ", style).append(word)
    return text
