"""Stages: how a claim came to stand as it does, line by line, with names and dates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from rich.text import Text

from claimledger.domain.outside import person
from claimledger.domain.records import ClaimRecord
from claimledger.domain.verdicts import ClaimStatus
from claimledger.report.texts import day, lines
from claimledger.report.theme import QUIET
from claimledger.report.verdicts import DECIDED, flags, how_it_stands, in_force, one_of_several


class Stage(NamedTuple):
    """What was said or decided, by whom and when."""

    label: Text
    by: str = ""
    date: str = ""
    joint: str | None = None
    """What joins label and name where a line takes both; None where each has its own."""


def stages(claim: ClaimRecord) -> list[Stage]:
    """Tell how a claim stands, what the desk decided, and what reviewers said.

    Where they agree and nobody had to settle it, their names stand beside the rating.
    """
    heads = [Stage(label) for label in how_it_stands(claim, loud=True)]
    desk = [
        Stage(Text(DECIDED[d.kind]), person(d.by), day(d.time), joint=" by ")
        for d in in_force(claim)
    ]
    desk += [Stage(label) for label in flags(claim)]
    given = [
        Stage(one_of_several(v, claim), person(v.reviewer), day(v.time), joint="  ")
        for v in claim.standing_verdicts
    ]
    if _is_agreed(claim):
        return [*_beside(heads, given), *desk]
    return [*heads, *desk, *given]


def _is_agreed(claim: ClaimRecord) -> bool:
    if claim.rating is None or claim.status is ClaimStatus.SETTLED:
        return False
    codes = {(verdict.scale, verdict.rating.code) for verdict in claim.standing_verdicts}
    return len(codes) <= 1


def _beside(heads: Sequence[Stage], given: Sequence[Stage]) -> Iterator[Stage]:
    for head, one in zip_longest(heads, given, fillvalue=Stage(Text())):
        yield Stage(head.label, one.by, one.date)


def in_one_column(found: Sequence[Stage], *, width: int) -> Text:
    """Put stages under each other, each with its name and date beside it or below."""
    shown = []
    for stage in found:
        signed = Text(f"{stage.by}, {stage.date}", QUIET)
        whole = Text().append_text(stage.label).append(stage.joint or "", QUIET).append_text(signed)
        if stage.joint is not None and whole.cell_len <= width:
            shown.append(whole)
        else:
            shown += [stage.label] if stage.label else []
            shown += [signed] if stage.by else []
    return lines(shown)
