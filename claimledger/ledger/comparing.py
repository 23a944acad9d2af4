"""Questions that hold claims against others, against the rules, or count them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from claimledger.domain.records import ArticleRecord, ClaimRecord
from claimledger.ledger.reading import LedgerReader
from claimledger.ledger.selection import Order, Selection
from claimledger.store import connections, queries

if TYPE_CHECKING:
    from claimledger.domain.agreement import ClaimAgreement
    from claimledger.domain.statistics import Statistics, Step
    from claimledger.ledger.linting import LintReport
    from claimledger.ledger.precedents import Precedent


WORTH_SHOWING: Final = 50
"""Per cent of a claim that a merely related one has to cover to be shown unasked."""


class Comparing(LedgerReader):
    """Precedents, agreement, rules for publishing, and figures on how work goes."""

    def match(
        self,
        wanted: str | ClaimRecord,
        *,
        limit: int = 5,
        with_verdicts: bool = False,
        today: date | None = None,
    ) -> list[Precedent]:
        """Return the claims nearest to a text or a claim, and how each stands to it.

        ``today`` is when a text is said, so that "last year" in it means a year.
        """
        from claimledger.ledger.precedents import precedents, precedents_of

        with connections.translated(self.path):
            if isinstance(wanted, ClaimRecord):
                return precedents_of(self._sql, wanted, limit=limit, with_verdicts=with_verdicts)
            said = None if today is None else today.isoformat()
            return precedents(
                self._sql, wanted, limit=limit, with_verdicts=with_verdicts, said=said
            )

    def said_before(
        self, claim: ClaimRecord, *, limit: int = 3, with_verdicts: bool = False
    ) -> list[Precedent]:
        """Return the precedents of a claim that are near enough to be shown beside it."""
        from claimledger.matching.labels import Label

        return [
            one
            for one in self.match(claim, limit=limit, with_verdicts=with_verdicts)
            if (one.label is not Label.RELATED or one.similarity >= WORTH_SHOWING)
            and claim.ref != one.claim.part_of
            and one.claim.ref != claim.part_of
        ]

    def checked_before(self, article: ArticleRecord) -> list[tuple[ClaimRecord, Precedent]]:
        """Return the claims of an article that say nearly what came out before, elsewhere.

        Each has the precedent nearest to it. Those that are merely related are left out.
        """
        from claimledger.matching.labels import Label

        if not queries.exists(self._sql, "c.rating IS NOT NULL"):
            return []
        found = []
        for claim in self.claims(Selection(articles=(article.number,), sort=Order.WORTH)):
            for one in self.match(claim, limit=3, with_verdicts=True):
                elsewhere = one.claim.article_number != article.number
                if elsewhere and one.label is not Label.RELATED:
                    found.append((claim, one))
                    break
        return found

    def agreement(
        self,
        refs: Sequence[str] = (),
        *,
        scale: str | None = None,
        reviewers: Sequence[str] = (),
        since: date | None = None,
        until: date | None = None,
        first: bool = False,
    ) -> ClaimAgreement:
        """Return how far reviewers agree on claims, and what that leaves out and why.

        Only verdicts by ``reviewers``, or those whose names begin so, and only those from the
        day ``since`` to the day ``until`` count. With ``first``, each reviewer's first verdict
        does instead of the standing one.

        Raises:
            UsageError: A name fits no reviewer or several, or only one reviewer is named.
        """
        from claimledger.ledger.agreeing import agreement, by_mappings, named_reviewers

        claims = self.claims(self.select(refs, retracted=True))
        on = self.scale(scale)
        return agreement(
            claims,
            on,
            reviewers=named_reviewers(claims, reviewers),
            since=since,
            until=until,
            first=first,
            translate=by_mappings(self, on),
        )

    def lint(self, refs: Sequence[str] = ()) -> LintReport:
        """Put claims that have a verdict to the rules for publishing."""
        from claimledger.ledger.linting import lint

        return lint(self, refs)

    def statistics(
        self,
        articles: Sequence[str] = (),
        *,
        today: date,
        since: date | None = None,
        until: date | None = None,
        reviewer: str | None = None,
        step: Step | None = None,
    ) -> Statistics:
        """Count what was done, what waits, and what ratings rest on.

        The acts that count are those of ``reviewer``, or whose name begins so, from the day
        ``since`` to the day ``until``; claims have waited until ``today``.

        Raises:
            UsageError: The name fits no reviewer or several, or there are too many periods of
                this step.
        """
        from claimledger.domain.statistics import Asked
        from claimledger.ledger.people import named
        from claimledger.ledger.statistics import statistics
        from claimledger.store.stats_queries import names

        asked = Asked(
            articles=tuple(self.article(ref).number for ref in articles),
            since=since,
            until=until,
            reviewer=None if reviewer is None else named(names(self._sql), reviewer),
        )
        return statistics(self._sql, asked, today=today, step=step)

    def assignee(self, typed: str) -> str:
        """Return the name under which claims are assigned to whom a person typed.

        Raises:
            UsageError: It is no name.
        """
        from claimledger.ledger.people import assigned_name

        return assigned_name(self._sql, typed)

    def is_empty(self) -> bool:
        """Tell whether no claim is there to be listed."""
        return not queries.exists(self._sql, *Selection().condition())
