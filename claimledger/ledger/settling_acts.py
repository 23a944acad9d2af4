"""Decisions for the whole desk: settled, reopened, published, corrected."""

from __future__ import annotations

from collections.abc import Sequence

from claimledger.domain.acts import (
    ClaimPublished,
    ClaimReopened,
    ClaimSettled,
    CorrectionPublished,
)
from claimledger.domain.outside import link
from claimledger.domain.records import ClaimRecord
from claimledger.domain.scales import ScaleId
from claimledger.domain.verdicts import ClaimStatus
from claimledger.errors import ConflictError, UsageError
from claimledger.ledger.changing import Changing, words_of
from claimledger.store import scale_queries


class SettlingActs(Changing):
    """Adjudicating claims, and what becomes public."""

    def settle(self, ref: str, rating: str, *, because: str) -> ClaimRecord:
        """Adjudicate a claim: its rating is this one, whatever the verdicts say.

        Raises:
            ConflictError: The reviewer may not settle, too few have spoken, or the claim is
                published.
            UnknownRatingError: ``rating`` is no label of the ledger's scale.
        """
        with self._journal.writing():
            self.check_may_settle()
            claim = self.changeable(ref)
            if claim.hidden or not claim.spoken:
                raise ConflictError(
                    f"{claim.ref} cannot be settled yet: {_spoken(claim)}.",
                    hint="Settling decides between verdicts; they have to be given first.",
                )
            scale = scale_queries.scale_in_use(self._sql)
            act = ClaimSettled(
                scale=scale.id,
                version=scale.version,
                rating=scale.find(rating).code,
                because=words_of(because, "reason"),
            )
            self._journal.record(act, subject=claim.id)
        return self.claim(claim.id)

    def reopen(self, ref: str, *, because: str) -> ClaimRecord:
        """Take a settlement back: the claim stands as its verdicts say.

        Raises:
            ConflictError: The reviewer may not settle, or the claim is not settled, or published.
        """
        with self._journal.writing():
            self.check_may_settle()
            claim = self.changeable(ref)
            if claim.status is not ClaimStatus.SETTLED:
                raise ConflictError(
                    f"{claim.ref} is not settled.",
                    hint=f"See how it stands: claimledger show {claim.ref}.",
                )
            act = ClaimReopened(because=words_of(because, "reason"))
            self._journal.record(act, subject=claim.id)
        return self.claim(claim.id)

    def publishable(self, refs: Sequence[str]) -> list[ClaimRecord]:
        """Return the claims that references name; of articles, those ready to be published."""
        found: dict[str, ClaimRecord] = {}
        for ref in refs:
            selection = self.select([ref])
            for claim in self.claims(selection):
                ready = claim.rating is not None and claim.published is None
                if ready or not selection.articles:
                    found[claim.id] = claim
        return list(found.values())

    def publish(self, refs: Sequence[str], *, url: str | None = None) -> list[ClaimRecord]:
        """Note that the ratings of claims are public; only a correction changes them now.

        Raises:
            ConflictError: The reviewer may not publish, or a claim has no rating to publish.
            UsageError: ``url`` is no web address.
        """
        if url is not None and link(url) is None:
            raise UsageError(f"{url} is no web address.", hint="Give http:// or https://.")
        with self._journal.writing():
            self.check_may_settle()
            claims = list({claim.id: claim for claim in map(self.changeable, refs)}.values())
            for claim in claims:
                if claim.rating is None or claim.status is ClaimStatus.OPEN:
                    raise ConflictError(
                        f"{claim.ref} has no rating to publish: it is {claim.status}.",
                        hint="Settle it first: claimledger settle CLAIM RATING --because TEXT."
                        if claim.status is ClaimStatus.DISPUTED
                        else f"For now, {_spoken(claim)}.",
                    )
                scale, version = self._scale_of(claim)
                act = ClaimPublished(
                    scale=scale, version=version, rating=claim.rating.code, url=url
                )
                self._journal.record(act, subject=claim.id)
        return [self.claim(claim.id) for claim in claims]

    def correct(self, ref: str, rating: str | None, *, because: str, note: str) -> ClaimRecord:
        """Change a published rating, or take the check back with None, and tell readers why.

        Raises:
            ConflictError: The reviewer may not correct, or the claim is not published.
            UnknownRatingError: ``rating`` is no label of the ledger's scale.
        """
        with self._journal.writing():
            self.check_may_settle()
            claim = self.standing(ref)
            if claim.published is None:
                raise ConflictError(
                    f"{claim.ref} is not published, so there is nothing to correct.",
                    hint=f"Change it with: claimledger verdict {claim.ref} RATING --because TEXT.",
                )
            scale = scale_queries.scale_in_use(self._sql)
            act = CorrectionPublished(
                scale=scale.id,
                version=scale.version,
                rating=None if rating is None else scale.find(rating).code,
                because=words_of(because, "reason"),
                note=words_of(note, "public note"),
            )
            self._journal.record(act, subject=claim.id)
        return self.claim(claim.id)

    def _scale_of(self, claim: ClaimRecord) -> tuple[ScaleId, int]:
        """Return the scale and version of the rating that a claim came out as."""
        scale, version = self._sql.execute(
            "SELECT rating_scale, rating_version FROM claims WHERE id = ?", (claim.id,)
        ).fetchone()
        return ScaleId(scale), int(version)


def _spoken(claim: ClaimRecord) -> str:
    return f"{claim.spoken} of {claim.needed} reviewers have given a verdict"
