"""What makes a rating scale sound: the rules that every scale keeps before it is recorded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from claimledger.domain.outside import line
from claimledger.domain.scales import COLOURS, Rating, Scale, Tone, folded
from claimledger.errors import UsageError

LONGEST_NAME: Final = 40
"""Characters of a scale's id or a rating's code, so that both fit a table."""
LARGEST: Final = 2**53 - 1
"""The largest number that an event can store."""

_NAME: Final = re.compile("[a-z0-9]+(-[a-z0-9]+)*")
_COLOUR: Final = re.compile("#[0-9a-fA-F]{6}")
_TAKEN: Final = frozenset({"ledger"})
"""Names that events keep for another subject."""
_BY_TRUTH: Final = (Tone.TRUE, Tone.MOSTLY_TRUE, Tone.MIXED, Tone.MOSTLY_FALSE, Tone.FALSE)
_FEWEST: Final = 2


def check_scale(scale: Scale) -> None:
    """Refuse a scale that verdicts could not be given on without doubt.

    Raises:
        UsageError: A name, a text, a number or a colour is none, two ratings could be taken
            for each other, or the order is broken; the place is named.
    """
    where = f'The scale "{line(scale.id)}"'
    _check_name(scale.id, f"{where} has an id that is no name")
    if scale.id in _TAKEN:
        raise UsageError(f'No scale can be called "{scale.id}".', hint="Choose another id.")
    if not 1 <= scale.version <= LARGEST:
        raise UsageError(f"{where} has version {scale.version}.", hint="Versions begin at 1.")
    _check_text(scale.title, f"The title of {where[0].lower()}{where[1:]}")
    for rating in scale.ratings:
        _check_rating(rating, where)
    if len(scale.given) < _FEWEST:
        raise UsageError(
            f"{where} leaves a reviewer no choice: it has fewer than {_FEWEST} ratings to give.",
            hint="Add a rating, or retire one less.",
        )
    _check_doubles(scale, where)
    _check_order(scale, where)


def _check_rating(rating: Rating, where: str) -> None:
    about = f'{where}, rating "{line(rating.code)}"'
    _check_name(rating.code, f"{about}: its code is no name")
    _check_text(rating.label, f"{about}: its label")
    if not folded(rating.label):
        raise UsageError(f"{about}: its label cannot be typed.", hint="Give it a word.")
    _check_text(rating.meaning, f"{about}: its meaning")
    if rating.value is not None and not 1 <= rating.value <= LARGEST:
        raise UsageError(
            f"{about}: its value is {rating.value}.",
            hint="Values are whole numbers from 1, as other programs ask; the falsest is lowest.",
        )
    if not (rating.colour is None or rating.colour in COLOURS or _COLOUR.fullmatch(rating.colour)):
        raise UsageError(
            f'{about}: "{line(rating.colour)}" is no colour.',
            hint=f'It is one of {", ".join(COLOURS)}, or such as "#2a9d8f".',
        )


def _check_name(name: str, problem: str) -> None:
    if len(name) > LONGEST_NAME or not _NAME.fullmatch(name):
        raise UsageError(
            f"{problem}.",
            hint='Use small letters, digits and single hyphens, such as "half-true"; '
            f"at most {LONGEST_NAME} of them.",
        )


def _check_text(text: str, what: str) -> None:
    if not text.strip():
        raise UsageError(f"{what} is empty.", hint="Write it out; reviewers and readers see it.")
    if line(text) != text:
        raise UsageError(
            f"{what} has line breaks, spare spaces or control characters.",
            hint=f'Write it on one line: "{line(text)}".',
        )


def _check_doubles(scale: Scale, where: str) -> None:
    known: dict[str, Rating] = {}
    for rating in scale.ratings:
        for name in {folded(rating.code), folded(rating.label)}:
            if name in known:
                raise UsageError(
                    f'{where} has two ratings that "{line(name)}" could mean.',
                    hint="Make every code and every label differ by more than case and hyphens.",
                )
            known[name] = rating


def _check_order(scale: Scale, where: str) -> None:
    """Check the places of the ratings to give; retired ones have no part in the order."""
    placed = list(_placed(scale.given))
    if not scale.ordered:
        if placed:
            raise UsageError(
                f'{where} is not ordered, and yet "{placed[0][0].code}" has a value.',
                hint="Set ordered = true, or leave the values out.",
            )
        return
    if len(placed) < _FEWEST:
        raise UsageError(
            f"{where} is ordered, and fewer than {_FEWEST} ratings have a value.",
            hint="Give every rating that has a place a value, or set ordered = false.",
        )
    for (upper, high), (lower, low) in pairwise(placed):
        if high <= low:
            raise UsageError(
                f'{where} has "{upper.code}" ({high}) before "{lower.code}" ({low}).',
                hint="List the ratings from truest to falsest; higher values are truer.",
            )
    ranked = [(r, _BY_TRUTH.index(r.tone)) for r, _ in placed if r.tone in _BY_TRUTH]
    for (upper, truth), (lower, below) in pairwise(ranked):
        if truth > below:
            raise UsageError(
                f'{where} has "{upper.code}" (tone {upper.tone}) above "{lower.code}" '
                f"(tone {lower.tone}).",
                hint="List the ratings from truest to falsest, or mend a tone.",
            )


def _placed(ratings: tuple[Rating, ...]) -> Iterator[tuple[Rating, int]]:
    for rating in ratings:
        if rating.value is not None:
            yield rating, rating.value
