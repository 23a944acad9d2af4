"""Grids: the one kind of table that every view uses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from rich.box import Box
from rich.console import JustifyMethod
from rich.table import Table
from rich.text import Text

from claimledger.report.theme import QUIET

GAP: Final = 2
"""Cells between two columns."""

_THIN_RULE: Final = Box("    \n    \n ── \n    \n    \n    \n    \n    \n")


@dataclass(frozen=True, slots=True)
class Column:
    """A column with its heading and its width in cells."""

    heading: str
    width: int
    justify: JustifyMethod = "left"


def grid(columns: Iterable[Column], *, spaced: bool = False) -> Table:
    """Return an empty table with a thin rule under its headings.

    Every width is fixed, so that no row has to be measured: thousands of rows stay quick.
    ``spaced`` puts an empty line between rows, for cells of several lines.
    """
    table = Table(
        box=_THIN_RULE,
        show_edge=False,
        pad_edge=False,
        padding=(0, GAP - 1, 0, 0),
        leading=1 if spaced else 0,
        border_style=QUIET,
        header_style=QUIET,
    )
    for column in columns:
        table.add_column(
            Text(column.heading),
            width=max(1, column.width),
            justify=column.justify,
            overflow="fold",
        )
    return table


def room(width: int, *taken: int) -> int:
    """Return the cells left for one more column beside columns of these widths."""
    return max(1, width - sum(taken) - GAP * len(taken))


def total_width(table: Table) -> int:
    """Return the cells that a grid takes."""
    return sum(column.width or 0 for column in table.columns) + GAP * (len(table.columns) - 1)


def facts(pairs: Iterable[tuple[str, Text]], *, width: int) -> Table:
    """Return names beside their values, without lines."""
    shown = list(pairs)
    name = max((len(label) for label, _ in shown), default=1)
    table = Table.grid(padding=(0, GAP, 0, 0))
    table.add_column(width=name)
    table.add_column(width=room(width, name), overflow="fold")
    for label, value in shown:
        table.add_row(Text(label, QUIET), value)
    return table
