"""Snapshots: what a source said when it was captured, its quotes marked."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from claimledger.domain.outside import clean
from claimledger.domain.records import EvidenceRecord
from claimledger.domain.text import Span
from claimledger.report.evidence import evidence_list
from claimledger.report.texts import count
from claimledger.report.theme import QUIET, QUOTED

AROUND = 300
"""Code points shown before and after a quote."""
OPENING = 1_200
"""Code points shown of a text in which nothing is quoted."""


def snapshot(
    evidence: EvidenceRecord, text: str | None, *, whole: bool, width: int
) -> RenderableType:
    """Show evidence in full, and its captured text: around its quotes, or ``whole``."""
    parts: list[RenderableType] = [evidence_list([evidence], width=width), Text()]
    if text is None:
        kept = "only the link is on record" if evidence.capture is None else "it was no text"
        parts.append(Text(f"No text was captured: {kept}.", QUIET))
        return Group(*parts)
    spans = sorted(
        Span(q.start, q.end) for q in evidence.quotes if q.start is not None and q.end is not None
    )
    shown = [Span(0, len(text))] if whole else passages(len(text), spans)
    for number, passage in enumerate(shown):
        if number or passage.start:
            parts.append(Text("…", QUIET))
        parts.append(marked(text, passage, spans))
    if shown[-1].end < len(text):
        left = len(text) - sum(end - start for start, end in shown)
        parts.append(Text(f"… {count(left, 'character')} more: --text shows them all", QUIET))
    return Group(*parts)


def passages(length: int, spans: Sequence[Span]) -> list[Span]:
    """Return the stretches around quotes, those that touch joined; else the opening."""
    found: list[Span] = []
    for span in spans:
        start, end = max(0, span.start - AROUND), min(length, span.end + AROUND)
        if found and start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(end, found[-1].end))
        else:
            found.append(Span(start, end))
    return found or [Span(0, min(length, OPENING))]


def marked(text: str, passage: Span, spans: Sequence[Span]) -> Text:
    """Show a passage with the quotes in it marked."""
    shown = Text()
    at = passage.start
    for span in spans:
        if span.start < passage.start or span.end > passage.end or span.start < at:
            continue
        shown.append(clean(text[at : span.start]))
        shown.append(clean(span.of(text)), QUOTED)
        at = span.end
    return shown.append(clean(text[at : passage.end]))
