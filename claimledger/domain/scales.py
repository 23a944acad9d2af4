"""Rating scales: the labels a verdict can give, as data."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NewType

from claimledger.errors import UnknownRatingError

ScaleId = NewType("ScaleId", str)

COLOURS: Final = (
    *("green", "teal", "blue", "violet", "magenta"),
    *("red", "orange", "ochre", "grey"),
)
"""The colours that a rating can name; each is readable on black and on white."""


class Tone(StrEnum):
    """What a rating says about the truth, whatever its words; colours follow it."""

    TRUE = "true"
    MOSTLY_TRUE = "mostly-true"
    MIXED = "mixed"
    MOSTLY_FALSE = "mostly-false"
    FALSE = "false"
    UNKNOWN = "unknown"
    """There is not enough to say either way."""
    NONE = "none"
    """Not a matter of true or false."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """One label of a scale."""

    code: str
    """Lower-case letters, digits and hyphens; never changes."""
    label: str
    meaning: str
    tone: Tone
    value: int | None = None
    """Place on the scale, higher is truer; None where the label has no place."""
    retired: bool = False
    """Whether it is read in old verdicts only, and given no more."""
    colour: str | None = None
    """One of ``COLOURS``, or ``#rrggbb``; None for the colour of the tone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MappedRating:
    """What one rating of a scale is on another scale."""

    code: str
    to: str | None
    """The other scale's code; None where that scale has nothing like it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleMapping:
    """What the ratings of one scale are on another one, as people have decided."""

    source: ScaleId
    target: ScaleId
    pairs: tuple[MappedRating, ...]
    """In the order of the source's ratings; of one that is not here, nothing was decided."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """An ordered or unordered set of ratings, from truest to falsest."""

    id: ScaleId
    version: int
    title: str
    ordered: bool
    ratings: tuple[Rating, ...]

    def rating(self, code: str) -> Rating:
        """Return the rating with exactly this code.

        Raises:
            UnknownRatingError: The scale has no such code.
        """
        for rating in self.ratings:
            if rating.code == code:
                return rating
        raise self._unknown(code)

    @property
    def given(self) -> tuple[Rating, ...]:
        """The ratings that a verdict can give: those that are not retired."""
        return tuple(rating for rating in self.ratings if not rating.retired)

    def find(self, typed: str, *, retired: bool = False) -> Rating:
        """Return the rating that ``typed`` names: a code, a label, or a unique beginning.

        Case, and hyphen against space, make no difference. With ``retired``, a rating that
        is given no more is found too.

        Raises:
            UnknownRatingError: No label begins so, or several do, or the label is retired;
                the labels are listed.
        """
        wanted = folded(typed)
        names = {r.code: (folded(r.code), folded(r.label)) for r in self.ratings}
        among = self.ratings if retired else self.given
        exact = [r for r in self.ratings if wanted in names[r.code]]
        begun = [r for r in among if any(n.startswith(wanted) for n in names[r.code])]
        found = exact or (begun if wanted else [])
        if len(found) > 1:
            labels = " or ".join(f'"{r.label}"' for r in found)
            raise UnknownRatingError(
                f'"{typed}" could be {labels}.', hint="Type enough letters to tell them apart."
            )
        if not found:
            raise self._unknown(typed)
        if found[0].retired and not retired:
            raise UnknownRatingError(
                f'"{found[0].label}" is retired in the scale "{self.id}": it stays in old '
                "verdicts, and no new one can give it.",
                hint=self._labels(),
            )
        return found[0]

    def _unknown(self, typed: str) -> UnknownRatingError:
        return UnknownRatingError(
            f'The scale "{self.id}" has no rating "{typed}".', hint=self._labels()
        )

    def _labels(self) -> str:
        return f"Its ratings: {', '.join(rating.label for rating in self.given)}."


def newest(scales: Iterable[Scale]) -> list[Scale]:
    """Return the newest version of each scale, in the order in which the scales come."""
    found: dict[ScaleId, Scale] = {}
    for scale in scales:
        known = found.setdefault(scale.id, scale)
        if known.version < scale.version:
            found[scale.id] = scale
    return list(found.values())


def folded(name: str) -> str:
    """Return a code or a label as it is compared: without case, hyphens and spare spaces."""
    plain = unicodedata.normalize("NFC", name).casefold()
    return " ".join(plain.replace("-", " ").replace("_", " ").split())
