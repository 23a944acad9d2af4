"""Amounts: numbers with bars beside them, in columns that are as wide as they need to be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Self

from rich.cells import cell_len
from rich.text import Text

from claimledger.report.bars import FULL
from claimledger.report.grids import Column
from claimledger.report.theme import ACCENT, QUIET

WIDEST_BAR: Final = 28
NARROWEST_BAR: Final = 3
"""Cells below which a bar says nothing, and is left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Amounts:
    """A column of numbers, each with a bar as long as its part of the greatest."""

    heading: str
    greatest: int
    digits: int
    bar: int
    """Cells of the longest bar; 0 for none."""

    @classmethod
    def of(cls, heading: str, numbers: Iterable[int], *, total: int = 0, width: int = 0) -> Self:
        """Measure a column that has these numbers, and maybe their sum, in at most ``width``.

        With no width, or too little for bars, it has none.
        """
        greatest = max(numbers, default=0)
        digits = len(f"{max(greatest, total):,}")
        bar = min(width - digits - 1, WIDEST_BAR)
        return cls(
            heading=heading,
            greatest=greatest,
            digits=digits,
            bar=bar if bar >= NARROWEST_BAR else 0,
        )

    @property
    def column(self) -> Column:
        """The column in a grid."""
        own = self.digits + (1 + self.bar if self.bar else 0)
        width = max(own, cell_len(self.heading))
        return Column(self.heading, width, "left" if self.bar else "right")

    def cell(self, number: int, *, style: str = "", bare: bool = False) -> Text:
        """Show one number; a ``bare`` one is a sum of others, which no bar could show."""
        shown = f"{number:,}" if number else "–"
        text = Text(shown.rjust(self.digits), style if number else QUIET)
        if self.bar and number and not bare and self.greatest:
            text.append(f" {FULL * max(1, round(self.bar * number / self.greatest))}", ACCENT)
        return text
