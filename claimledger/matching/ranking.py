"""Ranking: how near a claim comes to a text, by the terms they share (Okapi BM25)."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

SATURATION: Final = 1.0
"""How much a term tells that is repeated (k1)."""
LENGTH: Final = 0.5
"""How much a long claim loses for being long (b)."""


def rarity(found: int, total: int) -> float:
    """Return how much a term tells that so many of all claims have; never nothing."""
    return math.log(1 + (max(total - found, 0) + 0.5) / (found + 0.5))


def score(
    wanted: Mapping[str, float], claim: Sequence[str], *, usual_length: float = 12.0
) -> float:
    """Return how well a claim's terms answer to wanted ones, given with their rarity."""
    length = 1 - LENGTH + LENGTH * len(claim) / usual_length
    counts = Counter(term for term in claim if term in wanted)
    return sum(
        wanted[term] * count * (SATURATION + 1) / (count + SATURATION * length)
        for term, count in counts.items()
    )
