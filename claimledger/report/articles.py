"""Articles: each with its claims and verdicts, and the list of all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from claimledger.domain.evidence import Stance
from claimledger.domain.outside import line
from claimledger.domain.records import ArticleRecord, ArticleReport, ClaimRecord
from claimledger.domain.verdicts import ClaimStatus, DecisionKind
from claimledger.report.bars import shares_bar
from claimledger.report.grids import GAP, Column, grid, room, total_width
from claimledger.report.texts import DOT, address, count, flow, lines, next_step, told, widest
from claimledger.report.theme import ACCENT, CHALLENGED, MAGENTA, ORANGE, QUIET, STANCES, STRONG
from claimledger.report.verdict_table import TWO_COLUMNS, WIDEST_CLAIM, verdict_table
from claimledger.report.verdicts import DECIDED, OTHERS_KEPT_BACK, in_force, shares

_PUBLIC: Final = (DecisionKind.PUBLISHED, DecisionKind.CORRECTED, DecisionKind.UNPUBLISHED)
_LOUD: Final = f"{STRONG} {MAGENTA}"


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
    standing = [c for c in report.claims if c.status is not ClaimStatus.RETRACTED]
    claims = [c for c in standing if not c.outdated]
    if not claims:
        number = f"{report.article.number}"
        nothing = next_step(
            "No claims in this article.",
            do="Add one",
            command=f'claimledger claim add {number} "TEXT"',
        )
        return Group(_heading(report.article, indent=len(number), width=width), Text(), nothing)
    table = verdict_table(claims, width=width)
    heading = _heading(report.article, indent=table.columns[0].width or 0, width=width)
    retracted, outdated = len(report.claims) - len(standing), len(standing) - len(claims)
    left_out = [count(retracted, "retracted claim")] if retracted else []
    if outdated:
        left_out.append(
            count(outdated, "claim of an earlier version", "claims of earlier versions")
        )
    notes = [Text(f"{words} not shown.", QUIET) for words in left_out]
    summary = _summary(claims, notes, width=min(width, total_width(table)))
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
    if article.version > 1:
        yield Text(f"version {article.version}", QUIET)
    yield address(article.url or article.source)


def _summary(
    claims: Sequence[ClaimRecord], left_out: Sequence[Text], *, width: int
) -> Iterator[RenderableType]:
    found = Counter(claim.status for claim in claims)
    named = [ClaimStatus.CHECKED, ClaimStatus.DISPUTED, ClaimStatus.OPEN]
    if found[ClaimStatus.SETTLED]:
        named.insert(1, ClaimStatus.SETTLED)
    total = Text(count(len(claims), "claim"), STRONG)
    parts = [total, *(_counted(found[status], status) for status in named)]
    yield flow(parts, width=width, gap=DOT)
    yield Text()
    counted = shares(claims)
    yield shares_bar(counted, width=width)
    yield flow((share.label for share in counted), width=width, gap=Text("   "))
    notes = []
    if challenged := sum(claim.challenged for claim in claims):
        words = f"{count(challenged, 'claim')} challenged by evidence that came later."
        notes.append(Text(f"{CHALLENGED.symbol} {words}", CHALLENGED.style))
    public = Counter(decision.kind for claim in claims for decision in in_force(claim))
    if named_public := [f"{public[kind]:,} {DECIDED[kind]}" for kind in _PUBLIC if public[kind]]:
        notes.append(Text(f"{', '.join(named_public)}.", QUIET))
    if hidden := sum(claim.others_hidden for claim in claims):
        notes.append(Text(f"{count(hidden, 'claim')} in blind review: {OTHERS_KEPT_BACK}.", QUIET))
    if any(claim.evidence for claim in claims):
        signs = ", ".join(f"{STANCES[stance].symbol} {stance}" for stance in Stance)
        notes.append(Text(f"Evidence: {signs}.", QUIET))
    if decayed := sum(e.is_decayed for c in claims for e in c.evidence if not e.withdrawn_because):
        notes.append(Text(f"{count(decayed, 'link')} decayed: see claimledger show.", ORANGE))
    notes += left_out
    if notes:
        yield Text()
        yield flow(notes, width=width, gap=Text(" "))


def _counted(number: int, status: ClaimStatus) -> Text:
    """Count the claims of a status; a dispute is not to be read over."""
    loud = number and status is ClaimStatus.DISPUTED
    return Text(f"{number:,} {status}", _LOUD if loud else "")


def articles_table(articles: Sequence[ArticleRecord], *, width: int) -> RenderableType:
    """List articles and how far their review has come."""
    if not articles:
        return no_articles()
    number = widest((f"{a.number}" for a in articles), least=3, most=9)
    if width < TWO_COLUMNS:
        return _stacked_articles(articles, number=number, width=width)
    names, cells = ("claims", "checked", "disputed", "open"), 8
    title = min(room(width, number, *[cells] * len(names)), WIDEST_CLAIM)
    columns = [Column("no.", number), Column("article", title)]
    columns += [Column(name, cells, justify="right") for name in names]
    table = grid(columns, spaced=True)
    for article in articles:
        table.add_row(
            Text(f"{article.number}", ACCENT),
            _named(article, width=title),
            _number(article.claims),
            _number(article.checked),
            _number(article.disputed, _LOUD),
            _number(article.open),
        )
    return table


def _stacked_articles(articles: Sequence[ArticleRecord], *, number: int, width: int) -> Table:
    title = room(width, number)
    table = grid([Column("no.", number), Column("article", title)], spaced=True)
    for article in articles:
        counts = [
            Text(count(article.claims, "claim")),
            Text(f"{article.checked:,} checked"),
            _counted(article.disputed, ClaimStatus.DISPUTED),
            Text(f"{article.open:,} open"),
        ]
        named = lines([_named(article, width=title), flow(counts, width=title, gap=DOT)])
        table.add_row(Text(f"{article.number}", ACCENT), named)
    return table


def _named(article: ArticleRecord, *, width: int) -> Text:
    return lines([told(article.title or "Untitled"), flow(_about(article), width=width, gap=DOT)])


def _number(number: int, style: str = "") -> Text:
    return Text(f"{number:,}", style) if number else Text("–", QUIET)
