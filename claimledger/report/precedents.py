"""Precedents: earlier claims near a claim, with what is different and how they came out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimledger.domain.outside import line
from claimledger.ledger.precedents import Precedent
from claimledger.matching.labels import Label
from claimledger.report.grids import Column, grid, room
from claimledger.report.texts import DOT, day, flow, lines, section, told, widest
from claimledger.report.theme import ACCENT, GREEN, MAGENTA, ORANGE, QUIET, RED, TEAL, Mark
from claimledger.report.verdicts import claim_text, outcome

LABELS: Final[dict[Label, Mark]] = {
    Label.SAME: Mark("=", GREEN),
    Label.NEGATED: Mark("¬", RED),
    Label.OPPOSITE: Mark("⇄", RED),
    Label.NUMBER: Mark("≠", ORANGE),
    Label.DATE: Mark("≠", ORANGE),
    Label.NAME: Mark("≠", MAGENTA),
    Label.RELATED: Mark("~", TEAL),
}
ALL_COLUMNS: Final = 72
"""Cells from which how a claim stands and how it came out have columns of their own."""
WIDEST_CLAIM: Final = 80
INDENT: Final = 2

_ALIKE: Final = len("100%")


def precedents_table(precedents: Iterable[Precedent], *, width: int) -> RenderableType:
    """List earlier claims with what is different and how they came out."""
    shown = list(precedents)
    if not shown:
        return Text("No earlier claim comes near.")
    return _in_columns(shown, width=width) if width >= ALL_COLUMNS else _stacked(shown, width=width)


def said_before(precedents: Iterable[Precedent], *, width: int) -> RenderableType:
    """List earlier claims under one that says nearly the same."""
    table = precedents_table(precedents, width=width - 2 * INDENT)
    return Group(Text(), section("Said before", width=width), Padding(table, (0, INDENT)))


def precedent_line(precedent: Precedent) -> Text:
    """Tell of one earlier claim on one line, for beside the claim it is near to."""
    parts = [told(precedent.claim.ref, ACCENT), _label(precedent)]
    parts += [Text(line(reason), QUIET) for reason in precedent.reasons[:1]]
    return DOT.join([*parts, *_came_out(precedent)])


def _in_columns(precedents: Sequence[Precedent], *, width: int) -> Table:
    ref = _ref(precedents)
    label = widest((_label(one).plain for one in precedents), least=11, most=20)
    came_out = (text.plain for one in precedents for text in _came_out(one))
    verdict = widest(came_out, least=10, most=21)
    claim = min(room(width, ref, _ALIKE, label, verdict), WIDEST_CLAIM)
    columns = [
        Column("no.", ref),
        Column("claim", claim),
        Column("near", _ALIKE, "right"),
        Column("label", label),
        Column("verdict", verdict),
    ]
    table = grid(columns, spaced=True)
    for one in precedents:
        table.add_row(
            told(one.claim.ref, ACCENT),
            lines([claim_text(one.claim), *_reasons(one)]),
            f"{one.similarity}%",
            _label(one),
            lines(_came_out(one)),
        )
    return table


def _stacked(precedents: Sequence[Precedent], *, width: int) -> Table:
    ref = _ref(precedents)
    claim = room(width, ref)
    table = grid([Column("no.", ref), Column("claim", claim)], spaced=True)
    for one in precedents:
        near = Text(f"{one.similarity}%", QUIET)
        about = flow([_label(one), near], width=claim, gap=DOT)
        came_out = flow(_came_out(one), width=claim, gap=DOT)
        parts = [claim_text(one.claim), *_reasons(one), about, came_out]
        table.add_row(told(one.claim.ref, ACCENT), lines(parts))
    return table


def _label(precedent: Precedent) -> Text:
    mark = LABELS[precedent.label]
    return Text(f"{mark.symbol} {precedent.label}", mark.style)


def _reasons(precedent: Precedent) -> list[Text]:
    return [Text(line("; ".join(precedent.reasons)), QUIET)] if precedent.reasons else []


def _came_out(precedent: Precedent) -> list[Text]:
    """Say how it came out and when; where nothing was decided, when it was said."""
    labels = outcome(precedent.claim)
    if precedent.decided is not None:
        labels.append(Text(day(precedent.decided), QUIET))
    elif precedent.said is not None:
        labels.append(Text(f"said {day(precedent.said)}", QUIET))
    return labels


def _ref(precedents: Sequence[Precedent]) -> int:
    return widest((line(one.claim.ref) for one in precedents), least=3, most=9)
