"""Rating scales: the labels a verdict can give, as data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from claimledger.errors import UnknownRatingError

ScaleId = NewType("ScaleId", str)


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

    def find(self, typed: str) -> Rating:
        """Return the rating that ``typed`` names: a code, a label, or a unique beginning.

        Case, and hyphen against space, make no difference.

        Raises:
            UnknownRatingError: No label begins so, or several do; the labels are listed.
        """
        wanted = _folded(typed)
        names = {r.code: (_folded(r.code), _folded(r.label)) for r in self.ratings}
        exact = [r for r in self.ratings if wanted in names[r.code]]
        begun = [r for r in self.ratings if any(n.startswith(wanted) for n in names[r.code])]
        found = exact or (begun if wanted else [])
        if len(found) == 1:
            return found[0]
        if found:
            labels = " or ".join(f'"{r.label}"' for r in found)
            raise UnknownRatingError(
                f'"{typed}" could be {labels}.', hint="Type enough letters to tell them apart."
            )
        raise self._unknown(typed)

    def _unknown(self, typed: str) -> UnknownRatingError:
        labels = ", ".join(rating.label for rating in self.ratings)
        return UnknownRatingError(
            f'The scale "{self.id}" has no rating "{typed}".', hint=f"Its ratings: {labels}."
        )


def _folded(name: str) -> str:
    return " ".join(name.casefold().replace("-", " ").replace("_", " ").split())
