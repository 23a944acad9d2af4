"""The commands about the ledger file: init, log, verify, rebuild."""

from __future__ import annotations

from typing import Annotated

import typer

from claimledger.cli.options import Format, Limit, changing, reading


def register(app: typer.Typer) -> None:
    """Give the program these commands."""
    for command in (init, log, verify, rebuild):
        app.command()(command)


def init(
    ctx: typer.Context,
    scale: Annotated[
        str, typer.Option(metavar="SCALE", help="default, politifact, averitec or true-false.")
    ] = "default",
) -> None:
    """Make a new ledger: at --db, else at CLAIMLEDGER_DB, else ./ledger.db."""
    import os

    from claimledger.config.places import LEDGER
    from claimledger.errors import ConflictError

    db = ctx.obj.db or os.environ.get("CLAIMLEDGER_DB") or LEDGER
    ctx.obj = ctx.obj.at(db)
    if ctx.obj.db.exists():
        raise ConflictError(
            f"There is a file at {ctx.obj.db} already.", hint="Name another place with --db."
        )
    changing(ctx, create=True, scale=scale).close()


def log(
    ctx: typer.Context,
    ref: Annotated[
        str | None, typer.Argument(metavar="[REF]", help="An article or a claim; all when none.")
    ] = None,
    limit: Limit = None,
    format_: Format = None,
) -> None:
    """Show the history: who did what, when, oldest first."""
    from collections import deque

    from claimledger.cli.output import put

    with reading(ctx) as ledger:
        entries = ledger.log(ref)
        put("log", deque(entries, maxlen=limit) if limit else entries, format_)


def verify(ctx: typer.Context) -> None:
    """Check that nothing was changed since it was written.

    Every event, chain, blob and table is checked; exit code 3 if anything is wrong.
    """
    from claimledger.cli.output import note, plural

    with reading(ctx, upgrade=False) as ledger:
        problems = ledger.verify()
        events = ledger.size()
    for problem in problems:
        typer.echo(f"{problem.where}: {problem.what}")
    if not problems:
        typer.echo(f"{plural(events, 'event')} verified: nothing was changed since it was written.")
        return
    note(f"{plural(len(problems), 'problem')} in {plural(events, 'event')}.")
    if all(problem.where.startswith("table ") for problem in problems):
        note("The events are sound. Make the tables again with: claimledger rebuild")
    else:
        note("Keep this file as it is, and compare it with a backup.")
    raise typer.Exit(3)


def rebuild(ctx: typer.Context) -> None:
    """Make every table again from the events."""
    with changing(ctx) as ledger:
        ledger.rebuild()
