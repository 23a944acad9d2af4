"""Verdicts of single reviewers."""

from __future__ import annotations

from claimledger.domain.acts import VerdictGiven, VerdictWithdrawn
from claimledger.domain.records import ClaimRecord
from claimledger.errors import ConflictError
from claimledger.ledger.changing import Changing, words_of
from claimledger.store import scale_queries


class VerdictActs(Changing):
    """Giving and withdrawing verdicts."""

    def give_verdict(self, ref: str, rating: str, *, because: str) -> ClaimRecord:
        """Rate a claim as the reviewer; it replaces this reviewer's earlier verdict.

        Raises:
            UnknownRatingError: ``rating`` is no label of the ledger's scale, or the
                beginning of several.
            ConflictError: The claim was retracted or published.
        """
        with self._journal.writing():
            claim = self.changeable(ref)
            scale = scale_queries.scale_in_use(self._sql)
            act = VerdictGiven(
                scale=scale.id,
                version=scale.version,
                rating=scale.find(rating).code,
                because=words_of(because, "rationale"),
            )
            self._journal.record(act, subject=claim.id)
        return self.claim(claim.id)

    def withdraw_verdict(self, ref: str, *, because: str) -> ClaimRecord:
        """Take the reviewer's own verdict back, with a reason.

        Raises:
            ConflictError: The reviewer has no verdict on the claim.
        """
        with self._journal.writing():
            claim = self.changeable(ref)
            if self._journal.author not in {v.reviewer for v in claim.standing_verdicts}:
                raise ConflictError(
                    f"{self._journal.author} has no verdict on {claim.ref}.",
                    hint=f"See who has with: claimledger show {claim.ref}.",
                )
            act = VerdictWithdrawn(because=words_of(because, "reason"))
            self._journal.record(act, subject=claim.id)
        return self.claim(claim.id)
