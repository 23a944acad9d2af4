"""Rating scales: the list of them, one in full, and one beside another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from claimledger.domain.outside import line
from claimledger.domain.scale_mappings import Counterpart
from claimledger.domain.scales import Rating, Scale, ScaleId, newest
from claimledger.report.grids import Column, facts, grid, room
from claimledger.report.texts import DOT, flow, lines, next_step, told, widest
from claimledger.report.theme import ACCENT, QUIET, STRONG
from claimledger.report.verdicts import rating_label

NOTHING: Final = "nothing like it"
UNDECIDED: Final = "not decided"

_VALUE: Final = len("value")


def scales_table(
    scales: Sequence[Scale], *, width: int, current: ScaleId | None = None
) -> RenderableType:
    """List scales with their ratings; ``current`` is the one that verdicts use."""
    if not scales:
        return next_step("No scales.", do="Make a ledger", command="claimledger init")
    name = widest((line(scale.id) for scale in scales), least=8, most=22)
    ratings = room(width, name)
    table = grid([Column("scale", name), Column("ratings", ratings)], spaced=True)
    versions, last = Counter(scale.id for scale in scales), newest(scales)
    for scale in scales:
        labels = flow(
            (_label(rating, style="") for rating in scale.ratings), width=ratings, gap=Text("   ")
        )
        names = [told(scale.id, ACCENT)]
        if scale.id == current and scale in last:
            names.append(Text("● in use", STRONG))
        title = [told(scale.title, STRONG)]
        if scale.version > 1 or versions[scale.id] > 1:
            title.append(Text(f"version {scale.version}", QUIET))
        about = flow(title, width=ratings, gap=Text("  "))
        table.add_row(lines(names), lines([about, labels]))
    return table


def scale_detail(scale: Scale, *, width: int) -> RenderableType:
    """Show a scale with what its ratings mean, and their numbers."""
    title = Text().append(line(scale.id), f"{STRONG} {ACCENT}")
    title.append("  ").append(line(scale.title), STRONG)
    order = "from truest to falsest" if scale.ordered else "in no order"
    about = [Text(f"version {scale.version}", QUIET), Text(f"ratings {order}", QUIET)]
    head = [title, flow(about, width=width, gap=DOT), Text()]
    return Group(*head, _ratings(scale, width))


def mapping_table(counterparts: Sequence[Counterpart], *, width: int) -> RenderableType:
    """Show the ratings of one scale beside what they are, or could be, on another.

    What is suggested is shown only where nobody has decided.
    """
    headings = [line(counterparts[0].source), line(counterparts[0].target)]
    rows = [[_label(one.rating), _counterpart(one)] for one in counterparts]
    if any(one.suggested and not one.decided for one in counterparts):
        headings.append("suggested")
        rows = [[*row, _suggestion(one)] for row, one in zip(rows, counterparts, strict=True)]
    if width < 20 * len(headings):  # cells that a label asks for
        title = told(" → ".join(headings[:2]), f"{STRONG} {ACCENT}")
        return Group(title, Text(), *_below_each_other(counterparts))
    columns: list[Column] = []
    for place, heading in enumerate(headings):
        left = room(width, *(column.width for column in columns))
        most = max(1, left // (len(headings) - place))
        cells = widest((row[place].plain for row in rows), least=min(len(heading), most), most=most)
        columns.append(Column(heading, cells))
    table = grid(columns)
    for row in rows:
        table.add_row(*row)
    return table


def _ratings(scale: Scale, width: int) -> Table:
    label = widest((_label(r).plain for r in scale.ratings), least=8, most=26)
    code = widest((line(r.code) for r in scale.ratings), least=8, most=20)
    numbered = any(rating.value is not None for rating in scale.ratings)
    if width < label + code + (38 if numbered else 30):
        pairs = [
            (line(rating.code), lines(_in_one_cell(rating, numbered=numbered)))
            for rating in scale.ratings
        ]
        return facts(pairs, width=width)
    taken = [label, code, _VALUE] if numbered else [label, code]
    table = grid(
        [
            Column("rating", label),
            Column("meaning", room(width, *taken)),
            *([Column("value", _VALUE, "right")] if numbered else []),
            Column("code", code),
        ]
    )
    for rating in scale.ratings:
        value = [_value(rating)] if numbered else []
        table.add_row(_label(rating), told(rating.meaning), *value, told(rating.code, QUIET))
    return table


def _in_one_cell(rating: Rating, *, numbered: bool) -> Iterator[Text]:
    label = _label(rating)
    if numbered and rating.value is not None:
        label.append(f"  {rating.value}", QUIET)
    yield label
    yield told(rating.meaning)


def _value(rating: Rating) -> Text:
    return Text("–", QUIET) if rating.value is None else Text(str(rating.value))


def _label(rating: Rating, style: str = STRONG) -> Text:
    label = rating_label(rating, style)
    return label.append(" (retired)", QUIET) if rating.retired else label


def _counterpart(one: Counterpart) -> Text:
    if not one.decided:
        return Text(UNDECIDED, QUIET)
    return Text(NOTHING, QUIET) if one.to is None else _label(one.to)


def _suggestion(one: Counterpart) -> Text:
    if one.decided or one.suggested is None:
        return Text()
    return rating_label(one.suggested, style="")


def _below_each_other(counterparts: Sequence[Counterpart]) -> Iterator[Text]:
    for one in counterparts:
        yield _label(one.rating)
        row = Text("  → ", QUIET).append_text(_counterpart(one))
        if suggestion := _suggestion(one):
            row.append("; perhaps ", QUIET).append_text(suggestion)
        yield row
