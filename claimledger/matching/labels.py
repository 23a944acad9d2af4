"""Labels: whether an earlier claim says the same as a claim, and if not, what is different.

"The same" is said only where every word of the two that weighs is the same, in the same
order: to miss that two claims say the same costs a second look, to say it of two that do
not costs a correction.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Final

from claimledger.matching.circumstances import unsettled
from claimledger.matching.differences import Differences, Kind, differences
from claimledger.matching.readings import read, words


class Label(StrEnum):
    """How an earlier claim stands to a claim."""

    SAME = "same"
    NEGATED = "negated"
    OPPOSITE = "opposite"
    NUMBER = "differs in number"
    DATE = "differs in time"
    NAME = "differs in who or what"
    RELATED = "related"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A label, and why it was given."""

    label: Label
    reasons: tuple[str, ...]
    """What is different, in words such as ``3.4% here, 4.3% there``."""


ALIKE: Final = 0.6
"""Of the words of both that do not differ for a reason: with fewer in both, it is another claim."""

LONGEST: Final = 4000
"""Characters of a text beyond which it is more than a claim, and is not compared."""

_LABELS: Final = {
    Kind.NAME: Label.NAME,
    Kind.DATE: Label.DATE,
    Kind.NEGATION: Label.NEGATED,
    Kind.CONTRARY: Label.OPPOSITE,
    Kind.NUMBER: Label.NUMBER,
}
"""The label for each kind of difference; of several, the first."""


def compare(
    claim: str,
    earlier: str,
    *,
    said: str | None = None,
    earlier_said: str | None = None,
    same_speaker: bool = False,
    same_article: bool = False,
    language: str = "en",
) -> Comparison:
    """Compare a claim with an earlier one; the words of the reasons are "here" and "there".

    ``said`` and ``earlier_said`` are the days on which they were made, ``YYYY-MM-DD`` or
    longer: "last year" means the same year only if the two are of one year. With
    ``same_speaker``, "I" and "we" are the same people in both; with ``same_article``, "the
    council" is the same council. Of a language other than English, only claims in the very
    same words say the same.
    """
    if language.partition("-")[0] != "en":
        same = words(claim) == words(earlier)
        return Comparison(label=Label.SAME if same else Label.RELATED, reasons=())
    if max(len(claim), len(earlier)) > LONGEST:
        return Comparison(label=Label.RELATED, reasons=())
    ours, theirs = read(claim), read(earlier)
    doubt_about = partial(
        unsettled,
        said=said,
        earlier_said=earlier_said,
        same_speaker=same_speaker,
        same_article=same_article,
    )
    if ours.statement and ours.statement == theirs.statement:
        doubt = next(filter(None, (doubt_about(ours), doubt_about(theirs))), None)
        if doubt is None:
            return Comparison(label=Label.SAME, reasons=())
        about_time, reason = doubt
        return Comparison(label=Label.DATE if about_time else Label.RELATED, reasons=(reason,))
    found = differences(ours, theirs)
    return Comparison(label=_label(found), reasons=tuple(_reasons(found)))


def _label(found: Differences) -> Label:
    kinds = [kind for kind in _LABELS if found.of(kind)]
    if found.alike < ALIKE or not kinds:
        return Label.RELATED
    if Kind.NAME in kinds and len(kinds) > 1:
        return Label.RELATED  # of other people or places, and something else
    if Kind.NEGATION in kinds and Kind.CONTRARY in kinds:
        return Label.RELATED  # "did not fall" and "rose"
    return _LABELS[kinds[0]]


def _reasons(found: Differences) -> Iterator[str]:
    for kind in (*_LABELS, Kind.WORDING):
        yield from dict.fromkeys(found.of(kind))
