"""Shelves: what was read of a ledger and will be asked for again with the next key."""

from __future__ import annotations

from typing import Final

from claimledger.domain.records import ArticleRecord, ClaimRecord, LogEntry
from claimledger.ledger import Ledger

TEXTS: Final = 16
"""Articles whose texts are kept at hand."""


class Shelf:
    """Articles and texts that claims stand in, the last few of them kept."""

    def __init__(self, ledger: Ledger) -> None:
        """Read from a ledger."""
        self._ledger = ledger
        self._articles: dict[int, ArticleRecord] = {}
        self._texts: dict[tuple[int, int], str] = {}

    def clear(self) -> None:
        """Forget the articles, which may have changed; a version's text never does."""
        self._articles.clear()

    def article(self, claim: ClaimRecord) -> ArticleRecord:
        """Return the article of a claim."""
        number = claim.article_number
        if number not in self._articles:
            self._articles[number] = self._ledger.article(str(number))
        return self._articles[number]

    def text(self, claim: ClaimRecord) -> str:
        """Return the text that a claim's spans are offsets into."""
        key = (claim.article_number, claim.version)
        if key not in self._texts:
            while len(self._texts) >= TEXTS:
                del self._texts[next(iter(self._texts))]
            self._texts[key] = self._ledger.text_of(self.article(claim), claim.version)
        return self._texts[key]

    def history(self, claim: ClaimRecord) -> list[LogEntry]:
        """Return what was done about a claim, the oldest first."""
        return list(self._ledger.log(claim.id))
