"""``stats``: what was done, what waits, and what ratings rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from claimledger.cli.options import Format, Limit, reading

if TYPE_CHECKING:
    from claimledger.domain.statistics import Statistics

MOST_ON_SCREEN = 8
"""Names that each table shows on a terminal when no limit is given."""


def register(app: typer.Typer) -> None:
    """Give the program this command."""
    app.command()(stats)


def stats(
    ctx: typer.Context,
    articles: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ARTICLE]...", help="Articles; all of them when none."),
    ] = None,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="What was done from this day on, UTC.")
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="What was done until this day, UTC.")
    ] = None,
    reviewer: Annotated[
        str | None, typer.Option(metavar="NAME", help="What this reviewer did.")
    ] = None,
    by: Annotated[
        str | None, typer.Option(metavar="STEP", help="day, week or month; else as fits.")
    ] = None,
    limit: Limit = None,
    format_: Format = None,
) -> None:
    """Count what was done, what waits, how speakers were rated, and on which sources.

    What stands and waits does so now, whoever did what when. As json, all of it; in the other
    formats, one number a row.
    """
    from claimledger.cli.output import chosen
    from claimledger.domain.statistics import Step
    from claimledger.ledger.journal import utc_now
    from claimledger.ledger.people import days

    from_day, to_day = days(since, until)
    step = None if by is None else chosen(Step, by, what="step")
    with reading(ctx) as ledger:
        found = ledger.statistics(
            articles or [],
            since=from_day,
            until=to_day,
            reviewer=reviewer,
            step=step,
            today=utc_now().date(),
        )
    put_stats(found, format_, limit=limit)


def put_stats(found: Statistics, format_: str | None, *, limit: int | None) -> None:
    """Print statistics, with at most so many names in each table.

    Raises:
        UsageError: The format names things one by one.
    """
    import sys

    from claimledger.cli.output import TABLE, draw, is_table, on_screen, write_records
    from claimledger.errors import UsageError
    from claimledger.formats.objects import write_object
    from claimledger.formats.registry import FORMATS
    from claimledger.formats.stats import NUMBERS, number_objects, stats_object

    if is_table(format_):
        from claimledger.report.stats import StatisticsView

        draw(StatisticsView(found=found, most=limit or (MOST_ON_SCREEN if on_screen() else None)))
    elif format_ == "json":
        write_object(stats_object(found), sys.stdout)
    elif format_ == "ids":
        others = [name for name in FORMATS if name != "ids"]
        raise UsageError(
            '"ids" is no format for statistics.',
            hint=f"It is one of: {', '.join([TABLE, *others])}.",
        )
    else:
        write_records(number_objects(found), format_, NUMBERS)
