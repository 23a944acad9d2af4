"""Evidence: each source with its stance, its quotes and what was captured of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from rich.console import Group, RenderableType
from rich.style import Style
from rich.table import Table
from rich.text import Text

from claimledger.domain.evidence import (
    Capture,
    Likeness,
    LinkState,
    QuoteResult,
    QuoteSelector,
    Stance,
)
from claimledger.domain.outside import line, link, person
from claimledger.domain.records import EvidenceRecord
from claimledger.report.grids import GAP, Column, grid, room
from claimledger.report.texts import (
    DOT,
    address,
    day,
    flow,
    lines,
    minute,
    next_step,
    paragraphs,
    told,
    widest,
)
from claimledger.report.theme import (
    ACCENT,
    LINKS,
    QUIET,
    QUOTES,
    STANCES,
    STRONG,
    STRUCK,
)

SIDE_BY_SIDE: Final = 64
"""Cells below which a table has no room, and the list in full is shown."""
SHORT_HASH: Final = 12
"""Hex digits of a snapshot's hash that are shown."""

_QUOTE_WORDS: Final[dict[QuoteResult, str]] = {
    QuoteResult.FOUND: "found in the snapshot",
    QuoteResult.NOT_FOUND: "not found in the snapshot",
    QuoteResult.NOT_CHECKED: "not checked",
}


def stance_label(stance: Stance, style: str = STRONG) -> Text:
    """Name a stance."""
    mark = STANCES[stance]
    return Text(f"{mark.symbol} {stance}", f"{style} {mark.style}")


def evidence_list(evidence: Sequence[EvidenceRecord], *, width: int) -> RenderableType:
    """Show every piece of evidence in full, one under the other."""
    ref = widest((line(e.ref) for e in evidence), least=2, most=12)
    stance = max(len(stance) for stance in Stance) + 2
    beside = room(width, ref, stance)
    table = Table.grid(padding=(0, GAP, 0, 0))
    for column in (ref, stance, beside):
        table.add_column(width=column, overflow="fold")
    for index, record in enumerate(evidence):
        if index:
            table.add_row()
        label = stance_label(record.stance, STRUCK if record.withdrawn_because else STRONG)
        table.add_row(told(record.ref, ACCENT), label, Group(*_details(record, width=beside)))
    return table


def evidence_table(evidence: Sequence[EvidenceRecord], *, width: int) -> RenderableType:
    """List evidence, a line or two for each piece."""
    if not evidence:
        return next_step(
            "No evidence yet.", do="Attach some", command="claimledger attach CLAIM SOURCE"
        )
    if width < SIDE_BY_SIDE:
        return evidence_list(evidence, width=width)
    ref = widest((line(e.ref) for e in evidence), least=3, most=12)
    stance, quote, date = 10, 13, 10
    source = room(width, ref, stance, quote, date)
    table = grid(
        [
            Column("no.", ref),
            Column("stance", stance),
            Column("source", source),
            Column("quote", quote),
            Column("captured", date),
        ],
        spaced=True,
    )
    for record in evidence:
        results = [_quote_result(quote, words=quote.result) for quote in record.quotes]
        captured = day(record.capture.retrieved) if record.capture else "link only"
        table.add_row(
            told(record.ref, ACCENT),
            stance_label(record.stance, STRUCK if record.withdrawn_because else STRONG),
            lines(_source(record)),
            lines(results),
            _captured(captured, record),
        )
    return table


def _captured(words: str, record: EvidenceRecord) -> Text:
    """Tell when a source was captured and, unless all is well, how its link fares."""
    shown = Text(words, QUIET)
    if record.last_check is None or record.last_check.state is LinkState.OK:
        return shown
    return lines([shown, link_state(record)])


def _source(record: EvidenceRecord) -> Iterator[Text]:
    withdrawn = record.withdrawn_because is not None
    if record.title:
        title = told(record.title, STRUCK if withdrawn else "")
        if target := link(record.url):
            title.stylize(Style(link=target))
        yield title
    yield address(record.url or record.source, STRUCK if withdrawn else QUIET)
    if record.withdrawn_because is not None:
        yield told(f"withdrawn: {record.withdrawn_because}")


def _details(record: EvidenceRecord, *, width: int) -> Iterator[Text]:
    yield from _source(record)
    if about := list(_about(record)):
        yield flow(about, width=width, gap=DOT)
    for quote in record.quotes:
        yield paragraphs(f"“{quote.exact.strip()}”")
        yield _quote_result(quote, words=_quote_words(quote))
    if record.note:
        yield Text().append("Note: ", QUIET).append_text(paragraphs(record.note))
    yield flow(_provenance(record), width=width, gap=DOT)
    yield from _since(record)


def _since(record: EvidenceRecord) -> Iterator[Text]:
    """Tell how the link has fared since, and where copies are."""
    if record.last_check is not None:
        yield link_state(record, full=True)
    if record.copy_of is not None:
        yield Text().append("a copy of ", QUIET).append_text(address(record.copy_of))
    for archive in record.archives:
        told_of = Text(f"{line(archive.service)}: {archive.state} ", QUIET)
        yield told_of.append_text(address(archive.url) if archive.url else told(archive.detail))


def link_state(record: EvidenceRecord, *, full: bool = False) -> Text:
    """Tell what the last check of a link found; in full, with its reason and its date."""
    check = record.last_check
    if check is None:
        return Text("not checked", QUIET)
    mark = LINKS[check.state]
    words = "dead" if record.is_dead else str(check.state)
    shown = Text(f"{mark.symbol} {words}", mark.style)
    if not full:
        return shown
    since = ""
    if record.failing_since is not None and day(record.failing_since) != day(check.time):
        since = f", since {day(record.failing_since)}"
    shown = Text("link ", QUIET).append_text(shown)
    return shown.append(f" on {day(check.time)}{since}: {line(check.detail)}", QUIET)


def _about(record: EvidenceRecord) -> Iterator[Text]:
    for name, value in (("author", record.author), ("published", record.published)):
        if value:
            yield told(value + (" (guessed)" if name in record.guessed else ""), QUIET)


def _quote_words(quote: QuoteSelector) -> str:
    if quote.likeness is Likeness.FUZZY:
        return f"the source's words, alike by {quote.similarity}% to what was quoted"
    return _QUOTE_WORDS[quote.result]


def _quote_result(quote: QuoteSelector, *, words: str) -> Text:
    mark = QUOTES[quote.result]
    return Text(f"{mark.symbol} {words}", mark.style)


def _provenance(record: EvidenceRecord) -> Iterator[Text]:
    if record.capture is None:
        yield Text("no snapshot: link only", QUIET)
    else:
        yield from _capture(record.capture)
        if (final := record.capture.final_url) and final != record.url:
            yield Text().append("redirected to ", QUIET).append_text(address(final))
    yield Text(f"attached by {person(record.attached_by)}, {day(record.attached_at)}", QUIET)


def _capture(capture: Capture) -> Iterator[Text]:
    yield Text(f"captured {minute(capture.retrieved)} UTC", QUIET)
    yield told(capture.media_type, QUIET)
    yield Text(f"snapshot {line(capture.raw)[:SHORT_HASH]}", QUIET)
