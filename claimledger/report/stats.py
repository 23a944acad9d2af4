"""Statistics as tables and bars: how claims stand, what was done, what waits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.text import Text

from claimledger.domain.outside import line
from claimledger.domain.statistics import Acts, Period, Standing, Statistics, Step
from claimledger.domain.verdicts import ClaimStatus
from claimledger.report.amounts import Amounts
from claimledger.report.bars import shares_bar
from claimledger.report.grids import GAP, Column, grid, room
from claimledger.report.measures import wrapped
from claimledger.report.stats_tables import grounds, hosts, reviewers, speakers
from claimledger.report.texts import DOT, count, flow, lines, next_step, section, told
from claimledger.report.theme import ACCENT, ORANGE, QUIET, STATUSES, STRONG, Mark
from claimledger.report.verdict_table import WIDEST_CLAIM
from claimledger.report.verdicts import Share, status_label

PERIODS: Final = 12
"""Periods that a terminal shows; what was done before them is summed up."""

_DATE: Final = 10
_STEPS: Final[dict[Step, str]] = {Step.DAY: "day", Step.WEEK: "week from", Step.MONTH: "month"}
_NOT_CHECKABLE: Final = Mark("–", QUIET)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatisticsView:
    """Shows the statistics of a ledger."""

    found: Statistics
    most: int | None = None
    """Names that each table shows; all of them, and all periods, when None."""

    def __rich_console__(self, _: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the parts, from the whole to the single names."""
        found, most, width = self.found, self.most, options.max_width
        yield from (_heading(found, width=width), Text())
        if not found.standing.claims and not any(any(p.acts) for p in found.periods):
            yield next_step(
                "No claims to count yet.", do="Split an article", command="claimledger add ARTICLE"
            )
            return
        yield _standing(found.standing, width=width)
        periods = found.periods if most is None else found.periods[-PERIODS:]
        yield from _done(found, periods, width=width)
        yield from _waiting(found, width=width)
        yield from reviewers(found.reviewers, most, width=width)
        yield from speakers(found.speakers, most, width=width)
        yield from hosts(found.hosts, most, width=width)
        yield from grounds(found.grounds, most, width=width)


def _heading(found: Statistics, *, width: int) -> Text:
    asked = found.asked
    about = [f"as of {found.today}, days in UTC"]
    if asked.articles:
        several = "s" if len(asked.articles) > 1 else ""
        about.insert(0, f"of article{several} {', '.join(map(str, asked.articles))}")
    if asked.reviewer is not None:
        about.append(f"done by {line(asked.reviewer)}")
    if asked.since is not None:
        about.append(f"done from {asked.since}")
    if asked.until is not None:
        about.append(f"done until {asked.until}")
    facts = flow((Text(fact, QUIET) for fact in about), width=width, gap=DOT)
    return lines([Text("Statistics", STRONG), facts])


def _standing(standing: Standing, *, width: int) -> Text:
    counts = [
        (STATUSES[ClaimStatus.CHECKED], "checked", standing.checked, True),
        (STATUSES[ClaimStatus.SETTLED], "settled", standing.settled, True),
        (STATUSES[ClaimStatus.DISPUTED], "disputed", standing.disputed, True),
        (STATUSES[ClaimStatus.OPEN], "open", standing.open, False),
        (_NOT_CHECKABLE, "not rated: not checkable", standing.not_checkable, False),
    ]
    shown = [
        Share(mark=mark, word=word, count=number, decided=decided)
        for mark, word, number, decided in counts
        if number
    ]
    about = [Text(count(standing.claims, "claim"), STRONG)]
    if standing.published:
        about.append(Text(f"{standing.published:,} published"))
    if standing.challenged:
        about.append(Text(f"{standing.challenged:,} challenged by later evidence", ORANGE))
    parts = [flow(about, width=width, gap=DOT)]
    if shown:
        parts.append(shares_bar(shown, width=min(width, WIDEST_CLAIM)))
        parts.append(flow((share.label for share in shown), width=width, gap=Text("   ")))
    if standing.hidden:
        hidden = f"{count(standing.hidden, 'claim')} in blind review: what others did on"
        those = "it is" if standing.hidden == 1 else "them is"
        parts.append(Text(f"{hidden} {those} not counted yet.", QUIET))
    return lines(parts)


def _done(found: Statistics, periods: Sequence[Period], *, width: int) -> Iterator[RenderableType]:
    yield from (Text(), section(f"Done by {found.step}", width=width))
    total, shown = _sum(found.periods), [period.acts for period in periods]
    ends = [Amounts.of("settled", [total.settled]), Amounts.of("published", [total.published])]
    each = (room(width, _DATE, *(amounts.column.width for amounts in ends)) - GAP) // 2
    added = Amounts.of("claims added", (a.added for a in shown), total=total.added, width=each)
    verdicts = Amounts.of("verdicts", (a.verdicts for a in shown), total=total.verdicts, width=each)
    if not added.bar:  # no room for it, and none for so many columns
        added, ends = replace(added, heading="added"), ends[:1]
    columns = [added, verdicts, *ends]
    table = grid([Column(_STEPS[found.step], _DATE), *(amounts.column for amounts in columns)])
    earlier = _sum(found.periods[: len(found.periods) - len(periods)])
    if any(earlier):
        cells = [c.cell(n, bare=True) for c, n in zip(columns, earlier, strict=False)]
        table.add_row(Text("earlier", QUIET), *cells)
    for period in periods:
        cells = [c.cell(n) for c, n in zip(columns, period.acts, strict=False)]
        table.add_row(Text(_name(period, found.step)), *cells)
    if len(found.periods) > 1:
        sums = [c.cell(n, style=STRONG, bare=True) for c, n in zip(columns, total, strict=False)]
        table.add_row(Text("together", STRONG), *sums)
    yield table


def _waiting(found: Statistics, *, width: int) -> Iterator[RenderableType]:
    """Show what waits now, by how long, and what has waited longest."""
    waiting = found.waiting
    yield from (Text(), section("Waiting now", width=width))
    if not any(one.open or one.disputed for one in waiting):
        yield Text("Nothing waits: every checkable claim has its verdicts, and none differ.")
        return
    age = max(len(one.age) for one in waiting)
    each = (room(width, age) - GAP) // 2
    open_ = Amounts.of("open", (one.open for one in waiting), width=each)
    disputed = Amounts.of("disputed", (one.disputed for one in waiting), width=each)
    table = grid([Column("for", age), open_.column, disputed.column])
    for one in waiting:
        table.add_row(Text(one.age), open_.cell(one.open), disputed.cell(one.disputed))
    yield table
    for longest in found.longest:
        about = status_label(longest.status).append(f" {count(longest.days, 'day')}  ", QUIET)
        about.append_text(told(longest.ref, ACCENT)).append(f"  {line(longest.text)}")
        yield wrapped([about], width=min(width, WIDEST_CLAIM))


def _name(period: Period, step: Step) -> str:
    return f"{period.first:%Y-%m}" if step is Step.MONTH else f"{period.first}"


def _sum(periods: Sequence[Period]) -> Acts:
    total = Acts()
    for period in periods:
        total = total.plus(period.acts)
    return total
