"""Forms: a drawer at the foot of the screen that asks for what an act needs.

The claim and its article stay in sight. What is typed is kept as a draft with every key,
and until the act is on record: neither an error nor a killed terminal loses it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from claimledger.errors import ClaimLedgerError
from claimledger.report.theme import ACCENT, QUIET, STRONG
from claimledger.review.bars import message, quiet
from claimledger.review.drafts import Drafts
from claimledger.review.fields import Choices, Field, Words

Values = dict[str, str]
Submit = Callable[[Values], None]
"""Does the act; a ``ClaimLedgerError`` keeps the form open and is shown in it."""
Room = Callable[[int], None]
"""Keeps so many lines at the foot of the screen free."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What is asked for, and of which claim."""

    name: str
    """Under which its draft is kept."""
    title: Text
    fields: tuple[Field, ...]
    claim: str = ""
    """The id of the claim it is about; without one there is no draft."""
    pending: bool = False
    """Whether the act is done only later, and the draft dropped by whoever does it."""


class Drawer(VerticalScroll):
    """What covers the foot of the screen, and says how much of it."""

    def __init__(self, room: Room) -> None:
        """Begin with nothing covered."""
        super().__init__(id="drawer", can_focus=False)
        self._room = room

    def on_resize(self) -> None:
        """Have the screen below make room."""
        self._room(self.outer_size.height)

    def on_unmount(self) -> None:
        """Give the room back."""
        self._room(0)


class FormScreen(ModalScreen[None]):
    """Asks, keeps the draft, and submits."""

    BINDINGS: ClassVar = [
        Binding("escape", "leave", show=False, priority=True),
        Binding("ctrl+s", "submit", show=False, priority=True),
        Binding("pagedown", "read(1)", show=False, priority=True),
        Binding("pageup", "read(-1)", show=False, priority=True),
    ]

    def __init__(
        self, form: Form, submit: Submit, drafts: Drafts, *, room: Room, note: str = ""
    ) -> None:
        """Ask with a form; ``note`` says what went wrong the last time."""
        super().__init__()
        self._room = room
        self._form, self._submit, self._drafts = form, submit, drafts
        self._note = note
        self._mounted = False
        draft = drafts.read(form.claim, form.name) if form.claim else {}
        self._restored = bool(draft)
        self._first = {field.name: field.value for field in form.fields}
        self._fields: dict[str, Words | Choices] = {}
        for field in form.fields:
            begun = replace(field, value=draft.get(field.name, field.value))
            self._fields[field.name] = Choices(begun) if field.choices else Words(begun)

    def compose(self) -> ComposeResult:
        """Title, a line for each field, and what the keys do."""
        with Drawer(self._room):
            yield Static(self._form.title, id="drawer-title", markup=False)
            for field in self._form.fields:
                with Horizontal(classes="field"):
                    yield Static(field.label, classes="label", markup=False)
                    yield self._fields[field.name]
            yield Static("", id="drawer-note", markup=False)
            yield Static(self._keys(), id="drawer-keys", markup=False)

    def on_mount(self) -> None:
        """Go to the first field that is still empty."""
        if self._ask_for_missing() is None:
            next(iter(self._fields.values())).focus()
        self.set_timer(0.1, self._heed_typing)
        if self._note:
            self._say(message(self._note, wrong=True))
        elif self._restored:
            self._say(quiet("What you had typed is back."))

    def _heed_typing(self) -> None:
        """Take what is typed from now on for the person's, not for what the fields began with."""
        self._mounted = True

    @property
    def values(self) -> Values:
        """What the fields hold."""
        return {name: field.value for name, field in self._fields.items()}

    def _keys(self) -> Text:
        rows = any(field.rows for field in self._form.fields)
        keys = [("Ctrl+S" if rows else "Enter", "save" if self._form.claim else "show")]
        if len(self._fields) > 1:
            keys.append(("Tab", "next field"))
        keys += [("Esc", "leave for later" if self._form.claim else "back")]
        if self._form.claim:
            keys.append(("PgUp PgDn", "read above"))
        keys.append(("Enter" if rows else "Ctrl+J", "new line"))
        text = Text()
        for key, word in keys:
            text.append(key, f"{STRONG} {ACCENT}").append(f" {word}   ", QUIET)
        return text

    def _ask_for_missing(self) -> Field | None:
        for field in self._form.fields:
            if field.required and not self._fields[field.name].value.strip():
                self._fields[field.name].focus()
                return field
        return None

    def _say(self, text: Text) -> None:
        note = self.query_one("#drawer-note", Static)
        if not text and not note.display:
            return
        note.update(text)
        note.display = bool(text)

    def on_typed(self) -> None:
        """Keep the draft; what was said of the form before holds no more."""
        if self._mounted:
            self._say(Text())
        if not self._form.claim:
            return
        values = self.values
        kept = {} if values == self._first else values
        self._drafts.write(self._form.claim, self._form.name, kept)

    def on_submitted(self) -> None:
        """Submit from a field."""
        self.action_submit()

    def action_submit(self) -> None:
        """Do the act; or go to what is missing, or tell what is wrong."""
        if (missing := self._ask_for_missing()) is not None:
            self._say(message(f"Still needed: {missing.label}.", wrong=True))
            return
        try:
            self._submit(self.values)
        except ClaimLedgerError as error:
            self._say(message(error.message, hint=error.hint, wrong=True))
            return
        if self._form.claim and not self._form.pending:
            self._drafts.forget(self._form.claim, self._form.name)
        self._room(0)  # now, so that the screen is laid out once
        self.dismiss()

    def action_leave(self) -> None:
        """Close; the draft stays."""
        self.dismiss()

    def action_read(self, pages: int) -> None:
        """Read on above the drawer."""
        self.app.call_later(self.app.run_action, f"app.read({pages})")
