"""What all changes of a ledger have in common: a reviewer's name, and a claim to change."""

from __future__ import annotations

import sqlite3
import unicodedata
from pathlib import Path

from claimledger.domain.outside import person
from claimledger.domain.records import ClaimRecord
from claimledger.errors import ConflictError, UsageError
from claimledger.ledger.journal import Journal, Surroundings
from claimledger.ledger.reading import LedgerReader


class Changing(LedgerReader):
    """A ledger that can be changed, without the changes.

    Each change happens wholly or not at all, and is on disk when its method returns.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        path: Path,
        *,
        reviewer: str | None = None,
        world: Surroundings | None = None,
    ) -> None:
        """Use an open connection; most callers want ``Ledger.open``."""
        super().__init__(connection, path)
        self._journal = Journal(
            connection=connection,
            path=path,
            author=reviewer and unicodedata.normalize("NFC", reviewer),
            world=world or Surroundings(),
        )

    @property
    def reviewer(self) -> str:
        """The name that changes are recorded under; empty when there is none."""
        return self._journal.author or ""

    def namesakes(self) -> list[str]:
        """Return who has acted here under nearly the reviewer's name, if the reviewer has not.

        Nearly is: but for the case of letters, or for the address behind the name.
        """
        if self._journal.has_acted():  # known by one look-up; the tables must be gone through
            return []
        [known] = self._sql.execute(
            "SELECT EXISTS (SELECT 1 FROM verdicts WHERE reviewer = ?1) "
            "OR EXISTS (SELECT 1 FROM articles WHERE added_by = ?1) "
            "OR EXISTS (SELECT 1 FROM evidence WHERE attached_by = ?1)",
            (self.reviewer,),
        ).fetchone()
        if known or not self.reviewer:
            return []
        authors = self._sql.execute(
            "SELECT reviewer FROM verdicts UNION SELECT added_by FROM articles "
            "UNION SELECT attached_by FROM evidence"
        )
        ours = person(self.reviewer).casefold()
        return sorted(str(name) for [name] in authors if person(name).casefold() == ours)

    def standing(self, ref: str) -> ClaimRecord:
        """Return a claim that is still under review.

        Raises:
            ConflictError: It was retracted.
        """
        claim = self.claim(ref)
        if claim.retracted_because is not None:
            raise ConflictError(
                f"Claim {claim.ref} was retracted: {claim.retracted_because}",
                hint=f'To take it back in: claimledger claim restore {claim.ref} --because "TEXT"',
            )
        return claim


def words_of(text: str, what: str) -> str:
    """Return a text that a person must give, without white space around it.

    Raises:
        UsageError: It is empty; ``what`` says what it would have been.
    """
    stripped = text.strip()
    if not stripped:
        raise UsageError(f"The {what} is empty.", hint="Write it out; it goes on record.")
    return stripped
