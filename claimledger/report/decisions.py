"""Decisions of the desk on a claim: settled, published, corrected, and why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rich.table import Table
from rich.text import Text

from claimledger.domain.outside import clean, line, person
from claimledger.domain.records import ClaimRecord, DecisionRecord
from claimledger.domain.scales import Rating
from claimledger.domain.verdicts import DecisionKind, is_contrary
from claimledger.report.grids import GAP, room
from claimledger.report.texts import address, day, lines, minute, paragraphs, told
from claimledger.report.theme import ACCENT, CHALLENGED, ORANGE, QUIET, STRONG, STRUCK
from claimledger.report.verdicts import DECIDED, in_force, rating_label

_PUBLIC: Final = {DecisionKind.PUBLISHED, DecisionKind.CORRECTED, DecisionKind.UNPUBLISHED}
_CHANGES: Final = {DecisionKind.CORRECTED, DecisionKind.UNPUBLISHED}
_LOUD: Final = f"{STRONG} {ORANGE}"


def remarks(claim: ClaimRecord) -> Iterator[Text]:
    """Yield what the reader of a report is to know beside the rating.

    That is why it was settled, where it was published, how that was corrected, and what
    has come up since.
    """
    for decision in in_force(claim):
        if decision.kind is DecisionKind.SETTLED:
            yield Text("Settled: ", QUIET).append_text(_closed_up(decision.because))
        elif decision.kind is DecisionKind.PUBLISHED and decision.url:
            yield Text("Published: ", QUIET).append_text(address(decision.url))
    yield from corrections(claim)
    if claim.challenged:
        yield challenge(claim)


def corrections(claim: ClaimRecord) -> Iterator[Text]:
    """Yield what readers were told of changes of a published rating, oldest first."""
    for before, after in claim.public_changes:
        head = Text(f"{DECIDED[after.kind].capitalize()} {day(after.time)}", _LOUD)
        yield lines([head, _change(before, after.rating), _closed_up(after.note or "")])


def challenge(claim: ClaimRecord) -> Text:
    """Name the contrary evidence that came after a claim was decided on."""
    text = Text(f"{CHALLENGED.symbol} Contrary evidence came after it was ", CHALLENGED.style)
    last = claim.decisions[-1] if claim.decisions else None
    text.append(DECIDED[last.kind] if last else "decided")
    news = ", ".join(_news(claim, last)) if last else ""
    return text.append(f": {news}" if news else "")


def _closed_up(text: str) -> Text:
    """Show text from outside without the empty lines that a table uses between rows."""
    return lines(told(part) for part in clean(text).splitlines() if part.strip())


def _news(claim: ClaimRecord, last: DecisionRecord) -> Iterator[str]:
    rating = claim.rating
    for one in claim.evidence:
        stands = one.withdrawn_because is None and one.attached_at > last.time
        if stands and rating is not None and is_contrary(one.stance, rating.tone):
            yield line(one.ref)


def public_facts(claim: ClaimRecord) -> Iterator[tuple[str, Text]]:
    """Yield what the desk decided, in short: what is in force, and from what it was changed."""
    replaced = {after.event: before for before, after in claim.public_changes}
    for decision in in_force(claim):
        text = Text(f"by {person(decision.by)}, {day(decision.time)}")
        if decision.kind in _CHANGES:
            change = _change(replaced.get(decision.event), decision.rating)
            text.append("  ").append_text(change)
        elif decision.url:
            text.append("  ").append_text(address(decision.url))
        yield DECIDED[decision.kind], text
    if claim.challenged:
        yield "challenge", challenge(claim)


def _change(before: Rating | None, after: Rating | None) -> Text:
    """Show a rating that was public and the one that took its place, if one did."""
    if before is not None and after is not None and before.label == after.label:
        return Text("still ").append_text(rating_label(after))
    change = Text()
    if before is not None:
        change.append("" if after else "was ", QUIET).append_text(rating_label(before, STRUCK))
    if after is not None:
        change.append(" → " if before else "", STRONG).append_text(rating_label(after))
    return change


def decision_history(claim: ClaimRecord, *, width: int) -> Table:
    """Show decisions as they came, with their reasons and what readers were told."""
    history = Table.grid(padding=(0, GAP, 0, 0))
    history.add_column(width=16)
    history.add_column(width=room(width, 16), overflow="fold")
    replaced = {after.event: before for before, after in claim.public_changes}
    for index, decision in enumerate(claim.decisions):
        if index:
            history.add_row()
        shown = lines(_decision(decision, replaced.get(decision.event)))
        history.add_row(Text(minute(decision.time), QUIET), shown)
    return history


def _decision(decision: DecisionRecord, before: Rating | None) -> Iterator[Text]:
    loud = decision.kind in _CHANGES
    head = Text().append(DECIDED[decision.kind], _LOUD if loud else f"{STRONG} {ACCENT}")
    if loud:
        head.append(": ").append_text(_change(before, decision.rating))
    elif decision.rating is not None:
        head.append(" as ", QUIET).append_text(rating_label(decision.rating))
    yield head.append(f"  {person(decision.by)}", QUIET)
    if decision.url:
        yield address(decision.url)
    if decision.because:
        yield paragraphs(decision.because)
    if decision.note:
        yield Text().append("For readers: ", STRONG).append_text(paragraphs(decision.note))
