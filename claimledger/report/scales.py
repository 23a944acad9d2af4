"""Rating scales: the list of them, and one in full."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from claimledger.domain.outside import line
from claimledger.domain.scales import Scale, ScaleId
from claimledger.report.grids import Column, facts, grid, room
from claimledger.report.texts import DOT, flow, lines, next_step, told, widest
from claimledger.report.theme import ACCENT, QUIET, STRONG
from claimledger.report.verdicts import rating_label


def scales_table(
    scales: Sequence[Scale], *, width: int, current: ScaleId | None = None
) -> RenderableType:
    """List scales with their ratings; ``current`` is the one that verdicts use."""
    if not scales:
        return next_step("No scales.", do="Make a ledger", command="claimledger init")
    name = widest((line(scale.id) for scale in scales), least=8, most=22)
    ratings = room(width, name)
    table = grid([Column("scale", name), Column("ratings", ratings)], spaced=True)
    for scale in scales:
        labels = flow(
            (rating_label(rating, style="") for rating in scale.ratings),
            width=ratings,
            gap=Text("   "),
        )
        names = [told(scale.id, ACCENT)]
        if scale.id == current:
            names.append(Text("● in use", STRONG))
        table.add_row(lines(names), lines([told(scale.title, STRONG), labels]))
    return table


def scale_detail(scale: Scale, *, width: int) -> RenderableType:
    """Show a scale with what its ratings mean."""
    title = Text().append(line(scale.id), f"{STRONG} {ACCENT}")
    title.append("  ").append(line(scale.title), STRONG)
    order = "from truest to falsest" if scale.ordered else "in no order"
    about = [Text(f"version {scale.version}", QUIET), Text(f"ratings {order}", QUIET)]
    label = widest((rating_label(r).plain for r in scale.ratings), least=8, most=26)
    code = widest((line(r.code) for r in scale.ratings), least=8, most=20)
    head = [title, flow(about, width=width, gap=DOT), Text()]
    if width < label + code + 30:
        pairs = [
            (line(rating.code), lines([rating_label(rating), told(rating.meaning)]))
            for rating in scale.ratings
        ]
        return Group(*head, facts(pairs, width=width))
    columns = [
        Column("rating", label),
        Column("meaning", room(width, label, code)),
        Column("code", code),
    ]
    table = grid(columns)
    for rating in scale.ratings:
        table.add_row(rating_label(rating), told(rating.meaning), told(rating.code, QUIET))
    return Group(*head, table)
