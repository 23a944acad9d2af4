"""From one scale to another: what people have decided, and what could be suggested."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from claimledger.domain.scales import (
    MappedRating,
    Rating,
    Scale,
    ScaleId,
    ScaleMapping,
    Tone,
    folded,
)
from claimledger.errors import UnknownRatingError, UsageError

_SIDES: Final = {
    Tone.TRUE: Tone.MOSTLY_TRUE,
    Tone.MOSTLY_TRUE: Tone.TRUE,
    Tone.MOSTLY_FALSE: Tone.FALSE,
    Tone.FALSE: Tone.MOSTLY_FALSE,
}
"""The tone that is nearest to another and leans the same way."""
_TRUE_SIDE: Final = frozenset({Tone.TRUE, Tone.MOSTLY_TRUE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Counterpart:
    """A rating beside what it is on another scale."""

    source: ScaleId
    target: ScaleId
    rating: Rating
    decided: bool
    """Whether somebody has said what it is there, be it nothing."""
    to: Rating | None
    """What was decided."""
    suggested: Rating | None
    """What tone and place suggest; it counts for nothing until somebody decides so."""


def translate(mapping: ScaleMapping, code: str) -> str | None:
    """Return the target's code for one of the source's; None where there is none."""
    return next((pair.to for pair in mapping.pairs if pair.code == code), None)


def suggest(source: Scale, target: Scale) -> ScaleMapping:
    """Guess what each rating of one scale is on another, by its tone and its place.

    A rating goes to one of the same tone, or else of the other tone that leans the same way.
    Of several, it goes to the one with the same name, or else ratings are paired from the
    middle of the scale outwards, so that a plain "False" is not made an emphatic one. What
    is no matter of true or false goes to its namesake only. Where nothing fits, or more than
    one thing as well, the guess is None.
    """
    return ScaleMapping(
        source=source.id,
        target=target.id,
        pairs=tuple(
            MappedRating(code=rating.code, to=_nearest(rating, source, target))
            for rating in source.ratings
        ),
    )


def compare(source: Scale, target: Scale, mapping: ScaleMapping | None) -> list[Counterpart]:
    """Put every rating of one scale beside what it is, or could be, on another.

    Raises:
        UsageError: The two are the same scale.
    """
    _check_differ(source, target)
    decided = {} if mapping is None else {pair.code: pair.to for pair in mapping.pairs}
    known = {rating.code: rating for rating in target.ratings}
    guesses = {pair.code: pair.to for pair in suggest(source, target).pairs}
    return [
        Counterpart(
            source=source.id,
            target=target.id,
            rating=rating,
            decided=rating.code in decided,
            to=known.get(decided.get(rating.code) or ""),
            suggested=known.get(guesses[rating.code] or ""),
        )
        for rating in source.ratings
    ]


def read_pair(typed: str, source: Scale, target: Scale) -> MappedRating:
    """Read ``rating=rating``, a code, a label or a beginning on each side.

    Nothing after the sign means that the target has nothing like it.

    Raises:
        UsageError: There is no equals sign.
        UnknownRatingError: A side is no rating of its scale, or the target has retired it.
    """
    code, sign, to = typed.partition("=")
    if not sign:
        raise UsageError(
            f'"{typed}" does not say what it is on the scale "{target.id}".',
            hint='Write RATING=RATING, such as pants-on-fire=false; "satire=" for nothing.',
        )
    return MappedRating(
        code=source.find(code, retired=True).code,
        to=target.find(to).code if to.strip() else None,
    )


def chosen_pairs(
    source: Scale,
    target: Scale,
    mapping: ScaleMapping | None,
    typed: Iterable[str],
    *,
    suggested: bool,
) -> list[MappedRating]:
    """Return what a person decides: each pair typed and, with ``suggested``, what is open.

    Where nothing is suggested, nothing is decided.

    Raises:
        UsageError: What was typed cannot be read, or names one rating twice.
    """
    pairs = [read_pair(one, source, target) for one in typed]
    mapped(source, target, pairs)
    named = {pair.code for pair in pairs}
    for one in compare(source, target, mapping):
        is_open = not one.decided and one.rating.code not in named
        if suggested and is_open and one.suggested is not None:
            pairs.append(MappedRating(code=one.rating.code, to=one.suggested.code))
    return pairs


def mapped(source: Scale, target: Scale, pairs: Iterable[MappedRating]) -> ScaleMapping:
    """Return a mapping in the order of the source's ratings.

    Raises:
        UsageError: The two are the same scale, or a rating comes twice.
        UnknownRatingError: A code is none of its scale's, or the target has retired it.
    """
    _check_differ(source, target)
    found: dict[str, MappedRating] = {}
    for pair in pairs:
        source.rating(pair.code)
        if pair.code in found:
            raise UsageError(
                f'"{pair.code}" of the scale "{source.id}" is mapped twice.', hint="Say it once."
            )
        if pair.to is not None and target.rating(pair.to).retired:
            raise UnknownRatingError(
                f'"{pair.to}" is retired in the scale "{target.id}".',
                hint=f"There are: {', '.join(rating.code for rating in target.given)}.",
            )
        found[pair.code] = pair
    return ScaleMapping(
        source=source.id,
        target=target.id,
        pairs=tuple(found[r.code] for r in source.ratings if r.code in found),
    )


def _check_differ(source: Scale, target: Scale) -> None:
    if source.id == target.id:
        raise UsageError(
            f'"{source.id}" cannot be mapped to itself.', hint="Name two different scales."
        )


def _nearest(rating: Rating, source: Scale, target: Scale) -> str | None:
    candidates = [r for r in target.given if r.tone is rating.tone]
    if not candidates and rating.tone in _SIDES:
        candidates = [r for r in target.given if r.tone is _SIDES[rating.tone]]
    names = {folded(rating.code), folded(rating.label)}
    for candidate in candidates:
        if names & {folded(candidate.code), folded(candidate.label)}:
            return candidate.code
    if rating.tone is Tone.NONE:
        return None
    if len(candidates) == 1:
        return candidates[0].code
    return _by_place(rating, source, candidates)


def _by_place(rating: Rating, source: Scale, candidates: list[Rating]) -> str | None:
    alike = [r for r in source.ratings if r.tone is rating.tone]
    several = [*candidates, *(alike if len(alike) > 1 else [])]
    placed = all(r.value is not None for r in several)
    if not candidates or not placed or rating.tone not in _SIDES:
        return None
    outwards = _outwards(candidates)
    return outwards[min(_outwards(alike).index(rating), len(outwards) - 1)].code


def _outwards(ratings: list[Rating]) -> list[Rating]:
    """Sort ratings of one tone from the middle of their scale to its end."""
    up = ratings[0].tone in _TRUE_SIDE
    return sorted(ratings, key=lambda r: (r.value or 0) if up else -(r.value or 0))
