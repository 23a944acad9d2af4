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
            if claim.status is not ClaimStatus.DISPUTED and claim.spoken < claim.needed:
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
        """Return the claims that references name; of articles, those ready to be published.

        Raises:
            ConflictError: There is none.
        """
        found: dict[str, ClaimRecord] = {}
        for ref in refs:
            selection = self.select([ref], retracted="." in ref)
            for claim in self.claims(selection):
                ready = claim.rating is not None and claim.published is None
                if (ready and not _on_other_words(claim)) or not selection.articles:
                    found[claim.id] = claim
        if not found:
            raise ConflictError(
                f"Nothing of {', '.join(refs)} is ready to be published.",
                hint="A claim needs a rating on its present words, and none that is public yet.",
            )
        return list(found.values())

    def publish(self, refs: Sequence[str], *, url: str | None = None) -> list[ClaimRecord]:
        """Note that the ratings of claims are public; only a correction changes them now.

        With a ``url``, what was published without one can be published again.

        Raises:
            ConflictError: The reviewer may not publish, or a claim has no rating to publish, or
                one that was given on other words.
            UsageError: ``url`` is no web address.
        """
        if url is not None and link(url) is None:
            raise UsageError(f"{url} is no web address.", hint="Give http:// or https://.")
        with self._journal.writing():
            self.check_may_settle()
            claims = list({claim.id: claim for claim in map(self.standing, refs)}.values())
            for claim in claims:
                if claim.published is not None and (url is None or claim.published.url == url):
                    raise self.is_published(claim)
                if claim.rating is None or claim.status is ClaimStatus.OPEN:
                    raise _has_no_rating(claim)
                if _on_other_words(claim):
                    raise ConflictError(
                        f"{claim.ref} was rated on other words or for another speaker.",
                        hint="Rate it again as it stands: "
                        f'claimledger verdict {claim.ref} RATING --because "TEXT"',
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
                act_on = "verdict" if claim.settlement is None else "settle"
                typed = f'claimledger {act_on} {claim.ref} RATING --because "TEXT"'
                raise ConflictError(
                    f"{claim.ref} is not published, so there is nothing to correct.",
                    hint=f"Change it with: {typed}",
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


def _on_other_words(claim: ClaimRecord) -> bool:
    """Tell whether a claim's rating rests on verdicts that were given on other words."""
    return claim.settlement is None and any(v.reworded for v in claim.standing_verdicts)


def _has_no_rating(claim: ClaimRecord) -> ConflictError:
    hint = f"For now, {_spoken(claim)}."
    if claim.status is ClaimStatus.DISPUTED:
        hint = f'Settle it first: claimledger settle {claim.ref} RATING --because "TEXT"'
    return ConflictError(f"{claim.ref} has no rating to publish: it is {claim.status}.", hint=hint)


def _spoken(claim: ClaimRecord) -> str:
    return f"{claim.spoken} of {claim.needed} reviewers have given a verdict"
