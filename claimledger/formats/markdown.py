"""Markdown: an article's report to paste into a document, and plain tables.

CommonMark with the tables of GitHub's flavour. Text from outside stays text: whatever in
it could start markup, HTML or a link is escaped, and only web addresses become links.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final, TextIO

from claimledger.domain.evidence import Stance
from claimledger.domain.records import ArticleRecord, ArticleReport, ClaimRecord
from claimledger.domain.verdicts import ClaimStatus
from claimledger.formats.listings import Listing
from claimledger.formats.markdown_claims import (
    CHANGED,
    KEPT_BACK,
    section,
    verdict_cell,
)
from claimledger.formats.markdown_text import escape, linked
from claimledger.formats.records import Record
from claimledger.formats.rows import cell

__all__ = ["article_markdown", "claim_markdown", "escape", "write_markdown"]

_COUNTED: Final = (
    ClaimStatus.CHECKED,
    ClaimStatus.SETTLED,
    ClaimStatus.DISPUTED,
    ClaimStatus.OPEN,
)


def write_markdown(
    records: Iterable[Record], stream: TextIO, *, listing: Listing, raw: bool = False
) -> None:
    """Write a table of the columns worth reading; ``raw`` changes nothing."""
    del raw
    columns = listing.brief_columns
    stream.write(_row([column.name.replace("_", " ") for column in columns]))
    stream.write(_row(["---"] * len(columns)))
    for record in records:
        cells = [escape(cell(column.read(record))) for column in columns]
        stream.write(_row(cells))


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def article_markdown(report: ArticleReport) -> str:
    """Return an article's report: a summary, a table, and a section for each verdict."""
    claims = [c for c in report.claims if c.status is not ClaimStatus.RETRACTED and not c.outdated]
    blocks = [f"# {escape(report.article.title) or 'Untitled'}", _about(report.article)]
    blocks.append(_summary(claims))
    if claims:
        head = _row(["No.", "Claim", "Speaker", "Verdict", "Evidence"]) + _row(["---"] * 5)
        blocks.append((head + "".join(map(_claim_row, claims))).rstrip("\n"))
    for claim in claims:
        if claim.standing_verdicts or claim.decisions:
            blocks += section(claim)
    return "\n\n".join(blocks) + "\n"


def claim_markdown(claim: ClaimRecord) -> str:
    """Return one claim's section, whether or not it has a verdict."""
    return "\n\n".join(section(claim)) + "\n"


def _about(article: ArticleRecord) -> str:
    parts = [escape(article.author)] if article.author else []
    if article.published:
        guessed = " (guessed)" if article.published_guessed else ""
        parts.append(escape(article.published) + guessed)
    parts.append(linked(article.url or article.source, article.url))
    return " · ".join(parts)


def _summary(claims: Sequence[ClaimRecord]) -> str:
    found = Counter(claim.status for claim in claims)
    named = ", ".join(f"{found[status]:,} {status}" for status in _COUNTED if found[status])
    total = f"**{_claims(len(claims))}**"
    parts = [f"{total}: {named}." if named else f"{total}."]
    if published := sum(claim.published is not None for claim in claims):
        parts.append(f"{published:,} published.")
    for kind, name in CHANGED.items():
        if changed := [
            c.ref for c in claims if any(after.kind is kind for _, after in c.public_changes)
        ]:
            parts.append(f"**{name}: {', '.join(map(escape, changed))}.**")
    if challenged := [escape(claim.ref) for claim in claims if claim.challenged]:
        parts.append(f"**Challenged by evidence that came later: {', '.join(challenged)}.**")
    if hidden := sum(claim.others_hidden for claim in claims):
        parts.append(f"{_claims(hidden)} in blind review: {KEPT_BACK}.")
    return " ".join(parts)


def _claims(number: int) -> str:
    return f"{number:,} {'claim' if number == 1 else 'claims'}"


def _claim_row(claim: ClaimRecord) -> str:
    evidence = [f"{claim.count(s)} {s}" for s in Stance if claim.count(s)]
    return _row(
        [
            escape(claim.ref),
            escape(claim.text),
            escape(claim.speaker or ""),
            verdict_cell(claim),
            ", ".join(evidence),
        ]
    )
