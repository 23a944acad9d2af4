"""Lists of claims and of events, a line or two for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from claimledger.domain.claims import Claim
from claimledger.domain.outside import line, person
from claimledger.domain.records import ClaimRecord, LogEntry
from claimledger.domain.verdicts import ClaimStatus
from claimledger.ledger.history import KEPT_BACK
from claimledger.report.bars import worth_bar
from claimledger.report.grids import Column, grid, room
from claimledger.report.relations import sorted_briefly
from claimledger.report.texts import (
    DOT,
    count,
    flow,
    lines,
    minute,
    next_step,
    told,
    widest,
)
from claimledger.report.theme import ACCENT, QUIET, STRONG
from claimledger.report.verdicts import claim_text, outcome, who_said_what

ALL_COLUMNS: Final = 108
"""Cells from which speaker and kind have columns of their own."""
SIDE_BY_SIDE: Final = 56
"""Cells below which worth and verdict go under their claim."""
WIDEST_CLAIM: Final = 80
NARROWEST_CLAIM: Final = 28
"""Cells that a claim keeps beside its verdict."""

UNDID: Final = "undid:"
"""How the history begins to tell of an act that took another one back."""

_NARROWEST_VERDICT: Final = 12
_BAR: Final = 5
_WORTH: Final = _BAR + len(" 0.00")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    ref: Text
    claim: Text
    speaker: str
    kind: str
    worth: Text
    outcome: Text | None
    """None before anyone could give a verdict."""
    sorting: tuple[Text, ...] = ()
    """Tags, and who is to check it."""


def claims_table(claims: Sequence[ClaimRecord], *, width: int) -> RenderableType:
    """List claims with their worth and verdict."""
    if not claims:
        return next_step(
            "No claims to show.", do="Split an article", command="claimledger add ARTICLE"
        )
    rows = [
        _Row(
            ref=told(claim.ref, ACCENT),
            claim=claim_text(claim),
            speaker=line(claim.speaker or ""),
            kind=_kind(claim),
            worth=worth_bar(claim.checkworthiness, cells=_BAR),
            outcome=lines(_came_out(claim)),
            sorting=tuple(sorted_briefly(claim)),
        )
        for claim in claims
    ]
    return _table(rows, width=width)


def split_table(claims: Sequence[Claim], text: str, *, width: int) -> RenderableType:
    """List the claims that a splitter read in ``text``, with their worth."""
    read = count(len(text.split()), "word")
    if not claims:
        return Text(f"No claims in {read}.")
    rows = [
        _Row(
            ref=Text(f"{number}", ACCENT),
            claim=Text(line(claim.text)),
            speaker=line(claim.speaker or ""),
            kind=_kind(claim),
            worth=worth_bar(claim.checkworthiness, cells=_BAR),
            outcome=None,
        )
        for number, claim in enumerate(claims, start=1)
    ]
    checkable = sum(claim.checkable for claim in claims)
    parts = [
        Text(count(len(claims), "claim"), STRONG),
        Text(f"{checkable:,} checkable"),
        Text(f"in {read}"),
    ]
    return Group(_table(rows, width=width), Text(), flow(parts, width=width, gap=DOT))


def _came_out(claim: ClaimRecord) -> list[Text]:
    """Say how a claim stands and, of a dispute, who said what."""
    disputed = claim.status is ClaimStatus.DISPUTED
    return [*outcome(claim, loud=True), *(who_said_what(claim) if disputed else ())]


def _kind(claim: Claim | ClaimRecord) -> str:
    return claim.kind if claim.checkable else f"{claim.kind}, not checkable"


def _table(rows: Sequence[_Row], *, width: int) -> Table:
    if width >= ALL_COLUMNS:
        return _in_all_columns(rows, width=width)
    if width >= SIDE_BY_SIDE:
        return _folded(rows, width=width)
    return _stacked(rows, width=width)


def _in_all_columns(rows: Sequence[_Row], *, width: int) -> Table:
    ref, verdict = _ref(rows), _verdict(rows)
    speaker = widest((row.speaker for row in rows), least=8, most=20)
    kind = widest((row.kind for row in rows), least=8, most=12)
    claim = min(room(width, ref, speaker, kind, _WORTH, *verdict), WIDEST_CLAIM)
    columns = [
        Column("no.", ref),
        Column("claim", claim),
        Column("speaker", speaker),
        Column("kind", kind),
        Column("worth", _WORTH),
        *(Column("verdict", cells) for cells in verdict),
    ]
    several = any(row.sorting or "\n" in text.plain for row in rows for text in _outcome(row))
    table = grid(columns, spaced=several)
    for row in rows:
        speaker_and_kind = Text(row.speaker, QUIET), Text(row.kind, QUIET)
        sorting = [flow(row.sorting, width=claim, gap=DOT)] if row.sorting else []
        said = lines([row.claim, *sorting])
        table.add_row(row.ref, said, *speaker_and_kind, row.worth, *_outcome(row))
    return table


def _folded(rows: Sequence[_Row], *, width: int) -> Table:
    ref, verdict = _ref(rows), _verdict(rows)
    claim = room(width, ref, _WORTH, *verdict)
    if claim < NARROWEST_CLAIM:
        verdict = [max(_NARROWEST_VERDICT, cells - NARROWEST_CLAIM + claim) for cells in verdict]
        claim = room(width, ref, _WORTH, *verdict)
    columns = [
        Column("no.", ref),
        Column("claim", min(claim, WIDEST_CLAIM)),
        Column("worth", _WORTH),
        *(Column("verdict", cells) for cells in verdict),
    ]
    table = grid(columns, spaced=True)
    for row in rows:
        about = flow(_about(row), width=min(claim, WIDEST_CLAIM), gap=DOT)
        table.add_row(row.ref, lines([row.claim, about]), row.worth, *_outcome(row))
    return table


def _stacked(rows: Sequence[_Row], *, width: int) -> Table:
    ref = _ref(rows)
    claim = room(width, ref)
    table = grid([Column("no.", ref), Column("claim", claim)], spaced=True)
    for row in rows:
        about = flow(_about(row), width=claim, gap=DOT)
        table.add_row(row.ref, lines([row.claim, about, row.worth, *_outcome(row)]))
    return table


def _about(row: _Row) -> Iterator[Text]:
    if row.speaker:
        yield Text(f"— {row.speaker}", QUIET)
    yield Text(row.kind, QUIET)
    yield from row.sorting


def _ref(rows: Sequence[_Row]) -> int:
    return widest((row.ref.plain for row in rows), least=3, most=9)


def _verdict(rows: Sequence[_Row]) -> list[int]:
    shown = [label.plain for row in rows for text in _outcome(row) for label in text.split()]
    return [widest(shown, least=10, most=21)] if shown else []


def _outcome(row: _Row) -> list[Text]:
    return [] if row.outcome is None else [row.outcome]


def log_table(entries: Iterable[LogEntry], *, width: int) -> RenderableType:
    """List events in the order this ledger received them."""
    shown = list(entries)
    if not shown:
        return next_step("No events yet.", do="Add an article", command="claimledger add ARTICLE")
    number = widest((f"{entry.seq}" for entry in shown), least=3, most=9)
    ref = widest((line(entry.ref or "") for entry in shown), least=3, most=9)
    author = widest((person(entry.author) for entry in shown), least=6, most=18)
    if width < SIDE_BY_SIDE:
        return _stacked_log(shown, number=number, width=width)
    time = 16
    columns = [
        Column("no.", number),
        Column("time, UTC", time),
        Column("who", author),
        Column("what", room(width, number, time, author, ref)),
        Column("ref", ref),
    ]
    table = grid(columns)
    for entry in shown:
        table.add_row(
            Text(f"{entry.seq}", QUIET),
            Text(minute(entry.time), QUIET),
            Text(person(entry.author)),
            _event(entry),
            told(entry.ref or "", ACCENT),
        )
    return table


def _stacked_log(entries: Sequence[LogEntry], *, number: int, width: int) -> Table:
    beside = room(width, number)
    table = grid([Column("no.", number), Column("event", beside)], spaced=True)
    for entry in entries:
        about = [
            Text(minute(entry.time), QUIET),
            Text(person(entry.author), QUIET),
            *([told(entry.ref, ACCENT)] if entry.ref else []),
        ]
        what = lines([_event(entry), flow(about, width=beside, gap=DOT)])
        table.add_row(Text(f"{entry.seq}", QUIET), what)
    return table


def _event(entry: LogEntry) -> Text:
    told_of = told(entry.summary or entry.kind.replace("_", " "))
    if entry.summary.endswith(KEPT_BACK):
        # What kind of act it was is no secret, and says more than that there was one.
        told_of = Text(f"{line(entry.kind.replace('_', ' '))}, ").append_text(told_of)
        told_of.stylize(QUIET)
    elif entry.summary.startswith(UNDID):
        told_of.stylize(QUIET, 0, len(UNDID))
    return told_of
