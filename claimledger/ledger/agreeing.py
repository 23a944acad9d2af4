"""Agreement between reviewers, from the verdicts on record.

Every claim is either compared or left out for one reason that is told, and so is every
verdict: none is dropped in silence.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import TypeAlias

from claimledger.domain.agreement import (
    ClaimAgreement,
    Disagreement,
    Judgement,
    LeftOut,
    Omission,
    compare,
    places,
)
from claimledger.domain.outside import line
from claimledger.domain.records import ClaimRecord, VerdictRecord
from claimledger.domain.scale_mappings import translate as translate_code
from claimledger.domain.scales import Scale
from claimledger.domain.verdicts import ClaimStatus
from claimledger.errors import UsageError
from claimledger.ledger.people import named
from claimledger.ledger.reading import LedgerReader

Translate: TypeAlias = Callable[[VerdictRecord], str | None]
"""Returns the code that a verdict comes to on the scale in question, None where it has none."""

_TELLING = (LeftOut.OTHER_SCALE, LeftOut.OTHER_WORDS, LeftOut.OTHER_TIME)
"""Why a verdict does not count; where several reasons take a claim away, the first is told."""

_ENOUGH = 2
"""Ratings of a claim that can be compared."""


def agreement(
    claims: Iterable[ClaimRecord],
    scale: Scale,
    *,
    reviewers: Collection[str] = (),
    since: date | None = None,
    until: date | None = None,
    first: bool = False,
    translate: Translate | None = None,
) -> ClaimAgreement:
    """Measure how far reviewers agree on ``claims``, by what their verdicts say on ``scale``.

    Args:
        claims: Each as its viewer may see it.
        scale: What every verdict is read on.
        reviewers: Full names; whose verdicts count, everybody's when none.
        since: The first day, in UTC, whose verdicts count.
        until: The last one.
        first: Count the first verdict that each reviewer gave instead of the standing one,
            which may have been changed once others' could be seen. Who took the last one
            back counts in neither way.
        translate: What a verdict comes to on ``scale``; by default, one on another scale
            comes to nothing.
    """
    asked = _Asked(
        reviewers=frozenset(reviewers),
        since="" if since is None else since.isoformat(),
        until="9999-12-31" if until is None else until.isoformat(),
        first=first,
        codes=frozenset(rating.code for rating in scale.ratings),
        scale=scale.id,
        translate=translate or (lambda v: v.rating.code if v.scale == scale.id else None),
    )
    sorted_claims = [(claim, asked.sort(claim)) for claim in claims]
    compared = [(claim, found) for claim, found in sorted_claims if found.reason is None]
    judgements = (
        Judgement(claim.id, reviewer, code)
        for claim, found in compared
        for reviewer, code in found.codes.items()
    )
    differing = [
        _disagreement(c, f.codes, scale) for c, f in compared if len(set(f.codes.values())) > 1
    ]
    return ClaimAgreement(
        scale=scale,
        first=first,
        reviewers=tuple(reviewers),
        since=since,
        until=until,
        claims=len(sorted_claims),
        agreement=compare(judgements, scale),
        translated=sum(found.translated for _, found in compared),
        omissions=tuple(_omissions(sorted_claims)),
        disagreements=tuple(sorted(differing, key=_farthest_first)),
    )


def by_mappings(ledger: LedgerReader, scale: Scale) -> Translate:
    """Return how to read a verdict on ``scale`` by what people have mapped to it."""
    mappings = {other.id: ledger.mapping(other.id, scale.id) for other in ledger.scales()}

    def translated(verdict: VerdictRecord) -> str | None:
        if verdict.scale == scale.id:
            return verdict.rating.code
        mapping = mappings.get(verdict.scale)
        return None if mapping is None else translate_code(mapping, verdict.rating.code)

    return translated


def named_reviewers(claims: Iterable[ClaimRecord], typed: Sequence[str]) -> tuple[str, ...]:
    """Return the full names of the reviewers that a person typed, or how they begin.

    Raises:
        UsageError: No verdict is by such a reviewer, or several names begin so; or one
            reviewer alone is named, who can be compared with nobody.
    """
    known = sorted({v.reviewer for claim in claims for v in claim.verdicts})
    found = tuple(dict.fromkeys(named(known, name, did="gave a verdict here") for name in typed))
    if len(found) == 1:
        others = ", ".join(line(name) for name in known if name not in found)
        raise UsageError(
            "One reviewer alone can be compared with nobody.",
            hint=f"Name another one too: {others}." if others else "Nobody else gave a verdict.",
        )
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sorted:
    """What became of one claim."""

    reason: LeftOut | None
    """Why it is left out; None where it is compared."""
    codes: Mapping[str, str]
    """By reviewer, the ratings that are compared."""
    verdicts: Counter[LeftOut]
    """How many verdicts are not, by the reason."""
    translated: int = 0
    """How many of those compared were given on another scale."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """Which verdicts count."""

    reviewers: frozenset[str]
    since: str
    until: str
    first: bool
    scale: str
    codes: frozenset[str]
    translate: Translate

    def sort(self, claim: ClaimRecord) -> _Sorted:
        """Tell what of a claim can be compared, and why the rest cannot."""
        given = list(self._given(claim))
        if claim.status is ClaimStatus.RETRACTED:
            return _whole(LeftOut.RETRACTED, len(given))
        if claim.hidden and claim.spoken:
            return _whole(LeftOut.HIDDEN, claim.spoken)
        codes: dict[str, str] = {}
        translated = 0
        left: Counter[LeftOut] = Counter()
        some_newer = not all(reworded for _, reworded in given)
        for verdict, reworded in given:
            code = self.translate(verdict)
            if code is None or code not in self.codes:
                left[LeftOut.OTHER_SCALE] += 1
            elif reworded and some_newer:
                left[LeftOut.OTHER_WORDS] += 1
            elif not self.since <= verdict.time[:10] <= self.until:
                left[LeftOut.OTHER_TIME] += 1
            else:
                codes[verdict.reviewer] = code
                translated += verdict.scale != self.scale
        if len(codes) >= _ENOUGH:
            return _Sorted(reason=None, codes=codes, verdicts=left, translated=translated)
        match len(given):
            case 0:
                reason = LeftOut.UNRATED
            case 1:
                return _whole(LeftOut.RATED_ONCE, 1)
            case _:
                reason = next(reason for reason in _TELLING if left[reason])
        alone = Counter({LeftOut.RATED_ONCE: len(codes)})
        return _Sorted(reason=reason, codes={}, verdicts=left + alone)

    def _given(self, claim: ClaimRecord) -> Iterator[tuple[VerdictRecord, bool]]:
        """Yield the one verdict of each reviewer, and whether the claim was reworded since."""
        by_reviewer: dict[str, list[VerdictRecord]] = defaultdict(list)
        for verdict in claim.verdicts:
            by_reviewer[verdict.reviewer].append(verdict)
        for reviewer, verdicts in by_reviewer.items():
            standing = [verdict for verdict in verdicts if verdict.standing]
            if standing and (not self.reviewers or reviewer in self.reviewers):
                counted = verdicts[0] if self.first else standing[-1]
                since = verdicts[verdicts.index(counted) :]
                yield counted, any(verdict.reworded for verdict in since)


def _whole(reason: LeftOut, verdicts: int) -> _Sorted:
    return _Sorted(reason=reason, codes={}, verdicts=Counter({reason: verdicts}))


def _omissions(sorted_claims: Sequence[tuple[ClaimRecord, _Sorted]]) -> Iterator[Omission]:
    for reason in LeftOut:
        refs = tuple(claim.ref for claim, found in sorted_claims if found.reason is reason)
        verdicts = sum(found.verdicts[reason] for _, found in sorted_claims)
        if refs or verdicts:
            yield Omission(reason=reason, claims=refs, verdicts=verdicts)


def _disagreement(claim: ClaimRecord, codes: Mapping[str, str], scale: Scale) -> Disagreement:
    steps = places(scale)
    placed = [steps[code] for code in codes.values() if code in steps]
    return Disagreement(
        ref=claim.ref,
        id=claim.id,
        text=claim.text,
        status=claim.status,
        ratings=tuple((name, scale.rating(code)) for name, code in sorted(codes.items())),
        apart=max(placed) - min(placed) if len(set(placed)) > 1 else None,
    )


def _farthest_first(found: Disagreement) -> tuple[int, int]:
    codes = Counter(rating.code for _, rating in found.ratings)
    return (-(found.apart or 0), -sum(n * m for n, m in combinations(codes.values(), 2)))
