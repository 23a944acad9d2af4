"""The table of an article's claims and verdicts, in as many columns as there is room for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from claimledger.domain.outside import line
from claimledger.domain.records import ClaimRecord
from claimledger.report.decisions import remarks
from claimledger.report.grids import Column, grid, room
from claimledger.report.stages import in_one_column, stages
from claimledger.report.texts import lines, told, widest
from claimledger.report.theme import ACCENT, QUIET
from claimledger.report.verdicts import claim_text, evidence_count

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
    found = [stage for claim in claims for stage in stages(claim)]
    verdict = widest((stage.label.plain for stage in found), least=10, most=_VERDICT)
    evidence = widest((evidence_count(c).plain for c in claims), least=8, most=12)
    speaker = reviewer = 0
    if width >= ALL_COLUMNS:
        speaker = widest((line(c.speaker or "") for c in claims), least=8, most=18)
        longest = widest((stage.by for stage in found), least=8, most=_NAME + 1)
        if longest > _NAME:
            verdict = _VERDICT
        reviewer = min(longest, _NAME)
        claim = room(width, ref, speaker, verdict, evidence, reviewer, _DATE)
    elif width >= TWO_COLUMNS:
        rows = (row.plain for c in claims for row in _verdict(c, _VERDICT).split())
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
            lines([claim_text(claim), *remarks(claim)]),
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
    found = stages(claim)
    fits = all(
        stage.label.cell_len <= widths.verdict and cell_len(stage.by) <= widths.reviewer
        for stage in found
    )
    if not fits:
        return in_one_column(found, width=widths.verdict), Text(), Text()
    names = lines(Text(stage.by, QUIET) for stage in found)
    dates = lines(Text(stage.date, QUIET) for stage in found)
    return lines(stage.label for stage in found), names, dates


def _folded(claims: Sequence[ClaimRecord], widths: _Widths) -> Table:
    columns = [
        Column("no.", widths.ref),
        Column("claim", widths.claim),
        Column("verdict", widths.verdict),
        Column("evidence", widths.evidence),
    ]
    table = grid(columns, spaced=True)
    for claim in claims:
        said, verdict = lines([*_said(claim), *remarks(claim)]), _verdict(claim, widths.verdict)
        table.add_row(_ref(claim), said, verdict, evidence_count(claim))
    return table


def _stacked(claims: Sequence[ClaimRecord], widths: _Widths) -> Table:
    table = grid([Column("no.", widths.ref), Column("claim", widths.claim)], spaced=True)
    for claim in claims:
        parts = [*_said(claim), _verdict(claim, widths.claim), *remarks(claim)]
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


def _verdict(claim: ClaimRecord, width: int) -> Text:
    return in_one_column(stages(claim), width=width)
