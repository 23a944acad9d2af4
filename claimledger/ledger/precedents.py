"""Precedents: earlier claims near a text, and how each stands to it."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from claimledger.domain.records import ClaimRecord
from claimledger.matching.labels import Label, compare
from claimledger.matching.ranking import score
from claimledger.matching.terms import terms
from claimledger.store import queries
from claimledger.store.similar import Candidate, Candidates, candidates

LEAST: Final = 10
"""The similarity below which a claim has little more in common with a text than its subject."""
_MORE: Final = 2
"""Times as many claims are compared as are wanted: that one says the same shows only then."""
_MAY_BE_SAME: Final = 50
"""The similarity from which a claim further down may turn out to say the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Precedent:
    """An earlier claim, and how it stands to a text or another claim."""

    claim: ClaimRecord
    label: Label
    similarity: int
    """In per cent of what the text has to say: 100 for the same alone."""
    reasons: tuple[str, ...]
    """What is different, such as ``3.4% here, 4.3% there``; "there" is the earlier claim."""
    said: str | None
    """The day its article was published, if that is known."""

    @property
    def decided(self) -> str | None:
        """When its last standing verdict was given, or it was settled."""
        times = [verdict.time for verdict in self.claim.standing_verdicts]
        times += [self.claim.settlement.time] if self.claim.settlement else []
        return max(times, default=None)


def precedents(
    sql: sqlite3.Connection,
    text: str,
    *,
    exclude: Collection[str] = (),
    limit: int = 5,
    with_verdicts: bool = False,
    least: int = LEAST,
    said: str | None = None,
    speaker: str | None = None,
    article: int | None = None,
    language: str | None = None,
) -> list[Precedent]:
    """Return the claims nearest to a text, those that say the same first.

    Args:
        sql: An open ledger; reading is enough.
        text: A claim in words, or a post with one in it.
        exclude: Ids of claims that are no precedents, such as the text's own.
        limit: How many at most.
        with_verdicts: Only claims that have come out one way or another.
        least: The similarity, in per cent, that each has at least.
        said: The day on which the text was published, if it is known.
        speaker: Who says it, if it is known.
        article: The number of the article it is in, if it is in one of the ledger's.
        language: The text's language; that of the earlier claim if it is not known.
    """
    found = candidates(sql, text, exclude=exclude, decided=with_verdicts)
    listed = []
    for place, (claim, near) in enumerate(_ranked(text, found)[: limit * _MORE]):
        if place >= limit and near < _MAY_BE_SAME:
            break
        comparison = compare(
            text,
            claim.text,
            said=said,
            earlier_said=claim.said,
            same_speaker=speaker is not None and speaker == claim.speaker,
            same_article=article == claim.article,
            language=_common_language(language, claim.language),
        )
        similarity = 100 if comparison.label is Label.SAME else near
        if similarity >= least:
            listed.append((claim, similarity, comparison))
    listed = sorted(listed, key=lambda one: -one[1])[:limit]
    records = _records(sql, [claim.id for claim, _, _ in listed])
    return [
        Precedent(
            claim=records[claim.id],
            label=comparison.label,
            similarity=near,
            reasons=comparison.reasons,
            said=claim.said,
        )
        for claim, near, comparison in listed
    ]


def precedents_of(
    sql: sqlite3.Connection,
    claim: ClaimRecord,
    *,
    limit: int = 5,
    with_verdicts: bool = False,
    least: int = LEAST,
) -> list[Precedent]:
    """Return the claims nearest to one of the ledger's own, which is not among them."""
    article = queries.articles(sql, "a.number = ?", (claim.article_number,))[0]
    return precedents(
        sql,
        claim.text,
        exclude=(claim.id,),
        limit=limit,
        with_verdicts=with_verdicts,
        least=least,
        said=article.published,
        speaker=claim.speaker,
        article=claim.article_number,
        language=article.language,
    )


def _ranked(text: str, found: Candidates) -> list[tuple[Candidate, int]]:
    """Return the candidates with their similarity in per cent, the nearest first."""
    wanted = terms(text)
    has = [terms(claim.text) for claim in found.claims]
    usual = max(1.0, sum(map(len, has)) / max(1, len(has)))
    whole = score(found.rarities, wanted, usual_length=max(1, len(wanted)))
    scores = [score(found.rarities, words, usual_length=usual) for words in has]
    near = zip(found.claims, scores, strict=True)
    # Of two that are as near, the older is first: there a check began.
    ordered = sorted(near, key=lambda one: (-one[1], one[0].key))
    return [(claim, min(99, int(100 * got / whole))) for claim, got in ordered]


def _common_language(ours: str | None, theirs: str) -> str:
    """Return the language of both; that of either where they differ is not English."""
    return ours if ours is not None and ours.partition("-")[0] != "en" else theirs


def _records(sql: sqlite3.Connection, ids: Sequence[str]) -> dict[str, ClaimRecord]:
    marks = ",".join("?" * len(ids))
    return {claim.id: claim for claim in queries.claims(sql, f"c.id IN ({marks})", ids)}
