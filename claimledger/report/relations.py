"""Relations: who is to check a claim, how it is sorted, what it stands beside."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rich.table import Table
from rich.text import Text

from claimledger.domain.outside import line, person
from claimledger.domain.records import ClaimRecord, LinkRecord
from claimledger.domain.verdicts import Relation
from claimledger.report.grids import GAP, room
from claimledger.report.texts import day, lines, paragraphs, told, widest
from claimledger.report.theme import ACCENT, QUIET

_OUTWARD: Final[dict[Relation, str]] = {
    Relation.SAME: "same as",
    Relation.CONTRADICTS: "contradicts",
    Relation.SUPPORTS: "supports",
    Relation.RELATED: "related to",
}
_INWARD: Final[dict[Relation, str]] = {
    **_OUTWARD,
    Relation.CONTRADICTS: "contradicted by",
    Relation.SUPPORTS: "supported by",
}


def sorting(claim: ClaimRecord) -> Iterator[tuple[str, Text]]:
    """Yield the facts of how people sorted a claim."""
    if claim.assigned:
        yield "assigned", Text(", ".join(map(person, claim.assigned)))
    if claim.tags:
        yield "tags", Text(tags(claim))
    if claim.part_of:
        yield "part of", told(claim.part_of, ACCENT)
    # Why a claim was retracted names them already, unless it was for two reasons.
    because = claim.retracted_because or ""
    if claim.parts and not all(part in because for part in claim.parts):
        yield "parts", told(", ".join(claim.parts), ACCENT)
    if claim.merged_into and claim.merged_into not in because:
        yield "now in", told(claim.merged_into, ACCENT)


def sorted_briefly(claim: ClaimRecord) -> Iterator[Text]:
    """Yield how people sorted a claim, for a line among others."""
    if claim.tags:
        yield Text(tags(claim), QUIET)
    if claim.assigned:
        yield Text(f"for {', '.join(map(person, claim.assigned))}", QUIET)


def tags(claim: ClaimRecord) -> str:
    """Return a claim's tags as one text."""
    return " ".join(f"#{line(tag)}" for tag in claim.tags)


def links_table(claim: ClaimRecord, *, width: int) -> Table:
    """Name the claims that a claim is linked to, with how, and who said so."""
    heads = [_head(link) for link in claim.links]
    beside = widest((head.plain for head in heads), least=8, most=max(8, min(24, width // 2)))
    table = Table.grid(padding=(0, GAP, 0, 0))
    table.add_column(width=beside, overflow="fold")
    table.add_column(width=room(width, beside), overflow="fold")
    for head, link in zip(heads, claim.links, strict=True):
        signed = Text(f"{person(link.by)}, {day(link.time)}", QUIET)
        note = [paragraphs(link.note)] if link.note else []
        table.add_row(head, lines([told(link.text), *note, signed]))
    return table


def _head(link: LinkRecord) -> Text:
    words = (_INWARD if link.inward else _OUTWARD)[link.relation]
    return Text(f"{words} ").append(line(link.ref), ACCENT)
