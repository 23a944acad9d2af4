"""Statistics by name: reviewers, speakers, sources, and what ratings rest on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from rich.console import RenderableType
from rich.text import Text

from claimledger.domain.evidence import Stance
from claimledger.domain.outside import line, person
from claimledger.domain.statistics import Grounds, HostUse, ReviewerActs, SpeakerRatings
from claimledger.report.amounts import Amounts
from claimledger.report.bars import shares_bar
from claimledger.report.grids import Column, grid, room
from claimledger.report.measures import wrapped
from claimledger.report.texts import count, flow, lines, section, widest
from claimledger.report.theme import ACCENT, QUIET, STANCES, TONES
from claimledger.report.verdict_table import WIDEST_CLAIM
from claimledger.report.verdicts import Share

REFS: Final = 10
"""Claims on too few sources that are named where a table shows not all names."""
SIDE_BY_SIDE: Final = 56
"""Cells below which there is no room for everything that a reviewer did."""
IN_WORDS: Final = 80
"""Cells from which there is room for the names of stances."""

_NAME: Final = 28
_NO_SCORE: Final = (
    "What is checked is the desk's choice, so this does not say how truthful anybody is."
)


def reviewers(
    found: Sequence[ReviewerActs], most: int | None, *, width: int
) -> Iterator[RenderableType]:
    """Show who did how much."""
    if not found:
        return
    yield from (Text(), section("Reviewers", width=width))
    shown = found[:most]
    names = [person(one.reviewer) for one in shown]
    name = widest(names, least=8, most=min(_NAME, width // 3))
    ends = [
        Amounts.of("on claims", (one.claims for one in shown)),
        Amounts.of("evidence", (one.evidence for one in shown)),
        Amounts.of("settled", (one.settled for one in shown)),
    ]
    if width < SIDE_BY_SIDE:
        ends = ends[:1]
    beside = room(width, name, *(amounts.column.width for amounts in ends))
    verdicts = Amounts.of("verdicts", (one.verdicts for one in shown), width=beside)
    table = grid([Column("", name), verdicts.column, *(amounts.column for amounts in ends)])
    for told, one in zip(names, shown, strict=True):
        numbers = (one.claims, one.evidence, one.settled)
        cells = [amounts.cell(n) for amounts, n in zip(ends, numbers, strict=False)]
        table.add_row(Text(told), verdicts.cell(one.verdicts), *cells)
    yield table
    yield from _more(found, shown, "reviewer")


def speakers(
    found: Sequence[SpeakerRatings], most: int | None, *, width: int
) -> Iterator[RenderableType]:
    """Show how the claims of each speaker came out."""
    if not found:
        return
    yield from (Text(), section("Ratings by speaker", width=width))
    shown = found[:most]
    names = [line(one.speaker) if one.speaker else "the articles themselves" for one in shown]
    name = widest(names, least=8, most=min(_NAME, width // 3))
    claims = Amounts.of("claims", (one.claims for one in shown))
    beside = min(room(width, name, claims.column.width), WIDEST_CLAIM)
    table = grid([Column("", name), claims.column, Column("rated", beside)], spaced=True)
    # What articles say themselves would dwarf every speaker: its bar is broken off.
    longest = max([one.claims for one in shown if one.speaker] or [one.claims for one in shown])
    for told, one in zip(names, shown, strict=True):
        shares = [
            Share(mark=TONES[rating.tone], word=line(rating.label), count=number, decided=True)
            for rating, number in one.ratings
        ]
        end = Text(" …", QUIET) if one.claims > longest else Text()
        length = max(2 * len(shares) - 1, round(beside * one.claims / longest))
        bar = shares_bar(shares, width=max(1, min(length, beside - end.cell_len))).append_text(end)
        rated = [bar, flow((share.label for share in shares), width=beside, gap=Text("  "))]
        table.add_row(Text(told), claims.cell(one.claims), lines(rated))
    yield table
    yield from _more(found, shown, "speaker")
    yield wrapped([Text(_NO_SCORE, QUIET)], width=min(width, WIDEST_CLAIM))


def hosts(found: Sequence[HostUse], most: int | None, *, width: int) -> Iterator[RenderableType]:
    """Show from where evidence came most often."""
    if not found:
        return
    yield from (Text(), section("Sources of evidence", width=width))
    shown = found[:most]
    names = [line(use.host) if use.host else "no address (files)" for use in shown]
    name = widest(names, least=8, most=min(_NAME, width // 3))
    claims = Amounts.of("claims", (use.claims for use in shown))
    stances = {
        Stance.SUPPORTS: [use.supports for use in shown],
        Stance.REFUTES: [use.refutes for use in shown],
        Stance.CONTEXT: [use.context for use in shown],
    }
    in_words = width >= IN_WORDS
    ends = [
        Amounts.of(STANCES[stance].symbol + (f" {stance}" if in_words else ""), numbers)
        for stance, numbers in stances.items()
    ]
    beside = room(width, name, *(amounts.column.width for amounts in (claims, *ends)))
    evidence = Amounts.of("evidence", (use.evidence for use in shown), width=beside)
    columns = [evidence, claims, *ends]
    table = grid([Column("", name), *(amounts.column for amounts in columns)])
    for told, use in zip(names, shown, strict=True):
        cells = [evidence.cell(use.evidence), claims.cell(use.claims)]
        for stance, number, amounts in zip(
            stances, (use.supports, use.refutes, use.context), ends, strict=True
        ):
            cells.append(amounts.cell(number, style=STANCES[stance].style))
        table.add_row(Text(told), *cells)
    yield table
    yield from _more(found, shown, "host")


def grounds(found: Grounds, most: int | None, *, width: int) -> Iterator[RenderableType]:
    """Show how many sources ratings rest on, and which claims have too few."""
    if not found.rated:
        return
    yield from (Text(), section("Sources of a rating", width=width))
    rows = {"none": found.none, "one": found.one, "two or more": found.more}
    name = max(map(len, rows))
    claims = Amounts.of("rated claims", rows.values(), width=room(width, name))
    table = grid([Column("sources", name), claims.column])
    for label, number in rows.items():
        table.add_row(Text(label), claims.cell(number))
    yield table
    if found.sole:
        tagged = (
            f"{found.sole:,} of those on one source {'is' if found.sole == 1 else 'are'} tagged"
        )
        yield Text(f"{tagged} as having no other.", QUIET)
    if found.thin:
        shown = found.thin if most is None else found.thin[:REFS]
        parts = [Text(line(ref), ACCENT) for ref in shown]
        if more := len(found.thin) - len(shown):
            parts.append(Text(f"and {more:,} more", QUIET))
        parts.insert(0, Text("Look at:", QUIET))
        yield flow(parts, width=min(width, WIDEST_CLAIM), gap=Text(" "))


def _more(found: Sequence[object], shown: Sequence[object], noun: str) -> Iterator[Text]:
    if more := len(found) - len(shown):
        yield Text(f"{count(more, f'more {noun}')} not shown.", QUIET)
