"""Reviewers two by two: how far each pair agrees, and which rating meets which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from claimledger.domain.agreement import Pair
from claimledger.domain.scales import Rating
from claimledger.report.grids import GAP, Column, grid, room
from claimledger.report.measures import coefficient, percent
from claimledger.report.texts import lines, widest
from claimledger.report.theme import ACCENT, MAGENTA, QUIET, STRONG
from claimledger.report.verdict_table import TWO_COLUMNS
from claimledger.report.verdicts import rating_label

SHADES: Final = "░▒▓█"
"""From few claims to as many as the fullest cell has."""
LEAST_LABEL: Final = 14
"""Cells that a rating's name keeps beside the numbers; with less, there is no square."""

_WIDEST_LABEL: Final = 28
_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_KAPPA: Final = len("n/a (100% raw)")


def pairs_table(
    pairs: Iterable[Pair], names: Mapping[str, str], *, ordered: bool, width: int
) -> Table:
    """Show every two reviewers, those who differ on most claims first."""
    numbers = [Column("claims", 6, "right"), Column("raw", 4, "right"), Column("κ", _KAPPA)]
    if ordered and width >= TWO_COLUMNS:
        numbers.append(Column("truer on", 8, "right"))
    most = room(width, *(column.width for column in numbers))
    reviewers = Column("reviewers", widest(names.values(), least=9, most=most))
    table = grid([reviewers, *numbers], spaced=True)
    for pair in most_differing(pairs):
        kappa = [Text(coefficient(pair.kappa, pair.raw), STRONG)]
        if pair.weighted is not None:
            kappa.append(Text(f"{coefficient(pair.weighted, pair.raw)} weighted", QUIET))
        row = [
            lines(Text(names[name]) for name in pair.reviewers),
            Text(f"{pair.items:,}"),
            Text(percent(pair.raw)),
            lines(kappa),
            lines(Text(f"{claims:,}") for claims in pair.truer),
        ]
        table.add_row(*row[: len(table.columns)])
    return table


def about_pairs(*, ordered: bool, width: int) -> Text:
    """Say what the columns of the table hold."""
    words = "κ is Cohen's: agreement beyond chance, as with α."
    if ordered:
        words += " Weighted, it counts the steps between two ratings."
    if ordered and width >= TWO_COLUMNS:
        words += " Truer on: the claims that this reviewer rated truer than the other."
    return Text(words, QUIET)


def most_differing(pairs: Iterable[Pair]) -> list[Pair]:
    """Return pairs by the number of claims on which they differ, the greatest first."""
    return sorted(pairs, key=lambda pair: pair.agreed - pair.items)


def square(
    pair: Pair, ratings: Mapping[str, Rating], names: tuple[str, str], *, width: int
) -> RenderableType:
    """Show on how many claims which rating of one met which rating of the other.

    Where a square does not fit, its cells are listed instead, the fullest first.
    """
    fullest = max(map(max, pair.table))
    cell = len("[]") + len(f"{fullest:,}") + len(SHADES[0])
    label = room(width, *[cell] * len(pair.codes))
    if label < LEAST_LABEL or len(pair.codes) > len(_LETTERS):
        return Group(_who(names, "first", "second"), Text(), _cells(pair, ratings, width=width))
    letters = _LETTERS[: len(pair.codes)]
    labels = [
        Text(f"{letter} ", ACCENT).append_text(rating_label(ratings[code], style=""))
        for letter, code in zip(letters, pair.codes, strict=True)
    ]
    label = widest((text.plain for text in labels), least=1, most=min(label, _WIDEST_LABEL))
    columns = [Column(f"{letter}  ", cell, "right") for letter in letters]
    table = grid([Column("", label), *columns])
    for number, row in enumerate(pair.table):
        cells = [_cell(claims, fullest, same=number == at) for at, claims in enumerate(row)]
        table.add_row(labels[number], *cells)
    return Group(_who(names, "down", "across"), Text(), table)


def _who(names: tuple[str, str], one: str, other: str) -> Text:
    text = Text(names[0], STRONG).append(f" ({one})", QUIET)
    return text.append(" and ").append(names[1], STRONG).append(f" ({other})", QUIET)


def _cell(claims: int, fullest: int, *, same: bool) -> Text:
    """Show how many claims there are, in brackets where both gave the same rating."""
    number = f"{claims:,}" if claims else "·"
    number = f"[{number}]" if same else f" {number} "
    if not claims:
        return Text(f"{number} ", QUIET)
    shade = SHADES[(claims * len(SHADES) - 1) // fullest]
    style = ACCENT if same else MAGENTA
    return Text(number, f"{STRONG} {style}").append(shade, style)


def _cells(pair: Pair, ratings: Mapping[str, Rating], *, width: int) -> Table:
    found = [
        (claims, row, column)
        for row, cells in enumerate(pair.table)
        for column, claims in enumerate(cells)
        if claims
    ]
    number = 8
    rating = max(1, min((room(width, number) - GAP) // 2, _WIDEST_LABEL))
    columns = [Column("first", rating), Column("second", rating)]
    table = grid([*columns, Column("claims", number, "right")])
    for claims, row, column in sorted(found, key=lambda cell: (-cell[0], *cell[1:])):
        labels = [rating_label(ratings[pair.codes[at]], style="") for at in (row, column)]
        mark, style = ("=", ACCENT) if row == column else ("≠", MAGENTA)
        table.add_row(*labels, Text(f"{mark} {claims:,}", f"{STRONG} {style}"))
    return table
