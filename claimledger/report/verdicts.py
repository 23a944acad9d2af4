"""What a claim's verdicts add up to, in a symbol and words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rich.text import Text

from claimledger.domain.evidence import Stance
from claimledger.domain.outside import line, person
from claimledger.domain.records import ClaimRecord, DecisionRecord, VerdictRecord
from claimledger.domain.scales import Rating, Tone
from claimledger.domain.verdicts import ClaimStatus, DecisionKind
from claimledger.report.colours import style_of
from claimledger.report.theme import (
    CHALLENGED,
    QUIET,
    STANCES,
    STATUSES,
    STRONG,
    STRUCK,
    TONES,
    Mark,
)

OTHER_WORDS: Final = "on other words"
"""What is said of a verdict that was given before its claim's text was edited."""

DECIDED: Final[dict[DecisionKind, str]] = {
    DecisionKind.SETTLED: "settled",
    DecisionKind.REOPENED: "reopened",
    DecisionKind.PUBLISHED: "published",
    DecisionKind.CORRECTED: "corrected",
    DecisionKind.UNPUBLISHED: "taken back",
}
"""What a claim is after a decision."""

OTHERS_KEPT_BACK: Final = "others' verdicts and evidence are kept back until all have spoken"
"""What is said where a blind review hides something from who reads."""

_TRUEST_FIRST: Final = list(Tone)


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How many claims came out one way."""

    mark: Mark
    word: str
    count: int
    decided: bool
    """False for claims that are still open."""

    @property
    def label(self) -> Text:
        """The share as a legend names it."""
        text = Text().append(f"{self.mark.symbol} ", f"{STRONG} {self.mark.style}")
        return text.append(self.word).append(f" {self.count:,}", STRONG)


def rating_label(rating: Rating, style: str = STRONG) -> Text:
    """Name a rating, in the colour that its scale gives it."""
    symbol = TONES[rating.tone].symbol
    return Text(f"{symbol} {line(rating.label)}", f"{style} {style_of(rating)}")


def status_label(status: ClaimStatus) -> Text:
    """Name a status."""
    mark = STATUSES[status]
    return Text(f"{mark.symbol} {status}", mark.style)


def outcome(claim: ClaimRecord, *, loud: bool = False) -> list[Text]:
    """Say how a claim stands, what the desk made of it, and what to know beside it.

    Where it is ``loud``, a dispute is as strong as a rating.
    """
    decided = ", ".join(DECIDED[decision.kind] for decision in in_force(claim))
    desk = [Text(decided, QUIET)] if decided else []
    return [*how_it_stands(claim, loud=loud), *desk, *flags(claim)]


def how_it_stands(claim: ClaimRecord, *, loud: bool = False) -> list[Text]:
    """Name a claim's rating, or its status where there is no one rating."""
    labels = []
    if claim.rating is None or claim.status not in {ClaimStatus.CHECKED, ClaimStatus.SETTLED}:
        labels.append(status_label(claim.status))
    if loud and claim.status is ClaimStatus.DISPUTED:
        labels[0].stylize(STRONG)
    if claim.rating is not None and claim.status is not ClaimStatus.RETRACTED:
        labels.insert(0, rating_label(claim.rating))
        if any(verdict.reworded for verdict in claim.standing_verdicts):
            labels.append(Text(OTHER_WORDS, QUIET))
    return labels


def in_force(claim: ClaimRecord) -> Iterator[DecisionRecord]:
    """Yield the decisions that make a claim what it is now, oldest first."""
    settlement, published = claim.settlement, claim.published
    last = claim.decisions[-1] if claim.decisions else None
    if settlement is not None and settlement.kind is DecisionKind.SETTLED:
        yield settlement
    if published is not None:
        yield published
    if settlement is not None and settlement.kind is DecisionKind.CORRECTED:
        yield settlement
    if last is not None and last.kind is DecisionKind.UNPUBLISHED:
        yield last


def flags(claim: ClaimRecord) -> Iterator[Text]:
    """Yield what a rating or a status does not say: who is waited for, what came since."""
    undecided = claim.status in {ClaimStatus.OPEN, ClaimStatus.DISPUTED}
    if undecided and 0 < claim.spoken < claim.needed:
        yield Text(f"{claim.spoken} of {claim.needed} have spoken", QUIET)
    if claim.challenged:
        yield Text(f"{CHALLENGED.symbol} challenged", CHALLENGED.style)


def one_of_several(verdict: VerdictRecord, claim: ClaimRecord) -> Text:
    """Name the rating of one verdict among others, with what sets it apart."""
    label = rating_label(verdict.rating, style="")
    about = list(distinctions(verdict, claim))
    return label.append(f" ({', '.join(about)})", QUIET) if about else label


def who_said_what(claim: ClaimRecord) -> Iterator[Text]:
    """Yield each rating that a claim was given, with the names of who gave it."""
    names: dict[str, list[str]] = {}
    labels: dict[str, Text] = {}
    for verdict in claim.standing_verdicts:
        label = one_of_several(verdict, claim)
        labels[label.plain] = label
        names.setdefault(label.plain, []).append(person(verdict.reviewer))
    for words, label in labels.items():
        yield label.append(f": {', '.join(names[words])}", QUIET)


def distinctions(verdict: VerdictRecord, claim: ClaimRecord) -> Iterator[str]:
    """Yield what a verdict's rating does not say: another scale, or other words."""
    if len({v.scale for v in claim.standing_verdicts}) > 1:
        yield line(verdict.scale)
    if verdict.reworded:
        yield OTHER_WORDS


def evidence_count(claim: ClaimRecord) -> Text:
    """Count a claim's evidence by stance, each stance in a place of its own."""
    text = Text()
    for stance in Stance:
        mark, number = STANCES[stance], claim.count(stance)
        text.append(f"{mark.symbol}{number} " if number else "   ", mark.style)
    text.rstrip()
    return text


def claim_text(claim: ClaimRecord) -> Text:
    """Show a claim's text, struck where it no longer counts."""
    retracted = claim.status is ClaimStatus.RETRACTED
    return Text(line(claim.text), STRUCK if retracted else "")


def shares(claims: Sequence[ClaimRecord]) -> list[Share]:
    """Count claims by how they came out: from truest to falsest, then the undecided."""
    ratings: Counter[tuple[Tone, str]] = Counter()
    statuses: Counter[ClaimStatus] = Counter()
    for claim in claims:
        if claim.status is ClaimStatus.RETRACTED:
            continue
        if claim.rating is None:
            statuses[claim.status] += 1
        else:
            ratings[claim.rating.tone, line(claim.rating.label)] += 1
    ordered = sorted(ratings.items(), key=lambda item: (_TRUEST_FIRST.index(item[0][0]), item[0]))
    found = [
        Share(mark=TONES[tone], word=label, count=number, decided=True)
        for (tone, label), number in ordered
    ]
    for status in (ClaimStatus.SETTLED, ClaimStatus.DISPUTED, ClaimStatus.OPEN):
        if number := statuses[status]:
            done = status is not ClaimStatus.OPEN
            found.append(Share(mark=STATUSES[status], word=status, count=number, decided=done))
    return found
