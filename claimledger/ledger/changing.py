"""What all changes of a ledger have in common: a reviewer's name, and a claim to change."""

from __future__ import annotations

import sqlite3
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from claimledger.domain.outside import person
from claimledger.domain.records import ClaimRecord
from claimledger.errors import ConflictError, UsageError
from claimledger.ledger.journal import Journal, Surroundings
from claimledger.ledger.reading import LedgerReader
from claimledger.store import scale_queries


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
        super().__init__(connection, path, viewer=reviewer)
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
        if not self.reviewer or self._has_acted(self.reviewer):
            return []
        authors = self._sql.execute(
            "SELECT reviewer FROM verdicts UNION SELECT added_by FROM articles "
            "UNION SELECT attached_by FROM evidence"
        )
        ours = person(self.reviewer).casefold()
        return sorted(str(name) for [name] in authors if person(name).casefold() == ours)

    def strangers(self, names: Iterable[str]) -> list[str]:
        """Return those of the names under which nobody has acted here yet."""
        return [name for name in names if name != self.reviewer and not self._has_acted(name)]

    def _has_acted(self, name: str) -> bool:
        """Tell whether somebody has rated, added or attached anything under this very name."""
        [found] = self._sql.execute(
            "SELECT EXISTS (SELECT 1 FROM verdicts WHERE reviewer = ?1) "
            "OR EXISTS (SELECT 1 FROM articles WHERE added_by = ?1) "
            "OR EXISTS (SELECT 1 FROM evidence WHERE attached_by = ?1)",
            (name,),
        ).fetchone()
        return bool(found)

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

    def changeable(self, ref: str) -> ClaimRecord:
        """Return a claim that is still under review, and not public yet.

        Raises:
            ConflictError: It was retracted or published.
        """
        claim = self.standing(ref)
        if claim.published is not None:
            raise self.is_published(claim)
        return claim

    def undecided(self, ref: str) -> ClaimRecord:
        """Return a claim that is under review, and neither settled nor public.

        Raises:
            ConflictError: It was retracted, settled or published.
        """
        claim = self.changeable(ref)
        if claim.settlement is not None:
            raise ConflictError(
                f"{claim.ref} is settled, on these words.",
                hint=f'Reopen it first: claimledger settle {claim.ref} --reopen --because "TEXT"',
            )
        return claim

    def check_may_settle(self) -> None:
        """Refuse whoever the policy does not let decide for the desk.

        Raises:
            ConflictError: The policy names others.
        """
        policy = scale_queries.policy(self._sql)
        if not policy.may_settle(self.reviewer):
            raise ConflictError(
                f"{person(self.reviewer)} may not settle, publish or correct, nor set the rules"
                " of this ledger.",
                hint=f"These may: {', '.join(map(person, policy.settlers))}."
                " The policy says so: claimledger policy",
            )

    @staticmethod
    def is_published(claim: ClaimRecord) -> ConflictError:
        """Say that a claim is public and how it is changed."""
        rating = "" if claim.rating is None else f' as "{claim.rating.label}"'
        return ConflictError(
            f"{claim.ref} is published{rating}: readers must be told of a change.",
            hint=f'Do it with: claimledger correct {claim.ref} RATING --because "TEXT" '
            '--note "TEXT". Its words are free to change once the check is taken back, with '
            "--withdraw in the place of RATING.",
        )


def words_of(text: str, what: str) -> str:
    """Return a text that a person must give, without white space around it.

    Raises:
        UsageError: It is empty; ``what`` says what it would have been.
    """
    stripped = text.strip()
    if not stripped:
        raise UsageError(f"The {what} is empty.", hint="Write it out; it goes on record.")
    return stripped
