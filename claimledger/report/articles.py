"""Articles: each with its claims and verdicts, and the list of all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from claimledger.domain.evidence import Stance
from claimledger.domain.outside import line, person
from claimledger.domain.records import ArticleRecord, ArticleReport, ClaimRecord
from claimledger.domain.verdicts import ClaimStatus
from claimledger.report.bars import shares_bar
from claimledger.report.grids import GAP, Column, grid, room, total_width
from claimledger.report.texts import (
    DOT,
    address,
    count,
    day,
    flow,
    lines,
    next_step,
    told,
    widest,
)
from claimledger.report.theme import ACCENT, MAGENTA, QUIET, STANCES, STRONG
from claimledger.report.verdicts import (
    claim_text,
    evidence_count,
    outcome,
    outcome_with_names,
    rating_label,
    shares,
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


def articles_report(reports: Sequence[ArticleReport], *, width: int) -> RenderableType:
    """Show articles with their claims and verdicts, one under the other."""
    if not reports:
        return no_articles()
    parts: list[RenderableType] = []
    for report in reports:
        parts += [Text(), Text()] if parts else []
        parts.append(article_report(report, width=width))
    return Group(*parts)


def no_articles() -> Text:
    """Say how to begin."""
    return next_step("No articles yet.", do="Add one", command="claimledger add ARTICLE")


def article_report(report: ArticleReport, *, width: int) -> RenderableType:
    """Show an article with its claims and verdicts, and what they add up to."""
    claims = [c for c in report.claims if c.status is not ClaimStatus.RETRACTED]
    if not claims:
        number = f"{report.article.number}"
        nothing = next_step(
            "No claims in this article.",
            do="Add one",
            command=f'claimledger claim add {number} "TEXT"',
        )
        return Group(_heading(report.article, indent=len(number), width=width), Text(), nothing)
    widths = _measure(claims, width=width)
    heading = _heading(report.article, indent=widths.ref, width=width)
    table = _claims(claims, widths, width=width)
    retracted = len(report.claims) - len(claims)
    summary = _summary(claims, retracted, width=min(width, total_width(table)))
    return Group(heading, Text(), table, Text(), *summary)


def _heading(article: ArticleRecord, *, indent: int, width: int) -> Table:
    title = Text(line(article.title) or "Untitled", STRONG)
    beside = room(width, indent)
    heading = Table.grid(padding=(0, GAP, 0, 0))
    heading.add_column(width=indent)
    heading.add_column(width=beside, overflow="fold")
    heading.add_row(Text(f"{article.number}", f"{STRONG} {ACCENT}"), title)
    heading.add_row(Text(), flow(_about(article), width=beside, gap=DOT))
    return heading


def _about(article: ArticleRecord) -> Iterator[Text]:
    if article.author:
        yield told(article.author, QUIET)
    if article.published:
        guessed = " (guessed)" if article.published_guessed else ""
        yield told(article.published + guessed, QUIET)
    yield address(article.url or article.source)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Widths:
    ref: int
    claim: int
    speaker: int
    verdict: int
    evidence: int
    reviewer: int


def _claims(claims: Sequence[ClaimRecord], widths: _Widths, *, width: int) -> Table:
    if width >= ALL_COLUMNS:
        return _in_all_columns(claims, widths)
    if width >= TWO_COLUMNS:
        return _folded(claims, widths)
    return _stacked(claims, widths)


def _measure(claims: Sequence[ClaimRecord], *, width: int) -> _Widths:
    ref = widest((line(c.ref) for c in claims), least=2, most=9)
    labels = (text.plain for c in claims for text in outcome(c))
    ratings = (f"✗ {line(v.rating.label)}" for c in claims for v in c.standing_verdicts)
    verdict = widest([*labels, *ratings], least=10, most=22)
    evidence = widest((evidence_count(c).plain for c in claims), least=8, most=12)
    speaker = reviewer = 0
    if width >= ALL_COLUMNS:
        speaker = widest((line(c.speaker or "") for c in claims), least=8, most=18)
        names = (person(v.reviewer) for c in claims for v in c.standing_verdicts)
        reviewer = widest(names, least=8, most=16)
        claim = room(width, ref, speaker, verdict, evidence, reviewer, _DATE)
    elif width >= TWO_COLUMNS:
        rows = (row.plain for c in claims for row in outcome_with_names(c).split())
        verdict = widest(rows, least=verdict, most=22)
        claim = room(width, ref, verdict, evidence)
        verdict -= max(0, NARROWEST_CLAIM - claim)
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
            labels.append(rating_label(verdict.rating, style=""))
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


def _summary(
    claims: Sequence[ClaimRecord], retracted: int, *, width: int
) -> Iterator[RenderableType]:
    found = Counter(claim.status for claim in claims)
    named = [ClaimStatus.CHECKED, ClaimStatus.DISPUTED, ClaimStatus.OPEN]
    if found[ClaimStatus.SETTLED]:
        named.insert(1, ClaimStatus.SETTLED)
    total = Text(count(len(claims), "claim"), STRONG)
    parts = [total, *(Text(f"{found[status]:,} {status}") for status in named)]
    yield flow(parts, width=width, gap=DOT)
    yield Text()
    counted = shares(claims)
    yield shares_bar(counted, width=width)
    yield flow((share.label for share in counted), width=width, gap=Text("   "))
    notes = []
    if any(claim.evidence for claim in claims):
        signs = ", ".join(f"{STANCES[stance].symbol} {stance}" for stance in Stance)
        notes.append(Text(f"Evidence: {signs}.", QUIET))
    if retracted:
        notes.append(Text(f"{count(retracted, 'retracted claim')} not shown.", QUIET))
    if notes:
        yield Text()
        yield flow(notes, width=width, gap=Text(" "))


def articles_table(articles: Sequence[ArticleRecord], *, width: int) -> RenderableType:
    """List articles and how far their review has come."""
    if not articles:
        return no_articles()
    number = widest((f"{a.number}" for a in articles), least=3, most=9)
    counts = 8
    title = room(width, number, *(counts,) * 4)
    columns = [Column("no.", number), Column("article", min(title, WIDEST_CLAIM))]
    columns += [
        Column(name, counts, justify="right") for name in ("claims", "checked", "disputed", "open")
    ]
    table = grid(columns, spaced=True)
    for article in articles:
        about = flow(_about(article), width=min(title, WIDEST_CLAIM), gap=DOT)
        table.add_row(
            Text(f"{article.number}", ACCENT),
            lines([told(article.title or "Untitled"), about]),
            _number(article.claims),
            _number(article.checked),
            _number(article.disputed, MAGENTA),
            _number(article.open),
        )
    return table


def _number(number: int, style: str = "") -> Text:
    return Text(f"{number:,}", style) if number else Text("–", QUIET)
