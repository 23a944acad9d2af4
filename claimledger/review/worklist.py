"""The worklist: a ledger's queue, what of it is shown, and the place of the cursor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Self

from claimledger.domain.records import QueueEntry
from claimledger.ledger.queueing import (
    Progress,
    Show,
    belongs,
    holds,
    in_order,
    progress,
    upnext,
)
from claimledger.ledger.selection import Order


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What of a queue is shown."""

    show: Show = Show.TO_DO
    articles: tuple[int, ...] = ()
    tag: str | None = None
    assigned: str | None = None
    words: str = ""
    sort: Order = Order.WORTH

    def told(self) -> str:
        """Say in a few words what is shown."""
        parts = [str(self.show)]
        if self.articles:
            parts.append("article " + ", ".join(map(str, self.articles)))
        if self.tag:
            parts.append(f"#{self.tag}")
        if self.assigned:
            parts.append(f"of {self.assigned}")
        if self.words:
            parts.append(f"“{self.words}”")
        if self.sort is Order.TEXT:
            parts.append("in the text's order")
        return " · ".join(parts)

    def saved(self) -> dict[str, str]:
        """Return what is shown in words that ``restored`` understands; a search is left out."""
        return {
            "show": self.show,
            "sort": self.sort,
            "articles": " ".join(map(str, self.articles)),
            "tag": self.tag or "",
            "assigned": self.assigned or "",
        }

    @classmethod
    def restored(cls, saved: Mapping[str, str]) -> Self:
        """Return a view that was saved; what another version wrote and we do not know is left."""
        show, sort = saved.get("show"), saved.get("sort")
        articles = saved.get("articles", "").split()
        return cls(
            show=Show(show) if show in set(Show) else Show.TO_DO,
            sort=Order(sort) if sort in set(Order) else Order.WORTH,
            articles=tuple(int(number) for number in articles if number.isdigit()),
            tag=saved.get("tag") or None,
            assigned=saved.get("assigned") or None,
        )


class Worklist:
    """Entries and a cursor, which stays on its claim whatever happens around it."""

    def __init__(self, view: View) -> None:
        """Begin with nothing; ``load`` brings the entries."""
        self.view = view
        self.entries: list[QueueEntry] = []
        self.shown: list[QueueEntry] = []
        self.at = 0
        """The place of the cursor among those shown."""
        self.marked: set[str] = set()
        """Ids of claims that the next act is about as well."""
        self._progress: Progress | None = None
        self._left: str | None = None
        """Where the cursor was when a search found nothing."""

    @property
    def current(self) -> QueueEntry | None:
        """The entry under the cursor."""
        return self.shown[self.at] if self.shown else None

    @property
    def chosen(self) -> list[QueueEntry]:
        """The entry under the cursor, and those marked, in order."""
        here = self.current
        return [e for e in self.entries if e.id in self.marked or (here and e.id == here.id)]

    @property
    def progress(self) -> Progress:
        """How far the whole queue has come."""
        if self._progress is None:
            self._progress = progress(self.entries)
        return self._progress

    def load(self, entries: Sequence[QueueEntry]) -> None:
        """Take the queue as it is now."""
        by_worth = self.view.sort is Order.WORTH
        self.entries = in_order(entries) if by_worth else list(entries)
        self._progress = None
        known = {entry.id for entry in self.entries}
        self.marked &= known
        self.narrow(self.view)

    def update(self, changed: Sequence[QueueEntry]) -> None:
        """Take some entries as they are now, where they stand."""
        new = {entry.id: entry for entry in changed}
        old = [entry for entry in self.entries if entry.id in new]
        self._progress = self.progress.after(progress(old), progress(changed))
        self.entries = [new.get(entry.id, entry) for entry in self.entries]
        self.shown = [new.get(entry.id, entry) for entry in self.shown]

    def narrow(self, view: View, *, keep: str | None = None) -> None:
        """Show what a view shows; the claim under the cursor stays until the cursor leaves it.

        ``keep`` names another claim to show and put the cursor on.
        """
        here = self.current
        self.view = view
        words = view.words.casefold().split()
        kept = keep or (here.id if here else None)
        self.shown = [
            entry
            for entry in self.entries
            if entry.id == kept
            or (belongs(entry, view.show) and (not words or holds(entry, words)))
        ]
        self.at = min(self.at, max(0, len(self.shown) - 1))
        if kept is not None:
            self.go(kept)

    def search(self, words: str) -> None:
        """Show only what holds these words; the cursor stays if its claim does."""
        here = self.current.id if self.current else self._left
        folded = words.casefold().split()
        self.view = replace(self.view, words=words)
        self.shown = [
            entry
            for entry in self.entries
            if belongs(entry, self.view.show) and (not folded or holds(entry, folded))
        ]
        self.at = 0
        if here is not None:
            self.go(here)
        self._left = None if self.shown else here

    def go(self, claim: str) -> bool:
        """Put the cursor on a claim; tell whether it is shown."""
        for place, entry in enumerate(self.shown):
            if claim in {entry.id, entry.ref}:
                self.at = place
                return True
        return False

    def move(self, by: int) -> None:
        """Move the cursor by so many claims, as far as they go."""
        self.at = max(0, min(len(self.shown) - 1, self.at + by))

    def advance(self) -> bool:
        """Put the cursor on the next claim that waits; tell whether there is one."""
        found = upnext(self.shown, after=self.at)
        return found is not None and self.go(found.id)

    def begin(self, claim: str = "") -> None:
        """Put the cursor where the reviewer was, else on the first claim that waits."""
        self.at = 0
        if not (claim and self.go(claim)):
            self.at = -1
            if not self.advance():
                self.at = 0
