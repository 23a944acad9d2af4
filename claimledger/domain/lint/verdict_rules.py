"""Rules on what is said of a claim: its words, who says so, and why it is rated as it is."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Final

from claimledger.domain.lint.findings import Context, Problem, Problems
from claimledger.domain.lint.loaded_words import loaded_words
from claimledger.domain.lint.remedies import decide, edit
from claimledger.domain.outside import person
from claimledger.domain.records import ClaimRecord
from claimledger.domain.verdicts import ClaimStatus

SHORTEST_RATIONALE: Final = 12
"""Letters and digits below which a rationale explains nothing; a Chinese one counts for two."""


def no_origin(claim: ClaimRecord, context: Context) -> Problems:
    """Find a claim of which nobody could tell where it comes from."""
    article = context.article
    if not (claim.speaker or article.author or article.url):
        yield Problem(
            "Nobody is named who says so, and its article has neither author nor address.",
            f"Name who does: {edit(claim, '--speaker NAME')}",
        )


def no_rationale(claim: ClaimRecord, _: Context) -> Problems:
    """Find rationales that explain nothing, among those that the rating rests on."""
    settlement = claim.settlement
    given = [(v.reviewer, v.because) for v in claim.standing_verdicts]
    if settlement is not None:
        given = [(settlement.by, settlement.because)]
    for name, because in given:
        if _weight(because) < SHORTEST_RATIONALE:
            said = f" explains nothing: “{because.strip()}”" if because.strip() else " is empty."
            yield Problem(
                f"The rationale of {person(name)}{said}",
                f"Write it out: {decide(claim)}",
            )


def disagreement(claim: ClaimRecord, _: Context) -> Problems:
    """Find verdicts that differ and have not been settled."""
    if claim.status is ClaimStatus.DISPUTED:
        said = [f"{person(v.reviewer)} says “{v.rating.label}”" for v in claim.standing_verdicts]
        yield Problem(
            f"Its verdicts differ: {', '.join(said)}.",
            f'Settle it: claimledger settle {claim.ref} RATING --because "TEXT"',
        )


def reworded(claim: ClaimRecord, context: Context) -> Problems:
    """Find a rating that was given before the claim got the words or the speaker that it has."""
    older = [verdict for verdict in claim.standing_verdicts if verdict.reworded]
    settlement = claim.settlement
    if not older:
        return
    if settlement is None:
        yield Problem(
            "Its words or its speaker were changed after the verdict of "
            f"{_names(v.reviewer for v in older)}.",
            f"Decide on what it says now: {decide(claim)}",
        )
    elif context.edited_at is not None and context.edited_at > settlement.time:
        yield Problem(
            f"Its words or its speaker were changed after {person(settlement.by)} had settled it.",
            f"Decide on what it says now: {decide(claim)}",
        )


def loaded_text(claim: ClaimRecord, _: Context) -> Problems:
    """Find a text that says how the check came out."""
    ratings = [verdict.rating for verdict in claim.standing_verdicts]
    if claim.rating is not None:
        ratings.append(claim.rating)
    if words := loaded_words(claim.text, sorted({rating.label for rating in ratings})):
        yield Problem(
            f"Its text tells its rating: “{words}”",
            f"Say what was claimed, no more: {edit(claim, '--text TEXT')}",
        )


def _weight(text: str) -> int:
    """Count letters and digits; one that is a word or a syllable by itself counts for two."""
    return sum(
        2 if unicodedata.east_asian_width(character) in "FW" else 1
        for character in text
        if character.isalnum()
    )


def _names(reviewers: Iterable[str]) -> str:
    return " and ".join(map(person, reviewers))
