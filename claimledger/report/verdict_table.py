"""The table of an article's claims and verdicts, in as many columns as there is room for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rich.table import Table
from rich.text import Text

from claimledger.domain.outside import line, person
from claimledger.domain.records import ClaimRecord
from claimledger.report.grids import Column, grid, room
from claimledger.report.texts import day, lines, told, widest
from claimledger.report.theme import ACCENT, QUIET
from claimledger.report.verdicts import (
    claim_text,
    evidence_count,
    one_of_several,
    outcome,
    outcome_with_names,
)

ALL_COLUMNS: Final = 116
"""Cells from which every column of a report has room."""
TWO_COLUMNS: Final = 64
"""Cells below which a verdict goes under its claim."""
NARROWEST_CLAIM: Final = 34
"""Cells that a claim keeps beside its verdict."""
WIDEST_CLAIM: Final = 72
"""Cells beyond which a claim's lines are hard to read."""

_DATE: Final = 10
_VERDICT: Final = 22
"""Cells of a verdict at most, which take a short name with a date."""
_NAME: Final = 16
"""Cells of a reviewer's name at most; a longer one goes under the verdict."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Widths:
    ref: int
    claim: int
    speaker: int
    verdict: int
    evidence: int
    reviewer: int


def verdict_table(claims: Sequence[ClaimRecord], *, width: int) -> Table:
    """Show claims with their verdicts, reviewers and evidence.

    With less room, the speaker goes under the claim and the reviewers under the verdict;
    with less still, the verdict goes under the claim.
    """
    widths = _measure(claims, width=width)
    if width >= ALL_COLUMNS:
        return _in_all_columns(claims, widths)
    if width >= TWO_COLUMNS:
        return _folded(claims, widths)
    return _stacked(claims, widths)


def _measure(claims: Sequence[ClaimRecord], *, width: int) -> _Widths:
    ref = widest((line(c.ref) for c in claims), least=3, most=9)
    labels = (text.plain for c in claims for text in outcome(c))
    ratings = (one_of_several(v, c).plain for c in claims for v in c.standing_verdicts)
    verdict = widest([*labels, *ratings], least=10, most=_VERDICT)
    evidence = widest((evidence_count(c).plain for c in claims), least=8, most=12)
    speaker = reviewer = 0
    if width >= ALL_COLUMNS:
        speaker = widest((line(c.speaker or "") for c in claims), least=8, most=18)
        names = (person(v.reviewer) for c in claims for v in c.standing_verdicts)
        longest = widest(names, least=8, most=_NAME + 1)
        if longest > _NAME:
            verdict = _VERDICT
        reviewer = min(longest, _NAME)
        claim = room(width, ref, speaker, verdict, evidence, reviewer, _DATE)
    elif width >= TWO_COLUMNS:
        rows = (row.plain for c in claims for row in outcome_with_names(c).split())
        verdict = widest(rows, least=verdict, most=_VERDICT)
        claim = room(width, ref, verdict, evidence)
        verdict = max(10, verdict - max(0, NARROWEST_CLAIM - claim))
        claim = room(width, ref, verdict, evidence)
    else:
        claim = room(width, ref)
    return _Widths(
        ref=ref,
        claim=min(claim, WIDEST_CLAIM),
        speaker=speaker,
        verdict=verdict,
        evidence=evidence,
        reviewer=reviewer,
    )


def _in_all_columns(claims: Sequence[ClaimRecord], widths: _Widths) -> Table:
    columns = [
        Column("no.", widths.ref),
        Column("claim", widths.claim),
        Column("speaker", widths.speaker),
        Column("verdict", widths.verdict),
        Column("evidence", widths.evidence),
        Column("reviewer", widths.reviewer),
        Column("date", _DATE),
    ]
    table = grid(columns, spaced=True)
    for claim in claims:
        verdict, reviewer, date = _side_by_side(claim, widths)
        table.add_row(
            _ref(claim),
            claim_text(claim),
            told(claim.speaker or "", QUIET),
            verdict,
            evidence_count(claim),
            reviewer,
            date,
        )
    return table


def _side_by_side(claim: ClaimRecord, widths: _Widths) -> tuple[Text, Text, Text]:
    """Return a claim's verdict, reviewers and dates, each reviewer's on the same line.

    A name or label that would wrap breaks the lines apart; then all is in the first text.
    """
    labels, names, dates = outcome(claim), [Text()], [Text()]
    if claim.rating is not None:
        names, dates = [], []
    for verdict in claim.standing_verdicts:
        if claim.rating is None:
            labels.append(one_of_several(verdict, claim))
        names.append(Text(person(verdict.reviewer), QUIET))
        dates.append(Text(day(verdict.time), QUIET))
    fits = all(label.cell_len <= widths.verdict for label in labels) and all(
        name.cell_len <= widths.reviewer for name in names
    )
    if not fits:
        return outcome_with_names(claim), Text(), Text()
    return lines(labels), lines(names), lines(dates)


def _folded(claims: Sequence[ClaimRecord], widths: _Widths) -> Table:
    columns = [
        Column("no.", widths.ref),
        Column("claim", widths.claim),
        Column("verdict", widths.verdict),
        Column("evidence", widths.evidence),
    ]
    table = grid(columns, spaced=True)
    for claim in claims:
        said = lines(_said(claim))
        table.add_row(_ref(claim), said, outcome_with_names(claim), evidence_count(claim))
    return table


def _stacked(claims: Sequence[ClaimRecord], widths: _Widths) -> Table:
    table = grid([Column("no.", widths.ref), Column("claim", widths.claim)], spaced=True)
    for claim in claims:
        parts = [*_said(claim), outcome_with_names(claim)]
        if (evidence := evidence_count(claim)).plain:
            parts.append(evidence)
        table.add_row(_ref(claim), lines(parts))
    return table


def _ref(claim: ClaimRecord) -> Text:
    return told(claim.ref, ACCENT)


def _said(claim: ClaimRecord) -> Iterator[Text]:
    yield claim_text(claim)
    if claim.speaker:
        yield told(f"— {claim.speaker}", QUIET)
