"""Changes of claims."""

from __future__ import annotations

from claimledger.domain.acts import ClaimAdded, ClaimEdited, ClaimRestored, ClaimRetracted
from claimledger.domain.claims import ClaimKind
from claimledger.domain.records import ClaimRecord
from claimledger.errors import ConflictError
from claimledger.ledger.changing import Changing, words_of
from claimledger.store import queries


class ClaimActs(Changing):
    """Adding, correcting and retracting claims."""

    def add_claim(
        self,
        article: str,
        text: str,
        *,
        quote: str | None = None,
        speaker: str | None = None,
        kind: ClaimKind | None = None,
        checkable: bool | None = None,
    ) -> ClaimRecord:
        """Add a claim that the splitter did not see.

        ``quote`` is looked for in the article and gives the claim its place there; what
        is not said of kind and checkability is judged as the splitter would.

        Raises:
            UsageError: The text is empty, or the quote is not in the article.
            ConflictError: The article has this very claim already.
        """
        from claimledger.ledger.intake import own_claim

        found = self.article(article)
        claim = own_claim(
            found,
            self.text_of(found),
            text,
            quote=quote,
            speaker=speaker,
            kind=kind,
            checkable=checkable,
        )
        with self._journal.writing():
            if there := queries.claims(self._sql, "c.id = ?", (claim.id,)):
                raise _already_there(there[0])
            self._journal.record(ClaimAdded(article=found.id, claim=claim), subject=claim.id)
        return self.claim(claim.id)

    def edit_claim(
        self,
        ref: str,
        *,
        text: str | None = None,
        speaker: str | None = None,
        kind: ClaimKind | None = None,
        checkable: bool | None = None,
    ) -> ClaimRecord:
        """Correct a claim; what is None stays. An empty ``speaker`` takes the speaker away.

        The id and number stay the same, and the old wording stays in the history.

        Raises:
            ConflictError: The claim was retracted, settled on its present words, or published.
            UsageError: The text is empty.
        """
        with self._journal.writing():
            claim = self.undecided(ref)
            act = ClaimEdited(
                text=claim.text if text is None else words_of(text, "claim's text"),
                speaker=claim.speaker if speaker is None else speaker.strip() or None,
                kind=kind or claim.kind,
                checkable=claim.checkable if checkable is None else checkable,
            )
            if act != ClaimEdited(
                text=claim.text, speaker=claim.speaker, kind=claim.kind, checkable=claim.checkable
            ):
                self._journal.record(act, subject=claim.id)
        return self.claim(claim.id)

    def retract_claim(self, ref: str, *, because: str) -> ClaimRecord:
        """Take a claim out of the review, with a reason; it stays in the history.

        Raises:
            ConflictError: The claim was retracted before, or it is settled or published.
            UsageError: The reason is empty.
        """
        with self._journal.writing():
            claim = self.undecided(ref)
            act = ClaimRetracted(because=words_of(because, "reason"))
            self._journal.record(act, subject=claim.id)
        return self.claim(claim.id)

    def restore_claim(self, ref: str, *, because: str) -> ClaimRecord:
        """Take a retracted claim back in, with its evidence and verdicts.

        Raises:
            ConflictError: It is not retracted, or its parts stand in its place.
        """
        with self._journal.writing():
            claim = self.claim(ref)
            if claim.parts:
                raise ConflictError(
                    f"In the place of {claim.ref} there is now {' and '.join(claim.parts)}.",
                    hint='Retract them first: claimledger claim retract CLAIM --because "TEXT"',
                )
            if claim.retracted_because is None:
                raise ConflictError(
                    f"Claim {claim.ref} is not retracted.",
                    hint=f"See it with: claimledger show {claim.ref}.",
                )
            act = ClaimRestored(because=words_of(because, "reason"))
            self._journal.record(act, subject=claim.id)
        return self.claim(claim.id)


def _already_there(claim: ClaimRecord) -> ConflictError:
    if claim.retracted_because is None:
        return ConflictError(
            f"The article has this claim already: {claim.ref}.",
            hint=f"See it with: claimledger show {claim.ref}.",
        )
    return ConflictError(
        f"The article had this claim: {claim.ref}, retracted: {claim.retracted_because}",
        hint=f'To take it back in: claimledger claim restore {claim.ref} --because "TEXT"',
    )
