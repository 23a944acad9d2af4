"""What a claim's verdicts add up to, in a symbol and words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rich.text import Text

from claimledger.domain.evidence import Stance
from claimledger.domain.outside import line, person
from claimledger.domain.records import ClaimRecord, VerdictRecord
from claimledger.domain.scales import Rating, Tone
from claimledger.domain.verdicts import ClaimStatus
from claimledger.report.colours import style_of
from claimledger.report.texts import day, lines
from claimledger.report.theme import QUIET, STANCES, STATUSES, STRONG, STRUCK, TONES, Mark

OTHER_WORDS: Final = "on other words"
"""What is said of a verdict that was given before its claim's text was edited."""

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


def outcome(claim: ClaimRecord) -> list[Text]:
    """Say how a claim stands: its rating, or its status where there is no one rating."""
    labels = []
    if claim.rating is None or claim.status not in {ClaimStatus.CHECKED, ClaimStatus.SETTLED}:
        labels.append(status_label(claim.status))
    if claim.rating is not None and claim.status is not ClaimStatus.RETRACTED:
        labels.insert(0, rating_label(claim.rating))
        if claim.status is ClaimStatus.SETTLED:
            labels.append(Text("settled", QUIET))
        if any(verdict.reworded for verdict in claim.standing_verdicts):
            labels.append(Text(OTHER_WORDS, QUIET))
    return labels


def one_of_several(verdict: VerdictRecord, claim: ClaimRecord) -> Text:
    """Name the rating of one verdict among others, with what sets it apart."""
    label = rating_label(verdict.rating, style="")
    about = list(distinctions(verdict, claim))
    return label.append(f" ({', '.join(about)})", QUIET) if about else label


def distinctions(verdict: VerdictRecord, claim: ClaimRecord) -> Iterator[str]:
    """Yield what a verdict's rating does not say: another scale, or other words."""
    if len({v.scale for v in claim.standing_verdicts}) > 1:
        yield line(verdict.scale)
    if verdict.reworded:
        yield OTHER_WORDS


def outcome_with_names(claim: ClaimRecord) -> Text:
    """Say how a claim stands and who decided so when, under each other."""
    labels = outcome(claim)
    for verdict in claim.standing_verdicts:
        if claim.rating is None:
            labels.append(one_of_several(verdict, claim))
        labels.append(Text(f"{person(verdict.reviewer)}, {day(verdict.time)}", QUIET))
    return lines(labels)


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
