"""Fields of a form: words to type, and one choice among a few."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.widget import Widget
from textual.widgets import TextArea

from claimledger.domain.outside import clean
from claimledger.report.theme import ACCENT, STRONG


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One answer to choose."""

    value: str
    shown: str = ""
    """How it is shown; else as it is."""
    key: str = ""
    """What picks it; else its first letter."""

    @property
    def letter(self) -> str:
        """What picks it."""
        return self.key or self.label[:1].lower()

    @property
    def label(self) -> str:
        """What a person sees."""
        return self.shown or self.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """Something that a form asks for."""

    name: str
    label: str
    value: str = ""
    required: bool = False
    rows: bool = False
    """Whether each line counts by itself: Enter starts a new one."""
    choices: tuple[Choice, ...] = ()
    example: str = ""


class Submitted(Message):
    """Enter was pressed in a field."""


class Typed(Message):
    """What a field holds has changed."""


class Words(TextArea):
    """Words to type, in as many lines as they take; Enter is done with them."""

    BINDINGS: ClassVar = [Binding("ctrl+j,alt+enter,shift+enter", "line", show=False)]

    def __init__(self, field: Field) -> None:
        """Begin with the field's value, the cursor behind it."""
        super().__init__(
            clean(field.value),
            compact=True,
            highlight_cursor_line=False,
            placeholder=field.example,
        )
        self.field = field
        self.move_cursor(self.document.end)

    @property
    def value(self) -> str:
        """What was typed; on one line unless each line counts."""
        return self.text if self.field.rows else self.text.strip()

    def on_key(self, event: events.Key) -> None:
        """Take Enter for the end, unless each line counts."""
        if event.key == "enter" and not self.field.rows:
            event.stop()
            event.prevent_default()
            self.post_message(Submitted())

    def on_paste(self, event: events.Paste) -> None:
        """Clean what comes from elsewhere before it is on the screen."""
        event.text = clean(event.text)

    def on_text_area_changed(self) -> None:
        """Tell the form."""
        self.post_message(Typed())

    def action_line(self) -> None:
        """Start a new line."""
        self.insert("\n")


class Choices(Widget):
    """A choice: arrows go through it, a letter or a sign picks."""

    can_focus = True
    BINDINGS: ClassVar = [
        Binding("right,space,down", "go(1)", show=False),
        Binding("left,up", "go(-1)", show=False),
        Binding("enter", "submit", show=False),
    ]

    def __init__(self, field: Field) -> None:
        """Begin with the field's value, or with nothing chosen."""
        super().__init__()
        self.field = field
        self.value = field.value

    def render(self) -> Text:
        """Show every answer, the chosen one in brackets."""
        text = Text()
        for choice in self.field.choices:
            here = choice.value == self.value
            text.append("[" if here else " ", ACCENT)
            place = choice.label.lower().find(choice.letter)
            text.append(choice.label, f"{STRONG} {ACCENT}" if here else "")
            if self.has_focus and place >= 0:
                start = len(text) - len(choice.label) + place
                text.stylize("underline", start, start + 1)
            text.append("] " if here else "  ", ACCENT)
        return text

    def pick(self, value: str) -> None:
        """Choose an answer."""
        self.value = value
        self.refresh()
        self.post_message(Typed())

    def action_go(self, by: int) -> None:
        """Choose the next answer, or the one before."""
        values = [choice.value for choice in self.field.choices]
        at = values.index(self.value) if self.value in values else -1 if by > 0 else 0
        self.pick(values[(at + by) % len(values)])

    def action_submit(self) -> None:
        """Be done with it."""
        self.post_message(Submitted())

    def on_key(self, event: events.Key) -> None:
        """Choose by letter, or by the sign before the word; again, and the next one is chosen."""
        typed = event.character
        if not typed or typed.isspace():
            return
        sign = {"-": "−", ".": "·"}.get(typed, typed)
        fitting = [c.value for c in self.field.choices if typed == c.letter or sign == c.label[0]]
        if fitting:
            event.stop()
            at = fitting.index(self.value) if self.value in fitting else -1
            self.pick(fitting[(at + 1) % len(fitting)])

    def on_click(self, event: events.Click) -> None:
        """Choose what the mouse is on."""
        at = 0
        for choice in self.field.choices:
            size = Text(choice.label).cell_len + 2
            if at <= event.x < at + size:
                self.pick(choice.value)
            at += size + 1
